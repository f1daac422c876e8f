import { Database, sql, type Tx } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkingCalendar, type CalendarDay } from './domain/index.js';

/** What periods are counted on: the calendar, and the lengths the district has set. Immutable. */
export interface Basis {
  readonly calendar: WorkingCalendar;
  /** Of the calendar; grows with every year loaded. */
  readonly version: number;
  /** The district's lengths by setting. */
  readonly amounts: ReadonlyMap<string, number>;
  /** Grows with every change of a setting. */
  readonly settings: number;
}

interface Versions {
  calendar: number;
  settings: number;
}

interface StoredBasis extends Versions {
  years: number[];
  days: CalendarDay[];
  amounts: Record<string, number>;
}

const CHECK_EVERY_MS = 1000;

/**
 * The calendar of this process, read from the tables once and kept until its version changes.
 *
 * Nothing may be counted on an outdated calendar once a new one is committed. Whoever writes clocks therefore first
 * {@link hold}s the basis: one statement takes the shared side of an advisory lock until the transaction ends and
 * answers the versions under it; loading a year (or changing a setting) takes the exclusive side. So a clock is either
 * committed before the year is loaded, and counted again by the load, or counted on the new table. The statement
 * travels with whatever the transaction sends next; it costs a wait only if nothing else was waited for in between.
 * Checking before the commit instead would cost the same wait, and a second try besides.
 */
@Injectable()
export class CalendarStore implements OnModuleInit {
  private basis: Basis | undefined;
  private checkedAt = -Infinity;
  private checking: Promise<Basis> | undefined;
  private readonly held = new WeakMap<Tx, Promise<Basis>>();

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.current();
  }

  /**
   * The basis, unchanged until the transaction ends. Ask before any row of a clock is locked, before the first
   * savepoint, and not in a `beforeCommit` hook: an import waits for holders, and they must not wait for it.
   */
  hold(tx: Tx): Promise<Basis> {
    let held = this.held.get(tx);
    if (!held) {
      held = sql<Versions>(tx, 'SELECT calendar, settings FROM deadlines.hold_basis()').then(([versions]) =>
        this.isCurrent(versions!) ? this.basis! : this.readIn(tx),
      );
      held.catch(() => undefined);
      this.held.set(tx, held);
    }
    return held;
  }

  /** Takes the exclusive side of the lock, to change the calendar or a setting, and answers what holds now. */
  async lock(tx: Tx): Promise<Basis> {
    const locked = sql(tx, 'SELECT deadlines.lock_basis()');
    const [basis] = await Promise.all([this.readIn(tx), locked]);
    return basis;
  }

  /** The basis for answers that write nothing; at most a second old. Not for use inside a transaction. */
  async current(): Promise<Basis> {
    if (this.basis && performance.now() - this.checkedAt < CHECK_EVERY_MS) return this.basis;
    this.checking ??= this.check().finally(() => (this.checking = undefined));
    return this.checking;
  }

  /** The same at once, for views made inside a transaction: a check that is due goes on in the background. */
  known(): Basis {
    if (!this.basis) throw new Error('the calendar is read when the module starts');
    this.current().catch(() => undefined);
    return this.basis;
  }

  /** Something was loaded by this process: look again at the next question. */
  changed(): void {
    this.checkedAt = -Infinity;
  }

  private async check(): Promise<Basis> {
    const asked = performance.now();
    const [versions] = await this.database.read<Versions>(VERSIONS);
    const basis = this.isCurrent(versions!)
      ? this.basis!
      : this.keep((await this.database.read<StoredBasis>(BASIS))[0]!);
    this.checkedAt = asked;
    return basis;
  }

  private async readIn(tx: Tx): Promise<Basis> {
    const [stored] = await sql<StoredBasis>(tx, BASIS);
    return this.keep(stored!);
  }

  private isCurrent(versions: Versions): boolean {
    return this.basis?.version === versions.calendar && this.basis.settings === versions.settings;
  }

  private keep(stored: StoredBasis): Basis {
    const calendar =
      this.basis?.version === stored.calendar ? this.basis.calendar : WorkingCalendar.of(stored.days, stored.years);
    this.basis = {
      calendar,
      version: stored.calendar,
      amounts: new Map(Object.entries(stored.amounts)),
      settings: stored.settings,
    };
    return this.basis;
  }
}

const VERSIONS = `SELECT (SELECT coalesce(max(version), 0) FROM deadlines.calendar_year) AS calendar,
  (SELECT coalesce(sum(version), 0) FROM deadlines.rule_setting) AS settings`;

/** One statement, so that the parts belong together. */
const BASIS = `${VERSIONS},
  (SELECT coalesce(array_agg(year), '{}') FROM deadlines.calendar_year) AS years,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('date', date, 'working', working, 'name', name, 'source', source)), '[]')
     FROM deadlines.calendar_day) AS days,
  (SELECT coalesce(jsonb_object_agg(key, amount), '{}') FROM deadlines.rule_setting WHERE amount IS NOT NULL) AS amounts`;
