import type { ClockFact, Guard } from '@app/cases';
import * as assignment from './assignment/guards.js';
import * as consent from './consent/guards.js';
import { exampleFacts, ID, TODAY } from './example-facts.js';
import type { MediationFacts } from './facts.js';
import * as intake from './intake/guards.js';
import * as proposals from './proposals/guards.js';
import * as session from './session/guards.js';
import * as sittings from './sittings/guards.js';

/** A guard, the input and the facts it judges, and what is shown by it. */
export type GuardRow = [
  guard: Guard<MediationFacts, never>,
  input: object,
  facts: Partial<MediationFacts>,
  why: string,
];

const [applicant, respondent, third] = exampleFacts().parties;
const answers = (consentOfRespondent: 'AGREED' | 'REFUSED' | null): Partial<MediationFacts> => ({
  parties: [applicant!, { ...respondent!, consent: consentOfRespondent }, third!],
});
const chosen = (byApplicant?: string[], byRespondent?: string[]): Partial<MediationFacts> => ({
  parties: [
    { ...applicant!, ...(byApplicant ? { chosenIds: byApplicant } : {}) },
    { ...respondent!, ...(byRespondent ? { chosenIds: byRespondent } : {}) },
    third!,
  ],
});
const term: ClockFact = {
  rule: 'MD_TERM',
  state: 'RUNNING',
  startsOn: '2026-11-01',
  dueOn: '2026-12-01',
  rawDueOn: '2026-12-01',
};
const AT = { on: '2026-11-26', from: '09:00', until: '10:00' };
const PLANNED = { ...AT, sessionId: ID.session, partyIds: [ID.applicant, ID.respondent] };
const mediated: Partial<MediationFacts> = { mediatorIds: [ID.mediator], plannedSessions: [PLANNED] };
const absent = (inviteeId: string, explanation?: string) => ({ inviteeId, attendance: 'ABSENT', explanation });
const came = (...attendances: object[]) => ({ sessionId: ID.session, attendances });
const offered = (by: string, visibleTo: string): Partial<MediationFacts> => ({
  proposals: [{ proposalId: ID.proposal, by, visibleTo }],
});
const put = (proposerAllows: boolean) => ({ proposalId: ID.proposal, proposerAllows });
const facts = { undisputedFactIds: [ID.fact] };
const sham = { reason: 'SHAM_SUSPECTED' };
const suspected: Partial<MediationFacts> = { pause: { reason: 'SHAM_SUSPECTED', from: TODAY } };
const refuses = { kind: 'REFUSES_APPOINTEE' };

