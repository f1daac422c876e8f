import { notFound, staleVersion, type Actor, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import { maySee, principalsOf } from '../../engine/scope.js';
import type { DisputeStatus } from '../dispute.entity.js';
import { searchContent } from '../domain/search-text.js';
import { DISPUTE_COLUMNS, type DisputeRow } from './rows.js';

const CONTENT = `channel, source_organ_id, received_on, title, facts, claims, field_code, matter_code, tags, amount,
  respondent_organ_id, act_name, act_document_no, act_on, act_known_on, rights_known_on, concerns_real_estate`;

const contentValues = (d: DisputeRow): unknown[] => [
  d.channel,
  d.sourceOrganId,
  d.receivedOn,
  d.title,
  d.facts,
  d.claims,
  d.fieldCode,
  d.matterCode,
  d.tags,
  d.amount,
  d.respondentOrganId,
  d.actName,
  d.actDocumentNo,
  d.actOn,
  d.actKnownOn,
  d.rightsKnownOn,
  d.concernsRealEstate,
];

/** Inserts a dispute as a draft; {@link takeNumber} registers it. */
export function insertDispute(tx: Tx, row: DisputeRow): void {
  send(
    tx,
    `INSERT INTO cases.dispute (id, status, ${CONTENT}, organ_id, handler_id, next_due_on, ledger_no, created_by)
     VALUES ($1, 'DRAFT', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [row.id, ...contentValues(row), row.organId, row.handlerId, row.nextDueOn, row.ledgerNo, row.createdBy],
  );
}

/**
 * Makes a draft a registered dispute and answers its number. It locks the series of numbers until the transaction ends,
 * so it is the last statement before COMMIT. The version does not change: the caller has set it.
 */
export async function takeNumber(tx: Tx, row: Pick<DisputeRow, 'id' | 'registeredOn'>): Promise<string> {
  const [given] = await sql<{ number: string }>(
    tx,
    `UPDATE cases.dispute SET status = 'REGISTERED', registered_on = $2,
       number = documents.next_number('dispute', extract(year FROM $2::date)::smallint) WHERE id = $1 RETURNING number`,
    [row.id, row.registeredOn],
  );
  return given!.number;
}

/** Writes a changed dispute under its next version. The caller holds the row's lock. */
export function updateDispute(tx: Tx, row: DisputeRow): void {
  send(
    tx,
    `UPDATE cases.dispute SET (${CONTENT}, organ_id, handler_id, next_due_on) =
       ROW($2, $3::uuid, $4::date, $5, $6, $7, $8, $9, $10::text[], $11::numeric, $12::uuid, $13, $14, $15::date, $16::date,
           $17::date, $18::boolean, $19::uuid, $20::uuid, $21::date),
       version = version + 1, updated_at = now() WHERE id = $1`,
    [row.id, ...contentValues(row), row.organId, row.handlerId, row.nextDueOn],
  );
}

/** Keeps what the dispute is found by. Numbers are not in it: they are looked up exactly. */
export function writeSearch(tx: Tx, row: DisputeRow, partyNames: readonly string[]): void {
  const content = searchContent([
    row.title,
    row.facts,
    row.claims,
    row.actName,
    row.actDocumentNo,
    ...row.tags,
    ...partyNames,
    row.ledgerNo,
  ]);
  send(
    tx,
    `INSERT INTO cases.dispute_search (dispute_id, content) VALUES ($1, $2)
     ON CONFLICT (dispute_id) DO UPDATE SET content = excluded.content`,
    [row.id, content],
  );
}

/**
 * Takes the lock of a dispute the actor may see.
 * @throws DomainError cases.dispute.not-found; cases.dispute.stale-version if `version` is given and not its own
 */
export async function lockDispute(tx: Tx, actor: Actor, id: Id, version?: number): Promise<DisputeRow> {
  const [row] = await sql<DisputeRow>(
    tx,
    `SELECT ${DISPUTE_COLUMNS} FROM cases.dispute d WHERE d.id = $1 AND d.status <> 'DRAFT' AND ${maySee('d.id', '$2', '$3')}
     FOR UPDATE OF d`,
    [id, principalsOf(actor), actor.personId],
  );
  if (!row) throw notFound('cases.dispute');
  if (version !== undefined && row.version !== version) throw staleVersion('cases.dispute');
  return row;
}

/** Takes the lock of the actor's own draft. @throws as {@link lockDispute} */
export async function lockDraft(tx: Tx, actor: Actor, id: Id, version: number): Promise<DisputeRow> {
  const [row] = await sql<DisputeRow>(
    tx,
    `SELECT ${DISPUTE_COLUMNS} FROM cases.dispute d
     WHERE d.id = $1 AND d.status = 'DRAFT' AND d.created_by = $2 FOR UPDATE`,
    [id, actor.personId],
  );
  if (!row) throw notFound('cases.dispute');
  if (row.version !== version) throw staleVersion('cases.dispute');
  return row;
}

/** Ends a registered dispute: its queue entries and its nearest due date go. */
export function endDispute(tx: Tx, id: Id, status: Extract<DisputeStatus, 'CLOSED' | 'VOID'>): void {
  send(
    tx,
    `UPDATE cases.dispute SET status = $2, next_due_on = NULL, version = version + 1, updated_at = now() WHERE id = $1`,
    [id, status],
  );
  send(tx, `UPDATE cases.access SET open = false, due_on = 'infinity' WHERE dispute_id = $1`, [id]);
}

/** Makes somebody the handler; the version moves, so that nobody overwrites it unseen. */
export function setDisputeHandler(tx: Tx, id: Id, personId: Id): void {
  send(tx, 'UPDATE cases.dispute SET handler_id = $2, version = version + 1, updated_at = now() WHERE id = $1', [
    id,
    personId,
  ]);
}
