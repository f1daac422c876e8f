import { record } from '@app/audit';
import {
  addMonths,
  Clock,
  DomainError,
  newId,
  notFound,
  staleVersion,
  type Actor,
  type CalendarDate,
  type Id,
} from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { closedWork, type ClosedWork } from './closed-cases.js';
import { complexityOf, resultOf } from './domain/outcome.js';
import type { SettlementState } from './domain/codes.js';
import { shareOf, tariffFor, type TariffLine } from './domain/tariff.js';
import { monthFrozen, Tariffs } from './tariffs.service.js';

interface Held {
  id: Id;
  month: CalendarDate;
  state: SettlementState;
  madeBy: Id;
  version: number;
}

/** The life of a month's settlement: built as often as one likes, approved by another, frozen. */
@Injectable()
export class SettlementEditor {
  constructor(
    private readonly database: Database,
    private readonly tariffs: Tariffs,
    private readonly clock: Clock,
  ) {}

  /**
   * Builds the month from the cases closed in it; built again, a draft's cases are replaced and its corrections stay. Two
   * at once come one after the other.
   * @param month `2026-11`
   * @throws DomainError mediation.month-not-begun, mediation.settlement-approved, mediation.month-frozen
   */
  async build(actor: Actor, month: string): Promise<Id> {
    const first = `${month}-01`;
    if (first > this.clock.today()) throw refused('mediation.month-not-begun', '该月份尚未开始。', 'invalid');
    return this.database.transaction(async (tx) => {
      await sql(tx, CREATE, [newId(), first, actor.personId]);
      const [held] = await sql<Held>(tx, `${HELD} WHERE month = $1 FOR UPDATE`, [first]);
      mustBeDraft(held!);
      await sql(tx, `DELETE FROM mediation.settlement_line WHERE settlement_id = $1 AND kind = 'CASE'`, [held!.id]);
      const lines = await this.linesOf(tx, first);
      await insertLines(tx, actor, held!.id, lines);
      await sql(tx, BUILT, [held!.id, actor.personId]);
      this.told(tx, actor, 'build-settlement', held!.id, { month, lines: lines.length });
      return held!.id;
    });
  }

  /**
   * Approves a month that is over; not by who built it or wrote a correction in it.
   * @throws DomainError mediation.settlement.not-found, mediation.settlement.stale-version, mediation.month-not-over,
   *   mediation.settlement-outdated, mediation.same-person, mediation.tariff-missing, mediation.settlement-approved, mediation.month-frozen
   */
  async approve(actor: Actor, id: Id, version: number): Promise<void> {
    await this.move(actor, id, version, async (tx, held) => {
      mustBeDraft(held);
      if (addMonths(held.month, 1) > this.clock.today())
        throw refused('mediation.month-not-over', '该月份尚未结束，还会有案件办结，不能审核。');
      const [{ others, missing }] = (await sql(tx, CHECKS, [id, actor.personId])) as [
        { others: number; missing: number },
      ];
      const missed = (await this.linesOf(tx, held.month)).length;
      if (missed > 0)
        throw refused('mediation.settlement-outdated', `编制以后又有 ${missed} 行案件办结，请重新编制。`, 'conflict');
      if (held.madeBy === actor.personId || others > 0)
        throw refused('mediation.same-person', '编制或者更正结算的人不能审核，请由其他负责人审核。');
      if (missing > 0)
        throw refused('mediation.tariff-missing', `有 ${missing} 行没有适用的计件标准，请先补充标准并重新编制。`);
      await sql(
        tx,
        `UPDATE mediation.settlement SET state = 'APPROVED', approved_by = $2, approved_at = now(), version = version + 1
         WHERE id = $1`,
        [id, actor.personId],
      );
      return ['approve-settlement', {}];
    });
  }

  /** Sends an approved month back. @throws DomainError mediation.settlement-not-approved, mediation.month-frozen */
  async giveBack(actor: Actor, id: Id, version: number, reason: string): Promise<void> {
    await this.move(actor, id, version, async (tx, held) => {
      mustBeApproved(held);
      await sql(
        tx,
        `UPDATE mediation.settlement SET state = 'DRAFT', approved_by = NULL, approved_at = NULL, version = version + 1
         WHERE id = $1`,
        [id],
      );
      return ['return-settlement', { reason }];
    });
  }

  /** Freezes an approved month, for good. @throws DomainError mediation.settlement-not-approved, mediation.month-frozen */
  async freeze(actor: Actor, id: Id, version: number): Promise<void> {
    await this.move(actor, id, version, async (tx, held) => {
      mustBeApproved(held);
      await sql(
        tx,
        `UPDATE mediation.settlement SET state = 'FROZEN', frozen_by = $2, frozen_at = now(), version = version + 1
         WHERE id = $1`,
        [id, actor.personId],
      );
      return ['freeze-settlement', {}];
    });
  }

