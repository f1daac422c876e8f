import type { ClockFact } from '@app/cases';
import { RANKED_HOLDS, RANKED_REFUSES } from '../assignment/domain/example-ranking.js';
import * as assignment from './assignment/guards.js';
import { COURSE_HOLDS, COURSE_REFUSES, type GuardRow } from './example-course.js';
import { exampleFacts, exampleMoment, ID, TODAY } from './example-facts.js';
import type { MediationFacts } from './facts.js';
import * as intake from './intake/guards.js';
import { MEDIATION } from './lifecycle.js';
import * as session from './session/guards.js';
import * as sittings from './sittings/guards.js';

type Row = GuardRow;

const [applicant, respondent, third] = exampleFacts().parties;
const asked = (consent: 'AGREED' | 'REFUSED' | null, askedOn: string | null = TODAY): Partial<MediationFacts> => ({
  parties: [applicant!, { ...respondent!, askedOn, consent }, third!],
});
const term = (change: Partial<ClockFact> = {}): Partial<MediationFacts> => ({
  clocks: [
    {
      rule: 'MD_TERM',
      state: 'RUNNING',
      startsOn: '2026-11-01',
      dueOn: '2026-12-01',
      rawDueOn: '2026-12-01',
      ...change,
    },
  ],
});
const choosing = (dueOn: string): Partial<MediationFacts> => ({
  clocks: [{ rule: 'MD_CHOOSE', state: 'RUNNING', startsOn: '2026-11-20', dueOn, rawDueOn: dueOn }],
});
const citizen = (dueOn: string): Partial<MediationFacts> => ({ citizenClocks: [{ rule: 'LT_FILE', dueOn }] });
const recusal = (raisedBy: 'MEDIATOR' | 'APPLICANT'): Partial<MediationFacts> => ({
  pendingRecusal: { mediatorId: ID.mediator, raisedBy, ground: 'INTEREST' },
});
const owes = (obligorId: string, dueOn: string, amountFen?: number): object => ({
  schedule: [{ obligorId, content: '修复道路', dueOn, amountFen }],
});
const acknowledging = (dueOn: string): object => ({ acknowledgedClocks: [{ rule: 'LT_FILE', dueOn }] });

