import type { ClockEffect, Transition } from '@app/cases';
import { daysBetween, type CalendarDate } from '@app/kernel';
import type { OwnershipFacts } from './facts.js';
import type { OwnershipState } from './states.js';

export type Step<I extends object = object> = Transition<OwnershipFacts, OwnershipState, I>;

/** A case with a red mark reports more often. */
export const nextReport: ClockEffect<OwnershipFacts> = {
  do: 'start',
  rule: 'CO_REPORT',
  variant: (facts) => (facts.mark === 'RED' ? 'RED' : undefined),
};

/** The time to resolve runs to the day that was named. */
export function resolveBy<I extends object>(
  day: (facts: OwnershipFacts, input: I) => CalendarDate | null,
): ClockEffect<OwnershipFacts, I> {
  return {
    do: 'start',
    rule: 'CO_RESOLVE',
    amount: (facts, { today, input }) => {
      const by = day(facts, input);
      return by === null ? undefined : daysBetween(today, by);
    },
  };
}
