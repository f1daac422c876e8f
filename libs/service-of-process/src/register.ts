import { record } from '@app/audit';
import { refreshDue } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { mustBeFileOfCase } from '@app/documents';
import { Clock, newId, notFound, type Actor, type CalendarDate, type Id } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import * as store from './delivery.store.js';
import type { Delivery } from './delivery.store.js';
import type { ServiceFacts } from './domain/facts.js';
import { ATTEMPT_RULES, firstRefusal, type ServiceCase, type ServiceRule } from './domain/guards.js';
import { methodRule, type FailureReason } from './domain/methods.js';
import { paperRule, type PaperTag } from './domain/papers.js';
import { servedOn, type AttemptRecord, type ServiceRecord } from './domain/record.js';
import {
  attemptOpen,
  dateWrong,
  mustBeUnserved,
  notSent,
  paperVoid,
  paperWrong,
  recipientUnknown,
  refused,
} from './errors.js';

/** A paper for recipients. */
export interface Plan {
  readonly caseId: Id;
  readonly disputeId: Id;
  readonly paper: PaperTag;
  /** Which paper of its kind, if a case may have several. */
  readonly paperId?: Id;
  readonly documentId?: Id | undefined;
  readonly recipientIds: readonly Id[];
}

/** A service to be written. */
export interface Serve extends Omit<Plan, 'recipientIds' | 'documentId'> {
  readonly recipientId: Id;
  readonly record: ServiceRecord;
}

export interface Failure {
  readonly on: CalendarDate;
  readonly reason: FailureReason;
  readonly note?: string | undefined;
  readonly trackingNumber?: string | undefined;
}

/**
 * The register of service, and its only writer. Whoever calls it holds the case lock, so two writers of one delivery
 * queue there; `ux_delivery_recipient` stands behind it.
 */
@Injectable()
export class ServiceRegister {
  constructor(
    private readonly clocks: ClocksService,
    private readonly clock: Clock,
  ) {}

  /** Every delivery of a case. */
  deliveries(tx: Tx, caseId: Id): Promise<Delivery[]> {
    return store.deliveriesOf(tx, caseId);
  }

  /** What rules of service look at, for the facts of a procedure. */
  facts(tx: Tx, caseId: Id, disputeId: Id): Promise<ServiceFacts> {
    return store.serviceFacts(tx, caseId, disputeId);
  }

  /** Enters that a paper is to be served on these; who is there already stays as he is. Safe to repeat. */
  async plan(tx: Tx, actor: Actor, { paperId, ...plan }: Plan): Promise<Id[]> {
    if (plan.recipientIds.length === 0) return [];
    const rows = await store.upsertDeliveries(tx, { ...plan, paperId: whichPaper({ ...plan, paperId }) });
    const recipients = rows.filter(({ fresh }) => fresh).length;
    if (recipients > 0) {
      const { caseId, disputeId: scopeId, paper } = plan;
      const detail = { paper, recipients };
      record(tx, actor, { action: 'service.plan-delivery', subjectType: 'case', subjectId: caseId, scopeId, detail });
    }
    return rows.map(({ id }) => id);
  }

  /**
   * The paper is sent on its way. A pending task to try again is done; methods without a return receipt start the clock
   * at whose end the system records the service.
   * @throws DomainError service.already-served, .paper-void, .attempt-open, .date-wrong, .recipient-unknown, or a rule's refusal
   */
  async attempt(tx: Tx, actor: Actor, delivery: Delivery, attempt: AttemptRecord): Promise<void> {
    mustBeUnserved(delivery);
    if (delivery.isVoid) throw paperVoid();
    if (delivery.state === 'SENT') throw attemptOpen();
    if (attempt.on > this.clock.today()) throw dateWrong();
    await this.judge(tx, ATTEMPT_RULES, delivery, attempt);
    store.insertAttempt(tx, delivery.id, actor.personId, attempt, null);
    store.markSent(tx, delivery.id, attempt.method);
    const { caseId, disputeId, id } = delivery;
    await this.clocks.meet(tx, actor, caseId, 'SV_RETRY', attempt.on, id);
    const { clock } = methodRule(attempt.method);
    if (clock) await this.start(tx, actor, delivery, clock, attempt.on);
    refreshDue(tx, disputeId);
    audit(tx, actor, 'send-delivery', delivery, { method: attempt.method });
  }

  /**
   * The paper was served: once. The caller has judged the rules, by the guards of the step or by {@link judge}. Takes the
   * delivery the record names, or the open one of this paper and recipient; if none was planned, enters one.
   * @throws DomainError service.already-served, .delivery.not-found, .paper-wrong, documents.file-not-of-case
   */
  async serve(tx: Tx, actor: Actor, given: Serve): Promise<void> {
    const delivery = await this.toServe(tx, actor, given);
    mustBeUnserved(delivery);
    const { record: entry } = given;
    await mustBeFileOfCase(tx, delivery.caseId, entry.proofFileId, '#/input/proofFileId');
    const on = servedOn(entry);
    this.endAttempt(tx, actor, delivery, entry, on);
    store.markServed(tx, delivery.id, entry, on);
    const { id, caseId, disputeId, state, method } = delivery;
    const rule = state === 'FAILED' ? 'SV_RETRY' : state === 'SENT' ? methodRule(method!).clock : undefined;
    if (rule) {
      await this.clocks.meet(tx, actor, caseId, rule, on, id);
      refreshDue(tx, disputeId);
    }
    audit(tx, actor, 'serve-delivery', delivery, { method: entry.method, servedOn: on });
  }

