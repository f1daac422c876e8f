import type { ClocksService } from '@app/deadlines';
import { mustBeFileOfCase } from '@app/documents';
import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import { obligationOf } from '../domain/performance/guards.js';
import type * as inputs from '../domain/performance/inputs.js';
import type { Context, EffectTable } from './rows.js';
import { watch } from './obligation-clocks.js';

/** Late stays late: it is kept with what was performed, and on the obligation. */
async function recordPerformance(tx: Tx, context: Context<inputs.RecordPerformanceInput>): Promise<void> {
  const { facts, input, actor, today } = context;
  await mustBeFileOfCase(tx, facts.caseId, input.proofFileId, '#/input/proofFileId');
  const late = input.performedOn > obligationOf(facts, input.obligationId)!.dueOn;
  send(
    tx,
    `INSERT INTO mediation.performance
       (id, obligation_id, outcome, performed_on, late, amount_fen, description, proof_file_id, recorded_by, recorded_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      newId(),
      input.obligationId,
      input.outcome,
      input.performedOn,
      late,
      input.amountFen ?? null,
      input.description,
      input.proofFileId ?? null,
      actor.personId,
      today,
    ],
  );
  send(
    tx,
    `UPDATE mediation.obligation SET state = $2, paid_fen = paid_fen + $3, late = late OR $4,
       performed_on = CASE WHEN $2 = 'DONE' THEN $5::date END WHERE id = $1`,
    [input.obligationId, input.outcome === 'WHOLE' ? 'DONE' : 'PART', input.amountFen ?? 0, late, input.performedOn],
  );
}

async function reschedule(tx: Tx, context: Context<inputs.RescheduleInput>, clocks: ClocksService): Promise<void> {
  const { facts, input, actor, today } = context;
  const obligation = obligationOf(facts, input.obligationId)!;
  send(
    tx,
    `INSERT INTO mediation.reschedule (id, obligation_id, from_day, to_day, agreed_by, reason, agreed_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), obligation.id, obligation.dueOn, input.dueOn, input.agreedBy, input.reason, today],
  );
  send(tx, 'UPDATE mediation.obligation SET due_on = $2 WHERE id = $1', [obligation.id, input.dueOn]);
  await clocks.cancel(tx, actor, facts.caseId, 'MD_PERFORM', today, obligation.id);
  await watch(tx, context, clocks, [{ ...obligation, dueOn: input.dueOn }]);
}

interface Measure {
  obligationIds: readonly string[];
  content: string;
  court?: string;
}

const measure =
  (kind: string) =>
  (tx: Tx, { facts, input, actor, today }: Context<Measure>): void =>
    send(
      tx,
      `INSERT INTO mediation.default_measure (id, case_id, kind, obligation_ids, taken_on, content, court, taken_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), facts.caseId, kind, input.obligationIds, today, input.content, input.court ?? null, actor.personId],
    );

/** What was not performed after all is owed again, in full, and watched under its old day. */
async function recordVisit(tx: Tx, context: Context<inputs.RecordVisitInput>, clocks: ClocksService): Promise<void> {
  const { facts, input, actor } = context;
  send(
    tx,
    `INSERT INTO mediation.visit (id, case_id, round, visited_on, method, outcome, obligation_ids, finding, visited_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      facts.caseId,
      input.round,
      input.visitedOn,
      input.method,
      input.outcome,
      input.obligationIds ?? null,
      input.finding,
      actor.personId,
    ],
  );
  const again = facts.obligations.filter((each) => input.obligationIds?.includes(each.id));
  if (again.length === 0) return;
  send(
    tx,
    `UPDATE mediation.obligation SET state = 'OPEN', paid_fen = 0, performed_on = NULL WHERE id = ANY($1::uuid[])`,
    [again.map((each) => each.id)],
  );
  await watch(tx, context, clocks, again);
}

/** MD-17 and MD-18. */
export const PERFORMANCE_EFFECTS: EffectTable = {
  'record-performance': recordPerformance,
  reschedule,
  'urge-performance': measure('URGED'),
  'mediate-again': measure('MEDIATED_AGAIN'),
  'record-enforcement': measure('ENFORCEMENT'),
  'advise-suit': measure('SUIT_ADVISED'),
  'record-visit': recordVisit,
};
