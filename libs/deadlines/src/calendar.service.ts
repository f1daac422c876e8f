import { momentOf, record } from '@app/audit';
import { Clock, inChinese, newId, SYSTEM, type Actor, type Id } from '@app/kernel';
import { Database, publish, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readCsv, readTable, warningsOf, type CalendarTable } from './calendar-table.js';
import type {
  ApplyYearRequest,
  AppliedYearView,
  MovedClockView,
  PreviewPageRequest,
  RecountCounts,
  YearPreviewView,
  YearRequest,
} from './calendar.dto.js';
import { CalendarStore, type Basis } from './calendar.store.js';
import { calendarChanged, clockMoved } from './clock.events.js';
import { type WorkingCalendar } from './domain/index.js';
import { stalePreview } from './errors.js';
import { recountOpenClocks, writeRecount, type Recount, type RecountedClock } from './recount.js';

/** A year's table, judged: the calendar with it, and the clocks it moves. */
interface Plan extends Recount {
  table: CalendarTable;
  calendar: WorkingCalendar;
  /** Of everything that the preview shows; the same again only if nothing has changed meanwhile. */
  hash: string;
}

/** Loads further years of the calendar, and counts the open clocks again. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  /**
   * What loading the year would do; writes nothing.
   * @throws DomainError deadlines.bad-calendar, deadlines.day-outside-year (the year before is not loaded)
   */
  async preview(request: YearRequest, page: PreviewPageRequest): Promise<YearPreviewView> {
    return this.database.transaction(async (tx) => {
      const basis = await this.calendars.hold(tx);
      const plan = await this.plan(tx, basis, request);
      const from = (page.page - 1) * page.size;
      return {
        year: request.year,
        hash: plan.hash,
        calendarVersion: basis.version,
        warnings: warningsOf(plan.table, basis.calendar, plan.calendar),
        counts: countsOf(plan),
        clocks: {
          items: plan.changed.slice(from, from + page.size).map(viewOf),
          page: page.page,
          size: page.size,
          total: plan.changed.length,
          totalIsCapped: false,
        },
      };
    });
  }

  /**
   * Loads the year as previewed: the table, every open clock it moves, one audit entry for the year and one for each
   * such clock, in one transaction. Nobody starts or moves a clock meanwhile.
   * @throws DomainError deadlines.stale-preview if anything changed since the preview
   */
  async apply(actor: Actor, request: ApplyYearRequest): Promise<AppliedYearView> {
    const applied = await this.database.transaction(async (tx) => {
      const basis = await this.calendars.lock(tx);
      const plan = await this.plan(tx, basis, request);
      if (plan.hash !== request.hash) throw stalePreview();
      const version = basis.version + 1;
      const id = newId();
      this.writeYear(tx, actor, id, version, request, plan.table);
      const counts = countsOf(plan);
      record(tx, actor, {
        action: 'deadlines.load-year',
        subjectType: 'calendar-year',
        subjectId: id,
        detail: { year: request.year, source: request.source, version, reason: request.reason, ...counts },
      });
      await this.settle(tx, actor, plan.changed, version, [request.year]);
      return { year: request.year, calendarVersion: version, counts };
    });
    this.calendars.changed();
    return applied;
  }

  /** Counts open clocks again on years that came with a release of the service. Answers whether there were any. */
  async recount(): Promise<boolean> {
    const [waiting] = await this.database.read(`${UNCOUNTED} LIMIT 1`);
    if (!waiting) return false;
    return this.database.transaction(async (tx) => {
      const { calendar, version } = await this.calendars.lock(tx);
      const years = await sql<{ year: number; id: Id }>(tx, UNCOUNTED);
      if (years.length === 0) return false;
      // A notice may set days of the December before.
      const plan = await recountOpenClocks(tx, calendar, `${years[0]!.year - 1}-12-01`);
      await this.settle(
        tx,
        SYSTEM,
        plan.changed,
        version,
        years.map((each) => each.year),
      );
      send(tx, 'UPDATE deadlines.calendar_year SET recounted_at = now() WHERE recounted_at IS NULL');
      return true;
    });
  }

  private async plan(tx: Tx, basis: Basis, request: YearRequest): Promise<Plan> {
    const days = request.csv === undefined ? sentDays(request) : readCsv(request.csv);
    const table = readTable(request.year, request.source, days);
    const calendar = basis.calendar.withYear(request.year, table.days);
    const first = [`${request.year}-01-01`, ...table.days.map((day) => day.date)].sort()[0]!;
    const recount = await recountOpenClocks(tx, calendar, first);
    const hash = createHash('sha256');
    hash.update(JSON.stringify([basis.version, request.year, request.source, request.noticeUrl ?? null, table.days]));
    for (const clock of recount.changed) hash.update(JSON.stringify(clock));
    return { table, calendar, hash: hash.digest('base64url'), ...recount };
  }

  private writeYear(
    tx: Tx,
    actor: Actor,
    id: Id,
    version: number,
    request: YearRequest,
    { year, days, source }: CalendarTable,
  ): void {
    send(
      tx,
      `INSERT INTO deadlines.calendar_year (year, id, source, notice_url, loaded_by, version, recounted_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())
       ON CONFLICT (year) DO UPDATE SET id = excluded.id, source = excluded.source, notice_url = excluded.notice_url,
         loaded_by = excluded.loaded_by, loaded_at = now(), version = excluded.version, recounted_at = now()`,
      [year, id, source, request.noticeUrl ?? null, actor.personId, version],
    );
    send(
      tx,
      'DELETE FROM deadlines.calendar_day WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1)',
      [year],
    );
    send(
      tx,
      `INSERT INTO deadlines.calendar_day (date, working, name, year, source)
       SELECT date, working, name, $2, $3 FROM jsonb_to_recordset($1::jsonb) AS d(date date, working boolean, name text)
       ON CONFLICT (date) DO UPDATE SET working = excluded.working, name = excluded.name, year = excluded.year,
         source = excluded.source`,
      [JSON.stringify(days), year, source],
    );
  }

  /** Writes a recount, its audit entries and its events. */
  private async settle(
    tx: Tx,
    actor: Actor,
    changed: readonly RecountedClock[],
    version: number,
    years: readonly number[],
  ): Promise<void> {
    await writeRecount(tx, changed, version, this.clock.today());
    const moment = momentOf(tx);
    for (const clock of changed) {
      const { id, subjectId, scopeId, rule, before, after } = clock;
      record(tx, actor, {
        action: 'deadlines.recount-clock',
        subjectType: 'clock',
        subjectId: id,
        scopeId,
        detail: { subjectId, rule, calendarVersion: version, before, after, sentence: sentenceOf(clock), ...moment },
      });
      publish(tx, clockMoved, { clockId: id, subjectId, scopeId, rule });
    }
    for (const year of years) publish(tx, calendarChanged, { year, version });
  }
}