/** MD-03, MD-05 to MD-08: guards that hold. */
export const COURSE_HOLDS: GuardRow[] = [
  [
    intake.consentInWriting,
    { answer: 'AGREED', form: 'ORAL_RECORDED' },
    { stage: 'PEOPLES_MEDIATION' },
    'oral is enough',
  ],
  [consent.consentStands, {}, {}, 'both sides agreed, the third party did not say'],
  [consent.answersForApplicants, { partyId: ID.applicant }, {}, 'its own side'],
  [consent.answersForRespondent, { partyId: ID.respondent }, {}, 'its own side'],
  [consent.onlyRefusalLeft, { answer: 'AGREED' }, { state: 'CONSENT_PENDING' }, 'asked'],
  [consent.onlyRefusalLeft, { answer: 'REFUSED' }, { state: 'IN_SESSION' }, 'taken back'],
  [consent.withdrawingPartyKnown, { partyId: ID.thirdParty }, {}, 'a party'],
  [consent.withdrawnByToday, { on: TODAY }, {}, 'today'],
  [consent.appointeeToRefuse, refuses, { mediatorsAppointed: true }, 'appointed'],
  [consent.appointeeToRefuse, { kind: 'WITHDRAWN' }, {}, 'wants no more'],
  [assignment.choosingPartyKnown, { partyId: ID.applicant }, {}, 'a party'],
  [assignment.chosenByToday, { chosenOn: TODAY }, {}, 'today'],
  [
    assignment.choiceIsJoint,
    { mediatorIds: [ID.mediator] },
    chosen([ID.mediator], [ID.mediator]),
    'both name the same',
  ],
  [
    assignment.choiceIsJoint,
    { mediatorIds: [ID.mediator, ID.centreMediator] },
    chosen([ID.centreMediator, ID.mediator], [ID.mediator, ID.centreMediator]),
    'in another order',
  ],
  [assignment.disclosesHimself, { raisedBy: 'MEDIATOR', mediatorId: ID.mediator }, mediated, 'his own'],
  [assignment.disclosesHimself, { raisedBy: 'APPLICANT', mediatorId: ID.mediator }, {}, 'a party of the mediator'],
  [assignment.raisedInTime, { raisedBy: 'APPLICANT' }, {}, 'before the first session'],
  [assignment.raisedInTime, { raisedBy: 'MEDIATOR' }, { sessionsHeld: 1 }, 'the mediator must, whenever'],
  [assignment.raisedInTime, { raisedBy: 'APPLICANT', knownOn: TODAY }, { sessionsHeld: 1 }, 'found out later'],
  [assignment.deciderNotConcerned, {}, {}, 'nothing pending'],
  [sittings.notInPast, { on: TODAY }, {}, 'today'],
  [sittings.endsAfterBegin, AT, {}, 'an hour'],
  [sittings.onlineHasLink, { mode: 'ONLINE', onlineLink: 'https://meet.example.com' }, {}, 'a link'],
  [sittings.onlineHasLink, { mode: 'ON_SITE' }, {}, 'no link'],
  [sittings.dayOffConfirmed, { on: '2026-11-27' }, {}, 'a working day'],
  [sittings.dayOffConfirmed, { on: '2026-11-28', dayOffAgreed: true }, {}, 'agreed with all'],
  [sittings.withinTerm, { on: '2026-12-01' }, { clocks: [term] }, 'the last day'],
  [sittings.withinTerm, AT, {}, 'no term'],
  [sittings.mediatorsFree, { ...AT, from: '10:00', until: '11:00' }, mediated, 'right after'],
  [sittings.mediatorsFree, { ...AT, sessionId: ID.session }, mediated, 'itself, moved'],
  [sittings.invitedPartiesKnown, { partyIds: [ID.applicant] }, {}, 'one side alone'],
  [sittings.sessionPlanned, { sessionId: ID.session }, mediated, 'planned'],
  [sittings.heldAsPlanned, { sessionId: ID.session, heldOn: AT.on }, mediated, 'on its day'],
  [sittings.heldAsPlanned, { heldOn: TODAY }, mediated, 'without plan, on another day'],
  [sittings.attendanceOfInvited, {}, mediated, 'all came'],
  [sittings.attendanceOfInvited, came(absent(ID.applicant, '生病')), mediated, 'absent, and why'],
  [
    sittings.attendanceOfInvited,
    came({ inviteeId: ID.respondent, attendance: 'REPRESENTED', representedBy: '副局长' }),
    mediated,
    'represented, and by whom',
  ],
  [sittings.somebodyMet, came(absent(ID.applicant, '生病')), mediated, 'one side alone'],
  [proposals.mediatorHasNoSide, { by: 'MEDIATOR', visibleTo: 'BOTH' }, {}, 'put to all'],
  [proposals.mediatorHasNoSide, { by: 'APPLICANT', visibleTo: 'OWN_SIDE' }, {}, 'a party has'],
  [proposals.proposalKnown, put(true), offered('APPLICANT', 'OWN_SIDE'), 'not put yet'],
  [proposals.proposerAllows, put(true), offered('APPLICANT', 'OWN_SIDE'), 'allowed'],
  [proposals.proposerAllows, put(false), offered('MEDIATOR', 'MEDIATOR'), 'his own'],
  [proposals.factKnown, { factId: ID.fact }, facts, 'recorded'],
  [proposals.confirmingPartyKnown, { partyId: ID.respondent }, {}, 'a party'],
  [proposals.factConfirmedByToday, { on: TODAY }, {}, 'today'],
  [session.shamReported, { ...sham, reportedTo: '某法院', reportedOn: TODAY }, {}, 'reported'],
  [session.shamReported, { reason: 'APPRAISAL' }, {}, 'nothing to report'],
  [session.suspicionCleared, { outcome: '未查实' }, suspected, 'found nothing'],
  [session.suspicionCleared, {}, {}, 'no suspicion'],
];

