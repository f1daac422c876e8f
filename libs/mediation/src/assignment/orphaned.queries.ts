import { maySee, principalsOf } from '@app/cases';
import { Clock, type Actor, type Page } from '@app/kernel';
import { Database, sql, type PageRequest, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MEDIATION_STATES, type MediationState } from '../domain/states.js';
import type { OrphanView } from './load.dto.js';

/** Why open work has nobody who does it. */
export const ORPHAN_REASONS = {
  POST_ENDED: '已不在调解员岗位',
  ACCOUNT_DISABLED: '账号已停用',
  TERM_OVER: '任期已届满',
  ABSENT: '请假且无人代理',
  COMMITTEE_ENDED: '调委会已撤销或者合同已到期',
} as const;

type Row = Omit<OrphanView, 'stateName' | 'reasonNames' | 'reasons'> & { reasons: (keyof typeof ORPHAN_REASONS)[] };

/** Open mediations whose mediator or committee has left, or is away and nobody stands in. */
@Injectable()
export class OrphanedQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { page, size }: PageRequest): Promise<Page<OrphanView>> {
    const values = [this.clock.today(), principalsOf(actor), actor.personId];
    const visible = `FROM orphan o WHERE ${maySee('o."disputeId"', '$2', '$3')}`;
    const [rows, [count]] = await Promise.all([
      this.database.read<Row>(
        `${ORPHANS} SELECT o.* ${visible} ORDER BY o.number, o."personId" NULLS FIRST LIMIT $4 OFFSET $5`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(`${ORPHANS} SELECT count(*)::int AS n ${visible}`, values),
    ]);
    return { items: rows.map(view), page, size, total: count!.n, totalIsCapped: false };
  }

  /** Cases, whoever may see them. */
  async count(tx?: Tx): Promise<number> {
    const [text, values] = [`${ORPHANS} SELECT count(DISTINCT "caseId")::int AS n FROM orphan`, [this.clock.today()]];
    const rows = tx
      ? await sql<{ n: number }>(tx, text, values)
      : await this.database.read<{ n: number }>(text, values);
    return rows[0]!.n;
  }
}

function view(row: Row): OrphanView {
  const { name: stateName } = MEDIATION_STATES[row.state as MediationState];
  return { ...row, stateName, reasonNames: row.reasons.map((reason) => ORPHAN_REASONS[reason]) };
}

/** One row a case and mediator, or a case and its committee. An account can be disabled: its row is read, not its lib. */
const ORPHANS = `WITH held AS (
    SELECT f.id AS "caseId", f.number, f.dispute_id AS "disputeId", f.state, f.version, a.person_id AS "personId", n.name,
      array_remove(ARRAY[
        CASE WHEN NOT EXISTS (SELECT 1 FROM directory.post p WHERE p.person_id = a.person_id AND p.role = 'mediator'
          AND p.valid_from <= $1 AND (p.valid_until IS NULL OR $1 < p.valid_until)) THEN 'POST_ENDED' END,
        CASE WHEN EXISTS (SELECT 1 FROM identity.account c WHERE c.person_id = a.person_id AND c.disabled)
          THEN 'ACCOUNT_DISABLED' END,
        CASE WHEN EXISTS (SELECT 1 FROM mediation.mediator_profile q WHERE q.person_id = a.person_id
          AND q.term_until <= $1) THEN 'TERM_OVER' END,
        CASE WHEN EXISTS (SELECT 1 FROM directory.absence b WHERE b.person_id = a.person_id AND b.cancelled_at IS NULL
          AND b.cover_id IS NULL AND b.from_on <= $1 AND $1 < b.until_on) THEN 'ABSENT' END], NULL) AS reasons
    FROM cases.case_file f JOIN mediation.assigned_mediator a ON a.case_id = f.id AND a.ended_on IS NULL
    JOIN directory.person n ON n.id = a.person_id WHERE f.open AND f.procedure = 'mediation'
    UNION ALL
    SELECT f.id, f.number, f.dispute_id, f.state, f.version, NULL, o.name, array_remove(ARRAY[
        CASE WHEN o.valid_until <= $1 OR EXISTS (SELECT 1 FROM mediation.committee_profile c
          WHERE c.committee_id = o.id AND c.contract_until <= $1) THEN 'COMMITTEE_ENDED' END], NULL)
    FROM cases.case_file f JOIN mediation.mediation x ON x.case_id = f.id JOIN directory.organ o ON o.id = x.committee_id
    WHERE f.open),
  orphan AS (SELECT * FROM held WHERE reasons <> '{}')`;
