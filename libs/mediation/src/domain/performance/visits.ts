import type { ClockEffect, Moment } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import type { MediationFacts } from '../facts.js';

/** Nothing is owed any more once this obligation is done. */
export function lastOne(facts: MediationFacts, obligationId: string): boolean {
  return facts.obligations.every((each) => each.done || each.id === obligationId);
}

type On<I extends object> = (facts: MediationFacts, moment: Moment<I>) => CalendarDate;

/**
 * Both visits are due from the last day agreed, or from the day on which the last obligation was performed, if that was
 * later (杭州市人民调解条例 第45条 [L]).
 */
export function VISITS<I extends object>(
  when: (facts: MediationFacts, moment: Moment<I>) => boolean,
  performedOn: On<I> = (_facts, { today }) => today,
): ClockEffect<MediationFacts, I>[] {
  const on: On<I> = (facts, moment) =>
    [performedOn(facts, moment), ...facts.obligations.map((each) => each.dueOn)].reduce((a, b) => (a > b ? a : b));
  return ['MD_VISIT_FIRST', 'MD_VISIT_SECOND'].map((rule) => ({ do: 'start', rule, when, on }));
}
