import { newId, type CalendarDate, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import type { RecipientKind, ServiceMethod } from './domain/methods.js';
import type { PaperTag } from './domain/papers.js';
import type { Confirmation, RecipientFact, ServiceFacts } from './domain/facts.js';
import type { AttemptRecord, ServiceRecord } from './domain/record.js';
import type { AttemptOutcome, DeliveryState } from './store/delivery.entity.js';

/** A delivery with its open attempt. */
export interface Delivery {
  readonly id: Id;
  readonly caseId: Id;
  readonly disputeId: Id;
  readonly paper: PaperTag;
  readonly paperId: Id;
  readonly documentId: Id | null;
  /** Its document was made void after it was planned. */
  readonly isVoid: boolean;
  readonly recipientId: Id;
  readonly state: DeliveryState;
  readonly method: ServiceMethod | null;
  readonly servedOn: CalendarDate | null;
  readonly attemptId: Id | null;
  readonly sentOn: CalendarDate | null;
  /** What the open attempt was recorded with. */
  readonly attempt: AttemptRecord | null;
}

const DELIVERY = `SELECT d.id, d.case_id AS "caseId", d.dispute_id AS "disputeId", d.paper, d.paper_id AS "paperId",
  d.document_id AS "documentId", d.recipient_id AS "recipientId", d.state, d.method, d.served_on AS "servedOn",
  a.id AS "attemptId", a.sent_on AS "sentOn", a.record AS attempt, coalesce(n.state = 'VOID', false) AS "isVoid"
  FROM service.delivery d LEFT JOIN service.attempt a ON a.delivery_id = d.id AND a.outcome = 'SENT'
  LEFT JOIN documents.document n ON n.id = d.document_id`;

/** A delivery, without a lock; undefined if there is none. */
export async function findDelivery(tx: Tx, id: Id): Promise<Delivery | undefined> {
  const [row] = await sql<Delivery>(tx, `${DELIVERY} WHERE d.id = $1`, [id]);
  return row;
}

/** Every delivery of a case; the caller holds the case lock if he is going to write. */
export async function deliveriesOf(tx: Tx, caseId: Id): Promise<Delivery[]> {
  return sql<Delivery>(tx, `${DELIVERY} WHERE d.case_id = $1 ORDER BY d.id`, [caseId]);
}

/** What rules of service look at in a case. */
export async function serviceFacts(tx: Tx, caseId: Id, disputeId: Id): Promise<ServiceFacts> {
  const [rows, [setting]] = await Promise.all([
    sql<RecipientRow>(tx, RECIPIENTS, [caseId, disputeId]),
    sql<{ value: boolean }>(tx, 'SELECT electronic_to_organs AS value FROM service.setting'),
  ]);
  return { recipients: rows.map(recipientFact), electronicToOrgans: setting!.value };
}

interface RecipientRow {
  recipientId: Id;
  kind: RecipientKind;
  confirmations: Confirmation[] | null;
  failed: Record<string, number> | null;
}

function recipientFact({ confirmations, failed, ...row }: RecipientRow): RecipientFact {
  return { ...row, confirmations: confirmations ?? [], failed: failed ?? {} };
}

/** Parties, the respondent, and other organs to which something of the case goes. Agents sign, but are not served. */
const RECIPIENTS = `SELECT r.id AS "recipientId", r.kind, c.confirmations, f.failed
  FROM (SELECT id, kind FROM cases.party WHERE dispute_id = $2 AND role <> 'AGENT'
    UNION SELECT respondent_organ_id, 'ORGAN' FROM cases.dispute WHERE id = $2 AND respondent_organ_id IS NOT NULL
    UNION SELECT d.recipient_id, 'ORGAN' FROM service.delivery d JOIN directory.organ o ON o.id = d.recipient_id
      WHERE d.case_id = $1) AS r
  LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('on', confirmed_on, 'electronic', electronic)
      ORDER BY confirmed_on DESC, id DESC) AS confirmations
    FROM service.address_confirmation WHERE dispute_id = $2 AND recipient_id = r.id) AS c ON true
  LEFT JOIN LATERAL (SELECT jsonb_object_agg(paper, n) AS failed FROM (
    SELECT d.paper, count(*) AS n FROM service.delivery d JOIN service.attempt a ON a.delivery_id = d.id
    WHERE d.case_id = $1 AND d.recipient_id = r.id AND a.outcome = 'FAILED' GROUP BY d.paper) AS each) AS f ON true
  ORDER BY r.id`;

/** A paper to be served. */
export interface NewDelivery {
  readonly caseId: Id;
  readonly disputeId: Id;
  readonly paper: PaperTag;
  readonly paperId: Id;
  readonly documentId?: Id | undefined;
  readonly recipientIds: readonly Id[];
}

/** Inserts what is not there yet, and adds the document to what is; what is sent stays what it was. Answers all, and which are new. */
export async function upsertDeliveries(tx: Tx, given: NewDelivery): Promise<{ id: Id; fresh: boolean }[]> {
  return sql(
    tx,
    `INSERT INTO service.delivery AS d (id, case_id, dispute_id, paper, paper_id, document_id, recipient_id)
     SELECT r.id, $1, $2, $3, $4, $5, r.recipient FROM unnest($6::uuid[], $7::uuid[]) AS r(id, recipient)
     ON CONFLICT (case_id, paper, paper_id, recipient_id)
       DO UPDATE SET document_id = CASE WHEN d.state IN ('SENT', 'SERVED')
         THEN coalesce(d.document_id, excluded.document_id) ELSE coalesce(excluded.document_id, d.document_id) END
     RETURNING d.id, xmax = 0 AS fresh`,
    [
      given.caseId,
      given.disputeId,
      given.paper,
      given.paperId,
      given.documentId ?? null,
      given.recipientIds.map(() => newId()),
      given.recipientIds,
    ],
  );
}

/** Adds an attempt that is on its way, or that succeeded on a day. */
export function insertAttempt(
  tx: Tx,
  deliveryId: Id,
  byId: Id,
  record: AttemptRecord,
  succeededOn: CalendarDate | null,
): void {
  send(
    tx,
    `INSERT INTO service.attempt (id, delivery_id, method, sent_on, by_id, outcome, ended_on, note, tracking_number, record)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      newId(),
      deliveryId,
      record.method,
      record.on,
      byId,
      succeededOn === null ? 'SENT' : 'SERVED',
      succeededOn,
      record.note ?? null,
      record.trackingNumber ?? null,
      JSON.stringify(record),
    ],
  );
}

/** Ends the open attempt. */
export function endAttempt(
  tx: Tx,
  id: Id,
  end: {
    outcome: AttemptOutcome;
    on: CalendarDate;
    reason?: string;
    note?: string | undefined;
    tracking?: string | undefined;
  },
): void {
  send(
    tx,
    `UPDATE service.attempt SET outcome = $2, ended_on = $3, reason = $4, note = coalesce($5, note),
       tracking_number = coalesce($6, tracking_number) WHERE id = $1`,
    [id, end.outcome, end.on, end.reason ?? null, end.note ?? null, end.tracking ?? null],
  );
}

export function markSent(tx: Tx, id: Id, method: ServiceMethod): void {
  send(tx, `UPDATE service.delivery SET state = 'SENT', method = $2 WHERE id = $1`, [id, method]);
}

export function markFailed(tx: Tx, id: Id): void {
  send(tx, `UPDATE service.delivery SET state = 'FAILED' WHERE id = $1`, [id]);
}

export function markServed(tx: Tx, id: Id, record: ServiceRecord, on: CalendarDate): void {
  send(
    tx,
    `UPDATE service.delivery SET state = 'SERVED', method = $2, served_on = $3, proof_file_id = $4, record = $5
     WHERE id = $1`,
    [id, record.method, on, record.proofFileId ?? null, JSON.stringify(record)],
  );
}
