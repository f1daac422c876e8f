import { record } from '@app/audit';
import { SYSTEM, type Id } from '@app/kernel';
import { Database, Every, OnEvent, type Tx } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CaseFileExports } from './case-file-exports.js';
import { countPages } from './compile/page-count.js';
import { Contents } from './contents.js';
import { Files } from './files.js';
import { fileReceived } from './files.events.js';
import { historyOf, type VersionRow } from './file-rows.js';
import { FILE_OPTIONS, type FileOptions } from './options.js';
import { scan } from './scan/clamd.js';

/** Scans what came, counts its pages, clears what nobody needs. */
@Injectable()
export class FileJobs {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly contents: Contents,
    private readonly exports: CaseFileExports,
    @Inject(FILE_OPTIONS) private readonly options: FileOptions,
  ) {}

  @OnEvent(fileReceived, { name: 'documents.examine-file', queue: 'delivery' })
  async examine(_tx: Tx, { fileId, no }: { fileId: Id; no: number }): Promise<void> {
    const version = await this.files.version(fileId, no);
    const scanner = version.scan === 'PENDING' ? this.options.clamd : undefined;
    const infected = scanner ? !(await this.isClean(scanner, version)) : version.scan === 'INFECTED';
    if (infected) {
      await this.contents.removeBytes(version.sha256);
      return;
    }
    if (version.pages === null) {
      const pages = await countPages(version, () => this.contents.openQuarantined(version.sha256));
      if (pages !== null) await this.contents.setPages(version.sha256, pages);
    }
  }

  /** Contents nothing refers to, and exports whose days are over. */
  @Every(600_000, 'documents.clear-contents')
  async clear(): Promise<boolean> {
    return (await this.exports.expireOne()) || (await this.contents.removeOrphan());
  }

  private async isClean(clamd: string, { sha256, fileId, no }: VersionRow): Promise<boolean> {
    const scopeId = historyOf(await this.files.get(fileId));
    const verdict = await scan(clamd, await this.contents.openQuarantined(sha256));
    await this.database.transaction(async (tx) => {
      const signature = verdict.clean ? null : verdict.signature;
      const first = await this.contents.judge(tx, sha256, verdict.clean ? 'CLEAN' : 'INFECTED', signature);
      if (!verdict.clean && first)
        record(tx, SYSTEM, {
          action: 'documents.refuse-infected',
          subjectType: 'file',
          subjectId: fileId,
          scopeId,
          detail: { no, signature },
        });
    });
    return verdict.clean;
  }
}
