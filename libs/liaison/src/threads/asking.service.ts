import { record } from '@app/audit';
import { refreshDue, type CaseRow } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { Clock, DomainError, newId, staleVersion, type Actor, type FieldError, type Id } from '@app/kernel';
import { Database, FieldCipher, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DESK } from '../desks.js';
import { ANSWER_RULE } from '../domain/clocks.js';
import { Heralds } from './heralds.js';
import { ThreadAccess } from './thread-access.js';
import { ThreadStore, type RequestRow } from './thread-store.js';
import { ThreadViews } from './thread-views.js';
import type { AskRequest, DecideMoreTimeRequest, ThreadView, WithdrawRequest } from './threads.dto.js';

/** 交办、协办: what those who have a case do. */
@Injectable()
export class AskingService {
  constructor(
    private readonly database: Database,
    private readonly access: ThreadAccess,
    private readonly store: ThreadStore,
    private readonly views: ThreadViews,
    private readonly heralds: Heralds,
    private readonly clocks: ClocksService,
    private readonly directory: DirectoryService,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Every thread of a case, oldest first. @throws DomainError cases.case.not-found */
  async ofCase(actor: Actor, caseId: Id): Promise<ThreadView[]> {
    return this.database.transaction(async (tx) => {
      await this.access.caseOf(tx, actor, caseId);
      return this.views.of(tx, actor, await this.store.ofCase(tx, caseId), 'STAFF');
    });
  }

  /**
   * Asks organs about a case; each gets a clock and a thread. Answers their threads.
   * @throws DomainError cases.case.not-found, liaison.case-closed, liaison.organ-unfit, liaison.asked-already,
   *   liaison.behind-the-wall, documents.file.not-found
   */
  async ask(actor: Actor, caseId: Id, request: AskRequest, key?: string): Promise<ThreadView[]> {
    const { procedure } = await this.database.transaction((tx) => this.access.caseOf(tx, actor, caseId));
    await this.access.mayShow(actor, { caseId, procedure, organId: null }, request.fileIds ?? []);
    return this.database.transaction(async (tx) => {
      await idempotently(tx, actor, key, { caseId, ...request }, newId(), async () => {
        const row = await this.access.caseOf(tx, actor, caseId, true);
        if (!row.open) throw caseClosed();
        await this.mustBeFit(tx, caseId, request.organIds);
        await this.begin(tx, actor, row, request);
      });
      const threads = (await this.store.ofCase(tx, caseId)).filter((each) => request.organIds.includes(each.organId));
      const last = new Map(threads.map((each) => [each.organId, each]));
      return this.views.of(
        tx,
        actor,
        request.organIds.flatMap((id) => last.get(id) ?? []),
        'STAFF',
      );
    });
  }

  /** Takes a request back; its clock falls away. @throws DomainError liaison.request.not-found, liaison.closed, stale */
  async withdraw(actor: Actor, id: Id, { version, reason }: WithdrawRequest): Promise<ThreadView> {
    return this.database.transaction(async (tx) => {
      const row = await this.access.hold(tx, actor, id, 'STAFF');
      await closeOpen(tx, this.store, { ...row, version }, row, 'WITHDRAWN');
      await this.clocks.cancel(tx, actor, row.caseId, ANSWER_RULE, this.clock.today(), row.organId);
      refreshDue(tx, row.disputeId);
      this.store.say(tx, actor, { requestId: id, kind: 'WITHDRAWAL', voice: 'STAFF', text: reason, fileIds: [] });
      await this.heralds.tellOrgan(tx, id);
      noteOnCase(tx, actor, 'withdraw', row);
      return this.one(tx, actor, id);
    });
  }

  /**
   * Grants the organ more time, or refuses it; once.
   * @throws DomainError liaison.request.not-found, liaison.closed, liaison.no-more-time-asked, a stale version, or what the
   *   clock refuses (it has run out)
   */
  async decideMoreTime(actor: Actor, id: Id, request: DecideMoreTimeRequest): Promise<ThreadView> {
    return this.database.transaction(async (tx) => {
      const row = await this.access.hold(tx, actor, id, 'STAFF');
      mustBeOpen(row, request.version);
      const outcome = request.granted ? 'GRANTED' : 'REFUSED';
      const values = [row.clockId, outcome, this.cipher.encrypt(request.reason), actor.personId, this.clock.now()];
      const [asked] = await sql<{ days: number }>(tx, DECIDE, values);
      if (!asked) throw nothingAsked();
      if (request.granted) await this.extend(tx, actor, row, asked.days);
      const said = { requestId: id, kind: 'TIME_DECIDED', voice: 'STAFF', text: request.reason, fileIds: [] } as const;
      this.store.say(tx, actor, said);
      await sql(tx, 'UPDATE liaison.request SET version = version + 1 WHERE id = $1', [id]);
      await this.heralds.tellOrgan(tx, id);
      noteOnCase(tx, actor, 'decide-more-time', row, { outcome });
      return this.one(tx, actor, id);
    });
  }

  private async begin(tx: Tx, actor: Actor, row: CaseRow, request: AskRequest): Promise<void> {
    const today = this.clock.today();
    const { kind, text, fileIds = [], organIds, workingDays: amount } = request;
    const started = await this.clocks.start(
      tx,
      actor,
      organIds.map((concernsId) => ({
        subjectId: row.id,
        scopeId: row.disputeId,
        concernsId,
        rule: ANSWER_RULE,
        from: today,
        amount,
      })),
    );
    refreshDue(tx, row.disputeId);
    const at = { caseId: row.id, disputeId: row.disputeId, kind, askedBy: actor.personId, askedOn: today };
    for (const { id: clockId, concernsId } of started) {
      const id = newId();
      this.store.insert(tx, { id, ...at, organId: concernsId!, clockId });
      this.store.say(tx, actor, { requestId: id, kind: 'REQUEST', voice: 'STAFF', text, fileIds });
      noteOnCase(tx, actor, 'ask', { id, caseId: row.id, disputeId: row.disputeId }, { kind });
      await this.heralds.tellOrgan(tx, id);
    }
  }

  /** An organ that nobody answers for would let its period run out unseen. */
  private async mustBeFit(tx: Tx, caseId: Id, organIds: readonly Id[]): Promise<void> {
    const posts = await this.directory.postsOf(DESK, this.clock.today(), undefined, tx);
    const unfit = organIds.map((id) => !posts.some((post) => post.organId === id));
    if (unfit.includes(true))
      throw wrongOrgans(
        'liaison.organ-unfit',
        'invalid',
        '该单位没有在任的联络员或者分管负责人，请先在机构人员中补齐。',
        unfit,
      );
    const open = (await this.store.ofCase(tx, caseId))
      .filter((each) => each.state === 'OPEN')
      .map((each) => each.organId);
    const asked = organIds.map((id) => open.includes(id));
    if (asked.includes(true))
      throw wrongOrgans(
        'liaison.asked-already',
        'conflict',
        '该单位在本案中还有未答复的事项，请在原往来中补充。',
        asked,
      );
  }

  private async extend(tx: Tx, actor: Actor, row: RequestRow, days: number): Promise<void> {
    const { state } = await this.clocks.byId(tx, row.clockId);
    if (state === 'SUSPENDED') throw caseRests();
    // Only the clock of this organ: a case may have several of the rule.
    await this.clocks.extend(tx, actor, row.caseId, ANSWER_RULE, days, this.clock.today(), row.organId);
    refreshDue(tx, row.disputeId);
  }

  private async one(tx: Tx, actor: Actor, id: Id): Promise<ThreadView> {
    return (await this.views.of(tx, actor, [(await this.store.find(tx, id))!], 'STAFF'))[0]!;
  }
}

/** For the history of the case; which organ it is, the threads say to those who may know. */
export function noteOnCase(
  tx: Tx,
  actor: Actor,
  act: string,
  { id, caseId, disputeId }: Pick<RequestRow, 'id' | 'caseId' | 'disputeId'>,
  detail: Record<string, unknown> = {},
): void {
  record(tx, actor, {
    action: `liaison.${act}`,
    subjectType: 'case',
    subjectId: caseId,
    scopeId: disputeId,
    detail: { requestId: id, ...detail },
  });
}

export function mustBeOpen(row: RequestRow, version: number): void {
  if (row.state !== 'OPEN')
    throw new DomainError('liaison.closed', { kind: 'conflict', detail: '该事项已经答复或者撤回。' });
  if (row.version !== version) throw staleVersion('liaison.request');
}

/** @throws DomainError liaison.closed, liaison.request.stale-version */
export async function closeOpen(
  tx: Tx,
  store: ThreadStore,
  { version }: Pick<RequestRow, 'version'>,
  row: RequestRow,
  state: 'ANSWERED' | 'WITHDRAWN',
): Promise<void> {
  mustBeOpen(row, version);
  if (!(await store.close(tx, row, state))) throw staleVersion('liaison.request');
}

function wrongOrgans(
  code: string,
  kind: 'invalid' | 'conflict',
  detail: string,
  wrong: readonly boolean[],
): DomainError {
  const errors: FieldError[] = wrong.flatMap((is, at) =>
    is ? [{ pointer: `#/organIds/${at}`, code: code.split('.')[1]!, detail }] : [],
  );
  return new DomainError(code, { kind, detail, errors });
}

function caseClosed(): DomainError {
  return new DomainError('liaison.case-closed', { detail: '案件已经办结，不能再发出交办、协办事项。' });
}

function caseRests(): DomainError {
  return new DomainError('liaison.case-rests', { detail: '案件中止期间期限不计算，恢复后再答复延期申请。' });
}

function nothingAsked(): DomainError {
  return new DomainError('liaison.no-more-time-asked', { kind: 'conflict', detail: '没有待答复的延期申请。' });
}

const DECIDE = `UPDATE liaison.more_time SET outcome = $2, answer = $3, decided_by = $4, decided_at = $5
  WHERE clock_id = $1 AND outcome = 'ASKED' RETURNING days`;
