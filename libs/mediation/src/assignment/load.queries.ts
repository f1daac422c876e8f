import { maySee, principalsOf } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { addDays, addMonths, Clock, notFound, type Actor, type CalendarDate, type Id, type Page } from '@app/kernel';
import { Database, type PageRequest } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MEDIATION_STATES, type MediationState } from '../domain/states.js';
import { DEFAULT_CAP } from '../network/domain/codes.js';
import type { FairnessView, LoadCaseView, LoadListRequest, LoadView } from './load.dto.js';
import { COMMITTEE_CANDIDATES, MEDIATOR_CANDIDATES } from './candidates.sql.js';
import type { Candidate } from './domain/candidate.js';
import { MAJOR_TIMES, ORDINARY, weightSql } from './domain/case-weight.js';
import { fairness } from './domain/fairness.js';

/** No case and no dispute: nothing is to be assigned. */
const NONE: Id = '00000000-0000-0000-0000-000000000000';

/** Who carries how much. */
@Injectable()
export class LoadQueries {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /** The most burdened first. There are as many as serve, a few hundred: all are read, and a page is shown. */
  async board({ kind, page, size }: LoadListRequest): Promise<Page<LoadView>> {
    const text = kind === 'COMMITTEE' ? COMMITTEE_CANDIDATES : MEDIATOR_CANDIDATES;
    const rows = await this.database.read<Candidate>(text, [this.clock.today(), NONE, NONE, [], [], null]);
    const full = ({ load, cap }: Candidate) => (cap > 0 ? load / cap : load);
    rows.sort((a, b) => full(b) - full(a) || b.load - a.load || (a.id < b.id ? -1 : 1));
    const shown = rows.slice((page - 1) * size, page * size);
    const names = await this.directory.names(shown.map((row) => row.id));
    const items = shown.map(({ id, openCases, load, cap, absent }) => ({
      ...{ id, name: names.get(id) ?? '', openCases, load, cap, absent },
      overCap: openCases > cap,
    }));
    return { items, page, size, total: rows.length, totalIsCapped: false };
  }

  /**
   * The cases behind a figure of the board: those the actor may see.
   * @throws DomainError mediation.candidate.not-found if it is neither committee nor mediator
   */
  async casesOf(actor: Actor, id: Id, { page, size }: PageRequest): Promise<Page<LoadCaseView>> {
    const known = await this.database.read(KNOWN, [id]);
    if (known.length === 0) throw notFound('mediation.candidate');
    const values = [id, principalsOf(actor), actor.personId];
    const [rows, [count]] = await Promise.all([
      this.database.read<Omit<LoadCaseView, 'stateName'>>(
        `SELECT f.id AS "caseId", f.number, f.dispute_id AS "disputeId", f.state, ${weightSql('f', 'x')} AS weight
         ${CASES_OF} ORDER BY f.opened_on, f.id LIMIT $4 OFFSET $5`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(`SELECT count(*)::int AS n ${CASES_OF}`, values),
    ]);
    const items = rows.map((row) => ({ ...row, stateName: MEDIATION_STATES[row.state as MediationState].name }));
    return { items, page, size, total: count!.n, totalIsCapped: false };
  }

  fairness(year: number): Promise<FairnessView[]> {
    return fairnessOf(this.database, year, this.clock.today());
  }
}

/** How evenly mediators were burdened at the end of each month of a year, up to today. */
export async function fairnessOf(database: Database, year: number, today: CalendarDate): Promise<FairnessView[]> {
  const months = Array.from({ length: 12 }, (_, i) => addMonths(`${year}-01-01`, i)).filter((from) => from <= today);
  return Promise.all(
    months.map(async (from) => {
      const last = addDays(addMonths(from, 1), -1);
      const shares = await database.read<{ load: number; cap: number }>(SHARES, [last < today ? last : today]);
      const load = shares.reduce((sum, share) => sum + share.load, 0);
      return { month: from.slice(0, 7), mediators: shares.length, load, fairness: fairness(shares) };
    }),
  );
}

const KNOWN = `SELECT 1 FROM directory.organ WHERE id = $1 AND kind = 'MEDIATION_COMMITTEE'
  UNION ALL SELECT 1 FROM directory.post WHERE person_id = $1 AND role = 'mediator' LIMIT 1`;
const CASES_OF = `FROM cases.case_file f JOIN mediation.mediation x ON x.case_id = f.id
  WHERE f.open AND ${maySee('f.dispute_id', '$2', '$3')} AND (x.committee_id = $1 OR EXISTS (
    SELECT 1 FROM mediation.assigned_mediator a WHERE a.case_id = f.id AND a.person_id = $1 AND a.ended_on IS NULL))`;

/** What everybody who was a mediator on the day `$1` had in hand then; states of then are not asked for. */
const SHARES = `WITH m AS (
    SELECT DISTINCT p.person_id FROM directory.post p WHERE p.role = 'mediator' AND p.valid_from <= $1
      AND (p.valid_until IS NULL OR $1 < p.valid_until)),
  held AS (
    SELECT a.person_id, sum(${ORDINARY} * CASE WHEN x.major THEN ${MAJOR_TIMES} ELSE 1 END)::int AS load
    FROM mediation.assigned_mediator a JOIN cases.case_file f ON f.id = a.case_id
    JOIN mediation.mediation x ON x.case_id = a.case_id
    WHERE a.assigned_on <= $1 AND (a.ended_on IS NULL OR a.ended_on > $1) AND (f.closed_on IS NULL OR f.closed_on > $1)
    GROUP BY a.person_id)
  SELECT coalesce(h.load, 0) AS load, coalesce(q.cap, ${DEFAULT_CAP}) AS cap FROM m
  LEFT JOIN held h ON h.person_id = m.person_id LEFT JOIN mediation.mediator_profile q ON q.person_id = m.person_id
  ORDER BY m.person_id`;
