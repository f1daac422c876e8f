import { addDays, type CalendarDate } from '@app/kernel';
import type { Mark } from '../facts.js';

/** Why the system marks a case 亮灯 (CO-05), and with what. `CIRCULAR`: the unit is to be named in a 通报. */
export const CAUSES = {
  REPORT_LATE: { mark: 'YELLOW', name: '进展报告逾期' },
  REPORT_VERY_LATE: { mark: 'RED', name: '进展报告长期逾期' },
  RESOLVE_NEAR: { mark: 'RED', name: '化解时限临近仍未化解' },
  TWICE_RED: { mark: 'CIRCULAR', name: '两次亮红灯' },
} as const satisfies Record<string, { mark: Exclude<Mark, 'NONE'> | 'CIRCULAR'; name: string }>;

export type Cause = keyof typeof CAUSES;

/** The step that marks a case for a cause. */
export const MARK_STEPS: Readonly<Record<Cause, string>> = {
  REPORT_LATE: 'mark-yellow',
  REPORT_VERY_LATE: 'mark-red',
  RESOLVE_NEAR: 'mark-red',
  TWICE_RED: 'mark-circular',
};

/** When a case is marked; local practice, a setting. */
export interface MarkSetting {
  /** Working days a report is late: yellow. */
  readonly yellowWorkdays: number;
  /** Working days a report is late: red. */
  readonly redWorkdays: number;
  /** Calendar days before the day to resolve by: red. */
  readonly resolveNearDays: number;
}

/** Reports due on or before these days are that late today; periods that end on or before `resolveNear` end soon. */
export interface MarkBounds {
  readonly yellow: CalendarDate;
  readonly red: CalendarDate;
  readonly resolveNear: CalendarDate;
}

/** @param calendar counts working days */
export function markBounds(
  today: CalendarDate,
  setting: MarkSetting,
  calendar: { plusWorkdays(date: CalendarDate, n: number): CalendarDate },
): MarkBounds {
  // Late by n working days: n of them have passed since the due day, today among them.
  const late = (n: number): CalendarDate => addDays(calendar.plusWorkdays(addDays(today, 1), -n), -1);
  return {
    yellow: late(setting.yellowWorkdays),
    red: late(setting.redWorkdays),
    resolveNear: addDays(today, setting.resolveNearDays),
  };
}
