import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { RaiseRecusalInput, RejectRecusalInput, ReplaceMediatorInput } from '../domain/assignment/inputs.js';
import { mustBeOwnSide, type Context, type EffectTable } from './rows.js';

function raise(tx: Tx, { facts, input, role }: Context<RaiseRecusalInput>): void {
  mustBeOwnSide(role, input.raisedBy);
  send(
    tx,
    `INSERT INTO mediation.recusal (id, case_id, mediator_id, raised_by, ground, explanation, known_on, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'PENDING')`,
    [
      ...[newId(), facts.caseId, input.mediatorId, input.raisedBy, input.ground, input.explanation],
      input.knownOn ?? null,
    ],
  );
}

function reject(tx: Tx, context: Context<RejectRecusalInput>): void {
  decide(tx, context, 'REJECTED', context.input.agreedBy ?? null);
}

/** The recusal that is pending, if one is: a mediator may also be replaced without. */
export function grantRecusal(tx: Tx, context: Context<ReplaceMediatorInput>): void {
  decide(tx, context, 'GRANTED', null);
}

function decide(
  tx: Tx,
  { facts, input, actor, today }: Context<{ reason: string }>,
  state: string,
  agreedBy: readonly string[] | null,
): void {
  send(
    tx,
    `UPDATE mediation.recusal SET state = $2, decision = $3, decided_by = $4, decided_on = $5, agreed_by = $6
     WHERE case_id = $1 AND state = 'PENDING'`,
    [facts.caseId, state, input.reason, actor.personId, today, agreedBy],
  );
}

/** MD-06. Replacing is with the assignment of mediators. */
export const RECUSAL_EFFECTS: EffectTable = { 'raise-recusal': raise, 'reject-recusal': reject };
