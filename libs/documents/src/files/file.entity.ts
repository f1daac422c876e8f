import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Volume } from '../domain/document-kind.js';
import type { Category, EvidenceKind, Side, WithholdingGround } from './domain/codes.js';
import type { FileTypeCode } from './domain/file-types.js';

/** A file of a case. Its bytes are those of its current version; a newer one supersedes, and the old are kept. */
@Entity({ schema: 'documents', name: 'file' })
@Check(
  'ck_file_category',
  `category IN ('DOCUMENT','APPLICATION','IDENTITY','AUTHORITY','REPLY','BASIS','EVIDENCE','RECORD','SERVICE_RETURN','OTHER')`,
)
@Check('ck_file_side', `side IN ('APPLICANT','THIRD_PARTY','RESPONDENT','INSTITUTION')`)
@Check('ck_file_volume', `volume IN ('MAIN','SUB')`)
@Check('ck_file_evidence', `(category = 'EVIDENCE') = (evidence_kind IS NOT NULL)`)
@Check('ck_file_admission', `admitted IS NULL OR (evidence_kind IS NOT NULL AND admission_reason IS NOT NULL)`)
@Check(
  'ck_file_withheld',
  `withheld_grounds <@ ARRAY['STATE_SECRET','TRADE_SECRET','PRIVACY','NATIONAL_SECURITY','PUBLIC_SECURITY','SOCIAL_STABILITY']
   AND (withheld_grounds = '{}') = (withheld_reason IS NULL) AND (withheld_reason IS NULL) = (withheld_by IS NULL)
   AND (withholding_confirmed_by IS NULL OR withheld_by IS NOT NULL)`,
)
@Check('ck_file_withdrawn', `(withdrawn_on IS NULL) = (withdrawn_reason IS NULL)`)
@Index('ix_file_case', ['caseId'])
export class CaseFileItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') disputeId!: string;
  /** 题名 */
  @Column('text') title!: string;
  @Column('text') category!: Category;
  @Column('text') volume!: Volume;
  @Column('text') side!: Side;
  /** The party whose it is, of the sides of parties. */
  @Column('uuid', { nullable: true }) partyId!: string | null;
  /** The organ whose it is, of the respondent's side. */
  @Column('uuid', { nullable: true }) organId!: string | null;
  /** 文号 */
  @Column('text', { nullable: true }) documentNo!: string | null;
  /** The day it was submitted, or made. */
  @Column('date') submittedOn!: CalendarDate;
  /** Of the row, for writers at once. */
  @Column('int', { default: 1 }) version!: number;
  /** Number of the current version of the bytes. */
  @Column('int', { default: 1 }) currentNo!: number;

  @Column('text', { nullable: true }) evidenceKind!: EvidenceKind | null;
  /** 证明内容 */
  @Column('text', { nullable: true }) proves!: string | null;
  /** Null until it was decided. */
  @Column('boolean', { nullable: true }) admitted!: boolean | null;
  @Column('text', { nullable: true }) admissionReason!: string | null;

  @Column('text', { array: true, default: () => `'{}'` }) withheldGrounds!: WithholdingGround[];
  @Column('text', { nullable: true }) withheldReason!: string | null;
  @Column('uuid', { nullable: true }) withheldBy!: string | null;
  @Column('uuid', { nullable: true }) withholdingConfirmedBy!: string | null;

  @Column('date', { nullable: true }) withdrawnOn!: CalendarDate | null;
  @Column('text', { nullable: true }) withdrawnReason!: string | null;

  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** One version of a file's bytes. */
@Entity({ schema: 'documents', name: 'file_version' })
@Index('ix_file_version_content', ['sha256'])
export class FileVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_file_version' }) fileId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_file_version' }) no!: number;
  @Column('text') sha256!: string;
  /** The name under which it came. */
  @Column('text') name!: string;
  @Column('text') type!: FileTypeCode;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
