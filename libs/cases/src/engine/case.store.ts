import { noteChange } from '@app/audit';
import { notFound, staleVersion, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import type { CaseChanged, HandlerSet } from '../as-of/domain/changes.js';
import type { ProcedureCode } from './procedure.js';
import { maySee, principalsOf } from './scope.js';

/** A case's row. */
export interface CaseRow {
  id: Id;
  disputeId: Id;
  procedure: ProcedureCode;
  number: string;
  state: string;
  open: boolean;
  version: number;
  handlerId: Id | null;
  openedOn: CalendarDate;
  closedOn: CalendarDate | null;
}

const COLUMNS = `c.id, c.dispute_id AS "disputeId", c.procedure, c.number, c.state, c.open, c.version,
  c.handler_id AS "handlerId", c.opened_on AS "openedOn", c.closed_on AS "closedOn"`;

const VISIBLE = `FROM cases.case_file c WHERE c.id = $1 AND ${maySee('c.dispute_id', '$2', '$3')}`;

/**
 * Takes the case lock: writers of one case queue here, until the transaction ends. Rows that only refer to the case do not
 * wait for it.
 * @throws DomainError cases.case.not-found if the actor may not see it; cases.case.stale-version if `version` is not its own
 */
export async function lockCase(tx: Tx, actor: Actor, id: Id, version?: number): Promise<CaseRow> {
  const [row] = await sql<CaseRow>(tx, `SELECT ${COLUMNS} ${VISIBLE} FOR NO KEY UPDATE OF c`, [
    id,
    principalsOf(actor),
    actor.personId,
  ]);
  if (!row) throw notFound('cases.case');
  if (version !== undefined && row.version !== version) throw staleVersion('cases.case');
  return row;
}

/** The same without the lock. */
export async function findCase(tx: Tx, actor: Actor, id: Id): Promise<CaseRow> {
  const [row] = await sql<CaseRow>(tx, `SELECT ${COLUMNS} ${VISIBLE}`, [id, principalsOf(actor), actor.personId]);
  if (!row) throw notFound('cases.case');
  return row;
}

/** Writes the state after a step; the caller holds the lock. A case that stays closed keeps the day it was closed. */
export function moveCase(tx: Tx, row: CaseRow, to: string, open: boolean, today: CalendarDate): void {
  send(
    tx,
    `UPDATE cases.case_file SET state = $2, open = $3, closed_on = CASE WHEN $3 THEN NULL ELSE coalesce(closed_on, $4::date) END,
       version = version + 1, updated_at = now() WHERE id = $1`,
    [row.id, to, open, today],
  );
  note(tx, row, { state: to, open, version: row.version + 1, closedOn: open ? null : today });
}

/** A case under review is a new version of it: whoever read it before must read it again. The caller holds the lock. */
export function bumpCase(tx: Tx, row: CaseRow): void {
  send(tx, 'UPDATE cases.case_file SET version = version + 1, updated_at = now() WHERE id = $1', [row.id]);
  note(tx, row, { ...row, version: row.version + 1 });
}

/** For the trail: the case as it is from now on. */
function note(
  tx: Tx,
  { id, disputeId, openedOn }: CaseRow,
  { state, open, version, closedOn }: Pick<CaseRow, 'state' | 'open' | 'version' | 'closedOn'>,
): void {
  const change: CaseChanged = { is: 'case/1', state, open, version, openedOn, closedOn };
  noteChange(tx, { subjectType: 'case', subjectId: id, scopeId: disputeId }, change);
}

/** Inserts a new case; its number is taken by the same statement, so this should be sent late. */
export async function insertCase(tx: Tx, row: Omit<CaseRow, 'number' | 'version' | 'closedOn'>): Promise<string> {
  const [given] = await sql<{ number: string }>(
    tx,
    `INSERT INTO cases.case_file (id, dispute_id, procedure, number, state, open, handler_id, opened_on)
     VALUES ($1, $2, $3, documents.next_number($3, extract(year FROM $7::date)::smallint), $4, $5, $6, $7) RETURNING number`,
    [row.id, row.disputeId, row.procedure, row.state, row.open, row.handlerId, row.openedOn],
  );
  return given!.number;
}

/** Keeps the dispute's nearest due date, and the order of everybody's queue, in step with its clocks. */
export function refreshDue(tx: Tx, disputeId: Id): void {
  send(
    tx,
    `WITH next AS (SELECT deadlines.next_due($1) AS due_on),
       queue AS (UPDATE cases.access a SET due_on = coalesce(next.due_on, 'infinity') FROM next
         WHERE a.dispute_id = $1 AND a.due_on <> coalesce(next.due_on, 'infinity'))
     UPDATE cases.dispute d SET next_due_on = next.due_on FROM next
     WHERE d.id = $1 AND d.next_due_on IS DISTINCT FROM next.due_on`,
    [disputeId],
  );
}

/** Whose case it is from now on, within a step of it; the caller also makes him a participant. */
export function setHandler(tx: Tx, caseId: Id, personId: Id): void {
  send(tx, 'UPDATE cases.case_file SET handler_id = $2 WHERE id = $1', [caseId, personId]);
  const change: HandlerSet = { is: 'handler-set/1', personId };
  noteChange(tx, { subjectType: 'case', subjectId: caseId }, change);
}
