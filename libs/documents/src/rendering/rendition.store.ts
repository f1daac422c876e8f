import { Clock, DomainError, type Id } from '@app/kernel';
import { Database, publish, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../canonical.js';
import { renditionWanted } from '../documents.events.js';
import type { Format, RenditionState } from './rendition.entity.js';

/** Attempts at a file before it is given up. */
export const MOST_ATTEMPTS = 3;

/** How a file stands. */
export interface RenditionLine {
  format: Format;
  state: RenditionState;
  attempts: number;
  errorCode: string | null;
  hash: string | null;
  engine: string | null;
  doneAt: Date | null;
}

/** Asks for both files of a paper that is being signed. */
export function wantRenditions(tx: Tx, documentId: Id): void {
  send(
    tx,
    `INSERT INTO documents.rendition (document_id, format, state) VALUES ($1, 'docx', 'PENDING'), ($1, 'pdf', 'PENDING')`,
    [documentId],
  );
  publish(tx, renditionWanted, { documentId });
}

/** Asks again for files that were given up; those that are there or under way stay as they are. */
export function wantAgain(tx: Tx, documentId: Id): void {
  send(
    tx,
    `UPDATE documents.rendition SET state = 'PENDING', attempts = 0, error_code = NULL, claimed_until = NULL
     WHERE document_id = $1 AND state = 'FAILED'`,
    [documentId],
  );
  publish(tx, renditionWanted, { documentId });
}

export async function renditionsOf(tx: Tx, documentId: Id): Promise<RenditionLine[]> {
  return sql<RenditionLine>(
    tx,
    `SELECT format, state, attempts, error_code AS "errorCode", hash, engine, done_at AS "doneAt"
     FROM documents.rendition WHERE document_id = $1 ORDER BY format`,
    [documentId],
  );
}

/**
 * The file of a signed paper.
 * @throws DomainError documents.not-signed, documents.rendition-pending, documents.rendition-failed
 */
export async function fileOf(tx: Tx, documentId: Id, format: Format): Promise<Buffer> {
  const [row] = await sql<{ state: RenditionState; errorCode: string | null; file: Buffer | null }>(
    tx,
    `SELECT state, error_code AS "errorCode", file FROM documents.rendition WHERE document_id = $1 AND format = $2`,
    [documentId, format],
  );
  if (!row) throw new DomainError('documents.not-signed', { kind: 'conflict', detail: '文书签发后才能下载。' });
  if (row.state === 'DONE') return row.file!;
  throw row.state === 'PENDING'
    ? new DomainError('documents.rendition-pending', { kind: 'conflict', detail: '文件正在生成，请稍后再试。' })
    : new DomainError('documents.rendition-failed', {
        kind: 'conflict',
        detail: '文件生成失败，请重新生成；多次失败的请联系系统管理员。',
        params: { errorCode: row.errorCode },
      });
}

/** Where files are kept while they are made: claimed before, settled after. */
@Injectable()
export class RenditionStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes one file of a paper that waits, if any; nobody else makes it for `seconds`. The .docx comes first. */
  async claim(documentId: Id, seconds: number): Promise<Format | undefined> {
    return this.database.transaction(async (tx) => {
      await sql(tx, GIVE_UP_DEAD, [documentId]);
      const [row] = await sql<{ format: Format }>(tx, CLAIM, [documentId, seconds]);
      return row?.format;
    });
  }

  async done(documentId: Id, format: Format, file: Buffer, engine: string): Promise<void> {
    await this.database.transaction((tx) =>
      sql(
        tx,
        `UPDATE documents.rendition SET state = 'DONE', file = $3, hash = $4, engine = $5, done_at = $6, error_code = NULL,
           claimed_until = NULL WHERE document_id = $1 AND format = $2 AND state <> 'DONE'`,
        [documentId, format, file, sha256(file), engine, this.clock.now()],
      ),
    );
  }

  /** @returns true if there will be no further attempt */
  async failed(documentId: Id, format: Format, errorCode: string): Promise<boolean> {
    const rows = await this.database.transaction((tx) =>
      sql<{ state: RenditionState }>(
        tx,
        `UPDATE documents.rendition SET error_code = $3, claimed_until = NULL,
           state = CASE WHEN attempts >= ${MOST_ATTEMPTS} THEN 'FAILED' ELSE 'PENDING' END
         WHERE document_id = $1 AND format = $2 AND state = 'PENDING' RETURNING state`,
        [documentId, format, errorCode],
      ),
    );
    return rows[0]?.state === 'FAILED';
  }

  /** How many files of a paper wait, or are being made by another worker. */
  async waiting(documentId: Id): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      `SELECT count(*) AS n FROM documents.rendition WHERE document_id = $1 AND state = 'PENDING'`,
      [documentId],
    );
    return row!.n;
  }
}

/** The worker that began the last attempt died with it. */
const GIVE_UP_DEAD = `
  UPDATE documents.rendition SET state = 'FAILED', error_code = 'WORKER_DIED', claimed_until = NULL
  WHERE document_id = $1 AND state = 'PENDING' AND attempts >= ${MOST_ATTEMPTS} AND claimed_until < now()`;

const CLAIM = `
  WITH next AS (
    SELECT document_id, format FROM documents.rendition
    WHERE document_id = $1 AND state = 'PENDING' AND attempts < ${MOST_ATTEMPTS}
      AND (claimed_until IS NULL OR claimed_until < now())
    ORDER BY format LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE documents.rendition r SET attempts = r.attempts + 1, claimed_until = now() + make_interval(secs => $2)
  FROM next WHERE r.document_id = next.document_id AND r.format = next.format RETURNING r.format`;
