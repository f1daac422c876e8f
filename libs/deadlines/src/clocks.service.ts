import { Clock, DomainError, newId, notFound, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, publish, sql, type EventType, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CalendarStore, type Basis } from './calendar.store.js';
import { noteMoved, noteStarted, type ClockAct } from './clock-changes.js';
import type { ClockLineView } from './clock-line.dto.js';
import { clockLine } from './clock-line.js';
import { ClockRules } from './clock-rules.js';
import { clockMoved, clockStarted, clockStopped, type ClockEvent } from './clock.events.js';
import {
  CLOCK_COLUMNS,
  insertClocks,
  IS_OPEN,
  lockOpenClocks,
  moved,
  toState,
  updateClocks,
  type ClockRow,
} from './clock.store.js';
import {
  cancelClock,
  convertClock,
  excludeFromClock,
  explainClock,
  extendClock,
  meetClock,
  resumeClock,
  startClock,
  suspendClock,
  type ClockState,
  type Exclusion,
  type PeriodStep,
  type PeriodUnit,
} from './domain/index.js';
import { noOpenClock } from './errors.js';

/** A clock to be started. */
export interface NewClock {
  /** What the period is of: a case, or a dispute. */
  readonly subjectId: Id;
  /** The dispute. */
  readonly scopeId: Id;
  /** One party, if each has a period of its own (to sue, from the day the decision was served on it). */
  readonly concernsId?: Id | undefined;
  readonly rule: string;
  /** Day 0; the day of the event if the rule counts backward. */
  readonly from: CalendarDate;
  readonly variant?: string | undefined;
  /** A length the law leaves open, or sets elsewhere; in `unit`, or else in the rule's unit. */
  readonly amount?: number | undefined;
  readonly unit?: PeriodUnit | undefined;
}

/**
 * The clocks of all subjects. Every change joins the transaction of the step that causes it, and the audit entry of that
 * step is theirs too. `rule` may be `*`: every open clock of the subject.
 */
