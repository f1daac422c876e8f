import { CaseEngine } from '@app/cases';
import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { ServedSteps, type Delivery, type PaperTag, type ServedStep } from '@app/service-of-process';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ENDING_PAPERS } from './domain/trial/endings/tables.js';

/** Where a case stands, its respondent, and how it ended. */
interface Standing {
  state: string;
  endingId: Id | null;
  respondentId: Id | null;
  firstApplicantId: Id | null;
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
    // What ended a case and was set aside since has no service to record.
    for (const paper of Object.values(ENDING_PAPERS))
      this.register(paper, 'serve-ending', true, (now, delivery) => now.endingId === delivery.paperId);
    // A copy for somebody else than the respondent starts no period of the case.
    this.register('COPY', 'record-copy-receipt', false, (now, delivery) => now.respondentId === delivery.recipientId);
    // The period runs from service on the first applicant; a notice that was answered before its receipt came back has none.
    this.register(
      'CORRECTION_NOTICE',
      'serve-correction-notice',
      false,
      (now, delivery) => now.state === 'CORRECTION' && now.firstApplicantId === delivery.recipientId,
    );
  }

  private register(
    paper: PaperTag,
    step: string,
    namesRecipient: boolean,
    follows?: (now: Standing, delivery: Delivery) => boolean,
  ): void {
    const perform: ServedStep = async (tx, actor, { delivery, record }) => {
      const { caseId, recipientId } = delivery;
      if (follows && !follows(await standing(tx, caseId), delivery)) return false;
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
    `SELECT f.state, d.respondent_organ_id AS "respondentId",
       (SELECT e.id FROM reconsideration.ending e WHERE e.case_id = f.id AND e.revoked_on IS NULL) AS "endingId",
       (SELECT p.id FROM cases.party p WHERE p.dispute_id = d.id AND p.role = 'APPLICANT'
        ORDER BY p.sort_order LIMIT 1) AS "firstApplicantId"
     FROM cases.case_file f JOIN cases.dispute d ON d.id = f.dispute_id WHERE f.id = $1`,
    [caseId],
  );
  return row!;
}
