import { record } from '@app/audit';
import { CaseEngine, FileAccess, findCase, Participants, rolesOn, type CaseRow } from '@app/cases';
import { DocumentsService, Files, type FileRow } from '@app/documents';
import { DirectoryService } from '@app/directory';
import {
  Clock,
  DomainError,
  newId,
  notFound,
  type Actor,
  type CalendarDate,
  type FieldError,
  type Id,
} from '@app/kernel';
import { Database, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { desksOf } from '../desks.js';
import { evidenceRows } from '../domain/evidence-list.js';
import { EVIDENCE_PAPER, REPLY_PAPER } from './reply-papers.js';
import type { ReplyPaperView, ReplyRequest, ReplyView } from './reply.dto.js';

/** What a respondent hands in at once: the step of the case, the evidence, and the papers that say so. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly participants: Participants,
    private readonly access: FileAccess,
    private readonly files: Files,
    private readonly documents: DocumentsService,
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /**
   * The respondent's reply (复议法 2023 第48条). One that comes late is received and marked: what follows from it (第70条)
   * stays. @throws DomainError cases.case.not-found, liaison.evidence-file-unknown, what the step refuses
   */
  async reply(actor: Actor, caseId: Id, request: ReplyRequest, key?: string): Promise<ReplyView> {
    const files = await this.filesOf(actor, caseId, request);
    return this.database.transaction(async (tx) => {
      const organId = await this.mustBeRespondent(tx, actor, caseId);
      await idempotently(tx, actor, key, { caseId, ...request }, newId(), async (id) => {
        await this.perform(tx, actor, caseId, request);
        for (const [at, file] of files) await this.name(tx, file, request.evidence[at]!);
        const row = await findCase(tx, actor, caseId);
        await this.draft(tx, actor, row, organId, request, id);
      });
      return this.view(tx, actor, caseId);
    });
  }

  private async perform(tx: Tx, actor: Actor, caseId: Id, { version, agents, evidence }: ReplyRequest): Promise<void> {
    const input = { receivedOn: this.clock.today(), agents, withEvidence: evidence.length > 0 };
    await this.engine.performIn(tx, actor, caseId, 'receive-reply', version, input);
  }

  /** What the list says of a piece of evidence is said with its file. */
  private async name(tx: Tx, file: FileRow, entry: ReplyRequest['evidence'][number]): Promise<void> {
    await this.files.change(tx, file, file.version, {
      ...file,
      title: entry.name,
      category: 'EVIDENCE',
      evidenceKind: entry.kind,
      proves: entry.proves,
    });
  }

  private async draft(
    tx: Tx,
    actor: Actor,
    row: CaseRow,
    organId: Id,
    { facts, grounds, request, agents, evidence }: ReplyRequest,
    id: Id,
  ): Promise<void> {
    const roles = rolesOn(actor, await this.participants.of(tx, row.disputeId), row.id);
    const respondent = (await this.directory.names([organId], tx)).get(organId) ?? '';
    const [issuer] = await sql<{ name: string }>(tx, `SELECT name FROM documents.issuer WHERE seal = 'AUTHORITY'`, []);
    const today = this.clock.today();
    const head = { respondent, caseNo: row.number };
    const here = { caseId: row.id, disputeId: row.disputeId, addressees: [] };
    const words = { facts, grounds, request, agents: agents.map((agent) => agent.name), repliedOn: today };
    const data = { ...head, ...words, authority: issuer?.name ?? '' };
    this.documents.draft(tx, { actor, roles }, { ...here, kind: REPLY_PAPER, data }, id);
    if (evidence.length > 0) {
      const list = { ...head, entries: evidenceRows(evidence), submittedOn: today };
      this.documents.draft(tx, { actor, roles }, { ...here, kind: EVIDENCE_PAPER, data: list });
    }
    const late = (await replyOf(tx, row.id)).late;
    record(tx, actor, {
      action: 'liaison.reply',
      subjectType: 'case',
      subjectId: row.id,
      scopeId: row.disputeId,
      detail: { number: row.number, evidence: evidence.length, late },
    });
  }

  /** @throws DomainError cases.case.not-found unless the actor answers for the respondent of a reconsideration */
  private async mustBeRespondent(tx: Tx, actor: Actor, caseId: Id): Promise<Id> {
    const row = await findCase(tx, actor, caseId);
    const [dispute] = await sql<{ organId: Id | null }>(tx, RESPONDENT, [row.disputeId]);
    const organId = dispute!.organId;
    const own = organId !== null && desksOf(actor).organs.includes(organId);
    if (row.procedure !== 'reconsideration' || !own) throw notFound('cases.case');
    return organId;
  }

  /** The files named in the list, by their place in it; all of them the organ's own, of this case, and each named once. */
  private async filesOf(actor: Actor, caseId: Id, { evidence }: ReplyRequest): Promise<Map<number, FileRow>> {
    const organId = await this.database.transaction((tx) => this.mustBeRespondent(tx, actor, caseId));
    const found = new Map<number, FileRow>();
    const wrong: FieldError[] = [];
    for (const [at, { fileId }] of evidence.entries()) {
      if (fileId === undefined) continue;
      const file = await this.ownFile(actor, fileId);
      const twice = evidence.findIndex((other) => other.fileId === fileId) < at;
      if (file?.caseId === caseId && file.organId === organId && !twice) found.set(at, file);
      else wrong.push({ pointer: `#/evidence/${at}/fileId`, code: 'unknown', detail: '没有这份材料，或者重复列入' });
    }
    if (wrong.length === 0) return found;
    throw new DomainError('liaison.evidence-file-unknown', {
      kind: 'invalid',
      detail: '证据对应的材料应为本单位已提交到本案、未撤回的材料，每份只列一次。',
      errors: wrong,
    });
  }

  private async ownFile(actor: Actor, fileId: Id): Promise<FileRow | undefined> {
    try {
      const { file } = await this.access.fileFor(actor, fileId);
      return file.withdrawnOn === null ? file : undefined;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not-found') return undefined;
      throw error;
    }
  }

  private async view(tx: Tx, actor: Actor, caseId: Id): Promise<ReplyView> {
    const { version } = await findCase(tx, actor, caseId);
    const { receivedOn, late } = await replyOf(tx, caseId);
    const papers = await sql<ReplyPaperView>(tx, PAPERS, [caseId, [REPLY_PAPER, EVIDENCE_PAPER]]);
    return { caseId, version, receivedOn, late, consequence: late ? CONSEQUENCE : null, papers };
  }
}

async function replyOf(tx: Tx, caseId: Id): Promise<{ receivedOn: CalendarDate; late: boolean }> {
  const [row] = await sql<{ receivedOn: CalendarDate; late: boolean }>(tx, REPLY, [caseId]);
  return row!;
}

const CONSEQUENCE =
  '未在法定期限内提出书面答复、提交证据和依据的，视为该行政行为没有证据、依据，但涉及第三人合法权益、第三人提供证据的除外（复议法 2023 第70条）。答复已经接收并如实记录。';
const RESPONDENT = 'SELECT respondent_organ_id AS "organId" FROM cases.dispute WHERE id = $1';
const REPLY = `SELECT reply_received_on AS "receivedOn", reply_late AS late FROM reconsideration.application WHERE case_id = $1`;
const PAPERS = `SELECT id, kind, title FROM documents.document WHERE case_id = $1 AND kind = ANY($2::text[]) AND state <> 'VOID'
  ORDER BY kind DESC, id`;
