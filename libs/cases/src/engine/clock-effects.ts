import type { ClocksService } from '@app/deadlines';
import type { Actor } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { CaseRow } from './case.store.js';
import type { CaseFacts, ClockEffect, Moment, Transition } from './procedure.js';

/** Starts, ends, stops and moves the case's clocks as the step's row says, in its order; answers whether it did any of it. */
export async function applyClockEffects(
  tx: Tx,
  clocks: ClocksService,
  actor: Actor,
  row: CaseRow,
  transition: Transition,
  facts: CaseFacts,
  moment: Moment<object>,
): Promise<boolean> {
  const effects = (transition.clocks ?? []).filter((effect) => !effect.when || effect.when(facts, moment));
  for (const effect of effects) await applyOne(tx, clocks, actor, row, effect, facts, moment);
  return effects.length > 0;
}

async function applyOne(
  tx: Tx,
  clocks: ClocksService,
  actor: Actor,
  row: CaseRow,
  effect: ClockEffect<CaseFacts>,
  facts: CaseFacts,
  moment: Moment<object>,
): Promise<void> {
  const on = effect.on?.(facts, moment) ?? moment.today;
  const amount = effect.amount?.(facts, moment);
  const variant = effect.variant?.(facts, moment);
  const concernsId = effect.concerns?.(facts, moment);
  switch (effect.do) {
    case 'start':
      await clocks.start(tx, actor, [
        { subjectId: row.id, scopeId: row.disputeId, concernsId, rule: effect.rule, from: on, variant, amount },
      ]);
      return;
    case 'meet':
      return clocks.meet(tx, actor, row.id, effect.rule, on, concernsId);
    case 'cancel':
      return clocks.cancel(tx, actor, row.id, effect.rule, on, concernsId);
    case 'suspend':
      return clocks.suspend(tx, actor, row.id, effect.rule, on);
    case 'resume':
      return clocks.resume(tx, actor, row.id, effect.rule, on);
    case 'extend':
      return clocks.extend(tx, actor, row.id, effect.rule, amount ?? 0, on);
    case 'convert':
      return clocks.convert(tx, actor, row.id, effect.rule, variant);
  }
}
