import { notShutOut } from '@app/cases';
import { notFound, type Actor, type Id, type Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { fenInCapitals } from './domain/capitals.js';
import { COMPLEXITIES, SETTLED_RESULTS, SETTLEMENT_STATES } from './domain/codes.js';
import type {
  LineListRequest,
  SettlementItem,
  SettlementLineView,
  SettlementOfMediator,
  SettlementOfOrgan,
  SettlementView,
} from './settlement.dto.js';

type ItemRow = Omit<SettlementItem, 'stateName'>;
type LineRow = Omit<SettlementLineView, 'resultName' | 'complexityName'>;
type SumRow = SettlementOfMediator &
  Pick<SettlementOfOrgan, 'organId' | 'payee'> & { organName: string; missing: number };

/**
 * Settlements as their readers may see them: whoever settles, all; a mediator his own lines, a chair those of the
 * committee, both once the month is approved; nobody else any.
 */
@Injectable()
export class SettlementQueries {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, page: number, size: number): Promise<Page<SettlementItem>> {
    const scope = scopeOf(actor);
    const [rows, [count]] = await Promise.all([
      this.database.read<ItemRow>(`${ITEM} WHERE ${VISIBLE} ORDER BY s.month DESC LIMIT $4 OFFSET $5`, [
        ...scope,
        size,
        (page - 1) * size,
      ]),
      this.database.read<{ n: number }>(
        `SELECT count(*)::int AS n FROM mediation.settlement s WHERE ${VISIBLE}`,
        scope,
      ),
    ]);
    return { items: rows.map(item), page, size, total: count?.n ?? 0, totalIsCapped: false };
  }

  /** A month with what each committee and mediator earns. @throws DomainError mediation.settlement.not-found */
  async view(actor: Actor, id: Id): Promise<SettlementView> {
    const values = [...scopeOf(actor), id];
    const [[row], sums] = await Promise.all([
      this.database.read<ItemRow>(`${ITEM} WHERE s.id = $4 AND ${VISIBLE}`, values),
      this.database.read<SumRow>(SUMS, values),
    ]);
    if (!row) throw notFound('mediation.settlement');
    return {
      ...item(row),
      organs: byOrgan(sums),
      totalInCapitals: fenInCapitals(row.totalFen),
      withoutTariff: sums.reduce((n, sum) => n + sum.missing, 0),
    };
  }

  /** @throws DomainError mediation.settlement.not-found */
  async lines(actor: Actor, id: Id, request: LineListRequest): Promise<Page<SettlementLineView>> {
    await this.mustSee(actor, id);
    const { page, size, organId = null, personId = null } = request;
    const values = [...scopeOf(actor), id, organId, personId];
    const [rows, [count]] = await Promise.all([
      this.database.read<LineRow>(`${LINE} ${ORDER} LIMIT $8 OFFSET $9`, [
        ...values,
        actor.personId,
        size,
        (page - 1) * size,
      ]),
      this.database.read<{ n: number }>(`SELECT count(*)::int AS n ${LINES}`, values),
    ]);
    return { items: rows.map(line), page, size, total: count?.n ?? 0, totalIsCapped: false };
  }

  /** Every line of it, for a file. @throws DomainError mediation.settlement.not-found */
  async allLines(
    actor: Actor,
    id: Id,
    { organId, personId }: { organId?: Id; personId?: Id },
  ): Promise<SettlementLineView[]> {
    await this.mustSee(actor, id);
    const values = [...scopeOf(actor), id, organId ?? null, personId ?? null, actor.personId];
    return (await this.database.read<LineRow>(`${LINE} ${ORDER}`, values)).map(line);
  }

  private async mustSee(actor: Actor, id: Id): Promise<void> {
    const [row] = await this.database.read(`SELECT 1 FROM mediation.settlement s WHERE s.id = $4 AND ${VISIBLE}`, [
      ...scopeOf(actor),
      id,
    ]);
    if (!row) throw notFound('mediation.settlement');
  }
}

/** `$1` sees all, `$2` is the mediator, `$3` the committees that he chairs. */
function scopeOf(actor: Actor): [all: boolean, personId: Id | null, organIds: Id[]] {
  const posts = (role: string) => actor.posts.filter((post) => post.role === role).map((post) => post.organId);
  return [
    actor.permissions.has('mediation.settle'),
    posts('mediator').length > 0 ? actor.personId : null,
    posts('committee_chair'),
  ];
}