@Injectable()
export class ClocksService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarStore,
    private readonly rules: ClockRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Says early in a transaction that clocks will be started in it: what must be known of the calendar travels with the
   * next statement, and {@link start} need not wait for it. Optional.
   */
  prepare(tx: Tx): void {
    void this.calendars.hold(tx);
  }

  /**
   * Starts clocks and answers them with their due dates; the one INSERT is not waited for. A second open clock of one
   * subject and rule fails the transaction (`ux_clock_open`).
   * @throws DomainError deadlines.unknown-rule, .bad-date, .bad-amount, .out-of-range
   */
  async start(tx: Tx, _actor: Actor, clocks: readonly NewClock[]): Promise<ClockRow[]> {
    if (clocks.length === 0) return [];
    const basis = await this.calendars.hold(tx);
    const rows = clocks.map((each) => this.row(each, basis));
    insertClocks(tx, rows);
    noteStarted(tx, rows);
    announce(tx, clockStarted, rows);
    return rows;
  }

  /** The act was done on that day; of one party, if named. Nothing happens if no such clock is open. */
  async meet(
    tx: Tx,
    _actor: Actor,
    subjectId: Id,
    rule: string,
    on: CalendarDate,
    concernsId: Id | null = null,
  ): Promise<void> {
    await this.stop(tx, 'meet', subjectId, rule, on, concernsId);
  }

  /** The period falls away; of one party, if named. Nothing happens if no such clock is open. */
  async cancel(
    tx: Tx,
    _actor: Actor,
    subjectId: Id,
    rule: string,
    on: CalendarDate,
    concernsId: Id | null = null,
  ): Promise<void> {
    await this.stop(tx, 'cancel', subjectId, rule, on, concernsId);
  }

  /**
   * The clock stands still; `on` is the first day not counted. Of `*`, clocks that stand still already or have run out
   * stay as they are, and one that starts later stands still from its start.
   * @throws DomainError deadlines.no-open-clock, .already-suspended, .suspension-before-start, .suspension-after-due
   */
  async suspend(tx: Tx, _actor: Actor, subjectId: Id, rule: string, on: CalendarDate): Promise<void> {
    const rows = await this.change(tx, 'suspend', subjectId, rule, (clock, { calendar }) => {
      if (rule !== '*') return suspendClock(clock, on, calendar);
      if (clock.state === 'SUSPENDED') return undefined;
      const from = !clock.backward && on < clock.startsOn ? clock.startsOn : on;
      return unless('deadlines.suspension-after-due', () => suspendClock(clock, from, calendar));
    });
    if (rule !== '*' && rows.length === 0) throw noOpenClock(rule);
    announce(tx, clockStopped, rows);
  }

  /**
   * The clock goes on; `on` is the first day counted again. Of `*`, only those that stand still.
   * @throws DomainError deadlines.no-open-clock, .not-suspended, .resume-before-suspension
   */
  async resume(tx: Tx, _actor: Actor, subjectId: Id, rule: string, on: CalendarDate): Promise<void> {
    const rows = await this.change(tx, 'resume', subjectId, rule, (clock, { calendar }) =>
      rule === '*' && clock.state !== 'SUSPENDED' ? undefined : resumeClock(clock, on, calendar),
    );
    if (rule !== '*' && rows.length === 0) throw noOpenClock(rule);
    announce(tx, clockMoved, rows);
  }

  /**
   * Lengthens the clock by calendar days, as its rule permits; `on` is the day of approval. Of one party, if named.
   * @throws DomainError deadlines.no-open-clock, .not-extendable, .extension-used-up, .extension-too-long,
   *   .extension-after-due, .bad-extension
   */
  async extend(
    tx: Tx,
    _actor: Actor,
    subjectId: Id,
    rule: string,
    days: number,
    on: CalendarDate,
    concernsId: Id | null = null,
  ): Promise<void> {
    const move = (clock: ClockState, basis: Basis): ClockState => {
      const found = this.rules.find(clock.rule, { on: clock.startsOn, variant: clock.variant ?? undefined }, basis);
      return extendClock(clock, found, { days, approvedOn: on }, basis.calendar);
    };
    const rows = await this.change(tx, 'extend', subjectId, rule, move, concernsId);
    if (rows.length === 0) throw noOpenClock(rule);
    announce(tx, clockMoved, rows);
  }

  /**
   * The clock goes on by another variant of its rule, from the same first day: a case that leaves the simplified procedure.
   * What was left out of it stays left out. Nothing happens if no such clock is open.
   * @throws DomainError deadlines.unknown-rule
   */
  async convert(tx: Tx, _actor: Actor, subjectId: Id, rule: string, variant: string | undefined): Promise<void> {
    const rows = await this.change(tx, 'convert', subjectId, rule, (clock, basis) =>
      convertClock(clock, this.rules.find(clock.rule, { on: clock.startsOn, variant }, basis), basis.calendar),
    );
    announce(tx, clockMoved, rows);
  }

  /**
   * Leaves out time that is over, without having stood still: appraisal, site inspection (实施条例 2026 第45、46条).
   * @throws DomainError deadlines.no-open-clock, .bad-interval, .suspension-before-start, .suspension-after-due
   */
  async exclude(tx: Tx, _actor: Actor, subjectId: Id, rule: string, time: Exclusion): Promise<void> {
    const rows = await this.change(tx, 'exclude', subjectId, rule, (clock, { calendar }) =>
      excludeFromClock(clock, time, calendar),
    );
    if (rows.length === 0) throw noOpenClock(rule);
    announce(tx, clockMoved, rows);
  }

  /** All clocks of a subject, in the order they were started. */
  async ofSubject(tx: Tx, subjectId: Id): Promise<ClockRow[]> {
    return sql<ClockRow>(tx, `SELECT ${CLOCK_COLUMNS} FROM deadlines.clock c WHERE c.subject_id = $1 ORDER BY c.id`, [
      subjectId,
    ]);
  }

  /** The open clocks of several scopes, nearest first; one query, for lists. */
  async ofScopes(scopeIds: readonly Id[], tx?: Tx): Promise<ClockRow[]> {
    const text = `SELECT ${CLOCK_COLUMNS} FROM deadlines.clock c WHERE c.scope_id = ANY($1::uuid[]) AND ${IS_OPEN}
       ORDER BY c.due_on, c.id`;
    return tx ? sql<ClockRow>(tx, text, [scopeIds]) : this.database.read<ClockRow>(text, [scopeIds]);
  }

  /** Every clock of a scope, ended ones too, in the order they were started. */
  async ofScope(tx: Tx, scopeId: Id): Promise<ClockRow[]> {
    return sql<ClockRow>(tx, `SELECT ${CLOCK_COLUMNS} FROM deadlines.clock c WHERE c.scope_id = $1 ORDER BY c.id`, [
      scopeId,
    ]);
  }

  /** @throws DomainError deadlines.clock.not-found. Whether the actor may see it is for the caller to decide. */
  async byId(tx: Tx, id: Id): Promise<ClockRow> {
    const [row] = await sql<ClockRow>(tx, `SELECT ${CLOCK_COLUMNS} FROM deadlines.clock c WHERE c.id = $1`, [id]);
    if (!row) throw notFound('deadlines.clock');
    return row;
  }

  /** Clocks by id, in no order. Whether the actor may see them is for the caller to decide. */
  async byIds(tx: Tx, ids: readonly Id[]): Promise<ClockRow[]> {
    return sql<ClockRow>(tx, `SELECT ${CLOCK_COLUMNS} FROM deadlines.clock c WHERE c.id = ANY($1::uuid[])`, [ids]);
  }

  /** The nearest due day of the scope's running clocks. */
  async nextDue(tx: Tx, scopeId: Id): Promise<CalendarDate | null> {
    const [row] = await sql<{ due: CalendarDate | null }>(tx, 'SELECT deadlines.next_due($1) AS due', [scopeId]);
    return row!.due;
  }

  /**
   * When a clock of the rule would be due if it started on that day; for guards and forms, nothing is stored.
   * @throws DomainError deadlines.unknown-rule
   */
  dueIfStarted(rule: string, from: CalendarDate, variant?: string, amount?: number): CalendarDate {
    const basis = this.calendars.known();
    const found = this.rules.find(rule, { on: from, variant }, basis);
    return startClock(found, { startsOn: from, amount }, basis.calendar).dueOn;
  }

  /** Clocks as pages show them: lamp, days left, who must act. */
  lines(rows: readonly ClockRow[], today = this.clock.today()): ClockLineView[] {
    const { calendar } = this.calendars.known();
    return rows.map((row) => clockLine(row, today, calendar));
  }

  /** The working of a clock's due date, in Chinese, on today's calendar; of a suspended one, as if it went on today. */
  explain(row: ClockRow): readonly PeriodStep[] {
    const asOf = row.state === 'SUSPENDED' ? this.clock.today() : undefined;
    return explainClock(toState(row), this.calendars.known().calendar, asOf);
  }

  private async stop(
    tx: Tx,
    act: 'meet' | 'cancel',
    subjectId: Id,
    rule: string,
    on: CalendarDate,
    concernsId: Id | null,
  ): Promise<void> {
    const end = act === 'meet' ? meetClock : cancelClock;
    const move = (clock: ClockState, { calendar }: Basis): ClockState => end(clock, on, calendar);
    announce(tx, clockStopped, await this.change(tx, act, subjectId, rule, move, concernsId));
  }

  /** Locks the open clocks, moves each (undefined: leave it), writes and notes those that moved and answers them. */
  private async change(
    tx: Tx,
    act: ClockAct,
    subjectId: Id,
    rule: string,
    move: (clock: ClockState, basis: Basis) => ClockState | undefined,
    concernsId: Id | null = null,
  ): Promise<ClockRow[]> {
    const [basis, open] = await Promise.all([this.calendars.hold(tx), lockOpenClocks(tx, subjectId, rule, concernsId)]);
    const rows = open.flatMap((row) => {
      const state = move(toState(row), basis);
      return state ? [moved(row, state, basis)] : [];
    });
    if (rows.length > 0) updateClocks(tx, rows, this.clock.today());
    noteMoved(tx, act, rows);
    return rows;
  }

  private row(clock: NewClock, basis: Basis): ClockRow {
    const found = this.rules.find(clock.rule, { on: clock.from, variant: clock.variant }, basis);
    const rule = clock.unit === undefined ? found : { ...found, unit: clock.unit };
    const { endedOn, ...state } = startClock(rule, { startsOn: clock.from, amount: clock.amount }, basis.calendar);
    return {
      ...state,
      id: newId(),
      subjectId: clock.subjectId,
      scopeId: clock.scopeId,
      concernsId: clock.concernsId ?? null,
      ruleName: rule.name,
      responsible: rule.responsible,
      extensionDays: 0,
      calendarVersion: basis.version,
      closedOn: endedOn,
      expiredAt: null,
      onExpiry: rule.onExpiry ?? null,
      version: 1,
    };
  }
}

function announce(tx: Tx, type: EventType<ClockEvent>, rows: readonly ClockRow[]): void {
  for (const { id, subjectId, scopeId, rule } of rows) publish(tx, type, { clockId: id, subjectId, scopeId, rule });
}

/** The result, or undefined if it is refused with that code. */
function unless<T>(code: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError && error.code === code) return undefined;
    throw error;
  }
}
