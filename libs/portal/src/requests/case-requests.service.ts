import { record } from '@app/audit';
import { CaseEngine, findCase, handles, lockCase, type CaseRow } from '@app/cases';
import { Clock, DomainError, notFound, ROLES, staleVersion, type Actor, type Id, type RoleCode } from '@app/kernel';
import { Database, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { REQUEST_KINDS, REQUEST_OUTCOMES } from '../domain/request-kinds.js';
import { SubmissionStore } from '../submission/submission-store.js';
import type { OnlineApplicationView } from '../submission/submission.dto.js';
import { RequestStore, type RequestRow } from './request-store.js';
import type { CaseRequestView, SettleRequest } from './requests.dto.js';

/** Who tries the case; the respondent's liaison, who takes part too, reads in the file what he may, and not here. */
const OFFICERS: readonly RoleCode[] = [
  'intake_officer',
  'case_handler',
  'panel_member',
  'dept_head',
  'institution_head',
];
/** Who decides on the recusal of officers: nobody on his own (公务员法 第77条 [L]). */
const DECIDE_RECUSAL: readonly RoleCode[] = ['institution_head'];

/** What applicants sent over the portal, for the officers of the case. */
@Injectable()
export class CaseRequests {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly submissions: SubmissionStore,
    private readonly requests: RequestStore,
    private readonly clock: Clock,
  ) {}

  /** Oldest first. @throws DomainError cases.case.not-found, portal.not-an-officer */
  async list(actor: Actor, caseId: Id): Promise<CaseRequestView[]> {
    return this.database.transaction(async (tx) => {
      await this.mustBeOfficer(tx, actor, await findCase(tx, actor, caseId));
      return (await this.requests.ofCase(caseId, tx)).map(requestView);
    });
  }

  /** @throws DomainError cases.case.not-found, portal.not-an-officer, portal.application.not-found */
  async application(actor: Actor, caseId: Id, reason: string): Promise<OnlineApplicationView> {
    return this.database.transaction(async (tx) => {
      const file = await findCase(tx, actor, caseId);
      await this.mustBeOfficer(tx, actor, file);
      const submission = await this.submissions.ofCase(tx, caseId);
      if (!submission) throw notFound('portal.application');
      // It holds whole ID numbers: who read them is kept, as when they are unmasked.
      record(tx, actor, {
        action: 'portal.read-application',
        subjectType: 'case',
        subjectId: caseId,
        scopeId: file.disputeId,
        detail: { reason },
      });
      const { receivedAt, receivedOn, contentHash, content } = submission;
      return { receivedAt, receivedOn, hash: contentHash.toString('hex'), content };
    });
  }

  /**
   * Settles an open request and answers the applicant.
   * @throws DomainError cases.case.not-found, portal.not-an-officer, portal.request.not-found, portal.already-settled,
   *   portal.request.stale-version
   */
  async settle(actor: Actor, caseId: Id, id: Id, request: SettleRequest): Promise<CaseRequestView> {
    return this.database.transaction(async (tx) => {
      const file = await lockCase(tx, actor, caseId);
      await this.mustBeOfficer(tx, actor, file);
      const row = await this.requests.ofCaseById(tx, caseId, id);
      if (!row) throw notFound('portal.request');
      if (row.kind === 'RECUSAL') await this.mustHold(tx, actor, file, DECIDE_RECUSAL);
      if (row.version !== request.version) throw staleVersion('portal.request');
      const settled: RequestRow = { ...row, ...request, settledBy: actor.personId, settledAt: this.clock.now() };
      if (!(await this.requests.settle(tx, settled))) throw alreadySettled();
      record(tx, actor, {
        action: 'portal.settle-request',
        subjectType: 'case',
        subjectId: caseId,
        scopeId: file.disputeId,
        detail: { kind: row.kind, requestId: id, outcome: request.outcome },
      });
      return requestView({ ...settled, state: 'SETTLED', version: row.version + 1 });
    });
  }

  /** The reviewer of an application is its handler before he has a role in a trial. */
  private async mustBeOfficer(tx: Tx, actor: Actor, file: CaseRow): Promise<void> {
    if (!handles(actor, file)) await this.mustHold(tx, actor, file, OFFICERS);
  }

  private async mustHold(tx: Tx, actor: Actor, file: CaseRow, roles: readonly RoleCode[]): Promise<void> {
    const held = (await this.engine.load(tx, actor, file)).roles;
    if (roles.some((role) => held.has(role))) return;
    throw new DomainError('portal.not-an-officer', {
      kind: 'forbidden',
      detail: `申请人通过网上渠道提交的内容由${roles.map((role) => ROLES[role]).join('、')}查看、处理。`,
    });
  }
}

function requestView(row: RequestRow): CaseRequestView {
  const { submissionId: _, caseId: __, contentHash, ...view } = row;
  const { name, article } = REQUEST_KINDS[row.kind];
  return {
    ...view,
    kindName: name,
    article,
    hash: contentHash.toString('hex'),
    outcomeName: row.outcome === null ? null : REQUEST_OUTCOMES[row.outcome],
  };
}

function alreadySettled(): DomainError {
  return new DomainError('portal.already-settled', { kind: 'conflict', detail: '该事项已经处理过。' });
}
