import { normaliseDocumentNo } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import { Database, FieldCipher, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Access, type Key } from '../access/access.js';
import type { DraftContent } from '../domain/content.inputs.js';

export interface SubmissionRow {
  id: Id;
  disputeId: Id;
  caseId: Id;
  number: string;
  caseNumber: string;
  codeHash: Buffer;
  receivedAt: Date;
  receivedOn: CalendarDate;
  contentHash: Buffer;
  content: DraftContent;
}

/** A row as it is kept, its content encrypted. */
export type StoredSubmission = Omit<SubmissionRow, 'content'> & { content: Buffer };

/** Number and code, and where they come from. */
export type CaseKey = Omit<Key, 'of'> & { readonly number: string };

/** Applications as they were submitted. Contents are decrypted only once the code was found right, as drafts' are. */
@Injectable()
export class SubmissionStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly access: Access,
  ) {}

  /** By the number of the register or of the case, and the code. @throws DomainError portal.no-access and the like */
  async open(key: CaseKey): Promise<SubmissionRow> {
    const number = normaliseDocumentNo(key.number);
    const stored = await this.access.open({ ...key, of: number }, () =>
      this.read('(number = $1 OR case_number = $1)', number),
    );
    return this.clear(stored);
  }

  /** The one that was this draft. */
  async ofDraft(id: Id): Promise<StoredSubmission | undefined> {
    return this.read('id = $1', id);
  }

  /** The same within a transaction. */
  async ofDraftIn(tx: Tx, id: Id): Promise<SubmissionRow | undefined> {
    const [row] = await sql<StoredSubmission>(tx, `${SELECT} WHERE id = $1`, [id]);
    return row && this.clear(row);
  }

  async ofCase(tx: Tx, caseId: Id): Promise<SubmissionRow | undefined> {
    const [row] = await sql<StoredSubmission>(tx, `${SELECT} WHERE case_id = $1`, [caseId]);
    return row && this.clear(row);
  }

  insert(tx: Tx, row: SubmissionRow): void {
    send(tx, INSERT, [
      row.id,
      row.disputeId,
      row.caseId,
      row.number,
      row.caseNumber,
      row.codeHash,
      row.receivedAt,
      row.receivedOn,
      row.contentHash,
      this.cipher.encrypt(JSON.stringify(row.content)),
    ]);
  }

  private async read(where: string, value: string): Promise<StoredSubmission | undefined> {
    const [row] = await this.database.read<StoredSubmission>(`${SELECT} WHERE ${where}`, [value]);
    return row;
  }

  clear(row: StoredSubmission): SubmissionRow {
    return { ...row, content: JSON.parse(this.cipher.decrypt(row.content)) as DraftContent };
  }
}

const SELECT = `SELECT id, dispute_id AS "disputeId", case_id AS "caseId", number, case_number AS "caseNumber",
  code_hash AS "codeHash", received_at AS "receivedAt", received_on AS "receivedOn", content_hash AS "contentHash", content
  FROM portal.submission`;
const INSERT = `INSERT INTO portal.submission (id, dispute_id, case_id, number, case_number, code_hash, received_at,
  received_on, content_hash, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
