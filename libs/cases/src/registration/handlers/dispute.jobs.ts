import { clockMoved, ClocksService } from '@app/deadlines';
import { Clock, SYSTEM, type Id } from '@app/kernel';
import { OnEvent, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { caseOpened } from '../../engine/case.events.js';
import { refreshDue } from '../../engine/case.store.js';
import type { ProcedureCode } from '../../engine/procedure.js';
import { disputeRegistered } from '../dispute.events.js';
import { HandlersService } from './handlers.service.js';

/** Periods in which the citizen has to apply for reconsideration (复议法 2023 第20条、第21条). */
const APPLICATION_RULES = ['RC_APPLY', 'RC_APPLY_CAP', 'RC_APPLY_ABS'] as const;

/** What follows registration, in a worker. */
@Injectable()
export class DisputeJobs {
  constructor(
    private readonly handlers: HandlersService,
    private readonly clocks: ClocksService,
    private readonly clock: Clock,
  ) {}

  @OnEvent(disputeRegistered, { name: 'cases.assign-handler' })
  async assignHandler(tx: Tx, payload: { disputeId: Id }): Promise<void> {
    await this.handlers.assign(tx, payload.disputeId);
  }

  /** A clock that moved by itself (a new calendar) moves the dispute in everybody's queue. */
  @OnEvent(clockMoved, { name: 'cases.refresh-due' })
  async refreshDue(tx: Tx, payload: { scopeId: Id }): Promise<void> {
    refreshDue(tx, payload.scopeId);
    return Promise.resolve();
  }

  /** With the first case the office has decided which way the dispute goes; with an application the citizen has filed. */
  @OnEvent(caseOpened, { name: 'cases.meet-triage' })
  async meetTriage(tx: Tx, payload: { disputeId: Id; procedure: ProcedureCode }): Promise<void> {
    const today = this.clock.today();
    const met = payload.procedure === 'reconsideration' ? ['DISPUTE_TRIAGE', ...APPLICATION_RULES] : ['DISPUTE_TRIAGE'];
    for (const rule of met) await this.clocks.meet(tx, SYSTEM, payload.disputeId, rule, today);
    refreshDue(tx, payload.disputeId);
  }
}
