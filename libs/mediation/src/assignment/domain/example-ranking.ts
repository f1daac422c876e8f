import { ID, TODAY } from '../../domain/example-facts.js';
import type { GuardRow } from '../../domain/example-course.js';
import type { MediationFacts } from '../../domain/facts.js';
import type { Candidate, Subject } from './candidate.js';
import * as guard from './guards.js';
import { rank, type Ranking } from './rank.js';
import type { Weights } from './weights.js';

export const WEIGHTS: Weights = {
  version: 1,
  values: { matter: 30, area: 15, load: 30, continuity: 10, language: 10, availability: 5 },
};

/** A penalty by a bureau, for the town's committee; specs change what they are about. */
export function exampleSubject(change: Partial<Subject> = {}): Subject {
  return {
    disputeId: ID.dispute,
    caseId: ID.case,
    on: TODAY,
    fieldCode: 'TOWN',
    matterCode: 'PENALTY',
    areas: ['330110005'],
    language: null,
    respondentFamily: [ID.bureau],
    committeeId: ID.townCommittee,
    ...change,
  };
}

/** Against whom nothing stands, and who is not special in anything. */
export function exampleCandidate(id: string, change: Partial<Candidate> = {}): Candidate {
  return {
    id,
    organIds: [ID.town],
    formerOrganIds: [],
    committeeIds: [ID.townCommittee],
    centre: false,
    peoples: false,
    subjects: [],
    allSubjects: false,
    areas: [],
    languages: ['PUTONGHUA'],
    cap: 20,
    openCases: 0,
    load: 0,
    lastAssignedOn: null,
    handledBefore: 0,
    endsOn: null,
    termOver: false,
    contractOver: false,
    absent: false,
    nobodyFree: false,
    reconsiders: false,
    replaced: false,
    serving: false,
    shutOut: false,
    excludedByParty: false,
    relations: [],
    ...change,
  };
}

const ranked = (...candidates: Candidate[]): Partial<MediationFacts> => ({ ranking: among(...candidates) });
const among = (...candidates: Candidate[]): Ranking => rank('MEDIATOR', exampleSubject(), candidates, WEIGHTS);
const first = exampleCandidate(ID.mediator);
const second = exampleCandidate(ID.centreMediator, { load: 50, openCases: 5 });
const of = (...mediatorIds: string[]) => ({ mediatorIds });
const barred = exampleCandidate(ID.mediator, { organIds: [ID.bureau] });
const related = exampleCandidate(ID.mediator, { relations: ['INTEREST'] });
const full = exampleCandidate(ID.mediator, { openCases: 20, load: 200 });

/** Guards on rankings that hold. */
export const RANKED_HOLDS: GuardRow[] = [
  [guard.notBarred, of(ID.mediator), ranked(first, second), 'nothing stands against him'],
  [guard.notBarred, of(ID.mediator), ranked(full), 'what may be set aside does not bar'],
  [guard.notBarred, of(ID.mediator), { ...ranked(barred), mediatorIds: [ID.mediator] }, 'who serves is not named anew'],
  [guard.mayOverride, of(ID.mediator), ranked(first), 'nothing to set aside'],
  [guard.mayOverride, of(ID.mediator), ranked(barred), 'that is for another guard'],
  [guard.firstOrReasoned, of(ID.mediator), ranked(first, second), 'the first'],
  [guard.firstOrReasoned, of(ID.centreMediator, ID.mediator), ranked(first, second), 'the first two, in any order'],
  [
    guard.firstOrReasoned,
    { ...of(ID.centreMediator), deviationReason: '熟悉情况' },
    ranked(first, second),
    'the second, with a reason',
  ],
  [guard.firstOrReasoned, { committeeId: ID.centreMediator }, ranked(second), 'a committee'],
  [guard.choiceAdmissible, of(ID.mediator), ranked(related), 'both sides know of the relation'],
  [guard.choiceAdmissible, of(ID.mediator), ranked(full), 'both sides want him all the same'],
  [guard.noConflictFound, {}, {}, 'nothing was found'],
];

/** Guards on rankings that refuse. */
export const RANKED_REFUSES: GuardRow[] = [
  [guard.notBarred, of(ID.mediator), ranked(barred), 'a post in the respondent'],
  [guard.notBarred, of(ID.mediator), ranked(related), 'a declared relation'],
  [guard.notBarred, { committeeId: ID.mediator }, ranked(barred), 'a committee of the respondent'],
  [guard.mayOverride, of(ID.mediator), ranked(full), 'at the cap, and not the centre’s head'],
  [guard.firstOrReasoned, of(ID.centreMediator), ranked(first, second), 'the second'],
  [guard.firstOrReasoned, of(ID.mediator), ranked(full, second), 'at the cap, and no reason'],
  [guard.choiceAdmissible, of(ID.mediator), ranked(barred), 'a post in the respondent'],
  [
    guard.choiceAdmissible,
    of(ID.mediator),
    ranked(exampleCandidate(ID.mediator, { reconsiders: true })),
    'an officer of the reconsideration',
  ],
  [guard.noConflictFound, {}, { conflictedIds: [ID.mediator] }, 'a relation was declared since'],
];
