import { CaseEngine } from '@app/cases';
import { DomainError, SYSTEM, type Id } from '@app/kernel';
import { OnEvent, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { caseServed } from './reconsideration.events.js';

/** Once the last party is served, what must be performed and copied is listed without anybody's asking (RC-30). */
@Injectable()
export class FollowUp {
  constructor(private readonly engine: CaseEngine) {}

  @OnEvent(caseServed, { name: 'reconsideration.follow-up' })
  async afterService(tx: Tx, event: { caseId: Id }): Promise<void> {
    await sql(tx, 'SAVEPOINT follow_up');
    try {
      await this.engine.performIn(tx, SYSTEM, event.caseId, 'follow-up', undefined, {});
    } catch (error) {
      // Somebody was faster, or the case has moved on.
      if (!(error instanceof DomainError)) throw error;
      await sql(tx, 'ROLLBACK TO SAVEPOINT follow_up');
    }
  }
}
