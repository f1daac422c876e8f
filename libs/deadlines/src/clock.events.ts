import type { CalendarDate, Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

export interface ClockEvent {
  clockId: Id;
  subjectId: Id;
  scopeId: Id;
  rule: string;
}

/** A clock has begun to run. */
export const clockStarted = defineEvent<ClockEvent>('clock.started');
/** A clock is due on another day, goes on after standing still, or was counted again on a new calendar. */
export const clockMoved = defineEvent<ClockEvent>('clock.moved');
/** A clock no longer runs: met, cancelled, or standing still. */
export const clockStopped = defineEvent<ClockEvent>('clock.stopped');
/** The due day of a running clock is over; once for each due day. `onExpiry` is the step the system performs. */
export const clockExpired = defineEvent<
  ClockEvent & { onExpiry: string | null; dueOn: CalendarDate; provisional: boolean }
>('clock.expired');
/** A year of the calendar was loaded: whatever was planned by working days may lie on other days now. */
export const calendarChanged = defineEvent<{ year: number; version: number }>('calendar.changed');
