import { applicants, assessed, clock, exampleFacts, id, party, TODAY, WHO } from '../example-facts.js';
import { SOUND_INPUTS } from '../example-inputs.js';
import { AFTER_STEPS } from '../after/steps.js';
import { neverShown, refusals, serviceRows, type Row } from '../example-refusals.js';
import { NORM, PLANNED } from '../example-trial.js';
import type { ReconsiderationFacts } from '../facts.js';
import { RECONSIDERATION } from '../lifecycle.js';
import { countedFrom } from './standstill.js';
import { TOPIC_STEPS, URGENT } from './topics.js';

type Facts = Partial<ReconsiderationFacts>;

const sides = [
  party(WHO.applicant, 'APPLICANT'),
  party(WHO.respondent, 'RESPONDENT'),
  party(WHO.thirdParty, 'THIRD_PARTY'),
];
const notifiedOnly = (...ids: string[]) => ({ ...PLANNED, notified: new Map(ids.map((each) => [each, '2026-08-03'])) });
const S9 = { ground: 'S9', on: '2026-08-11' } as const;
const norm = (over: Partial<typeof NORM> | object = {}): Facts => ({
  suspension: S9,
  normReview: { ...NORM, ...over },
});
const sent = { sentOn: '2026-08-11' };
const ofHead: Facts = { recusals: [{ id: id(43), officerId: WHO.institutionHead }] };
const ofHandler: Facts = { recusals: [{ id: id(43), officerId: WHO.handler }] };
const suspended = (ground: 'S1' | 'S2' | 'S3' | 'S4' | 'S6', on: string): Facts => ({ suspension: { ground, on } });
const twelve: Facts = { parties: [...applicants(12, 2), party(WHO.respondent, 'RESPONDENT')] };
const all = applicants(12, 2).map((each) => each.partyId);
const attended = (respondent: object) => ({
  attendances: [
    { partyId: WHO.applicant, attendance: 'PRESENT' },
    { partyId: WHO.respondent, attendance: 'PRESENT', ...respondent },
    { partyId: WHO.thirdParty, attendance: 'PRESENT' },
  ],
});