const UNCOUNTED = 'SELECT year, id FROM deadlines.calendar_year WHERE recounted_at IS NULL ORDER BY year';

function sentDays(request: YearRequest) {
  return (request.days ?? []).map((day, i) => ({ ...day, pointer: `#/days/${i}` }));
}

function countsOf({ open, changed }: Recount): RecountCounts {
  const count = (test: (clock: RecountedClock) => boolean): number => changed.filter(test).length;
  return {
    open,
    changed: changed.length,
    later: count(({ before, after }) => after.dueOn > before.dueOn),
    earlier: count(({ before, after }) => after.dueOn < before.dueOn),
    becomeFinal: count(({ before, after }) => before.provisional && !after.provisional),
  };
}

function viewOf({ id, subjectId, scopeId, rule, ruleName, before, after }: RecountedClock): MovedClockView {
  return {
    id,
    subjectId,
    scopeId,
    rule,
    ruleName,
    oldDueOn: before.dueOn,
    newDueOn: after.dueOn,
    provisionalBefore: before.provisional,
    provisionalAfter: after.provisional,
  };
}

function sentenceOf({ ruleName, before, after }: RecountedClock): string {
  if (before.dueOn !== after.dueOn) {
    return `工作日历更新，${ruleName}的届满日由${inChinese(before.dueOn)}调整为${inChinese(after.dueOn)}。`;
  }
  return `工作日历更新，${ruleName}的届满日${inChinese(after.dueOn)}${after.provisional ? '改为暂定' : '已经确定'}。`;
}
