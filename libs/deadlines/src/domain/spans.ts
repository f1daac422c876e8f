import type { CalendarDate, DayNumber } from '@app/kernel';
import { dayNumber } from './days.js';
import { refusal } from './errors.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * Time that does not count, half-open: the first day not counted, and the first day counted again. `null` while that
 * day is not known (still suspended). Equal ends are empty.
 */
export type Interval = readonly [from: CalendarDate, to: CalendarDate | null];

/** A half-open run of day numbers. */
export interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** Where counting came to, and how many days it passed over, in the unit counted. */
export interface Advance {
  readonly day: DayNumber;
  readonly excluded: number;
}

/**
 * The union of intervals as disjoint spans in order, so that nothing is taken off twice.
 * @param notBefore days before it are cut off
 * @param asOf taken as the end of intervals that are still open: the result as if they ended on that day
 * @throws DomainError `deadlines.bad-interval`, `deadlines.open-interval`, `deadlines.bad-date`, `deadlines.out-of-range`
 */
export function unionOf(intervals: readonly Interval[], notBefore: DayNumber, asOf?: CalendarDate): Span[] {
  const spans: Span[] = [];
  for (const interval of intervals) {
    const span = readInterval(interval, asOf);
    if (span.to > span.from && span.to > notBefore) spans.push({ from: Math.max(span.from, notBefore), to: span.to });
  }
  if (spans.length > 1) spans.sort((a, b) => a.from - b.from);
  return merged(spans);
}

function readInterval(interval: Interval, asOf: CalendarDate | undefined): Span {
  if (!Array.isArray(interval) || interval.length !== 2) throw refusal('bad-interval');
  const from = dayNumber(interval[0], '扣除起日');
  if (interval[1] === null) {
    if (asOf === undefined) throw refusal('open-interval');
    return { from, to: Math.max(from, dayNumber(asOf, '计算截至日')) };
  }
  const to = dayNumber(interval[1], '扣除止日');
  if (to < from) throw refusal('bad-interval', { params: { from: interval[0], to: interval[1] } });
  return { from, to };
}

function merged(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  for (const span of spans) {
    const last = union.at(-1);
    if (last && span.from <= last.to) {
      if (span.to > last.to) union[union.length - 1] = { from: last.from, to: span.to };
    } else union.push(span);
  }
  return union;
}

/**
 * The n-th calendar day after `start` outside `spans`: the least day R with R = start + n + |spans ∩ (start, R]|. A span
 * that begins on or before the day reached pushes it on by its whole length, which may bring it to the next span; one
 * that begins later is never reached and does not count.
 */
export function advanceDays(start: DayNumber, n: number, spans: readonly Span[]): Advance {
  let day = start + n;
  let excluded = 0;
  for (const span of spans) {
    if (span.from > day) break;
    const skipped = span.to - Math.max(span.from, start + 1);
    if (skipped <= 0) continue;
    excluded += skipped;
    day += skipped;
  }
  return { day, excluded };
}

/** The n-th working day after `start` outside `spans`; the same rule in working days. `start` itself if n is 0. */
export function advanceWorkdays(
  calendar: WorkingCalendar,
  start: DayNumber,
  n: number,
  spans: readonly Span[],
): Advance {
  if (n === 0) return { day: start, excluded: 0 };
  let ordinal = calendar.workdaysUntil(start + 1) + n - 1;
  let excluded = 0;
  for (const span of spans) {
    const first = calendar.workdaysUntil(Math.max(span.from, start + 1));
    if (first > ordinal) break;
    const skipped = calendar.workdaysUntil(span.to) - first;
    if (skipped <= 0) continue;
    excluded += skipped;
    ordinal += skipped;
  }
  return { day: calendar.workdayAt(ordinal), excluded };
}
