import { record } from '@app/audit';
import { DomainError, SYSTEM, type Actor, type Id } from '@app/kernel';
import { Database, RateLimiter, send, sql, type RatePolicy } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mustBeStrong } from './domain/password-policy.js';
import { LoginLocks } from './login-locks.js';
import { hashPassword, passwordFits } from './passwords.js';
import { Sessions, type NewSession } from './sessions.js';

/** Wide: a whole office may stand behind one address. */
const BY_ADDRESS: RatePolicy = { name: 'identity.login-address', points: 300, seconds: 60 };
/** Tight: one person at one place. */
const BY_ADDRESS_AND_LOGIN: RatePolicy = { name: 'identity.login', points: 10, seconds: 60 };

interface AccountRow {
  id: Id;
  personId: Id;
  login: string;
  passwordHash: string;
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
    private readonly locks: LoginLocks,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * @throws DomainError identity.bad-credentials whether the login is unknown, the password wrong, or the account disabled;
   *   with `retryAfterSeconds` while the login is locked, which names that nobody has can be too; request.too-many
   */
  async login(attempt: LoginAttempt): Promise<{ token: string; expiresAt: Date }> {
    const login = attempt.login.toLowerCase();
    const caller = `${attempt.address} ${login}`;
    await this.limiter.use(BY_ADDRESS, attempt.address);
    await this.limiter.use(BY_ADDRESS_AND_LOGIN, caller);
    const [[account], wait] = await Promise.all([
      this.database.read<AccountRow>(ACCOUNT_BY_LOGIN, [login]),
      this.locks.remaining(login),
    ]);
    // Also when the login is locked or nobody's: the time an answer takes must not tell.
    const fits = await passwordFits(account?.passwordHash, attempt.password);
    const opened = account && !account.disabled && fits && wait === 0 ? await this.open(attempt, account) : undefined;
    if (!opened) throw badCredentials(await this.failed(login, account));
    await this.limiter.forgive(BY_ADDRESS_AND_LOGIN, caller);
    return opened;
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

  /** Opens the session; undefined if another attempt has locked the login meanwhile. */
  private async open(
    attempt: LoginAttempt,
    account: AccountRow,
  ): Promise<{ token: string; expiresAt: Date } | undefined> {
    return this.database.transaction(async (tx) => {
      if (!(await this.locks.forgive(tx, account.login))) return undefined;
      const still = await sql(
        tx,
        'UPDATE identity.account SET last_login_at = now() WHERE id = $1 AND password_hash = $2 AND NOT disabled RETURNING 1',
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

  /** Counts and audits a failure, for a name that nobody has as for any other. @returns for how many seconds it is locked */
  private async failed(login: string, account: AccountRow | undefined): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { failures, seconds, counted } = await this.locks.failed(tx, login);
      record(tx, SYSTEM, {
        action: counted && seconds > 0 ? 'identity.lock-account' : 'identity.fail-login',
        subjectType: account ? 'person' : 'login',
        subjectId: account?.personId ?? this.locks.pseudonym(login),
        detail: { failures, seconds },
      });
      return seconds;
    });
  }
}

const ACCOUNT = `SELECT id, person_id AS "personId", login, password_hash AS "passwordHash", disabled
  FROM identity.account`;
const ACCOUNT_BY_LOGIN = `${ACCOUNT} WHERE login = $1`;
const ACCOUNT_BY_PERSON = `${ACCOUNT} WHERE person_id = $1`;

/** The person himself, before there is a session to say so. */
function self(personId: Id): Actor {
  return { kind: 'person', personId, name: '', posts: [], permissions: new Set() };
}

function badCredentials(wait = 0): DomainError {
  return new DomainError('identity.bad-credentials', {
    kind: 'unauthenticated',
    detail:
      wait === 0
        ? '登录名或密码不正确。'
        : '登录名或密码不正确，或者连续输错次数过多已暂时锁定，请稍后再试或联系安全管理员。',
    params: wait === 0 ? {} : { retryAfterSeconds: wait },
  });
}
