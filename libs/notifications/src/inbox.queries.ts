import { Clock, notFound, type Actor, type Id, type Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { NotificationListRequest } from './notifications.dto.js';
import { NotificationView } from './notifications.dto.js';

/** Counting further than this tells a reader nothing. */
const COUNT_UP_TO = 1000;

/** A person's own inbox; nobody sees another's. */
@Injectable()
export class InboxQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { page, size, unread = false }: NotificationListRequest): Promise<Page<NotificationView>> {
    const [items, total] = await Promise.all([
      this.database.read<NotificationView>(LIST, [actor.personId, unread, size, (page - 1) * size]),
      this.count(actor.personId, unread),
    ]);
    return { items, page, size, total: Math.min(total, COUNT_UP_TO), totalIsCapped: total > COUNT_UP_TO };
  }

  /** At most {@link COUNT_UP_TO}. */
  async unread(actor: Actor): Promise<number> {
    return Math.min(await this.count(actor.personId, true), COUNT_UP_TO);
  }

  /** Marks as read; reading twice changes nothing. @throws DomainError notifications.notification.not-found */
  async read(actor: Actor, id: Id): Promise<void> {
    const rows = await this.database.read(
      `UPDATE notifications.notification SET read_at = coalesce(read_at, $3) WHERE id = $1 AND recipient_id = $2 RETURNING 1`,
      [id, actor.personId, this.clock.now()],
    );
    if (rows.length === 0) throw notFound('notifications.notification');
  }

  /** @returns how many were unread */
  async readAll(actor: Actor): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `WITH done AS (
         UPDATE notifications.notification SET read_at = $2 WHERE recipient_id = $1 AND read_at IS NULL RETURNING 1
       ) SELECT count(*) AS count FROM done`,
      [actor.personId, this.clock.now()],
    );
    return row!.count;
  }

  private async count(personId: Id, unread: boolean): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(unread ? COUNT_UNREAD : COUNT_ALL, [personId]);
    return row!.count;
  }
}

const LIST = `
  SELECT id, kind, title, body, dispute_id AS "disputeId", case_id AS "caseId", link, created_at AS "createdAt",
    read_at AS "readAt"
  FROM notifications.notification WHERE recipient_id = $1 AND (NOT $2::boolean OR read_at IS NULL)
  ORDER BY id DESC LIMIT $3 OFFSET $4`;

const COUNT_ALL = `SELECT count(*) AS count FROM (
  SELECT 1 FROM notifications.notification WHERE recipient_id = $1 LIMIT ${COUNT_UP_TO + 1}) AS n`;

const COUNT_UNREAD = `SELECT count(*) AS count FROM (
  SELECT 1 FROM notifications.notification WHERE recipient_id = $1 AND read_at IS NULL LIMIT ${COUNT_UP_TO + 1}) AS n`;
