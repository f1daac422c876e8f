import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 进展报告, 会商纪要 or 接访记录. */
@Entity({ schema: 'ownership', name: 'report' })
@Index('ix_report_case', ['caseId', 'id'])
export class ProgressReport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_report' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: string;
  @Column('text') done!: string;
  @Column('text') next!: string;
  @Column('text') risk!: string;
  @Column('boolean') partyContacted!: boolean;
  @Column('date') reportedOn!: CalendarDate;
  @Column('uuid') reportedBy!: string;
}