  /** What every change of a settlement does: lock, version, change, trail. */
  async move(
    actor: Actor,
    id: Id,
    version: number,
    change: (tx: Tx, held: Held) => Promise<[act: string, detail: object]>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [held] = await sql<Held>(tx, `${HELD} WHERE id = $1 FOR UPDATE`, [id]);
      if (!held) throw notFound('mediation.settlement');
      if (held.version !== version) throw staleVersion('mediation.settlement');
      const [act, detail] = await change(tx, held);
      this.told(tx, actor, act, id, { month: held.month.slice(0, 7), ...detail });
    });
  }

  /** What the cases closed in a month earn, but for those that have their lines already. */
  private async linesOf(tx: Tx, first: CalendarDate): Promise<Line[]> {
    const next = addMonths(first, 1);
    const [work, tariff] = await Promise.all([closedWork(tx, first, next), this.tariffs.between(tx, first, next)]);
    return work.flatMap((closed) => lineOf(closed, tariff) ?? []);
  }

  private told(tx: Tx, actor: Actor, act: string, id: Id, detail: Record<string, unknown>): void {
    record(tx, actor, { action: `mediation.${act}`, subjectType: 'settlement', subjectId: id, detail });
  }
}

interface Line extends ClosedWork {
  result: string;
  complexity: string;
  tariffId: Id | null;
  amountFen: number;
}

function lineOf(closed: ClosedWork, tariff: readonly TariffLine[]): Line | null {
  const result = resultOf(closed);
  if (result === null) return null;
  const complexity = complexityOf(closed);
  const used = tariffFor(tariff, { ...closed, result, complexity });
  const amountFen = used ? shareOf(used.amountFen, closed.sharing, closed.isFirst) : 0;
  return { ...closed, result, complexity, tariffId: used?.id ?? null, amountFen };
}

async function insertLines(tx: Tx, actor: Actor, settlementId: Id, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await sql(tx, INSERT_LINES, [
    settlementId,
    actor.personId,
    JSON.stringify(lines.map((line) => ({ ...line, id: newId() }))),
  ]);
}

/** @throws DomainError mediation.settlement-approved, mediation.month-frozen */
export function mustBeDraft({ state, month }: Pick<Held, 'state' | 'month'>): void {
  if (state === 'FROZEN') throw monthFrozen(month.slice(0, 7));
  if (state === 'APPROVED')
    throw refused('mediation.settlement-approved', '该月结算已审核，需要修改的，请先退回。', 'conflict');
}

function mustBeApproved({ state, month }: Held): void {
  if (state === 'FROZEN') throw monthFrozen(month.slice(0, 7));
  if (state === 'DRAFT') throw refused('mediation.settlement-not-approved', '该月结算尚未审核。', 'conflict');
}

function refused(code: string, detail: string, kind: 'refused' | 'conflict' | 'invalid' = 'refused'): DomainError {
  return new DomainError(code, { kind, detail });
}

const HELD = 'SELECT id, month, state, made_by AS "madeBy", version FROM mediation.settlement';
const CREATE = `INSERT INTO mediation.settlement (id, month, state, made_by, version) VALUES ($1, $2, 'DRAFT', $3, 0)
  ON CONFLICT (month) DO NOTHING`;
const BUILT = `UPDATE mediation.settlement SET made_by = $2, made_at = now(), version = version + 1 WHERE id = $1`;
const CHECKS = `SELECT (count(*) FILTER (WHERE kind = 'CORRECTION' AND created_by = $2))::int AS others,
    (count(*) FILTER (WHERE kind = 'CASE' AND tariff_id IS NULL))::int AS missing
  FROM mediation.settlement_line WHERE settlement_id = $1`;
const INSERT_LINES = `INSERT INTO mediation.settlement_line (id, settlement_id, kind, case_id, person_id, organ_id, payee,
    ended_on, result, complexity, tariff_id, sharing, amount_fen, created_by)
  SELECT id, $1, 'CASE', "caseId", "personId", "organId", payee, "endedOn", result, complexity, "tariffId", sharing,
    "amountFen", $2
  FROM jsonb_to_recordset($3::jsonb) AS l(id uuid, "caseId" uuid, "personId" uuid, "organId" uuid, payee text,
    "endedOn" date, result text, complexity text, "tariffId" uuid, sharing int, "amountFen" bigint)`;
