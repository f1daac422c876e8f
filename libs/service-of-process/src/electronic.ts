import { record } from '@app/audit';
import { dayOf, SYSTEM, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Deliveries } from './deliveries.service.js';
import { findDelivery } from './delivery.store.js';
import { paperRule, type PaperTag } from './domain/papers.js';
import { notSent } from './errors.js';

/** A paper that lies in somebody's electronic box and that he has not confirmed. */
export interface ElectronicItem {
  readonly deliveryId: Id;
  readonly caseId: Id;
  readonly recipientId: Id;
  readonly paper: PaperTag;
  readonly paperName: string;
  readonly documentId: Id | null;
  /** The day our system shows it sent: the day that counts. */
  readonly sentOn: CalendarDate;
}

/** 电子送达: what the portal shows its users, and what it tells the register. */
@Injectable()
export class ElectronicService {
  constructor(private readonly deliveries: Deliveries) {}

  /** What waits for these recipients, oldest first. Whose they are is for the portal to know. */
  async waiting(tx: Tx, recipientIds: readonly Id[]): Promise<ElectronicItem[]> {
    const rows = await sql<Omit<ElectronicItem, 'paperName'>>(tx, WAITING, [recipientIds]);
    return rows.map((row) => ({ ...row, paperName: paperRule(row.paper).name }));
  }

  /**
   * The recipient, or his system, confirms at that instant that he has it. The day our system shows it sent is the day of
   * service all the same (民诉解释 第135条第2款); where nothing is heard, the clock SV_ELECTRONIC records it.
   * @throws DomainError service.not-sent, or what refuses the service
   */
  async received(tx: Tx, deliveryId: Id, at: Date): Promise<void> {
    const delivery = await findDelivery(tx, deliveryId);
    if (delivery?.attempt?.method !== 'ELECTRONIC' || dayOf(at) < delivery.sentOn!) throw notSent();
    record(tx, SYSTEM, {
      action: 'service.confirm-receipt',
      subjectType: 'delivery',
      subjectId: deliveryId,
      scopeId: delivery.disputeId,
      detail: { paper: delivery.paper, at: at.toISOString() },
    });
    await this.deliveries.servedByTime(tx, deliveryId);
  }
}

const WAITING = `SELECT d.id AS "deliveryId", d.case_id AS "caseId", d.recipient_id AS "recipientId", d.paper,
  d.document_id AS "documentId", a.sent_on AS "sentOn"
  FROM service.delivery d JOIN service.attempt a ON a.delivery_id = d.id AND a.outcome = 'SENT'
  WHERE d.recipient_id = ANY($1::uuid[]) AND d.state = 'SENT' AND d.method = 'ELECTRONIC' ORDER BY a.id`;
