import type { CalendarDate, Id } from '@app/kernel';
import type { Volume } from '../domain/document-kind.js';
import type { ScanState } from './content.entity.js';
import type { Category, EvidenceKind, Side, WithholdingGround } from './domain/codes.js';
import type { FileTypeCode } from './domain/file-types.js';

/** What is said about a file and may be changed. */
export interface FileFacts {
  title: string;
  category: Category;
  volume: Volume;
  side: Side;
  partyId: Id | null;
  organId: Id | null;
  documentNo: string | null;
  submittedOn: CalendarDate;
  evidenceKind: EvidenceKind | null;
  proves: string | null;
  admitted: boolean | null;
  admissionReason: string | null;
}

export interface Withholding {
  withheldGrounds: WithholdingGround[];
  withheldReason: string | null;
  withheldBy: Id | null;
  withholdingConfirmedBy: Id | null;
}

/** A file with its current version. */
export interface FileRow extends FileFacts, Withholding {
  id: Id;
  caseId: Id;
  disputeId: Id;
  version: number;
  no: number;
  withdrawnOn: CalendarDate | null;
  withdrawnReason: string | null;
  createdBy: Id;
  createdAt: Date;
  sha256: string;
  /** File name of the current version. */
  name: string;
  type: FileTypeCode;
  bytes: number;
  pages: number | null;
  scan: ScanState;
}

export interface VersionRow {
  fileId: Id;
  no: number;
  sha256: string;
  name: string;
  type: FileTypeCode;
  bytes: number;
  pages: number | null;
  scan: ScanState;
  createdBy: Id;
  createdAt: Date;
}

/** Select list of a {@link FileRow}: the file is `f`, its version `v`, its content `c`. */
export const FILE_COLUMNS = `f.id, f.case_id AS "caseId", f.dispute_id AS "disputeId", f.title, f.category, f.volume, f.side,
  f.party_id AS "partyId", f.organ_id AS "organId", f.document_no AS "documentNo", f.submitted_on AS "submittedOn",
  f.version, f.current_no AS no, f.evidence_kind AS "evidenceKind", f.proves, f.admitted,
  f.admission_reason AS "admissionReason", f.withheld_grounds AS "withheldGrounds", f.withheld_reason AS "withheldReason",
  f.withheld_by AS "withheldBy", f.withholding_confirmed_by AS "withholdingConfirmedBy", f.withdrawn_on AS "withdrawnOn",
  f.withdrawn_reason AS "withdrawnReason", f.created_by AS "createdBy", f.created_at AS "createdAt",
  v.sha256, v.name, v.type, c.bytes, c.pages, c.scan`;

export const FILE_TABLES = `documents.file f
  JOIN documents.file_version v ON v.file_id = f.id AND v.no = f.current_no
  JOIN documents.content c ON c.sha256 = v.sha256`;

export const VERSION_SELECT = `SELECT v.file_id AS "fileId", v.no, v.sha256, v.name, v.type, c.bytes, c.pages, c.scan,
  v.created_by AS "createdBy", v.created_at AS "createdAt"
  FROM documents.file_version v JOIN documents.content c ON c.sha256 = v.sha256`;

/** Acts on 副卷 are in the trail, but not in the history that everybody on the dispute reads. */
export function historyOf({ volume, disputeId, caseId }: Pick<FileRow, 'volume' | 'disputeId' | 'caseId'>): Id {
  return volume === 'MAIN' ? disputeId : caseId;
}
