import { CaseEngine } from '@app/cases';
import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { ServedSteps, type PaperTag, type ServedStep } from '@app/service-of-process';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Where a case stands, and its respondent. */
interface Standing {
  state: string;
  respondentId: Id | null;
}

/** Which step of a reconsideration records the service of which paper. */
@Injectable()
export class ReconsiderationServedSteps implements OnModuleInit {
  constructor(
    private readonly steps: ServedSteps,
    private readonly engine: CaseEngine,
  ) {}

  onModuleInit(): void {
    this.register('DECISION', 'record-service', true);
    this.register('REFUSAL', 'serve-refusal', true);
    // A copy for somebody else than the respondent starts no period of the case.
    this.register('COPY', 'record-copy-receipt', false, (now, to) => now.respondentId === to);
    // A notice that was answered before its receipt came back has no period to start.
    this.register('CORRECTION_NOTICE', 'serve-correction-notice', false, (now) => now.state === 'CORRECTION');
  }

  private register(
    paper: PaperTag,
    step: string,
    namesRecipient: boolean,
    follows?: (now: Standing, recipientId: Id) => boolean,
  ): void {
    const perform: ServedStep = async (tx, actor, { delivery, record }) => {
      const { caseId, recipientId } = delivery;
      if (follows && !follows(await standing(tx, caseId), recipientId)) return false;
      const input = { ...record, ...(namesRecipient ? { recipientId } : {}) };
      await this.engine.performIn(tx, actor, caseId, step, undefined, input);
      return true;
    };
    this.steps.register(paper, perform);
  }
}

async function standing(tx: Tx, caseId: Id): Promise<Standing> {
  const [row] = await sql<Standing>(
    tx,
    `SELECT f.state, d.respondent_organ_id AS "respondentId"
     FROM cases.case_file f JOIN cases.dispute d ON d.id = f.dispute_id WHERE f.id = $1`,
    [caseId],
  );
  return row!;
}
