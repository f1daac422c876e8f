import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Exclusion, Extension, Suspension } from './domain/index.js';

/** One legal period of a subject (a case, a dispute) within a scope (the dispute). */
@Entity({ schema: 'deadlines', name: 'clock' })
// A rule runs once at a time, for each whom it concerns (NULLS NOT DISTINCT, which only the migration can say); also finds
// a subject's open clocks and walks all open clocks.
@Index('ux_clock_open', { synchronize: false })
// ofSubject: all clocks of a case, ended ones too.
@Index('ix_clock_subject', ['subjectId'])
// next_due, ofScopes: the clocks of disputes.
@Index('ix_clock_scope', ['scopeId'])
// The expiry sweep: what has run out and was not announced.
@Index('ix_clock_expiring', ['dueOn'], { where: `state = 'RUNNING' AND expired_at IS NULL` })
// The gauge of overdue clocks.
@Index('ix_clock_overdue', ['expiredAt'], { where: `state = 'RUNNING' AND expired_at IS NOT NULL` })
// How many clocks wait for a year's notice.
@Index('ix_clock_provisional', ['dueOn'], { where: `provisional AND state IN ('RUNNING','SUSPENDED')` })
@Check('ck_clock_state', `state IN ('RUNNING','SUSPENDED','MET','CANCELLED')`)
@Check('ck_clock_unit', `unit IN ('working-day','calendar-day','month','year')`)
@Check('ck_clock_closed', `(closed_on IS NULL) = (state IN ('RUNNING','SUSPENDED'))`)
export class ClockRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_clock' }) id!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid') scopeId!: string;
  /** One party, if each has a period of its own; otherwise null. */
  @Column('uuid', { nullable: true }) concernsId!: string | null;
  @Column('text') rule!: string;
  @Column('text', { nullable: true }) variant!: string | null;
  /** Name, article and responsible role as the rule had them when the clock started. */
  @Column('text') ruleName!: string;
  @Column('text') article!: string;
  @Column('text') responsible!: string;
  /** Day 0; the day of the event if counted backward. */
  @Column('date') startsOn!: string;
  @Column('int') amount!: number;
  @Column('text') unit!: string;
  @Column('boolean') roll!: boolean;
  @Column('boolean') backward!: boolean;
  @Column('jsonb', { default: [] }) suspensions!: Suspension[];
  @Column('jsonb', { default: [] }) exclusions!: Exclusion[];
  @Column('jsonb', { default: [] }) extensions!: Extension[];
  /** Sum of the extensions, in calendar days. */
  @Column('int', { default: 0 }) extensionDays!: number;
  /** The due day before it was rolled past days off. */
  @Column('date') rawDueOn!: string;
  @Column('date') dueOn!: string;
  @Column('int') excludedDays!: number;
  /** Counted over a year whose notice is not loaded. */
  @Column('boolean') provisional!: boolean;
  /** Version of the calendar it was last counted on. */
  @Column('int') calendarVersion!: number;
  @Column('text') state!: string;
  /** The day it was met or cancelled. */
  @Column('date', { nullable: true }) closedOn!: string | null;
  /** When its expiry was announced. */
  @Column('timestamptz', { nullable: true }) expiredAt!: Date | null;
  /** Step the system performs on expiry. */
  @Column('text', { nullable: true }) onExpiry!: string | null;
  @Column('int', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
