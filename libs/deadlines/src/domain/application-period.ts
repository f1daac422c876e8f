import { type CalendarDate, daysBetween } from '@app/kernel';
import { dateOf, dayNumber } from './days.js';
import { refusal } from './errors.js';
import { computePeriod, type PeriodResult } from './period.js';
import type { Interval } from './spans.js';
import type { WorkingCalendar } from './working-calendar.js';

/** 复议法 2023 第20条第1款: days to apply from knowing of the act. */
export const APPLICATION_DAYS = 60;

const APPLY = { start: '复议法 2023 第20条第1款', 'calendar-day': '复议法 2023 第20条第1款' } as const;

export interface OrdinaryApplication {
  /** The day the act was, or should have been, known (条例 2026 第23条). */
  readonly knownOn: CalendarDate;
  /** A longer period of another law, in days; a shorter one does not apply. */
  readonly specialDays?: number;
  /** A suit dismissed for want of prior reconsideration (条例 第26条); self-correction insisted against (第38条). */
  readonly excluded?: readonly Interval[];
}

/** The ordinary application period: 60 days, or a longer special one (复议法 2023 第20条第1款). */
export function ordinaryApplication(calendar: WorkingCalendar, facts: OrdinaryApplication): PeriodResult {
  return computePeriod(calendar, {
    from: facts.knownOn,
    amount: Math.max(APPLICATION_DAYS, facts.specialDays ?? 0),
    unit: 'calendar-day',
    articles: { ...APPLY, excluded: '实施条例 2026 第26条、第38条' },
    ...(facts.excluded ? { excluded: facts.excluded } : {}),
  });
}

export interface UninformedApplication {
  /** The day the right, the authority and the period were, or should have been, known. */
  readonly rightsKnownOn: CalendarDate;
  /** The day the content of the act was, or should have been, known. */
  readonly contentKnownOn: CalendarDate;
}

/**
 * Not told of the right to apply: 60 days from learning of it, at most one year from knowing the content; the earlier
 * of the two (复议法 2023 第20条第3款). `capped` tells that the year decided.
 */
export function uninformedApplication(
  calendar: WorkingCalendar,
  facts: UninformedApplication,
): PeriodResult & { readonly capped: boolean } {
  const article = '复议法 2023 第20条第3款';
  const ordinary = computePeriod(calendar, {
    from: facts.rightsKnownOn,
    amount: APPLICATION_DAYS,
    unit: 'calendar-day',
    articles: { 'calendar-day': article },
  });
  const cap = computePeriod(calendar, {
    from: facts.contentKnownOn,
    amount: 1,
    unit: 'year',
    articles: { year: article },
  });
  return cap.due < ordinary.due ? { ...cap, capped: true } : { ...ordinary, capped: false };
}

export interface ImpededApplication {
  readonly knownOn: CalendarDate;
  /** First day on which the applicant could not apply. */
  readonly impededFrom: CalendarDate;
  /** First day on which he could again; like every day 0 it is not counted. */
  readonly ableOn: CalendarDate;
}

/**
 * Force majeure or another good reason: the period goes on once the obstacle ends, and days used up before stay used
 * (复议法 2023 第20条第2款).
 * @throws DomainError `deadlines.impediment-after-expiry` if the period had run out before; `deadlines.bad-interval` if
 *   the obstacle ends before it begins
 */
export function impededApplication(calendar: WorkingCalendar, facts: ImpededApplication): PeriodResult {
  const from = dayNumber(facts.impededFrom, '障碍发生日');
  if (dayNumber(facts.ableOn, '障碍消除日') < from) throw refusal('bad-interval', { about: '障碍消除日' });
  const base = ordinaryApplication(calendar, { knownOn: facts.knownOn });
  if (facts.impededFrom > base.due) {
    throw refusal('impediment-after-expiry', { article: '复议法 2023 第20条第2款', params: { due: base.due } });
  }
  if (facts.ableOn <= facts.knownOn || facts.ableOn === facts.impededFrom) return base;
  const consumed = Math.max(0, from - 1 - dayNumber(facts.knownOn, '知道之日'));
  return computePeriod(calendar, {
    from: facts.ableOn,
    amount: Math.max(0, APPLICATION_DAYS - consumed),
    unit: 'calendar-day',
    articles: { 'calendar-day': '复议法 2023 第20条第2款' },
  });
}

/** The outer limit, whatever was known: 20 years for real estate, else 5, from the act (复议法 2023 第21条). */
export function absoluteApplicationLimit(
  calendar: WorkingCalendar,
  facts: { readonly actOn: CalendarDate; readonly realEstate: boolean },
): PeriodResult {
  return computePeriod(calendar, {
    from: facts.actOn,
    amount: facts.realEstate ? 20 : 5,
    unit: 'year',
    articles: { year: '复议法 2023 第21条' },
  });
}

export interface InactionApplication {
  /** The day the organ received the request. */
  readonly receivedOn: CalendarDate;
  /** The last day of a performance period set by law, if there is one. */
  readonly performanceDueOn?: CalendarDate;
  /** Urgent protection of person or property: there is no waiting period. */
  readonly urgent?: boolean;
}

/**
 * Failure to act: 60 days from the end of the legal performance period; without one, from the 60th day after the organ
 * received the request, which is not rolled (实施条例 2026 第24条).
 */
export function inactionApplication(calendar: WorkingCalendar, facts: InactionApplication): PeriodResult {
  const waited = dateOf(dayNumber(facts.receivedOn, '收到申请之日') + (facts.urgent ? 0 : 60));
  return computePeriod(calendar, {
    from: facts.urgent ? waited : (facts.performanceDueOn ?? waited),
    amount: APPLICATION_DAYS,
    unit: 'calendar-day',
    articles: { 'calendar-day': '复议法 2023 第20条第1款；实施条例 2026 第24条' },
  });
}

/**
 * Whether an application is in time: by the postmark if it was posted, else by its receipt (民诉法 2023 第85条第4款). The
 * authority's own clocks run from the receipt in either case.
 */
export function filedInTime(
  due: CalendarDate,
  filing: { receivedOn: CalendarDate; postmarkedOn?: CalendarDate },
): boolean {
  return daysBetween(filing.postmarkedOn ?? filing.receivedOn, due) >= 0;
}
