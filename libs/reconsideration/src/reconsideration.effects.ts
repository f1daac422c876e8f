import { Participants } from '@app/cases';
import { send, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DECISION_EFFECTS } from './effects/decision.js';
import { INTAKE_EFFECTS } from './effects/intake.js';
import type { Context, EffectTable } from './effects/rows.js';
import { TRIAL_EFFECTS } from './effects/trial.js';

const EFFECTS: EffectTable = { ...INTAKE_EFFECTS, ...TRIAL_EFFECTS, ...DECISION_EFFECTS };

/** What each step writes into the reconsideration's own tables, by the step's name. */
@Injectable()
export class ReconsiderationEffects {
  constructor(private readonly participants: Participants) {}

  async apply(tx: Tx, context: Context): Promise<void> {
    await EFFECTS[context.transition.name]?.(tx, context as Context<never>, { participants: this.participants });
    if (context.transition.name !== 'receive') keepRecord(tx, context);
  }
}

/** Keeps what the step recorded in words. */
function keepRecord(tx: Tx, { facts, input, transition, today }: Context): void {
  if (Object.keys(input).length === 0) return;
  send(
    tx,
    `UPDATE reconsideration.application SET records = records || jsonb_build_object($2::text, $3::jsonb) WHERE case_id = $1`,
    [facts.caseId, transition.name, JSON.stringify({ ...input, recordedOn: today })],
  );
}
