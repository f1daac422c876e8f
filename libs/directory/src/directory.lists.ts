import { Clock, notFound, ROLES, type Id, type Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { OrganListRequest, OrganView, PeopleListRequest, PersonView } from './directory.dto.js';
import { ORGAN, type OrganRecord } from './directory.service.js';
import { ORGAN_KINDS } from './domain/organ-kinds.js';

/** The directory's own screens. */
@Injectable()
export class DirectoryLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async organs(request: OrganListRequest): Promise<Page<OrganView>> {
    const values = [
      request.on ?? this.clock.today(),
      request.kind ?? null,
      request.parentId ?? null,
      request.keyword === undefined ? null : `%${request.keyword.replace(/[\\%_]/g, '\\$&')}%`,
      request.committees === 'false',
    ];
    const where = `WHERE o.valid_from <= $1 AND (o.valid_until IS NULL OR $1 < o.valid_until)
      AND ($2::text IS NULL OR o.kind = $2) AND ($3::uuid IS NULL OR o.parent_id = $3) AND ($4::text IS NULL OR o.name LIKE $4)
      AND NOT ($5::boolean AND o.kind = 'MEDIATION_COMMITTEE')`;
    const [items, [count]] = await Promise.all([
      this.database.read<OrganRecord>(`${ORGAN} ${where} ORDER BY o.sort_order, o.id LIMIT $6 OFFSET $7`, [
        ...values,
        request.size,
        (request.page - 1) * request.size,
      ]),
      this.database.read<{ n: number }>(`SELECT count(*) AS n FROM directory.organ o ${where}`, values),
    ]);
    return {
      items: items.map(view),
      page: request.page,
      size: request.size,
      total: count?.n ?? 0,
      totalIsCapped: false,
    };
  }

  /** @throws DomainError directory.organ.not-found */
  async organ(id: Id): Promise<OrganView> {
    const [row] = await this.database.read<OrganRecord>(`${ORGAN} WHERE o.id = $1`, [id]);
    if (!row) throw notFound('directory.organ');
    return view(row);
  }

  async people(request: PeopleListRequest): Promise<Page<PersonView>> {
    const values = [this.clock.today(), request.role ?? null, request.organId ?? null];
    const from = `FROM directory.post p JOIN directory.person n ON n.id = p.person_id JOIN directory.organ o ON o.id = p.organ_id
      WHERE p.valid_from <= $1 AND (p.valid_until IS NULL OR $1 < p.valid_until)
        AND ($2::text IS NULL OR p.role = $2) AND ($3::uuid IS NULL OR p.organ_id = $3)`;
    const [items, [count]] = await Promise.all([
      this.database.read<Omit<PersonView, 'roleName'>>(
        `SELECT p.id AS "postId", p.person_id AS "personId", n.name, p.role, p.title, p.organ_id AS "organId",
           o.name AS "organName", p.version ${from} ORDER BY o.sort_order, p.sort_order, p.id LIMIT $4 OFFSET $5`,
        [...values, request.size, (request.page - 1) * request.size],
      ),
      this.database.read<{ n: number }>(`SELECT count(*) AS n ${from}`, values),
    ]);
    return {
      items: items.map((p) => ({ ...p, roleName: ROLES[p.role] })),
      page: request.page,
      size: request.size,
      total: count?.n ?? 0,
      totalIsCapped: false,
    };
  }
}

function view(row: OrganRecord): OrganView {
  return { ...row, kindName: ORGAN_KINDS[row.kind] };
}
