import { record } from '@app/audit';
import { ClocksService } from '@app/deadlines';
import { Clock, DomainError, type Actor, type Id } from '@app/kernel';
import { Database, FieldCipher, publish, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { refreshDue } from '../../engine/case.store.js';
import { Participants } from '../../engine/participants.js';
import { disputeAmended, disputeEnded } from '../dispute.events.js';
import { CITIZEN_RULES, citizenClocks } from '../domain/citizen-clocks.js';
import { DisputeChecks } from '../record/checks.js';
import { changedFields, patchedContent } from '../record/content.js';
import { endDispute, lockDispute, updateDispute, writeSearch } from '../record/dispute.store.js';
import { enteredParties } from '../record/party-data.js';
import { loadParties, replaceParties } from '../record/party.store.js';
import type { DisputeRow } from '../record/rows.js';
import type { EndDisputeRequest } from '../requests/actions.dto.js';
import type { AmendDisputeRequest } from '../requests/dispute.dto.js';
import { DisputeQueries } from '../views/dispute.queries.js';
import type { DisputeView } from '../views/dispute.views.js';

/** Facts from which the citizen's clocks run. */
const CLOCK_FACTS = ['actOn', 'actKnownOn', 'rightsKnownOn', 'concernsRealEstate'] as const;

/** Changing and ending registered disputes. */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly database: Database,
    private readonly checks: DisputeChecks,
    private readonly participants: Participants,
    private readonly clocks: ClocksService,
    private readonly queries: DisputeQueries,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes what was registered. What changed is kept by the fields' names; when facts of the act change, the citizen's
   * clocks are counted anew from them.
   * @throws DomainError cases.dispute.not-found, cases.dispute.stale-version, cases.dispute-not-open,
   *   cases.invalid-dispute, cases.unknown-party
   */
  async amend(actor: Actor, id: Id, request: AmendDisputeRequest): Promise<DisputeView> {
    await this.database.transaction(async (tx) => {
      this.clocks.prepare(tx);
      const row = await this.lockedOpen(tx, actor, id, request.version);
      const existing = await loadParties(tx, id, this.cipher);
      const after: DisputeRow = { ...row, ...patchedContent(row, request) };
      const parties = request.parties ? enteredParties(request.parties, existing) : existing;
      await this.checks.must({ content: after, parties }, tx);
      const fields: string[] = changedFields(row, after);
      if (request.parties) fields.push('parties');
      if (fields.length === 0) return;
      updateDispute(tx, after);
      if (request.parties) replaceParties(tx, id, parties, this.cipher);
      writeSearch(
        tx,
        after,
        parties.map((p) => p.name),
      );
      if (row.respondentOrganId !== after.respondentOrganId) await this.replaceRespondent(tx, row, after);
      if (CLOCK_FACTS.some((fact) => fields.includes(fact))) await this.restartClocks(tx, actor, after);
      record(tx, actor, {
        action: 'cases.amend',
        subjectType: 'dispute',
        subjectId: id,
        scopeId: id,
        detail: { fields },
      });
      publish(tx, disputeAmended, { disputeId: id });
    });
    return this.queries.view(actor, id);
  }

  /** Nothing more is to be done. @throws DomainError as {@link end} */
  async close(actor: Actor, id: Id, request: EndDisputeRequest): Promise<DisputeView> {
    return this.end(actor, id, request, 'CLOSED', 'cases.close-dispute');
  }

  /** The same within a transaction, for imports of what is long over. */
  async closeIn(tx: Tx, actor: Actor, id: Id, reason: string): Promise<void> {
    await this.endIn(tx, actor, id, { status: 'CLOSED', action: 'cases.close-dispute', reason });
  }

  /** It should not have been registered. Its number stays with it and is not used again. @throws as {@link end} */
  async makeVoid(actor: Actor, id: Id, request: EndDisputeRequest): Promise<DisputeView> {
    return this.end(actor, id, request, 'VOID', 'cases.void-dispute');
  }

  /**
   * @throws DomainError cases.dispute.not-found, cases.dispute.stale-version, cases.dispute-not-open, cases.has-open-cases
   */
  private async end(
    actor: Actor,
    id: Id,
    request: EndDisputeRequest,
    status: 'CLOSED' | 'VOID',
    action: string,
  ): Promise<DisputeView> {
    await this.database.transaction(async (tx) => {
      await this.lockedOpen(tx, actor, id, request.version);
      await this.endIn(tx, actor, id, { status, action, reason: request.reason });
    });
    return this.queries.view(actor, id);
  }

  private async endIn(
    tx: Tx,
    actor: Actor,
    id: Id,
    { status, action, reason }: { status: 'CLOSED' | 'VOID'; action: string; reason: string },
  ): Promise<void> {
    await mustHaveNoOpenCase(tx, id);
    await this.clocks.cancel(tx, actor, id, '*', this.clock.today());
    endDispute(tx, id, status);
    publish(tx, disputeEnded, { disputeId: id, status });
    record(tx, actor, { action, subjectType: 'dispute', subjectId: id, scopeId: id, detail: { reason } });
  }

  private async lockedOpen(tx: Tx, actor: Actor, id: Id, version: number): Promise<DisputeRow> {
    const row = await lockDispute(tx, actor, id, version);
    if (row.status === 'REGISTERED') return row;
    throw new DomainError('cases.dispute-not-open', {
      kind: 'conflict',
      detail: '该争议已办结或者作废，不能再修改。',
      params: { status: row.status },
    });
  }

  private async replaceRespondent(tx: Tx, before: DisputeRow, after: DisputeRow): Promise<void> {
    const part = { disputeId: after.id, caseId: null, role: 'dept_liaison' as const };
    const today = this.clock.today();
    if (before.respondentOrganId !== null)
      await this.participants.end(tx, { ...part, organId: before.respondentOrganId }, today, '变更被申请人');
    if (after.respondentOrganId !== null)
      this.participants.add(tx, [{ ...part, organId: after.respondentOrganId, since: today, reason: '变更被申请人' }]);
  }

  private async restartClocks(tx: Tx, actor: Actor, row: DisputeRow): Promise<void> {
    const today = this.clock.today();
    for (const rule of CITIZEN_RULES) await this.clocks.cancel(tx, actor, row.id, rule, today);
    const starts = citizenClocks(row).map((start) => ({ ...start, subjectId: row.id, scopeId: row.id }));
    await this.clocks.start(tx, actor, starts);
    refreshDue(tx, row.id);
  }
}

async function mustHaveNoOpenCase(tx: Tx, disputeId: Id): Promise<void> {
  const open = await sql<{ number: string }>(
    tx,
    'SELECT number FROM cases.case_file WHERE dispute_id = $1 AND open ORDER BY id',
    [disputeId],
  );
  if (open.length === 0) return;
  throw new DomainError('cases.has-open-cases', {
    kind: 'conflict',
    detail: `该争议还有正在办理的案件：${open.map((c) => c.number).join('、')}，办结后方可继续。`,
    params: { numbers: open.map((c) => c.number) },
  });
}