const HOLDS: Row[] = [
  ...COURSE_HOLDS,
  ...RANKED_HOLDS,
  [intake.noOtherMediation, {}, {}, 'no other mediation'],
  [intake.sourceFitsStage, { stage: 'IN_LITIGATION', source: 'COURT' }, {}, 'a court entrusts its suit'],
  [intake.administrativeOrCivil, { stage: 'IN_RECONSIDERATION' }, {}, 'an administrative dispute'],
  [intake.administrativeOrCivil, { stage: 'PEOPLES_MEDIATION' }, { administrative: false }, 'a civil dispute'],
  [
    intake.suitNamed,
    { stage: 'IN_LITIGATION', courtCaseNumber: '（2026）浙01行初10号', courtProcedure: 'SUMMARY' },
    {},
    'suit and procedure named',
  ],
  [intake.suitNamed, { stage: 'PRE_LITIGATION' }, {}, 'no suit before litigation'],
  [intake.reconsiderationPending, { stage: 'IN_RECONSIDERATION' }, {}, 'a reconsideration is open'],
  [intake.reconsiderationPending, { stage: 'DEPARTMENT' }, { reconsiderationOpen: false }, 'none is needed'],
  [intake.receivedByToday, { receivedOn: TODAY }, {}, 'received today'],
  [intake.askedPartiesKnown, { partyIds: [ID.applicant, ID.thirdParty] }, {}, 'parties of the case'],
  [intake.askedByToday, { askedOn: TODAY }, {}, 'asked today'],
  [intake.noRefusal, {}, asked(null), 'nobody refused'],
  [intake.consentingPartyKnown, { partyId: ID.respondent }, {}, 'a party of the case'],
  [intake.consentInWriting, { answer: 'AGREED', form: 'ELECTRONIC' }, {}, 'electronic consent'],
  [intake.consentInWriting, { answer: 'REFUSED', form: 'ORAL_RECORDED' }, {}, 'an oral refusal is enough'],
  [intake.answeredByToday, { answeredOn: TODAY }, {}, 'answered today'],
  [intake.eachSideConsents, {}, {}, 'both sides; the third party does not matter'],
  [intake.consentFailed, {}, asked('REFUSED'), 'refused'],
  [intake.consentFailed, {}, asked(null), 'asked and silent'],
  [intake.returnReasonTrue, { reason: 'REFUSED' }, asked('REFUSED'), 'refused'],
  [intake.returnReasonTrue, { reason: 'UNREACHABLE' }, asked(null), 'asked and silent'],
  [intake.clockWarning, {}, citizen('2026-12-25'), 'ends after the term'],
  [intake.clockWarning, {}, citizen('2026-11-23'), 'has already ended'],
  [intake.clockWarning, acknowledging('2026-12-24'), citizen('2026-12-24'), 'acknowledged now'],
  [
    intake.clockWarning,
    {},
    { ...citizen('2026-12-24'), acknowledgedClocks: [{ rule: 'LT_FILE', dueOn: '2026-12-24' }] },
    'acknowledged before',
  ],
  [intake.clockWarningOnExtension, { days: 10 }, { ...term(), ...citizen('2026-12-12') }, 'ends after the longer term'],
  [assignment.noCommitteeYet, {}, { committeeId: null }, 'none yet'],
  [assignment.committeeAssigned, {}, {}, 'assigned'],
  [assignment.committeeActive, { committeeId: ID.townCommittee }, {}, 'active'],
  [assignment.committeeNotConflicted, { committeeId: ID.townCommittee }, {}, 'seated elsewhere'],
  [assignment.anotherCommittee, { committeeId: ID.respondentCommittee }, {}, 'another'],
  [assignment.mediatorsOnRoster, { mediatorIds: [ID.mediator, ID.otherMediator] }, {}, 'on the roster'],
  [assignment.mediatorsOfCommittee, { mediatorIds: [ID.mediator, ID.centreMediator] }, {}, 'committee and centre'],
  [assignment.mediatorNumber, { mediatorIds: [ID.mediator] }, {}, 'one in an ordinary case'],
  [
    assignment.mediatorNumber,
    { mediatorIds: [ID.mediator, ID.centreMediator], presidingId: ID.mediator },
    { major: true },
    'two in a major case',
  ],
  [
    assignment.mediatorNumber,
    { mediatorIds: [ID.mediator, ID.centreMediator], presidingId: ID.centreMediator },
    {},
    'two whom the parties want',
  ],
  [assignment.oneUnlessMajor, { mediatorIds: [ID.mediator] }, {}, 'one in an ordinary case'],
  [
    assignment.oneUnlessMajor,
    { mediatorIds: [ID.mediator, ID.centreMediator] },
    { major: true },
    'two in a major case',
  ],
  [assignment.mediatorNotReconsidering, { mediatorIds: [ID.mediator] }, {}, 'no officer of the reconsideration'],
  [assignment.mediatorNotReplaced, { mediatorIds: [ID.mediator] }, {}, 'new to the case'],
  [assignment.choiceLapsed, { basis: 'LEFT_TO_CENTRE' }, choosing(TODAY), 'both leave it to the centre'],
  [assignment.choiceLapsed, { basis: 'CHOICE_LAPSED' }, choosing('2026-11-23'), 'the day after'],
  [assignment.notConfirmedYet, {}, { unconfirmedMediatorIds: [ID.mediator] }, 'to be confirmed by the actor'],
  [assignment.noPendingRecusal, {}, {}, 'none'],
  [assignment.recusalPending, {}, recusal('APPLICANT'), 'raised'],
  [assignment.recusedMediatorServes, { mediatorId: ID.mediator }, { mediatorIds: [ID.mediator] }, 'serves'],
  [
    assignment.somebodyReplaced,
    { mediatorIds: [ID.centreMediator] },
    { mediatorIds: [ID.mediator], ...recusal('APPLICANT') },
    'the one concerned goes',
  ],
  [assignment.mayKeepMediator, {}, recusal('APPLICANT'), 'an administrative dispute'],
  [assignment.mayKeepMediator, {}, { stage: 'PEOPLES_MEDIATION', ...recusal('MEDIATOR') }, 'no party asked for it'],
  [assignment.bothAgreeAfterDisclosure, { agreedBy: [ID.applicant, ID.respondent] }, recusal('MEDIATOR'), 'both agree'],
  [assignment.bothAgreeAfterDisclosure, {}, recusal('APPLICANT'), 'not disclosed'],
  [sittings.mediatorsConfirmed, {}, { mediatorIds: [ID.mediator] }, 'confirmed'],
  [sittings.heldByToday, { heldOn: TODAY }, {}, 'today'],
  [sittings.closedUnlessAllAgree, { open: false }, {}, 'closed'],
  [sittings.closedUnlessAllAgree, { open: true, openAgreedBy: [ID.applicant, ID.respondent] }, {}, 'all agree'],
  [session.pausedInTerm, { reason: 'APPRAISAL', from: TODAY }, term(), 'within the term'],
  [session.pausedInTerm, { reason: 'SHAM_SUSPECTED', from: TODAY }, {}, 'stops no term'],
  [session.resumedAfterPause, { on: '2026-11-20' }, { pause: { reason: 'APPRAISAL', from: '2026-11-20' } }, 'same day'],
  [session.termNotExpired, {}, term({ dueOn: TODAY }), 'on the last day'],
  [session.termNotExpired, {}, term({ state: 'SUSPENDED', dueOn: '2026-11-20' }), 'standing still'],
  [session.allAgreeToExtend, { agreedBy: [ID.applicant, ID.respondent] }, {}, 'both sides'],
  [session.departmentExtension, { days: 30 }, { stage: 'DEPARTMENT' }, 'thirty days'],
  [session.departmentExtension, { days: 60 }, { stage: 'PRE_LITIGATION' }, 'no limit elsewhere'],
  [session.sessionHeld, {}, { sessionsHeld: 1 }, 'one'],
  [session.respondentMayBind, { respondentMayBind: true }, {}, 'confirmed'],
  [session.respondentMayBind, { respondentMayBind: false }, { administrative: false }, 'no organ to bind'],
  [session.paymentApproved, { ...owes(ID.applicant, TODAY, 100) }, {}, 'the applicant pays'],
  [session.paymentApproved, { ...owes(ID.respondent, TODAY, 100), headApprovedPayment: true }, {}, 'approved'],
  [session.schedulePresent, owes(ID.respondent, TODAY), {}, 'one obligation'],
  [session.scheduleSound, owes(ID.thirdParty, TODAY), {}, 'on the spot'],
  [session.terminationReasonTrue, { reason: 'TOO_FAR_APART' }, {}, 'any time'],
  [session.terminationReasonTrue, { reason: 'TERM_EXPIRED' }, term({ dueOn: '2026-11-23' }), 'the day after'],
  [session.terminationReasonTrue, { reason: 'REFUSES_TO_SIGN' }, { state: 'AGREED' }, 'after the agreement'],
  [session.wallKept, { report: '未达成协议' }, {}, 'the report alone'],
  [session.wallKept, { undisputedFacts: '道路于三月损坏', undisputedFactsConsented: true }, {}, 'facts, with consent'],
];

