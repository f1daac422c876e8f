import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ExportState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'EXPIRED';

/** The whole case file as one PDF, asked for by somebody, made in the background, kept for some days. */
@Entity({ schema: 'documents', name: 'case_file_export' })
@Check('ck_case_file_export_state', `state IN ('QUEUED','RUNNING','DONE','FAILED','EXPIRED')`)
@Check('ck_case_file_export_done', `(state = 'DONE') = (sha256 IS NOT NULL)`)
@Index('ix_case_file_export_content', ['sha256'], { where: 'sha256 IS NOT NULL' })
@Index('ix_case_file_export_by', ['requestedBy', 'id'])
export class CaseFileExport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_case_file_export' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') disputeId!: string;
  @Column('uuid') requestedBy!: string;
  /** 正卷 and 副卷, or 正卷 alone. */
  @Column('boolean') withSub!: boolean;
  @Column('text', { default: 'QUEUED' }) state!: ExportState;
  @Column('int', { default: 0 }) done!: number;
  @Column('int', { default: 0 }) total!: number;
  @Column('int', { nullable: true }) pages!: number | null;
  @Column('text', { nullable: true }) errorCode!: string | null;
  @Column('text', { nullable: true }) sha256!: string | null;
  /** Changes each time it is begun: who finds another one stops. */
  @Column('uuid', { nullable: true }) run!: string | null;
  @Column('int', { default: 0 }) runs!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
