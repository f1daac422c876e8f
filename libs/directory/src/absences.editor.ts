import { record } from '@app/audit';
import {
  addDays,
  Clock,
  DomainError,
  newId,
  notFound,
  staleVersion,
  type Actor,
  type CalendarDate,
  type Id,
} from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Absence } from './absence.entity.js';
import type { CancelAbsenceRequest, EnterAbsenceRequest, ShortenAbsenceRequest } from './absences.dto.js';
import { manages } from './absences.lists.js';
import type { CreatedView } from './directory.dto.js';
import { mayCover, type HeldPost } from './domain/cover.js';

type Days = Pick<Absence, 'personId' | 'fromOn' | 'untilOn'>;

/** Nobody is away for longer by one entry: a slip of the year would take somebody out of the service. [L] */
const LONGEST_DAYS = 366;

/** Entering days away, and taking them back. */
@Injectable()
export class AbsencesEditor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError directory.person.not-found, directory.not-their-head, directory.absence-days,
   *   directory.absence-overlaps, directory.covers-another, directory.cover-unfit, directory.cover-absent
   */
  async enter(actor: Actor, request: EnterAbsenceRequest, key?: string): Promise<CreatedView> {
    const { coverId = null, reason, fromOn } = request;
    const days = { personId: request.personId ?? actor.personId, fromOn, untilOn: addDays(request.lastDay, 1) };
    return this.database.transaction(async (tx) => {
      const { id } = await idempotently(tx, actor, key, request, newId(), async (absenceId) => {
        await lockPersons(tx, coverId === null ? [days.personId] : [days.personId, coverId]);
        await this.mustFit(tx, actor, days, coverId);
        send(tx, INSERT, [absenceId, days.personId, days.fromOn, days.untilOn, coverId, reason, actor.personId]);
        note(tx, actor, 'enter', { id: absenceId, ...days, coverId });
      });
      return { id };
    });
  }

  /** @throws DomainError directory.absence.not-found, .stale-version, directory.absence-days */
  async shorten(actor: Actor, id: Id, { version, lastDay }: ShortenAbsenceRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const absence = await this.mustManage(tx, actor, id, version);
      const untilOn = addDays(lastDay, 1);
      if (untilOn >= absence.untilOn) throw badDays('/lastDay', '只能提前结束；需要延长的，请另行登记。');
      if (untilOn <= absence.fromOn || untilOn < this.clock.today())
        throw badDays('/lastDay', '结束日不能早于开始日，也不能早于昨日。');
      this.end(tx, actor, absence, untilOn, 'shorten');
    });
  }

  /**
   * One that has begun ends yesterday, for who stood in until then stays true.
   * @throws DomainError directory.absence.not-found, .stale-version
   */
  async cancel(actor: Actor, id: Id, { version }: CancelAbsenceRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const absence = await this.mustManage(tx, actor, id, version);
      const today = this.clock.today();
      if (absence.fromOn < today) return this.end(tx, actor, absence, today, 'cancel');
      send(tx, 'UPDATE directory.absence SET cancelled_at = $2, version = version + 1 WHERE id = $1', [
        id,
        this.clock.now(),
      ]);
      note(tx, actor, 'cancel', absence);
    });
  }

  private end(tx: Tx, actor: Actor, absence: Absence, untilOn: CalendarDate, act: string): void {
    send(tx, 'UPDATE directory.absence SET until_on = $2, version = version + 1 WHERE id = $1', [absence.id, untilOn]);
    note(tx, actor, act, { ...absence, untilOn });
  }

  /** The absence, locked; who may see nothing of it does not find it. It must last still. */
  private async mustManage(tx: Tx, actor: Actor, id: Id, version: number): Promise<Absence> {
    const [absence] = await sql<Absence>(tx, ABSENCE, [id]);
    if (!absence) throw notFound('directory.absence');
    const posts = await postsOf(tx, absence.personId, absence.fromOn);
    const own = [absence.personId, absence.createdBy].includes(actor.personId);
    if (!own && !manages(actor, organs(posts))) throw notFound('directory.absence');
    if (absence.version !== version) throw staleVersion('directory.absence');
    if (absence.cancelledAt !== null || absence.untilOn <= this.clock.today())
      throw new DomainError('directory.absence-over', { kind: 'conflict', detail: '该请假已经撤销或者结束。' });
    return absence;
  }

  private async mustFit(tx: Tx, actor: Actor, days: Days, coverId: Id | null): Promise<void> {
    const today = this.clock.today();
    if (days.untilOn <= days.fromOn) throw badDays('/lastDay', '最后一日不能早于开始日。');
    if (days.untilOn <= today) throw badDays('/lastDay', '最后一日已经过去，无需登记。');
    if (days.untilOn > addDays(days.fromOn, LONGEST_DAYS)) throw badDays('/lastDay', '一次登记不能超过一年。');
    const posts = await postsOf(tx, days.personId, days.fromOn);
    const heads = manages(actor, organs(posts));
    if (days.personId !== actor.personId && !heads) throw notTheirHead();
    if (posts.length === 0) throw noPosts();
    await mustBeFree(tx, days);
    if (coverId !== null) await mustBeFit(tx, days, posts, coverId, heads);
  }
}

