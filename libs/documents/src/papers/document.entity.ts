import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DocumentData, Volume } from '../domain/document-kind.js';
import type { Addressee, PaperContent } from '../domain/paper-content.js';
import { Template } from '../templates/template.entity.js';

export type DocumentState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'SIGNED' | 'VOID' | 'DISCARDED';

/** A paper 文书 of a case. Signed, it never changes: a trigger refuses it; void, it keeps its number for ever. */
@Entity({ schema: 'documents', name: 'document' })
@Check('ck_document_state', `state IN ('DRAFT','SUBMITTED','RETURNED','SIGNED','VOID','DISCARDED')`)
@Check('ck_document_volume', `volume IN ('MAIN','SUB')`)
@Check('ck_document_signed', `state <> 'SIGNED' OR num_nulls(content, hash, issued_on, signed_by, signed_at) = 0`)
@Check('ck_document_number', `number IS NULL OR state IN ('SIGNED','VOID')`)
@Index('ux_document_number', ['number'], { unique: true })
@Index('ix_document_case', ['caseId', 'id'])
@Index('ix_document_voided', ['voidedAt'], { where: `state = 'VOID'` })
export class PaperDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document' }) id!: string;
  /** `R04`. */
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') disputeId!: string;
  @Column('text') volume!: Volume;
  @Column('text') state!: DocumentState;
  @Column('int', { default: 1 }) version!: number;
  @Column('jsonb') data!: DocumentData;
  @Column('jsonb') addressees!: Addressee[];
  @Column('text', { nullable: true }) number!: string | null;
  /** 成文日期: the day of signing. */
  @Column('date', { nullable: true }) issuedOn!: CalendarDate | null;
  /** What was signed. */
  @Column('jsonb', { nullable: true }) content!: PaperContent | null;
  /** SHA-256 of {@link content} in canonical form, hexadecimal. */
  @Column('text', { nullable: true }) hash!: string | null;
  /** The template of the office's own it is made with; null: the built-in one. */
  @ForeignKey(() => Template, { name: 'fk_document_template' })
  @Column('uuid', { nullable: true })
  templateId!: string | null;
  @Column('uuid') draftedBy!: string;
  @Column('timestamptz') draftedAt!: Date;
  @Column('uuid', { nullable: true }) signedBy!: string | null;
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  /** Why it was last returned. */
  @Column('text', { nullable: true }) returnReason!: string | null;
  @Column('uuid', { nullable: true }) voidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) voidedAt!: Date | null;
  @Column('text', { nullable: true }) voidReason!: string | null;
}

/** What a paper said each time somebody saved it. */
@Entity({ schema: 'documents', name: 'document_version' })
export class DocumentVersion {
  @ForeignKey(() => PaperDocument, { name: 'fk_document_version_document' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document_version' })
  documentId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_document_version' }) version!: number;
  @Column('jsonb') data!: DocumentData;
  @Column('jsonb') addressees!: Addressee[];
  /** SHA-256 of data and addressees in canonical form, hexadecimal. */
  @Column('text') hash!: string;
  @Column('uuid') savedBy!: string;
  @Column('timestamptz') savedAt!: Date;
}

/** The organ in whose name papers under a seal are issued, as its name stands on paper. A setting of the district [L]. */
@Entity({ schema: 'documents', name: 'issuer' })
@Check('ck_issuer_seal_kind', `seal IN ('AUTHORITY','SPECIAL','RECEIPT','CENTRE','COMMITTEE','BUREAU','NONE')`)
export class Issuer {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_issuer' }) seal!: string;
  @Column('text') name!: string;
  @Column('int', { default: 1 }) version!: number;
}
