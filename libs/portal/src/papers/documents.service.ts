import { record } from '@app/audit';
import { lockCase } from '@app/cases';
import { documentsOfCase, fileOf, type DocumentHead } from '@app/documents';
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
    const [deliveries, papers] = await Promise.all([
      this.toApplicants(tx, submission),
      documentsOfCase(tx, submission.caseId),
    ]);
    return deliveries.map((delivery) => sentView(delivery, papers));
  }

  /**
   * He has a paper that was sent to him electronically (民诉法 2023 第90条). Repeated, nothing more happens.
   * @throws DomainError portal.no-access and the like, portal.document.not-found, or what refuses the service
   */
  async receive(key: CaseKey, id: Id): Promise<SentDocumentView> {
    const submission = await this.submissions.open(key);
    return this.database.transaction(async (tx) => {
      await lockCase(tx, APPLICANT, submission.caseId);
      const { state } = await this.electronically(tx, submission, id);
      if (state === 'SENT') await this.electronic.received(tx, id, this.clock.now());
      const papers = await documentsOfCase(tx, submission.caseId);
      return sentView(await this.electronically(tx, submission, id), papers);
    });
  }

  /**
   * The signed paper itself, as PDF, of a delivery that was made to him electronically; the reading is on record.
   * @throws DomainError portal.no-access and the like, portal.document.not-found, documents.rendition-pending,
   *   documents.rendition-failed
   */
  async read(key: CaseKey, id: Id): Promise<{ file: Buffer; name: string }> {
    const submission = await this.submissions.open(key);
    const { caseId, disputeId: scopeId } = submission;
    return this.database.transaction(async (tx) => {
      const delivery = await this.electronically(tx, submission, id);
      const paper = paperOf(delivery, await documentsOfCase(tx, caseId));
      if (!paper) throw notFound('portal.document');
      const file = await fileOf(tx, paper.id, 'pdf');
      const detail = { documentId: paper.id };
      record(tx, APPLICANT, { action: 'portal.read-paper', subjectType: 'delivery', subjectId: id, scopeId, detail });
      return { file, name: `${paper.title}${paper.number ?? ''}` };
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

  /** @throws DomainError portal.document.not-found */
  private async electronically(tx: Tx, submission: SubmissionRow, id: Id): Promise<Delivery> {
    const found = (await this.toApplicants(tx, submission)).find((delivery) => delivery.id === id);
    if (found?.method !== 'ELECTRONIC') throw notFound('portal.document');
    return found;
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

/** The paper of a delivery: signed, in force, and addressed to whom it was delivered. */
function paperOf({ documentId, recipientId }: Delivery, papers: readonly DocumentHead[]): DocumentHead | undefined {
  return papers.find(
    ({ id, state, addressees }) =>
      id === documentId && state === 'SIGNED' && addressees.some(({ partyId }) => partyId === recipientId),
  );
}

function sentView(delivery: Delivery, papers: readonly DocumentHead[]): SentDocumentView {
  const { id, paper, method, sentOn, servedOn, state } = delivery;
  const own = paperOf(delivery, papers);
  return {
    id,
    name: own?.title ?? paperRule(paper).name,
    number: own?.number ?? null,
    readable: own !== undefined && method === 'ELECTRONIC',
    method: method === null ? '' : methodRule(method).name,
    sentOn,
    servedOn,
    toConfirm: state === 'SENT' && method === 'ELECTRONIC',
  };
}
