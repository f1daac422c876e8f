import type { CalendarDate, Id } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A calendar somebody subscribed to. The secret of its address is kept as a keyed hash alone. */
@Entity({ schema: 'feeds', name: 'feed' })
@Index('ux_feed_secret', ['secretHash'], { unique: true })
@Index('ix_feed_person', ['personId', 'id'])
export class CalendarFeed {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_feed' }) id!: Id;
  @Column('uuid') personId!: Id;
  /** What its owner calls it: 手机, 办公电脑. */
  @Column('text') name!: string;
  @Column('bytea') secretHash!: Buffer;
  @Column('int', { default: 1 }) version!: number;
  @Column('timestamptz') createdAt!: Date;
  /** When the address was last changed. */
  @Column('timestamptz', { nullable: true }) rotatedAt!: Date | null;
  /** The last day it was read, so that its owner sees which are in use. */
  @Column('date', { nullable: true }) readOn!: CalendarDate | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
