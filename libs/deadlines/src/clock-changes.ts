import { noteChange } from '@app/audit';
import type { Tx } from '@app/platform';
import type { ClockRow } from './clock.store.js';

/** What was done to a clock; `baseline` is how an upgrade found it, from a release that kept less in the trail. */
export type ClockAct = 'meet' | 'cancel' | 'suspend' | 'resume' | 'extend' | 'exclude' | 'convert' | 'baseline';

/** A clock as it began; all it needs to be counted and shown. */
export interface ClockStarted extends Pick<
  ClockRow,
  | 'id'
  | 'concernsId'
  | 'rule'
  | 'variant'
  | 'ruleName'
  | 'article'
  | 'responsible'
  | 'startsOn'
  | 'amount'
  | 'unit'
  | 'roll'
  | 'backward'
  | 'rawDueOn'
  | 'dueOn'
  | 'excludedDays'
  | 'provisional'
  | 'calendarVersion'
> {
  readonly is: 'clock-started/1';
}

/** A clock after something was done to it: whatever of it can change. */
export interface ClockMoved extends Pick<
  ClockRow,
  | 'id'
  | 'state'
  | 'variant'
  | 'article'
  | 'amount'
  | 'suspensions'
  | 'exclusions'
  | 'extensions'
  | 'rawDueOn'
  | 'dueOn'
  | 'excludedDays'
  | 'provisional'
  | 'calendarVersion'
  | 'closedOn'
> {
  readonly is: 'clock-moved/1';
  readonly act: ClockAct;
}

/** Notes the start of a case's clocks for the trail. A dispute's own follow from its facts and are left out. */
export function noteStarted(tx: Tx, rows: readonly ClockRow[]): void {
  for (const row of rows) {
    const { id, concernsId, rule, variant, ruleName, article, responsible, startsOn, amount, unit, roll } = row;
    const { backward, rawDueOn, dueOn, excludedDays, provisional, calendarVersion } = row;
    const what = { id, concernsId, rule, variant, ruleName, article, responsible, startsOn, amount, unit, roll };
    const counted = { backward, rawDueOn, dueOn, excludedDays, provisional, calendarVersion };
    note(tx, row, { is: 'clock-started/1', ...what, ...counted });
  }
}

/** Notes what was done to a case's clocks, and what came of it. */
export function noteMoved(tx: Tx, act: ClockAct, rows: readonly ClockRow[]): void {
  for (const row of rows) {
    const { id, state, variant, article, amount, suspensions, exclusions, extensions, closedOn } = row;
    const { rawDueOn, dueOn, excludedDays, provisional, calendarVersion } = row;
    const counted = { rawDueOn, dueOn, excludedDays, provisional, calendarVersion };
    const what = { id, state, variant, article, amount, suspensions, exclusions, extensions, closedOn };
    note(tx, row, { is: 'clock-moved/1', act, ...what, ...counted });
  }
}

function note(tx: Tx, { subjectId, scopeId }: ClockRow, change: ClockStarted | ClockMoved): void {
  if (subjectId !== scopeId) noteChange(tx, { subjectType: 'case', subjectId, scopeId }, change);
}
