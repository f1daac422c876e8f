import type { CalendarDate, Id } from '@app/kernel';
import { Database, FieldCipher, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { RequestKind, RequestOutcome, RequestState } from '../domain/request-kinds.js';

export interface RequestRow {
  id: Id;
  submissionId: Id;
  caseId: Id;
  kind: RequestKind;
  state: RequestState;
  version: number;
  text: string;
  contentHash: Buffer;
  receivedAt: Date;
  receivedOn: CalendarDate;
  outcome: RequestOutcome | null;
  reply: string | null;
  settledBy: Id | null;
  settledAt: Date | null;
}

type Stored = Omit<RequestRow, 'text' | 'reply'> & { content: Buffer; reply: Buffer | null };

/** Rows of requests; their words are in clear on this side only. */
@Injectable()
export class RequestStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  insert(tx: Tx, row: RequestRow): void {
    send(tx, INSERT, [
      row.id,
      row.submissionId,
      row.caseId,
      row.kind,
      row.state,
      this.cipher.encrypt(row.text),
      row.contentHash,
      row.receivedAt,
      row.receivedOn,
      row.outcome,
      row.settledAt,
    ]);
  }

  /** Requests on a case, oldest first. */
  async ofCase(caseId: Id, tx?: Tx): Promise<RequestRow[]> {
    const text = `${SELECT} WHERE case_id = $1 ORDER BY id`;
    const rows = tx ? await sql<Stored>(tx, text, [caseId]) : await this.database.read<Stored>(text, [caseId]);
    return rows.map((row) => this.clear(row));
  }

  async ofCaseById(tx: Tx, caseId: Id, id: Id): Promise<RequestRow | undefined> {
    const [row] = await sql<Stored>(tx, `${SELECT} WHERE case_id = $1 AND id = $2`, [caseId, id]);
    return row && this.clear(row);
  }

  /** Settles an open request of that version. @returns false if there is none */
  async settle(tx: Tx, row: RequestRow): Promise<boolean> {
    const settled = await sql(tx, SETTLE, [
      row.id,
      row.version,
      row.outcome,
      row.reply === null ? null : this.cipher.encrypt(row.reply),
      row.settledBy,
      row.settledAt,
    ]);
    return settled.length > 0;
  }

  private clear({ content, reply, ...row }: Stored): RequestRow {
    return {
      ...row,
      text: this.cipher.decrypt(content),
      reply: reply === null ? null : this.cipher.decrypt(reply),
    };
  }
}

const SELECT = `SELECT id, submission_id AS "submissionId", case_id AS "caseId", kind, state, version, content,
  content_hash AS "contentHash", received_at AS "receivedAt", received_on AS "receivedOn", outcome, reply,
  settled_by AS "settledBy", settled_at AS "settledAt" FROM portal.request`;
const INSERT = `INSERT INTO portal.request (id, submission_id, case_id, kind, state, content, content_hash, received_at,
  received_on, outcome, settled_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const SETTLE = `UPDATE portal.request SET state = 'SETTLED', outcome = $3, reply = $4, settled_by = $5, settled_at = $6,
  version = version + 1 WHERE id = $1 AND version = $2 AND state = 'OPEN' RETURNING 1`;
