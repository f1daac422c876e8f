import { record } from '@app/audit';
import { DomainError, newId, staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChangeOrganRequest, CreatedView, CreateOrganRequest, EndOrganRequest } from './directory.dto.js';
import type { OrganRecord } from './directory.service.js';
import { dependantsOf, endAll, lockOrgans, mustBeOnlyOne, mustExist, type Dependant } from './organ.store.js';

const CHANGEABLE = ['name', 'shortName', 'sortOrder', 'hasAuthorisation', 'authorisationBasis'] as const;
/** So many dependants are named in a refusal; all are counted. */
const NAMED = 50;

/** Founding, correcting and ending organs. */
@Injectable()
export class OrgansEditor {
  constructor(private readonly database: Database) {}

  /**
   * @throws DomainError directory.code-taken, directory.name-taken, directory.parent-ended, directory.organ.not-found (parent),
   *   request.idempotency-key-reused
   */
  async create(actor: Actor, request: CreateOrganRequest, key?: string): Promise<CreatedView> {
    return this.database.transaction(async (tx) => {
      const { id } = await idempotently(tx, actor, key, request, newId(), (organId) =>
        this.createIn(tx, actor, request, organId),
      );
      return { id };
    });
  }

  /** The same within a transaction. */
  async createIn(tx: Tx, actor: Actor, request: CreateOrganRequest, id: Id): Promise<void> {
    lockOrgans(tx);
    if (request.parentId) mustGoOn(await mustExist(tx, request.parentId), request);
    await insert(tx, request, id);
    await mustBeOnlyOne(tx, { id, name: request.name, validFrom: request.validFrom, validUntil: null });
    record(tx, actor, {
      action: 'directory.create-organ',
      subjectType: 'organ',
      subjectId: id,
      detail: { code: request.code },
    });
  }

  /** Corrects what an organ is called, where it ranks and what it may do. @throws DomainError stale-version, name-taken, not-found */
  async change(actor: Actor, id: Id, request: ChangeOrganRequest): Promise<void> {
    await this.database.transaction((tx) => this.changeIn(tx, actor, id, request));
  }

  /** The same within a transaction. */
  async changeIn(tx: Tx, actor: Actor, id: Id, request: ChangeOrganRequest): Promise<void> {
    lockOrgans(tx);
    const before = await mustExist(tx, id);
    if (before.version !== request.version) throw staleVersion('directory.organ');
    const after = changed(before, request);
    const fields = CHANGEABLE.filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return;
    if (fields.includes('name')) await mustBeOnlyOne(tx, after);
    send(
      tx,
      `UPDATE directory.organ SET name = $2, short_name = $3, sort_order = $4, has_authorisation = $5,
         authorisation_basis = $6, version = version + 1 WHERE id = $1`,
      [id, after.name, after.shortName, after.sortOrder, after.hasAuthorisation, after.authorisationBasis],
    );
    const values = (organ: OrganRecord) => Object.fromEntries(fields.map((field) => [field, organ[field]]));
    record(tx, actor, {
      action: 'directory.change-organ',
      subjectType: 'organ',
      subjectId: id,
      detail: { before: values(before), after: values(after) },
    });
  }

  /**
   * Ends an organ; with its posts and the bodies under it if the request says so.
   * @throws DomainError directory.organ.not-found, directory.organ.stale-version, directory.bad-end,
   *   directory.bad-successor, directory.name-taken (if its end is put off), directory.organ-in-use with what is held there
   */
  async end(actor: Actor, id: Id, request: EndOrganRequest): Promise<void> {
    await this.database.transaction((tx) => this.endIn(tx, actor, id, request));
  }

  /** The same within a transaction. */
  async endIn(tx: Tx, actor: Actor, id: Id, request: EndOrganRequest): Promise<void> {
    lockOrgans(tx);
    const organ = await mustExist(tx, id);
    if (organ.version !== request.version) throw staleVersion('directory.organ');
    if (request.validUntil <= organ.validFrom) {
      throw new DomainError('directory.bad-end', { kind: 'invalid', detail: '终止日期应晚于成立日期。' });
    }
    if (request.successorId) mustSucceed(await mustExist(tx, request.successorId), id, request);
    await mustBeOnlyOne(tx, { ...organ, validUntil: request.validUntil });
    const dependants = await dependantsOf(tx, id, request.validUntil);
    mustBeFree(dependants, request);
    endAll(tx, dependants, request.validUntil);
    const { validUntil, successorId = null, reason } = request;
    send(tx, 'UPDATE directory.organ SET valid_until = $2, successor_id = $3, version = version + 1 WHERE id = $1', [
      id,
      validUntil,
      successorId,
    ]);
    record(tx, actor, {
      action: 'directory.end-organ',
      subjectType: 'organ',
      subjectId: id,
      detail: { validUntil, successorId, reason, ended: dependants.map((d) => d.id) },
    });
  }
}

async function insert(tx: Tx, request: CreateOrganRequest, id: Id): Promise<void> {
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
}

/** What the request leaves out, or has as null, stays; but the basis of an authorisation can be taken away. */
function changed(organ: OrganRecord, request: ChangeOrganRequest): OrganRecord {
  return {
    ...organ,
    name: request.name ?? organ.name,
    shortName: request.shortName ?? organ.shortName,
    sortOrder: request.sortOrder ?? organ.sortOrder,
    hasAuthorisation: request.hasAuthorisation ?? organ.hasAuthorisation,
    authorisationBasis:
      request.authorisationBasis === undefined ? organ.authorisationBasis : request.authorisationBasis,
  };
}

function mustGoOn(parent: OrganRecord, { validFrom }: CreateOrganRequest): void {
  if (parent.validUntil === null || validFrom < parent.validUntil) return;
  throw new DomainError('directory.parent-ended', {
    kind: 'invalid',
    detail: `上级机关自 ${parent.validUntil} 起不再存在。`,
    errors: [{ pointer: '#/parentId', code: 'ended', detail: '上级机关已终止' }],
  });
}

function mustSucceed(successor: OrganRecord, id: Id, { validUntil }: EndOrganRequest): void {
  const there =
    successor.validFrom <= validUntil && (successor.validUntil === null || validUntil < successor.validUntil);
  if (there && successor.id !== id) return;
  throw new DomainError('directory.bad-successor', {
    kind: 'invalid',
    detail: '继续行使职权的机关在终止之日应存在。',
  });
}

/** What begins on the day or later cannot end on it: it must be dealt with by itself. */
function mustBeFree(dependants: readonly Dependant[], { validUntil, withDependants }: EndOrganRequest): void {
  const held = withDependants ? dependants.filter((d) => d.validFrom >= validUntil) : dependants;
  if (held.length === 0) return;
  const posts = held.filter((d) => d.kind === 'post').length;
  const bodies = held.length - posts;
  const detail = withDependants
    ? `有 ${posts} 个岗位、${bodies} 个下属机构在终止之日或者以后才开始，请先分别处理。`
    : `该机关届时还有 ${posts} 个在任岗位、${bodies} 个下属机构（含调解委员会），请先终止，或者确认一并终止（withDependants）。`;
  throw new DomainError('directory.organ-in-use', {
    kind: 'conflict',
    detail,
    params: { posts, bodies, held: held.slice(0, NAMED).map(({ kind, id, name }) => ({ kind, id, name })) },
  });
}