/** And where they refuse. */
export const COURSE_REFUSES: GuardRow[] = [
  [consent.consentStands, {}, answers('REFUSED'), 'taken back'],
  [consent.consentStands, {}, answers(null), 'never given'],
  [
    consent.consentStands,
    {},
    { parties: [applicant!, respondent!, { ...third!, consent: 'REFUSED' }] },
    'the third refuses',
  ],
  [consent.answersForApplicants, { partyId: ID.respondent }, {}, 'for the other side'],
  [consent.answersForRespondent, { partyId: ID.applicant }, {}, 'for the other side'],
  [consent.onlyRefusalLeft, { answer: 'AGREED' }, { state: 'IN_SESSION' }, 'given long ago'],
  [consent.withdrawingPartyKnown, { partyId: ID.stranger }, {}, 'a stranger'],
  [consent.withdrawnByToday, { on: '2026-11-25' }, {}, 'tomorrow'],
  [consent.appointeeToRefuse, refuses, {}, 'chosen by the parties themselves'],
  [consent.appointeeToRefuse, refuses, { mediatorsAppointed: true, sessionsHeld: 1 }, 'met with already'],
  [assignment.choosingPartyKnown, { partyId: ID.stranger }, {}, 'a stranger'],
  [assignment.chosenByToday, { chosenOn: '2026-11-25' }, {}, 'tomorrow'],
  [assignment.choiceIsJoint, { mediatorIds: [ID.mediator] }, chosen([ID.mediator]), 'one has not said'],
  [
    assignment.choiceIsJoint,
    { mediatorIds: [ID.mediator] },
    chosen([ID.mediator], [ID.centreMediator]),
    'two different ones',
  ],
  [
    assignment.disclosesHimself,
    { raisedBy: 'MEDIATOR', mediatorId: ID.centreMediator },
    { mediatorIds: [ID.mediator, ID.centreMediator] },
    'of a colleague',
  ],
  [assignment.disclosesHimself, { raisedBy: 'APPLICANT', mediatorId: ID.mediator }, mediated, 'in a party’s name'],
  [assignment.raisedInTime, { raisedBy: 'APPLICANT' }, { sessionsHeld: 1 }, 'late, without saying why'],
  [assignment.raisedInTime, { raisedBy: 'APPLICANT', knownOn: '2026-11-25' }, {}, 'known tomorrow'],
  [
    assignment.deciderNotConcerned,
    {},
    { pendingRecusal: { mediatorId: ID.mediator, raisedBy: 'APPLICANT', ground: 'INTEREST' } },
    'his own matter',
  ],
  [sittings.notInPast, { on: '2026-11-23' }, {}, 'yesterday'],
  [sittings.endsAfterBegin, { from: '10:00', until: '10:00' }, {}, 'no time at all'],
  [sittings.onlineHasLink, { mode: 'ONLINE' }, {}, 'nowhere to go'],
  [sittings.onlineHasLink, { mode: 'ON_SITE', onlineLink: 'https://meet.example.com' }, {}, 'a link and a room'],
  [sittings.dayOffConfirmed, { on: '2026-11-28' }, {}, 'a Saturday'],
  [sittings.withinTerm, { on: '2026-12-02' }, { clocks: [term] }, 'the day after'],
  [sittings.mediatorsFree, { ...AT, from: '09:59', until: '11:00' }, mediated, 'another session of the case'],
  [
    sittings.mediatorsFree,
    { ...AT, from: '08:00', until: '09:01' },
    { otherSessions: [{ ...AT, sessionId: ID.nextSession }] },
    'a session of another case',
  ],
  [sittings.invitedPartiesKnown, { partyIds: [ID.stranger] }, {}, 'a stranger'],
  [sittings.sessionPlanned, { sessionId: ID.nextSession }, mediated, 'not planned'],
  [sittings.heldAsPlanned, { sessionId: ID.session, heldOn: TODAY }, mediated, 'on another day'],
  [sittings.heldAsPlanned, { heldOn: AT.on }, mediated, 'beside the one planned'],
  [sittings.attendanceOfInvited, came(absent(ID.stranger, '生病')), mediated, 'not invited'],
  [sittings.attendanceOfInvited, came(absent(ID.thirdParty, '生病')), mediated, 'a party, but not invited'],
  [sittings.attendanceOfInvited, came(absent(ID.applicant)), mediated, 'absent, nobody says why'],
  [
    sittings.attendanceOfInvited,
    came({ inviteeId: ID.respondent, attendance: 'REPRESENTED' }),
    mediated,
    'represented by nobody',
  ],
  [
    sittings.attendanceOfInvited,
    came(absent(ID.applicant, '生病'), { inviteeId: ID.applicant, attendance: 'PRESENT' }),
    mediated,
    'twice',
  ],
  [
    sittings.attendanceOfInvited,
    { attendances: [absent(ID.thirdParty, '生病')] },
    mediated,
    'without plan: a third party that did not join',
  ],
  [sittings.somebodyMet, came(absent(ID.mediator, '生病')), mediated, 'no mediator'],
  [sittings.somebodyMet, came(absent(ID.applicant, '生病'), absent(ID.respondent, '有会')), mediated, 'no party'],
  [sittings.closedUnlessAllAgree, { open: true, openAgreedBy: [ID.applicant] }, {}, 'one side only'],
  [proposals.mediatorHasNoSide, { by: 'MEDIATOR', visibleTo: 'OWN_SIDE' }, {}, 'a mediator has no side'],
  [proposals.proposalKnown, put(true), offered('APPLICANT', 'BOTH'), 'put already'],
  [proposals.proposalKnown, put(true), {}, 'none'],
  [proposals.proposerAllows, put(false), offered('APPLICANT', 'OWN_SIDE'), 'said in confidence'],
  [proposals.factKnown, { factId: ID.stranger }, facts, 'of another case'],
  [proposals.confirmingPartyKnown, { partyId: ID.stranger }, {}, 'a stranger'],
  [proposals.factConfirmedByToday, { on: '2026-11-25' }, {}, 'tomorrow'],
  [session.shamReported, sham, {}, 'kept to himself'],
  [session.shamReported, { ...sham, reportedTo: '某法院', reportedOn: '2026-11-25' }, {}, 'reported tomorrow'],
  [session.shamReported, { reason: 'APPRAISAL', reportedTo: '某法院', reportedOn: TODAY }, {}, 'an appraisal reported'],
  [session.suspicionCleared, {}, suspected, 'nothing said of it'],
];
