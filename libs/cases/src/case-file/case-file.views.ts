import {
  CATEGORIES,
  EVIDENCE_KINDS,
  FILE_TYPES,
  SIDES,
  VOLUMES,
  type ExportRow,
  type FileRow,
  type VersionRow,
} from '@app/documents';

export class WithheldView {
  /** STATE_SECRET, TRADE_SECRET, PRIVACY, NATIONAL_SECURITY, PUBLIC_SECURITY, SOCIAL_STABILITY. */
  grounds!: string[];
  reason!: string;
  /** By the head of the institution; it counts from when it is proposed. */
  confirmed!: boolean;
}

export class FileVersionView {
  no!: number;
  name!: string;
  bytes!: number;
  sha256!: string;
  pages!: number | null;
  /** UNSCANNED, PENDING, CLEAN, INFECTED. */
  scan!: string;
  createdBy!: string;
  createdAt!: Date;
}

export class CaseFileView {
  id!: string;
  caseId!: string;
  title!: string;
  category!: string;
  categoryName!: string;
  volume!: string;
  volumeName!: string;
  side!: string;
  sideName!: string;
  partyId!: string | null;
  organId!: string | null;
  documentNo!: string | null;
  submittedOn!: string;
  version!: number;
  evidenceKind!: string | null;
  evidenceKindName!: string | null;
  proves!: string | null;
  admitted!: boolean | null;
  admissionReason!: string | null;
  withheld!: WithheldView | null;
  withdrawnOn!: string | null;
  withdrawnReason!: string | null;
  mime!: string;
  /** Oldest first; the last is current. */
  versions!: FileVersionView[];
}

/** 证据目录: evidence of one kind, in the order of its submission. */
export class EvidenceKindView {
  kind!: string;
  kindName!: string;
  items!: EvidenceView[];
}

export class EvidenceView {
  fileId!: string;
  title!: string;
  side!: string;
  sideName!: string;
  /** Name of the party, organ or institution that submitted it. */
  submittedBy!: string;
  submittedOn!: string;
  proves!: string | null;
  pages!: number | null;
  /** Null until it was decided. */
  admitted!: boolean | null;
  admissionReason!: string | null;
}

export class CaseFileExportView {
  id!: string;
  caseId!: string;
  withSub!: boolean;
  /** QUEUED, RUNNING, DONE, FAILED; EXPIRED after seven days. */
  state!: string;
  /** Items bound so far. */
  done!: number;
  total!: number;
  /** Of the whole, when it is done. */
  pages!: number | null;
  /** Why it failed. */
  errorCode!: string | null;
  createdAt!: Date;
  endedAt!: Date | null;
}

export function fileView(file: FileRow, versions: readonly VersionRow[]): CaseFileView {
  const { withheldGrounds: grounds, withheldReason: reason } = file;
  return {
    id: file.id,
    caseId: file.caseId,
    title: file.title,
    category: file.category,
    categoryName: CATEGORIES[file.category],
    volume: file.volume,
    volumeName: VOLUMES[file.volume],
    side: file.side,
    sideName: SIDES[file.side],
    partyId: file.partyId,
    organId: file.organId,
    documentNo: file.documentNo,
    submittedOn: file.submittedOn,
    version: file.version,
    evidenceKind: file.evidenceKind,
    evidenceKindName: file.evidenceKind && EVIDENCE_KINDS[file.evidenceKind],
    proves: file.proves,
    admitted: file.admitted,
    admissionReason: file.admissionReason,
    withheld: reason === null ? null : { grounds, reason, confirmed: file.withholdingConfirmedBy !== null },
    withdrawnOn: file.withdrawnOn,
    withdrawnReason: file.withdrawnReason,
    mime: FILE_TYPES[file.type].mime,
    versions: versions.map(({ no, name, bytes, sha256, pages, scan, createdBy, createdAt }) => ({
      no,
      name,
      bytes,
      sha256,
      pages,
      scan,
      createdBy,
      createdAt,
    })),
  };
}

export function exportView(row: ExportRow): CaseFileExportView {
  const { id, caseId, withSub, state, done, total, pages, errorCode, createdAt, endedAt } = row;
  return { id, caseId, withSub, state, done, total, pages, errorCode, createdAt, endedAt };
}