const REFUSES: Row[] = [
  ...COURSE_REFUSES,
  ...RANKED_REFUSES,
  [intake.noOtherMediation, {}, { otherMediationOpen: true }, 'another is open'],
  [intake.sourceFitsStage, { stage: 'IN_LITIGATION', source: 'PARTY' }, {}, 'a party cannot bring a pending suit'],
  [intake.administrativeOrCivil, { stage: 'PEOPLES_MEDIATION' }, {}, "people's mediation of an administrative dispute"],
  [intake.administrativeOrCivil, { stage: 'DEPARTMENT' }, { administrative: false }, 'a civil dispute elsewhere'],
  [intake.suitNamed, { stage: 'IN_LITIGATION', courtProcedure: 'SUMMARY' }, {}, 'no number'],
  [intake.suitNamed, { stage: 'PRE_LITIGATION', courtProcedure: 'SUMMARY' }, {}, 'a procedure without a suit'],
  [intake.reconsiderationPending, { stage: 'IN_RECONSIDERATION' }, { reconsiderationOpen: false }, 'none open'],
  [intake.receivedByToday, { receivedOn: '2026-11-25' }, {}, 'tomorrow'],
  [intake.askedPartiesKnown, { partyIds: [ID.stranger] }, {}, 'a stranger'],
  [intake.askedByToday, { askedOn: '2026-11-25' }, {}, 'tomorrow'],
  [intake.noRefusal, {}, asked('REFUSED'), 'an explicit refusal ends it'],
  [intake.consentingPartyKnown, { partyId: ID.stranger }, {}, 'a stranger'],
  [intake.consentInWriting, { answer: 'AGREED', form: 'ORAL_RECORDED' }, {}, 'oral consent'],
  [intake.answeredByToday, { answeredOn: '2026-11-25' }, {}, 'tomorrow'],
  [intake.eachSideConsents, {}, asked(null), 'one side missing (seed 19)'],
  [intake.eachSideConsents, {}, { parties: [applicant!] }, 'no respondent at all'],
  [intake.consentFailed, {}, {}, 'everybody agreed'],
  [intake.consentFailed, {}, asked(null, null), 'not asked yet'],
  [intake.returnReasonTrue, { reason: 'UNREACHABLE' }, asked('REFUSED'), 'reached, and refused'],
  [intake.returnReasonTrue, { reason: 'REFUSED' }, asked(null), 'silent, not refusing'],
  [intake.clockWarning, {}, citizen('2026-12-24'), 'ends on the last day of the term'],
  [intake.clockWarning, {}, citizen(TODAY), 'ends today'],
  [intake.clockWarning, acknowledging('2026-12-20'), citizen('2026-12-24'), 'acknowledged with another date'],
  [
    intake.clockWarningOnExtension,
    { days: 10 },
    { ...term(), ...citizen('2026-12-11') },
    'ends within the longer term',
  ],
  [
    intake.clockWarningOnExtension,
    { days: 10 },
    {
      ...term({ state: 'SUSPENDED' }),
      ...citizen('2026-12-15'),
      pause: { reason: 'APPRAISAL', from: '2026-11-20' },
    },
    'ends within the longer term, the pause included',
  ],
  [assignment.noCommitteeYet, {}, {}, 'one already'],
  [assignment.committeeAssigned, {}, { committeeId: null }, 'none'],
  [assignment.committeeActive, { committeeId: ID.closedCommittee }, {}, 'no longer active'],
  [assignment.committeeActive, { committeeId: ID.stranger }, {}, 'no committee at all'],
  [assignment.committeeNotConflicted, { committeeId: ID.respondentCommittee }, {}, 'seated in the respondent'],
  [assignment.anotherCommittee, { committeeId: ID.townCommittee }, {}, 'the same'],
  [assignment.mediatorsOnRoster, { mediatorIds: [ID.retiredMediator] }, {}, 'retired'],
  [assignment.mediatorsOnRoster, { mediatorIds: [ID.mediator, ID.stranger] }, {}, 'not on the roster'],
  [assignment.mediatorsOfCommittee, { mediatorIds: [ID.otherMediator] }, {}, 'of another committee'],
  [assignment.mediatorNumber, { mediatorIds: [ID.mediator, ID.centreMediator] }, {}, 'two, and nobody presides'],
  [assignment.mediatorNumber, { mediatorIds: [ID.mediator], presidingId: ID.stranger }, {}, 'a stranger presides'],
  [assignment.oneUnlessMajor, { mediatorIds: [ID.mediator, ID.centreMediator] }, {}, 'two in an ordinary case'],
  [assignment.mediatorNumber, { mediatorIds: [ID.mediator] }, { major: true }, 'one in a major case'],
  [assignment.mediatorNumber, { mediatorIds: [ID.mediator, ID.centreMediator] }, { major: true }, 'nobody presides'],
  [assignment.mediatorNotReconsidering, { mediatorIds: [ID.handler] }, {}, 'panel member of the dispute (seed 20)'],
  [assignment.mediatorNotReplaced, { mediatorIds: [ID.mediator] }, { replacedMediatorIds: [ID.mediator] }, 'recused'],
  [assignment.choiceLapsed, { basis: 'CHOICE_LAPSED' }, choosing(TODAY), 'the last day is still theirs'],
  [assignment.notConfirmedYet, {}, { mediatorIds: [ID.mediator] }, 'confirmed'],
  [assignment.noPendingRecusal, {}, recusal('MEDIATOR'), 'raised'],
  [assignment.recusalPending, {}, {}, 'none'],
  [assignment.recusedMediatorServes, { mediatorId: ID.stranger }, { mediatorIds: [ID.mediator] }, 'a stranger'],
  [
    assignment.somebodyReplaced,
    { mediatorIds: [ID.mediator, ID.otherMediator] },
    { mediatorIds: [ID.mediator, ID.centreMediator], ...recusal('APPLICANT') },
    'another goes instead of the one concerned',
  ],
  [assignment.somebodyReplaced, { mediatorIds: [ID.mediator] }, { mediatorIds: [ID.mediator] }, 'nobody goes'],
  [
    assignment.mayKeepMediator,
    {},
    { stage: 'PEOPLES_MEDIATION', ...recusal('APPLICANT') },
    "people's mediation: must replace",
  ],
  [assignment.bothAgreeAfterDisclosure, { agreedBy: [ID.applicant] }, recusal('MEDIATOR'), 'disclosed'],
  [sittings.mediatorsConfirmed, {}, { mediatorIds: [ID.mediator], unconfirmedMediatorIds: [ID.mediator] }, 'not yet'],
  [sittings.mediatorsConfirmed, {}, {}, 'no mediator'],
  [sittings.heldByToday, { heldOn: '2026-11-25' }, {}, 'tomorrow'],
  [sittings.closedUnlessAllAgree, { open: true }, {}, 'open without consent'],
  [session.pausedInTerm, { reason: 'APPRAISAL', from: '2026-11-25' }, term(), 'tomorrow'],
  [session.pausedInTerm, { reason: 'APPRAISAL', from: '2026-10-31' }, term(), 'before the term'],
  [session.pausedInTerm, { reason: 'APPRAISAL', from: TODAY }, term({ dueOn: '2026-11-23' }), 'after the term'],
  [session.resumedAfterPause, { on: '2026-11-19' }, { pause: { reason: 'APPRAISAL', from: '2026-11-20' } }, 'before'],
  [session.resumedAfterPause, { on: '2026-11-25' }, { pause: { reason: 'APPRAISAL', from: '2026-11-20' } }, 'tomorrow'],
  [session.termNotExpired, {}, term({ dueOn: '2026-11-23' }), 'the day after'],
  [session.termNotExpired, {}, {}, 'has not begun'],
  [session.allAgreeToExtend, { agreedBy: [ID.applicant] }, {}, 'one side only'],
  [session.departmentExtension, { days: 31 }, { stage: 'DEPARTMENT' }, 'thirty-one days'],
  [session.sessionHeld, {}, {}, 'none'],
  [session.respondentMayBind, { respondentMayBind: false }, {}, 'not confirmed'],
  [session.paymentApproved, owes(ID.respondent, TODAY, 100), {}, 'the organ pays without its head'],
  [session.schedulePresent, { schedule: [] }, {}, 'empty'],
  [session.scheduleSound, owes(ID.respondent, '2026-11-23'), {}, 'yesterday'],
  [session.scheduleSound, owes(ID.stranger, TODAY), {}, 'a stranger owes'],
  [session.terminationReasonTrue, { reason: 'TERM_EXPIRED' }, term({ dueOn: TODAY }), 'on the last day'],
  [
    session.terminationReasonTrue,
    { reason: 'TERM_EXPIRED' },
    term({ state: 'SUSPENDED', dueOn: '2026-11-20' }),
    'standing still',
  ],
  [session.terminationReasonTrue, { reason: 'REFUSES_TO_SIGN' }, { state: 'IN_SESSION' }, 'nothing to sign'],
  [session.wallKept, { undisputedFacts: '道路于三月损坏' }, {}, 'facts without consent'],
];

