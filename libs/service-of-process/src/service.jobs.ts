import { record } from '@app/audit';
import { clockExpired, ClocksService, type ClockEvent } from '@app/deadlines';
import { DomainError, SYSTEM } from '@app/kernel';
import { OnEvent, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Deliveries } from './deliveries.service.js';

const SERVE_BY = ['SV_ANNOUNCE', 'SV_ELECTRONIC'];

/** Services that the passing of time completes: an announcement, a message nobody confirmed. */
@Injectable()
export class ServiceJobs {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly clocks: ClocksService,
  ) {}

  /** Records the service as the system; a refusal by the case's step is kept in the trail, and left to the handler. */
  @OnEvent(clockExpired, { name: 'service-of-process.serve-expired' })
  async serveExpired(tx: Tx, { clockId, scopeId, rule }: ClockEvent): Promise<void> {
    if (!SERVE_BY.includes(rule)) return;
    const { concernsId, state } = await this.clocks.byId(tx, clockId);
    if (state !== 'RUNNING') return;
    await sql(tx, 'SAVEPOINT timer');
    try {
      await this.deliveries.servedByTime(tx, concernsId!);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await sql(tx, 'ROLLBACK TO SAVEPOINT timer');
      record(tx, SYSTEM, {
        action: 'service.refused-timer',
        subjectType: 'delivery',
        subjectId: concernsId!,
        scopeId,
        detail: { rule, refusal: error.code },
      });
    }
  }
}
