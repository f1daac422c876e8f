import type { CalendarDay, PeriodInput } from '../src/domain/index.js';

/** A table of days off and days worked, as the notices print it. */
export interface NaiveCalendar {
  readonly working: ReadonlyMap<string, boolean>;
  readonly years: ReadonlySet<number>;
}

export function naiveCalendar(days: readonly CalendarDay[], years: readonly number[]): NaiveCalendar {
  return { working: new Map(days.map((day) => [day.date, day.working])), years: new Set(years) };
}

export interface NaiveResult {
  due: string;
  rawDue: string;
  excludedDays: number;
  provisional: boolean;
}

/**
 * The rule of counting as one would do it with a wall calendar and a pencil: day by day, striking out what does not
 * count. Slow and obvious; what the fast arithmetic is compared with. Shares no code with it.
 */
export function naivePeriod(calendar: NaiveCalendar, input: PeriodInput): NaiveResult {
  const start = parse(input.from);
  const day = parse(input.from);
  const struckOut = (): boolean => (input.excluded ?? []).some(([a, b]) => a <= text(day) && text(day) < b!);
  let excludedDays = 0;
  const walk = (n: number, counts: () => boolean): void => {
    for (let left = n; left > 0;) {
      next(day);
      if (!counts()) continue;
      if (struckOut()) excludedDays++;
      else left--;
    }
  };
  if (input.unit === 'working-day') walk(input.amount, () => works(calendar, day));
  else walk(lengthInDays(start, input), () => true);
  walk(input.extension ?? 0, () => true);
  const rawDue = text(day);
  const rolls = input.roll !== false && !(input.unit === 'working-day' && !input.extension);
  while (rolls && !works(calendar, day)) next(day);
  return { due: text(day), rawDue, excludedDays, provisional: touchesUnknownYear(calendar, start, day) };
}

function lengthInDays(start: Date, input: PeriodInput): number {
  if (input.unit === 'calendar-day') return input.amount;
  const months = input.unit === 'year' ? input.amount * 12 : input.amount;
  const wanted = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()));
  // The day does not exist in that month: JavaScript ran over into the next one; go back to the month's last day.
  if (wanted.getUTCDate() !== start.getUTCDate()) wanted.setUTCDate(0);
  return (wanted.getTime() - start.getTime()) / 86_400_000;
}

function touchesUnknownYear(calendar: NaiveCalendar, start: Date, due: Date): boolean {
  const day = new Date(start);
  if (day < due) next(day);
  for (; day <= due; next(day)) if (!calendar.years.has(day.getUTCFullYear())) return true;
  return false;
}

export function works(calendar: NaiveCalendar, day: Date): boolean {
  return calendar.working.get(text(day)) ?? (day.getUTCDay() >= 1 && day.getUTCDay() <= 5);
}

function parse(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function text(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function next(day: Date): void {
  day.setUTCDate(day.getUTCDate() + 1);
}
