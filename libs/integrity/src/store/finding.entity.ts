import type { CalendarDate, Id } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type FindingState = 'OPEN' | 'RESOLVED' | 'ACCEPTED';

/** Something a check found, from the night it was first seen until it was mended. */
@Entity({ schema: 'integrity', name: 'finding' })
// What lasts is one row; what comes again after it was mended is another.
@Index('ux_finding_current', ['checkCode', 'subjectId'], { unique: true, where: `state <> 'RESOLVED'` })
// The list, and the counts.
@Index('ix_finding_check', ['checkCode', 'state', 'id'])
// The message of the night.
@Index('ix_finding_untold', ['ownerId'], { where: `state = 'OPEN' AND told_on IS NULL` })
// The history of the last weeks.
@Index('ix_finding_resolved', ['resolvedOn'], { where: 'resolved_on IS NOT NULL' })
@Check('ck_finding_state', `state IN ('OPEN','RESOLVED','ACCEPTED')`)
@Check('ck_finding_resolved', `(state = 'RESOLVED') = (resolved_on IS NOT NULL)`)
@Check(
  'ck_finding_accepted',
  `state <> 'ACCEPTED' OR num_nulls(accepted_by, accepted_on, accepted_until, accept_reason) = 0`,
)
export class Finding {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_finding' }) id!: Id;
  @Column('text') checkCode!: string;
  /** The record that is wrong: a case, a dispute, a clock, a person …, as the check says. */
  @Column('uuid') subjectId!: Id;
  /** Whose row scope it has; none if it is about a person or the machinery. */
  @Column('uuid', { nullable: true }) disputeId!: Id | null;
  @Column('uuid', { nullable: true }) caseId!: Id | null;
  /** Who must mend it, as of the last run; null if nobody holds the role. */
  @Column('uuid', { nullable: true }) ownerId!: Id | null;
  @Column('text', { default: 'OPEN' }) state!: FindingState;
  @Column('date') firstSeenOn!: CalendarDate;
  @Column('date') lastSeenOn!: CalendarDate;
  @Column('uuid') lastRunId!: Id;
  /** The day of the first run that did not find it any more. */
  @Column('date', { nullable: true }) resolvedOn!: CalendarDate | null;
  /** The night its owner was told. */
  @Column('date', { nullable: true }) toldOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) acceptedBy!: Id | null;
  @Column('date', { nullable: true }) acceptedOn!: CalendarDate | null;
  /** The last day of the acceptance; the next run opens it again. */
  @Column('date', { nullable: true }) acceptedUntil!: CalendarDate | null;
  @Column('text', { nullable: true }) acceptReason!: string | null;
  @Column('int', { default: 1 }) version!: number;
}
