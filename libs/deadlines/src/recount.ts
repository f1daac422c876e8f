import type { CalendarDate, Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { CLOCK_COLUMNS, IS_OPEN, toState, type ClockRow } from './clock.store.js';
import { recomputeClock, type WorkingCalendar } from './domain/index.js';

/** What a calendar decides about a clock. */
export interface Outcome {
  dueOn: CalendarDate;
  rawDueOn: CalendarDate;
  excludedDays: number;
  provisional: boolean;
}

/** An open clock that a calendar counts differently. */
export interface RecountedClock {
  id: Id;
  subjectId: Id;
  scopeId: Id;
  rule: string;
  ruleName: string;
  before: Outcome;
  after: Outcome;
}

export interface Recount {
  /** Open clocks looked at: those whose days reach the first changed day. */
  readonly open: number;
  /** Those that come out differently, in the order of subject and rule. */
  readonly changed: readonly RecountedClock[];
}

const BATCH = 2000;

/**
 * Counts all open clocks on another calendar. A clock depends on no day after the later of its due day and its day 0
 * (rolling looks only at the days it passes), so those that end before `firstChanged` are left out.
 */
export async function recountOpenClocks(
  tx: Tx,
  calendar: WorkingCalendar,
  firstChanged: CalendarDate,
): Promise<Recount> {
  const changed: RecountedClock[] = [];
  let open = 0;
  let last: Pick<ClockRow, 'subjectId' | 'rule'> | undefined = { subjectId: LEAST_ID, rule: '' };
  while (last) {
    const rows: ClockRow[] = await sql<ClockRow>(tx, NEXT_OPEN, [last.subjectId, last.rule, firstChanged, BATCH]);
    open += rows.length;
    for (const row of rows) {
      const clock = recounted(row, calendar);
      if (clock) changed.push(clock);
    }
    last = rows.length === BATCH ? rows.at(-1) : undefined;
  }
  return { open, changed };
}

function recounted(row: ClockRow, calendar: WorkingCalendar): RecountedClock | undefined {
  const before = outcomeOf(row);
  const after = outcomeOf(recomputeClock(toState(row), calendar));
  if (
    before.dueOn === after.dueOn &&
    before.rawDueOn === after.rawDueOn &&
    before.excludedDays === after.excludedDays &&
    before.provisional === after.provisional
  ) {
    return undefined;
  }
  const { id, subjectId, scopeId, rule, ruleName } = row;
  return { id, subjectId, scopeId, rule, ruleName, before, after };
}

function outcomeOf({ dueOn, rawDueOn, excludedDays, provisional }: Outcome): Outcome {
  return { dueOn, rawDueOn, excludedDays, provisional };
}

/** Writes the outcomes of a recount; everybody who writes clocks is kept out by the lock on the calendar. */
export async function writeRecount(
  tx: Tx,
  changed: readonly RecountedClock[],
  version: number,
  today: CalendarDate,
): Promise<void> {
  for (let at = 0; at < changed.length; at += BATCH) {
    const outcomes = changed.slice(at, at + BATCH).map(({ id, after }) => ({ id, ...after }));
    await sql(tx, WRITE_OUTCOMES, [JSON.stringify(outcomes), version, today]);
  }
}

const LEAST_ID: Id = '00000000-0000-0000-0000-000000000000';

const NEXT_OPEN = `SELECT ${CLOCK_COLUMNS} FROM deadlines.clock c
  WHERE ${IS_OPEN} AND (c.subject_id, c.rule) > ($1::uuid, $2) AND greatest(c.due_on, c.starts_on) >= $3::date
  ORDER BY c.subject_id, c.rule LIMIT $4`;

const WRITE_OUTCOMES = `UPDATE deadlines.clock c SET due_on = u."dueOn", raw_due_on = u."rawDueOn",
    excluded_days = u."excludedDays", provisional = u.provisional, calendar_version = $2, version = c.version + 1,
    expired_at = CASE WHEN u."dueOn" >= $3::date THEN NULL ELSE c.expired_at END
  FROM jsonb_to_recordset($1::jsonb)
    AS u(id uuid, "dueOn" date, "rawDueOn" date, "excludedDays" int, provisional boolean)
  WHERE c.id = u.id`;
