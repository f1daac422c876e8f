import { after, id, item, letter, party, WHO } from '../example-facts.js';
import { neverShown, order, refusals, UNDECIDED, upheld, type Row } from '../example-refusals.js';
import type { ReconsiderationFacts } from '../facts.js';
import { isComplete, isSplit } from './closing/archive.js';
import { COURT_NUMBER, defendantRole } from './closing/litigation.js';
import { AFTER_STEPS } from './steps.js';

const late = { dueOn: '2026-08-11' };
const decided = { review: 'CLOSED', decision: 'PUBLIC', decidedOn: '2026-08-11', publishedOn: null } as const;
const suit = (dueOn: string, partyId: string = WHO.applicant) => ({ suits: [{ partyId, dueOn }] });
const revokedFor = (ground: string): Partial<ReconsiderationFacts> => ({
  draft: { kind: 'REVOKE', ground, drafterId: WHO.handler, remakeOrdered: true, remakeDays: null, performDays: null },
});
const REPEATED = { sameResult: true, sameFactsAndReasons: true };
const unserved = [party(WHO.applicant, 'APPLICANT', { servedOn: '2026-08-10' }), party(WHO.respondent, 'RESPONDENT')];
const ENDED = { id: id(60), ground: null, on: '2026-08-10' };
const entry = (title: string, volume: string) => ({ title, volume, pages: 1 });
const FILE = [entry('行政复议申请书', 'MAIN'), entry('行政复议决定书', 'MAIN'), entry('送达回证', 'MAIN')];

