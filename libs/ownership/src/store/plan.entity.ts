import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 化解方案 as handed in; a returned one stays, the next is a new row. */
@Entity({ schema: 'ownership', name: 'plan' })
@Check('ck_plan_state', `state IN ('SUBMITTED','RETURNED','APPROVED')`)
@Index('ix_plan_case', ['caseId', 'id'])
export class ResolutionPlan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_plan' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') state!: 'SUBMITTED' | 'RETURNED' | 'APPROVED';
  /** Facts, claim, legal view, options, budget, steps, risk control. */
  @Column('jsonb') content!: Record<string, unknown>;
  @Column('date') submittedOn!: CalendarDate;
  @Column('uuid') submittedBy!: string;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) opinion!: string | null;
}
