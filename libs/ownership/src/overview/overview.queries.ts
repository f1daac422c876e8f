import { CalendarStore, light } from '@app/deadlines';
import { addDays, Clock, holdsRole, type Actor, type CalendarDate, type Id, type Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Practice } from '../domain/practice.js';
import { percentOf } from '../domain/rate.js';
import { OWNERSHIP_STATES } from '../domain/states.js';
import { SettingsService } from '../settings/settings.service.js';
import { LINES, NUMBER_CODES, NUMBERS, type NumberCode } from './numbers.js';
import type {
  LinesRequest,
  LookedView,
  OverviewNumberView,
  OverviewView,
  OwnershipLineView,
  UnitOverviewView,
} from './overview.dto.js';
import { isBureau, reachOf, reachValues, scopeSql, type Reach } from './reach.js';

type Counts = Record<NumberCode, number>;
type UnitCounts = Pick<Counts, (typeof OF_UNIT)[number]> & { unitId: Id; unitName: string };
type LineRow = Omit<OwnershipLineView, 'stateName' | 'light'>;

const OF_UNIT = ['owned', 'overdue', 'yellow', 'red'] as const;

/** What a leader, a unit or the bureau sees of the list at a glance, and the lines behind each number. */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsService,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  /** Every number over the lines the reader sees, in two statements. */
  async overview(actor: Actor): Promise<OverviewView> {
    const reach = reachOf(actor);
    const { values, lastLookAt } = await this.values(actor, reach);
    const [[counts], units] = await Promise.all([
      this.database.read<Counts>(countSql(reach), values),
      this.database.read<UnitCounts>(unitSql(reach), values),
    ]);
    const { struckOff, unresolved, resolveOverdue } = counts!;
    const denominator = struckOff + unresolved + resolveOverdue;
    return {
      lastLookAt,
      numbers: NUMBER_CODES.map((code) => numberView(code, counts![code])),
      units: units.map(unitView),
      resolutionRate: { value: percentOf(struckOff, denominator), numerator: struckOff, denominator },
    };
  }

  /** The lines the reader sees, those due first on top. */
  async lines(actor: Actor, request: LinesRequest): Promise<Page<OwnershipLineView>> {
    const reach = reachOf(actor);
    const { values } = await this.values(actor, reach);
    const { show, unitId = null, leaderId = null, state = null, mark = null, page, size } = request;
    const where = `${scopeSql(reach)} AND ${used()} AND ${show ? NUMBERS[show].sql : 'true'} AND ${FILTERS}`;
    const all = [...values, unitId, leaderId, state, mark];
    const [rows, [count]] = await Promise.all([
      this.database.read<LineRow>(`${LINE} FROM ${LINES} WHERE ${where} ${ORDER} LIMIT $16 OFFSET $17`, [
        ...all,
        size,
        (page - 1) * size,
      ]),
      this.database.read<{ n: number }>(`SELECT count(*)::int AS n FROM ${LINES} WHERE ${where}`, all),
    ]);
    return { items: rows.map((row) => this.view(row)), page, size, total: count!.n, totalIsCapped: false };
  }

  /** From now on, "new" and "moved" count from here. */
  async looked(actor: Actor): Promise<LookedView> {
    const lookedAt = this.clock.now();
    await this.database.read(
      `INSERT INTO ownership.last_look (person_id, looked_at) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET looked_at = greatest(last_look.looked_at, excluded.looked_at)`,
      [actor.personId, lookedAt],
    );
    return { lookedAt };
  }

  private async values(actor: Actor, reach: Reach): Promise<{ values: unknown[]; lastLookAt: Date | null }> {
    const [{ practice }, [look]] = await Promise.all([
      this.settings.current(),
      this.database.read<{ at: Date }>('SELECT looked_at AS at FROM ownership.last_look WHERE person_id = $1', [
        actor.personId,
      ]),
    ]);
    const lastLookAt = look?.at ?? null;
    const since = lastLookAt ?? '-infinity';
    const roles = [isBureau(actor), holdsRole(actor, 'authority_head')];
    const days = stuckSince(this.clock.today(), practice);
    return { values: [...reachValues(reach), this.clock.today(), since, ...days, ...roles], lastLookAt };
  }

  private view(row: LineRow): OwnershipLineView {
    const { calendar } = this.calendars.known();
    const { nextDueOn: dueOn } = row;
    const provisional = dueOn !== null && !calendar.covers(Number(dueOn.slice(0, 4)));
    return {
      ...row,
      stateName: OWNERSHIP_STATES[row.state].name,
      light:
        dueOn === null ? 'grey' : light({ state: 'RUNNING', dueOn, provisional }, this.clock.today(), calendar).colour,
    };
  }
}

