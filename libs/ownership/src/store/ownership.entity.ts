import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Mark, Risk } from '../domain/facts.js';

/** A line of the task list 任务分解清单 as it is now: who owns the case, who works on it, by when. */
@Entity({ schema: 'ownership', name: 'ownership' })
@Check('ck_ownership_mark', `mark IN ('NONE','YELLOW','RED')`)
@Check('ck_ownership_source', `source IN ('RULE','HAND')`)
@Index('ix_ownership_leader', ['leaderId'])
@Index('ix_ownership_unit', ['unitId'])
export class Ownership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ownership' }) caseId!: string;
  /** 包案区领导. */
  @Column('uuid') leaderId!: string;
  /** 责任单位. */
  @Column('uuid') unitId!: string;
  /** 包案责任领导. */
  @Column('uuid') unitLeaderId!: string;
  @Column('uuid', { array: true, default: () => `'{}'` }) cooperatingUnitIds!: string[];
  /** It came by the rule of entry, or by hand. */
  @Column('text', { default: 'HAND' }) source!: 'RULE' | 'HAND';
  @Column('date') resolveBy!: CalendarDate;
  @Column('text') risk!: Risk;
  @Column('text') target!: string;
  @Column('text', { nullable: true }) stage!: string | null;
  @Column('text', { nullable: true }) court!: string | null;
  @Column('text', { nullable: true }) focus!: string | null;
  @Column('text', { nullable: true }) measures!: string | null;
  @Column('date', { nullable: true }) jointMeetingOn!: CalendarDate | null;
  @Column('text', { nullable: true }) jointMeetingReason!: string | null;
  /** Who approved the line. */
  @Column('text', { nullable: true }) listingBasis!: string | null;
  @Column('timestamptz', { nullable: true }) listedAt!: Date | null;
  @Column('date', { nullable: true }) leaderAcknowledgedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) unitAcknowledgedOn!: CalendarDate | null;
  @Column('text', { default: 'NONE' }) mark!: Mark;
  /** The last day on which a person did something about it. */
  @Column('date', { nullable: true }) actedOn!: CalendarDate | null;
  /** When anything about it last changed, marks too; by the business clock. */
  @Column('timestamptz', { nullable: true }) movedAt!: Date | null;
  /** Since when the state of today waits for somebody; the day of proposal, claim or verification. */
  @Column('date', { nullable: true }) stateSince!: CalendarDate | null;
  @Column('date', { nullable: true }) extendedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) struckOffOn!: CalendarDate | null;
  /** How it ended: a kind of resolution, or why it could not be resolved. */
  @Column('text', { nullable: true }) outcome!: string | null;
  /** Explanation and lessons of what could not be resolved. */
  @Column('jsonb', { nullable: true }) closing!: Record<string, unknown> | null;
}
