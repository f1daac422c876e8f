import { CalendarStore, ClocksService, DEFAULT_THRESHOLDS, type ClockLineView } from '@app/deadlines';
import { addDays, Clock, notFound, type Actor, type CalendarDate, type Id, type Page } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { desksOf } from '../desks.js';
import type { MoreTimeOutcome } from '../domain/kinds.js';
import { kindOfRule, nextOf, OWED_KINDS, type OwedKind } from '../domain/what-next.js';
import type { DoneListRequest, OwedCountView, OwedListRequest, OwedListView, OwedView } from './owed.dto.js';
import { ABOUT, DONE_PAGE, DONE_TOTAL, OWED_COUNTS, OWED_ONE, OWED_PAGE, OWED_TOTAL } from './owed.sql.js';

/** A clock that an organ has to keep. */
export interface OwedRow {
  clockId: Id;
  organId: Id;
  requestId: Id | null;
  notice: boolean;
  total: number;
}

interface About {
  clockId: Id;
  organId: Id;
  organName: string;
  caseId: Id | null;
  number: string;
  caseVersion: number | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  moreTime: MoreTimeOutcome | null;
}

/** What the actor's organs owe, and what they have done. */
@Injectable()
export class OwedQueries {
  constructor(
    private readonly database: Database,
    private readonly clocks: ClocksService,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  /** What is owed, what is due first first. */
  async owed(actor: Actor, request: OwedListRequest): Promise<OwedListView> {
    const { organs, persons } = desksOf(actor);
    const { page, size, kind = null } = request;
    const [state, from, to] = this.range(request);
    return this.database.transaction(async (tx) => {
      const values = [organs, persons, kind, state, from, to, size, (page - 1) * size];
      const rows = await sql<OwedRow>(tx, OWED_PAGE, values);
      const counts = await sql<{ kind: OwedKind; n: number; overdue: number }>(tx, OWED_COUNTS, [
        organs,
        persons,
        this.clock.today(),
      ]);
      return {
        items: await this.views(tx, rows),
        page,
        size,
        total: rows[0]?.total ?? (await totalAfter(tx, page, OWED_TOTAL, values.slice(0, 6))),
        counts: counts.map(countView),
      };
    });
  }

  /** What was answered, the last first; what was late, or was never done, is marked. */
  async done(actor: Actor, { page, size, kind, late }: DoneListRequest): Promise<Page<OwedView>> {
    const { organs, persons } = desksOf(actor);
    return this.database.transaction(async (tx) => {
      const values = [organs, persons, kind ?? null, late === 'true', size, (page - 1) * size];
      const rows = await sql<OwedRow>(tx, DONE_PAGE, values);
      const total = rows[0]?.total ?? (await totalAfter(tx, page, DONE_TOTAL, values.slice(0, 4)));
      return { items: await this.views(tx, rows), page, size, total, totalIsCapped: false };
    });
  }

  /** @throws DomainError deadlines.clock.not-found unless one of the actor's organs has to keep it */
  async mustOwe(tx: Tx, actor: Actor, clockId: Id): Promise<OwedRow> {
    const { organs, persons } = desksOf(actor);
    const [row] = await sql<OwedRow>(tx, OWED_ONE, [organs, persons, clockId]);
    if (!row) throw notFound('deadlines.clock');
    return row;
  }

  /** The clocks as the lists show them, in the same order. */
  async views(tx: Tx, rows: readonly OwedRow[]): Promise<OwedView[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.clockId);
    const [clocks, about] = [
      await this.clocks.byIds(tx, ids),
      await sql<About>(tx, ABOUT, [ids, rows.map((row) => row.organId)]),
    ];
    const lines = new Map(this.clocks.lines(clocks).map((line) => [line.id, line]));
    const abouts = new Map(about.map((each) => [each.clockId + each.organId, each]));
    return rows.map((row) => owedView(row, lines.get(row.clockId)!, abouts.get(row.clockId + row.organId)!));
  }

  /** State, first and last due day of what a filter asks for. */
  private range({ light, overdue }: OwedListRequest): [string | null, CalendarDate, CalendarDate] {
    const { calendar } = this.calendars.known();
    const today = this.clock.today();
    const first = (workdays: number): CalendarDate => calendar.plusWorkdays(today, workdays + 1);
    const [yellow, green] = [first(DEFAULT_THRESHOLDS.red), first(DEFAULT_THRESHOLDS.yellow)];
    const ranges = {
      all: [null, '-infinity', 'infinity'],
      red: ['RUNNING', '-infinity', addDays(yellow, -1)],
      yellow: ['RUNNING', yellow, addDays(green, -1)],
      green: ['RUNNING', green, 'infinity'],
      grey: ['SUSPENDED', '-infinity', 'infinity'],
    } as const;
    const [state, from, to] = ranges[light ?? 'all'];
    if (overdue === undefined) return [state, from, to];
    const yesterday = addDays(today, -1);
    return ['RUNNING', light === undefined || light === 'red' ? from : 'infinity', yesterday];
  }
}

/** Rows carry the total; a page without any is the first of nothing, or one after the last. */
async function totalAfter(tx: Tx, page: number, text: string, values: unknown[]): Promise<number> {
  if (page === 1) return 0;
  const [row] = await sql<{ total: number }>(tx, text, values);
  return row!.total;
}

function countView({ kind, n, overdue }: { kind: OwedKind; n: number; overdue: number }): OwedCountView {
  return { kind, kindName: OWED_KINDS[kind], count: n, overdue };
}

function owedView(row: OwedRow, line: ClockLineView, about: About): OwedView {
  const kind = kindOfRule(line.rule);
  const request = row.requestId === null ? null : { id: row.requestId, notice: row.notice };
  const { acknowledgedAt, acknowledgedBy } = about;
  return {
    clockId: row.clockId,
    kind,
    kindName: OWED_KINDS[kind],
    name: line.ruleName,
    article: line.article,
    organId: row.organId,
    organName: about.organName,
    caseId: about.caseId,
    number: about.number,
    caseVersion: about.caseVersion,
    requestId: row.requestId,
    startsOn: line.startsOn,
    dueOn: line.dueOn,
    provisional: line.provisional,
    light: line.light,
    remainingWorkingDays: line.remainingWorkingDays,
    overdueDays: line.overdueDays,
    next: line.closedOn === null ? nextOf(line.rule, line.subjectId, request) : null,
    acknowledged: acknowledgedAt === null ? null : { name: acknowledgedBy ?? '', at: acknowledgedAt },
    moreTime: about.moreTime,
    closedOn: line.closedOn,
    late: line.closedOn === null ? line.overdueDays > 0 : line.closedOn > line.dueOn,
    answered: line.state === 'MET',
  };
}
