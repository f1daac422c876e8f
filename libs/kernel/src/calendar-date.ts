/**
 * A legal day: `YYYY-MM-DD` on the civil calendar of the deployment's zone. It has no time and no zone of its own and is
 * never shifted. The only arithmetic on days in the project is in this file.
 */
export type CalendarDate = string;

/** The zone in which an instant is turned into a legal day. China has had one zone and no daylight saving since 1991. */
export const ZONE = 'Asia/Shanghai';
const ZONE_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whole days since 1970-01-01; the form in which days are counted. */
export type DayNumber = number;

/** True if `value` is a day that exists, e.g. not `2026-02-30`. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const m = SHAPE.exec(value);
  if (!m) return false;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days of a month, 1 to 12, in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number of a day. @throws RangeError if `date` is not a calendar date. */
export function toDayNumber(date: CalendarDate): DayNumber {
  if (!isCalendarDate(date)) throw new RangeError(`not a calendar date: ${JSON.stringify(date)}`);
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(day: DayNumber): CalendarDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day `days` calendar days after `date` (before it, if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/**
 * The same day of the month `months` later; where that day does not exist, the last day of that month (民法典 第202条).
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  toDayNumber(date);
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: CalendarDate): number {
  return weekdayOf(toDayNumber(date));
}

/** 0 Sunday … 6 Saturday, of a day number. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The legal day on which an instant falls in {@link ZONE}. */
export function dayOf(instant: Date): CalendarDate {
  return new Date(instant.getTime() + ZONE_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant of a wall-clock time (`HH:mm`) on a legal day in {@link ZONE}. */
export function instantOf(date: CalendarDate, time = '00:00'): Date {
  return new Date(`${date}T${time}:00+08:00`);
}

/** `2026年11月20日`, as documents and notices write it. */
export function inChinese(date: CalendarDate): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}
