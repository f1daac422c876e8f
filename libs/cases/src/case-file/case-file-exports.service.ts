import { record } from '@app/audit';
import { CaseFileExports, Contents, type ExportRow } from '@app/documents';
import { DomainError, newId, notFound, type Actor, type Id } from '@app/kernel';
import { Database, idempotently } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { readsAll } from './domain/access-table.js';
import { FileAccess, type CaseAsSeen } from './file-access.js';

/** Asking for the whole case file as one PDF: those may who read all of the volumes in it. */
@Injectable()
export class CaseFileExportsService {
  constructor(
    private readonly database: Database,
    private readonly access: FileAccess,
    private readonly exports: CaseFileExports,
    private readonly contents: Contents,
  ) {}

  /** @throws DomainError cases.case.not-found, cases.case-file-refused */
  async request(actor: Actor, caseId: Id, withSub: boolean, key: string | undefined): Promise<ExportRow> {
    const seen = await this.access.caseFor(actor, caseId);
    mustReadAll(seen, withSub);
    const { disputeId } = seen.row;
    const { id } = await this.database.transaction((tx) =>
      idempotently(tx, actor, key, { caseId, withSub }, newId(), async (id) => {
        this.exports.request(tx, actor, { id, caseId, disputeId, withSub });
        record(tx, actor, {
          action: 'cases.request-case-file',
          subjectType: 'case',
          subjectId: caseId,
          scopeId: disputeId,
          detail: { exportId: id, withSub },
        });
      }),
    );
    return this.exports.get(actor, id);
  }

  /** One's own. @throws DomainError documents.case-file-export.not-found */
  async view(actor: Actor, id: Id): Promise<ExportRow> {
    const row = await this.exports.get(actor, id);
    await this.mustStillRead(actor, row);
    return row;
  }

  /** The finished PDF; the reading is on record. @throws DomainError documents.export-not-ready */
  async read(actor: Actor, id: Id): Promise<{ bytes: number; open: () => Promise<Readable> }> {
    const row = await this.view(actor, id);
    const content = row.sha256 === null ? undefined : await this.contents.find(row.sha256);
    if (!content)
      throw new DomainError('documents.export-not-ready', {
        detail: row.state === 'EXPIRED' ? '导出的卷宗已过保存期，请重新导出。' : '卷宗尚未生成，请稍后再试。',
        params: { state: row.state },
      });
    await this.database.transaction(async (tx) => {
      record(tx, actor, {
        action: 'cases.read-case-file',
        subjectType: 'case',
        subjectId: row.caseId,
        scopeId: row.caseId,
        detail: { exportId: id, withSub: row.withSub },
      });
    });
    return { bytes: content.bytes, open: () => this.contents.open(content) };
  }

  /** Whoever has left the case since leaves its file behind. */
  private async mustStillRead(actor: Actor, row: ExportRow): Promise<void> {
    try {
      mustReadAll(await this.access.caseFor(actor, row.caseId), row.withSub);
    } catch (error) {
      throw error instanceof DomainError ? notFound('documents.case-file-export') : error;
    }
  }
}

function mustReadAll({ row, viewer }: CaseAsSeen, withSub: boolean): void {
  const may = readsAll(row.procedure, 'MAIN', viewer) && (!withSub || readsAll(row.procedure, 'SUB', viewer));
  if (may) return;
  throw new DomainError('cases.case-file-refused', {
    kind: 'forbidden',
    detail: withSub
      ? '您在本案中的角色不能导出副卷，可以只导出正卷或者请承办人办理。'
      : '您在本案中的角色不能导出全案卷宗，请由承办人办理。',
  });
}
