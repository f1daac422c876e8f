import { record } from '@app/audit';
import {
  Clock,
  DomainError,
  newId,
  notFound,
  ROLES,
  staleVersion,
  type Actor,
  type Id,
  type Page,
  type RoleCode,
} from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ORGAN, type OrganRecord } from './directory.service.js';
import type {
  CreatedView,
  CreateOrganRequest,
  CreatePostRequest,
  EndOrganRequest,
  EndPostRequest,
  OrganListRequest,
  OrganView,
  PeopleListRequest,
  PersonView,
} from './directory.dto.js';
import { ORGAN_KINDS } from './domain/organ-kinds.js';
import { mustBeSeparate } from './domain/separation.js';

/** The directory's own screens: lists, and changes with their dates. */
@Injectable()
export class DirectoryEditor {
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
    ];
    const where = `WHERE o.valid_from <= $1 AND (o.valid_until IS NULL OR $1 < o.valid_until)
      AND ($2::text IS NULL OR o.kind = $2) AND ($3::uuid IS NULL OR o.parent_id = $3) AND ($4::text IS NULL OR o.name LIKE $4)`;
    const [items, [count]] = await Promise.all([
      this.database.read<OrganRecord>(`${ORGAN} ${where} ORDER BY o.sort_order, o.id LIMIT $5 OFFSET $6`, [
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

  /** @throws DomainError directory.code-taken, directory.organ.not-found (parent) */
  async createOrgan(actor: Actor, request: CreateOrganRequest): Promise<CreatedView> {
    return this.database.transaction(async (tx) => {
      if (request.parentId) await mustExist(tx, request.parentId);
      const id = newId();
      const inserted = await sql(
        tx,
        `INSERT INTO directory.organ (id, code, name, short_name, kind, parent_id, has_authorisation, authorisation_basis,
           valid_from, sort_order) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (code) DO NOTHING RETURNING 1`,
        [
          id,
          request.code,
          request.name,
          request.shortName,
          request.kind,
          request.parentId ?? null,
          request.hasAuthorisation,
          request.authorisationBasis ?? null,
          request.validFrom,
          request.sortOrder,
        ],
      );
      if (inserted.length === 0)
        throw new DomainError('directory.code-taken', { kind: 'conflict', detail: '该编码已被使用。' });
      record(tx, actor, {
        action: 'directory.create-organ',
        subjectType: 'organ',
        subjectId: id,
        detail: { code: request.code },
      });
      return { id };
    });
  }

  /** @throws DomainError directory.organ.not-found, directory.organ.stale-version, directory.bad-end, directory.bad-successor */
  async endOrgan(actor: Actor, id: Id, request: EndOrganRequest): Promise<OrganView> {
    await this.database.transaction(async (tx) => {
      const organ = await mustExist(tx, id);
      if (request.validUntil <= organ.validFrom) {
        throw new DomainError('directory.bad-end', { kind: 'invalid', detail: '终止日期应晚于成立日期。' });
      }
      if (request.successorId) {
        const successor = await mustExist(tx, request.successorId);
        if (successor.id === id || successor.validFrom > request.validUntil) {
          throw new DomainError('directory.bad-successor', {
            kind: 'invalid',
            detail: '继续行使职权的机关在终止之日应已存在。',
          });
        }
      }
      const updated = await sql(
        tx,
        `UPDATE directory.organ SET valid_until = $3, successor_id = $4, version = version + 1
         WHERE id = $1 AND version = $2 RETURNING 1`,
        [id, request.version, request.validUntil, request.successorId ?? null],
      );
      if (updated.length === 0) throw staleVersion('directory.organ');
      record(tx, actor, {
        action: 'directory.end-organ',
        subjectType: 'organ',
        subjectId: id,
        detail: { validUntil: request.validUntil, successorId: request.successorId ?? null, reason: request.reason },
      });
    });
    return this.organ(id);
  }

  /** @throws DomainError directory.person-or-name, directory.roles-not-separate, not-found */
  async createPost(actor: Actor, request: CreatePostRequest): Promise<CreatedView> {
    if ((request.personId === undefined) === (request.name === undefined)) {
      throw new DomainError('directory.person-or-name', {
        kind: 'invalid',
        detail: '请选择已有人员，或者填写新人员姓名。',
      });
    }
    return this.database.transaction(async (tx) => {
      await mustExist(tx, request.organId);
      const personId = request.personId ?? (await newPerson(tx, request.name!));
      // The person's row is locked, so that two posts at once are judged one after the other.
      const [person] = await sql(tx, 'SELECT 1 FROM directory.person WHERE id = $1 FOR UPDATE', [personId]);
      if (!person) throw notFound('directory.person');
      const held = await sql<{ role: RoleCode }>(
        tx,
        'SELECT role FROM directory.post WHERE person_id = $1 AND (valid_until IS NULL OR valid_until > $2)',
        [personId, request.validFrom],
      );
      mustBeSeparate([...held.map((p) => p.role), request.role]);
      const id = newId();
      await sql(
        tx,
        `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order) VALUES ($1, $2, $3, $4, $5, $6, 0)`,
        [id, personId, request.organId, request.role, request.title, request.validFrom],
      );
      record(tx, actor, {
        action: 'directory.create-post',
        subjectType: 'person',
        subjectId: personId,
        detail: { role: request.role, organId: request.organId, validFrom: request.validFrom },
      });
      return { id };
    });
  }

  /** @throws DomainError directory.post.not-found, directory.post.stale-version, directory.bad-end */
  async endPost(actor: Actor, id: Id, request: EndPostRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [post] = await sql<{ personId: Id; validFrom: string; version: number }>(
        tx,
        'SELECT person_id AS "personId", valid_from AS "validFrom", version FROM directory.post WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!post) throw notFound('directory.post');
      if (post.version !== request.version) throw staleVersion('directory.post');
      if (request.validUntil <= post.validFrom) {
        throw new DomainError('directory.bad-end', { kind: 'invalid', detail: '终止日期应晚于任职日期。' });
      }
      await sql(tx, 'UPDATE directory.post SET valid_until = $2, version = version + 1 WHERE id = $1', [
        id,
        request.validUntil,
      ]);
      record(tx, actor, {
        action: 'directory.end-post',
        subjectType: 'person',
        subjectId: post.personId,
        detail: { postId: id, validUntil: request.validUntil, reason: request.reason },
      });
    });
  }
}

function view(row: OrganRecord): OrganView {
  return { ...row, kindName: ORGAN_KINDS[row.kind] };
}

async function mustExist(tx: Tx, id: Id): Promise<OrganRecord> {
  const [row] = await sql<OrganRecord>(tx, `${ORGAN} WHERE o.id = $1`, [id]);
  if (!row) throw notFound('directory.organ');
  return row;
}

async function newPerson(tx: Tx, name: string): Promise<Id> {
  const id = newId();
  await sql(tx, 'INSERT INTO directory.person (id, name) VALUES ($1, $2)', [id, name]);
  return id;
}
