import type { CalendarDate } from '@app/kernel';
import type { ClockRule } from './clock-rule.js';
import {
  type ClockFacts,
  type Exclusion,
  type Extension,
  reckon,
  type Reckoning,
  type Suspension,
} from './clock-reckoning.js';
import { dayNumber } from './days.js';
import { refusal } from './errors.js';
import { MAX_AMOUNT } from './period-unit.js';
import type { WorkingCalendar } from './working-calendar.js';

export type ClockStatus = 'RUNNING' | 'SUSPENDED' | 'MET' | 'CANCELLED';

/** One running legal period. Immutable: every operation returns a new one or throws a DomainError. */
export interface ClockState extends ClockFacts, Reckoning {
  readonly state: ClockStatus;
  /** The day it was met or cancelled. */
  readonly endedOn: CalendarDate | null;
}

export interface StartInput {
  readonly startsOn: CalendarDate;
  /** Replaces the rule's length, in its unit: a district's setting, or a length the law leaves to the organ. */
  readonly amount?: number | undefined;
}

/**
 * Starts a clock of a rule.
 * @throws DomainError `deadlines.bad-date`, `deadlines.bad-amount` (less than 1), `deadlines.out-of-range`
 */
export function startClock(rule: ClockRule, input: StartInput, calendar: WorkingCalendar): ClockState {
  const amount = input.amount ?? rule.amount;
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > MAX_AMOUNT) throw refusal('bad-amount');
  return reckoned(
    {
      rule: rule.code,
      variant: rule.variant ?? null,
      article: rule.article,
      unit: rule.unit,
      roll: rule.roll,
      backward: rule.backward ?? false,
      amount,
      startsOn: input.startsOn,
      suspensions: [],
      exclusions: [],
      extensions: [],
      state: 'RUNNING',
      endedOn: null,
    },
    calendar,
  );
}

/** The act was done on that day, in time or not. @throws DomainError `deadlines.clock-ended` */
export function meetClock(clock: ClockState, on: CalendarDate, calendar: WorkingCalendar): ClockState {
  return ended(clock, 'MET', on, calendar);
}

/** The clock falls away: the procedure ended or took another way. @throws DomainError `deadlines.clock-ended` */
export function cancelClock(clock: ClockState, on: CalendarDate, calendar: WorkingCalendar): ClockState {
  return ended(clock, 'CANCELLED', on, calendar);
}

/**
 * The clock stands still; `from` is the first day not counted. Until it is resumed it is shown due as if resumed at once;
 * see {@link clockAsOf}.
 * @throws DomainError `deadlines.clock-ended`, `.already-suspended`, `.suspension-before-start`, `.suspension-after-due`
 */
export function suspendClock(clock: ClockState, from: CalendarDate, calendar: WorkingCalendar): ClockState {
  mustBeOpen(clock);
  if (clock.state === 'SUSPENDED') throw refusal('already-suspended');
  mustFallInside(clock, from, calendar);
  return reckoned({ ...clock, state: 'SUSPENDED', suspensions: [...clock.suspensions, { from, to: null }] }, calendar);
}

/**
 * The clock goes on; `on` is the first day counted again.
 * @throws DomainError `deadlines.not-suspended`, `deadlines.resume-before-suspension`, `deadlines.clock-ended`
 */
export function resumeClock(clock: ClockState, on: CalendarDate, calendar: WorkingCalendar): ClockState {
  mustBeOpen(clock);
  if (clock.state !== 'SUSPENDED') throw refusal('not-suspended');
  dayNumber(on, '恢复之日');
  const since = clock.suspensions.find((each) => each.to === null)?.from;
  if (since !== undefined && on < since)
    throw refusal('resume-before-suspension', { params: { suspendedFrom: since } });
  return reckoned({ ...clock, state: 'RUNNING', suspensions: closed(clock, on) }, calendar);
}

/**
 * Leaves out time that is already over, without having stood still.
 * @throws DomainError `deadlines.clock-ended`, `.bad-interval`, `.suspension-before-start`, `.suspension-after-due`
 */
export function excludeFromClock(clock: ClockState, exclusion: Exclusion, calendar: WorkingCalendar): ClockState {
  mustBeOpen(clock);
  if (dayNumber(exclusion.to, '扣除止日') < dayNumber(exclusion.from, '扣除起日')) throw refusal('bad-interval');
  mustFallInside(clock, exclusion.from, calendar);
  return reckoned({ ...clock, exclusions: [...clock.exclusions, exclusion] }, calendar);
}

