import { record } from '@app/audit';
import { CaseEngine, disputeFacts, findCase, lockCase, type CaseRow } from '@app/cases';
import { APPLICANT, Clock, DomainError, newId, notFound, type Id } from '@app/kernel';
import { Database, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonical } from '../domain/canonical.js';
import { MEDIATION_ANSWERS } from '../domain/mediation-words.js';
import { ONCE, REQUEST_KINDS } from '../domain/request-kinds.js';
import { permittedRequests, stageOf } from '../domain/stages.js';
import { applicantsOf } from '../papers/parties.js';
import { SubmissionStore, type SubmissionRow } from '../submission/submission-store.js';
import { Heralds } from './heralds.js';
import { RequestStore, type RequestRow } from './request-store.js';
import type { ActReceiptView, ActRequest } from './requests.dto.js';

/** What an applicant does on his own case: each leaves a row with the time it was received, and a receipt. */
@Injectable()
export class ActsService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionStore,
    private readonly requests: RequestStore,
    private readonly engine: CaseEngine,
    private readonly heralds: Heralds,
    private readonly clock: Clock,
  ) {}

  /**
   * Files a request and tells whoever has the case. What answers a notice of correction in time performs RC-04 itself.
   * Repeated under the same key, it answers the same receipt.
   * @throws DomainError portal.no-access, portal.not-now, portal.already-asked, request.idempotency-key-reused
   */
  async act(request: ActRequest, address: string, key: string | undefined): Promise<ActReceiptView> {
    const submission = await this.submissions.open({ ...request, address });
    const { kind, text } = request;
    const row = await this.database.transaction(async (tx) => {
      const file = await lockCase(tx, APPLICANT, submission.caseId);
      // Keys are the applicant's own: they are kept apart by his submission.
      const own = key && `${submission.id} ${key}`;
      const { id } = await idempotently(tx, APPLICANT, own, { kind, text }, newId(), (made) =>
        this.file(tx, submission, file, request, made),
      );
      const filed = await this.requests.ofCaseById(tx, submission.caseId, id);
      if (!filed) throw notFound('portal.request');
      return filed;
    });
    return receipt(row, submission.caseNumber);
  }

  private async file(
    tx: Tx,
    submission: SubmissionRow,
    file: CaseRow,
    { kind, text }: ActRequest,
    id: Id,
  ): Promise<void> {
    const mediation = (await disputeFacts(tx, file.disputeId)).cases.filter((c) => c.procedure === 'mediation').at(-1);
    if (!permittedRequests(file.state, mediation?.state).includes(kind)) throw notNow(kind, file.state);
    await this.mustNotBeOpen(tx, file.id, kind);
    const performed =
      kind === 'SUPPLEMENT'
        ? file.state === 'CORRECTION' &&
          (await this.performs(tx, file.id, 'receive-correction', { receivedOn: this.clock.today() }))
        : isAnswer(kind) && mediation !== undefined && (await this.answer(tx, file, mediation.id, kind, id));
    const receivedAt = this.clock.now();
    const content = { caseNumber: submission.caseNumber, id, kind, receivedAt: receivedAt.toISOString(), text };
    this.requests.insert(tx, {
      id,
      submissionId: submission.id,
      caseId: file.id,
      kind,
      state: performed ? 'SETTLED' : 'OPEN',
      version: 1,
      text,
      contentHash: createHash('sha256').update(canonical(content)).digest(),
      receivedAt,
      receivedOn: this.clock.today(),
      outcome: performed ? 'NOTED' : null,
      reply: null,
      settledBy: null,
      settledAt: performed ? receivedAt : null,
    });
    await this.heralds.tell(tx, file, id, REQUEST_KINDS[kind].asked);
    record(tx, APPLICANT, {
      action: 'portal.file-request',
      subjectType: 'case',
      subjectId: file.id,
      scopeId: file.disputeId,
      detail: { kind, requestId: id, performed },
    });
  }

  /** What the dispute's mediation asked him he answers himself; several applicants are asked one by one. */
  private async answer(
    tx: Tx,
    { disputeId }: CaseRow,
    mediationId: Id,
    kind: keyof typeof MEDIATION_ANSWERS,
    requestId: Id,
  ): Promise<boolean> {
    const [partyId, ...others] = await applicantsOf(tx, disputeId);
    if (partyId === undefined || others.length > 0) return false;
    const input = { partyId, answer: MEDIATION_ANSWERS[kind] };
    if (!(await this.performs(tx, mediationId, 'answer-as-applicant', input))) return false;
    const mediation = await findCase(tx, APPLICANT, mediationId);
    await this.heralds.tellMediators(tx, mediation, requestId, REQUEST_KINDS[kind].asked);
    return true;
  }

  /** Performs a step. What is refused (too late, a review pending) is left to the officers. */
  private async performs(tx: Tx, caseId: Id, step: string, input: object): Promise<boolean> {
    await sql(tx, 'SAVEPOINT applicant_step');
    try {
      await this.engine.performIn(tx, APPLICANT, caseId, step, undefined, input);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await sql(tx, 'ROLLBACK TO SAVEPOINT applicant_step');
      return false;
    }
  }

  private async mustNotBeOpen(tx: Tx, caseId: Id, kind: RequestRow['kind']): Promise<void> {
    if (!ONCE.has(kind)) return;
    const open = (await this.requests.ofCase(caseId, tx)).some((row) => row.kind === kind && row.state === 'OPEN');
    if (!open) return;
    throw new DomainError('portal.already-asked', {
      kind: 'conflict',
      detail: `您已经提出过“${REQUEST_KINDS[kind].name}”，正在办理，不必重复提出。`,
      article: REQUEST_KINDS[kind].article,
    });
  }
}

