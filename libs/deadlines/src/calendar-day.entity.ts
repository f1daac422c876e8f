import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CalendarYear } from './calendar-year.entity.js';

/** A day named by a notice: off, or worked although it is a weekend day. */
@Entity({ schema: 'deadlines', name: 'calendar_day' })
export class CalendarDayRow {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_calendar_day' }) date!: string;
  @Column('boolean') working!: boolean;
  @Column('text') name!: string;
  /** The year whose notice set it; a notice may set days of the December before. */
  @ForeignKey(() => CalendarYear, { name: 'fk_calendar_day_year' })
  @Column('smallint')
  year!: number;
  @Column('text') source!: string;
}
