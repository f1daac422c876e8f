import { ClocksService } from '@app/deadlines';
import { Clock, SYSTEM, type Id } from '@app/kernel';
import { OnEvent, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { caseOpened } from '../../engine/case.events.js';
import { refreshDue } from '../../engine/case.store.js';
import { disputeRegistered } from '../dispute.events.js';
import { HandlersService } from './handlers.service.js';

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

  /** With the first case the office has decided which way the dispute goes. */
  @OnEvent(caseOpened, { name: 'cases.meet-triage' })
  async meetTriage(tx: Tx, payload: { disputeId: Id }): Promise<void> {
    await this.clocks.meet(tx, SYSTEM, payload.disputeId, 'DISPUTE_TRIAGE', this.clock.today());
    refreshDue(tx, payload.disputeId);
  }
}
