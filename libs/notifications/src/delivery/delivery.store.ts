import { Clock, type Id } from '@app/kernel';
import { Database, publish, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Outcome } from '../domain/channel.js';
import { deliveryFailed } from '../notifications.events.js';
import { CLAIM_SECONDS, type Outgoing } from './options.js';

/** The rows of deliveries: claimed before they are sent, settled after. */
@Injectable()
export class DeliveryStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes up to `limit` deliveries of a batch that are waiting; nobody else sends them meanwhile. */
  async claim(batchId: Id, except: readonly Id[], limit: number): Promise<Outgoing[]> {
    return this.database.transaction((tx) => sql<Outgoing>(tx, CLAIM, [batchId, except, limit]));
  }

  /** How many deliveries of a batch are neither sent nor given up. */
  async waiting(batchId: Id): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) AS count FROM notifications.delivery WHERE batch_id = $1 AND state = 'PENDING'`,
      [batchId],
    );
    return row!.count;
  }

  /** Writes what became of claimed deliveries, and announces those that are given up. */
  async settle(results: readonly { outgoing: Outgoing; outcome: Outcome }[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.write(tx, results);
      for (const { outgoing, outcome } of results) {
        if (outcome.result === 'failed') {
          publish(tx, deliveryFailed, { deliveryId: outgoing.id, channel: outgoing.channel, code: outcome.code });
        }
      }
    });
  }

  private async write(tx: Tx, results: readonly { outgoing: Outgoing; outcome: Outcome }[]): Promise<void> {
    await sql(tx, SETTLE, [
      results.map((r) => r.outgoing.id),
      results.map((r) => STATE[r.outcome.result]),
      results.map((r) => (r.outcome.result === 'sent' ? null : r.outcome.code)),
      this.clock.now(),
    ]);
  }
}

const STATE = { sent: 'SENT', retry: 'PENDING', failed: 'FAILED' } as const;

const CLAIM = `
  WITH waiting AS (
    SELECT id FROM notifications.delivery
    WHERE batch_id = $1 AND state = 'PENDING' AND (claimed_until IS NULL OR claimed_until < now())
      AND id <> ALL ($2::uuid[])
    ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE notifications.delivery d
    SET attempts = d.attempts + 1, claimed_until = now() + interval '${CLAIM_SECONDS} seconds'
    FROM waiting w WHERE d.id = w.id RETURNING d.*
  )
  SELECT d.id, d.notification_id AS "notificationId", d.channel, d.attempts, n.recipient_id AS "recipientId", n.kind,
    n.title, n.body, n.link, n.created_at AS "createdAt",
    CASE WHEN p.person_id IS NOT NULL THEN coalesce(p.address, a.email) END AS address, s.url, s.secret_cipher AS "secretCipher"
  FROM claimed d
  JOIN notifications.notification n ON n.id = d.notification_id
  LEFT JOIN notifications.preference p ON d.channel = 'email' AND p.person_id = d.target_id AND p.channel = 'email'
    AND p.enabled
  LEFT JOIN directory.person a ON a.id = p.person_id
  LEFT JOIN notifications.webhook_subscriber s ON d.channel = 'webhook' AND s.id = d.target_id AND s.enabled
  ORDER BY d.id`;

// What was sent stays sent, even if a slow attempt of somebody else ends later.
const SETTLE = `
  UPDATE notifications.delivery d
  SET state = r.state, last_error_code = r.code, claimed_until = NULL,
    sent_at = CASE WHEN r.state = 'SENT' THEN $4::timestamptz END
  FROM unnest($1::uuid[], $2::text[], $3::text[]) AS r(id, state, code)
  WHERE d.id = r.id AND d.state <> 'SENT'`;
