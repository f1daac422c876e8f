import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** UNSCANNED: no scanner was configured; PENDING: in quarantine. */
export type ScanState = 'UNSCANNED' | 'PENDING' | 'CLEAN' | 'INFECTED';

/** Bytes in the storage, by their SHA-256: noted before they are put there, so that none are there unnoted. */
@Entity({ schema: 'documents', name: 'content' })
@Check('ck_content_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_content_scan', `scan IN ('UNSCANNED','PENDING','CLEAN','INFECTED')`)
@Index('ix_content_touched', ['touchedAt'])
export class Content {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_content' }) sha256!: string;
  @Column('bigint') bytes!: number;
  /** Of a PDF or an image; null if it has none, or has not been counted. */
  @Column('int', { nullable: true }) pages!: number | null;
  @Column('text') scan!: ScanState;
  /** What was found in it. */
  @Column('text', { nullable: true }) signature!: string | null;
  /** Last put; what nothing refers to a day later is removed. */
  @Column('timestamptz', { default: () => 'now()' }) touchedAt!: Date;
}
