import { CaseEngine, caseMoved } from '@app/cases';
import { DomainError, SYSTEM, type Id } from '@app/kernel';
import { OnEvent, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** States of a mediation in which nobody mediates any more. */
const OVER: readonly string[] = ['AGREEMENT_EFFECTIVE', 'TERMINATED', 'RETURNED', 'REJECTED', 'CLOSED_SUCCESS'];

/** A case suspended so that the parties could mediate does not stay so unnoticed once they no longer do. */
@Injectable()
export class MediationCoupling {
  constructor(private readonly engine: CaseEngine) {}

  @OnEvent(caseMoved, { name: 'reconsideration.note-mediation-ended' })
  async noteEnd(tx: Tx, event: { disputeId: Id; procedure: string; from: string; to: string }): Promise<void> {
    if (event.procedure !== 'mediation' || event.from === event.to || !OVER.includes(event.to)) return;
    const suspended = await sql<{ id: Id }>(
      tx,
      `SELECT id FROM cases.case_file WHERE dispute_id = $1 AND procedure = 'reconsideration' AND state = 'SUSPENDED' ORDER BY id`,
      [event.disputeId],
    );
    for (const { id } of suspended) await this.note(tx, id);
  }

  private async note(tx: Tx, caseId: Id): Promise<void> {
    await sql(tx, 'SAVEPOINT mediation_ended');
    try {
      await this.engine.performIn(tx, SYSTEM, caseId, 'note-mediation-ended', undefined, {});
    } catch (error) {
      // Suspended for another reason, noted before, or resumed meanwhile.
      if (!(error instanceof DomainError)) throw error;
      await sql(tx, 'ROLLBACK TO SAVEPOINT mediation_ended');
    }
  }
}
