import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { ExtendTermInput, PauseInput, ResumeMediationInput } from '../domain/session/inputs.js';
import type { Context, EffectTable } from './rows.js';

function pause(tx: Tx, context: Context<PauseInput>): void {
  const { facts, input } = context;
  setPause(tx, context, input);
  send(
    tx,
    `INSERT INTO mediation.pause (id, case_id, reason, starts_on, explanation, reported_to, reported_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[newId(), facts.caseId, input.reason, input.from, input.explanation],
      ...[input.reportedTo ?? null, input.reportedOn ?? null],
    ],
  );
}

function resume(tx: Tx, context: Context<ResumeMediationInput>): void {
  setPause(tx, context, null);
  send(tx, 'UPDATE mediation.pause SET ended_on = $2, outcome = $3 WHERE case_id = $1 AND ended_on IS NULL', [
    context.facts.caseId,
    context.input.on,
    context.input.outcome ?? null,
  ]);
}

function setPause(tx: Tx, { facts }: Context, input: Pick<PauseInput, 'reason' | 'from'> | null): void {
  send(tx, 'UPDATE mediation.mediation SET pause_reason = $2, paused_from = $3 WHERE case_id = $1', [
    facts.caseId,
    input?.reason ?? null,
    input?.from ?? null,
  ]);
}

/** Who agreed to the longer term. */
export function noteExtension(tx: Tx, { facts, input, today }: Context<ExtendTermInput>): void {
  send(
    tx,
    `INSERT INTO mediation.extension (id, case_id, days, agreed_by, agreed_on, reason) VALUES ($1, $2, $3, $4, $5, $6)`,
    [newId(), facts.caseId, input.days, input.agreedBy, today, input.reason],
  );
}

/** MD-08: pause. */
export const COURSE_EFFECTS: EffectTable = { pause, resume };
