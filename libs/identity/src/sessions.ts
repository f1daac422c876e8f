import { record } from '@app/audit';
import { Clock, newId, notFound, type Actor, type Id } from '@app/kernel';
import { Database, send, sql, type Tx } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { permissionsOf } from './domain/permissions.js';
import { IDENTITY_OPTIONS, type IdentityOptions } from './options.js';
import { coversOf, postsAndCovers, type PostsAndCovers } from './posts-and-covers.js';
import { hashToken, newToken } from './tokens.js';

interface SessionRow extends PostsAndCovers {
  sessionId: Id;
  kind: 'COOKIE' | 'BEARER';
  seenLongAgo: boolean;
  personId: Id;
  name: string;
  mustChangePassword: boolean;
}

/** Who a request comes from. */
export interface Identified {
  actor: Actor;
  kind: 'COOKIE' | 'BEARER';
  mustChangePassword: boolean;
}

export interface NewSession {
  accountId: Id;
  kind: 'COOKIE' | 'BEARER';
  userAgent: string | undefined;
  address: string;
}

export class SessionView {
  id!: string;
  kind!: 'COOKIE' | 'BEARER';
  createdAt!: Date;
  lastSeenAt!: Date;
  expiresAt!: Date;
  userAgent!: string | null;
  address!: string | null;
}

/** Sessions by real time: the business clock may be moved, a login must not be. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
  ) {}

  /** Opens a session; the token is answered once and kept by the caller alone. */
  open(tx: Tx, session: NewSession): { token: string; expiresAt: Date } {
    const token = newToken();
    const expiresAt = new Date(Date.now() + this.options.absoluteHours * 3_600_000);
    send(
      tx,
      `INSERT INTO identity.session (id, account_id, kind, token_hash, expires_at, user_agent, address)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        newId(),
        session.accountId,
        session.kind,
        hashToken(token),
        expiresAt,
        session.userAgent?.slice(0, 200) ?? null,
        session.address,
      ],
    );
    return { token, expiresAt };
  }

  /** The person behind a token, with today's posts and covers; nobody if the session has ended. One indexed query a request. */
  async identify(token: string, requestId: string): Promise<Identified | undefined> {
    const [row] = await this.database.read<SessionRow>(IDENTIFY, [
      hashToken(token),
      this.clock.today(),
      this.options.idleMinutes,
    ]);
    if (!row) return undefined;
    if (row.seenLongAgo) await this.database.read(SEEN, [row.sessionId]);
    const actor: Actor = {
      kind: 'person',
      personId: row.personId,
      name: row.name,
      posts: row.posts,
      ...coversOf(row),
      permissions: permissionsOf(row.posts.map((p) => p.role)),
      sessionId: row.sessionId,
      requestId,
    };
    return { actor, kind: row.kind, mustChangePassword: row.mustChangePassword };
  }

  /** The sessions of an account that have not ended. */
  async of(personId: Id): Promise<SessionView[]> {
    return this.database.read<SessionView>(
      `SELECT s.id, s.kind, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
         s.user_agent AS "userAgent", s.address
       FROM identity.session s JOIN identity.account a ON a.id = s.account_id
       WHERE a.person_id = $1 AND ${ALIVE} ORDER BY s.created_at DESC`,
      [personId, this.options.idleMinutes],
    );
  }

  /** Ends one session of a person. @throws DomainError identity.session.not-found */
  async revoke(actor: Actor, personId: Id, sessionId: Id): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await sql(
        tx,
        `UPDATE identity.session s SET revoked_at = now() FROM identity.account a
         WHERE a.id = s.account_id AND s.id = $1 AND a.person_id = $2 AND s.revoked_at IS NULL RETURNING 1`,
        [sessionId, personId],
      );
      if (ended.length === 0) throw notFound('identity.session');
      record(tx, actor, {
        action: 'identity.revoke-session',
        subjectType: 'person',
        subjectId: personId,
        detail: { sessionId },
      });
    });
  }

  /** Ends all sessions of an account but one, as after a change of password. */
  revokeAll(tx: Tx, accountId: Id, except: Id | null = null): void {
    send(
      tx,
      'UPDATE identity.session SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $2',
      [accountId, except],
    );
  }
}

const ALIVE = `s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => $2)`;
const SEEN = 'UPDATE identity.session SET last_seen_at = now() WHERE id = $1';
// The directory's rows are joined here, and not asked for, because every request needs them.
const IDENTIFY = `
  SELECT s.id AS "sessionId", s.kind, s.last_seen_at < now() - interval '1 minute' AS "seenLongAgo",
    a.person_id AS "personId", n.name, a.must_change_password AS "mustChangePassword",
    ${postsAndCovers('a.person_id', '$2')}
  FROM identity.session s JOIN identity.account a ON a.id = s.account_id JOIN directory.person n ON n.id = a.person_id
  WHERE s.token_hash = $1 AND NOT a.disabled AND s.revoked_at IS NULL AND s.expires_at > now()
    AND s.last_seen_at > now() - make_interval(mins => $3)`;