/**
 * Lengthens the clock by calendar days, added to its unrolled last day, within the limits of its rule.
 * @throws DomainError `deadlines.clock-ended`, `.not-extendable`, `.extension-used-up`, `.bad-extension`,
 *   `.extension-too-long`, `.extension-after-due` (approved after the due day; 复议法 2023 第62条)
 */
export function extendClock(
  clock: ClockState,
  rule: Pick<ClockRule, 'article' | 'maxExtensions' | 'maxExtensionDays'>,
  extension: Extension,
  calendar: WorkingCalendar,
): ClockState {
  mustBeOpen(clock);
  const { article } = rule;
  const { days, approvedOn } = extension;
  const most = rule.maxExtensions ?? 0;
  if (most === 0 || clock.backward) throw refusal('not-extendable', { article });
  if (clock.extensions.length >= most) throw refusal('extension-used-up', { article, params: { most } });
  if (!Number.isSafeInteger(days) || days < 1 || days > MAX_AMOUNT) throw refusal('bad-extension');
  if (days > (rule.maxExtensionDays ?? days)) {
    throw refusal('extension-too-long', { article, params: { most: rule.maxExtensionDays } });
  }
  dayNumber(approvedOn, '批准之日');
  const due = clockAsOf(clock, approvedOn, calendar).dueOn;
  if (approvedOn > due) throw refusal('extension-after-due', { article, params: { dueOn: due } });
  return reckoned({ ...clock, extensions: [...clock.extensions, extension] }, calendar);
}

/**
 * The clock goes on by another variant of its rule, counted from the same day; what was left out stays left out.
 * @throws DomainError `deadlines.clock-ended`
 */
export function convertClock(
  clock: ClockState,
  rule: Pick<ClockRule, 'variant' | 'article' | 'amount'>,
  calendar: WorkingCalendar,
): ClockState {
  mustBeOpen(clock);
  const { article, amount } = rule;
  return reckoned({ ...clock, variant: rule.variant ?? null, article, amount }, calendar);
}

/** The clock counted again on another calendar. An ended clock stays as it was: its outcome was judged on what held then. */
export function recomputeClock(clock: ClockState, calendar: WorkingCalendar): ClockState {
  return isOpen(clock) ? reckoned(clock, calendar) : clock;
}

/** When the clock would be due if a suspension still open ended on `today`; as stored if there is none. */
export function clockAsOf(clock: ClockState, today: CalendarDate, calendar: WorkingCalendar): Reckoning {
  return clock.state === 'SUSPENDED' ? reckon(clock, calendar, today) : clock;
}

/** True while the clock runs or stands still. */
export function isOpen(clock: Pick<ClockState, 'state'>): boolean {
  return clock.state === 'RUNNING' || clock.state === 'SUSPENDED';
}

type Unreckoned = ClockFacts & Pick<ClockState, 'state' | 'endedOn'>;

function reckoned(clock: Unreckoned, calendar: WorkingCalendar): ClockState {
  return { ...clock, ...reckon(clock, calendar) };
}

function ended(clock: ClockState, state: 'MET' | 'CANCELLED', on: CalendarDate, calendar: WorkingCalendar): ClockState {
  mustBeOpen(clock);
  dayNumber(on, '办结之日');
  return reckoned({ ...clock, state, endedOn: on, suspensions: closed(clock, on) }, calendar);
}

/** The suspensions with the open one ended on `on`, or on its own first day if that is later. */
function closed(clock: ClockState, on: CalendarDate): Suspension[] {
  return clock.suspensions.map((each) =>
    each.to === null ? { from: each.from, to: on < each.from ? each.from : on } : each,
  );
}

function mustBeOpen(clock: ClockState): void {
  if (!isOpen(clock)) throw refusal('clock-ended', { params: { state: clock.state } });
}

/** Time may be left out of a period only from its day 0 to its due day. */
function mustFallInside(clock: ClockState, from: CalendarDate, calendar: WorkingCalendar): void {
  dayNumber(from, '中止之日');
  if (clock.backward) return;
  if (from < clock.startsOn) throw refusal('suspension-before-start', { params: { startsOn: clock.startsOn } });
  const due = clockAsOf(clock, from, calendar).dueOn;
  if (from > due) throw refusal('suspension-after-due', { params: { dueOn: due } });
}
