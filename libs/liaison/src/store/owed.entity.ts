import type { Id } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MoreTimeOutcome } from '../domain/kinds.js';

/** An organ's acknowledgement of a period that it has to keep: who, when. The first one stays. */
@Entity({ schema: 'liaison', name: 'acknowledgement' })
export class Acknowledgement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_acknowledgement' }) clockId!: Id;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_acknowledgement' }) organId!: Id;
  @Column('uuid') personId!: Id;
  @Column('timestamptz') at!: Date;
}

/** A request for more time, and how it was answered; once for each clock. */
@Entity({ schema: 'liaison', name: 'more_time' })
@Check('ck_more_time_outcome', `outcome IN ('ASKED','GRANTED','REFUSED','NOT_PROVIDED')`)
@Check('ck_more_time_days', 'days > 0')
@Index('ux_more_time_clock', ['clockId'], { unique: true })
export class MoreTime {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_more_time' }) id!: Id;
  @Column('uuid') clockId!: Id;
  @Column('uuid') organId!: Id;
  /** Calendar days. */
  @Column('int') days!: number;
  /** Why, encrypted. */
  @Column('bytea') reason!: Buffer;
  @Column('uuid') askedBy!: Id;
  @Column('timestamptz') askedAt!: Date;
  @Column('text') outcome!: MoreTimeOutcome;
  /** What was answered, encrypted. */
  @Column('bytea', { nullable: true }) answer!: Buffer | null;
  @Column('uuid', { nullable: true }) decidedBy!: Id | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
}
