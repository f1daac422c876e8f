import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PaperDocument } from '../papers/document.entity.js';

export type Format = 'docx' | 'pdf';
export type RenditionState = 'PENDING' | 'DONE' | 'FAILED';

/** A signed paper as a file: wanted, made, or given up. */
@Entity({ schema: 'documents', name: 'rendition' })
@Check('ck_rendition_format', `format IN ('docx','pdf')`)
@Check('ck_rendition_state', `state IN ('PENDING','DONE','FAILED')`)
@Check('ck_rendition_done', `state <> 'DONE' OR num_nulls(file, hash, engine, done_at) = 0`)
export class Rendition {
  @ForeignKey(() => PaperDocument, { name: 'fk_rendition_document' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rendition' })
  documentId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_rendition' }) format!: Format;
  @Column('text') state!: RenditionState;
  /** Counted when an attempt begins, so that one that dies counts too. */
  @Column('int', { default: 0 }) attempts!: number;
  /** `TIMEOUT`, `ENGINE_DIED`: a code, never words of the paper. */
  @Column('text', { nullable: true }) errorCode!: string | null;
  /** A worker is making it until then, by the database's clock; after that another may. */
  @Column('timestamptz', { nullable: true }) claimedUntil!: Date | null;
  @Column('bytea', { nullable: true }) file!: Buffer | null;
  /** SHA-256 of the file, hexadecimal. */
  @Column('text', { nullable: true }) hash!: string | null;
  /** `docx`, `template`, `libreoffice`, `pdfmake`. */
  @Column('text', { nullable: true }) engine!: string | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
}
