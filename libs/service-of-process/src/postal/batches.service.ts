import { record } from '@app/audit';
import { maySee, notShutOut, principalsOf } from '@app/cases';
import { Clock, DomainError, newId, notFound, organsOf, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { paperRule, type PaperTag } from '../domain/papers.js';
import { dateWrong } from '../errors.js';
import {
  MOST_LETTERS,
  type BatchMadeView,
  type MakeBatchRequest,
  type PostalBatchListItem,
  type PostalBatchView,
  type PostalItemView,
} from './postal.dto.js';

interface Letter {
  attemptId: Id;
  deliveryId: Id;
  recipient: string;
  address: string | null;
  phone: string | null;
  number: string;
  paper: PaperTag;
}

/** Letters handed to the post together, as a list that no longer changes. */
@Injectable()
export class PostalBatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts the letters of one's organ that wait for the post into a batch; each goes into one batch.
   * @throws DomainError service.organ-not-own, .date-wrong, .not-postable, .nothing-to-post
   */
  async make(actor: Actor, request: MakeBatchRequest, key: string | undefined): Promise<BatchMadeView> {
    const organId = ownOrgan(actor, request.organId);
    if (request.postedOn > this.clock.today()) throw dateWrong();
    const withoutAddress: Id[] = [];
    const { id } = await this.database.transaction((tx) =>
      idempotently(tx, actor, key, request, newId(), async (batchId) => {
        withoutAddress.push(...(await this.makeIn(tx, actor, batchId, organId, request)));
      }),
    );
    const { items } = await this.view(actor, id);
    return { id, letters: items.length, withoutAddress };
  }

  /** One's organs' batches, newest first; letters of disputes one is shut out of are neither shown nor counted. */
  async list(actor: Actor): Promise<PostalBatchListItem[]> {
    return this.database.read<PostalBatchListItem>(LIST, [organsOf(actor), actor.personId]);
  }

  /** @throws DomainError service.postal-batch.not-found */
  async view(actor: Actor, id: Id): Promise<PostalBatchView> {
    const [[batch], items] = await Promise.all([
      this.database.read<Omit<PostalBatchView, 'items'>>(BATCH, [id, organsOf(actor)]),
      this.database.read<PostalItemView>(ITEMS, [id, actor.personId]),
    ]);
    if (!batch || items.length === 0) throw notFound('service.postal-batch');
    return { ...batch, items };
  }

  /** @returns deliveries left out */
  private async makeIn(tx: Tx, actor: Actor, id: Id, organId: Id, request: MakeBatchRequest): Promise<Id[]> {
    const { deliveryIds: wanted, postedOn } = request;
    const waiting = await sql<Letter>(tx, WAITING, [
      organId,
      principalsOf(actor),
      wanted ?? null,
      MOST_LETTERS,
      actor.personId,
    ]);
    const letters = waiting.filter(({ address }) => address !== null);
    if (wanted && letters.length < wanted.length) throw notPostable();
    if (letters.length === 0) throw nothingToPost();
    send(tx, 'INSERT INTO service.postal_batch (id, organ_id, posted_on, created_by) VALUES ($1, $2, $3, $4)', [
      id,
      organId,
      postedOn,
      actor.personId,
    ]);
    send(tx, 'UPDATE service.attempt SET batch_id = $1 WHERE id = ANY($2::uuid[])', [
      id,
      letters.map(({ attemptId }) => attemptId),
    ]);
    insertItems(tx, id, letters);
    const detail = { organId, letters: letters.length };
    record(tx, actor, { action: 'service.make-batch', subjectType: 'postal-batch', subjectId: id, detail });
    return waiting.filter(({ address }) => address === null).map(({ deliveryId }) => deliveryId);
  }
}

function ownOrgan(actor: Actor, wanted: Id | undefined): Id {
  const own = organsOf(actor);
  const organId = wanted ?? own[0];
  if (organId !== undefined && own.includes(organId)) return organId;
  throw new DomainError('service.organ-not-own', { kind: 'forbidden', detail: '只能为本人任职的机关制作邮寄批次。' });
}

