import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A year whose notice is loaded. Loading it again replaces the row. */
@Entity({ schema: 'deadlines', name: 'calendar_year' })
@Index('ux_calendar_year_id', ['id'], { unique: true })
export class CalendarYear {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'pk_calendar_year' }) year!: number;
  /** This load of the year, for the audit trail. */
  @Column('uuid') id!: string;
  /** Title and number of the State Council's notice. */
  @Column('text') source!: string;
  @Column('text', { nullable: true }) noticeUrl!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) loadedAt!: Date;
  /** Who imported it; null for the years shipped with the service. */
  @Column('uuid', { nullable: true }) loadedBy!: string | null;
  /** Grows with every load of any year; the largest is the version of the whole calendar. */
  @Column('int') version!: number;
  /** When open clocks were counted again on it; null until then. */
  @Column('timestamptz', { nullable: true }) recountedAt!: Date | null;
}
