import { record } from '@app/audit';
import { Clock, DomainError, newId, notFound, staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, FieldCipher, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FeedAddressView, FeedView, NewFeedRequest } from './feeds.dto.js';
import { newSecret, secretHash } from './secret.js';

/** Feeds in use of one person; enough for a telephone, a tablet and two computers. [L] */
const MOST = 5;
const PATH = '/api/v1/calendar';

/** A person's own calendar feeds. Their secrets are answered once and kept as keyed hashes; they go into no log and no trail. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The actor's feeds in use. */
  list(actor: Actor): Promise<FeedView[]> {
    return this.database.read<FeedView>(`${SELECT} WHERE person_id = $1 AND revoked_at IS NULL ORDER BY id`, [
      actor.personId,
    ]);
  }

  /** @throws DomainError feeds.too-many */
  async create(actor: Actor, request: NewFeedRequest, key: string | undefined): Promise<FeedAddressView> {
    const secret = newSecret();
    return this.database.transaction(async (tx) => {
      // Requests of one person queue here, so that each counts what the one before has made.
      await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('feeds.create' || $1::text, 0))`, [actor.personId]);
      const { id, repeated } = await idempotently(tx, actor, key, request, newId(), async (made) => {
        const [used] = await sql<{ feeds: number }>(tx, USED, [actor.personId]);
        if (used!.feeds >= MOST) throw tooMany();
        const values = [made, actor.personId, request.name.trim(), secretHash(this.cipher, secret), this.clock.now()];
        send(tx, INSERT, values);
        audit(tx, actor, 'create-feed', made);
      });
      return { ...(await this.own(tx, actor, id)), path: repeated ? null : pathOf(secret) };
    });
  }

  /**
   * Gives a feed another address; the one before opens nothing from now on.
   * @throws DomainError feeds.feed.not-found, feeds.feed.stale-version
   */
  async rotate(actor: Actor, id: Id, version: number): Promise<FeedAddressView> {
    const secret = newSecret();
    return this.database.transaction(async (tx) => {
      await this.own(tx, actor, id);
      const written = await sql(tx, ROTATE, [id, version, secretHash(this.cipher, secret), this.clock.now()]);
      if (written.length === 0) throw staleVersion('feeds.feed');
      audit(tx, actor, 'rotate-feed', id);
      return { ...(await this.own(tx, actor, id)), path: pathOf(secret) };
    });
  }

  /** Ends a feed. @throws DomainError feeds.feed.not-found, also if it was ended before */
  async revoke(actor: Actor, id: Id): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await sql(tx, REVOKE, [id, actor.personId, this.clock.now()]);
      if (ended.length === 0) throw notFound('feeds.feed');
      audit(tx, actor, 'revoke-feed', id);
    });
  }

  private async own(tx: Tx, actor: Actor, id: Id): Promise<FeedView> {
    const [feed] = await sql<FeedView>(tx, `${SELECT} WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL`, [
      id,
      actor.personId,
    ]);
    if (!feed) throw notFound('feeds.feed');
    return feed;
  }
}

const pathOf = (secret: string): string => `${PATH}/${secret}.ics`;

function audit(tx: Tx, actor: Actor, verb: string, id: Id): void {
  record(tx, actor, { action: `feeds.${verb}`, subjectType: 'calendar-feed', subjectId: id });
}

function tooMany(): DomainError {
  return new DomainError('feeds.too-many', {
    detail: `最多同时使用 ${MOST} 个日历订阅，请先停用不再使用的。`,
    params: { most: MOST },
  });
}

const SELECT = `SELECT id, name, created_at AS "createdAt", rotated_at AS "rotatedAt", read_on AS "readOn", version FROM feeds.feed`;
const USED = 'SELECT count(*)::int AS feeds FROM feeds.feed WHERE person_id = $1 AND revoked_at IS NULL';
const INSERT = 'INSERT INTO feeds.feed (id, person_id, name, secret_hash, created_at) VALUES ($1, $2, $3, $4, $5)';
const ROTATE = `UPDATE feeds.feed SET secret_hash = $3, rotated_at = $4, version = version + 1
  WHERE id = $1 AND version = $2 AND revoked_at IS NULL RETURNING 1`;
const REVOKE = `UPDATE feeds.feed SET revoked_at = $3, version = version + 1
  WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL RETURNING 1`;