  /**
   * The attempt came to nothing: the handler has a task to try again.
   * @throws DomainError service.not-sent, .date-wrong
   */
  async fail(tx: Tx, actor: Actor, delivery: Delivery, failure: Failure): Promise<void> {
    if (delivery.state !== 'SENT') throw notSent();
    const { on, reason, note, trackingNumber: tracking } = failure;
    if (on > this.clock.today() || on < delivery.sentOn!) throw dateWrong();
    store.endAttempt(tx, delivery.attemptId!, { outcome: 'FAILED', on, reason, note, tracking });
    store.markFailed(tx, delivery.id);
    const { clock } = methodRule(delivery.method!);
    if (clock) await this.clocks.cancel(tx, actor, delivery.caseId, clock, on, delivery.id);
    await this.start(tx, actor, delivery, 'SV_RETRY', on);
    refreshDue(tx, delivery.disputeId);
    audit(tx, actor, 'fail-delivery', delivery, { method: delivery.method, reason });
  }

  /** @throws DomainError service.recipient-unknown, or the refusal of the first rule that does not hold */
  async judge(
    tx: Tx,
    rules: readonly ServiceRule[],
    { caseId, disputeId, recipientId, paper }: Pick<Delivery, 'caseId' | 'disputeId' | 'recipientId' | 'paper'>,
    entry: ServiceCase['record'],
  ): Promise<void> {
    const { recipients, electronicToOrgans } = await store.serviceFacts(tx, caseId, disputeId);
    const recipient = recipients.find((each) => each.recipientId === recipientId);
    if (!recipient) throw recipientUnknown();
    const given = { paper, recipient, record: entry, electronicToOrgans, today: this.clock.today() };
    const refusal = firstRefusal(rules, given);
    if (refusal) throw refused(refusal);
  }

  /** The attempt that succeeded is the open one, or another that overtook it. */
  private endAttempt(tx: Tx, actor: Actor, delivery: Delivery, entry: ServiceRecord, on: CalendarDate): void {
    const { id, attemptId, sentOn, method } = delivery;
    const same = attemptId !== null && method === entry.method;
    if (same && entry.on < sentOn!) throw dateWrong();
    const end = { on, note: entry.note, tracking: entry.trackingNumber };
    if (attemptId !== null) store.endAttempt(tx, attemptId, { ...end, outcome: same ? 'SERVED' : 'OVERTAKEN' });
    if (!same) store.insertAttempt(tx, id, actor.personId, entry, on);
  }

  private async toServe(tx: Tx, actor: Actor, given: Serve): Promise<Delivery> {
    const { caseId, disputeId, paper, recipientId, record: entry } = given;
    const all = await store.deliveriesOf(tx, caseId);
    const fits = (each: Delivery) => each.paper === paper && each.recipientId === recipientId;
    if (entry.deliveryId !== undefined) {
      const named = all.find(({ id }) => id === entry.deliveryId);
      if (!named) throw notFound('service.delivery');
      if (!fits(named)) throw paperWrong();
      return named;
    }
    const paperId = whichPaper(given);
    const known = all.find((each) => fits(each) && each.paperId === paperId);
    if (known) return known;
    const [id] = await this.plan(tx, actor, { caseId, disputeId, paper, paperId, recipientIds: [recipientId] });
    return (await store.findDelivery(tx, id!))!;
  }

  private async start(tx: Tx, actor: Actor, delivery: Delivery, rule: string, from: CalendarDate): Promise<void> {
    const { caseId, disputeId, id } = delivery;
    await this.clocks.start(tx, actor, [{ subjectId: caseId, scopeId: disputeId, concernsId: id, rule, from }]);
  }
}

/** A case has one decision; a notice is its document, or another each time. */
function whichPaper({ caseId, paper, paperId, documentId }: Omit<Plan, 'recipientIds' | 'disputeId'>): Id {
  return paperId ?? (paperRule(paper).once ? caseId : (documentId ?? newId()));
}

function audit(
  tx: Tx,
  actor: Actor,
  verb: string,
  delivery: { id: Id; disputeId: Id; paper: PaperTag },
  detail: Record<string, unknown> = {},
): void {
  record(tx, actor, {
    action: `service.${verb}`,
    subjectType: 'delivery',
    subjectId: delivery.id,
    scopeId: delivery.disputeId,
    detail: { paper: delivery.paper, ...detail },
  });
}
