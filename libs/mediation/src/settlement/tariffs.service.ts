import { record } from '@app/audit';
import { codeName, MATTERS } from '@app/cases';
import { DomainError, newId, type Actor, type CalendarDate, type Id, type Page } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { STAGES } from '../domain/facts.js';
import { ANY, COMPLEXITIES, SETTLED_RESULTS } from './domain/codes.js';
import type { TariffLine } from './domain/tariff.js';
import type { TariffListRequest, TariffRequest, TariffView } from './settlement.dto.js';

/** The tariff: what a mediation earns by stage, matter, result and complexity. Its lines are never edited. */
@Injectable()
export class Tariffs {
  constructor(private readonly database: Database) {}

  async list({ page, size, on }: TariffListRequest): Promise<Page<TariffView>> {
    const values = [on ?? null];
    const [rows, [count]] = await Promise.all([
      this.database.read<TariffRow>(`${VIEW} WHERE ${HOLDS} ${ORDER} LIMIT $2 OFFSET $3`, [
        ...values,
        size,
        (page - 1) * size,
      ]),
      this.database.read<{ n: number }>(`SELECT count(*)::int AS n FROM mediation.tariff t WHERE ${HOLDS}`, values),
    ]);
    return { items: rows.map(view), page, size, total: count?.n ?? 0, totalIsCapped: false };
  }

  /**
   * Adds a line and ends the one before. Of two at once the later one must begin after the earlier.
   * @throws DomainError mediation.tariff-not-later, mediation.month-frozen, request.idempotency-key-reused
   */
  async add(actor: Actor, request: TariffRequest, key?: string): Promise<TariffView> {
    const made = await this.database.transaction(async (tx) =>
      idempotently(tx, actor, key, request, newId(), (id) => this.addIn(tx, actor, request, id)),
    );
    const [row] = await this.database.read<TariffRow>(`${VIEW} WHERE t.id = $1`, [made.id]);
    return view(row!);
  }

  /** Lines that hold on some day of a period. */
  async between(tx: Tx, from: CalendarDate, until: CalendarDate): Promise<TariffLine[]> {
    return sql<TariffLine>(
      tx,
      `SELECT id, stage, matter, result, complexity, amount_fen::float8 AS "amountFen", valid_from AS "validFrom",
         valid_until AS "validUntil" FROM mediation.tariff
       WHERE valid_from < $2 AND (valid_until IS NULL OR valid_until > $1)`,
      [from, until],
    );
  }

  private async addIn(tx: Tx, actor: Actor, request: TariffRequest, id: Id): Promise<void> {
    const { stage, matter, result, complexity, amountFen, validFrom, reason } = request;
    const of = [stage, matter, result, complexity];
    await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('mediation.tariff', 0))`);
    const [before] = await sql<{ id: Id; validFrom: CalendarDate }>(tx, LAST, of);
    if (before && validFrom <= before.validFrom) throw notLater(before.validFrom);
    const [frozen] = await sql<{ month: string }>(tx, FROZEN, [validFrom]);
    if (frozen) throw monthFrozen(frozen.month);
    if (before) send(tx, 'UPDATE mediation.tariff SET valid_until = $2 WHERE id = $1', [before.id, validFrom]);
    send(
      tx,
      `INSERT INTO mediation.tariff (id, stage, matter, result, complexity, amount_fen, valid_from, reason, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, ...of, amountFen, validFrom, reason, actor.personId],
    );
    record(tx, actor, {
      action: 'mediation.add-tariff',
      subjectType: 'tariff',
      subjectId: id,
      detail: { ...request, ended: before?.id ?? null },
    });
  }
}

/** @param month `2026-11` */
export function monthFrozen(month: string): DomainError {
  return new DomainError('mediation.month-frozen', {
    kind: 'conflict',
    detail: `${month} 的结算已锁定，不能再改；有误的，请在以后月份以更正行更正。`,
    params: { month },
  });
}

function notLater(from: CalendarDate): DomainError {
  const detail = `应晚于现行标准的生效日 ${from}`;
  return new DomainError('mediation.tariff-not-later', {
    kind: 'invalid',
    detail: `${detail}。`,
    errors: [{ pointer: '#/validFrom', code: 'notLater', detail }],
  });
}

type TariffRow = Omit<TariffView, 'stageName' | 'matterName' | 'resultName' | 'complexityName'>;

function view(row: TariffRow): TariffView {
  return {
    ...row,
    stageName: row.stage === ANY ? '全部' : STAGES[row.stage as keyof typeof STAGES],
    matterName: row.matter === ANY ? '全部' : codeName(MATTERS, row.matter),
    resultName: SETTLED_RESULTS[row.result],
    complexityName: COMPLEXITIES[row.complexity],
  };
}

const HOLDS = '($1::date IS NULL OR (t.valid_from <= $1 AND (t.valid_until IS NULL OR $1 < t.valid_until)))';
const ORDER = 'ORDER BY t.stage, t.matter, t.result, t.complexity, t.valid_from DESC';
const VIEW = `SELECT t.id, t.stage, t.matter, t.result, t.complexity, t.amount_fen::float8 AS "amountFen",
    t.valid_from AS "validFrom", t.valid_until AS "validUntil", t.reason, n.name AS "createdByName",
    t.created_at AS "createdAt"
  FROM mediation.tariff t JOIN directory.person n ON n.id = t.created_by`;
const LAST = `SELECT id, valid_from AS "validFrom" FROM mediation.tariff
  WHERE stage = $1 AND matter = $2 AND result = $3 AND complexity = $4 ORDER BY valid_from DESC LIMIT 1`;
/** A line from a day changes every month that ends after it. */
const FROZEN = `SELECT to_char(month, 'YYYY-MM') AS month FROM mediation.settlement
  WHERE state = 'FROZEN' AND month + interval '1 month' > $1::date ORDER BY month DESC LIMIT 1`;
