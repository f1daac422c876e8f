import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CorrectionKind } from '../domain/facts.js';

/** 补正通知: one of each kind at most (复议法 2023 第31条第1款). */
@Entity({ schema: 'reconsideration', name: 'correction_notice' })
@Check('ck_correction_notice_kind', `kind IN ('MATERIALS','RESPONDENT')`)
@Index('ux_correction_notice_case_kind', ['caseId', 'kind'], { unique: true })
export class CorrectionNotice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_correction_notice' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: CorrectionKind;
  @Column('text', { array: true }) items!: string[];
  @Column('date') sentOn!: CalendarDate;
  @Column('date', { nullable: true }) servedOn!: CalendarDate | null;
}
