import type { Guard, Moment } from '@app/cases';
import type { DecisionKind } from '../../decision-kinds.js';
import type { ReconsiderationFacts } from '../../facts.js';
import { isLate, isPending, isReportLate, type MeasureFact } from '../facts.js';
import type { EnforceInput, Enforcer, MeasureInput, OrderPerformanceInput } from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

/** Who enforces a decision against an applicant or third party (复议法 2023 第78条第1项、第2项). */
export const ENFORCER_OF: Partial<Record<DecisionKind, Enforcer>> = { MAINTAIN: 'RESPONDENT', CHANGE: 'AUTHORITY' };

export const somethingLate: Rule = {
  code: 'reconsideration.nothing-overdue',
  detail: '没有逾期未履行的事项或者逾期未报告的意见书，不能责令限期履行。',
  article: '复议法 2023 第77条第2款',
  holds: (facts, { today }) =>
    facts.after.items.some((item) => isLate(item, today)) ||
    facts.after.letters.some((letter) => isReportLate(letter, today)),
};

export const targetLate: Rule<OrderPerformanceInput> = {
  code: 'reconsideration.target-not-overdue',
  detail: '所选事项不属于本案，或者期限尚未届满。',
  article: '复议法 2023 第77条第2款',
  onInput: true,
  holds: (facts, { today, input }) =>
    facts.after.items.some((item) => item.id === input.targetId && isLate(item, today)) ||
    facts.after.letters.some((letter) => letter.id === input.targetId && isReportLate(letter, today)),
};

export const noOrderRunning: Rule<OrderPerformanceInput> = {
  code: 'reconsideration.order-running',
  detail: '该事项已责令限期履行，限期尚未届满。',
  article: '复议法 2023 第77条第2款',
  onInput: true,
  holds: (facts, { today, input }) =>
    !orders(facts).some((order) => order.targetId === input.targetId && order.dueOn! >= today),
};

const orders = (facts: ReconsiderationFacts): MeasureFact[] =>
  facts.after.measures.filter((measure) => measure.kind === 'ORDER');

export const orderedBefore: Rule = {
  code: 'reconsideration.order-missing',
  detail: '约谈、通报批评应当与责令限期履行一并或者在其后采取，请先责令限期履行。',
  article: '复议法 2023 第77条第2款',
  holds: (facts) => orders(facts).length > 0,
};

/** An order has run out, and what it ordered is still to be done. */
function isRefused(facts: ReconsiderationFacts, { today }: Pick<Moment<object>, 'today'>): boolean {
  return orders(facts).some(({ targetId, dueOn }) => {
    const item = facts.after.items.find((each) => each.id === targetId);
    const letter = facts.after.letters.find((each) => each.id === targetId);
    const pending = (item !== undefined && isPending(item)) || (letter !== undefined && letter.reportedOn === null);
    return pending && dueOn! < today;
  });
}

export const orderDisobeyed: Rule = {
  code: 'reconsideration.order-not-disobeyed',
  detail: '经责令限期履行，期满仍未履行的，才能移送追究责任。',
  article: '复议法 2023 第83条；实施条例 2026 第71条',
  holds: (facts, moment) => isRefused(facts, moment),
};

export const measureByToday: Rule<MeasureInput> = {
  code: 'reconsideration.measure-in-future',
  detail: '日期不能晚于今天。',
  article: '复议法 2023 第77条第2款',
  onInput: true,
  holds: (_facts, { today, input }) => input.on <= today,
};

export const enforceable: Rule = {
  code: 'reconsideration.nothing-to-enforce',
  detail: '只有维持决定、变更决定可以对逾期不起诉又不履行的申请人、第三人强制执行。',
  article: '复议法 2023 第78条',
  holds: (facts) => facts.decidedOn !== null && facts.draft !== null && ENFORCER_OF[facts.draft.kind] !== undefined,
};

export const enforcedOnParty: Rule<EnforceInput> = {
  code: 'reconsideration.party-unknown',
  detail: '被执行人应为本案申请人或者第三人。',
  article: '复议法 2023 第78条',
  onInput: true,
  holds: (facts, { input }) =>
    facts.parties.some((party) => party.partyId === input.partyId && party.side !== 'RESPONDENT'),
};

export const enforcerFits: Rule<EnforceInput> = {
  code: 'reconsideration.enforcer-wrong',
  detail: '维持决定由作出行政行为的机关强制执行，变更决定由行政复议机关强制执行，或者申请人民法院强制执行。',
  article: '复议法 2023 第78条第1项、第2项',
  onInput: true,
  holds: (facts, { input }) => facts.draft !== null && ENFORCER_OF[facts.draft.kind] === input.by,
};

export const suitPeriodOver: Rule<EnforceInput> = {
  code: 'reconsideration.suit-period-running',
  detail: '该当事人的起诉期限尚未届满，或者已经提起诉讼，不能强制执行。',
  article: '复议法 2023 第78条；行诉法 第45条',
  onInput: true,
  holds(facts, { today, input }) {
    const suit = facts.after.suits.find((each) => each.partyId === input.partyId);
    const sued = facts.after.litigations.some((each) => each.plaintiffId === input.partyId);
    return suit !== undefined && suit.dueOn < today && !sued;
  },
};
