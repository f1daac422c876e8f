import type { Moment } from '@app/cases';
import { after, clock, exampleFacts, id, item, party, TODAY, WHO } from './example-facts.js';
import { SOUND_INPUTS } from './example-inputs.js';
import type { ReconsiderationFacts } from './facts.js';
import { RECONSIDERATION } from './lifecycle.js';
import { isReplyLate } from './trial/guards.js';

type Facts = Partial<ReconsiderationFacts>;
const step = (name: string) => RECONSIDERATION.transitions.find((each) => each.name === name)!;

/** What a step does: the state it leads to, and its clock effects in short. */
function outcome(name: string, change: Facts = {}, input: object = {}): { to: string | null; clocks: string[] } {
  const row = step(name);
  const facts = exampleFacts(row.from[0] ?? '', change);
  const moment: Moment<object> = { today: TODAY, actorId: WHO.stranger, input: { ...SOUND_INPUTS[name], ...input } };
  const { to } = row;
  const clocks = (row.clocks ?? [])
    .filter((effect) => effect.when?.(facts, moment) ?? true)
    .map((effect) =>
      [
        effect.do,
        effect.rule,
        effect.variant?.(facts, moment),
        effect.on?.(facts, moment),
        effect.amount?.(facts, moment),
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    );
  return { to: to !== null && typeof to === 'object' ? to.choose(facts, moment) : to, clocks };
}

const CORRECT = [clock('RC_CORRECT', '2026-08-11')];
const drafted = exampleFacts('DECIDED').draft!;
const served = (others: string | null, recipientServed: string | null = null) => [
  party(WHO.applicant, 'APPLICANT', { servedOn: recipientServed }),
  party(WHO.respondent, 'RESPONDENT', { servedOn: others }),
];

// prettier-ignore
it.each<[why: string, step: string, facts: Facts, input: object, to: string | null, clocks: string[]]>([
  ['review runs from receipt, not from the postmark', 'receive', {}, { receivedOn: '2026-08-10', postmarkedOn: '2026-08-07' }, 'RECEIVED', ['start RC_REVIEW 2026-08-10']],
  ['correction runs from service', 'serve-correction-notice', {}, {}, null, ['start RC_CORRECT 2026-08-11']],
  ['announced notice counts after 30 days', 'serve-correction-notice', {}, { method: 'ANNOUNCE', on: '2026-07-10' }, null, ['start RC_CORRECT 2026-08-09']],
  ['review anew from the corrected material', 'receive-correction', { clocks: CORRECT }, { receivedOn: '2026-08-10' }, 'UNDER_REVIEW', ['meet RC_CORRECT', 'start RC_REVIEW 2026-08-10']],
  ['corrected before service was recorded', 'receive-correction', { clocks: [] }, {}, 'UNDER_REVIEW', ['start RC_REVIEW 2026-08-12']],
  ['late correction excused: review from today', 'accept-late-correction', { state: 'ABANDONED', clocks: [] }, { receivedOn: '2026-08-05' }, 'UNDER_REVIEW', ['start RC_REVIEW']],
  ['materials missing: abandoned', 'lapse-correction', { clocks: CORRECT }, {}, 'ABANDONED', ['cancel RC_CORRECT']],
  ['respondent not changed: back to review', 'lapse-correction', { clocks: CORRECT, correction: { kind: 'RESPONDENT', servedOn: '2026-07-27' } }, {}, 'UNDER_REVIEW', ['cancel RC_CORRECT', 'start RC_REVIEW']],
  ['refused, suit open anyway', 'serve-refusal', {}, {}, null, []],
  ['refused, reconsideration came first: suit', 'serve-refusal', { priorRequired: true }, {}, null, ['start RC_SUE 2026-08-11']],
  ['refused, second applicant', 'serve-refusal', { priorRequired: true, clocks: [clock('RC_SUE', '2026-08-25')] }, {}, null, ['start RC_SUE 2026-08-11']],
  ['accepted today', 'accept', {}, {}, 'ACCEPTED', ['meet RC_REVIEW', 'start RC_DECIDE', 'start RC_COPY']],
  ['silence accepts on the last day of review', 'accept-deemed', { clocks: [clock('RC_REVIEW', '2026-08-11')] }, {}, 'ACCEPTED', ['cancel RC_REVIEW', 'start RC_DECIDE 2026-08-11', 'start RC_COPY 2026-08-11']],
  ['ordinary trial changes no clock', 'open-trial', {}, {}, 'IN_TRIAL', []],
  ['simplified: shorter, still from acceptance', 'open-trial', {}, { track: 'SIMPLIFIED' }, 'IN_TRIAL', ['cancel RC_COPY', 'start RC_COPY SIMPLIFIED 2026-08-07', 'cancel RC_DECIDE', 'start RC_DECIDE SIMPLIFIED 2026-08-07']],
  ['copy sent', 'send-copy', {}, { sentOn: '2026-08-11' }, null, ['meet RC_COPY 2026-08-11']],
  ['reply runs from receipt', 'record-copy-receipt', {}, {}, null, ['start RC_REPLY 2026-08-11']],
  ['reply in a simplified case', 'record-copy-receipt', { track: 'SIMPLIFIED' }, {}, null, ['start RC_REPLY SIMPLIFIED 2026-08-11']],
  ['reply ends its period', 'receive-reply', { clocks: [clock('RC_REPLY', '2026-08-14')] }, {}, null, ['meet RC_REPLY 2026-08-12']],
  ['reply after default', 'receive-reply', { clocks: [clock('RC_REPLY', '2026-08-06', 'CANCELLED')] }, {}, null, []],
  ['extended', 'extend', {}, { days: 15 }, null, ['extend RC_DECIDE 15']],
  ['S1: three clocks stand still, 60 days begin', 'suspend', { clocks: ['RC_DECIDE', 'RC_REPLY', 'RC_COPY'].map((rule) => clock(rule, '2026-08-12')) }, { ground: 'S1' }, 'SUSPENDED', ['suspend RC_DECIDE 2026-08-12', 'suspend RC_REPLY', 'suspend RC_COPY', 'start RC_SUSP_TERM']],
  ['S2', 'suspend', {}, { ground: 'S2' }, 'SUSPENDED', ['suspend RC_DECIDE 2026-08-12', 'start RC_SUSP_TERM']],
  ['S3: no 60 days', 'suspend', {}, { ground: 'S3' }, 'SUSPENDED', ['suspend RC_DECIDE 2026-08-12']],
  ['S4', 'suspend', {}, { ground: 'S4' }, 'SUSPENDED', ['suspend RC_DECIDE 2026-08-12', 'start RC_SUSP_TERM']],
  ['an overdue clock cannot stand still', 'suspend', { clocks: [clock('RC_DECIDE', '2026-08-11')] }, {}, 'SUSPENDED', []],
  ['resumed', 'resume', { clocks: [clock('RC_DECIDE', '2026-09-18', 'SUSPENDED'), clock('RC_SUSP_TERM', '2026-10-12')] }, {}, 'IN_TRIAL', ['resume RC_DECIDE 2026-08-12', 'meet RC_SUSP_TERM']],
  ['decided', 'approve-decision', {}, {}, 'DECIDED', ['meet RC_DECIDE']],
  ['applicant served first', 'record-service', {}, {}, 'DECIDED', ['start RC_SUE 2026-08-11']],
  ['third party served', 'record-service', {}, { recipientId: WHO.thirdParty }, 'DECIDED', ['start RC_SUE 2026-08-11']],
  ['second applicant served', 'record-service', { clocks: [clock('RC_SUE', '2026-08-25')] }, {}, 'DECIDED', ['start RC_SUE 2026-08-11']],
  ['last party served', 'record-service', { parties: served('2026-08-11') }, {}, 'SERVED', ['start RC_SUE 2026-08-11']],
  ['respondent last: remake in 60 days', 'record-service', { parties: served(null, '2026-08-11') }, { recipientId: WHO.respondent }, 'SERVED', ['start RC_REMAKE 2026-08-11']],
  ['remake in the days of a law', 'record-service', { draft: { ...drafted, remakeDays: 20 } }, { recipientId: WHO.respondent }, 'DECIDED', ['start RC_REMAKE 2026-08-11 20']],
  ['perform in the days of the decision', 'record-service', { draft: { ...drafted, kind: 'ORDER_PERFORM', remakeOrdered: false, performDays: 30 } }, { recipientId: WHO.respondent }, 'DECIDED', ['start RC_PERFORM 2026-08-11 30']],
  ['through the penalty organ: its five days', 'receive', {}, { method: 'FORWARDED', receivedOn: '2026-08-10', handedToOrganOn: '2026-08-05' }, 'RECEIVED', ['start RC_REVIEW 2026-08-10', 'start RC_FORWARD 2026-08-05', 'meet RC_FORWARD 2026-08-10']],
  ['served: an act to be made anew, a copy for the superior', 'follow-up', {}, {}, 'PERFORMANCE', ['start RC_SUPERIOR 2026-08-10']],
  ['served: nothing to be performed', 'follow-up', { draft: { ...drafted, remakeOrdered: false } }, {}, 'SERVED', ['start RC_SUPERIOR 2026-08-10']],
  ['ended otherwise: a draft orders nothing', 'follow-up', { decidedOn: null }, {}, 'SERVED', ['start RC_SUPERIOR 2026-08-10']],
  ['served, mediated: what was promised, no copy', 'follow-up', { ...after({ followedUp: false, agreed: [{ partyId: WHO.respondent, what: '退还罚款', dueOn: '2026-08-20' }] }), ending: { id: id(60), kind: 'MEDIATED', ground: null, on: '2026-08-10' } }, {}, 'PERFORMANCE', []],
  ['served, mediated, nothing promised', 'follow-up', { ...after({ followedUp: false }), ending: { id: id(60), kind: 'MEDIATED', ground: null, on: '2026-08-10' } }, {}, 'SERVED', []],
  ['served on a town: no copy', 'follow-up', after({ followedUp: false, ownDepartment: false }), {}, 'PERFORMANCE', []],
  ['an item by hand runs from today', 'add-performance-item', {}, {}, 'PERFORMANCE', ['start RC_PERFORM 49']],
  ['a second item: one clock reminds', 'add-performance-item', { clocks: [clock('RC_PERFORM', '2026-09-01')] }, {}, 'PERFORMANCE', []],
  ['made anew', 'confirm-performance', after({ items: [item('REPORTED')] }), {}, null, ['meet RC_REMAKE', 'meet RC_PERFORM', 'meet RC_ORDERED']],
  ['not made anew', 'confirm-performance', after({ items: [item('REPORTED')] }), { outcome: 'NOT_DONE' }, null, []],
  ['paid, more is to be performed', 'confirm-performance', after({ items: [item('REPORTED', { kind: 'COMPENSATE' }), item('OPEN', { kind: 'PERFORM', id: WHO.letter })] }), {}, null, ['meet RC_ORDERED']],
  ['ordered within fifteen days', 'order-performance', {}, {}, null, ['cancel RC_ORDERED', 'start RC_ORDERED 15']],
  ['letter received: sixty days', 'record-letter-receipt', {}, {}, null, ['start RC_OPINION_REPORT 2026-08-11']],
  ['letter reported on', 'record-letter-report', {}, {}, null, ['meet RC_OPINION_REPORT 2026-08-12', 'meet RC_ORDERED']],
  ['copied to the superior', 'copy-to-superior', {}, {}, null, ['meet RC_SUPERIOR 2026-08-12']],
  ['closed: three months to the archive', 'close', {}, {}, 'CLOSED', ['start RC_ARCHIVE']],
  ['archived', 'archive', {}, {}, 'ARCHIVED', ['meet RC_ARCHIVE']],
  ['sued: his period ends', 'link-litigation', {}, {}, null, ['meet RC_SUE 2026-08-12']],
  ['nothing to do for the respondent', 'record-service', { draft: { ...drafted, remakeOrdered: false } }, { recipientId: WHO.respondent }, 'DECIDED', []],
])('%s (%s)', (_why, name, facts, input, to, clocks) => {
  expect(outcome(name, facts, input)).toEqual({ to, clocks });
});

// prettier-ignore
it.each<[why: string, state: 'RUNNING' | 'CANCELLED', input: { receivedOn: string; postmarkedOn?: string; withEvidence: boolean }, late: boolean]>([
  ['on the last day', 'RUNNING', { receivedOn: '2026-08-10', withEvidence: true }, false],
  ['the day after', 'RUNNING', { receivedOn: '2026-08-11', withEvidence: true }, true],
  ['posted on the last day', 'RUNNING', { receivedOn: '2026-08-12', postmarkedOn: '2026-08-10', withEvidence: true }, false],
  ['in time, recorded after the timer', 'CANCELLED', { receivedOn: '2026-08-10', withEvidence: true }, false],
  ['in time, without evidence', 'RUNNING', { receivedOn: '2026-08-10', withEvidence: false }, true],
])('a reply %s', (_why, state, input, late) => {
  expect(isReplyLate({ clocks: [clock('RC_REPLY', '2026-08-10', state)] }, input)).toBe(late);
});

describe('the history', () => {
  const told = (name: string, facts: Facts = {}, input: object = {}, today = TODAY): string => {
    const row = step(name);
    const moment = { today, actorId: WHO.stranger, input: { ...SOUND_INPUTS[name], ...input } };
    return row.sentence!(exampleFacts(row.from[0] ?? '', facts), moment);
  };

  // prettier-ignore
  it.each<[string, string]>([
    [told('notify-correction'), '一次性通知申请人补正，共2项'],
    [told('extend-correction'), '补正期限延长5日'],
    [told('lapse-correction'), '申请人无正当理由逾期不补正，视为放弃行政复议申请'],
    [told('refuse'), '决定不予受理，不符合的条件：在法定申请期限内提出'],
    [told('accept-deemed'), '受理审查期限届满未作出不予受理决定，视为受理'],
    [told('open-trial'), '指定2名复议人员审理，适用普通程序'],
    [told('suspend', {}, { ground: 'S3' }), '中止审理：作为申请人的公民下落不明'],
    [told('submit-draft'), '提交决定书稿，拟决定撤销或者部分撤销'],
    [told('approve-decision'), '机关负责人同意，决定撤销或者部分撤销'],
    [told('approve-decision', {}, {}, '2026-12-01'), '机关负责人同意，决定撤销或者部分撤销（已超过审理期限）'],
    [told('follow-up'), '决定书全部送达，进入履行监督：重新作出行政行为'],
    [told('follow-up', { draft: { ...drafted, remakeOrdered: false } }), '决定书全部送达，没有需要监督履行的内容'],
    [told('report-performance'), '收到履行情况报告：全部履行'],
    [told('confirm-performance'), '核实履行情况：已履行'],
    [told('order-performance'), '责令在15日内履行'],
    [told('enforce-against-party'), '作出行政行为的机关申请人民法院强制执行'],
    [told('decide-publication'), '复议决定书公开'],
    [told('archive'), '归档，归入2026年度，卷内文件4份'],
    [told('link-litigation'), '收到人民法院应诉通知，复议机关为单独被告'],
    [told('record-service'), '复议决定书送达一名当事人'],
    [told('record-service', { parties: served('2026-08-11') }), '复议决定书已送达全部当事人'],
  ])('%s', (sentence, expected) => {
    expect(sentence).toBe(expected);
  });
});
