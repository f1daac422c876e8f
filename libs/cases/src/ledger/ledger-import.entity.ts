import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LedgerError } from './domain/columns.js';

/** An import of a ledger: how far it is, and how it ended. The file itself is not kept. */
@Entity({ schema: 'cases', name: 'ledger_import' })
@Check('ck_ledger_import_state', `state IN ('RUNNING','DONE','REFUSED','FAILED')`)
@Index('ix_ledger_import_created_by', ['createdBy', 'id'])
export class LedgerImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ledger_import' }) id!: string;
  @Column('text') state!: 'RUNNING' | 'DONE' | 'REFUSED' | 'FAILED';
  @Column('boolean') dryRun!: boolean;
  @Column('int') total!: number;
  /** Rows looked at so far. */
  @Column('int', { default: 0 }) done!: number;
  @Column('int', { default: 0 }) imported!: number;
  /** Rows whose number was there already. */
  @Column('int', { default: 0 }) skipped!: number;
  @Column('jsonb', { default: () => `'[]'` }) errors!: LedgerError[];
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