// prettier-ignore
const ROWS: Row[] = [
  // People.
  ['nobody of that name', 'decide-third-party', { input: { partyId: WHO.stranger } }, ['third-party-unknown']],
  ['an applicant', 'decide-third-party', { input: { partyId: WHO.applicant } }, ['third-party-unknown']],
  ['refused before, admitted now', 'decide-third-party', { facts: { parties: sides.slice(0, 2), refusedThirdPartyIds: [WHO.thirdParty] } }, []],
  ['refused without reason', 'decide-third-party', { input: { outcome: 'REFUSED' } }, ['refusal-without-reason']],
  ['called, and refused', 'decide-third-party', { input: { outcome: 'REFUSED', way: 'NOTIFIED', reason: '无利害关系' } }, ['refusal-without-reason']],
  ['refused with reason', 'decide-third-party', { input: { outcome: 'REFUSED', reason: '无利害关系' } }, []],
  ['recusal of a stranger', 'ask-recusal', { input: { officerId: WHO.stranger } }, ['not-an-officer-of-the-case']],
  ['self, by another', 'ask-recusal', { input: { askedBy: 'SELF' } }, ['recusal-asker-wrong']],
  ['self', 'ask-recusal', { actorId: WHO.member, input: { askedBy: 'SELF' } }, []],
  ['party not named', 'ask-recusal', { input: { askedBy: 'PARTY' } }, ['recusal-asker-wrong']],
  ['party named', 'ask-recusal', { input: { askedBy: 'PARTY', partyId: WHO.applicant } }, []],
  ['head of the institution', 'ask-recusal', { input: { officerId: WHO.institutionHead } }, []],
  ['asked already', 'ask-recusal', { facts: { recusals: [{ id: id(43), officerId: WHO.member }] } }, ['recusal-pending']],
  ['gone already', 'ask-recusal', { facts: { excludedIds: [WHO.member] } }, ['recusal-pending']],
  ['no such request', 'decide-recusal', { input: { recusalId: id(99), replacementId: undefined } }, ['no-such-recusal']],
  ['own recusal', 'decide-recusal', { actorId: WHO.member }, ['recusal-in-own-cause']],
  ['head decides on head', 'decide-recusal', { facts: ofHead, actorId: WHO.institutionHead, input: { replacementId: undefined } }, ['recusal-in-own-cause']],
  ['authority decides on head', 'decide-recusal', { facts: ofHead, actorId: WHO.authorityHead, input: { replacementId: undefined } }, []],
  ['replaced by one in conflict', 'decide-recusal', { input: { replacementId: WHO.conflicted } }, ['replacement-unfit']],
  ['replaced by a mediator', 'decide-recusal', { input: { replacementId: WHO.mediator } }, ['replacement-unfit']],
  ['replaced by the other officer', 'decide-recusal', { input: { replacementId: WHO.handler } }, ['replacement-unfit']],
  ['refused, yet replaced', 'decide-recusal', { input: { outcome: 'REFUSED' } }, ['replacement-unfit']],
  ['one officer left', 'decide-recusal', { input: { replacementId: undefined } }, ['replacement-missing']],
  ['handler not replaced', 'decide-recusal', { facts: { ...ofHandler, officerIds: [WHO.handler, WHO.member, WHO.otherOfficer] }, input: { replacementId: undefined } }, ['replacement-missing']],
  ['two officers left', 'decide-recusal', { facts: { officerIds: [WHO.handler, WHO.member, WHO.otherOfficer] }, input: { replacementId: undefined } }, []],
  ['opinion of an outsider', 'give-opinion', {}, ['not-an-officer-of-the-case']],
  ['dissent without words', 'give-opinion', { actorId: WHO.member, input: { vote: 'DISSENT' } }, ['dissent-not-stated']],
  ['dissent', 'give-opinion', { actorId: WHO.member, input: { vote: 'DISSENT', dissent: '应当维持' } }, []],
  ['joined already', 'join-cases', { facts: { lead: { caseId: id(47), decidedOn: null } } }, ['already-joined']],
  ['joined with itself', 'join-cases', { input: { caseIds: [id(31)] } }, ['joined-with-itself']],
  ['joined twice', 'join-cases', { facts: { joined: [{ caseId: id(44), disputeId: id(45), number: '' }] } }, ['joined-with-itself']],
  ['separated, not joined', 'separate-case', { facts: { lead: null } }, ['not-joined']],
  ['decided with none', 'decide-with-lead', { facts: { lead: null } }, ['not-joined']],
  ['lead undecided', 'decide-with-lead', { facts: { lead: { caseId: id(47), decidedOn: null } } }, ['lead-not-decided']],
  // Hearing and committee.
  ['planned twice', 'schedule-hearing', { facts: { plannedHearing: PLANNED } }, ['hearing-already-planned']],
  ['chair, one member, recorder', 'schedule-hearing', { input: { memberIds: [WHO.member] } }, ['hearing-composition']],
  ['recorder also member', 'schedule-hearing', { input: { recorderId: WHO.member } }, ['hearing-composition']],
  ['chair also member', 'schedule-hearing', { input: { memberIds: [WHO.handler, WHO.member] } }, ['hearing-composition']],
  ['member from outside', 'schedule-hearing', { input: { memberIds: [WHO.member, WHO.stranger] } }, ['not-on-staff']],
  ['member in conflict', 'schedule-hearing', { input: { memberIds: [WHO.member, WHO.conflicted] } }, ['conflict-of-interest']],
  ['mediator as recorder', 'schedule-hearing', { input: { recorderId: WHO.mediator } }, ['conflict-of-interest']],
  ['too soon', 'schedule-hearing', { input: { on: '2026-08-19' } }, ['hearing-too-soon']],
  ['just in time', 'schedule-hearing', { input: { on: '2026-08-20' } }, []],
  ['notice of no hearing', 'notify-hearing', { facts: { plannedHearing: null } }, ['no-hearing-planned']],
  ['notice to a stranger', 'notify-hearing', { input: { partyIds: [WHO.stranger] } }, ['party-unknown']],
  ['notice too late', 'notify-hearing', { input: { servedOn: '2026-08-05' } }, ['hearing-notice-late']],
  ['notice tomorrow', 'notify-hearing', { facts: { plannedHearing: { ...PLANNED, on: '2026-09-30' } }, input: { servedOn: '2026-08-13' } }, ['hearing-notice-late']],
  ['no hearing to move', 'reschedule-hearing', { facts: { plannedHearing: null } }, ['no-hearing-planned']],
  ['moved too near', 'reschedule-hearing', { input: { on: '2026-08-14' } }, ['hearing-too-soon']],
  ['no hearing to call off', 'cancel-hearing', { facts: { plannedHearing: null } }, ['no-hearing-planned']],
  ['no hearing to hold', 'hold-hearing', { facts: { plannedHearing: null } }, ['no-hearing-planned', 'hearing-not-notified']],
  ['held before its day', 'hold-hearing', { today: '2026-08-11' }, ['hearing-day-not-come']],
  ['third party not told', 'hold-hearing', { facts: { plannedHearing: notifiedOnly(WHO.applicant, WHO.respondent) } }, ['hearing-not-notified']],
  ['member recused since', 'hold-hearing', { facts: { excludedIds: [WHO.member] } }, ['hearing-tribunal-changed']],
  ['respondent left out', 'hold-hearing', { input: { attendances: [{ partyId: WHO.applicant, attendance: 'PRESENT' }] } }, ['attendance-incomplete']],
  ['head absent, unexplained', 'hold-hearing', { input: attended({}) }, ['respondent-head-absent']],
  ['head absent, nobody sent', 'hold-hearing', { input: attended({ explanation: '出差' }) }, ['respondent-head-absent']],
  ['head absent, explained, staff sent', 'hold-hearing', { input: attended({ headAttended: false, explanation: '出差', delegate: '甲某' }) }, []],
  ['asked already', 'consult-committee', { facts: { committeeAskedOn: TODAY } }, ['committee-already-asked']],
  ['never asked', 'receive-committee-opinion', { facts: { committeeAskedOn: null } }, ['committee-not-asked']],
  ['answered before asked', 'receive-committee-opinion', { input: { givenOn: '2026-08-10' } }, ['committee-date-wrong']],
  ['answered tomorrow', 'receive-committee-opinion', { input: { givenOn: '2026-08-13' } }, ['committee-date-wrong']],
  // Evidence.
  ['from a stranger', 'record-evidence', { input: { partyId: WHO.stranger } }, ['party-unknown']],
  ['collected by the institution', 'record-evidence', { input: { partyId: undefined } }, []],
  ['given tomorrow', 'record-evidence', { input: { submittedOn: '2026-08-13' } }, ['evidence-date-wrong']],
  ['respondent after its reply', 'record-evidence', { input: { partyId: WHO.respondent } }, ['supplement-not-consented']],
  ['respondent, with consent', 'record-evidence', { input: { partyId: WHO.respondent, consentReason: '申请人提出新证据' } }, []],
  ['respondent with its reply', 'record-evidence', { input: { partyId: WHO.respondent, submittedOn: '2026-08-05' } }, []],
  ['respondent in default', 'record-evidence', { facts: { reply: null, evidenceDefault: true }, input: { partyId: WHO.respondent } }, ['supplement-not-consented']],
  ['not in the catalogue', 'judge-evidence', { facts: { evidence: [] } }, ['evidence-unknown']],
  ['not admitted, no ground', 'judge-evidence', { input: { admitted: false } }, ['non-admission-without-ground']],
  ['admitted on a ground against it', 'judge-evidence', { input: { ground: 'LATE' } }, ['non-admission-without-ground']],
  ['collected during the case', 'judge-evidence', { input: { admitted: false, ground: 'COLLECTED_DURING' } }, []],
  ['alone', 'record-investigation', { input: { investigators: [{ officerId: WHO.handler, certificateNo: 'F0001' }] } }, ['too-few-investigators']],
  ['one of them from outside', 'record-investigation', { input: { investigators: [{ officerId: WHO.handler, certificateNo: 'F0001' }, { officerId: WHO.stranger, certificateNo: 'F0003' }] } }, ['too-few-investigators']],
  ['one of them in conflict', 'record-investigation', { input: { investigators: [{ officerId: WHO.handler, certificateNo: 'F0001' }, { officerId: WHO.conflicted, certificateNo: 'F0003' }] } }, ['conflict-of-interest']],
  ['before acceptance', 'record-investigation', { input: { on: '2026-07-19' } }, ['day-outside-trial']],
  ['begins tomorrow', 'begin-fact-finding', { input: { on: '2026-08-13' } }, ['day-outside-trial']],
  ['appraisal without body', 'begin-fact-finding', { input: { kind: 'APPRAISAL', partyId: WHO.applicant, choice: 'AGREED' } }, ['appraisal-incomplete']],
  ['appraisal nobody asked for', 'begin-fact-finding', { input: { kind: 'APPRAISAL', body: '某鉴定所', choice: 'AGREED' } }, ['appraisal-incomplete']],
  ['appraisal', 'begin-fact-finding', { input: { kind: 'APPRAISAL', body: '某鉴定所', choice: 'AGREED', partyId: WHO.applicant } }, []],
  ['ends tomorrow', 'end-fact-finding', { input: { on: '2026-08-13' } }, ['day-outside-trial']],
  ['ends before it began', 'end-fact-finding', { input: { on: '2026-08-10' } }, ['no-such-fact-finding']],
  // Course.
  ['stayed twice', 'stay-execution', { facts: { stay: { id: id(48), on: TODAY } } }, ['already-stayed']],
  ['on whose application?', 'stay-execution', { input: { ground: 'APPLIED' } }, ['stay-applicant-missing']],
  ['on the respondent’s application', 'stay-execution', { input: { ground: 'APPLIED', partyId: WHO.respondent } }, ['stay-applicant-missing']],
  ['on the third party’s application', 'stay-execution', { input: { ground: 'APPLIED', partyId: WHO.thirdParty } }, []],
  ['never stayed', 'lift-stay', { facts: { stay: null } }, ['not-stayed']],
  ['ordinary already', 'convert-to-ordinary', { facts: { track: 'ORDINARY' } }, ['not-simplified']],
  ['still one officer', 'convert-to-ordinary', { input: { memberIds: [] } }, ['too-few-officers']],
  ['joined by one in conflict', 'convert-to-ordinary', { input: { memberIds: [WHO.conflicted] } }, ['officer-unfit']],
  ['joined by himself', 'convert-to-ordinary', { input: { memberIds: [WHO.handler, WHO.member] } }, ['officer-unfit']],
  ['asked twice', 'request-uplift', { facts: { uplift: { id: id(49), requestedOn: TODAY } } }, ['uplift-pending']],
  ['never asked', 'decline-uplift', { facts: { uplift: null } }, ['uplift-not-requested']],
  ['answered before asked', 'decline-uplift', { input: { answeredOn: '2026-08-10' } }, ['answer-date-wrong']],
  ['taken tomorrow', 'transfer-up', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['sent twice', 'send-files-up', { facts: { filesSentUp: true } }, ['files-already-sent']],
  ['sent tomorrow', 'send-files-up', { input: { sentOn: '2026-08-13' } }, ['sent-in-future']],
  ['another case was opened', 'order-review', { facts: { otherOpen: true } }, ['already-open']],
  ['order of tomorrow', 'order-review', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['order before the application', 'order-review', { input: { receivedOn: '2026-08-02' } }, ['order-before-act']],
  ['another case was opened', 'order-trial', { facts: { otherOpen: true } }, ['already-open']],
  ['order of tomorrow', 'order-trial', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['order before the dismissal', 'order-trial', { input: { receivedOn: '2026-08-09' } }, ['order-before-act']],
  ['order of tomorrow', 'order-resumption', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['order before the suspension', 'order-resumption', { input: { receivedOn: '2026-08-10' } }, ['order-before-act']],
  // Normative documents.
  ['applied when?', 'suspend-for-review', { input: { appliedOn: undefined } }, ['norm-application-date']],
  ['applied tomorrow', 'suspend-for-review', { input: { appliedOn: '2026-08-13' } }, ['norm-application-date']],
  ['of its own accord', 'suspend-for-review', { input: { basis: 'EX_OFFICIO', appliedOn: undefined } }, []],
  ['suspended otherwise', 'send-norm', { facts: { ...norm(), ...suspended('S6', '2026-08-11') } }, ['no-norm-review']],
  ['sent already', 'send-norm', { facts: norm(sent) }, ['norm-already-sent']],
  ['competent, yet passed on', 'send-norm', { input: { recipient: '市人民政府' } }, ['norm-recipient']],
  ['passed on to whom?', 'send-norm', { facts: norm({ competent: false }) }, ['norm-recipient']],
  ['sent before the suspension', 'send-norm', { input: { sentOn: '2026-08-10' } }, ['norm-date-wrong']],
  ['received, concluded', 'record-norm-receipt', { facts: norm({ ...sent, concluded: true }) }, ['no-norm-review']],
  ['received, never sent', 'record-norm-receipt', { facts: norm() }, ['norm-not-sent']],
  ['received twice', 'record-norm-receipt', { facts: norm({ ...sent, receivedOn: TODAY }) }, ['norm-already-received']],
  ['received before sent', 'record-norm-receipt', { input: { receivedOn: '2026-08-10' } }, ['norm-date-wrong']],
  ['answered, concluded', 'receive-norm-answer', { facts: norm({ ...sent, concluded: true }) }, ['no-norm-review']],
  ['answered, never sent', 'receive-norm-answer', { facts: norm() }, ['norm-not-sent']],
  ['answered twice', 'receive-norm-answer', { facts: norm({ ...sent, answeredOn: TODAY }) }, ['norm-already-answered']],
  ['answered tomorrow', 'receive-norm-answer', { input: { answeredOn: '2026-08-13' } }, ['norm-date-wrong']],
  ['concluded twice', 'conclude-norm-review', { facts: norm({ concluded: true }) }, ['no-norm-review']],
  ['not competent, not answered', 'conclude-norm-review', { facts: norm({ ...sent, competent: false }) }, ['norm-not-answered']],
  ['competent, maker silent', 'conclude-norm-review', { facts: norm(sent) }, []],
  ['unlawful how?', 'conclude-norm-review', { input: { outcome: 'UNLAWFUL' } }, ['norm-fault']],
  // Endings.
  ['withdrawn twice', 'file-withdrawal', { facts: { withdrawal: { id: id(50), approved: false } } }, ['withdrawal-already-filed']],
  ['withdrawn tomorrow', 'file-withdrawal', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['withdrawn by representatives', 'file-withdrawal', { facts: twelve, input: { signedByIds: all.slice(0, 2) } }, ['withdrawal-not-by-all']],
  ['withdrawn by eleven of twelve', 'file-withdrawal', { facts: twelve, input: { signedByIds: all.slice(1) } }, ['withdrawal-not-by-all']],
  ['withdrawn by all', 'file-withdrawal', { facts: twelve, input: { signedByIds: all } }, []],
  ['nothing to decide', 'decide-withdrawal', { facts: { withdrawal: null } }, ['no-withdrawal-to-decide']],
  ['allowed already', 'decide-withdrawal', { facts: { withdrawal: { id: id(50), approved: true } } }, ['no-withdrawal-to-decide']],
  ['withdrawal not filed', 'terminate', { input: { ground: 'T1' } }, ['withdrawal-not-allowed']],
  ['withdrawal not allowed yet', 'terminate', { facts: { withdrawal: { id: id(50), approved: false } }, input: { ground: 'T1' } }, ['withdrawal-not-allowed']],
  ['withdrawal allowed', 'terminate', { facts: { withdrawal: { id: id(50), approved: true } }, input: { ground: 'T1' } }, []],
  ['withdrawal allowed while suspended', 'terminate', { state: 'SUSPENDED', facts: { withdrawal: { id: id(50), approved: true } }, input: { ground: 'T1' } }, []],
  ['T5, not suspended', 'terminate', { input: { ground: 'T5' } }, ['suspension-term-running']],
  ['T5, missing for 60 days', 'terminate', { state: 'SUSPENDED', facts: suspended('S3', '2026-06-01'), input: { ground: 'T5' } }, ['suspension-term-running']],
  ['T5, mediating for 60 days', 'terminate', { state: 'SUSPENDED', facts: suspended('S6', '2026-06-01'), input: { ground: 'T5' } }, ['suspension-term-running']],
  ['T5, dead for 59 days', 'terminate', { state: 'SUSPENDED', today: '2026-03-05', facts: suspended('S1', '2026-01-05'), input: { ground: 'T5' } }, ['suspension-term-running']],
  ['T5, dead for 60 days', 'terminate', { state: 'SUSPENDED', today: '2026-03-06', facts: suspended('S1', '2026-01-05'), input: { ground: 'T5' } }, []],
  ['T5, incapable', 'terminate', { state: 'SUSPENDED', facts: suspended('S2', '2026-06-01'), input: { ground: 'T5' } }, []],
  ['T5, ended', 'terminate', { state: 'SUSPENDED', facts: suspended('S4', '2026-06-01'), input: { ground: 'T5' } }, []],
  ['a stranger agrees', 'conclude-mediation', { input: { thirdPartyIds: [WHO.stranger], signedByIds: [WHO.applicant, WHO.respondent, WHO.stranger] } }, ['third-party-unknown']],
  ['respondent has not signed', 'conclude-mediation', { input: { signedByIds: [WHO.applicant], performances: [] } }, ['statement-not-signed']],
  ['third party agrees, unsigned', 'conclude-mediation', { input: { thirdPartyIds: [WHO.thirdParty] } }, ['statement-not-signed']],
  ['third party agrees and signs', 'conclude-mediation', { input: { thirdPartyIds: [WHO.thirdParty], signedByIds: [WHO.applicant, WHO.respondent, WHO.thirdParty] } }, []],
  ['signed by representatives only', 'conclude-mediation', { facts: twelve, input: { signedByIds: [...all.slice(0, 2), WHO.respondent] } }, ['statement-not-signed']],
  ['performed yesterday', 'conclude-mediation', { input: { performances: [{ partyId: WHO.respondent, what: '退款', dueOn: '2026-08-11' }] } }, ['performance-wrong']],
  ['performed by one who did not sign', 'conclude-mediation', { input: { performances: [{ partyId: WHO.thirdParty, what: '拆除', dueOn: '2026-08-20' }] } }, ['performance-wrong']],
  ['while suspended', 'conclude-mediation', { state: 'SUSPENDED' }, ['cases.illegal-transition']],
  ['groundless, before July 2026', 'dismiss', { today: '2026-06-30', input: { ground: 'BEYOND_POWER' } }, ['dismissal-not-in-force']],
  ['conditions, before July 2026', 'dismiss', { today: '2026-06-30', input: { ground: 'CONDITIONS', failed: ['IN_TIME'] } }, []],
  ['statement left', 'serve-ending', { input: { method: 'LIEN', lienProof: 'WITNESS' } }, ['method-barred-for-paper']],
  ...serviceRows('serve-ending', 'DISMISSAL').map(
    ([why, name, change, expected]): Row => [why, name, { ...change, state: 'DISMISSED' }, expected],
  ),
  ['served on a stranger', 'serve-ending', { input: { recipientId: WHO.stranger } }, ['recipient-unknown']],
  ['served before it was made', 'serve-ending', { facts: { decidedOn: TODAY } }, ['served-before-decision']],
  ['groundless, unexplained', 'dismiss', { input: { ground: 'GROUNDLESS' } }, ['explanation-missing']],
  ['groundless, explained without record', 'dismiss', { input: { ground: 'GROUNDLESS', explainedOn: TODAY } }, ['explanation-missing']],
  ['groundless, explained', 'dismiss', { input: { ground: 'GROUNDLESS', explainedOn: TODAY, explanation: '已当面释明' } }, []],
  ['which conditions?', 'dismiss', { input: { ground: 'CONDITIONS' } }, ['failed-conditions']],
  ['conditions that were met', 'dismiss', { facts: assessed('ACT'), input: { ground: 'CONDITIONS', failed: ['INTEREST'] } }, ['refusal-against-assessment']], // prettier-ignore
  ['conditions named', 'dismiss', { input: { ground: 'CONDITIONS', failed: ['INTEREST'] } }, []],
];

it.each(ROWS)('%s (%s)', (_why, name, change, refused) => {
  expect(refusals(name, change)).toEqual(refused);
});

it('accepts nothing after a refusal without a superior’s order', () => {
  expect(refusals('accept', { state: 'NOT_ACCEPTED' })).toContain('cases.illegal-transition');
  expect(refusals('order-review', { state: 'NOT_ACCEPTED' })).toEqual([]);
});

it.each(TOPIC_STEPS.map((each) => each.name))('%s passes in its plain case', (name) => {
  expect(refusals(name, name === 'give-opinion' ? { actorId: WHO.member } : {})).toEqual([]);
});

it('shows every guard of every step refuse', () => {
  expect(neverShown(TOPIC_STEPS, ROWS)).toEqual([]);
});

describe('an officer whose recusal is asked for and undecided', () => {
  const undecided = { actorId: WHO.stranger, facts: { recusals: [{ id: id(43), officerId: WHO.stranger }] } };
  // Nobody's recusal can be open any more once the decision is served.
  const paused = RECONSIDERATION.transitions.filter(
    (step) => step.from.length > 0 && !URGENT.has(step.name) && !AFTER_STEPS.includes(step),
  );

  it.each(paused.filter((step) => !step.code.match(/^RC-0|RC-10/)).map((step) => step.name))('does not %s', (name) => {
    expect(refusals(name, undecided)).toContain('recusal-undecided');
  });

  it.each([...URGENT])('still does what cannot wait: %s', (name) => {
    expect(refusals(name, undecided)).not.toContain('recusal-undecided');
  });
});

describe('the decision period', () => {
  const running = [clock('RC_DECIDE', '2026-09-18')];
  const still = [clock('RC_DECIDE', '2026-09-18', 'SUSPENDED')];
  const moves = (name: string, facts: Facts): boolean => {
    const step = RECONSIDERATION.transitions.find((each) => each.name === name)!;
    const effect = step.clocks!.find((each) => each.rule === 'RC_DECIDE')!;
    const moment = { today: TODAY, actorId: WHO.stranger, input: SOUND_INPUTS[name]! };
    return effect.when!(exampleFacts('IN_TRIAL', facts), moment);
  };

  it('stands still once however many causes there are', () => {
    expect(moves('begin-fact-finding', { clocks: running })).toBe(true);
    expect(moves('begin-fact-finding', { clocks: still })).toBe(false);
    expect(moves('request-uplift', { clocks: still })).toBe(false);
  });

  it('does not go on before a longer cause has ended, though its end was recorded first', () => {
    expect(countedFrom({ stillUntil: null }, '2026-08-10')).toBe('2026-08-10');
    expect(countedFrom({ stillUntil: '2026-08-12' }, '2026-08-10')).toBe('2026-08-12');
    expect(countedFrom({ stillUntil: '2026-08-01' }, '2026-08-10')).toBe('2026-08-10');
  });

  it('goes on only when the last cause has ended', () => {
    const appraisal = { factFinding: [{ id: id(46), begunOn: TODAY }] };
    const asked = { uplift: { id: id(49), requestedOn: TODAY } };
    const resting = { suspension: { ground: 'S6', on: TODAY } } as const;
    const none = { clocks: still, suspension: null };
    expect(moves('end-fact-finding', { ...none, ...appraisal })).toBe(true);
    expect(
      moves('end-fact-finding', { ...none, factFinding: [...appraisal.factFinding, ...appraisal.factFinding] }),
    ).toBe(false);
    expect(moves('end-fact-finding', { ...none, ...appraisal, ...asked })).toBe(false);
    expect(moves('decline-uplift', { ...none, ...asked })).toBe(true);
    expect(moves('decline-uplift', { ...none, ...asked, ...appraisal })).toBe(false);
    expect(moves('resume', { ...none, ...resting })).toBe(true);
    expect(moves('resume', { ...none, ...resting, ...appraisal })).toBe(false);
  });
});