// prettier-ignore
const ROWS: Row[] = [
  ['listed twice', 'follow-up', { facts: after({ followedUp: true }) }, ['already-followed-up']],
  ['a stranger has to perform', 'add-performance-item', { input: { obligorId: WHO.stranger } }, ['party-unknown']],
  ['due before the decision', 'add-performance-item', { input: { dueOn: '2026-08-09' } }, ['perform-day-wrong']],
  ['due on the day of the decision', 'add-performance-item', { input: { dueOn: '2026-08-10' } }, []],
  ['an applicant has to perform', 'add-performance-item', { input: { obligorId: WHO.applicant } }, []],
  ['report on another case’s item', 'report-performance', { input: { itemId: id(99) } }, ['item-not-pending']],
  ['report on what is done', 'report-performance', { facts: after({ items: [item('DONE')] }) }, ['item-not-pending']],
  ['report on what is not needed', 'report-performance', { facts: after({ items: [item('NOT_NEEDED')] }) }, ['item-not-pending']],
  ['second report', 'report-performance', { facts: after({ items: [item('PARTIAL')] }) }, []],
  ['performed tomorrow', 'report-performance', { input: { performedOn: '2026-08-13' } }, ['performed-day-wrong']],
  ['performed before the decision', 'report-performance', { input: { performedOn: '2026-08-09' } }, ['performed-day-wrong']],
  ['in full without proof', 'report-performance', { input: { proofFileId: undefined } }, ['performance-proof-missing']],
  ['in part without proof', 'report-performance', { input: { outcome: 'PARTIAL', proofFileId: undefined, sameResult: undefined } }, []],
  ['new act not compared', 'report-performance', { input: { sameResult: undefined } }, ['remake-not-compared']],
  ['same act again, revoked for its facts', 'report-performance', { facts: { ...revokedFor('FACTS_UNCLEAR'), ...after({ items: [item('OPEN')] }) }, input: REPEATED }, ['remake-repeats-act']],
  ['same act again, revoked for its procedure', 'report-performance', { facts: { ...revokedFor('PROCEDURE_ILLEGAL'), ...after({ items: [item('OPEN')] }) }, input: REPEATED }, []],
  ['same result on other facts', 'report-performance', { facts: { ...revokedFor('FACTS_UNCLEAR'), ...after({ items: [item('OPEN')] }) }, input: { ...REPEATED, sameFactsAndReasons: false } }, []],
  ['confirmed without a report', 'confirm-performance', { facts: after({ items: [item('PARTIAL')] }) }, ['performance-not-reported']],
  ['not needed without a report', 'confirm-performance', { facts: after({ items: [item('OPEN')] }), input: { outcome: 'NOT_NEEDED' } }, []],
  ['not done, whatever was reported', 'confirm-performance', { input: { outcome: 'NOT_DONE' } }, []],
  ['confirmed twice', 'confirm-performance', { facts: after({ items: [item('DONE')] }) }, ['item-not-pending', 'performance-not-reported']],

  ['ordered on the last day', 'order-performance', { facts: after({ items: [item('OPEN', { dueOn: '2026-08-12' })] }) }, ['nothing-overdue', 'target-not-overdue']],
  ['ordered without a day', 'order-performance', { facts: after({ items: [item('OPEN', { dueOn: null })] }) }, ['nothing-overdue', 'target-not-overdue']],
  ['ordered, done already', 'order-performance', { facts: after({ items: [item('DONE', late)] }) }, ['nothing-overdue', 'target-not-overdue']],
  ['ordered, reported only', 'order-performance', { facts: after({ items: [item('REPORTED', late)] }) }, []],
  ['another is overdue', 'order-performance', { facts: after({ items: [item('OPEN'), item('OPEN', { ...late, id: id(98) })] }) }, ['target-not-overdue']],
  ['ordered twice at a time', 'order-performance', { facts: after({ items: [item('OPEN', late)], measures: [order('2026-08-12')] }) }, ['order-running']],
  ['ordered again after the order ran out', 'order-performance', { facts: after({ items: [item('OPEN', late)], measures: [order('2026-08-11')] }) }, []],
  ['report on a letter overdue', 'order-performance', { facts: after({ letters: [letter({ reportedOn: null, ...late })] }), input: { targetId: WHO.letter } }, []],
  ['report on a letter due today', 'order-performance', { facts: after({ letters: [letter({ reportedOn: null, dueOn: '2026-08-12' })] }), input: { targetId: WHO.letter } }, ['nothing-overdue', 'target-not-overdue']],
  ['interview before an order', 'interview-respondent', { facts: after({}) }, ['order-missing']],
  ['interview tomorrow', 'interview-respondent', { input: { on: '2026-08-13' } }, ['measure-in-future']],
  ['criticism before an order', 'criticise-respondent', { facts: after({}) }, ['order-missing']],
  ['criticism tomorrow', 'criticise-respondent', { input: { on: '2026-08-13' } }, ['measure-in-future']],
  ['discipline while the order runs', 'refer-discipline', { facts: after({ items: [item('OPEN', late)], measures: [order('2026-08-12')] }) }, ['order-not-disobeyed']],
  ['discipline for what was done in the end', 'refer-discipline', { facts: after({ items: [item('DONE', late)], measures: [order('2026-08-11')] }) }, ['order-not-disobeyed']],
  ['discipline for a report never made', 'refer-discipline', { facts: after({ letters: [letter({ reportedOn: null, ...late })], measures: [{ ...order('2026-08-11'), targetId: WHO.letter }] }) }, []],
  ['enforcement of a revocation', 'enforce-against-party', { facts: { ...revokedFor('FACTS_UNCLEAR'), ...after(suit('2026-08-11')) } }, ['nothing-to-enforce', 'enforcer-wrong']],
  ['enforcement of a draft never decided', 'enforce-against-party', { facts: { decidedOn: null } }, ['nothing-to-enforce']],
  ['enforcement against the respondent', 'enforce-against-party', { input: { partyId: WHO.respondent } }, ['party-unknown', 'suit-period-running']],
  ['upheld, enforced by the authority', 'enforce-against-party', { input: { by: 'AUTHORITY' } }, ['enforcer-wrong']],
  ['changed, enforced by the organ', 'enforce-against-party', { facts: { ...upheld('CHANGE'), ...after(suit('2026-08-11')) } }, ['enforcer-wrong']],
  ['changed, enforced by the authority', 'enforce-against-party', { facts: { ...upheld('CHANGE'), ...after(suit('2026-08-11')) }, input: { by: 'AUTHORITY' } }, []],
  ['on the last day to sue', 'enforce-against-party', { facts: { ...upheld(), ...after(suit('2026-08-12')) } }, ['suit-period-running']],
  ['he sued', 'enforce-against-party', { facts: { ...upheld(), ...after({ ...suit('2026-08-11'), litigations: [{ courtNumber: '（2026）浙01行初9号', plaintiffId: WHO.applicant }] }) } }, ['suit-period-running']],
  ['another sued', 'enforce-against-party', { facts: { ...upheld(), ...after({ ...suit('2026-08-11'), litigations: [{ courtNumber: '（2026）浙01行初9号', plaintiffId: WHO.thirdParty }] }) } }, []],

  ['received twice', 'record-letter-receipt', { facts: after({ letters: [letter()] }) }, ['letter-not-on-its-way']],
  ['a suggestion needs no receipt', 'record-letter-receipt', { facts: after({ letters: [letter({ kind: 'SUGGESTION', receivedOn: null })] }) }, ['letter-not-on-its-way']],
  ['received before it was issued', 'record-letter-receipt', { input: { receivedOn: '2026-08-04' } }, ['letter-day-wrong']],
  ['received tomorrow', 'record-letter-receipt', { input: { receivedOn: '2026-08-13' } }, ['letter-day-wrong']],
  ['report before receipt is known', 'record-letter-report', { facts: after({ letters: [letter({ receivedOn: null, reportedOn: null })] }) }, ['letter-report-not-due']],
  ['reported twice', 'record-letter-report', { facts: after({ letters: [letter()] }) }, ['letter-report-not-due']],
  ['reported before receipt', 'record-letter-report', { input: { reportedOn: '2026-08-05' } }, ['letter-day-wrong']],
  ['late report is taken', 'record-letter-report', { today: '2026-12-01', input: { reportedOn: '2026-12-01' } }, []],

  ['review opened twice', 'open-privacy-review', { facts: after({ publication: { ...UNDECIDED, review: 'OPEN' } }) }, ['privacy-review-already-open']],
  ['review after publication', 'open-privacy-review', { facts: after({ publication: { ...decided, publishedOn: '2026-08-12' } }) }, ['already-published']],
  ['review of what was decided to be published', 'open-privacy-review', { facts: after({}) }, []],
  ['review closed without being open', 'close-privacy-review', { facts: after({}) }, ['privacy-review-not-open']],
  ['decided before the review', 'decide-publication', { facts: after({ publication: UNDECIDED }) }, ['privacy-review-open']],
  ['decided while the review is open', 'decide-publication', { facts: after({ publication: { ...UNDECIDED, review: 'OPEN' } }) }, ['privacy-review-open']],
  ['decided after publication', 'decide-publication', { facts: after({ publication: { ...decided, publishedOn: '2026-08-12' } }) }, ['already-published']],
  ['public, the act was not', 'decide-publication', { input: { originalActPublic: false } }, ['publication-wider-than-act']],
  ['not public without reason', 'decide-publication', { input: { decision: 'NOT_PUBLIC' } }, ['publication-reason-missing']],
  ['in part, the act was not public', 'decide-publication', { input: { decision: 'PARTIAL', originalActPublic: false, reason: '涉及个人隐私' } }, []],
  ['published while the review is open again', 'publish-decision', { facts: after({ publication: { ...decided, review: 'OPEN' } }) }, ['privacy-review-open']],
  ['published undecided', 'publish-decision', { facts: after({ publication: { ...UNDECIDED, review: 'CLOSED' } }) }, ['publication-not-decided']],
  ['published against the decision', 'publish-decision', { facts: after({ publication: { ...decided, decision: 'NOT_PUBLIC' } }) }, ['publication-not-decided']],
  ['published twice', 'publish-decision', { facts: after({ publication: { ...decided, publishedOn: '2026-08-12' } }) }, ['already-published']],
  ['published before it was decided', 'publish-decision', { input: { publishedOn: '2026-08-10' } }, ['published-day-wrong']],
  ['published tomorrow', 'publish-decision', { input: { publishedOn: '2026-08-13' } }, ['published-day-wrong']],

  ['the respondent is no department', 'copy-to-superior', { facts: after({ ownDepartment: false }) }, ['superior-copy-not-due']],
  ['copied twice', 'copy-to-superior', { facts: after({ superiorCopiedOn: '2026-08-12' }) }, ['superior-copy-not-due']],
  ['copied before service', 'copy-to-superior', { input: { sentOn: '2026-08-09' } }, ['superior-copy-day-wrong']],
  ['copied tomorrow', 'copy-to-superior', { input: { sentOn: '2026-08-13' } }, ['superior-copy-day-wrong']],
  ['closed, somebody not served', 'close', { facts: { parties: unserved } }, ['service-incomplete']],
  ['closed before anything followed', 'close', { facts: after({ followedUp: false }) }, ['follow-up-missing']],
  ...(['OPEN', 'PARTIAL', 'REPORTED'] as const).map((state): Row => [`closed, performance ${state}`, 'close', { facts: after({ items: [item(state)] }) }, ['performance-pending']]),
  ['closed, nothing to perform', 'close', { facts: after({ items: [] }) }, []],
  ['closed, performance not needed', 'close', { facts: after({ items: [item('NOT_NEEDED')] }) }, []],
  ['closed, a report is due', 'close', { facts: after({ letters: [letter({ reportedOn: null })] }) }, ['letter-report-pending']],
  ['closed, a letter is on its way', 'close', { facts: after({ letters: [letter({ receivedOn: null, reportedOn: null })] }) }, ['letter-report-pending']],
  ['closed, a suggestion went out', 'close', { facts: after({ letters: [letter({ kind: 'SUGGESTION', receivedOn: null, reportedOn: null })] }) }, []],
  ['closed, publication undecided', 'close', { facts: after({ publication: { ...UNDECIDED, review: 'CLOSED' } }) }, ['publication-undecided']],
  ...(['MEDIATED', 'TERMINATED'] as const).map((kind): Row => [`closed, ${kind}: nothing to publish`, 'close', { facts: { ...after({ publication: UNDECIDED }), ending: { ...ENDED, kind } } }, []]),
  ['closed, dismissed, publication undecided', 'close', { facts: { ...after({ publication: UNDECIDED }), ending: { ...ENDED, kind: 'DISMISSED' } } }, ['publication-undecided']],
  ['closed, not to be published', 'close', { facts: after({ publication: { ...decided, decision: 'NOT_PUBLIC' } }) }, []],
  ['archived without an internal volume', 'archive', { input: { entries: FILE } }, ['file-incomplete']],
  ['archived, the report in the open volume', 'archive', { input: { entries: [...FILE, entry('审理报告', 'MAIN')] } }, ['file-incomplete', 'volumes-mixed']],
  ['archived, minutes in the open volume', 'archive', { input: { entries: [...FILE, entry('审理报告', 'SUB'), entry('集体讨论记录', 'MAIN')] } }, ['volumes-mixed']],
  ['archived under another year', 'archive', { today: '2027-01-05', input: { year: 2027 } }, ['archive-year-wrong']],
  ['archived next year under that of closing', 'archive', { today: '2027-01-05' }, []],
  ['the respondent sues', 'link-litigation', { input: { plaintiffId: WHO.respondent } }, ['party-unknown']],
  ['linked twice', 'link-litigation', { facts: after({ litigations: [{ courtNumber: '（2026）浙01行初10号', plaintiffId: WHO.applicant }] }) }, ['litigation-already-linked']],
  ['notice tomorrow', 'link-litigation', { input: { noticedOn: '2026-08-13' } }, ['notice-in-future']],
  ['sued after the archive', 'link-litigation', { state: 'ARCHIVED' }, []],
  ['closed twice', 'close', { state: 'CLOSED' }, ['cases.illegal-transition']],
  ['archived before it is closed', 'archive', { state: 'SERVED' }, ['cases.illegal-transition']],
  ['ordered after closing', 'order-performance', { state: 'CLOSED' }, ['cases.illegal-transition']],
];

