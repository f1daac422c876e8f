import { newId, notFound, type Actor, type Id } from '@app/kernel';
import { Database, publish, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ExportState } from './case-file-export.entity.js';
import { caseFileRequested } from './files.events.js';

export interface ExportRow {
  id: Id;
  caseId: Id;
  disputeId: Id;
  requestedBy: Id;
  withSub: boolean;
  state: ExportState;
  done: number;
  total: number;
  pages: number | null;
  errorCode: string | null;
  sha256: string | null;
  createdAt: Date;
  endedAt: Date | null;
}

/** The export was begun again elsewhere. */
export class Superseded extends Error {}

/** An export that killed its worker so often is given up. */
const MOST_RUNS = 3;
/** Finished exports hold whole case files; they are removed after this long. */
const KEPT = '7 days';

const SELECT = `SELECT id, case_id AS "caseId", dispute_id AS "disputeId", requested_by AS "requestedBy",
  with_sub AS "withSub", state, done, total, pages, error_code AS "errorCode", sha256, created_at AS "createdAt",
  ended_at AS "endedAt" FROM documents.case_file_export`;

/** Case files asked for as one PDF, and how far they are. */
@Injectable()
export class CaseFileExports {
  constructor(private readonly database: Database) {}

  request(tx: Tx, actor: Actor, of: { id: Id; caseId: Id; disputeId: Id; withSub: boolean }): void {
    send(
      tx,
      `INSERT INTO documents.case_file_export (id, case_id, dispute_id, requested_by, with_sub) VALUES ($1, $2, $3, $4, $5)`,
      [of.id, of.caseId, of.disputeId, actor.personId, of.withSub],
    );
    publish(tx, caseFileRequested, { exportId: of.id, caseId: of.caseId, disputeId: of.disputeId });
  }

  /** One's own. @throws DomainError documents.case-file-export.not-found */
  async get(actor: Actor, id: Id): Promise<ExportRow> {
    const [row] = await this.database.read<ExportRow>(`${SELECT} WHERE id = $1 AND requested_by = $2`, [
      id,
      actor.personId,
    ]);
    if (!row) throw notFound('documents.case-file-export');
    return row;
  }

  /**
   * Begins, or begins again what a killed worker left; whoever had begun it notices. Undefined if there is nothing to do.
   * What has been begun three times fails for good.
   */
  async begin(id: Id): Promise<{ row: ExportRow; run: Id } | undefined> {
    const run = newId();
    const begun = await this.database.read(
      `UPDATE documents.case_file_export SET state = 'RUNNING', run = $2, runs = runs + 1, done = 0
       WHERE id = $1 AND state IN ('QUEUED', 'RUNNING') AND runs < $3 RETURNING 1`,
      [id, run, MOST_RUNS],
    );
    if (begun.length === 0) {
      await this.database.read(`${FAIL} AND state IN ('QUEUED', 'RUNNING')`, [id, 'documents.export-given-up']);
      return undefined;
    }
    const [row] = await this.database.read<ExportRow>(`${SELECT} WHERE id = $1`, [id]);
    return { row: row!, run };
  }

  /** @throws Superseded */
  async progress(id: Id, run: Id, done: number, total: number): Promise<void> {
    const rows = await this.database.read(
      `UPDATE documents.case_file_export SET done = $3, total = $4 WHERE id = $1 AND run = $2 AND state = 'RUNNING' RETURNING 1`,
      [id, run, done, total],
    );
    if (rows.length === 0) throw new Superseded();
  }

  /** True for the run that still has it. */
  async finish(tx: Tx, id: Id, run: Id, result: { sha256: string; pages: number }): Promise<boolean> {
    const rows = await sql(
      tx,
      `UPDATE documents.case_file_export SET state = 'DONE', sha256 = $3, pages = $4, ended_at = now()
       WHERE id = $1 AND run = $2 AND state = 'RUNNING' RETURNING 1`,
      [id, run, result.sha256, result.pages],
    );
    return rows.length > 0;
  }

  /** Notes why it failed, after its last run; before, it stays to be begun again. */
  async fail(id: Id, run: Id, errorCode: string): Promise<void> {
    await this.database.read(`${FAIL} AND run = $3 AND runs >= $4`, [id, errorCode, run, MOST_RUNS]);
  }

  /** Lets go of one export whose days are over; its bytes are removed when nothing refers to them. */
  async expireOne(): Promise<boolean> {
    const rows = await this.database.read(
      `UPDATE documents.case_file_export SET state = 'EXPIRED', sha256 = NULL
       WHERE id = (SELECT id FROM documents.case_file_export WHERE state = 'DONE' AND ended_at < now() - interval '${KEPT}'
         LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING 1`,
    );
    return rows.length > 0;
  }
}

const FAIL = `UPDATE documents.case_file_export SET state = 'FAILED', error_code = $2, ended_at = now() WHERE id = $1`;
