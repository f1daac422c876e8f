import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 任务分解清单 of a year: its title, how many cases it has, and the hash of its last entry. */
@Entity({ schema: 'ownership', name: 'task_list' })
export class TaskList {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'pk_task_list' }) year!: number;
  @Column('text') title!: string;
  /** 序号 of the last case. */
  @Column('int', { default: 0 }) lastSerial!: number;
  /** Position of the last entry, and its hash; empty before the first. */
  @Column('int', { default: 0 }) lastPosition!: number;
  @Column('text', { default: '' }) head!: string;
}

/** One approval: the first of a year makes the list, later ones are supplements 补充. */
@Entity({ schema: 'ownership', name: 'list_batch' })
@Index('ux_list_batch_no', ['year', 'no'], { unique: true })
@Index('ux_list_batch_number', ['number'], { unique: true })
export class ListBatch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_list_batch' }) id!: string;
  @Column('smallint') year!: number;
  /** 第几批. */
  @Column('int') no!: number;
  /** 文号. */
  @Column('text') number!: string;
  @Column('text') basis!: string;
  @Column('text') opinion!: string;
  @Column('date') approvedOn!: CalendarDate;
  @Column('uuid') approvedBy!: string;
}

/**
 * An entry of the list, frozen: a case as it was approved, or a later change of it. Each holds the hash of the one before
 * it in its year; a trigger refuses every change.
 */
@Entity({ schema: 'ownership', name: 'list_entry' })
@Check('ck_list_entry_kind', `kind IN ('LISTED','CHANGED','EXTENDED','REOPENED')`)
@Check('ck_list_entry_batch', `(kind = 'LISTED') = (batch_id IS NOT NULL)`)
@Index('ux_list_entry_position', ['year', 'position'], { unique: true })
@Index('ux_list_entry_revision', ['year', 'serial', 'revision'], { unique: true })
@Index('ix_list_entry_case', ['caseId', 'id'])
export class ListEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_list_entry' }) id!: string;
  @Column('smallint') year!: number;
  @Column('int') position!: number;
  /** 序号. */
  @Column('int') serial!: number;
  /** 0 as approved; 1, 2 … its changes. */
  @Column('int') revision!: number;
  @Column('text') kind!: 'LISTED' | 'CHANGED' | 'EXTENDED' | 'REOPENED';
  @Column('uuid') caseId!: string;
  @Column('uuid', { nullable: true }) batchId!: string | null;
  @Column('jsonb') content!: Record<string, unknown>;
  @Column('text') previous!: string;
  @Column('text') hash!: string;
  @Column('date') enteredOn!: CalendarDate;
  @Column('uuid') enteredBy!: string;
}
