import { record } from '@app/audit';
import {
  Contents,
  FILE_OPTIONS,
  Files,
  historyOf,
  type FileFacts,
  type FileOptions,
  type FileRow,
} from '@app/documents';
import { Clock, DomainError, newId, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, validated, type Tx } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import path from 'node:path';
import { disputeFacts } from '../engine/dispute-facts.js';
import {
  FileMetadata,
  NewVersionRequest,
  type ChangeFileRequest,
  type ConfirmWithholdingRequest,
  type WithdrawFileRequest,
  type WithholdFileRequest,
} from './case-file.dto.js';
import { Organs } from '../registration/organs.js';
import { INTAKE, reaches } from './domain/access-table.js';
import { factsOf } from './facts.js';
import { FileAccess, type CaseAsSeen } from './file-access.js';
import type { Upload } from './upload.js';

/** What is done to the files of a case. */
@Injectable()
export class CaseFilesService {
  constructor(
    private readonly database: Database,
    private readonly access: FileAccess,
    private readonly files: Files,
    private readonly contents: Contents,
    private readonly organs: Organs,
    private readonly clock: Clock,
    @Inject(FILE_OPTIONS) readonly options: FileOptions,
  ) {}

  /**
   * The case, if the actor may add some file to it.
   * @throws DomainError cases.case.not-found, cases.file-not-yours
   */
  async mayAdd(actor: Actor, caseId: Id): Promise<CaseAsSeen> {
    const seen = await this.access.caseFor(actor, caseId);
    const some = INTAKE.some(
      (r) => r.procedure === seen.row.procedure && r.readers.some((reader) => seen.viewer.readers.has(reader)),
    );
    if (!some) throw notYours();
    return seen;
  }

  /** Adds a file. @throws DomainError request.invalid, cases.file-not-yours, documents.file-infected */
  async add(actor: Actor, seen: CaseAsSeen, upload: Upload, key: string | undefined): Promise<Id> {
    const metadata = await validated(FileMetadata, upload.fields);
    const { id: caseId, disputeId } = seen.row;
    const facts = await this.factsFor(seen, metadata, path.parse(upload.name).name);
    await this.contents.keep(upload.staged);
    return this.database.transaction(async (tx) => {
      const request = { caseId, metadata, sha256: upload.staged.sha256 };
      const { id } = await idempotently(tx, actor, key, request, newId(), async (id) => {
        this.files.add(tx, actor, { id, caseId, disputeId }, facts, { ...upload, sha256: upload.staged.sha256 });
        recordAct(tx, actor, 'cases.add-file', { id, caseId, disputeId, ...facts });
      });
      return id;
    });
  }

  /**
   * Adds what an organ hands in to those who have the case, which is theirs alone (副卷) until they put it elsewhere. That
   * the actor may do so for the organ, the caller has judged. @throws DomainError documents.file-infected
   */
  async addFor(
    actor: Actor,
    { organId, ...at }: { caseId: Id; disputeId: Id; organId: Id },
    upload: Upload,
    key: string | undefined,
  ): Promise<Id> {
    const { sha256 } = upload.staged;
    const facts: FileFacts = {
      ...NOTHING_SAID,
      title: path.parse(upload.name).name,
      organId,
      submittedOn: this.clock.today(),
    };
    await this.contents.keep(upload.staged);
    return this.database.transaction(async (tx) => {
      const { id } = await idempotently(tx, actor, key, { ...at, organId, sha256 }, newId(), async (id) => {
        this.files.add(tx, actor, { id, ...at }, facts, { ...upload, sha256 });
        recordAct(tx, actor, 'cases.add-file', { id, ...at, ...facts });
      });
      return id;
    });
  }

  /** Checks that the actor may change the file. @throws DomainError documents.file.not-found, cases.file-not-yours */
  async mayChange(actor: Actor, fileId: Id): Promise<{ file: FileRow; seen: CaseAsSeen }> {
    const found = await this.access.fileFor(actor, fileId);
    if (!reaches(INTAKE, found.seen.row.procedure, found.seen.viewer, found.file)) throw notYours();
    return found;
  }

  /** Adds a version. @throws DomainError documents.file.stale-version, documents.file-withdrawn */
  async addVersion(actor: Actor, file: FileRow, upload: Upload): Promise<void> {
    const { version } = await validated(NewVersionRequest, upload.fields);
    await this.contents.keep(upload.staged);
    await this.database.transaction(async (tx) => {
      await this.files.addVersion(tx, actor, file, version, { ...upload, sha256: upload.staged.sha256 });
      recordAct(tx, actor, 'cases.add-file-version', file, { no: file.no + 1 });
    });
  }

