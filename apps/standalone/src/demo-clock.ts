import { addDays, Clock, dayOf, daysBetween, isCalendarDate, type CalendarDate } from '@app/kernel';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const DAY_MS = 86_400_000;

/**
 * The clock of the demo: the system's time of day, on a day that can be moved, so that one can see what happens on a due date. The shift is
 * kept in a file, for the demo to go on where it was.
 */
export class DemoClock extends Clock {
  private days: number;

  /** @param first the day it is at the first start: that of the demo's data, whatever the machine says */
  constructor(
    private readonly file: string,
    first: CalendarDate,
  ) {
    super();
    this.days = existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : daysBetween(dayOf(new Date()), first);
    this.keep();
  }

  now(): Date {
    return new Date(Date.now() + this.days * DAY_MS);
  }

  /** Moves on to a day; never back, for what has happened on a day cannot be undone. */
  moveTo(day: CalendarDate): void {
    if (!isCalendarDate(day)) throw new RangeError('not a calendar date');
    this.days += Math.max(0, daysBetween(this.today(), day));
    this.keep();
  }

  /** Moves on by a number of days. */
  advance(days: number): void {
    this.moveTo(addDays(this.today(), days));
  }

  private keep(): void {
    const next = `${this.file}.new`;
    writeFileSync(next, String(this.days));
    renameSync(next, this.file);
  }
}
