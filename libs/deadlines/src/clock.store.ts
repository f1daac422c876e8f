import type { CalendarDate, Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import type { ClockStatus, ClockState, Exclusion, Extension, PeriodUnit, Suspension } from './domain/index.js';
import type { Basis } from './calendar.store.js';

/** A clock as stored. */
export interface ClockRow {
  readonly id: Id;
  readonly subjectId: Id;
  readonly scopeId: Id;
  /** One party, if each has a period of its own. */
  readonly concernsId: Id | null;
  readonly rule: string;
  readonly variant: string | null;
  readonly ruleName: string;
  readonly article: string;
  /** A role, or `respondent_organ`. */
  readonly responsible: string;
  readonly startsOn: CalendarDate;
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly roll: boolean;
  readonly backward: boolean;
  readonly suspensions: readonly Suspension[];
  readonly exclusions: readonly Exclusion[];
  readonly extensions: readonly Extension[];
  readonly extensionDays: number;
  readonly rawDueOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly excludedDays: number;
  readonly provisional: boolean;
  readonly calendarVersion: number;
  readonly state: ClockStatus;
  readonly closedOn: CalendarDate | null;
  readonly expiredAt: Date | null;
  readonly onExpiry: string | null;
  readonly version: number;
}

/** For reads of this lib's table `deadlines.clock c`. */
export const CLOCK_COLUMNS = `c.id, c.subject_id AS "subjectId", c.scope_id AS "scopeId", c.concerns_id AS "concernsId", c.rule, c.variant,
  c.rule_name AS "ruleName", c.article, c.responsible, c.starts_on AS "startsOn", c.amount, c.unit, c.roll, c.backward,
  c.suspensions, c.exclusions, c.extensions, c.extension_days AS "extensionDays", c.raw_due_on AS "rawDueOn",
  c.due_on AS "dueOn", c.excluded_days AS "excludedDays", c.provisional, c.calendar_version AS "calendarVersion",
  c.state, c.closed_on AS "closedOn", c.expired_at AS "expiredAt", c.on_expiry AS "onExpiry", c.version`;

export const IS_OPEN = `c.state IN ('RUNNING','SUSPENDED')`;

/** The stored clock as the arithmetic knows it. */
export function toState(row: ClockRow): ClockState {
  return { ...row, calendarVersion: String(row.calendarVersion), endedOn: row.closedOn };
}

/** The stored clock after the arithmetic has moved it. */
export function moved(row: ClockRow, state: ClockState, basis: Basis): ClockRow {
  return {
    ...row,
    suspensions: state.suspensions,
    exclusions: state.exclusions,
    extensions: state.extensions,
    extensionDays: state.extensions.reduce((sum, each) => sum + each.days, 0),
    rawDueOn: state.rawDueOn,
    dueOn: state.dueOn,
    excludedDays: state.excludedDays,
    provisional: state.provisional,
    calendarVersion: basis.version,
    state: state.state,
    closedOn: state.endedOn,
    version: row.version + 1,
  };
}

/** Inserts clocks by one statement that is not waited for; a rule that is open already fails the transaction. */
export function insertClocks(tx: Tx, rows: readonly ClockRow[]): void {
  send(
    tx,
    `INSERT INTO deadlines.clock (id, subject_id, scope_id, concerns_id, rule, variant, rule_name, article, responsible, starts_on,
       amount, unit, roll, backward, raw_due_on, due_on, excluded_days, provisional, calendar_version, state, on_expiry)
     SELECT id, "subjectId", "scopeId", "concernsId", rule, variant, "ruleName", article, responsible, "startsOn", amount, unit, roll,
       backward, "rawDueOn", "dueOn", "excludedDays", provisional, "calendarVersion", 'RUNNING', "onExpiry"
     FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, "subjectId" uuid, "scopeId" uuid, "concernsId" uuid, rule text, variant text,
       "ruleName" text, article text, responsible text, "startsOn" date, amount int, unit text, roll boolean,
       backward boolean, "rawDueOn" date, "dueOn" date, "excludedDays" int, provisional boolean, "calendarVersion" int,
       "onExpiry" text)`,
    [JSON.stringify(rows)],
  );
}

/** Locks the open clocks of a subject, of one rule or of all (`*`), of one party or of all, in the order of their ids. */
export async function lockOpenClocks(tx: Tx, subjectId: Id, rule: string, concernsId: Id | null): Promise<ClockRow[]> {
  return sql<ClockRow>(
    tx,
    `SELECT ${CLOCK_COLUMNS} FROM deadlines.clock c
     WHERE c.subject_id = $1 AND ${IS_OPEN} AND ($2 = '*' OR c.rule = $2)
       AND ($3::uuid IS NULL OR c.concerns_id = $3) ORDER BY c.id FOR NO KEY UPDATE`,
    [subjectId, rule, concernsId],
  );
}

/** Writes moved clocks; the caller has locked them. One that is due again in the future may expire again. */
export function updateClocks(tx: Tx, rows: readonly ClockRow[], today: CalendarDate): void {
  send(
    tx,
    `UPDATE deadlines.clock c SET suspensions = u.suspensions, exclusions = u.exclusions, extensions = u.extensions,
       extension_days = u."extensionDays", raw_due_on = u."rawDueOn", due_on = u."dueOn",
       excluded_days = u."excludedDays", provisional = u.provisional, calendar_version = u."calendarVersion",
       state = u.state, closed_on = u."closedOn", version = c.version + 1,
       expired_at = CASE WHEN u."dueOn" >= $2::date THEN NULL ELSE c.expired_at END
     FROM jsonb_to_recordset($1::jsonb) AS u(id uuid, suspensions jsonb, exclusions jsonb, extensions jsonb,
       "extensionDays" int, "rawDueOn" date, "dueOn" date, "excludedDays" int, provisional boolean,
       "calendarVersion" int, state text, "closedOn" date)
     WHERE c.id = u.id`,
    [JSON.stringify(rows), today],
  );
}
