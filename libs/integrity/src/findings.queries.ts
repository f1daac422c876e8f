import { addDays, Clock, notFound, personsOf, ROLES, type Actor, type Page, type RoleCode } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SUBJECTS, type Check } from './check.js';
import { checkOf, CHECKS } from './checks/index.js';
import type { CheckView, FindingListRequest, FindingView, HistoryDay, RunView } from './http/integrity.dto.js';
import { KNOWS, SEES, sightOf } from './sight.js';

/** Totals are exact up to here. */
const COUNT_CAP = 1000;

type FindingRow = Omit<FindingView, 'checkName' | 'severity' | 'subject' | 'subjectName'>;

/**
 * Checks and findings, within what the actor may see: counts too, so that each opens exactly what it counts. What must be
 * mended by somebody he stands in for is his meanwhile.
 */
@Injectable()
export class FindingsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every check with the actor's counts. */
  async checks(actor: Actor): Promise<CheckView[]> {
    const weekAgo = addDays(this.clock.today(), -7);
    type Counts = Pick<CheckView, 'code' | 'open' | 'mine' | 'accepted' | 'weekAgo'>;
    const rows = await this.database.read<Counts>(COUNTS, [...sightOf(actor), weekAgo, personsOf(actor)]);
    const counts = new Map(rows.map((row) => [row.code, row]));
    return CHECKS.map((check) => ({
      ...describe(check),
      ...(counts.get(check.code) ?? { open: 0, mine: 0, accepted: 0, weekAgo: 0 }),
    }));
  }

  /** How many findings of a check lasted on each of the last days, oldest first. @throws DomainError integrity.check.not-found */
  async history(actor: Actor, code: string, days: number): Promise<HistoryDay[]> {
    if (!checkOf(code)) throw notFound('integrity.check');
    const today = this.clock.today();
    return this.database.read<HistoryDay>(HISTORY, [...sightOf(actor), code, addDays(today, 1 - days), today]);
  }

  async list(actor: Actor, request: FindingListRequest): Promise<Page<FindingView>> {
    const { page, size, check, state, on, mine } = request;
    const codes = check === undefined ? CHECKS.map((each) => each.code) : [check];
    const filter = [...sightOf(actor), personsOf(actor), codes, on === undefined ? state : null, on ?? null, mine];
    const [rows, [counted]] = await Promise.all([
      this.database.read<FindingRow>(LIST, [...filter, size, (page - 1) * size]),
      this.database.read<{ total: number }>(TOTAL, filter),
    ]);
    const total = Math.min(counted!.total, COUNT_CAP);
    return { items: rows.map(viewOf), page, size, total, totalIsCapped: counted!.total > COUNT_CAP };
  }

  /** @throws DomainError integrity.finding.not-found if there is none, or the actor may not see it */
  async get(actor: Actor, id: string): Promise<FindingView> {
    const [row] = await this.database.read<FindingRow>(`${SELECT} WHERE f.id = $6 AND ${SEES}`, [
      ...sightOf(actor),
      personsOf(actor),
      id,
    ]);
    if (!row) throw notFound('integrity.finding');
    return viewOf(row);
  }

  /** The last runs, newest first. What they counted over all is not told: it may hold what the actor may not see. */
  async runs(): Promise<RunView[]> {
    return this.database.read<RunView>(
      `SELECT id, night, walked, started_at AS "startedAt", ended_at AS "endedAt" FROM integrity.run
       ORDER BY id DESC LIMIT 30`,
    );
  }
}

function describe({ code, name, why, article, severity, mend, owner }: Check) {
  const roles: RoleCode[] = typeof owner === 'string' ? [owner] : [...new Set(Object.values(owner))];
  return { code, name, why, article, severity, mend, ownerRoles: roles.map((role) => ROLES[role]) };
}

function viewOf(row: FindingRow): FindingView {
  const check = checkOf(row.checkCode);
  return {
    ...row,
    checkName: check?.name ?? row.checkCode,
    severity: check?.severity ?? 'LOW',
    subject: check?.subject ?? 'case',
    subjectName: SUBJECTS[check?.subject ?? 'case'],
  };
}

const lastedOn = (day: string): string =>
  `f.first_seen_on <= ${day} AND (f.resolved_on IS NULL OR f.resolved_on > ${day})`;

const COUNTS = `
  SELECT f.check_code AS code, count(*) FILTER (WHERE f.state = 'OPEN')::int AS open,
    count(*) FILTER (WHERE f.state = 'OPEN' AND f.owner_id = ANY($6::uuid[]))::int AS mine,
    count(*) FILTER (WHERE f.state = 'ACCEPTED')::int AS accepted,
    count(*) FILTER (WHERE ${lastedOn('$5::date')})::int AS "weekAgo"
  FROM integrity.finding f WHERE (f.state <> 'RESOLVED' OR f.resolved_on > $5::date) AND ${SEES} GROUP BY f.check_code`;

const HISTORY = `
  WITH mine AS (
    SELECT f.first_seen_on, f.resolved_on FROM integrity.finding f
    WHERE f.check_code = $5 AND (f.resolved_on IS NULL OR f.resolved_on > $6::date) AND ${SEES}
  )
  SELECT to_char(d.day, 'YYYY-MM-DD') AS on, (SELECT count(*)::int FROM mine f WHERE ${lastedOn('d.day')}) AS found
  FROM (SELECT $6::date + i AS day FROM generate_series(0, $7::date - $6::date) AS i) d ORDER BY d.day`;

const SELECT = `
  SELECT f.id, f.check_code AS "checkCode", f.subject_id AS "subjectId", f.dispute_id AS "disputeId", f.case_id AS "caseId",
    f.owner_id AS "ownerId", n.name AS "ownerName", coalesce(f.owner_id = ANY($5::uuid[]), false) AS mine, f.state,
    f.first_seen_on AS "firstSeenOn", f.last_seen_on AS "lastSeenOn", f.resolved_on AS "resolvedOn",
    f.accepted_until AS "acceptedUntil", CASE WHEN ${KNOWS} THEN f.accept_reason END AS "acceptReason", f.version,
    CASE WHEN ${KNOWS} THEN coalesce(c.number, d.number, s.name) END AS label
  FROM integrity.finding f LEFT JOIN directory.person n ON n.id = f.owner_id
  LEFT JOIN cases.case_file c ON c.id = f.case_id LEFT JOIN cases.dispute d ON d.id = f.dispute_id
  LEFT JOIN directory.person s ON f.dispute_id IS NULL AND s.id = f.subject_id`;

const MATCHES = `f.check_code = ANY($6::text[]) AND ($7::text IS NULL OR f.state = $7)
  AND ($8::date IS NULL OR (${lastedOn('$8::date')})) AND (NOT $9::boolean OR f.owner_id = ANY($5::uuid[])) AND ${SEES}`;

const LIST = `${SELECT} WHERE ${MATCHES} ORDER BY f.id DESC LIMIT $10 OFFSET $11`;

const TOTAL = `SELECT count(*)::int AS total FROM (
  SELECT 1 FROM integrity.finding f WHERE ${MATCHES} LIMIT ${COUNT_CAP + 1}) AS found`;