/** In the order of their ids, so that two entries that name each other's persons do not wait for each other. */
async function lockPersons(tx: Tx, ids: readonly Id[]): Promise<void> {
  const found = await sql(tx, 'SELECT 1 FROM directory.person WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
    ids,
  ]);
  if (found.length < new Set(ids).size) throw notFound('directory.person');
}

async function mustBeFree(tx: Tx, days: Days): Promise<void> {
  const [other] = await sql<Absence>(tx, TOUCHING, [days.personId, days.fromOn, days.untilOn]);
  if (!other) return;
  const span = `${other.fromOn} 至 ${addDays(other.untilOn, -1)}`;
  if (other.personId === days.personId)
    throw new DomainError('directory.absence-overlaps', { kind: 'conflict', detail: `${span} 已登记请假，请勿重复。` });
  throw new DomainError('directory.covers-another', {
    kind: 'conflict',
    detail: `${span} 期间正代理他人工作，请先为其另行安排代理人。`,
  });
}

async function mustBeFit(tx: Tx, days: Days, posts: readonly HeldPost[], coverId: Id, named: boolean): Promise<void> {
  const unfit = coverId === days.personId || !mayCover(await postsOf(tx, coverId, days.fromOn), posts, named);
  if (unfit)
    throw badCover(
      'directory.cover-unfit',
      '代理人应在同一单位担任相同岗位或者为单位负责人；其他人员由单位负责人指定。',
    );
  const [away] = await sql<Absence>(tx, `${TOUCHING_OF_PERSON} LIMIT 1`, [coverId, days.fromOn, days.untilOn]);
  if (away) throw badCover('directory.cover-absent', '代理人在此期间也请假，请另选他人。');
}

async function postsOf(tx: Tx, personId: Id, on: CalendarDate): Promise<HeldPost[]> {
  return sql<HeldPost>(
    tx,
    `SELECT role, organ_id AS "organId" FROM directory.post
     WHERE person_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR $2 < valid_until)`,
    [personId, on],
  );
}

function organs(posts: readonly HeldPost[]): Id[] {
  return posts.map((post) => post.organId);
}

/** The reason stays out of the trail: it may be an illness. */
function note(
  tx: Tx,
  actor: Actor,
  act: string,
  { id, personId, fromOn, untilOn, coverId }: Days & { id: Id; coverId: Id | null },
): void {
  record(tx, actor, {
    action: `directory.${act}-absence`,
    subjectType: 'person',
    subjectId: personId,
    detail: { absenceId: id, fromOn, untilOn, coverId },
  });
}

function badDays(pointer: string, detail: string): DomainError {
  return new DomainError('directory.absence-days', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: `#${pointer}`, code: 'badDays', detail }],
  });
}

function badCover(code: string, detail: string): DomainError {
  return new DomainError(code, { detail, errors: [{ pointer: '#/coverId', code: 'badCover', detail }] });
}

function notTheirHead(): DomainError {
  return new DomainError('directory.not-their-head', {
    kind: 'forbidden',
    detail: '只能登记本人请假；他人请假由其单位负责人或者系统管理员登记。',
  });
}

function noPosts(): DomainError {
  return new DomainError('directory.no-posts', { detail: '该人员在开始日没有任职，无需登记请假。' });
}

const COLUMNS = `SELECT id, person_id AS "personId", from_on AS "fromOn", until_on AS "untilOn", cover_id AS "coverId", reason,
  created_by AS "createdBy", cancelled_at AS "cancelledAt", version FROM directory.absence`;
const ABSENCE = `${COLUMNS} WHERE id = $1 FOR UPDATE`;
const TOUCHING_OF_PERSON = `${COLUMNS} WHERE person_id = $1 AND cancelled_at IS NULL AND from_on < $3 AND $2 < until_on`;
/** Days away, or of standing in, that touch others. */
const TOUCHING = `${TOUCHING_OF_PERSON} UNION ALL ${TOUCHING_OF_PERSON.replace('person_id = $1', 'cover_id = $1')} LIMIT 1`;
const INSERT = `INSERT INTO directory.absence (id, person_id, from_on, until_on, cover_id, reason, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
