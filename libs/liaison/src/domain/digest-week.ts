import { addDays, dayOf, instantOf, weekday, type CalendarDate } from '@app/kernel';

/** When the weekly digest is sent: a day of the week, 1 (Monday) to 7, and the time of day. */
export interface DigestTime {
  readonly weekday: number;
  readonly at: string;
}

/** The week's first day (Monday) if its digest is due by now, and whether this is the very day; undefined before. */
export function digestDue(
  now: Date,
  { weekday: day, at }: DigestTime,
): { week: CalendarDate; onTheDay: boolean } | undefined {
  const today = dayOf(now);
  const week = addDays(today, 1 - isoWeekday(today));
  const planned = addDays(week, day - 1);
  return now < instantOf(planned, at) ? undefined : { week, onTheDay: planned === today };
}

function isoWeekday(day: CalendarDate): number {
  return weekday(day) === 0 ? 7 : weekday(day);
}
