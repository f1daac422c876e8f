import type { Guard } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { ObligationFact } from '../agreement/facts.js';
import type { MediationFacts } from '../facts.js';
import { sidesOf } from '../intake/guards.js';
import { STAGE_TABLE } from '../stages.js';
import type { RecordEnforcementInput, RecordPerformanceInput, RecordVisitInput, RescheduleInput } from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

/** The obligation of that id. */
export const obligationOf = (facts: MediationFacts, id: Id): ObligationFact | undefined =>
  facts.obligations.find((each) => each.id === id);

/** Whether it should have been performed before today and is not. */
export const isOverdue = (each: ObligationFact | undefined, today: CalendarDate): boolean =>
  each !== undefined && !each.done && each.dueOn < today;

export const instrumentFirst: Rule = {
  code: 'mediation.instrument-first',
  detail: '本阶段的协议应先移交移送单位制作文书，登记文书后进入履行。',
  article: '复议法 2023 第73条；行诉法 2017 第60条',
  holds: (facts) => !STAGE_TABLE[facts.stage].handedOver,
};

export const obligationPending: Rule<{ obligationId: Id }> = {
  code: 'mediation.obligation-not-pending',
  detail: '所选履行义务不属于本案协议，或者已经履行完毕。',
  article: '人民调解法 第31条',
  onInput: true,
  holds: (facts, { input }) => obligationOf(facts, input.obligationId)?.done === false,
};

export const performedInTime: Rule<RecordPerformanceInput> = {
  code: 'mediation.performed-day-wrong',
  detail: '履行日期应在协议生效之日至今天之间。',
  article: '人民调解法 第31条',
  onInput: true,
  holds: ({ agreement }, { today, input }) =>
    input.performedOn <= today && agreement?.effectiveOn != null && input.performedOn >= agreement.effectiveOn,
};

export const performanceProved: Rule<RecordPerformanceInput> = {
  code: 'mediation.performance-not-proved',
  detail: '登记全部履行的，请附上履行凭证。',
  article: '人民调解法 第31条第2款',
  onInput: true,
  holds: (_facts, { input }) => input.outcome !== 'WHOLE' || input.proofFileId !== undefined,
};

/** Whole is all of the money that is owed, part is less; what owes no money takes none. */
export const amountFits: Rule<RecordPerformanceInput> = {
  code: 'mediation.amount-wrong',
  detail: '金额与约定不符：全部履行须付清余额，部分履行须少于余额；无给付内容的不填金额。',
  article: '人民调解法 第31条；民法典 第509条',
  onInput: true,
  holds(facts, { input }) {
    const owed = obligationOf(facts, input.obligationId);
    if (owed === undefined) return true;
    if (owed.amountFen === null) return input.amountFen === undefined;
    const rest = owed.amountFen - owed.paidFen;
    if (input.amountFen === undefined) return false;
    return input.outcome === 'WHOLE' ? input.amountFen === rest : input.amountFen < rest;
  },
};

export const newDayFits: Rule<RescheduleInput> = {
  code: 'mediation.new-day-wrong',
  detail: '新的履行日期不能早于今天，也不能与原日期相同。',
  article: '民法典 第543条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.dueOn >= today && input.dueOn !== obligationOf(facts, input.obligationId)?.dueOn,
};

export const bothAgree: Rule<{ agreedBy: readonly Id[] }> = {
  code: 'mediation.change-not-agreed',
  detail: '变更履行期限、再次调解，须经双方当事人一致同意。',
  article: '民法典 第543条；人民调解法 第31条',
  onInput: true,
  holds: (facts, { input }) => sidesOf(facts).every((party) => input.agreedBy.includes(party.partyId)),
};

export const somethingOverdue: Rule = {
  code: 'mediation.nothing-overdue',
  detail: '没有逾期未履行的义务。',
  article: '人民调解法 第31条第2款',
  holds: (facts, { today }) => facts.obligations.some((each) => isOverdue(each, today)),
};

export const namedAreOverdue: Rule<{ obligationIds: readonly Id[] }> = {
  code: 'mediation.obligation-not-overdue',
  detail: '所选义务不属于本案协议，或者尚未逾期。',
  article: '人民调解法 第31条第2款',
  onInput: true,
  holds: (facts, { today, input }) => input.obligationIds.every((id) => isOverdue(obligationOf(facts, id), today)),
};

/** What a court or the authority made binding can be enforced; anything else only by suit. */
const enforceableNow = (facts: MediationFacts): boolean =>
  facts.confirmation?.outcome === 'CONFIRMED' || facts.agreement?.instrument === 'STATEMENT';

export const enforceable: Rule = {
  code: 'mediation.not-enforceable',
  detail: '协议未经司法确认，也没有调解书，不能申请强制执行；可以督促履行、再次调解或者告知起诉。',
  article: '人民调解法 第33条第2款；民诉法 2023 第206条',
  holds: enforceableNow,
};

export const notEnforceable: Rule = {
  code: 'mediation.enforceable',
  detail: '协议已有强制执行效力，请告知当事人向人民法院申请强制执行。',
  article: '人民调解法 第32条、第33条第2款',
  holds: (facts) => !enforceableNow(facts),
};

export const enforcementApplied: Rule<RecordEnforcementInput> = {
  code: 'mediation.enforcement-day-wrong',
  detail: '申请强制执行的日期不能晚于今天。',
  article: '人民调解法 第33条第2款',
  onInput: true,
  holds: (_facts, { today, input }) => input.appliedOn <= today,
};

export const visitInOrder: Rule<RecordVisitInput> = {
  code: 'mediation.visit-out-of-order',
  detail: '该次回访已经登记，或者尚未首次回访；回访日期不能晚于今天。',
  article: '杭州市人民调解条例 第45条',
  onInput: true,
  holds: ({ visited }, { today, input }) =>
    input.visitedOn <= today &&
    !visited.includes(input.round) &&
    (input.round === 'FIRST' || visited.includes('FIRST')),
};

/** A finding that something was not performed names it. */
export const findingNamed: Rule<RecordVisitInput> = {
  code: 'mediation.finding-not-named',
  detail: '回访发现未履行的，请选择本案协议中未履行的义务；已经履行的不选。',
  article: '杭州市人民调解条例 第45条',
  onInput: true,
  holds: (facts, { input }) =>
    input.outcome === 'PERFORMED'
      ? input.obligationIds === undefined
      : input.obligationIds !== undefined && input.obligationIds.every((id) => obligationOf(facts, id) !== undefined),
};

export const bothVisited: Rule = {
  code: 'mediation.visits-missing',
  detail: '结案前须完成两次回访，并确认协议已经履行。',
  article: '杭州市人民调解条例 第45条 [L]',
  holds: ({ visited }) => visited.includes('FIRST') && visited.includes('SECOND'),
};
