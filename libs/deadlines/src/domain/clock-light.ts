import { type CalendarDate, daysBetween } from '@app/kernel';
import type { ClockState } from './clock-state.js';
import { dayNumber } from './days.js';
import type { WorkingCalendar } from './working-calendar.js';

/** 绿, 黄 (预警), 红 (临期或超期), 灰 (中止、办结), 蓝 (按未公布的日历推算). */
export type LightColour = 'green' | 'yellow' | 'red' | 'grey' | 'blue';

export interface LightThresholds {
  /** Working days left at which it turns yellow, and red. */
  readonly yellow: number;
  readonly red: number;
}

export const DEFAULT_THRESHOLDS: LightThresholds = { yellow: 5, red: 2 };

export interface Light {
  readonly colour: LightColour;
  /** Working days after today up to and including the due day; 0 on the due day and later. */
  readonly remainingWorkdays: number;
  /** Calendar days since the due day; 0 while it is not over. */
  readonly overdueDays: number;
}

/** The lamp of a clock today. Nearness wins over an unpublished calendar: blue is shown only where it would be green. */
export function light(
  clock: Pick<ClockState, 'state' | 'dueOn' | 'provisional'>,
  today: CalendarDate,
  calendar: WorkingCalendar,
  thresholds: LightThresholds = DEFAULT_THRESHOLDS,
): Light {
  const late = daysBetween(clock.dueOn, today);
  const remainingWorkdays =
    late >= 0 ? 0 : calendar.countWorkdays(dayNumber(today, '今日') + 1, dayNumber(clock.dueOn, '届满日') + 1);
  const overdueDays = clock.state === 'RUNNING' ? Math.max(0, late) : 0;
  const colour = (): LightColour => {
    if (clock.state !== 'RUNNING') return 'grey';
    if (overdueDays > 0 || remainingWorkdays <= thresholds.red) return 'red';
    if (remainingWorkdays <= thresholds.yellow) return 'yellow';
    return clock.provisional ? 'blue' : 'green';
  };
  return { colour: colour(), remainingWorkdays, overdueDays };
}
