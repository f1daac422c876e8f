import { DomainError, notFound, staleVersion, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, publish, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FileTypeCode } from './domain/file-types.js';
import {
  FILE_COLUMNS,
  FILE_TABLES,
  VERSION_SELECT,
  type FileFacts,
  type FileRow,
  type VersionRow,
  type Withholding,
} from './file-rows.js';
import { fileReceived } from './files.events.js';

/** Bytes that were kept, under the name and type with which they came. */
export interface Received {
  sha256: string;
  name: string;
  type: FileTypeCode;
}

/**
 * The files of cases as rows. Who may do what with them is for the lib that has the cases; it also audits. Nothing is
 * ever deleted.
 */
@Injectable()
export class Files {
  constructor(private readonly database: Database) {}

  /** Adds a file with its first version. */
  add(tx: Tx, actor: Actor, at: { id: Id; caseId: Id; disputeId: Id }, facts: FileFacts, received: Received): void {
    send(
      tx,
      `INSERT INTO documents.file (id, case_id, dispute_id, created_by, title, category, volume, side, party_id, organ_id,
         document_no, submitted_on, evidence_kind, proves, admitted, admission_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [at.id, at.caseId, at.disputeId, actor.personId, ...valuesOf(facts)],
    );
    insertVersion(tx, actor, { fileId: at.id, no: 1 }, received);
    publish(tx, fileReceived, { fileId: at.id, no: 1, caseId: at.caseId, disputeId: at.disputeId });
  }

  /**
   * Adds a version, which supersedes the current one.
   * @throws DomainError documents.file.stale-version if somebody was quicker; documents.file-withdrawn
   */
  async addVersion(tx: Tx, actor: Actor, row: FileRow, version: number, received: Received): Promise<void> {
    await this.write(tx, row, version, 'current_no = current_no + 1', []);
    insertVersion(tx, actor, { fileId: row.id, no: row.no + 1 }, received);
    publish(tx, fileReceived, { fileId: row.id, no: row.no + 1, caseId: row.caseId, disputeId: row.disputeId });
  }

  /** @throws DomainError documents.file.stale-version, documents.file-withdrawn */
  async change(tx: Tx, row: FileRow, version: number, facts: FileFacts): Promise<void> {
    await this.write(
      tx,
      row,
      version,
      `title = $3, category = $4, volume = $5, side = $6, party_id = $7, organ_id = $8, document_no = $9,
       submitted_on = $10, evidence_kind = $11, proves = $12, admitted = $13, admission_reason = $14`,
      valuesOf(facts),
    );
  }

  /** Sets, confirms or lifts the withholding. @throws DomainError documents.file.stale-version, documents.file-withdrawn */
  async withhold(tx: Tx, row: FileRow, version: number, w: Withholding): Promise<void> {
    await this.write(
      tx,
      row,
      version,
      'withheld_grounds = $3, withheld_reason = $4, withheld_by = $5, withholding_confirmed_by = $6',
      [w.withheldGrounds, w.withheldReason, w.withheldBy, w.withholdingConfirmedBy],
    );
  }

  /** Marks a file as withdrawn; its bytes stay. @throws DomainError documents.file.stale-version, documents.file-withdrawn */
  async withdraw(tx: Tx, row: FileRow, version: number, on: CalendarDate, reason: string): Promise<void> {
    await this.write(tx, row, version, 'withdrawn_on = $3, withdrawn_reason = $4', [on, reason]);
  }

  /** @throws DomainError documents.file.not-found */
  async get(id: Id): Promise<FileRow> {
    const [row] = await this.database.read<FileRow>(`SELECT ${FILE_COLUMNS} FROM ${FILE_TABLES} WHERE f.id = $1`, [id]);
    if (!row) throw notFound('documents.file');
    return row;
  }

  /** Files of a case in the order of the volume, withdrawn ones too. */
  async ofCase(caseId: Id): Promise<FileRow[]> {
    return this.database.read<FileRow>(
      `SELECT ${FILE_COLUMNS} FROM ${FILE_TABLES} WHERE f.case_id = $1
       ORDER BY f.volume, ${IN_ORDER}, f.submitted_on, f.id`,
      [caseId],
    );
  }

  /** Every version of the files, oldest first. */
  async versions(fileIds: readonly Id[]): Promise<VersionRow[]> {
    return this.database.read<VersionRow>(
      `${VERSION_SELECT} WHERE v.file_id = ANY($1::uuid[]) ORDER BY v.file_id, v.no`,
      [fileIds],
    );
  }

  /** One version. @throws DomainError documents.file.not-found */
  async version(fileId: Id, no: number): Promise<VersionRow> {
    const [row] = await this.database.read<VersionRow>(`${VERSION_SELECT} WHERE v.file_id = $1 AND v.no = $2`, [
      fileId,
      no,
    ]);
    if (!row) throw notFound('documents.file');
    return row;
  }

  /** `set` is constant text, its values from $3 on. */
  private async write(tx: Tx, row: FileRow, version: number, set: string, values: unknown[]): Promise<void> {
    if (row.withdrawnOn !== null)
      throw new DomainError('documents.file-withdrawn', { detail: '该文件已撤回，不能再修改；需要时请重新上传。' });
    const written = await sql(
      tx,
      `UPDATE documents.file SET ${set}, version = version + 1
       WHERE id = $1 AND version = $2 AND withdrawn_on IS NULL RETURNING 1`,
      [row.id, version, ...values],
    );
    if (written.length === 0) throw staleVersion('documents.file');
  }
}

/** 结果文书在前, then what was applied with, replied, proved, recorded and served (卷内次序). */
const IN_ORDER = `array_position(ARRAY['DOCUMENT','APPLICATION','IDENTITY','AUTHORITY','REPLY','BASIS','EVIDENCE','RECORD',
  'SERVICE_RETURN','OTHER'], f.category)`;

function valuesOf(f: FileFacts): unknown[] {
  return [
    f.title,
    f.category,
    f.volume,
    f.side,
    f.partyId,
    f.organId,
    f.documentNo,
    f.submittedOn,
    f.evidenceKind,
    f.proves,
    f.admitted,
    f.admissionReason,
  ];
}

function insertVersion(tx: Tx, actor: Actor, at: { fileId: Id; no: number }, { sha256, name, type }: Received): void {
  send(
    tx,
    `INSERT INTO documents.file_version (file_id, no, sha256, name, type, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [at.fileId, at.no, sha256, name, type, actor.personId],
  );
}
