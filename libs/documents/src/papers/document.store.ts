import { newId, notFound, staleVersion, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import { sha256 } from '../canonical.js';
import type { DocumentData, Volume } from '../domain/document-kind.js';
import type { Addressee, PaperContent } from '../domain/paper-content.js';
import type { DocumentState } from './document.entity.js';

/** A paper's row. */
export interface DocumentRow {
  id: Id;
  kind: string;
  title: string;
  caseId: Id;
  disputeId: Id;
  volume: Volume;
  state: DocumentState;
  version: number;
  data: DocumentData;
  addressees: Addressee[];
  number: string | null;
  issuedOn: CalendarDate | null;
  content: PaperContent | null;
  hash: string | null;
  templateId: Id | null;
  draftedBy: Id;
  draftedAt: Date;
  signedBy: Id | null;
  signedAt: Date | null;
  returnReason: string | null;
  voidedBy: Id | null;
  voidedAt: Date | null;
  voidReason: string | null;
}

/** A save of a paper. */
export interface SavedVersion {
  version: number;
  hash: string;
  savedBy: Id;
  savedAt: Date;
  data: DocumentData;
  addressees: Addressee[];
}

const HEAD = `d.id, d.kind, d.title, d.case_id AS "caseId", d.dispute_id AS "disputeId", d.volume, d.state, d.version,
  d.number, d.issued_on AS "issuedOn", d.hash, d.template_id AS "templateId", d.drafted_by AS "draftedBy",
  d.drafted_at AS "draftedAt", d.signed_by AS "signedBy", d.signed_at AS "signedAt", d.return_reason AS "returnReason",
  d.voided_by AS "voidedBy", d.voided_at AS "voidedAt", d.void_reason AS "voidReason", d.addressees`;
const WHOLE = `${HEAD}, d.data, d.content`;

/** A paper without its words, as lists show it. */
export type DocumentHead = Omit<DocumentRow, 'data' | 'content'>;

/**
 * Takes the paper's lock: whoever writes it queues here.
 * @throws DomainError documents.document.not-found, documents.document.stale-version
 */
export async function lockDocument(tx: Tx, id: Id, version: number): Promise<DocumentRow> {
  const [row] = await sql<DocumentRow>(tx, `SELECT ${WHOLE} FROM documents.document d WHERE d.id = $1 FOR UPDATE`, [
    id,
  ]);
  if (!row) throw notFound('documents.document');
  if (row.version !== version) throw staleVersion('documents.document');
  return row;
}

/** @throws DomainError documents.document.not-found */
export async function findDocument(tx: Tx, id: Id): Promise<DocumentRow> {
  const [row] = await sql<DocumentRow>(tx, `SELECT ${WHOLE} FROM documents.document d WHERE d.id = $1`, [id]);
  if (!row) throw notFound('documents.document');
  return row;
}

/** Papers of a case, oldest first, without their words. */
export async function documentsOfCase(tx: Tx, caseId: Id): Promise<DocumentHead[]> {
  return sql<DocumentHead>(tx, `SELECT ${HEAD} FROM documents.document d WHERE d.case_id = $1 ORDER BY d.id`, [caseId]);
}

export async function savedVersions(tx: Tx, id: Id): Promise<SavedVersion[]> {
  return sql<SavedVersion>(
    tx,
    `SELECT version, hash, saved_by AS "savedBy", saved_at AS "savedAt", data, addressees
     FROM documents.document_version WHERE document_id = $1 ORDER BY version`,
    [id],
  );
}

/** What a draft says, and who says so when. */
export interface Save {
  data: DocumentData;
  addressees: readonly Addressee[];
  at: Date;
}

export function insertDocument(
  tx: Tx,
  actor: Actor,
  row: Pick<DocumentRow, 'kind' | 'title' | 'caseId' | 'disputeId' | 'volume'>,
  save: Save,
  id: Id = newId(),
): Id {
  const { kind, title, caseId, disputeId, volume } = row;
  send(
    tx,
    `INSERT INTO documents.document
       (id, kind, title, case_id, dispute_id, volume, state, data, addressees, drafted_by, drafted_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'DRAFT', $7, $8, $9, $10)`,
    [id, kind, title, caseId, disputeId, volume, JSON.stringify(save.data), JSON.stringify(save.addressees), actor.personId, save.at], // prettier-ignore
  );
  insertVersion(tx, actor, id, 1, save);
  return id;
}

/** Saves what a draft says now; the caller holds its lock. */
export function updateDraft(tx: Tx, actor: Actor, row: DocumentRow, save: Save): void {
  send(
    tx,
    'UPDATE documents.document SET data = $2, addressees = $3, version = version + 1 WHERE id = $1',
    [row.id, JSON.stringify(save.data), JSON.stringify(save.addressees)], // prettier-ignore
  );
  insertVersion(tx, actor, row.id, row.version + 1, save);
}

/** Moves a paper that is not signed to another state. */
export function moveDocument(tx: Tx, row: DocumentRow, state: DocumentState, returnReason = row.returnReason): void {
  send(tx, 'UPDATE documents.document SET state = $2, return_reason = $3, version = version + 1 WHERE id = $1', [
    row.id,
    state,
    returnReason,
  ]);
}

/** Freezes a paper as signed. */
export function freezeDocument(tx: Tx, actor: Actor, row: DocumentRow, content: PaperContent, at: Date): string {
  const hash = sha256(content);
  send(
    tx,
    `UPDATE documents.document SET state = 'SIGNED', content = $2, hash = $3, number = $4, issued_on = $5, signed_by = $6,
       signed_at = $7, template_id = (SELECT id FROM documents.template t WHERE t.kind = $8 AND t.active),
       version = version + 1 WHERE id = $1`,
    [row.id, JSON.stringify(content), hash, content.number, content.issuedOn, actor.personId, at, row.kind],
  );
  return hash;
}

/** @returns its new state: a draft is discarded, what was signed is void */
export function voidDocument(tx: Tx, actor: Actor, row: DocumentRow, reason: string, at: Date): DocumentState {
  const state = row.state === 'SIGNED' ? 'VOID' : 'DISCARDED';
  send(
    tx,
    `UPDATE documents.document SET state = $2, voided_by = $3, voided_at = $4, void_reason = $5, version = version + 1
     WHERE id = $1`,
    [row.id, state, actor.personId, at, reason],
  );
  return state;
}

/** The organ that issues papers under a seal, as its name stands on paper. */
export async function issuerOf(tx: Tx, seal: string): Promise<string> {
  const [row] = await sql<{ name: string }>(tx, 'SELECT name FROM documents.issuer WHERE seal = $1', [seal]);
  return row?.name ?? '';
}

function insertVersion(tx: Tx, actor: Actor, id: Id, version: number, { data, addressees, at }: Save): void {
  send(
    tx,
    `INSERT INTO documents.document_version (document_id, version, data, addressees, hash, saved_by, saved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, version, JSON.stringify(data), JSON.stringify(addressees), sha256({ data, addressees }), actor.personId, at],
  );
}
