import type { EffectContext, Participants } from '@app/cases';
import type { ClocksService } from '@app/deadlines';
import type { DirectoryService } from '@app/directory';
import { newId, type Id } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { ServiceRegister } from '@app/service-of-process';
import type { ReconsiderationFacts } from '../domain/facts.js';

export type Context<I extends object = object> = EffectContext<ReconsiderationFacts, I>;

/** What effects may use besides the transaction. */
export interface EffectServices {
  readonly participants: Participants;
  readonly register: ServiceRegister;
  readonly directory: DirectoryService;
  readonly clocks: ClocksService;
}

/** Writes a step's own rows; the step is permitted, and its input checked. */
export type Effect = (tx: Tx, context: Context<never>, services: EffectServices) => void | Promise<void>;

/** Effects by the step's name. */
export type EffectTable = Readonly<Record<string, Effect>>;

/** Changes columns of the case's own row. */
export function set(tx: Tx, { facts }: Pick<Context, 'facts'>, values: Record<string, unknown>): void {
  const columns = Object.keys(values);
  const list = columns.map((column, i) => `${column} = $${i + 2}`).join(', ');
  send(tx, `UPDATE reconsideration.application SET ${list} WHERE case_id = $1`, [
    facts.caseId,
    ...Object.values(values),
  ]);
}

/** Inserts a row of one of this lib's tables; `id` and `case_id` are added, and the id is answered. */
export function insertRow(
  tx: Tx,
  table: string,
  { facts }: Pick<Context, 'facts'>,
  values: Record<string, unknown>,
): Id {
  const id = newId();
  const row = { id, case_id: facts.caseId, ...values };
  const columns = Object.keys(row);
  send(
    tx,
    `INSERT INTO reconsideration.${table} (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}

/** Changes a row of one of this lib's tables, which must be of this case. */
export function updateRow(
  tx: Tx,
  table: string,
  { facts }: Pick<Context, 'facts'>,
  id: Id,
  values: Record<string, unknown>,
): void {
  const list = Object.keys(values).map((column, i) => `${column} = $${i + 3}`);
  send(tx, `UPDATE reconsideration.${table} SET ${list.join(', ')} WHERE id = $1 AND case_id = $2`, [
    id,
    facts.caseId,
    ...Object.values(values),
  ]);
}
