import { refreshDue } from '@app/cases';
import type { ClocksService } from '@app/deadlines';
import { addDays, daysBetween, type CalendarDate, type Id } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Context } from './rows.js';

/** An obligation that is to be watched. */
export interface Watched {
  readonly id: Id;
  readonly obligorId: Id;
  readonly dueOn: CalendarDate;
}

/**
 * Starts a clock for each obligation (人民调解法 第31条), due on the very day agreed; the liaison answers for what the organ owes. What was
 * due before, or is due today, is counted from the day before.
 */
export async function watch(
  tx: Tx,
  { facts, actor, today }: Context,
  clocks: ClocksService,
  obligations: readonly Watched[],
): Promise<void> {
  await clocks.start(
    tx,
    actor,
    obligations.map(({ id, obligorId, dueOn }) => {
      const from = dueOn > today ? today : addDays(dueOn, -1);
      return {
        subjectId: facts.caseId,
        scopeId: facts.disputeId,
        concernsId: id,
        rule: 'MD_PERFORM',
        variant: facts.respondentOrganIds.includes(obligorId) ? 'ORGAN' : 'PARTY',
        from,
        amount: daysBetween(from, dueOn),
      };
    }),
  );
  refreshDue(tx, facts.disputeId);
}