  /** @throws DomainError request.invalid, cases.file-not-yours, documents.file.stale-version, documents.file-withdrawn */
  async change(actor: Actor, fileId: Id, request: ChangeFileRequest): Promise<void> {
    const { file, seen } = await this.mayChange(actor, fileId);
    const facts = await this.factsFor(seen, request, file.title);
    const decides = facts.admitted !== file.admitted || facts.admissionReason !== file.admissionReason;
    if (decides && !seen.viewer.readers.has('case_handler') && !seen.viewer.readers.has('panel_member'))
      throw new DomainError('cases.admission-not-yours', {
        kind: 'forbidden',
        detail: '是否采信证据由本案承办人或者审理人员决定。',
        article: '复议法 2023 第43条',
      });
    await this.database.transaction(async (tx) => {
      await this.files.change(tx, file, request.version, facts);
      recordAct(tx, actor, 'cases.change-file', { ...file, ...facts });
    });
  }

  /** Withdraws a file; nothing is deleted. @throws DomainError documents.file.stale-version, documents.file-withdrawn */
  async withdraw(actor: Actor, fileId: Id, { version, reason }: WithdrawFileRequest): Promise<void> {
    const { file } = await this.mayChange(actor, fileId);
    await this.database.transaction(async (tx) => {
      await this.files.withdraw(tx, file, version, this.clock.today(), reason);
      recordAct(tx, actor, 'cases.withdraw-file', file);
    });
  }

  /** The case's handler keeps a file from the parties; at once, and until the head decides otherwise. */
  async withhold(actor: Actor, fileId: Id, { version, grounds, reason }: WithholdFileRequest): Promise<void> {
    const { file, seen } = await this.access.fileFor(actor, fileId);
    mustHold(seen, 'case_handler', '不予查阅由本案承办人提出。');
    await this.database.transaction(async (tx) => {
      await this.files.withhold(tx, file, version, {
        withheldGrounds: grounds,
        withheldReason: reason,
        withheldBy: actor.personId,
        withholdingConfirmedBy: null,
      });
      recordAct(tx, actor, 'cases.withhold-file', file, { grounds });
    });
  }

  /**
   * The head of the institution confirms the withholding, or lifts it.
   * @throws DomainError cases.file-not-withheld, cases.withholding-own
   */
  async confirm(actor: Actor, fileId: Id, { version, confirmed }: ConfirmWithholdingRequest): Promise<void> {
    const { file, seen } = await this.access.fileFor(actor, fileId);
    mustHold(seen, 'institution_head', '不予查阅由复议机构负责人确认。');
    if (file.withheldBy === null)
      throw new DomainError('cases.file-not-withheld', { detail: '该材料没有提出不予查阅，无需确认。' });
    if (file.withheldBy === actor.personId)
      throw new DomainError('cases.withholding-own', { detail: '不能确认本人提出的不予查阅，请由另一位负责人确认。' });
    const lifted = { withheldGrounds: [], withheldReason: null, withheldBy: null, withholdingConfirmedBy: null };
    await this.database.transaction(async (tx) => {
      const w = confirmed ? { ...file, withholdingConfirmedBy: actor.personId } : lifted;
      await this.files.withhold(tx, file, version, w);
      recordAct(tx, actor, confirmed ? 'cases.confirm-withholding' : 'cases.lift-withholding', file);
    });
  }

  private async factsFor(seen: CaseAsSeen, request: FileMetadata, title: string): Promise<FileFacts> {
    const { row, viewer } = seen;
    const dispute = await this.database.transaction((tx) => disputeFacts(tx, row.disputeId));
    const findings = await this.organs.checkKnown(request.organId ?? null, '#/organId');
    const unknown = findings.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
    const facts = factsOf(request, title, dispute, this.clock.today(), unknown);
    if (!reaches(INTAKE, row.procedure, viewer, facts)) throw notYours();
    return facts;
  }
}

const NOTHING_SAID = {
  category: 'OTHER',
  volume: 'SUB',
  side: 'RESPONDENT',
  partyId: null,
  documentNo: null,
  evidenceKind: null,
  proves: null,
  admitted: null,
  admissionReason: null,
} as const;

function recordAct(
  tx: Tx,
  actor: Actor,
  action: string,
  file: Pick<FileRow, 'id' | 'caseId' | 'disputeId' | 'category' | 'volume'>,
  detail: Record<string, unknown> = {},
): void {
  record(tx, actor, {
    action,
    subjectType: 'file',
    subjectId: file.id,
    scopeId: historyOf(file),
    detail: { category: file.category, ...detail },
  });
}

function mustHold({ viewer }: CaseAsSeen, role: 'case_handler' | 'institution_head', detail: string): void {
  if (viewer.readers.has(role)) return;
  throw new DomainError('cases.role-required', { kind: 'forbidden', detail, article: '复议法 2023 第47条' });
}

function notYours(): DomainError {
  return new DomainError('cases.file-not-yours', {
    kind: 'forbidden',
    detail: '您在本案中的角色不能添加或者修改这类材料，请由承办人办理。',
  });
}
