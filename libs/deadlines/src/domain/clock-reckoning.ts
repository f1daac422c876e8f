import type { CalendarDate } from '@app/kernel';
import { chineseOf, dateOf, dayNumber } from './days.js';
import { computeBackward, computePeriod, type PeriodResult } from './period.js';
import type { PeriodStep } from './period-steps.js';
import type { PeriodUnit } from './period-unit.js';
import type { Interval } from './spans.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Time in which the clock stood still: the first day not counted, and the first counted again (null: still standing). */
export interface Suspension {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** Time the law leaves out without a suspension: appraisal, site inspection, a pending 提级 request. Half-open. */
export interface Exclusion {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Extension {
  /** Calendar days. */
  readonly days: number;
  readonly approvedOn: CalendarDate;
}

/** What decides when a clock is due. The due dates follow from these and the calendar, in whatever order they came. */
export interface ClockFacts {
  readonly rule: string;
  readonly variant: string | null;
  readonly article: string;
  readonly unit: PeriodUnit;
  readonly roll: boolean;
  readonly backward: boolean;
  readonly amount: number;
  /** Day 0; the event's day if counted backward. */
  readonly startsOn: CalendarDate;
  readonly suspensions: readonly Suspension[];
  readonly exclusions: readonly Exclusion[];
  readonly extensions: readonly Extension[];
}

/** What follows from a clock's facts and a calendar. */
export interface Reckoning {
  readonly dueOn: CalendarDate;
  readonly rawDueOn: CalendarDate;
  readonly provisional: boolean;
  readonly excludedDays: number;
  readonly calendarVersion: string;
}

/**
 * Counts a clock.
 * @param asOf where a suspension still open is cut; absent: on its own first day, so that it takes nothing away yet
 */
export function reckon(clock: ClockFacts, calendar: WorkingCalendar, asOf?: CalendarDate): Reckoning {
  const result = count(clock, calendar, asOf, false);
  return {
    dueOn: result.due,
    rawDueOn: result.rawDue,
    provisional: result.provisional,
    excludedDays: result.excludedDays,
    calendarVersion: calendar.version,
  };
}

/** The working of a clock's due date, for the screen; see {@link reckon} for `asOf`. */
export function explainClock(clock: ClockFacts, calendar: WorkingCalendar, asOf?: CalendarDate): readonly PeriodStep[] {
  return count(clock, calendar, asOf, true).steps;
}

function count(
  clock: ClockFacts,
  calendar: WorkingCalendar,
  asOf: CalendarDate | undefined,
  withSteps: boolean,
): PeriodResult {
  const { amount, unit, article } = clock;
  if (clock.backward && (unit === 'working-day' || unit === 'calendar-day')) {
    return computeBackward(calendar, {
      event: clock.startsOn,
      amount,
      unit,
      withSteps,
      articles: { backward: article },
    });
  }
  const excluded = intervalsOf(clock, asOf);
  const result = computePeriod(calendar, {
    from: clock.startsOn,
    amount,
    unit,
    roll: clock.roll,
    excluded,
    extension: clock.extensions.reduce((sum, each) => sum + each.days, 0),
    withSteps,
    articles: { count: article, extension: article },
  });
  return result.due === result.rawDue ? result : putOff(result, excluded, calendar, withSteps);
}

function intervalsOf(clock: ClockFacts, asOf: CalendarDate | undefined): Interval[] {
  const end = (from: CalendarDate): CalendarDate => (asOf === undefined || asOf < from ? from : asOf);
  return [
    ...clock.suspensions.map(({ from, to }): Interval => [from, to ?? end(from)]),
    ...clock.exclusions.map(({ from, to }): Interval => [from, to]),
  ];
}

/**
 * A clock whose days had all run, and whose end was only waiting for the next working day, does not end while it stands
 * still: time left out that begins in those days, and covers the due day, puts it off to the first working day after.
 */
function putOff(
  result: PeriodResult,
  intervals: readonly Interval[],
  calendar: WorkingCalendar,
  withSteps: boolean,
): PeriodResult {
  let due = result.due;
  for (const [from, to] of [...intervals].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (from > result.rawDue && from <= due && to !== null && to > due) due = calendar.roll(to);
  }
  if (due === result.due) return result;
  const last = dayNumber(due, '届满日');
  const provisional = result.provisional || !calendar.coversDays(dayNumber(result.due, '届满日'), last);
  const put: PeriodStep = {
    kind: 'roll',
    first: result.due,
    last: due,
    days: last - dayNumber(result.due, '届满日'),
    text: `顺延后的届满日${chineseOf(dayNumber(result.due, '届满日'))}在不计入的时间内，延至恢复后第一个工作日${chineseOf(last)}。`,
    article: '复议法 2023 第39条；民诉法 2023 第85条第3款',
  };
  return { ...result, due: dateOf(last), provisional, steps: withSteps ? [...result.steps, put] : result.steps };
}
