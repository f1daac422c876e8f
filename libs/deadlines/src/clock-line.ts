import { ROLES, type CalendarDate, type RoleCode } from '@app/kernel';
import type { ClockLineView } from './clock-line.dto.js';
import { clockAsOf, isOpen, light, type WorkingCalendar } from './domain/index.js';
import { toState, type ClockRow } from './clock.store.js';

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
