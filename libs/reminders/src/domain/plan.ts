import { type CalendarDate, type Id, instantOf } from '@app/kernel';

/** What planning needs of a clock. */
export interface PlannedClock {
  readonly id: Id;
  readonly rule: string;
  readonly startsOn: CalendarDate;
  /** Counted back from an event, which is then `startsOn`: all of it lies before that day. */
  readonly backward: boolean;
  readonly dueOn: CalendarDate;
  /** Only a `RUNNING` clock is reminded of. */
  readonly state: string;
}

/** When to remind, as the district has set it for a rule. */
export interface StepSetting {
  /** Working days relative to the due day: −3 is three before it, +1 the first after it. */
  readonly steps: readonly number[];
  /** Time of day, `HH:mm`. */
  readonly hour: string;
  /** From this step on superiors are told too. */
  readonly escalateFrom: number;
}

/** Whom to remind: those who act; superiors of the handler; leaders who own the case. */
export interface Recipients {
  readonly to: readonly Id[];
  readonly heads: readonly Id[];
  readonly leaders: readonly Id[];
}

export interface PlannedReminder {
  readonly clockId: Id;
  readonly rule: string;
  readonly dueOn: CalendarDate;
  readonly step: number;
  readonly recipientId: Id;
  readonly escalation: boolean;
  readonly remindAt: Date;
}

/** The n-th working day after a day, or before it; the day itself if n is 0. */
export type AddWorkingDays = (date: CalendarDate, n: number) => CalendarDate;

/**
 * The reminders of a clock, in the order in which they are due, each person and step once.
 *
 * Steps before the clock's first day are left out. Of the steps that have passed at planning (an old case imported, a
 * hand-over, a moved due day) only the latest is kept, and is due at once: nothing is lost silently, nobody is flooded.
 */
export function planReminders(
  clock: PlannedClock,
  setting: StepSetting,
  people: Recipients,
  addWorkingDays: AddWorkingDays,
  now: Date,
): PlannedReminder[] {
  if (clock.state !== 'RUNNING') return [];
  return momentsOf(clock, setting, addWorkingDays, now)
    .flatMap(({ step, remindAt }) =>
      [...told(people, step >= setting.escalateFrom)].map(([recipientId, escalation]) => ({
        clockId: clock.id,
        rule: clock.rule,
        dueOn: clock.dueOn,
        step,
        recipientId,
        escalation,
        remindAt,
      })),
    )
    .sort((a, b) => +a.remindAt - +b.remindAt || a.step - b.step || (a.recipientId < b.recipientId ? -1 : 1));
}

function momentsOf(clock: PlannedClock, { steps, hour }: StepSetting, addWorkingDays: AddWorkingDays, now: Date) {
  const moments = [...new Set(steps)]
    .sort((a, b) => a - b)
    .map((step) => ({ step, day: addWorkingDays(clock.dueOn, step) }))
    .filter(({ day }) => clock.backward || day >= clock.startsOn)
    .map(({ step, day }) => ({ step, remindAt: instantOf(day, hour) }));
  const future = moments.filter(({ remindAt }) => remindAt > now);
  const passed = moments.filter(({ remindAt }) => remindAt <= now).at(-1);
  return passed ? [{ step: passed.step, remindAt: now }, ...future] : future;
}

/** Person → whether as a superior. Who acts is not also told as a superior. */
function told({ to, heads, leaders }: Recipients, escalate: boolean): Map<Id, boolean> {
  const people = new Map<Id, boolean>(escalate ? [...heads, ...leaders].map((id) => [id, true]) : []);
  for (const id of to) people.set(id, false);
  return people;
}
