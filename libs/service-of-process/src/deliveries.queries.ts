import { findCase } from '@app/cases';
import type { Actor, Id } from '@app/kernel';
import { Database, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { FAILURES, methodRule, type FailureReason, type ServiceMethod } from './domain/methods.js';
import { paperRule, type PaperTag } from './domain/papers.js';
import type { AttemptView, DeliveryView } from './http/deliveries.dto.js';

type AttemptFound = Omit<AttemptView, 'methodName' | 'reasonName'> & { deliveryId: Id };

/** The register as people read it. */
@Injectable()
export class DeliveryQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError cases.case.not-found */
  async ofCase(actor: Actor, caseId: Id): Promise<DeliveryView[]> {
    return this.database.transaction(async (tx) => {
      await findCase(tx, actor, caseId);
      const [deliveries, attempts] = await Promise.all([
        sql<Omit<DeliveryView, 'paperName' | 'attempts'>>(tx, DELIVERIES, [caseId]),
        sql<AttemptFound>(tx, ATTEMPTS, [caseId]),
      ]);
      return deliveries.map((each) => ({
        ...each,
        paperName: paperRule(each.paper as PaperTag).name,
        attempts: attempts.filter(({ deliveryId }) => deliveryId === each.id).map(attemptView),
      }));
    });
  }
}

function attemptView({ deliveryId: _, ...attempt }: AttemptFound): AttemptView {
  return {
    ...attempt,
    methodName: methodRule(attempt.method as ServiceMethod).name,
    reasonName: attempt.reason === null ? null : FAILURES[attempt.reason as FailureReason],
  };
}

const DELIVERIES = `SELECT d.id, d.case_id AS "caseId", d.paper, d.document_id AS "documentId",
  d.recipient_id AS "recipientId", coalesce(p.name, o.name, '') AS "recipientName", d.state, d.method,
  d.served_on AS "servedOn", d.proof_file_id AS "proofFileId"
  FROM service.delivery d LEFT JOIN cases.party p ON p.id = d.recipient_id
  LEFT JOIN directory.organ o ON o.id = d.recipient_id WHERE d.case_id = $1 ORDER BY d.id`;
const ATTEMPTS = `SELECT a.id, a.delivery_id AS "deliveryId", a.method, a.sent_on AS "sentOn", a.by_id AS "byId", a.outcome,
  a.ended_on AS "endedOn", a.reason, a.note, a.tracking_number AS "trackingNumber"
  FROM service.attempt a JOIN service.delivery d ON d.id = a.delivery_id WHERE d.case_id = $1 ORDER BY a.id`;
