import { CaseFilesService, FileAccess, refreshDue, type Reading, type Upload } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { Clock, DomainError, newId, notFound, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ANSWER_RULE } from '../domain/clocks.js';
import { closeOpen, noteOnCase } from './asking.service.js';
import { Heralds } from './heralds.js';
import { behindTheWall, ThreadAccess, type SeenThread } from './thread-access.js';
import { ThreadStore, type RequestRow } from './thread-store.js';
import { ThreadViews } from './thread-views.js';
import type { AnswerRequest, MessageRequest, ThreadView } from './threads.dto.js';

/** A thread for both its sides, and its answer. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly access: ThreadAccess,
    private readonly store: ThreadStore,
    private readonly views: ThreadViews,
    private readonly heralds: Heralds,
    private readonly clocks: ClocksService,
    private readonly caseFiles: CaseFilesService,
    private readonly files: FileAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError liaison.request.not-found */
  async view(actor: Actor, id: Id): Promise<ThreadView> {
    return this.database.transaction(async (tx) => this.viewOf(tx, actor, await this.access.find(tx, actor, id)));
  }

  /** Up to now the actor has read the thread. @throws DomainError liaison.request.not-found */
  async read(actor: Actor, id: Id): Promise<ThreadView> {
    return this.database.transaction(async (tx) => {
      const seen = await this.access.find(tx, actor, id);
      await sql(tx, READ, [id, actor.personId, this.clock.now()]);
      return this.viewOf(tx, actor, seen);
    });
  }

  /** A question, or whatever else is to be said, by either side. @throws DomainError liaison.request.not-found, liaison.withdrawn */
  async say(actor: Actor, id: Id, request: MessageRequest, key?: string): Promise<ThreadView> {
    await this.mayShow(actor, id, request.fileIds ?? []);
    return this.database.transaction(async (tx) => {
      const seen = await this.access.find(tx, actor, id);
      if (seen.request.state === 'WITHDRAWN') throw withdrawn();
      await idempotently(tx, actor, key, { id, ...request }, newId(), async (messageId) => {
        const { text, fileIds = [] } = request;
        this.store.say(tx, actor, { requestId: id, kind: 'MESSAGE', voice: seen.voice, text, fileIds }, messageId);
        await (seen.voice === 'ORGAN' ? this.heralds.tellStaff(tx, id) : this.heralds.tellOrgan(tx, id));
        noteOnCase(tx, actor, 'message', seen.request);
      });
      return this.viewOf(tx, actor, seen);
    });
  }

  /** The organ's answer; its clock is met, in time or late. @throws DomainError liaison.request.not-found, liaison.closed, stale */
  async answer(actor: Actor, id: Id, { version, text, fileIds = [] }: AnswerRequest): Promise<ThreadView> {
    await this.mayShow(actor, id, fileIds);
    return this.database.transaction(async (tx) => {
      const row = await this.access.hold(tx, actor, id, 'ORGAN');
      await this.close(tx, actor, row, version, text, fileIds);
      const late = this.clock.today() > (await this.clocks.byId(tx, row.clockId)).dueOn;
      noteOnCase(tx, actor, 'answer', row, { late });
      return this.viewOf(tx, actor, { request: (await this.store.find(tx, id))!, voice: 'ORGAN' });
    });
  }

  /**
   * 签收办结: what was only told needs nothing else.
   * @throws DomainError liaison.answer-needed for everything else; liaison.request.not-found, liaison.closed, stale
   */
  async handled(actor: Actor, id: Id, version: number): Promise<ThreadView> {
    return this.database.transaction(async (tx) => {
      const row = await this.access.hold(tx, actor, id, 'ORGAN');
      if (row.kind !== 'NOTICE') throw answerNeeded();
      await this.close(tx, actor, row, version, '已签收。', []);
      const values = [row.clockId, row.organId, actor.personId, this.clock.now()];
      await sql(tx, ACKNOWLEDGE, values);
      noteOnCase(tx, actor, 'handled', row);
      return this.viewOf(tx, actor, { request: (await this.store.find(tx, id))!, voice: 'ORGAN' });
    });
  }

  /** The thread, if its organ may hand in files there. @throws DomainError liaison.request.not-found, liaison.behind-the-wall */
  async mayAddFile(actor: Actor, id: Id): Promise<RequestRow> {
    const { request, voice } = await this.database.transaction((tx) => this.access.find(tx, actor, id));
    if (voice !== 'ORGAN') throw notFound('liaison.request');
    if (request.procedure === 'mediation') throw behindTheWall();
    return request;
  }

  /** A file of the organ, in the inner volume of the case; the thread shows it once a message names it. */
  async addFile(actor: Actor, { caseId, disputeId, organId }: RequestRow, upload: Upload, key?: string): Promise<Id> {
    return this.caseFiles.addFor(actor, { caseId, disputeId, organId }, upload, key);
  }

  /** A file that the thread shows; the reading is on record. @throws DomainError liaison.request.not-found, documents.file.not-found */
  async readFile(actor: Actor, id: Id, fileId: Id): Promise<Reading> {
    await this.database.transaction(async (tx) => {
      await this.access.find(tx, actor, id);
      const [shown] = await sql(tx, SHOWN, [id, fileId]);
      if (!shown) throw notFound('documents.file');
    });
    return this.files.readShown(actor, fileId);
  }

  private async close(
    tx: Tx,
    actor: Actor,
    row: RequestRow,
    version: number,
    text: string,
    fileIds: readonly Id[],
  ): Promise<void> {
    await closeOpen(tx, this.store, { version }, row, 'ANSWERED');
    await this.clocks.meet(tx, actor, row.caseId, ANSWER_RULE, this.clock.today(), row.organId);
    refreshDue(tx, row.disputeId);
    this.store.say(tx, actor, { requestId: row.id, kind: 'ANSWER', voice: 'ORGAN', text, fileIds });
    await this.heralds.tellStaff(tx, row.id);
  }

  private async mayShow(actor: Actor, id: Id, fileIds: readonly Id[]): Promise<void> {
    if (fileIds.length === 0) return;
    const { request, voice } = await this.database.transaction((tx) => this.access.find(tx, actor, id));
    const { caseId, procedure, organId } = request;
    await this.access.mayShow(actor, { caseId, procedure, organId: voice === 'ORGAN' ? organId : null }, fileIds);
  }

  private async viewOf(tx: Tx, actor: Actor, { request, voice }: SeenThread): Promise<ThreadView> {
    return (await this.views.of(tx, actor, [request], voice))[0]!;
  }
}

function withdrawn(): DomainError {
  return new DomainError('liaison.withdrawn', { kind: 'conflict', detail: '该事项已经撤回。' });
}

function answerNeeded(): DomainError {
  return new DomainError('liaison.answer-needed', { detail: '该事项要求书面答复，不能直接办结，请提交答复。' });
}

const READ = `INSERT INTO liaison.read_mark (request_id, person_id, read_at) VALUES ($1, $2, $3)
  ON CONFLICT (request_id, person_id) DO UPDATE SET read_at = greatest(read_mark.read_at, excluded.read_at)`;
const ACKNOWLEDGE = `INSERT INTO liaison.acknowledgement (clock_id, organ_id, person_id, at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING`;
const SHOWN = 'SELECT 1 FROM liaison.message WHERE request_id = $1 AND $2::uuid = ANY(file_ids) LIMIT 1';
