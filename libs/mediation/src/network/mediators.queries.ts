import { Clock, notFound, type Id, type Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Absences } from './absences.js';
import { ACTIVE, codes } from './committees.queries.js';
import { DEFAULT_CAP, ENGAGEMENTS, LANGUAGES, SUBJECTS } from './domain/codes.js';
import type { MediatorItem, MediatorListRequest } from './mediators.dto.js';
import { OPEN_MEDIATION } from './open-cases.js';

interface Row extends Omit<MediatorItem, 'expertise' | 'languages' | 'engagementName' | 'available'> {
  expertise: string[];
  languages: string[];
}

/** The network's mediators of today, and whether they can take a case. */
@Injectable()
export class MediatorQueries {
  constructor(
    private readonly database: Database,
    private readonly absences: Absences,
    private readonly clock: Clock,
  ) {}

  async list(request: MediatorListRequest): Promise<Page<MediatorItem>> {
    const { page, size } = request;
    const values = [
      ...(await this.moment()),
      request.committeeId ?? null,
      request.matter ?? null,
      request.language ?? null,
      request.engagement ?? null,
      request.available === undefined ? null : request.available === 'true',
      request.keyword === undefined ? null : `%${request.keyword.replace(/[\\%_]/g, '\\$&')}%`,
    ];
    const [rows, [count]] = await Promise.all([
      this.database.read<Row>(
        `${MEDIATORS} SELECT * FROM x WHERE ${FILTER} ORDER BY rank, "personId" LIMIT $9 OFFSET $10`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(`${MEDIATORS} SELECT count(*)::int AS n FROM x WHERE ${FILTER}`, values),
    ]);
    return { items: rows.map(item), page, size, total: count?.n ?? 0, totalIsCapped: false };
  }

  /** @throws DomainError mediation.mediator.not-found if the person is no mediator today */
  async view(personId: Id): Promise<MediatorItem> {
    const values = [...(await this.moment()), personId];
    const [row] = await this.database.read<Row>(`${MEDIATORS} SELECT * FROM x WHERE "personId" = $3`, values);
    if (!row) throw notFound('mediation.mediator');
    return item(row);
  }

  private async moment(): Promise<[string, Id[]]> {
    const today = this.clock.today();
    return [today, await this.absences.on(today)];
  }
}

/** One row a person, of those who are mediators on `$1`; `$2` are those who are absent. */
const MEDIATORS = `WITH m AS (
    SELECT p.person_id, min(o.sort_order * 100000::bigint + least(p.sort_order, 99999)) AS rank, bool_or(${ACTIVE}) AS serves,
      array_agg(o.id) AS organ_ids,
      jsonb_agg(jsonb_build_object('id', o.id, 'name', o.short_name) ORDER BY o.sort_order) AS committees
    FROM directory.post p JOIN directory.organ o ON o.id = p.organ_id
    LEFT JOIN mediation.committee_profile c ON c.committee_id = o.id
    WHERE p.role = 'mediator' AND p.valid_from <= $1 AND (p.valid_until IS NULL OR $1 < p.valid_until)
      AND o.kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')
    GROUP BY p.person_id),
  loaded AS (
    SELECT m.*, coalesce(w.n, 0) AS load FROM m LEFT JOIN (SELECT a.person_id, count(*)::int AS n FROM cases.case_file f
      JOIN mediation.assigned_mediator a ON a.case_id = f.id AND a.ended_on IS NULL
      WHERE ${OPEN_MEDIATION} GROUP BY a.person_id) w ON w.person_id = m.person_id),
  x AS (
    SELECT m.person_id AS "personId", n.name, m.committees, m.organ_ids, m.rank, coalesce(q.expertise, '{}') AS expertise,
      coalesce(q.languages, '{PUTONGHUA}') AS languages, coalesce(q.engagement, 'FULL_TIME') AS engagement,
      q.term_from AS "termFrom", q.term_until AS "termUntil", coalesce(q.cap, ${DEFAULT_CAP}) AS cap, m.load AS "openCases",
      m.person_id = ANY ($2::uuid[]) AS absent, coalesce(q.former_organ_ids, '{}') AS "formerOrganIds",
      array_remove(ARRAY[
        CASE WHEN q.term_from > $1 OR q.term_until <= $1 THEN 'TERM' END,
        CASE WHEN NOT m.serves THEN 'CONTRACT' END,
        CASE WHEN m.person_id = ANY ($2::uuid[]) THEN 'ABSENT' END,
        CASE WHEN m.load >= coalesce(q.cap, ${DEFAULT_CAP}) THEN 'CAP' END], NULL) AS unavailable,
      coalesce(q.version, 0) AS version
    FROM loaded m JOIN directory.person n ON n.id = m.person_id
    LEFT JOIN mediation.mediator_profile q ON q.person_id = m.person_id)`;

const FILTER = `($3::uuid IS NULL OR $3 = ANY (organ_ids)) AND ($4::text IS NULL OR $4 = ANY (expertise))
  AND ($5::text IS NULL OR $5 = ANY (languages)) AND ($6::text IS NULL OR engagement = $6)
  AND ($7::boolean IS NULL OR (unavailable = '{}') = $7) AND ($8::text IS NULL OR name LIKE $8)`;

function item(row: Row): MediatorItem {
  const { personId, name, committees, engagement, termFrom, termUntil, cap, openCases, absent } = row;
  return {
    personId,
    name,
    committees,
    expertise: codes(row.expertise, SUBJECTS),
    languages: codes(row.languages, LANGUAGES),
    engagement,
    engagementName: ENGAGEMENTS[engagement],
    termFrom,
    termUntil,
    cap,
    openCases,
    absent,
    available: row.unavailable.length === 0,
    unavailable: row.unavailable,
    formerOrganIds: row.formerOrganIds,
    version: row.version,
  };
}
