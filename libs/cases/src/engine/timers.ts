import { forget, record } from '@app/audit';
import { clockExpired } from '@app/deadlines';
import { DomainError, SYSTEM, type Id } from '@app/kernel';
import { OnEvent, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CaseEngine } from './engine.js';

/** Steps that the passing of time performs: deemed acceptance, abandonment, default of a reply. */
@Injectable()
export class Timers {
  constructor(private readonly engine: CaseEngine) {}

  /** Performs the expired clock's step as the system; a refusal (the case has moved on) is kept in the trail. */
  @OnEvent(clockExpired, { name: 'cases.perform-expired' })
  async performExpired(
    tx: Tx,
    event: { subjectId: Id; scopeId: Id; rule: string; onExpiry: string | null },
  ): Promise<void> {
    if (event.onExpiry === null) return;
    await sql(tx, 'SAVEPOINT timer');
    try {
      await this.engine.performIn(tx, SYSTEM, event.subjectId, event.onExpiry, undefined, {});
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await sql(tx, 'ROLLBACK TO SAVEPOINT timer');
      forget(tx);
      record(tx, SYSTEM, {
        action: 'cases.refused-timer',
        subjectType: 'case',
        subjectId: event.subjectId,
        scopeId: event.scopeId,
        detail: { rule: event.rule, action: event.onExpiry, refusal: error.code },
      });
    }
  }
}
