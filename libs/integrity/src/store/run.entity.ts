import type { CalendarDate, Id } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a run found of one check. */
export interface CheckCount {
  /** Findings there were, accepted ones too. */
  found: number;
  /** Of these, not there before. */
  fresh: number;
}

/** One walk through all checks: how far it is, and what it found. */
@Entity({ schema: 'integrity', name: 'run' })
// One a night, however many workers there are.
@Index('ux_run_night', ['night'], { unique: true, where: 'night IS NOT NULL' })
// One at a time: what a run does not find again counts as mended. (On an expression, which only the migration can say.)
@Index('ux_run_open', { synchronize: false })
export class IntegrityRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_run' }) id!: Id;
  /** Null: somebody asked for it. */
  @Column('date', { nullable: true }) night!: CalendarDate | null;
  /** The day on which it judges, from its first batch to its last. */
  @Column('date') businessOn!: CalendarDate;
  @Column('uuid', { nullable: true }) requestedBy!: Id | null;
  /** The check it is at. */
  @Column('text') checkCode!: string;
  /** The last record of that check's walk. */
  @Column('uuid') cursor!: Id;
  /** Records looked at. */
  @Column('int', { default: 0 }) walked!: number;
  /** By check. */
  @Column('jsonb', { default: {} }) counts!: Record<string, CheckCount>;
  @Column('timestamptz', { default: () => 'now()' }) startedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
