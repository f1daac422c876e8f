import type { CalendarDate, Id } from '@app/kernel';
import { Database, FieldCipher, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { DraftContent } from '../domain/content.inputs.js';

export interface DraftRow {
  id: Id;
  codeHash: Buffer;
  content: DraftContent;
  version: number;
  savedAt: Date;
  expiresOn: CalendarDate;
}

/** A row as it is kept, its content encrypted. */
export type StoredDraft = Omit<DraftRow, 'content'> & { content: Buffer };

/** Rows of drafts. Contents are decrypted only once the code was found right: that takes time, which would tell. */
@Injectable()
export class DraftStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** A draft that is still kept today; one whose last day is over is not there any more, swept or not. */
  async find(id: Id, today: CalendarDate): Promise<StoredDraft | undefined> {
    const [row] = await this.database.read<StoredDraft>(`${SELECT} WHERE id = $1 AND expires_on >= $2`, [id, today]);
    return row;
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, id: Id): Promise<DraftRow | undefined> {
    const [row] = await sql<StoredDraft>(tx, `${SELECT} WHERE id = $1 FOR UPDATE`, [id]);
    return row && this.clear(row);
  }

  async insert(row: DraftRow): Promise<void> {
    await this.database.read(
      `INSERT INTO portal.draft (id, code_hash, content, expires_on, saved_at) VALUES ($1, $2, $3, $4, $5)`,
      [row.id, row.codeHash, this.encrypt(row.content), row.expiresOn, row.savedAt],
    );
  }

  /** Replaces the content of the version that was read. @returns the new version; undefined if there is a newer one */
  async update(row: DraftRow): Promise<number | undefined> {
    const [updated] = await this.database.read<{ version: number }>(
      `UPDATE portal.draft SET content = $3, expires_on = $4, saved_at = $5, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING version`,
      [row.id, row.version, this.encrypt(row.content), row.expiresOn, row.savedAt],
    );
    return updated?.version;
  }

  async delete(id: Id): Promise<void> {
    await this.database.read('DELETE FROM portal.draft WHERE id = $1', [id]);
  }

  /** Deletes drafts whose last day is over. @returns how many */
  async deleteExpired(today: CalendarDate, most: number): Promise<number> {
    const gone = await this.database.read(
      `DELETE FROM portal.draft WHERE id IN (
         SELECT id FROM portal.draft WHERE expires_on < $1 ORDER BY expires_on LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING 1`,
      [today, most],
    );
    return gone.length;
  }

  private encrypt(content: DraftContent): Buffer {
    return this.cipher.encrypt(JSON.stringify(content));
  }

  clear(row: StoredDraft): DraftRow {
    return { ...row, content: JSON.parse(this.cipher.decrypt(row.content)) as DraftContent };
  }
}

const SELECT = `SELECT id, code_hash AS "codeHash", content, version, saved_at AS "savedAt", expires_on AS "expiresOn"
  FROM portal.draft`;
