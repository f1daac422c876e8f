import { Clock, newId, type Id } from '@app/kernel';
import { publish, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { deliveriesQueued } from './notifications.events.js';

/** A message to one person. No personal data in its texts. */
export interface NewNotification {
  recipientId: Id;
  kind: string;
  title: string;
  body: string;
  disputeId?: Id | undefined;
  caseId?: Id | undefined;
  /** Unique for ever; see {@link NotificationsService.send}. */
  dedupeKey: string;
}

/** Rows of one statement: more would make its parameters large, fewer its round trip count. */
const CHUNK = 5000;

/** Puts messages into inboxes, and on their way out where the recipient wants that. */
@Injectable()
export class NotificationsService {
  constructor(private readonly clock: Clock) {}

  /**
   * Sends messages in the caller's transaction. One whose `dedupeKey` was used before is left out. With `inboxOnly`
   * nothing leaves the house.
   * @returns how many are new
   */
  async send(tx: Tx, notifications: readonly NewNotification[], { inboxOnly = false } = {}): Promise<number> {
    let inserted = 0;
    for (let at = 0; at < notifications.length; at += CHUNK) {
      inserted += await this.sendChunk(tx, notifications.slice(at, at + CHUNK), inboxOnly);
    }
    return inserted;
  }

  /** Takes back everything these people were told of a dispute, read or not, and what is still on its way to them. */
  async withdraw(tx: Tx, disputeId: Id, recipientIds: readonly Id[]): Promise<void> {
    if (recipientIds.length > 0) await sql(tx, WITHDRAW, [disputeId, recipientIds]);
  }

  private async sendChunk(tx: Tx, chunk: readonly NewNotification[], inboxOnly: boolean): Promise<number> {
    const batchId = newId();
    const [done] = await sql<{ inserted: number; queued: number }>(tx, INSERT, [
      chunk.map(() => newId()),
      chunk.map((n) => n.recipientId),
      chunk.map((n) => n.kind),
      chunk.map((n) => n.title),
      chunk.map((n) => n.body),
      chunk.map((n) => n.disputeId ?? null),
      chunk.map((n) => n.caseId ?? null),
      chunk.map((n) => n.dedupeKey),
      this.clock.now(),
      batchId,
      !inboxOnly,
    ]);
    if (done!.queued > 0) publish(tx, deliveriesQueued, { batchId });
    return done!.inserted;
  }
}

const WITHDRAW = `
  WITH gone AS (SELECT id FROM notifications.notification WHERE dispute_id = $1 AND recipient_id = ANY ($2::uuid[])),
    unsent AS (DELETE FROM notifications.delivery d USING gone WHERE d.notification_id = gone.id)
  DELETE FROM notifications.notification n USING gone WHERE n.id = gone.id`;

const INSERT = `
  WITH inserted AS (
    INSERT INTO notifications.notification
      (id, recipient_id, kind, title, body, dispute_id, case_id, link, dedupe_key, created_at)
    SELECT id, recipient_id, kind, title, body, dispute_id, case_id, '/disputes/' || dispute_id, dedupe_key, $9
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[])
      AS n(id, recipient_id, kind, title, body, dispute_id, case_id, dedupe_key)
    ON CONFLICT (dedupe_key) DO NOTHING RETURNING id, recipient_id, kind
  ), wanted AS (
    SELECT i.id, p.channel, p.person_id AS target_id FROM inserted i
    JOIN notifications.preference p ON p.person_id = i.recipient_id AND p.channel = 'email' AND p.enabled
      AND i.kind <> ALL (p.muted_kinds)
    UNION ALL
    SELECT i.id, p.channel, s.id FROM inserted i
    JOIN notifications.preference p ON p.person_id = i.recipient_id AND p.channel = 'webhook' AND p.enabled
      AND i.kind <> ALL (p.muted_kinds)
    JOIN notifications.webhook_subscriber s ON s.person_id = i.recipient_id AND s.enabled
    UNION ALL
    SELECT i.id, 'webhook', s.id FROM inserted i
    JOIN notifications.webhook_subscriber s ON s.person_id IS NULL AND s.enabled
  ), queued AS (
    INSERT INTO notifications.delivery (id, notification_id, channel, target_id, batch_id)
    SELECT gen_random_uuid(), id, channel, target_id, $10 FROM wanted WHERE $11::boolean RETURNING 1
  )
  SELECT (SELECT count(*) FROM inserted) AS inserted, (SELECT count(*) FROM queued) AS queued`;
