import { lockCase, Participants, rolesOn, type CaseRow } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { mustBeFileOfCase } from '@app/documents';
import { DomainError, newId, notFound, SYSTEM, type Actor, type Id, type RoleCode } from '@app/kernel';
import { Database, idempotently, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { findDelivery, serviceFacts, type Delivery } from './delivery.store.js';
import { SERVICE_RULES } from './domain/guards.js';
import { paperRule } from './domain/papers.js';
import type { AttemptRecord, ServiceRecord } from './domain/record.js';
import type { PlanDeliveryRequest } from './http/deliveries.dto.js';
import { alreadyPlanned, mustBeUnserved, recipientUnknown, roleRequired } from './errors.js';
import { ServiceRegister, type Failure } from './register.js';
import { ServedSteps } from './served-steps.js';

/** Who may plan, send and record. Where a step of the case follows from a service, its own roles decide. */
const SERVERS: readonly RoleCode[] = ['case_handler', 'intake_officer', 'mediator', 'centre_staff', 'system'];

/** What people, and the system, do with deliveries; each takes the case lock first. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly register: ServiceRegister,
    private readonly steps: ServedSteps,
    private readonly participants: Participants,
    private readonly directory: DirectoryService,
  ) {}

  /**
   * Plans a paper for recipients.
   * @throws DomainError cases.case.not-found, service.role-required, .recipient-unknown, .already-planned
   */
  async plan(actor: Actor, caseId: Id, request: PlanDeliveryRequest, key: string | undefined): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await lockCase(tx, actor, caseId);
      await idempotently(tx, actor, key, { caseId, ...request }, newId(), () => this.planIn(tx, actor, row, request));
    });
  }

  private async planIn(tx: Tx, actor: Actor, row: CaseRow, request: PlanDeliveryRequest): Promise<void> {
    const { paper, recipientIds } = request;
    await this.mustServe(tx, actor, row);
    await this.mustBeRecipients(tx, row, recipientIds);
    const planned = await this.register.deliveries(tx, row.id);
    const twice = planned.some((d) => d.paper === paper && recipientIds.includes(d.recipientId));
    if (paperRule(paper).once && twice) throw alreadyPlanned();
    await this.register.plan(tx, actor, { ...request, caseId: row.id, disputeId: row.disputeId });
  }

  /** @throws DomainError service.delivery.not-found, .role-required, and those of {@link ServiceRegister.attempt} */
  async attempt(actor: Actor, id: Id, record: AttemptRecord): Promise<Id> {
    return this.database.transaction(async (tx) => {
      const delivery = await this.lock(tx, actor, id);
      await this.register.attempt(tx, actor, delivery, record);
      return delivery.caseId;
    });
  }

  /** {@link failedIn} in a transaction of its own. */
  async failed(actor: Actor, id: Id, failure: Failure): Promise<Id> {
    return this.database.transaction((tx) => this.failedIn(tx, actor, id, failure));
  }

  /** @throws DomainError service.delivery.not-found, .role-required, and those of {@link ServiceRegister.fail} */
  async failedIn(tx: Tx, actor: Actor, id: Id, failure: Failure): Promise<Id> {
    const delivery = await this.lock(tx, actor, id);
    await this.register.fail(tx, actor, delivery, failure);
    return delivery.caseId;
  }

  /** {@link servedIn} in a transaction of its own. */
  async served(actor: Actor, id: Id, record: ServiceRecord): Promise<Id> {
    return this.database.transaction((tx) => this.servedIn(tx, actor, id, record));
  }

  /**
   * Records that the paper was served, with what follows from it in the case, or neither.
   * @throws DomainError service.delivery.not-found, .already-served, .role-required, documents.file-not-of-case, a rule's
   *   refusal, or the step's
   */
  async servedIn(tx: Tx, actor: Actor, id: Id, record: ServiceRecord): Promise<Id> {
    const { delivery, row } = await this.locked(tx, actor, id);
    mustBeUnserved(delivery);
    const { caseId, disputeId, paper, paperId, recipientId } = delivery;
    await mustBeFileOfCase(tx, caseId, record.proofFileId, '#/proofFileId');
    const entry = { ...record, deliveryId: id };
    if (await this.steps.perform(tx, actor, { delivery, record: entry })) return caseId;
    await this.mustServe(tx, actor, row);
    await this.register.judge(tx, SERVICE_RULES, delivery, entry);
    await this.register.serve(tx, actor, { caseId, disputeId, paper, paperId, recipientId, record: entry });
    return caseId;
  }

  /** Records the end of the open attempt as its method has it: nobody had to come back with a paper. */
  async servedByTime(tx: Tx, id: Id): Promise<void> {
    const delivery = await findDelivery(tx, id);
    if (!delivery?.attempt) return;
    const { method, note, whereaboutsUnknown } = delivery.attempt;
    await this.servedIn(tx, SYSTEM, id, {
      method,
      on: delivery.sentOn!,
      ...(note === undefined ? {} : { note }),
      ...(whereaboutsUnknown === undefined ? {} : { whereaboutsUnknown }),
    });
  }

  /** A delivery to write to. @throws DomainError service.delivery.not-found, service.role-required */
  private async lock(tx: Tx, actor: Actor, id: Id): Promise<Delivery> {
    const { delivery, row } = await this.locked(tx, actor, id);
    await this.mustServe(tx, actor, row);
    return delivery;
  }

  /** The case lock first, then the delivery as it is under it. */
  private async locked(tx: Tx, actor: Actor, id: Id): Promise<{ delivery: Delivery; row: CaseRow }> {
    const found = await findDelivery(tx, id);
    if (!found) throw notFound('service.delivery');
    const row = await lockCase(tx, actor, found.caseId).catch((error: unknown) => {
      throw error instanceof DomainError && error.kind === 'not-found' ? notFound('service.delivery') : error;
    });
    return { delivery: (await findDelivery(tx, id))!, row };
  }

  private async mustServe(tx: Tx, actor: Actor, row: CaseRow): Promise<void> {
    const roles = rolesOn(actor, await this.participants.of(tx, row.disputeId), row.id);
    if (!SERVERS.some((role) => roles.has(role))) throw roleRequired();
  }

  private async mustBeRecipients(tx: Tx, row: CaseRow, ids: readonly Id[]): Promise<void> {
    const { recipients } = await serviceFacts(tx, row.id, row.disputeId);
    for (const id of ids) {
      if (recipients.some((each) => each.recipientId === id)) continue;
      if (!(await this.directory.organ(id, tx))) throw recipientUnknown();
    }
  }
}