it.each(ROWS)('%s (%s)', (_why, name, change, refused) => {
  expect(refusals(name, change)).toEqual(refused);
});

it.each(AFTER_STEPS.map((each) => each.name))('%s passes in its plain case', (name) => {
  expect(refusals(name)).toEqual([]);
});

it('shows every guard of every step refuse', () => {
  expect(neverShown(AFTER_STEPS, ROWS)).toEqual([]);
});

it('takes a dismissal, a mediation document or a termination for the paper that ends the case', () => {
  const rest = [...FILE.filter((each) => each.title !== '行政复议决定书'), entry('审批表', 'SUB')];
  for (const title of ['驳回行政复议申请决定书', '行政复议调解书', '行政复议终止决定书'])
    expect(isComplete([...rest, entry(title, 'MAIN')] as never)).toBe(true);
  expect(isComplete(rest as never)).toBe(false);
  expect(isSplit(rest as never)).toBe(true);
});

it.each([
  ['（2026）浙01行初10号', true],
  ['（2026）浙0110行初1235号', true],
  ['(2026)浙01行初10号', false],
  ['（26）浙01行初10号', false],
  ['（2026）浙01行初号', false],
])('the court’s number %s: %s', (number, valid) => {
  expect(COURT_NUMBER.test(number)).toBe(valid);
});

it.each([
  ['MAINTAIN', 'JOINT'],
  ['REJECT_CLAIMS', 'JOINT'],
  ['CHANGE', 'SOLE'],
  ['REVOKE', 'SOLE'],
  [null, 'SOLE'],
] as const)('sued over %s: %s', (kind, role) => {
  expect(defendantRole(kind)).toBe(role);
});
