import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ProcedureCode } from './procedure.js';

/** A case 案件: one procedure run on a dispute. What is peculiar to the procedure is in the procedure's own tables. */
@Entity({ schema: 'cases', name: 'case_file' })
@Check('ck_case_file_procedure', `procedure IN ('reconsideration','mediation','ownership')`)
@Index('ux_case_file_number', ['number'], { unique: true })
@Index('ix_case_file_dispute', ['disputeId'])
@Index('ix_case_file_state', ['procedure', 'state'])
@Index('ix_case_file_closed', ['procedure', 'closedOn'])
export class CaseFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_case_file' }) id!: string;
  @Column('uuid') disputeId!: string;
  @Column('text') procedure!: ProcedureCode;
  /** 案号, for life. */
  @Column('text') number!: string;
  @Column('text') state!: string;
  /** False once its state is final. */
  @Column('boolean', { default: true }) open!: boolean;
  @Column('int', { default: 1 }) version!: number;
  /** 承办人 of this case. */
  @Column('uuid', { nullable: true }) handlerId!: string | null;
  @Column('date') openedOn!: CalendarDate;
  @Column('date', { nullable: true }) closedOn!: CalendarDate | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}
