import { record } from '@app/audit';
import {
  DomainError,
  newId,
  notFound,
  staleVersion,
  type Actor,
  type CalendarDate,
  type Id,
  type RoleCode,
} from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CreatedView, CreatePostRequest, EndPostRequest } from './directory.dto.js';
import type { OrganRecord } from './directory.service.js';
import { mustBeSeparate } from './domain/separation.js';
import { isValidOn } from './domain/validity.js';
import { holdOrgans, mustExist } from './organ.store.js';

/** Giving and ending posts. */
@Injectable()
export class PostsEditor {
  constructor(private readonly database: Database) {}

  /**
   * @throws DomainError directory.person-or-name, directory.roles-not-separate, directory.organ-not-there, not-found,
   *   request.idempotency-key-reused
   */
  async create(actor: Actor, request: CreatePostRequest, key?: string): Promise<CreatedView> {
    return this.database.transaction(async (tx) => {
      const { id } = await idempotently(tx, actor, key, request, newId(), async (postId) => {
        await this.createIn(tx, actor, request, postId);
      });
      return { id };
    });
  }

  /** The same within a transaction. @returns the person, who may be new */
  async createIn(tx: Tx, actor: Actor, request: CreatePostRequest, id: Id): Promise<Id> {
    if (((request.personId ?? null) === null) === ((request.name ?? null) === null)) {
      throw new DomainError('directory.person-or-name', {
        kind: 'invalid',
        detail: '请选择已有人员，或者填写新人员姓名。',
      });
    }
    holdOrgans(tx);
    const organ = await mustExist(tx, request.organId);
    mustBeThere(organ, request.validFrom);
    const validUntil = endOf(organ, request);
    const personId = request.personId ?? newPerson(tx, request.name!);
    await mustStaySeparate(tx, personId, request);
    send(
      tx,
      `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, valid_until, sort_order)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 0)`,
      [id, personId, organ.id, request.role, request.title, request.validFrom, validUntil],
    );
    record(tx, actor, {
      action: 'directory.create-post',
      subjectType: 'person',
      subjectId: personId,
      detail: { role: request.role, organId: organ.id, validFrom: request.validFrom },
    });
    return personId;
  }

  /** @throws DomainError directory.post.not-found, directory.post.stale-version, directory.bad-end */
  async end(actor: Actor, id: Id, request: EndPostRequest): Promise<void> {
    await this.database.transaction((tx) => this.endIn(tx, actor, id, request));
  }

  /** The same within a transaction. */
  async endIn(tx: Tx, actor: Actor, id: Id, request: EndPostRequest): Promise<void> {
    holdOrgans(tx);
    const [post] = await sql<HeldPost>(tx, POST, [id]);
    if (!post) throw notFound('directory.post');
    if (post.version !== request.version) throw staleVersion('directory.post');
    if (request.validUntil <= post.validFrom) throw badEnd('终止日期应晚于任职日期。');
    if (post.organUntil !== null && request.validUntil > post.organUntil)
      throw badEnd(`所在机关自 ${post.organUntil} 起不再存在，任职不能晚于该日终止。`);
    send(tx, 'UPDATE directory.post SET valid_until = $2, version = version + 1 WHERE id = $1', [
      id,
      request.validUntil,
    ]);
    record(tx, actor, {
      action: 'directory.end-post',
      subjectType: 'person',
      subjectId: post.personId,
      detail: { postId: id, validUntil: request.validUntil, reason: request.reason },
    });
  }
}

interface HeldPost {
  personId: Id;
  validFrom: CalendarDate;
  organUntil: CalendarDate | null;
  version: number;
}

const POST = `SELECT p.person_id AS "personId", p.valid_from AS "validFrom", o.valid_until AS "organUntil", p.version
  FROM directory.post p JOIN directory.organ o ON o.id = p.organ_id WHERE p.id = $1 FOR UPDATE OF p`;

function mustBeThere(organ: OrganRecord, on: CalendarDate): void {
  if (isValidOn(organ, on)) return;
  const detail =
    on < organ.validFrom ? `该机关自 ${organ.validFrom} 起才存在` : `该机关自 ${organ.validUntil} 起不再存在`;
  throw new DomainError('directory.organ-not-there', {
    kind: 'invalid',
    detail: `${detail}，任职日期不正确。`,
    errors: [{ pointer: '#/validFrom', code: 'organNotThere', detail }],
  });
}

/** A post ends with its term; where the end of the organ is known, at the latest with that. */
function endOf(organ: OrganRecord, request: CreatePostRequest): CalendarDate | null {
  const validUntil = request.validUntil ?? null;
  if (validUntil !== null && validUntil <= request.validFrom)
    throw badEnd('任期届满日应晚于任职日期。', '#/validUntil');
  if (validUntil === null || organ.validUntil === null) return validUntil ?? organ.validUntil;
  return validUntil < organ.validUntil ? validUntil : organ.validUntil;
}

/** The person's row is locked, so that two posts at once are judged one after the other. */
async function mustStaySeparate(tx: Tx, personId: Id, { role, validFrom }: CreatePostRequest): Promise<void> {
  const [person] = await sql(tx, 'SELECT 1 FROM directory.person WHERE id = $1 FOR UPDATE', [personId]);
  if (!person) throw notFound('directory.person');
  const held = await sql<{ role: RoleCode }>(
    tx,
    'SELECT role FROM directory.post WHERE person_id = $1 AND (valid_until IS NULL OR valid_until > $2)',
    [personId, validFrom],
  );
  mustBeSeparate([...held.map((p) => p.role), role]);
}

function newPerson(tx: Tx, name: string): Id {
  const id = newId();
  send(tx, 'INSERT INTO directory.person (id, name) VALUES ($1, $2)', [id, name]);
  return id;
}

function badEnd(detail: string, pointer?: string): DomainError {
  const errors = pointer === undefined ? [] : [{ pointer, code: 'badEnd', detail }];
  return new DomainError('directory.bad-end', { kind: 'invalid', detail, errors });
}
