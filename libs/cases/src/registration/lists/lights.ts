import { CalendarStore, DEFAULT_THRESHOLDS, light } from '@app/deadlines';
import { addDays, Clock, type CalendarDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { LightBounds } from './list-filter.js';

/** Lamps of nearest due dates, for lists: from the date alone, without reading clocks. */
@Injectable()
export class Lights {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  /** Where the lamps change: red up to 2 working days from today, yellow up to 5. */
  bounds(): LightBounds {
    const { calendar } = this.calendars.known();
    const today = this.clock.today();
    const after = (workdays: number): CalendarDate => calendar.plusWorkdays(today, workdays + 1);
    return { yellowFrom: after(DEFAULT_THRESHOLDS.red), greenFrom: after(DEFAULT_THRESHOLDS.yellow) };
  }

  of(dueOn: CalendarDate | null): string {
    if (dueOn === null) return 'grey';
    const { calendar } = this.calendars.known();
    const provisional = !calendar.covers(Number(dueOn.slice(0, 4)));
    return light({ state: 'RUNNING', dueOn, provisional }, this.clock.today(), calendar).colour;
  }

  dayBefore(day: CalendarDate): CalendarDate {
    return addDays(day, -1);
  }
}
