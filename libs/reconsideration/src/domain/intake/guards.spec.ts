import { CONDITION_CODES } from '../acceptance.js';
import { applicants, assessed, clock, id, party, TODAY, WHO } from '../example-facts.js';
import { neverShown, refusals, serviceRows, type Row } from '../example-refusals.js';
import type { ReconsiderationFacts } from '../facts.js';
import { INTAKE_STEPS } from './steps.js';

const OLD_FILING = { filedOn: '2026-06-30', receivedOn: '2026-06-30' };
const many = (count: number, chosen: number, electionSigned = true): Partial<ReconsiderationFacts> => ({
  parties: [...applicants(count, chosen), party(WHO.respondent, 'RESPONDENT')],
  electionSigned,
});

// prettier-ignore
const ROWS: Row[] = [
  ...serviceRows('serve-correction-notice', 'CORRECTION_NOTICE'),
  ...serviceRows('serve-refusal', 'REFUSAL'),
  ['another case is open', 'receive', { facts: { otherOpen: true } }, ['already-open']],
  ['no respondent', 'receive', { facts: { parties: [party(WHO.applicant, 'APPLICANT')] } }, ['party-missing']],
  ['no applicant', 'receive', { facts: { parties: [party(WHO.respondent, 'RESPONDENT')] } }, ['party-missing']],
  ['received tomorrow', 'receive', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['post without postmark', 'receive', { input: { method: 'POST' } }, ['filing-day-wrong']],
  ['post', 'receive', { input: { method: 'POST', postmarkedOn: '2026-08-08' } }, []],
  ['postmark after receipt', 'receive', { input: { method: 'POST', postmarkedOn: '2026-08-13' } }, ['filing-day-wrong']],
  ['postmark on paper brought in', 'receive', { input: { postmarkedOn: '2026-08-08' } }, ['filing-day-wrong']],
  ['forwarded without day', 'receive', { input: { method: 'FORWARDED' } }, ['filing-day-wrong']],
  ['forwarded', 'receive', { input: { method: 'FORWARDED', handedToOrganOn: '2026-08-07' } }, []],
  ['reviewer from outside', 'assign-reviewer', { input: { reviewerId: WHO.stranger } }, ['not-on-staff']],
  ['reviewer in conflict', 'assign-reviewer', { input: { reviewerId: WHO.conflicted } }, ['conflict-of-interest']],
  ['review over', 'assign-reviewer', { today: '2026-08-18' }, ['review-lapsed']],
  ['last day of review', 'notify-correction', { today: '2026-08-17' }, []],
  ['review over', 'notify-correction', { today: '2026-08-18' }, ['review-lapsed']],
  ['second notice', 'notify-correction', { facts: { correctionNotices: ['MATERIALS'] } }, ['second-correction']],
  ['respondent, after materials', 'notify-correction', { facts: { correctionNotices: ['MATERIALS'] }, input: { kind: 'RESPONDENT' } }, []],
  ['respondent twice', 'notify-correction', { facts: { correctionNotices: ['RESPONDENT'] }, input: { kind: 'RESPONDENT' } }, ['second-correction']],
  ['served twice', 'serve-correction-notice', { facts: { correction: { kind: 'MATERIALS', servedOn: '2026-08-06' } } }, ['correction-already-served']],
  ['served before receipt', 'serve-correction-notice', { input: { on: '2026-08-02' } }, ['served-before-receipt']],
  ['extension of a period that has ended', 'extend-correction', { today: '2026-08-21' }, ['correction-not-running']],
  ['extension before service', 'extend-correction', { facts: { clocks: [] } }, ['correction-not-running']],
  ['on the last day', 'receive-correction', { today: '2026-08-20', input: { receivedOn: '2026-08-20' } }, []],
  ['late', 'receive-correction', { today: '2026-08-21', input: { receivedOn: '2026-08-21' } }, ['correction-late']],
  ['posted in time', 'receive-correction', { today: '2026-08-24', input: { receivedOn: '2026-08-24', postmarkedOn: '2026-08-20' } }, []],
  ['received tomorrow', 'receive-correction', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['postmark after receipt', 'receive-correction', { input: { postmarkedOn: '2026-08-13' } }, ['filing-day-wrong']],
  ['not late at all', 'accept-late-correction', { input: { receivedOn: '2026-08-11' } }, ['correction-not-late']],
  ['received tomorrow', 'accept-late-correction', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['postmark after receipt', 'accept-late-correction', { state: 'ABANDONED', input: { postmarkedOn: '2026-08-13' } }, ['filing-day-wrong']],
  ['after abandonment', 'accept-late-correction', { state: 'ABANDONED', facts: { clocks: [] } }, []],
  ['abandoned on the last day', 'lapse-correction', { facts: { clocks: [clock('RC_CORRECT', TODAY)] } }, ['correction-running']],
  ['abandoned before service', 'lapse-correction', { facts: { clocks: [] } }, ['correction-running']],
  ['review over', 'refuse', { today: '2026-08-18' }, ['review-lapsed']],
  ['no jurisdiction, no authority named', 'refuse', { input: { failed: ['JURISDICTION'] } }, ['competent-authority-missing']],
  ['no jurisdiction', 'refuse', { input: { failed: ['JURISDICTION'], competentAuthority: '市人民政府' } }, []],
  ['refusal served on the respondent', 'serve-refusal', { input: { recipientId: WHO.respondent } }, ['recipient-unknown']],
  ['refusal served before receipt', 'serve-refusal', { input: { on: '2026-08-02' } }, ['served-before-receipt']],
  ['review over', 'decline-repeat', { today: '2026-08-18' }, ['review-lapsed']],
  ['told tomorrow', 'decline-repeat', { input: { toldOn: '2026-08-13' } }, ['told-in-future']],
  ['review over', 'withdraw-early', { today: '2026-08-18' }, ['review-lapsed']],
  ['received tomorrow', 'withdraw-early', { input: { receivedOn: '2026-08-13' } }, ['received-in-future']],
  ['by representatives alone', 'withdraw-early', { facts: many(12, 2), input: { signedByIds: [id(100), id(101)] } }, ['withdrawal-not-by-all']],
  ['by all', 'withdraw-early', { facts: many(12, 2), input: { signedByIds: applicants(12, 2).map((each) => each.partyId) } }, []],
  ['review over', 'accept', { today: '2026-08-18' }, ['review-lapsed']],
  ['accepted in another case', 'accept', { facts: { otherAccepted: true } }, ['already-accepted']],
  ['six conditions', 'accept', { input: { met: CONDITION_CODES.slice(1) } }, ['conditions-not-met']],
  ['filed late', 'accept', { facts: { applyDueOn: '2026-08-02' } }, ['filed-late']],
  ['filed late with reason', 'accept', { facts: { applyDueOn: '2026-08-02' }, input: { latenessReason: '未告知申请期限' } }, []],
  ...CONDITION_CODES.map((condition): Row => [
    `assessed as not met: ${condition}`, 'accept', { facts: assessed('ACT', { [condition]: { computed: 'NOT_MET', confirmed: null } }) }, [`${condition.toLowerCase().replaceAll('_', '-')}-not-met`],
  ]),
  ['assessed as not met, and confirmed', 'accept', { facts: assessed('ACT', { INTEREST: { computed: 'NOT_MET', confirmed: 'NOT_MET' } }) }, ['interest-not-met']],
  ['assessed as not met, overridden', 'accept', { facts: assessed('ACT', { INTEREST: { computed: 'NOT_MET', confirmed: 'MET' } }) }, []],
  ['assessed as met, overridden to not met', 'accept', { facts: assessed('ACT', { INTEREST: { computed: 'MET', confirmed: 'NOT_MET' } }) }, ['interest-not-met']],
  ['assessed as met, not confirmed', 'accept', { facts: assessed('ACT', { INTEREST: { computed: 'MET', confirmed: null } }) }, ['admissibility-unconfirmed']],
  ['open, and confirmed as open', 'accept', { facts: assessed('ACT', { INTEREST: { computed: 'UNKNOWN', confirmed: 'UNKNOWN' } }) }, ['admissibility-unconfirmed']],
  ['all confirmed', 'accept', { facts: assessed('ACT') }, []],
  ['refused for what was found met', 'refuse', { facts: assessed('ACT') }, ['refusal-against-assessment']],
  ['refused for what was found not met', 'refuse', { facts: assessed('ACT', { IN_TIME: { computed: 'NOT_MET', confirmed: null } }) }, []],
  ['refused without naming conditions is for the input to refuse', 'refuse', { facts: assessed('ACT'), input: { failed: [] } }, []],
  ['refused for what is open', 'refuse', { facts: assessed('ACT', { IN_TIME: { computed: 'UNKNOWN', confirmed: null } }) }, []],
  ['posted on the last day', 'accept', { facts: { applyDueOn: '2026-08-01', filedOn: '2026-08-01' } }, []],
  ['day of knowledge not recorded', 'accept', { facts: { applyDueOn: null } }, []],
  ['10 applicants', 'accept', { facts: many(10, 0, false) }, []],
  ['11 applicants', 'accept', { facts: many(11, 0, false) }, ['representatives-missing']],
  ['11 with 2 representatives', 'accept', { facts: many(11, 2) }, []],
  ['11 with 2, election not signed', 'accept', { facts: many(11, 2, false) }, ['representatives-missing']],
  ['11 with 1', 'accept', { facts: many(11, 1) }, ['representatives-missing']],
  ['11 with 6', 'accept', { facts: many(11, 6) }, ['representatives-missing']],
  ['6 applicants, filed before July 2026', 'accept', { facts: { ...many(6, 0, false), ...OLD_FILING } }, ['representatives-missing']],
  ['6 with 1, filed before July 2026', 'accept', { facts: { ...many(6, 1), ...OLD_FILING } }, []],
  ['5 applicants, filed before July 2026', 'accept', { facts: { ...many(5, 0, false), ...OLD_FILING } }, []],
  ['deemed on the last day', 'accept-deemed', { facts: { clocks: [clock('RC_REVIEW', TODAY)] } }, ['review-running']],
  ['deemed, nobody assigned', 'accept-deemed', { state: 'RECEIVED' }, []],
  ['deemed from review', 'accept-deemed', { state: 'UNDER_REVIEW' }, []],
  ['deemed after a refusal', 'accept-deemed', { state: 'NOT_ACCEPTED' }, ['cases.illegal-transition']],
  ['accepted after a refusal', 'accept', { state: 'NOT_ACCEPTED' }, ['cases.illegal-transition']],
];

it.each(ROWS)('%s (%s)', (_why, name, change, refused) => {
  expect(refusals(name, change)).toEqual(refused);
});

it.each(INTAKE_STEPS.map((each) => each.name))('%s passes in its plain case', (name) => {
  expect(refusals(name)).toEqual([]);
});

it('shows every guard of every step refuse', () => {
  expect(neverShown(INTAKE_STEPS, ROWS)).toEqual([]);
});
