import { Clock, notFound, ROLES, type CalendarDate, type Id, type Page, type RoleCode } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { COMMITTEE_KINDS, LEVELS, SUBJECTS, type CommitteeKind, type Level } from './domain/codes.js';
import type { CommitteeListRequest } from './committees.dto.js';
import type { CodeView, CommitteeItem, CommitteeView, MemberView } from './network.views.js';
import { OPEN_MEDIATION } from './open-cases.js';

interface Row extends Omit<CommitteeItem, 'levelName' | 'kindName' | 'matters'> {
  matters: string[];
}

/** The network's committees as they are today. */
@Injectable()
export class CommitteeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(request: CommitteeListRequest): Promise<Page<CommitteeItem>> {
    const { page, size } = request;
    const values = [
      this.clock.today(),
      request.level ?? null,
      request.kind ?? null,
      request.matter ?? null,
      request.area ?? null,
      request.keyword === undefined ? null : `%${request.keyword.replace(/[\\%_]/g, '\\$&')}%`,
      request.ended === 'true',
    ];
    const [rows, [count]] = await Promise.all([
      this.database.read<Row>(
        `WITH o AS (SELECT o.* ${COMMITTEES} AND ${FILTER} ORDER BY o.sort_order, o.id LIMIT $8 OFFSET $9) ${ITEM}`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(`SELECT count(*)::int AS n ${COMMITTEES} AND ${FILTER}`, values),
    ]);
    return { items: rows.map(item), page, size, total: count?.n ?? 0, totalIsCapped: false };
  }

  /** @throws DomainError mediation.committee.not-found */
  async view(id: Id): Promise<CommitteeView> {
    const today = this.clock.today();
    const [[row], members] = await Promise.all([
      this.database.read<Row>(`WITH o AS (SELECT o.* ${COMMITTEES} AND o.id = $2) ${ITEM}`, [today, id]),
      this.database.read<Omit<MemberView, 'roleName'> & { role: RoleCode }>(MEMBERS, [today, id]),
    ]);
    if (!row) throw notFound('mediation.committee');
    return { ...item(row), members: members.map((m) => ({ ...m, roleName: ROLES[m.role] })) };
  }

  /** Region codes that the directory knows, with the names of their organs. */
  async areas(on: CalendarDate): Promise<Map<string, string>> {
    const rows = await this.database.read<CodeView>(
      `SELECT region_code AS code, short_name AS name FROM directory.organ
       WHERE region_code IS NOT NULL AND valid_from <= $1 AND (valid_until IS NULL OR $1 < valid_until)
       ORDER BY sort_order`,
      [on],
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}

/** The centre is at the head of the network. `$1` is today. */
const COMMITTEES = `FROM directory.organ o LEFT JOIN mediation.committee_profile c ON c.committee_id = o.id
  WHERE o.kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')`;
const LASTS = (from: string, until: string): string => `${from} <= $1 AND (${until} IS NULL OR $1 < ${until})`;

/** Exists on `$1`, and its contract holds if it is under one. Of organs `o` with profiles `c`. */
export const ACTIVE = `(${LASTS('o.valid_from', 'o.valid_until')}
  AND (c.kind IS DISTINCT FROM 'SOCIAL_ORGANISATION' OR ${LASTS('c.contract_from', 'c.contract_until')}))`;

const FILTER = `($2::text IS NULL OR c.level = $2) AND ($3::text IS NULL OR c.kind = $3)
  AND ($4::text IS NULL OR c.matters IS NULL OR c.matters = '{}' OR $4 = ANY (c.matters))
  AND ($5::text IS NULL OR c.areas IS NULL OR c.areas = '{}' OR $5 = ANY (c.areas))
  AND ($6::text IS NULL OR o.name LIKE $6) AND ($7::boolean OR ${ACTIVE})`;

const HELD = LASTS('p.valid_from', 'p.valid_until');
const HOLDER = (role: string, organ: string): string => `(SELECT n.name FROM directory.post p
  JOIN directory.person n ON n.id = p.person_id WHERE p.role = '${role}' AND p.organ_id = ${organ} AND ${HELD}
  ORDER BY p.sort_order, p.id LIMIT 1)`;

/** A view of each of the organs `o`. */
const ITEM = `SELECT o.id, o.code, o.name, o.short_name AS "shortName", o.parent_id AS "parentId", u.name AS "parentName",
    o.valid_from AS "validFrom", o.valid_until AS "validUntil", c.level, c.kind, c.industry,
    coalesce(c.matters, '{}') AS matters,
    coalesce((SELECT jsonb_agg(jsonb_build_object('code', a.code, 'name', coalesce((SELECT r.short_name
        FROM directory.organ r WHERE r.region_code = a.code ORDER BY r.valid_until DESC NULLS FIRST LIMIT 1), a.code))
      ORDER BY a.at) FROM unnest(c.areas) WITH ORDINALITY AS a(code, at)), '[]') AS areas,
    c.contract_from AS "contractFrom", c.contract_until AS "contractUntil", ${ACTIVE} AS active,
    ${HOLDER('committee_chair', 'o.id')} AS "chairName",
    coalesce(${HOLDER('dept_liaison', 'o.id')}, ${HOLDER('dept_liaison', 'o.parent_id')},
      ${HOLDER('dept_liaison', 'u.parent_id')}) AS "liaisonName",
    (SELECT count(DISTINCT p.person_id)::int FROM directory.post p
      WHERE p.role = 'mediator' AND p.organ_id = o.id AND ${HELD}) AS mediators,
    coalesce(w.n, 0) AS "openCases",
    coalesce(c.version, 0) AS version
  FROM o LEFT JOIN mediation.committee_profile c ON c.committee_id = o.id
  LEFT JOIN (SELECT m.committee_id, count(*)::int AS n FROM cases.case_file f
    JOIN mediation.mediation m ON m.case_id = f.id WHERE ${OPEN_MEDIATION} GROUP BY m.committee_id) w ON w.committee_id = o.id
  LEFT JOIN directory.organ u ON u.id = o.parent_id ORDER BY o.sort_order, o.id`;

const MEMBERS = `SELECT p.id AS "postId", p.person_id AS "personId", n.name, p.role, p.title, p.valid_from AS "from",
    p.valid_until AS "until", (${HELD}) AS current, p.version
  FROM directory.post p JOIN directory.person n ON n.id = p.person_id WHERE p.organ_id = $2
  ORDER BY (${HELD}) DESC, p.sort_order, p.valid_from DESC, p.id`;

export const codes = (list: readonly string[], names: Readonly<Record<string, string>>): CodeView[] =>
  list.map((code) => ({ code, name: names[code] ?? code }));

function item(row: Row): CommitteeItem {
  return {
    ...row,
    levelName: row.level === null ? null : LEVELS[row.level satisfies Level],
    kindName: row.kind === null ? null : COMMITTEE_KINDS[row.kind satisfies CommitteeKind].name,
    matters: codes(row.matters, SUBJECTS),
  };
}
