import { Contents, Files, historyOf, type ByteRange, type FileRow, type VersionRow } from '@app/documents';
import { record } from '@app/audit';
import { DomainError, notFound, organsOf, personsOf, type Actor, type Id } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { findCase, type CaseRow } from '../engine/case.store.js';
import { Participants } from '../engine/participants.js';
import type { ProcedureCode } from '../engine/procedure.js';
import { rolesOn } from '../engine/roles.js';
import { ACCESS, OUTSIDE, reaches, type Reader, type Viewer } from './domain/access-table.js';

/** A party as a reader: an agent names the parties he acts for. */
export interface PartyReader {
  role: 'APPLICANT' | 'THIRD_PARTY';
  partyIds: readonly Id[];
}

/** A case and somebody who may know of it. */
export interface CaseAsSeen {
  row: Pick<CaseRow, 'id' | 'disputeId' | 'procedure' | 'number'>;
  viewer: Viewer;
}

/** The one place that decides who sees and reads which file; every reading goes through it and is recorded. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly files: Files,
    private readonly contents: Contents,
  ) {}

  /** The case as an actor of the house sees it. @throws DomainError cases.case.not-found */
  async caseFor(actor: Actor, caseId: Id): Promise<CaseAsSeen> {
    return this.database.transaction(async (tx) => {
      const row = await findCase(tx, actor, caseId);
      const participants = await this.participants.of(tx, row.disputeId);
      const readers = new Set<Reader>(rolesOn(actor, participants, caseId));
      // A mediator of the same dispute sees what was applied for, though his case is another. Not what another mediation
      // keeps behind its wall: there he is one only if that one is his.
      const mediates = (p: (typeof participants)[number]) =>
        p.role === 'mediator' && p.until === null && p.personId !== null && personsOf(actor).includes(p.personId);
      if (row.procedure !== 'mediation' && participants.some(mediates)) readers.add('mediator');
      return { row, viewer: { readers, ownIds: new Set(organsOf(actor)) } };
    });
  }

  /**
   * The files of a case that a party may know of, and which of them are withheld: those may be shown with their grounds
   * and reason, not read. The caller has made sure that it is his party. @throws DomainError cases.case.not-found
   */
  async visibleTo(caseId: Id, party: PartyReader): Promise<{ file: FileRow; withheld: boolean }[]> {
    const seen = await this.caseForParty(caseId, party);
    const files = await this.list(seen);
    return files.map((file) => ({ file, withheld: isWithheldFrom(seen.viewer, file) }));
  }

  /** Files the viewer may know of, in the order of the volume. */
  async list({ row, viewer }: CaseAsSeen): Promise<FileRow[]> {
    const files = await this.files.ofCase(row.id);
    return files.filter((file) => isVisible(row.procedure, viewer, file));
  }

  /** A file and its case, for an actor of the house. @throws DomainError documents.file.not-found */
  async fileFor(actor: Actor, fileId: Id): Promise<{ file: FileRow; seen: CaseAsSeen }> {
    const file = await this.files.get(fileId);
    const seen = await this.caseFor(actor, file.caseId).catch((error: unknown) => {
      throw error instanceof DomainError && error.kind === 'not-found' ? notFound('documents.file') : error;
    });
    if (!isVisible(seen.row.procedure, seen.viewer, file)) throw notFound('documents.file');
    return { file, seen };
  }

  /**
   * A version of a file to be read by an actor of the house; the reading is on record before the first byte.
   * @throws DomainError documents.file.not-found, documents.file-withheld
   */
  async read(actor: Actor, fileId: Id, no?: number): Promise<Reading> {
    const { file, seen } = await this.fileFor(actor, fileId);
    if (isWithheldFrom(seen.viewer, file)) throw withheld(file);
    return this.reading(actor, file, no);
  }

  /**
   * The current version of a file to be read by a party, in whose place `actor` stands on the record.
   * @throws DomainError documents.file.not-found, documents.file-withheld
   */
  async readAsParty(actor: Actor, fileId: Id, party: PartyReader): Promise<Reading> {
    const file = await this.files.get(fileId);
    const { row, viewer } = await this.caseForParty(file.caseId, party);
    if (!isVisible(row.procedure, viewer, file)) throw notFound('documents.file');
    if (isWithheldFrom(viewer, file)) throw withheld(file);
    return this.reading(actor, file);
  }

  /** The case as a party sees it; the caller has made sure that it is his. @throws DomainError cases.case.not-found */
  async caseForParty(caseId: Id, { role, partyIds }: PartyReader): Promise<CaseAsSeen> {
    const [row] = await this.database.read<CaseAsSeen['row']>(
      `SELECT c.id, c.dispute_id AS "disputeId", c.procedure, c.number FROM cases.case_file c
       WHERE c.id = $1 AND EXISTS (SELECT 1 FROM cases.party p WHERE p.dispute_id = c.dispute_id AND p.id = ANY($2::uuid[]))`,
      [caseId, partyIds],
    );
    if (!row) throw notFound('cases.case');
    const reader: Reader = role === 'APPLICANT' ? 'applicant' : 'third_party';
    return { row, viewer: { readers: new Set([reader]), ownIds: new Set(partyIds) } };
  }

  private async reading(actor: Actor, file: FileRow, no = file.no): Promise<Reading> {
    const version = await this.files.version(file.id, no);
    await this.database.transaction(async (tx) => {
      record(tx, actor, {
        action: 'cases.read-file',
        subjectType: 'file',
        subjectId: file.id,
        scopeId: historyOf(file),
        detail: { no, category: file.category },
      });
    });
    return { file, version, open: (range) => this.contents.open(version, range) };
  }
}

export interface Reading {
  file: FileRow;
  version: VersionRow;
  /** @throws DomainError documents.file-quarantined, documents.file-infected */
  open: (range?: ByteRange) => Promise<Readable>;
}

function isVisible(procedure: ProcedureCode, viewer: Viewer, file: FileRow): boolean {
  if (!reaches(ACCESS, procedure, viewer, file)) return false;
  return file.withdrawnOn === null || reaches(WITHOUT_LIMIT, procedure, viewer, file);
}

/** Withdrawn files stay on the shelf of those who see everything there. */
const WITHOUT_LIMIT = ACCESS.filter((rule) => rule.reach === 'ALL');

/** Whether the viewer is told of the file, but may not read it: from when it is proposed, until it is lifted. */
function isWithheldFrom(viewer: Viewer, file: FileRow): boolean {
  if (file.withheldGrounds.length === 0 || ![...viewer.readers].every((reader) => OUTSIDE.has(reader))) return false;
  return file.partyId === null || !viewer.ownIds.has(file.partyId);
}

function withheld({ withheldGrounds, withheldReason }: FileRow): DomainError {
  return new DomainError('documents.file-withheld', {
    kind: 'forbidden',
    detail: `该材料依法不予查阅：${withheldReason ?? ''}`,
    article: '复议法 2023 第47条',
    params: { grounds: withheldGrounds },
  });
}