function isAnswer(kind: RequestRow['kind']): kind is keyof typeof MEDIATION_ANSWERS {
  return kind in MEDIATION_ANSWERS;
}

function notNow(kind: RequestRow['kind'], state: string): DomainError {
  const { name, article } = REQUEST_KINDS[kind];
  return new DomainError('portal.not-now', {
    kind: 'conflict',
    detail: `案件当前阶段（${stageOf(state).title}）不能“${name}”。如有疑问，请与行政复议机构联系。`,
    article,
  });
}

/** What comes of it, by kind. */
const NEXT: Readonly<Record<RequestRow['kind'], string>> = {
  SUPPLEMENT: '您提交的内容已经收到，办案人员会及时查看。',
  WITHDRAWAL:
    '撤回申请已经收到。申请人有多人的，须全体申请人同意；行政复议机构审查准予后，行政复议终止，案件在此之前继续办理。',
  MEDIATION: '您的调解意愿已经记录，行政复议机构会征求其他当事人的意见；调解期间审理期限照常计算。',
  MEDIATION_REFUSAL: '您的意见已经记录，调解中心会依法处理；不同意调解不影响您的其他权利。',
  HEARING: '听证申请已经收到，行政复议机构决定是否听证后会告知您。',
  RECUSAL: '回避申请已经收到，有权决定的负责人会作出决定并告知您。',
};

/** What a step has done that the act performed at once. */
const DONE: Readonly<Partial<Record<RequestRow['kind'], { statement: string; article: string }>>> = {
  SUPPLEMENT: {
    statement: '您补正的材料已经收到，行政复议机构将自收到之日起五个工作日内重新审查。',
    article: '复议法 2023 第31条第3款',
  },
  MEDIATION: {
    statement: '您同意调解的答复已经送达调解中心。各方都同意后开始调解；调解不停止您申请复议、起诉的期限。',
    article: REQUEST_KINDS.MEDIATION.article,
  },
  MEDIATION_REFUSAL: {
    statement: '您不同意调解的答复已经送达调解中心，调解不再进行，争议将退回原程序继续办理。',
    article: REQUEST_KINDS.MEDIATION_REFUSAL.article,
  },
};

function receipt(row: RequestRow, caseNumber: string): ActReceiptView {
  const { id, kind, receivedAt, receivedOn } = row;
  const performed = row.state === 'SETTLED' && row.settledBy === null;
  const { article } = REQUEST_KINDS[kind];
  const said = (performed ? DONE[kind] : undefined) ?? { statement: NEXT[kind], article };
  return {
    id,
    kind,
    caseNumber,
    receivedAt,
    receivedOn,
    hash: row.contentHash.toString('hex'),
    ...said,
  };
}
