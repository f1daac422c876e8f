import type { CalendarDate, Id } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Days on which a person is away, and who stands in for him. */
@Entity({ schema: 'directory', name: 'absence' })
@Check('ck_absence_days', 'until_on > from_on')
@Check('ck_absence_cover', 'cover_id <> person_id')
@Index('ix_absence_person', ['personId', 'fromOn'])
@Index('ix_absence_cover', ['coverId', 'fromOn'], { where: 'cancelled_at IS NULL' })
export class Absence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_absence' }) id!: Id;
  @Column('uuid') personId!: Id;
  @Column('date') fromOn!: CalendarDate;
  /** The first day on which he is back. */
  @Column('date') untilOn!: CalendarDate;
  @Column('uuid', { nullable: true }) coverId!: Id | null;
  @Column('text') reason!: string;
  @Column('uuid') createdBy!: Id;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('int', { default: 1 }) version!: number;
}
