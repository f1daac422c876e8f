import { CaseEngine, disputeFacts, findCase } from '@app/cases';
import { APPLICANT, Clock, DomainError, newId, type CalendarDate } from '@app/kernel';
import { Database, idempotently } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SubmissionStore } from '../submission/submission-store.js';
import { Heralds } from './heralds.js';
import type { OfferReceiptView, OfferRequest } from './requests.dto.js';

/**
 * What an applicant offers in the mediation of his dispute. It goes to the mediators alone, behind the mediation wall, so
 * it is no request of the case, which its officers would read (复议法实施条例 2026 第48条).
 */
@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionStore,
    private readonly engine: CaseEngine,
    private readonly heralds: Heralds,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands the offer to the mediators, who are told that there is one. Repeated under the same key, nothing more happens.
   * @throws DomainError portal.no-access, portal.not-mediated, a refusal of the step, request.idempotency-key-reused
   */
  async offer(request: OfferRequest, address: string, key: string | undefined): Promise<OfferReceiptView> {
    const submission = await this.submissions.open({ ...request, address });
    const { text, amountFen } = request;
    const on: CalendarDate = this.clock.today();
    await this.database.transaction(async (tx) => {
      const { cases } = await disputeFacts(tx, submission.disputeId);
      const mediation = cases.filter((each) => each.procedure === 'mediation' && each.open).at(-1);
      if (!mediation) throw notMediated();
      const own = key && `${submission.id} ${key}`;
      await idempotently(tx, APPLICANT, own, { text, amountFen }, newId(), async (id) => {
        await this.engine.performIn(tx, APPLICANT, mediation.id, 'submit-offer', undefined, { text, amountFen });
        await this.heralds.tellMediators(tx, await findCase(tx, APPLICANT, mediation.id), id, '提出了调解方案');
      });
    });
    return {
      on,
      statement: '您的方案已经交给调解员。没有您的同意，调解员不会告诉对方；以后也不会被用作对您不利的证据。',
    };
  }
}

function notMediated(): DomainError {
  return new DomainError('portal.not-mediated', {
    kind: 'conflict',
    detail: '您的争议没有正在进行的调解。愿意调解的，可以先表示同意调解。',
    article: '复议法 2023 第5条',
  });
}
