import { newId, notFound, type Actor, type Id, type Page } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AccountListRequest, AccountView, CreateAccountRequest, TemporaryPasswordView } from './identity.dto.js';
import { newTemporaryPassword, noteAccount, openAccount } from './account.store.js';
import { LoginLocks } from './login-locks.js';
import { Sessions } from './sessions.js';

/** Accounts, kept by the security administrator. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly locks: LoginLocks,
  ) {}

  async list(request: AccountListRequest): Promise<Page<AccountView>> {
    const keyword = request.keyword === undefined ? null : `%${request.keyword.replace(/[\\%_]/g, '\\$&')}%`;
    const from = `FROM identity.account a JOIN directory.person n ON n.id = a.person_id
      WHERE ($1::text IS NULL OR n.name LIKE $1 OR a.login LIKE $1)`;
    const [items, [count]] = await Promise.all([
      this.database.read<Omit<AccountView, 'locked'>>(
        `SELECT a.id, a.person_id AS "personId", n.name, a.login, a.disabled, a.must_change_password AS "mustChangePassword",
           a.last_login_at AS "lastLoginAt"
         ${from} ORDER BY a.login LIMIT $2 OFFSET $3`,
        [keyword, request.size, (request.page - 1) * request.size],
      ),
      this.database.read<{ n: number }>(`SELECT count(*) AS n ${from}`, [keyword]),
    ]);
    const locked = await this.locks.lockedAmong(items.map((a) => a.login));
    return {
      items: items.map((a) => ({ ...a, locked: locked.has(a.login) })),
      page: request.page,
      size: request.size,
      total: count?.n ?? 0,
      totalIsCapped: false,
    };
  }

  /**
   * Opens an account for a person. The temporary password is answered once: not again when the request is repeated.
   * @throws DomainError identity.login-taken, directory.person.not-found, request.idempotency-key-reused
   */
  async create(actor: Actor, request: CreateAccountRequest, key?: string): Promise<TemporaryPasswordView> {
    const { password, hash } = await newTemporaryPassword();
    return this.database.transaction(async (tx) => {
      const { id, repeated } = await idempotently(tx, actor, key, request, newId(), (accountId) =>
        openAccount(tx, actor, { ...request, id: accountId, hash }),
      );
      return { id, temporaryPassword: repeated ? null : password };
    });
  }

  /** A new temporary password; his sessions end. */
  async resetPassword(actor: Actor, id: Id): Promise<TemporaryPasswordView> {
    const { password, hash } = await newTemporaryPassword();
    await this.change(actor, id, 'identity.reset-password', (tx, login) => {
      send(tx, 'UPDATE identity.account SET password_hash = $2, must_change_password = true WHERE id = $1', [id, hash]);
      this.locks.clear(tx, login);
      this.sessions.revokeAll(tx, id);
    });
    return { id, temporaryPassword: password };
  }

  async disable(actor: Actor, id: Id): Promise<void> {
    await this.change(actor, id, 'identity.disable-account', (tx) => {
      send(tx, 'UPDATE identity.account SET disabled = true WHERE id = $1', [id]);
      this.sessions.revokeAll(tx, id);
    });
  }

  async enable(actor: Actor, id: Id): Promise<void> {
    await this.change(actor, id, 'identity.enable-account', (tx) =>
      send(tx, 'UPDATE identity.account SET disabled = false WHERE id = $1', [id]),
    );
  }

  async unlock(actor: Actor, id: Id): Promise<void> {
    await this.change(actor, id, 'identity.unlock-account', (tx, login) => this.locks.clear(tx, login));
  }

  /** The person of an account. @throws DomainError identity.account.not-found */
  async personOf(id: Id): Promise<Id> {
    const [row] = await this.database.read<{ personId: Id }>(
      'SELECT person_id AS "personId" FROM identity.account WHERE id = $1',
      [id],
    );
    if (!row) throw notFound('identity.account');
    return row.personId;
  }

  private async change(actor: Actor, id: Id, action: string, work: (tx: Tx, login: string) => void): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await sql<{ personId: Id; login: string }>(
        tx,
        'UPDATE identity.account SET version = version + 1 WHERE id = $1 RETURNING person_id AS "personId", login',
        [id],
      );
      if (!row) throw notFound('identity.account');
      work(tx, row.login);
      noteAccount(tx, actor, action, row.personId);
    });
  }
}