const named = (rows: Row[]): [string, string, Row][] => rows.map((row) => [row[0].code, row[3], row]);
const judge = ([guard, input, facts]: Row): boolean => guard.holds(exampleFacts(facts), exampleMoment(input as never));

it.each(named(HOLDS))('%s holds: %s', (_code, _why, row) => {
  expect(judge(row)).toBe(true);
});

it.each(named(REFUSES))('%s refuses: %s', (_code, _why, row) => {
  expect(judge(row)).toBe(false);
});

const GUARDS = [...new Set(MEDIATION.transitions.flatMap((t) => t.guards))];

it.each(GUARDS.map((guard) => [guard.code, guard] as const))('%s is shown holding and refusing', (_code, guard) => {
  expect(HOLDS.some((row) => row[0] === guard)).toBe(true);
  expect(REFUSES.some((row) => row[0] === guard)).toBe(true);
});

it.each(GUARDS.map((guard) => [guard.code, guard] as const))(
  '%s says in Chinese why, by which article',
  (code, guard) => {
    expect(code).toMatch(/^mediation\.[a-z]+(-[a-z]+)*$/);
    expect(guard.detail).toMatch(/\p{Script=Han}.*。$/u);
    expect(guard.article).toMatch(/第\d+条|\[L\]$/);
  },
);
