import { record } from '@app/audit';
import { newId, notFound, type Actor, type Id, type Page } from '@app/kernel';
import { Database, idempotently, sql, type PageRequest } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FailedDeliveryView, WebhookCreateRequest, WebhookView } from './preferences.dto.js';
import { PreferencesService } from './preferences.service.js';

/** Counting further than this tells an administrator nothing. */
const COUNT_UP_TO = 1000;

/** The district's own webhooks, and what could not be delivered. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly preferences: PreferencesService,
  ) {}

  async list(): Promise<WebhookView[]> {
    return this.database.read<WebhookView>(`${SELECT} WHERE person_id IS NULL AND enabled ORDER BY id`);
  }

  /**
   * Adds a receiver of every message. The secret is in the first answer only.
   * @throws DomainError request.invalid if the URL is refused
   */
  async add(actor: Actor, key: string | undefined, request: WebhookCreateRequest): Promise<WebhookView> {
    this.preferences.checkUrl(request.url, '#/url');
    const { secret, cipher } = this.preferences.newSecret();
    return this.database.transaction(async (tx) => {
      const newWebhook = newId();
      const { id, repeated } = await idempotently(tx, actor, key, request, newWebhook, async () => {
        await sql(tx, 'INSERT INTO notifications.webhook_subscriber (id, url, secret_cipher) VALUES ($1, $2, $3)', [
          newWebhook,
          request.url,
          cipher,
        ]);
        record(tx, actor, { action: 'notifications.add-webhook', subjectType: 'webhook', subjectId: newWebhook });
      });
      const [view] = await sql<WebhookView>(tx, `${SELECT} WHERE id = $1`, [id]);
      return repeated ? view! : { ...view!, secret };
    });
  }

  /** @throws DomainError notifications.webhook.not-found */
  async remove(actor: Actor, id: Id): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rows = await sql(
        tx,
        `UPDATE notifications.webhook_subscriber SET enabled = false
         WHERE id = $1 AND person_id IS NULL AND enabled RETURNING 1`,
        [id],
      );
      if (rows.length === 0) throw notFound('notifications.webhook');
      record(tx, actor, { action: 'notifications.remove-webhook', subjectType: 'webhook', subjectId: id });
    });
  }

  /** Deliveries that were given up, newest first; whose they are is not told. */
  async failed({ page, size }: PageRequest): Promise<Page<FailedDeliveryView>> {
    const [items, [row]] = await Promise.all([
      this.database.read<FailedDeliveryView>(FAILED, [size, (page - 1) * size]),
      this.database.read<{ count: number }>(
        `SELECT count(*) AS count FROM (
           SELECT 1 FROM notifications.delivery WHERE state = 'FAILED' LIMIT ${COUNT_UP_TO + 1}) AS d`,
      ),
    ]);
    const total = row!.count;
    return { items, page, size, total: Math.min(total, COUNT_UP_TO), totalIsCapped: total > COUNT_UP_TO };
  }
}

const SELECT = 'SELECT id, url, created_at AS "createdAt" FROM notifications.webhook_subscriber';

const FAILED = `
  SELECT d.id, d.channel, n.kind, d.attempts, d.last_error_code AS "lastErrorCode", n.created_at AS "createdAt"
  FROM notifications.delivery d JOIN notifications.notification n ON n.id = d.notification_id
  WHERE d.state = 'FAILED' ORDER BY d.notification_id DESC, d.id LIMIT $1 OFFSET $2`;
