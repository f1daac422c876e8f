import { record } from '@app/audit';
import { DomainError, SYSTEM, type Actor, type Id } from '@app/kernel';
import { Database, RateLimiter, send, sql, type RatePolicy } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { lockMinutes } from './domain/lockout.js';
import { mustBeStrong } from './domain/password-policy.js';
import { hashPassword, passwordFits } from './passwords.js';
import { Sessions, type NewSession } from './sessions.js';

const BY_ADDRESS: RatePolicy = { name: 'identity.login-address', points: 60, seconds: 60 };

interface AccountRow {
  id: Id;
  personId: Id;
  login: string;
  passwordHash: string;
  failures: number;
  locked: boolean;
  disabled: boolean;
}

export interface LoginAttempt {
  login: string;
  password: string;
  kind: NewSession['kind'];
  userAgent: string | undefined;
  address: string;
}

/** Logging in, and one's own password. */
@Injectable()
export class LoginService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * @throws DomainError identity.bad-credentials whether the login is unknown, the password wrong, or the account
   *   disabled; identity.locked after repeated failures; request.too-many
   */
  async login(attempt: LoginAttempt): Promise<{ token: string; expiresAt: Date }> {
    await this.limiter.use(BY_ADDRESS, attempt.address);
    const [account] = await this.database.read<AccountRow>(ACCOUNT_BY_LOGIN, [attempt.login.toLowerCase()]);
    const fits = await passwordFits(account?.passwordHash, attempt.password);
    if (!account || account.disabled) throw badCredentials();
    if (account.locked) throw locked();
    if (!fits) {
      await this.failed(account);
      throw badCredentials();
    }
    return this.database.transaction(async (tx) => {
      // Locked meanwhile by another attempt, or the password changed: then this login does not count.
      const still = await sql(
        tx,
        `UPDATE identity.account SET failures = 0, locked_until = NULL, last_login_at = now()
         WHERE id = $1 AND password_hash = $2 AND NOT disabled AND (locked_until IS NULL OR locked_until <= now()) RETURNING 1`,
        [account.id, account.passwordHash],
      );
      if (still.length === 0) throw badCredentials();
      record(tx, self(account.personId), {
        action: 'identity.login',
        subjectType: 'person',
        subjectId: account.personId,
        detail: { kind: attempt.kind },
      });
      return this.sessions.open(tx, { ...attempt, accountId: account.id });
    });
  }

  async logout(actor: Actor): Promise<void> {
    await this.database.transaction((tx) => {
      send(tx, 'UPDATE identity.session SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [
        actor.sessionId,
      ]);
      record(tx, actor, { action: 'identity.logout', subjectType: 'person', subjectId: actor.personId });
      return Promise.resolve();
    });
  }

  /** Changes one's own password; every other session of his ends. @throws DomainError identity.bad-credentials, identity.weak-password */
  async changePassword(actor: Actor, current: string, next: string): Promise<void> {
    const [account] = await this.database.read<AccountRow>(ACCOUNT_BY_PERSON, [actor.personId]);
    if (!account) throw badCredentials();
    await this.limiter.use({ name: 'identity.password', points: 10, seconds: 600 }, actor.personId);
    if (!(await passwordFits(account.passwordHash, current))) throw badCredentials();
    mustBeStrong(next, account.login, '#/newPassword');
    if (current === next) {
      throw new DomainError('identity.same-password', { kind: 'invalid', detail: '新密码不能与原密码相同。' });
    }
    const hash = await hashPassword(next);
    await this.database.transaction((tx) => {
      send(
        tx,
        'UPDATE identity.account SET password_hash = $2, must_change_password = false, version = version + 1 WHERE id = $1',
        [account.id, hash],
      );
      this.sessions.revokeAll(tx, account.id, actor.sessionId ?? null);
      record(tx, actor, { action: 'identity.change-password', subjectType: 'person', subjectId: actor.personId });
      return Promise.resolve();
    });
  }

  private async failed(account: AccountRow): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await sql<{ failures: number }>(
        tx,
        'UPDATE identity.account SET failures = failures + 1 WHERE id = $1 RETURNING failures',
        [account.id],
      );
      const minutes = lockMinutes(row!.failures);
      if (minutes > 0) {
        send(tx, 'UPDATE identity.account SET locked_until = now() + make_interval(mins => $2) WHERE id = $1', [
          account.id,
          minutes,
        ]);
      }
      record(tx, SYSTEM, {
        action: minutes > 0 ? 'identity.lock-account' : 'identity.fail-login',
        subjectType: 'person',
        subjectId: account.personId,
        detail: { failures: row!.failures, minutes },
      });
    });
  }
}

const ACCOUNT = `SELECT id, person_id AS "personId", login, password_hash AS "passwordHash", failures,
  coalesce(locked_until > now(), false) AS locked, disabled FROM identity.account`;
const ACCOUNT_BY_LOGIN = `${ACCOUNT} WHERE login = $1`;
const ACCOUNT_BY_PERSON = `${ACCOUNT} WHERE person_id = $1`;

/** The person himself, before there is a session to say so. */
function self(personId: Id): Actor {
  return { kind: 'person', personId, name: '', posts: [], permissions: new Set() };
}

function badCredentials(): DomainError {
  return new DomainError('identity.bad-credentials', { kind: 'unauthenticated', detail: '登录名或密码不正确。' });
}

function locked(): DomainError {
  return new DomainError('identity.locked', {
    kind: 'forbidden',
    detail: '密码连续输错次数过多，账号已锁定，请稍后再试或联系安全管理员。',
  });
}
