import { assessed, party, WHO } from '../example-facts.js';
import { neverShown, refusals, serviceRows, type Row } from '../example-refusals.js';
import type { ReconsiderationFacts } from '../facts.js';
import { DECISION_STEPS } from './steps.js';

const noThirdParty = [party(WHO.applicant, 'APPLICANT'), party(WHO.respondent, 'RESPONDENT')];
const lapsed: Partial<ReconsiderationFacts> = { evidenceDefault: true, reply: null };
const votes = (...list: string[]) => list.map((vote, at) => ({ name: `甲${at}`, title: '副区长', vote }));
const GROUND: Record<string, string> = {
  CHANGE: 'FACTS_CLARIFIED',
  CONFIRM_ILLEGAL: 'GREAT_HARM',
  CONFIRM_INVALID: 'NO_BASIS',
  ORDER_PERFORM: 'DUTY_NOT_PERFORMED',
  REJECT_CLAIMS: 'IMPOSSIBLE',
  AGREEMENT: 'PERFORM',
};
const draft = (kind: string, ground: string, more: object = {}) => ({ kind, ground, ...more });

// prettier-ignore
const ROWS: Row[] = [
  ...serviceRows('record-service', 'DECISION'),
  ['ground of another kind', 'submit-draft', { input: draft('MAINTAIN', 'PROCEDURE_ILLEGAL') }, ['ground-not-of-kind']],
  ['ground named like a property of objects', 'submit-draft', { input: draft('MAINTAIN', 'toString') }, ['ground-not-of-kind']],
  ['maintained', 'submit-draft', { input: draft('MAINTAIN', 'LAWFUL') }, []],
  ['maintained on default', 'submit-draft', { facts: lapsed, input: draft('MAINTAIN', 'LAWFUL') }, ['kind-barred-by-default']],
  ['claims rejected on default', 'submit-draft', { facts: lapsed, input: draft('REJECT_CLAIMS', 'NO_SUCH_DUTY') }, ['kind-barred-by-default']],
  ['changed on default', 'submit-draft', { facts: lapsed, input: draft('CHANGE', 'BASIS_MISAPPLIED', { worseForApplicant: false }) }, ['kind-barred-by-default']],
  ['maintained on default, third party gave evidence', 'submit-draft', { facts: lapsed, input: draft('MAINTAIN', 'LAWFUL', { thirdPartyEvidence: true }) }, []],
  ['the same without a third party', 'submit-draft', { facts: { ...lapsed, parties: noThirdParty }, input: draft('MAINTAIN', 'LAWFUL', { thirdPartyEvidence: true }) }, ['kind-barred-by-default']],
  ['revoked on default', 'submit-draft', { facts: lapsed, input: draft('REVOKE', 'NO_REPLY') }, []],
  ['illegal on default', 'submit-draft', { facts: lapsed, input: draft('CONFIRM_ILLEGAL', 'NO_REPLY') }, []],
  ['invalid on default', 'submit-draft', { facts: lapsed, input: draft('CONFIRM_INVALID', 'NO_REPLY') }, []],
  ['perform on default', 'submit-draft', { facts: lapsed, input: draft('ORDER_PERFORM', 'NO_REPLY', { performDays: 30 }) }, []],
  ['no reply as a ground, reply in', 'submit-draft', { input: draft('REVOKE', 'NO_REPLY') }, ['no-default']],
  ['change for the better', 'submit-draft', { input: draft('CHANGE', 'FACTS_CLARIFIED', { worseForApplicant: false }) }, []],
  ['change for the worse', 'submit-draft', { input: draft('CHANGE', 'FACTS_CLARIFIED', { worseForApplicant: true }) }, ['change-worse-for-applicant']],
  ['change, effect not stated', 'submit-draft', { input: draft('CHANGE', 'FACTS_CLARIFIED') }, ['change-worse-for-applicant']],
  ['worse, third party asked it', 'submit-draft', { input: draft('CHANGE', 'FACTS_CLARIFIED', { worseForApplicant: true, thirdPartyAskedOpposite: true }) }, []],
  ['worse, no third party', 'submit-draft', { facts: { parties: noThirdParty }, input: draft('CHANGE', 'FACTS_CLARIFIED', { worseForApplicant: true, thirdPartyAskedOpposite: true }) }, ['change-worse-for-applicant']],
  ['invalidity not asked', 'submit-draft', { input: draft('CONFIRM_INVALID', 'NO_BASIS') }, ['invalidity-not-asked']],
  ['invalidity asked', 'submit-draft', { input: draft('CONFIRM_INVALID', 'NO_BASIS', { invalidityAsked: true }) }, []],
  ['insisted, not explained', 'submit-draft', { input: draft('REJECT_CLAIMS', 'INVALIDITY_INSISTED') }, ['explanation-missing']],
  ['insisted, explained', 'submit-draft', { input: draft('REJECT_CLAIMS', 'INVALIDITY_INSISTED', { explainedOn: '2026-08-01' }) }, []],
  ['remake with maintenance', 'submit-draft', { input: draft('MAINTAIN', 'LAWFUL', { remakeOrdered: true }) }, ['remake-without-revocation']],
  ['days without remake', 'submit-draft', { input: { remakeDays: 30, remakeBasis: '某法第3条' } }, ['remake-without-revocation']],
  ['remake with revocation', 'submit-draft', { input: { remakeOrdered: true, remakeDays: 30, remakeBasis: '某法第3条' } }, []],
  ['remake in 30 days of no law', 'submit-draft', { input: { remakeOrdered: true, remakeDays: 30 } }, ['remake-days-unfounded']],
  ['remake, basis without days', 'submit-draft', { input: { remakeOrdered: true, remakeBasis: '某法第3条' } }, ['remake-days-unfounded']],
  ['remake in the 60 days of the regulation', 'submit-draft', { input: { remakeOrdered: true } }, []],
  ['order to perform, an act was made', 'submit-draft', { facts: assessed('ACT'), input: draft('ORDER_PERFORM', 'DUTY_NOT_PERFORMED', { performDays: 30 }) }, ['kind-not-of-matter']],
  ['order to perform, an omission', 'submit-draft', { facts: assessed('OMISSION'), input: draft('ORDER_PERFORM', 'DUTY_NOT_PERFORMED', { performDays: 30 }) }, []],
  ['no such duty, an act was made', 'submit-draft', { facts: assessed('ACT'), input: draft('REJECT_CLAIMS', 'NO_SUCH_DUTY') }, ['kind-not-of-matter']],
  ['agreement, an act was made', 'submit-draft', { facts: assessed('ACT'), input: draft('AGREEMENT', 'PERFORM') }, ['kind-not-of-matter']],
  ['agreement, an agreement', 'submit-draft', { facts: assessed('AGREEMENT'), input: draft('AGREEMENT', 'PERFORM') }, []],
  ['dismissal of the application is no decision on the merits', 'submit-draft', { input: draft('REJECT_CLAIMS', 'CONDITIONS_NOT_MET') }, ['ground-not-of-kind']],
  ['perform without period', 'submit-draft', { input: draft('ORDER_PERFORM', 'DUTY_NOT_PERFORMED') }, ['perform-period-missing']],
  ['perform', 'submit-draft', { input: draft('ORDER_PERFORM', 'DUTY_NOT_PERFORMED', { performDays: 30 }) }, []],
  ['compensation with maintenance', 'submit-draft', { input: draft('MAINTAIN', 'LAWFUL', { compensation: 'GRANTED', compensationContent: '赔偿1000元' }) }, ['compensation-not-with-kind']],
  ['compensation with revocation', 'submit-draft', { input: { compensation: 'GRANTED', compensationContent: '赔偿1000元' } }, []],
  ['compensation without content', 'submit-draft', { input: { compensation: 'GRANTED' } }, ['compensation-content-missing']],
  ['content without compensation', 'submit-draft', { input: { compensation: 'REJECTED', compensationContent: '赔偿1000元' } }, ['compensation-content-missing']],
  ...['CHANGE', 'CONFIRM_ILLEGAL', 'CONFIRM_INVALID'].map((kind): Row => ['compensation', 'submit-draft', { input: draft(kind, GROUND[kind]!, { worseForApplicant: false, invalidityAsked: true, compensation: 'GRANTED', compensationContent: '赔偿1000元' }) }, []]),
  ...['ORDER_PERFORM', 'REJECT_CLAIMS', 'AGREEMENT'].map((kind): Row => ['compensation', 'submit-draft', { input: draft(kind, GROUND[kind]!, { performDays: 30, compensation: 'GRANTED', compensationContent: '赔偿1000元' }) }, ['compensation-not-with-kind']]),
  ['return with maintenance', 'submit-draft', { input: draft('MAINTAIN', 'LAWFUL', { returnOrdered: true }) }, ['return-not-with-kind']],
  ['return with revocation', 'submit-draft', { input: { returnOrdered: true } }, []],
  ['committee opinion, adoption not stated', 'submit-draft', { facts: { committee: { mandatory: true, heldOn: '2026-08-01' } } }, ['adoption-not-stated']],
  ['not adopted without reasons', 'submit-draft', { facts: { committee: { mandatory: true, heldOn: '2026-08-01' } }, input: { committeeAdoption: 'NOT_ADOPTED' } }, ['adoption-not-stated']],
  ['not adopted with reasons', 'submit-draft', { facts: { committee: { mandatory: true, heldOn: '2026-08-01' } }, input: { committeeAdoption: 'NOT_ADOPTED', committeeReason: '与法律规定不符' } }, []],
  ['adopted', 'submit-draft', { facts: { committee: { mandatory: true, heldOn: '2026-08-01' } }, input: { committeeAdoption: 'ADOPTED' } }, []],
  ['adopted without opinion', 'submit-draft', { input: { committeeAdoption: 'ADOPTED' } }, ['adoption-not-stated']],
  ['ordinary, one signature', 'submit-draft', { input: { signedByIds: [WHO.handler] } }, ['officers-not-signed']],
  ['signed by a stranger', 'submit-draft', { input: { signedByIds: [WHO.handler, WHO.stranger] } }, ['officers-not-signed']],
  ['simplified, one signature', 'submit-draft', { facts: { track: 'SIMPLIFIED' }, input: { signedByIds: [WHO.handler] } }, []],
  ['department passes own draft', 'pass-department-review', { actorId: WHO.handler }, ['approver-is-drafter']],
  ['department passes twice', 'pass-department-review', { facts: { deptReviewed: true } }, ['dept-already-reviewed']],
  ['institution before department', 'pass-institution-review', { facts: { deptReviewed: false } }, ['dept-review-missing']],
  ['institution passes own draft', 'pass-institution-review', { actorId: WHO.handler }, ['approver-is-drafter']],
  ['authority approves own draft', 'approve-decision', { actorId: WHO.handler }, ['approver-is-drafter']],
  ['no draft', 'approve-decision', { facts: { draft: null } }, ['approver-is-drafter']],
  ['collective without record', 'approve-decision', { input: { mode: 'COLLECTIVE' } }, ['meeting-record-missing', 'meeting-not-passed']],
  ['collective tomorrow', 'approve-decision', { input: { mode: 'COLLECTIVE', meetingOn: '2026-08-13', meetingRecord: '2026-8', attendees: votes('FOR', 'FOR', 'FOR') } }, ['meeting-record-missing']],
  ['collective', 'approve-decision', { input: { mode: 'COLLECTIVE', meetingOn: '2026-08-12', meetingRecord: '2026-8', attendees: votes('FOR', 'FOR', 'AGAINST') } }, []],
  ['collective, two people', 'approve-decision', { input: { mode: 'COLLECTIVE', meetingOn: '2026-08-12', meetingRecord: '2026-8', attendees: votes('FOR', 'FOR') } }, ['meeting-not-passed']],
  ['collective, half agree', 'approve-decision', { input: { mode: 'COLLECTIVE', meetingOn: '2026-08-12', meetingRecord: '2026-8', attendees: votes('FOR', 'FOR', 'AGAINST', 'ABSTAIN') } }, ['meeting-not-passed']],
  ['head with attendees', 'approve-decision', { input: { attendees: votes('FOR', 'FOR', 'FOR') } }, ['meeting-record-missing']],
  ['head with a meeting', 'approve-decision', { input: { meetingOn: '2026-08-12' } }, ['meeting-record-missing']],
  ['late', 'approve-decision', { today: '2026-12-01' }, []],
  ['served on a stranger', 'record-service', { input: { recipientId: WHO.stranger } }, ['recipient-unknown']],
  ['served twice', 'record-service', { facts: { parties: [party(WHO.applicant, 'APPLICANT', { servedOn: '2026-08-11' })] } }, ['recipient-unknown']],
  ['served before the decision', 'record-service', { input: { on: '2026-08-09' } }, ['served-before-decision']],
];

it.each(ROWS)('%s (%s)', (_why, name, change, refused) => {
  expect(refusals(name, change)).toEqual(refused);
});

it.each(DECISION_STEPS.map((each) => each.name))('%s passes in its plain case', (name) => {
  expect(refusals(name)).toEqual([]);
});

it('shows every guard of every step refuse', () => {
  expect(neverShown(DECISION_STEPS, ROWS)).toEqual([]);
});
