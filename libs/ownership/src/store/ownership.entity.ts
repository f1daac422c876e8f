import type { CalendarDate } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mark, Risk } from '../domain/facts.js';

/** A line of the task list 任务分解清单: who owns the case, who works on it, by when. */
@Entity({ schema: 'ownership', name: 'ownership' })
export class Ownership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ownership' }) caseId!: string;
  /** 包案区领导. */
  @Column('uuid') leaderId!: string;
  /** 责任单位. */
  @Column('uuid') unitId!: string;
  /** 包案责任领导. */
  @Column('uuid') unitLeaderId!: string;
  @Column('date') resolveBy!: CalendarDate;
  @Column('text') risk!: Risk;
  @Column('text') target!: string;
  @Column('date', { nullable: true }) jointMeetingOn!: CalendarDate | null;
  @Column('text', { nullable: true }) jointMeetingReason!: string | null;
  /** Who approved the line. */
  @Column('text', { nullable: true }) listingBasis!: string | null;
  @Column('date', { nullable: true }) leaderAcknowledgedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) unitAcknowledgedOn!: CalendarDate | null;
  @Column('text', { default: 'NONE' }) mark!: Mark;
}