function insertItems(tx: Tx, batchId: Id, letters: readonly Letter[]): void {
  send(
    tx,
    `INSERT INTO service.postal_item (batch_id, attempt_id, line, recipient, address, phone, document)
     SELECT $1, i.attempt, i.line, i.recipient, i.address, i.phone, i.document
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
       WITH ORDINALITY AS i(attempt, recipient, address, phone, document, line)`,
    [
      batchId,
      letters.map((l) => l.attemptId),
      letters.map((l) => l.recipient),
      letters.map((l) => l.address),
      letters.map((l) => l.phone),
      letters.map((l) => `${l.number} ${paperRule(l.paper).name}`),
    ],
  );
}

function notPostable(): DomainError {
  return new DomainError('service.not-postable', {
    kind: 'conflict',
    detail: '所选送达任务中有的不是本机关等待邮寄的，已在其他批次中，或者没有送达地址。',
    errors: [{ pointer: '#/deliveryIds', code: 'notPostable', detail: '其中有的不能邮寄' }],
  });
}

function nothingToPost(): DomainError {
  return new DomainError('service.nothing-to-post', {
    kind: 'conflict',
    detail: '没有等待邮寄的文书。请先登记以邮寄方式发出。',
  });
}

/** Those who make batches at once queue at the attempts; who comes second finds them in a batch. */
const WAITING = `SELECT a.id AS "attemptId", d.id AS "deliveryId", coalesce(p.name, o.name) AS recipient,
  coalesce(c.address, p.address) AS address, coalesce(c.phone, p.phone) AS phone, coalesce(n.number, f.number) AS number, d.paper
  FROM service.attempt a JOIN service.delivery d ON d.id = a.delivery_id
  JOIN cases.dispute s ON s.id = d.dispute_id JOIN cases.case_file f ON f.id = d.case_id
  LEFT JOIN cases.party p ON p.id = d.recipient_id LEFT JOIN directory.organ o ON o.id = d.recipient_id
  LEFT JOIN documents.document n ON n.id = d.document_id
  LEFT JOIN LATERAL (SELECT address, phone FROM service.address_confirmation k
    WHERE k.dispute_id = d.dispute_id AND k.recipient_id = d.recipient_id
    ORDER BY k.confirmed_on DESC, k.id DESC LIMIT 1) AS c ON true
  WHERE a.outcome = 'SENT' AND a.method = 'POST' AND s.organ_id = $1 AND a.batch_id IS NULL
    AND ${maySee('s.id', '$2', '$5')}
    AND ($3::uuid[] IS NULL OR d.id = ANY($3)) ORDER BY a.id LIMIT $4 FOR UPDATE OF a`;
const LIST = `SELECT b.id, b.organ_id AS "organId", b.posted_on AS "postedOn", count(*)::int AS letters,
  count(*) FILTER (WHERE a.outcome = 'SENT')::int AS open
  FROM service.postal_batch b JOIN service.postal_item i ON i.batch_id = b.id
  JOIN service.attempt a ON a.id = i.attempt_id JOIN service.delivery d ON d.id = a.delivery_id
  WHERE ${notShutOut('d.dispute_id', '$2')} AND b.organ_id = ANY($1::uuid[]) GROUP BY b.id ORDER BY b.id DESC LIMIT 200`;
const BATCH = `SELECT b.id, b.organ_id AS "organId", o.name AS "organName", b.posted_on AS "postedOn",
  b.created_by AS "createdBy", b.created_at AS "createdAt"
  FROM service.postal_batch b JOIN directory.organ o ON o.id = b.organ_id
  WHERE b.id = $1 AND b.organ_id = ANY($2::uuid[])`;
const ITEMS = `SELECT i.line, a.delivery_id AS "deliveryId", i.recipient, i.address, i.phone, i.document,
  a.tracking_number AS "trackingNumber", a.outcome, a.ended_on AS "endedOn"
  FROM service.postal_item i JOIN service.attempt a ON a.id = i.attempt_id JOIN service.delivery d ON d.id = a.delivery_id
  WHERE i.batch_id = $1 AND ${notShutOut('d.dispute_id', '$2')} ORDER BY i.line`;
