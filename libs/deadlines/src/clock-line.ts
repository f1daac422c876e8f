import { ROLES, type CalendarDate, type RoleCode } from '@app/kernel';
import { clockAsOf, isOpen, light, type LightColour, type WorkingCalendar } from './domain/index.js';
import { toState, type ClockRow } from './clock.store.js';

/** A clock as lists and pages show it today. */
export class ClockLineView {
  id!: string;
  subjectId!: string;
  rule!: string;
  variant!: string | null;
  ruleName!: string;
  /** Law and article the period rests on. */
  article!: string;
  /** Role that must act, or `respondent_organ`. */
  responsible!: string;
  /** The same in Chinese. */
  responsibleName!: string;
  startsOn!: CalendarDate;
  /** Last day in time; of a suspended clock, as if it went on today. */
  dueOn!: CalendarDate;
  /** Before rolling past days off. */
  rawDueOn!: CalendarDate;
  state!: string;
  /** Counted over a year whose notice is not published. */
  provisional!: boolean;
  /** green, yellow, red, grey or blue. */
  light!: LightColour;
  /** Working days after today up to and including the due day; null once it has ended. */
  remainingWorkingDays!: number | null;
  /** Calendar days since the due day of a running clock. */
  overdueDays!: number;
  closedOn!: CalendarDate | null;
}

/** 被申请人, or the role's name. */
export function nameOfResponsible(responsible: string): string {
  return responsible === 'respondent_organ' ? '被申请人' : (ROLES[responsible as RoleCode] ?? responsible);
}

export function clockLine(row: ClockRow, today: CalendarDate, calendar: WorkingCalendar): ClockLineView {
  const state = { ...toState(row), ...clockAsOf(toState(row), today, calendar) };
  const lamp = light(state, today, calendar);
  return {
    id: row.id,
    subjectId: row.subjectId,
    rule: row.rule,
    variant: row.variant,
    ruleName: row.ruleName,
    article: row.article,
    responsible: row.responsible,
    responsibleName: nameOfResponsible(row.responsible),
    startsOn: row.startsOn,
    dueOn: state.dueOn,
    rawDueOn: state.rawDueOn,
    state: row.state,
    provisional: state.provisional,
    light: lamp.colour,
    remainingWorkingDays: isOpen(row) ? lamp.remainingWorkdays : null,
    overdueDays: lamp.overdueDays,
    closedOn: row.closedOn,
  };
}
