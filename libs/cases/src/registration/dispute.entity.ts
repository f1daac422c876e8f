import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type DisputeStatus = 'DRAFT' | 'REGISTERED' | 'CLOSED' | 'VOID';

/** What is registered once: who disputes which act of which organ. Procedures are run on it as cases. */
@Entity({ schema: 'cases', name: 'dispute' })
@Check('ck_dispute_status', `status IN ('DRAFT','REGISTERED','CLOSED','VOID')`)
@Check('ck_dispute_channel', `channel IN ('WINDOW','LETTER','HOTLINE','TRANSFER','ONLINE')`)
@Check('ck_dispute_number', `(status = 'DRAFT') = (number IS NULL) OR status = 'VOID'`)
@Index('ux_dispute_number', ['number'], { unique: true })
@Index('ux_dispute_ledger_no', ['ledgerNo'], { unique: true, where: 'ledger_no IS NOT NULL' })
@Index('ix_dispute_respondent', ['respondentOrganId', 'actDocumentNo'])
@Index('ix_dispute_field', ['fieldCode'])
@Index('ix_dispute_drafts', ['createdBy'], { where: `status = 'DRAFT'` })
@Index('ix_dispute_registered', ['registeredOn', 'id'], { where: 'registered_on IS NOT NULL' })
@Index('ix_dispute_number_order', { synchronize: false })
export class Dispute {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_dispute' }) id!: string;
  /** Null while a draft. */
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') status!: DisputeStatus;
  @Column('int', { default: 1 }) version!: number;
  @Column('text') channel!: string;
  /** The organ that passed it on, for the channel TRANSFER. */
  @Column('uuid', { nullable: true }) sourceOrganId!: string | null;
  /** The day the matter reached the office. */
  @Column('date') receivedOn!: CalendarDate;
  @Column('date', { nullable: true }) registeredOn!: CalendarDate | null;
  @Column('text') title!: string;
  @Column('text') facts!: string;
  @Column('text') claims!: string;
  /** 行政管理类别. */
  @Column('text') fieldCode!: string;
  /** 申请事项: the kind of act contested. */
  @Column('text') matterCode!: string;
  @Column('text', { array: true, default: () => `'{}'` }) tags!: string[];
  @Column('numeric', { precision: 16, scale: 2, nullable: true }) amount!: string | null;
  @Column('uuid', { nullable: true }) respondentOrganId!: string | null;
  @Column('text') actName!: string;
  @Column('text', { nullable: true }) actDocumentNo!: string | null;
  /** The day the act was made. */
  @Column('date', { nullable: true }) actOn!: CalendarDate | null;
  /** The day the applicant knew of it: day 0 of his own filing periods. */
  @Column('date', { nullable: true }) actKnownOn!: CalendarDate | null;
  /** The day he knew of his right to apply, if he was not told of it with the act (复议法 2023 第20条第3款). */
  @Column('date', { nullable: true }) rightsKnownOn!: CalendarDate | null;
  /** The act concerns real property: the absolute period is 20 years (复议法 2023 第21条). */
  @Column('boolean', { default: false }) concernsRealEstate!: boolean;
  /** The office that registered it. */
  @Column('uuid') organId!: string;
  /** Who answers for the dispute while no procedure has a handler of its own. */
  @Column('uuid', { nullable: true }) handlerId!: string | null;
  /** The nearest due date of its open clocks; kept with every change of a clock. */
  @Column('date', { nullable: true }) nextDueOn!: CalendarDate | null;
  /** The imported ledger's own number. */
  @Column('text', { nullable: true }) ledgerNo!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}
