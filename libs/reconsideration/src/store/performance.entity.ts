import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ItemKind, ItemState, Measure } from '../domain/after/facts.js';

/** One thing a party has to do under the decision. */
@Entity({ schema: 'reconsideration', name: 'performance_item' })
@Check('ck_performance_item_kind', `kind IN ('REMAKE','PERFORM','COMPENSATE','RETURN','OTHER')`)
@Check('ck_performance_item_state', `state IN ('OPEN','PARTIAL','REPORTED','DONE','NOT_NEEDED')`)
@Index('ix_performance_item_case', ['caseId', 'id'])
export class PerformanceItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_performance_item' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: ItemKind;
  /** A party; the respondent under its organ's id. */
  @Column('uuid') obligorId!: string;
  @Column('text') content!: string;
  @Column('date', { nullable: true }) dueOn!: CalendarDate | null;
  @Column('text') state!: ItemState;
  /** How the handler established that it is done, or why it need not be. */
  @Column('text', { nullable: true }) finding!: string | null;
}

/** A report on an item. */
@Entity({ schema: 'reconsideration', name: 'performance_report' })
@Index('ix_performance_report_item', ['itemId', 'id'])
export class PerformanceReport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_performance_report' }) id!: string;
  @Column('uuid') itemId!: string;
  @Column('text') outcome!: 'PARTIAL' | 'FULL';
  @Column('date') performedOn!: CalendarDate;
  @Column('text') description!: string;
  @Column('uuid', { nullable: true }) proofFileId!: string | null;
  @Column('uuid') reportedBy!: string;
  @Column('date') reportedOn!: CalendarDate;
}

/** 责令限期履行, 约谈, 通报批评, handing over for discipline, enforcement (复议法 2023 第77条、第78条、第83条). */
@Entity({ schema: 'reconsideration', name: 'enforcement_measure' })
@Check('ck_enforcement_measure_kind', `kind IN ('ORDER','INTERVIEW','CRITICISM','DISCIPLINE','ENFORCEMENT')`)
@Index('ix_enforcement_measure_case', ['caseId', 'id'])
export class EnforcementMeasure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_enforcement_measure' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: Measure;
  @Column('date') takenOn!: CalendarDate;
  /** The item, the letter, or the party it is about. */
  @Column('uuid', { nullable: true }) targetId!: string | null;
  /** Of an order: the last day. */
  @Column('date', { nullable: true }) dueOn!: CalendarDate | null;
  /** As recorded. */
  @Column('jsonb') record!: Record<string, unknown>;
}
