import { record } from '@app/audit';
import { Clock, DomainError, SYSTEM, type Actor, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Participants } from '../../engine/participants.js';
import { chooseHandler } from '../domain/assignment.js';
import { lockDispute, setDisputeHandler } from '../record/dispute.store.js';
import type { DisputeRow } from '../record/rows.js';
import type { HandOverRequest } from '../requests/actions.dto.js';
import { Officers } from './officers.js';

/** Who handles a dispute while it is registered, and how that changes. */
@Injectable()
export class HandlersService {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly officers: Officers,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a dispute to another officer of its office.
   * @throws DomainError cases.dispute.not-found, cases.dispute.stale-version, cases.dispute-not-open,
   *   cases.not-an-officer, cases.same-handler, cases.shut-out
   */
  async handOver(actor: Actor, id: Id, request: HandOverRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await lockDispute(tx, actor, id, request.version);
      if (row.status !== 'REGISTERED')
        throw new DomainError('cases.dispute-not-open', { kind: 'conflict', detail: '只有在办的争议可以变更经办人。' });
      if (row.handlerId === request.personId)
        throw new DomainError('cases.same-handler', { kind: 'conflict', detail: '该人员已经是经办人。' });
      await this.officers.mustHandle(request.personId, row.organId, '#/personId', tx);
      await this.participants.mustBeAdmissible(tx, id, request.personId);
      await this.give(tx, row, request.personId, request.reason);
      record(tx, actor, {
        action: 'cases.hand-over',
        subjectType: 'dispute',
        subjectId: id,
        scopeId: id,
        detail: { from: row.handlerId, to: request.personId, reason: request.reason },
      });
    });
  }

  /** Gives a new dispute that has no handler to the officer with the fewest in hand; nothing if the office has none. */
  async assign(tx: Tx, id: Id): Promise<void> {
    const row = await lockDispute(tx, SYSTEM, id).catch(unlessGone);
    if (!row || row.status !== 'REGISTERED' || row.handlerId !== null) return;
    const candidates = await this.officers.assignable(row.organId, tx);
    // Assignments of one office queue here, so that each sees the load the one before has made.
    const [, loads] = await Promise.all([
      sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('cases.assign' || $1::text, 0))`, [row.organId]),
      sql<{ personId: Id; load: number }>(
        tx,
        `SELECT p.id AS "personId", (SELECT count(*) FROM cases.access a WHERE a.principal_id = p.id AND a.open)::int AS load
         FROM unnest($1::uuid[]) AS p(id)`,
        [candidates],
      ),
    ]);
    const chosen = chooseHandler(loads);
    if (!chosen) return;
    await this.give(tx, row, chosen.personId, chosen.reason);
    record(tx, SYSTEM, {
      action: 'cases.assign-handler',
      subjectType: 'dispute',
      subjectId: id,
      scopeId: id,
      detail: { to: chosen.personId, reason: chosen.reason },
    });
  }

  private async give(tx: Tx, row: DisputeRow, personId: Id, reason: string): Promise<void> {
    const part = { disputeId: row.id, caseId: null, role: 'intake_officer' as const };
    const today = this.clock.today();
    if (row.handlerId !== null)
      await this.participants.end(tx, { ...part, personId: row.handlerId }, today, `移交：${reason}`);
    setDisputeHandler(tx, row.id, personId);
    this.participants.add(tx, [{ ...part, personId, since: today, reason }]);
  }
}

/** A dispute that is not there (any more) needs no handler. */
function unlessGone(error: unknown): undefined {
  if (error instanceof DomainError && error.kind === 'not-found') return undefined;
  throw error;
}
