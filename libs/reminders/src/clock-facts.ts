import type { CalendarDate, Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';

/** What reminders need of a clock. */
export interface ClockFacts {
  id: Id;
  /** Case, or dispute. */
  subjectId: Id;
  /** Dispute. */
  scopeId: Id;
  rule: string;
  /** Party or organ whose own period it is. */
  concernsId: Id | null;
  /** Role that must act, or `respondent_organ`. */
  responsible: string;
  startsOn: CalendarDate;
  backward: boolean;
  dueOn: CalendarDate;
  state: string;
}

/** Clocks by id, in one question: planning one at a time would cost a round trip each. */
export async function factsOf(tx: Tx, clockIds: readonly Id[]): Promise<ClockFacts[]> {
  return sql<ClockFacts>(
    tx,
    `SELECT id, subject_id AS "subjectId", scope_id AS "scopeId", rule, concerns_id AS "concernsId", responsible, starts_on AS "startsOn",
       backward, due_on AS "dueOn", state FROM deadlines.clock WHERE id = ANY ($1::uuid[])`,
    [clockIds],
  );
}

/** The open clocks of a dispute and its cases. */
export async function openClocksOf(tx: Tx, disputeId: Id): Promise<Id[]> {
  return ids(tx, `${OPEN} AND scope_id = $1`, [disputeId]);
}

/** Open clocks of a rule (of all, if null) that follow `after`, in the order of their ids. */
export async function openClocks(tx: Tx, rule: string | null, after: Id | null, limit: number): Promise<Id[]> {
  return ids(tx, `${OPEN} AND ($1::text IS NULL OR rule = $1) AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`, [
    rule,
    after,
    limit,
  ]);
}

const OPEN = `SELECT id FROM deadlines.clock WHERE state IN ('RUNNING','SUSPENDED')`;

async function ids(tx: Tx, text: string, values: unknown[]): Promise<Id[]> {
  return (await sql<{ id: Id }>(tx, text, values)).map(({ id }) => id);
}