/** The days on or before which something must have happened last for the line to be stuck. */
function stuckSince(today: CalendarDate, { idleDays, suspendedDays, awaitingDays }: Practice): CalendarDate[] {
  return [idleDays, suspendedDays, awaitingDays].map((days) => addDays(today, -days));
}

function numberView(code: NumberCode, count: number, unitId?: Id): OverviewNumberView {
  const query = unitId === undefined ? `show=${code}` : `show=${code}&unitId=${unitId}`;
  return { code, name: NUMBERS[code].name, count, query };
}

function unitView({ unitId, unitName, ...counts }: UnitCounts): UnitOverviewView {
  return { unitId, unitName, numbers: OF_UNIT.map((code) => numberView(code, counts[code], unitId)) };
}

const counted = (code: NumberCode): string => `count(*) FILTER (WHERE ${NUMBERS[code].sql})::int AS "${code}"`;

/** Names every parameter once, so that each statement has the same, whichever number it is about. */
function used(): string {
  return `num_nulls($5::date, $6::timestamptz, $7::date, $8::date, $9::date, $10::boolean, $11::boolean, $4::uuid[]) = 0`;
}

function countSql(reach: Reach): string {
  return `SELECT ${NUMBER_CODES.map(counted).join(', ')} FROM ${LINES} WHERE ${scopeSql(reach)} AND ${used()}`;
}

function unitSql(reach: Reach): string {
  return `SELECT o.unit_id AS "unitId", (SELECT name FROM directory.organ WHERE id = o.unit_id) AS "unitName",
    ${OF_UNIT.map(counted).join(', ')} FROM ${LINES} WHERE ${scopeSql(reach)} AND ${used()} AND ${NUMBERS.owned.sql}
    GROUP BY o.unit_id ORDER BY "owned" DESC, "unitName"`;
}

const FILTERS = `($12::uuid IS NULL OR o.unit_id = $12) AND ($13::uuid IS NULL OR o.leader_id = $13)
  AND ($14::text IS NULL OR f.state = $14) AND ($15::text IS NULL OR o.mark = $15)`;
const ORDER = 'ORDER BY f.open DESC, n.due_on NULLS LAST, f.id DESC';

const LINE = `SELECT f.id AS "caseId", f.dispute_id AS "disputeId", f.number,
  (SELECT title FROM cases.dispute WHERE id = f.dispute_id) AS title, f.state,
  (SELECT e.year FROM ownership.list_entry e WHERE e.case_id = f.id ORDER BY e.id LIMIT 1) AS year,
  (SELECT e.serial FROM ownership.list_entry e WHERE e.case_id = f.id ORDER BY e.id LIMIT 1) AS serial,
  o.leader_id AS "leaderId", (SELECT name FROM directory.person WHERE id = o.leader_id) AS "leaderName",
  o.unit_id AS "unitId", (SELECT name FROM directory.organ WHERE id = o.unit_id) AS "unitName",
  o.unit_leader_id AS "unitLeaderId", (SELECT name FROM directory.person WHERE id = o.unit_leader_id) AS "unitLeaderName",
  o.risk, o.mark, n.due_on AS "nextDueOn", n.rule_name AS "nextDue", o.resolve_by AS "resolveBy",
  (SELECT max(r.reported_on) FROM ownership.report r WHERE r.case_id = f.id) AS "lastReportOn", o.acted_on AS "actedOn",
  (SELECT count(*)::int FROM ownership.instruction i WHERE i.case_id = f.id AND i.state IN ('OPEN','ANSWERED'))
    AS "instructionsOpen",
  (SELECT count(*)::int FROM ownership.supervision s WHERE s.case_id = f.id
    AND s.state IN ('ISSUED','ACKNOWLEDGED','REPLIED','RETURNED')) AS "supervisionsOpen"`;
