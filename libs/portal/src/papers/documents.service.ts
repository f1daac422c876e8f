import { lockCase } from '@app/cases';
import { APPLICANT, Clock, newId, notFound, type Id } from '@app/kernel';
import { Database, idempotently, type Tx } from '@app/platform';
import {
  AddressConfirmations,
  ElectronicService,
  methodRule,
  paperRule,
  ServiceRegister,
  type Delivery,
} from '@app/service-of-process';
import { Injectable } from '@nestjs/common';
import { SubmissionStore, type CaseKey, type SubmissionRow } from '../submission/submission-store.js';
import type { SentDocumentView, ServiceAddressRequest, ServiceAddressView } from './papers.dto.js';
import { applicantsOf } from './parties.js';

/** How papers reach an applicant: where he wants them, what was sent to him, and that he has it. */
@Injectable()
export class PortalDocuments {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionStore,
    private readonly register: ServiceRegister,
    private readonly electronic: ElectronicService,
    private readonly confirmations: AddressConfirmations,
    private readonly clock: Clock,
  ) {}

  /** Papers on their way to the applicants of a case, or served on them; what is only planned is not told. */
  async sent(tx: Tx, submission: SubmissionRow): Promise<SentDocumentView[]> {
    return (await this.toApplicants(tx, submission)).map(sentView);
  }

  /**
   * He has a paper that was sent to him electronically (民诉法 2023 第90条). Repeated, nothing more happens.
   * @throws DomainError portal.no-access and the like, portal.document.not-found, or what refuses the service
   */
  async receive(key: CaseKey, id: Id): Promise<SentDocumentView> {
    const submission = await this.submissions.open(key);
    return this.database.transaction(async (tx) => {
      await lockCase(tx, APPLICANT, submission.caseId);
      const find = async () => (await this.toApplicants(tx, submission)).find((delivery) => delivery.id === id);
      const delivery = await find();
      if (delivery?.method !== 'ELECTRONIC') throw notFound('portal.document');
      if (delivery.state === 'SENT') await this.electronic.received(tx, id, this.clock.now());
      return sentView((await find())!);
    });
  }

  /**
   * 送达地址确认 of all applicants; the latest counts.
   * @throws DomainError portal.no-access and the like, request.idempotency-key-reused
   */
  async confirmAddress(
    request: ServiceAddressRequest,
    address: string,
    key: string | undefined,
  ): Promise<ServiceAddressView> {
    const { number, code, ...entered } = request;
    const { id: submissionId, disputeId } = await this.submissions.open({ number, code, address });
    await this.database.transaction(async (tx) => {
      const own = key && `${submissionId} ${key}`;
      await idempotently(tx, APPLICANT, own, { address: entered }, newId(), async () => {
        for (const recipientId of await applicantsOf(tx, disputeId))
          await this.confirm(tx, disputeId, recipientId, entered);
      });
    });
    return {
      confirmedOn: this.clock.today(),
      electronic: entered.electronic,
      statement: entered.electronic
        ? '您已同意电子送达，文书（包括决定书）将在本平台送达，发送之日即视为送达；需要纸质文书的，可以另行提出。'
        : '文书将送达您确认的地址。地址变更请及时重新确认，未告知变更的，按原地址送达视为有效。',
      article: '民诉法 2023 第90条；复议法 2023 第88条',
    };
  }

  /** What he said in his application of where he is served. */
  async confirm(
    tx: Tx,
    disputeId: Id,
    recipientId: Id,
    entered: { address: string; phone: string; electronic: boolean; email?: string | undefined },
  ): Promise<void> {
    const { email, ...rest } = entered;
    const request = { recipientId, ...rest, portal: entered.electronic, confirmedOn: this.clock.today() };
    await this.confirmations.recordIn(tx, APPLICANT, disputeId, email === undefined ? request : { ...request, email });
  }

  private async toApplicants(tx: Tx, { caseId, disputeId }: SubmissionRow): Promise<Delivery[]> {
    const [deliveries, applicants] = await Promise.all([
      this.register.deliveries(tx, caseId),
      applicantsOf(tx, disputeId),
    ]);
    return deliveries.filter(
      ({ state, recipientId }) => (state === 'SENT' || state === 'SERVED') && applicants.includes(recipientId),
    );
  }
}

function sentView({ id, paper, method, sentOn, servedOn, state }: Delivery): SentDocumentView {
  return {
    id,
    name: paperRule(paper).name,
    method: method === null ? '' : methodRule(method).name,
    sentOn,
    servedOn,
    toConfirm: state === 'SENT' && method === 'ELECTRONIC',
  };
}
