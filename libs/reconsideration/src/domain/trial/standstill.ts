import type { ClockEffect, Moment } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import { openClock, type ReconsiderationFacts } from '../facts.js';

/** Why the decision period stands still; several may last at once (复议法 2023 第39条; 实施条例 2026 第40条、第45条、第46条). */
export type Standstill = 'SUSPENSION' | 'UPLIFT' | 'FACT_FINDING';

/** Whether the decision period goes on standing still once one cause has ended: then it is not resumed yet. */
export function othersLast(
  facts: Pick<ReconsiderationFacts, 'suspension' | 'uplift' | 'factFinding'>,
  ended: Standstill,
): boolean {
  const lasting: Record<Standstill, number> = {
    SUSPENSION: facts.suspension === null ? 0 : 1,
    UPLIFT: facts.uplift === null ? 0 : 1,
    FACT_FINDING: facts.factFinding.length,
  };
  const rest = Object.values(lasting).reduce((sum, each) => sum + each, 0);
  return rest > Math.min(lasting[ended], 1);
}

type On<I extends object> = (facts: ReconsiderationFacts, moment: Moment<I>) => CalendarDate;

/** The decision period stands still from a day on, unless it does already or has run out before. */
export function pauseDecision<I extends object>(on: On<I>): ClockEffect<ReconsiderationFacts, I> {
  return {
    do: 'suspend',
    rule: 'RC_DECIDE',
    on,
    when(facts, moment) {
      const clock = openClock(facts, 'RC_DECIDE');
      return clock?.state === 'RUNNING' && on(facts, moment) <= clock.dueOn;
    },
  };
}

/** The first day counted again once a cause has ended: not before another one has ended that lasted longer. */
export function countedFrom(facts: Pick<ReconsiderationFacts, 'stillUntil'>, ended: CalendarDate): CalendarDate {
  return facts.stillUntil !== null && facts.stillUntil > ended ? facts.stillUntil : ended;
}

/** It goes on from the day the cause ended, unless another cause lasts. */
export function resumeDecision<I extends object>(ended: Standstill, on: On<I>): ClockEffect<ReconsiderationFacts, I> {
  return {
    do: 'resume',
    rule: 'RC_DECIDE',
    on: (facts, moment) => countedFrom(facts, on(facts, moment)),
    when: (facts) => openClock(facts, 'RC_DECIDE')?.state === 'SUSPENDED' && !othersLast(facts, ended),
  };
}
