import { addMonths, type CalendarDate, type DayNumber } from '@app/kernel';
import { dateOf, dayNumber, FIRST_YEAR, LAST_DAY, LAST_YEAR } from './days.js';
import { refusal } from './errors.js';
import { type ArticleOverrides, explainPeriod, type PeriodStep } from './period-steps.js';
import { MAX_AMOUNT, type PeriodUnit } from './period-unit.js';
import { type Advance, advanceDays, advanceWorkdays, type Interval, type Span, unionOf } from './spans.js';
import type { WorkingCalendar } from './working-calendar.js';

export interface PeriodInput {
  /** Day 0: the day of the event. It is not counted. */
  readonly from: CalendarDate;
  /** Whole number, 0 to {@link MAX_AMOUNT}. */
  readonly amount: number;
  readonly unit: PeriodUnit;
  /** Whether a last day that is a day off moves to the next working day; default true. Working days never need it. */
  readonly roll?: boolean;
  /** Time that does not count; may overlap, in any order. */
  readonly excluded?: readonly Interval[];
  /** Where intervals without an end are cut: the result as if the period went on from that day. */
  readonly asOf?: CalendarDate;
  /** Calendar days added to the *unrolled* last day; default 0. */
  readonly extension?: number;
  /** False leaves `steps` empty, which is several times faster; default true. */
  readonly withSteps?: boolean;
  /** Articles to cite instead of those of the general rules. */
  readonly articles?: ArticleOverrides;
}

export interface PeriodResult {
  /** Last day on which the act is in time, until 24:00. */
  readonly due: CalendarDate;
  /** Last day before rolling; extensions are added to this one. */
  readonly rawDue: CalendarDate;
  /** Excluded days passed over: working days of a working-day period, calendar days otherwise and in an extension. */
  readonly excludedDays: number;
  /** True if any day from the first counted to the due one lies in a year without a notice. */
  readonly provisional: boolean;
  /** The working, in order; empty without steps. */
  readonly steps: readonly PeriodStep[];
}

const NO_SPANS: readonly Span[] = [];
const NO_STEPS: readonly PeriodStep[] = [];

/**
 * When a period ends.
 *
 * - Day 0 is not counted (民诉法 2023 第85条第2款, applied by 复议法 2023 第88条第1款).
 * - `working-day`: the n-th working day (复议法 第88条第2款). `calendar-day`: n days on. `month`, `year`: the same day of
 *   the month, or its last day (民法典 第202条).
 * - Excluded time is a union; the last day is the first one by which n days lie outside it. An interval beginning after
 *   the last day so found does not count; one that begins on it or before does, with all its days (第39条; 条例 45, 46).
 * - An extension is added, in calendar days, to the unrolled last day, excluded time again passed over (第62条).
 * - A last day that is a day off moves to the first working day after it (民诉法 第85条第3款); a make-up weekend day does
 *   not move.
 *
 * @throws DomainError `deadlines.bad-date`, `.bad-amount`, `.bad-unit`, `.bad-interval`, `.open-interval`,
 *   `.bad-extension`, `.out-of-range`
 */
export function computePeriod(calendar: WorkingCalendar, input: PeriodInput): PeriodResult {
  const from = dayNumber(input.from, '起算日');
  const extension = input.extension ?? 0;
  if (!isAmount(input.amount)) throw refusal('bad-amount');
  if (!isAmount(extension)) throw refusal('bad-extension');
  const spans = input.excluded?.length ? unionOf(input.excluded, from + 1, input.asOf) : NO_SPANS;
  const counted = count(calendar, input, from, spans);
  const extended = extension === 0 ? NOTHING_MORE : advanceDays(within(counted.day), extension, spans);
  const raw = within(extension === 0 ? counted.day : extended.day);
  // Zero working days end on day 0 itself, and a working-day period without extension ends on a working day.
  const rolls = input.roll !== false && (input.unit !== 'working-day' || extension > 0);
  const due = rolls ? within(calendar.rollNumber(raw)) : raw;
  const provisional = !calendar.coversDays(Math.min(from + 1, due), due);
  return {
    due: dateOf(due),
    rawDue: dateOf(raw),
    excludedDays: counted.excluded + extended.excluded,
    provisional,
    steps:
      input.withSteps === false
        ? NO_STEPS
        : explainPeriod(calendar, input, { from, counted: counted.day, raw, due, rolls, spans, provisional }),
  };
}

const NOTHING_MORE: Advance = { day: 0, excluded: 0 };

function count(calendar: WorkingCalendar, input: PeriodInput, from: DayNumber, spans: readonly Span[]): Advance {
  switch (input.unit) {
    case 'working-day':
      return advanceWorkdays(calendar, from, input.amount, spans);
    case 'calendar-day':
      return advanceDays(from, input.amount, spans);
    case 'month':
      return advanceDays(from, monthsOn(input.from, input.amount) - from, spans);
    case 'year':
      return advanceDays(from, monthsOn(input.from, input.amount * 12) - from, spans);
    default:
      throw refusal('bad-unit');
  }
}

/** The corresponding day `months` later. */
function monthsOn(from: CalendarDate, months: number): DayNumber {
  if (months > (LAST_YEAR + 1 - FIRST_YEAR) * 12) throw refusal('out-of-range');
  return dayNumber(addMonths(from, months), '届满日');
}

function within(day: DayNumber): DayNumber {
  if (day > LAST_DAY) throw refusal('out-of-range');
  return day;
}

function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_AMOUNT;
}

export interface BackwardInput {
  /** The day of the event the notice precedes; never counted in the strict reading. */
  readonly event: CalendarDate;
  /** Whole number, 0 to {@link MAX_AMOUNT}. */
  readonly amount: number;
  readonly unit: 'working-day' | 'calendar-day';
  /**
   * `strict` (default): so many full days lie between the notice and the event. `lenient`: the day of the event counts as
   * one of them. The law does not say which (复议法 2023 第51条 “五日前”), so strict is the safe one.
   */
  readonly reading?: 'strict' | 'lenient';
  readonly withSteps?: boolean;
  readonly articles?: ArticleOverrides;
}

/**
 * The last day on which a notice due so many days before an event is in time. Not rolled: moving it on would break the
 * interval the law protects.
 * @throws DomainError as {@link computePeriod}
 */
export function computeBackward(calendar: WorkingCalendar, input: BackwardInput): PeriodResult {
  const event = dayNumber(input.event, '届时日期');
  if (!isAmount(input.amount)) throw refusal('bad-amount');
  const end = input.reading === 'lenient' ? event + 1 : event;
  const due = backFrom(calendar, end, input.amount, input.unit) - 1;
  const result = dateOf(due);
  const provisional = !calendar.coversDays(due, event);
  const facts = {
    from: event,
    counted: due,
    raw: due,
    due,
    rolls: false,
    spans: NO_SPANS,
    provisional,
    backward: true,
  };
  const steps = input.withSteps === false ? NO_STEPS : explainPeriod(calendar, input, facts);
  return { due: result, rawDue: result, excludedDays: 0, provisional, steps };
}

/** The n-th day of the unit before `end`; `end` itself if n is 0. */
function backFrom(calendar: WorkingCalendar, end: DayNumber, n: number, unit: PeriodUnit): DayNumber {
  if (unit === 'calendar-day') return end - n;
  if (unit !== 'working-day') throw refusal('bad-unit');
  return n === 0 ? end : calendar.workdayAt(calendar.workdaysUntil(end) - n);
}
