import { CaseEngine, caseMoved, CaseOpening, suspendedForMediation } from '@app/cases';
import { Clock, DomainError, SYSTEM, type Id } from '@app/kernel';
import { OnEvent, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Instrument } from './domain/agreement/facts.js';

/** The steps by which a reconsideration makes the parties' agreement binding. */
const MADE: Readonly<Record<string, Instrument>> = { 'conclude-mediation': 'STATEMENT', terminate: 'WITHDRAWAL' };

/** What ties a mediation to the reconsideration of the same dispute; neither knows the other but by events. */
@Injectable()
export class ReconsiderationCoupling {
  constructor(
    private readonly engine: CaseEngine,
    private readonly opening: CaseOpening,
    private readonly clock: Clock,
  ) {}

  /** Suspended because both sides agreed to mediate (复议法 2023 第39条第1款第6项): the centre is asked, unless it mediates already. */
  @OnEvent(suspendedForMediation, { name: 'mediation.open-on-suspension' })
  async openOnSuspension(tx: Tx, { disputeId }: { disputeId: Id }): Promise<void> {
    const input = {
      stage: 'IN_RECONSIDERATION',
      source: 'RECONSIDERATION_INSTITUTION',
      receivedOn: this.clock.today(),
      major: false,
      request: '申请人、被申请人同意中止行政复议，进行调解。',
    };
    await unlessRefused(tx, () => this.opening.openIn(tx, SYSTEM, disputeId, 'mediation', input));
  }

  /** The institution made the statement of mediation, or let the applicant withdraw: the mediation goes on to performance. */
  @OnEvent(caseMoved, { name: 'mediation.note-instrument' })
  async noteInstrument(tx: Tx, event: { disputeId: Id; procedure: string; transition: string }): Promise<void> {
    const instrument = event.procedure === 'reconsideration' ? MADE[event.transition] : undefined;
    if (instrument === undefined) return;
    const [mediation] = await sql<{ id: Id }>(tx, WAITING, [event.disputeId, instrument]);
    if (!mediation) return;
    const input = { instrument, on: this.clock.today() };
    await unlessRefused(tx, () =>
      this.engine.performIn(tx, SYSTEM, mediation.id, 'record-instrument', undefined, input),
    );
  }
}

// A case also terminates because an applicant died: only where both wanted a withdrawal is it one.
const WAITING = `SELECT f.id FROM cases.case_file f
  JOIN mediation.agreement a ON a.case_id = f.id AND a.superseded_on IS NULL
  WHERE f.dispute_id = $1 AND f.state = 'AGREEMENT_EFFECTIVE' AND f.open AND ($2 = 'STATEMENT' OR a.wanted = $2)`;

/** Somebody was faster, or the case has moved on: then nothing is done. */
async function unlessRefused(tx: Tx, work: () => Promise<unknown>): Promise<void> {
  await sql(tx, 'SAVEPOINT coupling');
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await sql(tx, 'ROLLBACK TO SAVEPOINT coupling');
  }
}
