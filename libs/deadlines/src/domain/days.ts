import { type CalendarDate, type DayNumber, fromDayNumber, inChinese, isCalendarDate, toDayNumber } from '@app/kernel';
import { refusal } from './errors.js';

/** Years within which periods are counted; results outside are refused. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;
export const FIRST_DAY: DayNumber = toDayNumber(`${FIRST_YEAR}-01-01`);
export const LAST_DAY: DayNumber = toDayNumber(`${LAST_YEAR}-12-31`);

// The kernel's conversions, remembered: at most the 73,414 days between the bounds, so the tables stay small.
const numbers = new Map<CalendarDate, DayNumber>();
// Allocated at once: an array that grows from its middle becomes a hash table.
const dates = new Array<CalendarDate | undefined>(LAST_DAY - FIRST_DAY + 1).fill(undefined);
const chinese = new Array<string | undefined>(LAST_DAY - FIRST_DAY + 1).fill(undefined);

/**
 * The number of a day given as text.
 * @param field what the value is called in the refusal
 * @throws DomainError `deadlines.bad-date` if it is no day that exists, `deadlines.out-of-range` outside 1900–2100
 */
export function dayNumber(date: unknown, field: string): DayNumber {
  return numbers.get(date as CalendarDate) ?? readDay(date, field);
}

function readDay(date: unknown, field: string): DayNumber {
  if (!isCalendarDate(date)) throw refusal('bad-date', { about: field, params: { field } });
  const day = toDayNumber(date);
  if (day < FIRST_DAY || day > LAST_DAY) throw refusal('out-of-range', { about: field, params: { field } });
  numbers.set(date, day);
  return day;
}

/** The day as text. @throws DomainError `deadlines.out-of-range` outside 1900–2100 */
export function dateOf(day: DayNumber): CalendarDate {
  return (dates[day - FIRST_DAY] ??= writeDay(day));
}

/** `2026年11月20日`. */
export function chineseOf(day: DayNumber): string {
  return (chinese[day - FIRST_DAY] ??= inChinese(dateOf(day)));
}

function writeDay(day: DayNumber): CalendarDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw refusal('out-of-range');
  return fromDayNumber(day);
}
