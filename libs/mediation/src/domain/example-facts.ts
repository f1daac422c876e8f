import type { Moment } from '@app/cases';
import { NO_AGREEMENT, type ObligationFact } from './agreement/facts.js';
import type { MediationFacts } from './facts.js';

const CASE = '00000000-0000-7000-8000-0000000000';

/** Ids of the example: who and what they are is in their names. */
export const ID = {
  case: `${CASE}01`,
  dispute: `${CASE}02`,
  applicant: `${CASE}03`,
  respondent: `${CASE}04`,
  thirdParty: `${CASE}05`,
  townCommittee: `${CASE}06`,
  respondentCommittee: `${CASE}07`,
  closedCommittee: `${CASE}08`,
  mediator: `${CASE}09`,
  centreMediator: `${CASE}0a`,
  otherMediator: `${CASE}0b`,
  retiredMediator: `${CASE}0c`,
  handler: `${CASE}0d`,
  town: `${CASE}0e`,
  bureau: `${CASE}0f`,
  stranger: `${CASE}10`,
  session: `${CASE}11`,
  nextSession: `${CASE}12`,
  proposal: `${CASE}13`,
  fact: `${CASE}14`,
  agreement: `${CASE}15`,
  obligation: `${CASE}16`,
  otherObligation: `${CASE}17`,
  confirmation: `${CASE}18`,
  file: `${CASE}19`,
} as const;

export const TODAY = '2026-11-24';

/** A mediation in reconsideration, accepted, with the town's committee; specs change what they are about. */
export function exampleFacts(change: Partial<MediationFacts> = {}): MediationFacts {
  return {
    caseId: ID.case,
    disputeId: ID.dispute,
    state: 'ACCEPTED',
    handlerId: null,
    clocks: [],
    stage: 'IN_RECONSIDERATION',
    courtProcedure: null,
    administrative: true,
    major: false,
    respondentOrganIds: [ID.bureau],
    parties: [
      { partyId: ID.applicant, side: 'APPLICANT', askedOn: '2026-11-20', consent: 'AGREED' },
      { partyId: ID.respondent, side: 'RESPONDENT', askedOn: '2026-11-20', consent: 'AGREED' },
      { partyId: ID.thirdParty, side: 'THIRD_PARTY', askedOn: null, consent: null },
    ],
    otherMediationOpen: false,
    reconsiderationOpen: true,
    reconsiderationOfficerIds: [ID.handler],
    citizenClocks: [],
    acknowledgedClocks: [],
    termEndIfStartedToday: '2026-12-24',
    committees: [
      { committeeId: ID.townCommittee, organId: ID.town, active: true },
      { committeeId: ID.respondentCommittee, organId: ID.bureau, active: true },
      { committeeId: ID.closedCommittee, organId: ID.town, active: false },
    ],
    committeeId: ID.townCommittee,
    roster: [
      { personId: ID.mediator, committeeId: ID.townCommittee, active: true },
      { personId: ID.centreMediator, committeeId: null, active: true },
      { personId: ID.otherMediator, committeeId: ID.respondentCommittee, active: true },
      { personId: ID.retiredMediator, committeeId: ID.townCommittee, active: false },
      { personId: ID.handler, committeeId: null, active: true },
    ],
    ranking: null,
    conflictedIds: [],
    mediatorIds: [],
    unconfirmedMediatorIds: [],
    replacedMediatorIds: [],
    mediatorsAppointed: false,
    pendingRecusal: null,
    sessionsHeld: 0,
    plannedSessions: [],
    otherSessions: [],
    nextSessionId: ID.nextSession,
    isDayOff: (day) => day === '2026-11-28' || day === '2026-11-29',
    proposals: [],
    undisputedFactIds: [],
    pause: null,
    ...NO_AGREEMENT,
    ...change,
  };
}

/** The moment at which a spec judges. */
export function exampleMoment<I extends object>(input: I, actorId: string = ID.mediator): Moment<I> {
  return { today: TODAY, actorId, input };
}

/** What the respondent owes in a week: a thousand yuan. */
export function owed(change: Partial<ObligationFact> = {}): ObligationFact {
  const amount = { amountFen: 100_000, paidFen: 0 };
  return { id: ID.obligation, obligorId: ID.respondent, dueOn: '2026-12-01', ...amount, done: false, ...change };
}

/** Four days ago the last signature was put on the agreement. */
export function signed(change: Partial<MediationFacts> = {}): Partial<MediationFacts> {
  return {
    state: 'AGREEMENT_EFFECTIVE',
    mediatorIds: [ID.mediator],
    agreement: {
      id: ID.agreement,
      agreedOn: '2026-11-18',
      oral: false,
      effectiveOn: '2026-11-20',
      handedOverOn: null,
      instrument: null,
    },
    signatures: [ID.applicant, ID.respondent, ID.mediator, ID.townCommittee].map((signerId) => ({
      signerId,
      signedOn: '2026-11-20',
    })),
    obligations: [owed()],
    clocks: [
      { rule: 'MD_CONFIRM', state: 'RUNNING', startsOn: '2026-11-20', dueOn: '2026-12-21', rawDueOn: '2026-12-20' },
    ],
    ...change,
  };
}