const MINE = '($1::boolean OR l.person_id = $2 OR l.organ_id = ANY ($3::uuid[]))';
const VISIBLE = `($1::boolean OR (s.state <> 'DRAFT' AND EXISTS (SELECT 1 FROM mediation.settlement_line l
  WHERE l.settlement_id = s.id AND ${MINE})))`;
const NAME = (id: string): string => `(SELECT n.name FROM directory.person n WHERE n.id = ${id})`;

const ITEM = `SELECT s.id, to_char(s.month, 'YYYY-MM') AS month, s.state, ${NAME('s.made_by')} AS "madeByName",
    s.made_at AS "madeAt", ${NAME('s.approved_by')} AS "approvedByName", s.approved_at AS "approvedAt",
    ${NAME('s.frozen_by')} AS "frozenByName", s.frozen_at AS "frozenAt", s.version, t.lines, t.total AS "totalFen"
  FROM mediation.settlement s CROSS JOIN LATERAL (
    SELECT count(*)::int AS lines, coalesce(sum(l.amount_fen), 0)::float8 AS total FROM mediation.settlement_line l
    WHERE l.settlement_id = s.id AND ${MINE}) t`;

const SUMS = `SELECT l.organ_id AS "organId", o.name AS "organName", l.payee, l.person_id AS "personId", n.name,
    count(*)::int AS lines, sum(l.amount_fen)::float8 AS "totalFen",
    (count(*) FILTER (WHERE l.kind = 'CASE' AND l.tariff_id IS NULL))::int AS missing
  FROM mediation.settlement_line l JOIN directory.organ o ON o.id = l.organ_id JOIN directory.person n ON n.id = l.person_id
  WHERE l.settlement_id = $4 AND ${MINE}
  GROUP BY l.organ_id, o.name, o.sort_order, l.payee, l.person_id, n.name ORDER BY o.sort_order, l.organ_id, l.payee, n.name, l.person_id`;

const LINES = `FROM mediation.settlement_line l
  WHERE l.settlement_id = $4 AND ${MINE} AND ($5::uuid IS NULL OR l.organ_id = $5) AND ($6::uuid IS NULL OR l.person_id = $6)`;
const LINE = `SELECT l.id, l.kind, CASE WHEN ${notShutOut('f.dispute_id', '$7')} THEN f.id END AS "caseId",
    CASE WHEN ${notShutOut('f.dispute_id', '$7')} THEN f.number END AS "caseNumber", l.person_id AS "personId",
    n.name AS "personName", l.organ_id AS "organId", o.name AS "organName", l.payee, l.ended_on AS "endedOn", l.result,
    l.complexity, l.tariff_id AS "tariffId", t.amount_fen::float8 AS "tariffFen", l.sharing,
    l.amount_fen::float8 AS "amountFen", l.corrects_id AS "correctsId", to_char(e.month, 'YYYY-MM') AS "correctsMonth", l.reason
  FROM mediation.settlement_line l JOIN cases.case_file f ON f.id = l.case_id
  JOIN directory.person n ON n.id = l.person_id JOIN directory.organ o ON o.id = l.organ_id
  LEFT JOIN mediation.tariff t ON t.id = l.tariff_id
  LEFT JOIN mediation.settlement_line b ON b.id = l.corrects_id LEFT JOIN mediation.settlement e ON e.id = b.settlement_id
  WHERE l.settlement_id = $4 AND ${MINE} AND ($5::uuid IS NULL OR l.organ_id = $5) AND ($6::uuid IS NULL OR l.person_id = $6)`;
const ORDER = 'ORDER BY o.sort_order, l.organ_id, n.name, l.person_id, l.ended_on, l.id';

const item = (row: ItemRow): SettlementItem => ({ ...row, stateName: SETTLEMENT_STATES[row.state] });

const line = (row: LineRow): SettlementLineView => ({
  ...row,
  resultName: SETTLED_RESULTS[row.result],
  complexityName: COMPLEXITIES[row.complexity],
});

function byOrgan(sums: readonly SumRow[]): SettlementOfOrgan[] {
  const organs = new Map<string, SettlementOfOrgan>();
  for (const { organId, organName, payee, personId, name, lines, totalFen } of sums) {
    const key = `${organId} ${payee}`;
    const organ = organs.get(key) ?? { organId, name: organName, payee, lines: 0, totalFen: 0, mediators: [] };
    organ.lines += lines;
    organ.totalFen += totalFen;
    organ.mediators.push({ personId, name, lines, totalFen });
    organs.set(key, organ);
  }
  return [...organs.values()];
}
