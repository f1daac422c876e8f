import { applicants, clock, id, party, TODAY, WHO } from '../example-facts.js';
import { neverShown, refusals, serviceRows, type Row } from '../example-refusals.js';
import type { ReconsiderationFacts } from '../facts.js';
import { NORM, PLANNED } from '../example-trial.js';
import { TRIAL_STEPS } from './steps.js';

const SIMPLE = { track: 'SIMPLIFIED', simplifiedGround: 'ON_THE_SPOT', clearCase: true };
const many = (count: number, chosen: number, electionSigned = true): Partial<ReconsiderationFacts> => ({
  parties: [...applicants(count, chosen), party(WHO.respondent, 'RESPONDENT')],
  electionSigned,
});
const noThirdParty = [party(WHO.applicant, 'APPLICANT'), party(WHO.respondent, 'RESPONDENT')];
const lapsed: Partial<ReconsiderationFacts> = { evidenceDefault: true, reply: null };

// prettier-ignore
const ROWS: Row[] = [
  ...serviceRows('record-copy-receipt', 'COPY', 'organ'),
  ['one person twice', 'open-trial', { input: { memberIds: [WHO.handler] } }, ['officer-twice', 'too-few-officers']],
  ['ordinary, one officer', 'open-trial', { input: { memberIds: [] } }, ['too-few-officers']],
  ['simplified, one officer, 2026-06-30', 'open-trial', { today: '2026-06-30', input: { ...SIMPLE, memberIds: [] } }, ['too-few-officers']],
  ['simplified, one officer, 2026-07-01', 'open-trial', { today: '2026-07-01', input: { ...SIMPLE, memberIds: [] } }, []],
  ['officer from outside', 'open-trial', { input: { memberIds: [WHO.stranger] } }, ['not-on-staff']],
  ['officer in conflict', 'open-trial', { input: { memberIds: [WHO.conflicted] } }, ['conflict-of-interest']],
  ['mediator as officer', 'open-trial', { input: { memberIds: [WHO.mediator] } }, ['mediator-on-panel']],
  ['mediator as handler', 'open-trial', { input: { handlerId: WHO.mediator } }, ['mediator-on-panel']],
  ['simplified without ground', 'open-trial', { input: { track: 'SIMPLIFIED' } }, ['simplified-without-ground']],
  ['ground, but not clear', 'open-trial', { input: { ...SIMPLE, clearCase: false } }, ['simplified-without-ground']],
  ['ordinary with ground', 'open-trial', { input: { simplifiedGround: 'WARNING' } }, ['simplified-without-ground']],
  ['amount of 3000', 'open-trial', { facts: { amount: 3000 }, input: { ...SIMPLE, simplifiedGround: 'SMALL_AMOUNT' } }, []],
  ['amount of 3000.01', 'open-trial', { facts: { amount: 3000.01 }, input: { ...SIMPLE, simplifiedGround: 'SMALL_AMOUNT' } }, ['amount-too-large']],
  ['amount unknown', 'open-trial', { facts: { amount: null }, input: { ...SIMPLE, simplifiedGround: 'SMALL_AMOUNT' } }, ['amount-too-large']],
  ['third party did not agree', 'open-trial', { input: { track: 'SIMPLIFIED', simplifiedGround: 'AGREED', consentedIds: [WHO.applicant, WHO.respondent] } }, ['simplified-not-agreed']],
  ['all agree', 'open-trial', { input: { track: 'SIMPLIFIED', simplifiedGround: 'AGREED', consentedIds: [WHO.applicant, WHO.respondent, WHO.thirdParty] } }, []],
  ['sent twice', 'send-copy', { facts: { copySentOn: '2026-07-22' } }, ['copy-already-sent']],
  ['sent tomorrow', 'send-copy', { input: { sentOn: '2026-08-13' } }, ['copy-date-wrong']],
  ['sent before acceptance', 'send-copy', { input: { sentOn: '2026-07-19' } }, ['copy-date-wrong']],
  ['received, not sent', 'record-copy-receipt', { facts: { copySentOn: null } }, ['copy-not-on-its-way']],
  ['received twice', 'record-copy-receipt', { facts: { copyReceivedOn: '2026-07-23' } }, ['copy-not-on-its-way']],
  ['received before sent', 'record-copy-receipt', { input: { on: '2026-07-21' } }, ['copy-date-wrong']],
  ['reply before receipt of the copy is known', 'receive-reply', { facts: { copyReceivedOn: null } }, ['copy-not-received']],
  ['second reply', 'receive-reply', { facts: { reply: { receivedOn: '2026-08-05', late: false } } }, ['reply-already-received']],
  ['reply tomorrow', 'receive-reply', { input: { receivedOn: '2026-08-13' } }, ['reply-date-wrong']],
  ['reply before the copy', 'receive-reply', { input: { receivedOn: '2026-07-22' } }, ['reply-date-wrong']],
  ['lawyer only', 'receive-reply', { input: { agents: [{ name: '乙某', employment: 'LAWYER' }] } }, ['staff-agent-missing']],
  ['lawyer and staff', 'receive-reply', { input: { agents: [{ name: '乙某', employment: 'LAWYER' }, { name: '甲某', employment: 'STAFF' }] } }, []],
  ['lawyer only, before July 2026', 'receive-reply', { facts: { copyReceivedOn: '2026-06-20' }, today: '2026-06-30', input: { receivedOn: '2026-06-30', agents: [{ name: '乙某', employment: 'LAWYER' }] } }, []],
  ['late reply is taken', 'receive-reply', { facts: { evidenceDefault: true, clocks: [clock('RC_REPLY', '2026-08-06', 'CANCELLED')] } }, []],
  ['default on the last day', 'default-reply', { facts: { clocks: [clock('RC_REPLY', TODAY)] } }, ['reply-period-running']],
  ['default with a reply in', 'default-reply', { facts: { reply: { receivedOn: '2026-08-05', late: false } } }, ['reply-period-running']],
  ['default while the period stands still', 'default-reply', { state: 'SUSPENDED', facts: { clocks: [clock('RC_REPLY', '2026-08-11', 'SUSPENDED')] } }, ['reply-period-running']],
  ['default accrued before suspension', 'default-reply', { state: 'SUSPENDED' }, []],
  ['mediation over, suspended for another reason', 'note-mediation-ended', { facts: { suspension: { ground: 'S8', on: '2026-08-11' } } }, ['not-suspended-to-mediate']],
  ['mediation over, noted before', 'note-mediation-ended', { facts: { clocks: [clock('RC_RESUME', '2026-08-18')] } }, ['resumption-already-due']],
  ['views of a stranger', 'record-opinion', { input: { partyId: WHO.stranger } }, ['party-unknown']],
  ['views without a day', 'record-opinion', { input: { heardOn: undefined } }, ['opinion-incomplete']],
  ['views tomorrow', 'record-opinion', { input: { heardOn: '2026-08-13' } }, ['opinion-incomplete']],
  ['heard and impossible', 'record-opinion', { input: { impossibleReason: '无法联系' } }, ['opinion-incomplete']],
  ['impossible', 'record-opinion', { input: { method: undefined, heardOn: undefined, impossibleReason: '无法联系' } }, []],
  ['extension of a simplified case', 'extend', { facts: { track: 'SIMPLIFIED' } }, ['extension-in-simplified']],
  ['second extension', 'extend', { facts: { extended: true } }, ['second-extension']],
  ['31 days', 'extend', { input: { days: 31 } }, ['extension-too-long']],
  ['on the last day', 'extend', { today: '2026-09-18' }, []],
  ['the day after', 'extend', { today: '2026-09-19' }, ['extension-too-late']],
  ['mediation, nobody consents', 'suspend', { input: { ground: 'S6' } }, ['suspension-not-agreed']],
  ['mediation, respondent does not consent', 'suspend', { input: { ground: 'S6', consentedIds: [WHO.applicant] } }, ['suspension-not-agreed']],
  ['mediation, applicant does not consent', 'suspend', { input: { ground: 'S6', consentedIds: [WHO.respondent] } }, ['suspension-not-agreed']],
  ['mediation, both consent', 'suspend', { input: { ground: 'S6', consentedIds: [WHO.applicant, WHO.respondent] } }, []],
  ['mediation, representatives consent for many', 'suspend', { facts: many(12, 2), input: { ground: 'S6', consentedIds: [id(100), id(101), WHO.respondent] } }, []],
  ['no reply, no default', 'start-drafting', { facts: { reply: null } }, ['reply-missing']],
  ['default', 'start-drafting', { facts: lapsed }, []],
  ['views not heard', 'start-drafting', { facts: { parties: noThirdParty } }, ['opinions-missing']],
  ['views impossible', 'start-drafting', { facts: { parties: [party(WHO.applicant, 'APPLICANT', { opinion: 'IMPOSSIBLE' })] } }, []],
  ['representatives heard', 'start-drafting', { facts: { parties: applicants(12, 2).map((each) => ({ ...each, opinion: each.isRepresentative ? 'HEARD' : null })) } }, []],
  ['simplified, views not heard', 'start-drafting', { facts: { track: 'SIMPLIFIED', parties: noThirdParty } }, []],
  ['hearing due', 'start-drafting', { facts: { hearing: { mandatory: true, heldOn: null } } }, ['hearing-missing']],
  ['hearing held', 'start-drafting', { facts: { hearing: { mandatory: true, heldOn: '2026-08-10' } } }, []],
  ['committee due', 'start-drafting', { facts: { committee: { mandatory: true, heldOn: null } } }, ['committee-missing']],
  ['ordinary, one officer left', 'start-drafting', { facts: { officerIds: [WHO.handler] } }, ['too-few-officers']],
  ['joined with another case', 'start-drafting', { facts: { lead: { caseId: id(47), decidedOn: null } } }, ['decided-with-lead']],
  ['hearing planned', 'start-drafting', { facts: { plannedHearing: PLANNED } }, ['trial-not-finished']],
  ['committee asked', 'start-drafting', { facts: { committeeAskedOn: TODAY } }, ['trial-not-finished']],
  ['appraisal lasts', 'start-drafting', { facts: { factFinding: [{ id: id(46), begunOn: TODAY }] } }, ['trial-not-finished']],
  ['superior asked', 'start-drafting', { facts: { uplift: { id: id(49), requestedOn: TODAY } } }, ['trial-not-finished']],
  ['recusal undecided', 'start-drafting', { facts: { recusals: [{ id: id(43), officerId: WHO.member }] } }, ['trial-not-finished']],
  ['one officer has not said his opinion', 'start-drafting', { facts: { deliberatedIds: [WHO.handler] } }, ['not-deliberated']],
  ['simplified needs no deliberation', 'start-drafting', { facts: { track: 'SIMPLIFIED', deliberatedIds: [] } }, []],
  ['review of a document open', 'resume', { facts: { suspension: { ground: 'S9', on: '2026-08-11' }, normReview: NORM } }, ['norm-review-open']],
  ['review of a document concluded', 'resume', { facts: { suspension: { ground: 'S9', on: '2026-08-11' }, normReview: { ...NORM, concluded: true } } }, []],
  ['while suspended', 'start-drafting', { state: 'SUSPENDED' }, ['cases.illegal-transition']],
  ['decided while suspended', 'approve-decision', { state: 'SUSPENDED' }, ['cases.illegal-transition']],
];

it.each(ROWS)('%s (%s)', (_why, name, change, refused) => {
  expect(refusals(name, change)).toEqual(refused);
});

it.each(TRIAL_STEPS.map((each) => each.name))('%s passes in its plain case', (name) => {
  expect(refusals(name)).toEqual([]);
});

it('shows every guard of every step refuse', () => {
  expect(neverShown(TRIAL_STEPS, ROWS)).toEqual([]);
});
