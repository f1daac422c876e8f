import { FileAccess, type PartyReader, type Reading } from '@app/cases';
import { CATEGORIES, FILE_TYPES, SIDES, WITHHOLDING_GROUNDS, type FileRow } from '@app/documents';
import { APPLICANT, type Id } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SubmissionStore, type CaseKey, type SubmissionRow } from '../submission/submission-store.js';
import type { PermittedFileView } from './papers.dto.js';
import { applicantsOf } from './parties.js';

/** 阅卷: what of the file its applicant may inspect (复议法 2023 第47条); the table of access decides, here nothing. */
@Injectable()
export class Inspection {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionStore,
    private readonly access: FileAccess,
  ) {}

  /** Files he may know of; of those withheld, why. @throws DomainError portal.no-access and the like */
  async list(key: CaseKey): Promise<PermittedFileView[]> {
    const submission = await this.submissions.open(key);
    const party = await this.party(submission);
    const files = await this.access.visibleTo(submission.caseId, party);
    return files.map(({ file, withheld }) => fileView(file, withheld));
  }

  /**
   * A file to be read; the reading is on record.
   * @throws DomainError portal.no-access and the like, documents.file.not-found, documents.file-withheld,
   *   documents.file-quarantined
   */
  async read(key: CaseKey, fileId: Id): Promise<Reading> {
    const submission = await this.submissions.open(key);
    return this.access.readAsParty(APPLICANT, fileId, await this.party(submission));
  }

  private async party({ disputeId }: SubmissionRow): Promise<PartyReader> {
    return { role: 'APPLICANT', partyIds: await this.database.transaction((tx) => applicantsOf(tx, disputeId)) };
  }
}

function fileView(file: FileRow, isWithheld: boolean): PermittedFileView {
  const { id, title, category, side, submittedOn, name, type, bytes, pages, withheldGrounds } = file;
  return {
    id,
    title,
    categoryName: CATEGORIES[category],
    sideName: SIDES[side],
    submittedOn,
    name,
    mime: FILE_TYPES[type].mime,
    bytes,
    pages,
    withheld: isWithheld ? withheldGrounds.map((ground) => WITHHOLDING_GROUNDS[ground]).join('、') : null,
  };
}
