import { DomainError } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { ScanState } from './content.entity.js';
import type { ByteRange } from './domain/byte-range.js';
import type { Staged } from './intake/staging.js';
import { FILE_OPTIONS, type FileOptions } from './options.js';
import { FileStorage } from './storage/file-storage.js';

export interface ContentRow {
  sha256: string;
  bytes: number;
  pages: number | null;
  scan: ScanState;
}

/** The bytes of files: kept once for each content, quarantined until scanned, removed when nothing refers to them. */
@Injectable()
export class Contents implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    @Inject(FILE_OPTIONS) private readonly options: FileOptions,
  ) {}

  /** A process that could keep nothing does not start. */
  async onModuleInit(): Promise<void> {
    await this.storage.check();
  }

  /**
   * Keeps what was staged, before the transaction that refers to it: the row first, so that whatever is in the storage
   * is noted, and found again if nothing comes to refer to it.
   * @param trusted made by ourselves: not scanned
   * @throws DomainError documents.file-infected if this content is known to be
   */
  async keep({ sha256, bytes, file }: Staged, trusted = false): Promise<void> {
    const scan: ScanState = this.options.clamd && !trusted ? 'PENDING' : 'UNSCANNED';
    const [row] = await this.database.read<ContentRow>(
      `INSERT INTO documents.content (sha256, bytes, scan) VALUES ($1, $2, $3)
       ON CONFLICT (sha256) DO UPDATE SET touched_at = now() RETURNING sha256, bytes, pages, scan`,
      [sha256, bytes, scan],
    );
    if (row!.scan === 'INFECTED') throw infected();
    await this.storage.put(sha256, file);
  }

  async find(sha256: string): Promise<ContentRow | undefined> {
    const [row] = await this.database.read<ContentRow>(
      'SELECT sha256, bytes, pages, scan FROM documents.content WHERE sha256 = $1',
      [sha256],
    );
    return row;
  }

  /** Opens bytes to be read by somebody. @throws DomainError documents.file-quarantined, documents.file-infected */
  async open(content: ContentRow, range?: ByteRange): Promise<Readable> {
    mustBeReadable(content);
    return this.storage.open(content.sha256, range);
  }

  /** Opens bytes for the scanner. */
  async openQuarantined(sha256: string): Promise<Readable> {
    return this.storage.open(sha256);
  }

  /** Notes the scanner's verdict; true for the one who notes it first. */
  async judge(tx: Tx, sha256: string, scan: 'CLEAN' | 'INFECTED', signature: string | null): Promise<boolean> {
    const rows = await sql(
      tx,
      `UPDATE documents.content SET scan = $2, signature = $3 WHERE sha256 = $1 AND scan = 'PENDING' RETURNING 1`,
      [sha256, scan, signature],
    );
    return rows.length > 0;
  }

  async setPages(sha256: string, pages: number): Promise<void> {
    await this.database.read('UPDATE documents.content SET pages = $2 WHERE sha256 = $1', [sha256, pages]);
  }

  async removeBytes(sha256: string): Promise<void> {
    await this.storage.remove(sha256);
  }

  /**
   * Removes one content that nothing has referred to for a day. Its row stays locked meanwhile: whoever keeps the same
   * bytes waits, and puts them again.
   */
  async removeOrphan(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [orphan] = await sql<{ sha256: string }>(tx, ORPHAN);
      if (!orphan) return false;
      await this.storage.remove(orphan.sha256);
      await sql(tx, 'DELETE FROM documents.content WHERE sha256 = $1', [orphan.sha256]);
      return true;
    });
  }
}

const ORPHAN = `SELECT c.sha256 FROM documents.content c
  WHERE c.touched_at < now() - interval '1 day'
    AND NOT EXISTS (SELECT 1 FROM documents.file_version v WHERE v.sha256 = c.sha256)
    AND NOT EXISTS (SELECT 1 FROM documents.case_file_export e WHERE e.sha256 = c.sha256)
  ORDER BY c.touched_at LIMIT 1 FOR UPDATE SKIP LOCKED`;

export function mustBeReadable({ scan }: Pick<ContentRow, 'scan'>): void {
  if (scan === 'INFECTED') throw infected();
  if (scan === 'PENDING')
    throw new DomainError('documents.file-quarantined', {
      detail: '文件正在进行病毒检查，检查完成后即可查看，请稍后再试。',
    });
}

function infected(): DomainError {
  return new DomainError('documents.file-infected', {
    detail: '文件被检出病毒，已拒绝接收。请清除病毒后重新上传。',
  });
}
