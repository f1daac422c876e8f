import { record } from '@app/audit';
import { DomainError, newId, notFound, type Actor, type Id, type Page } from '@app/kernel';
import { Database, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { AccountListRequest, AccountView, CreateAccountRequest, TemporaryPasswordView } from './identity.dto.js';
import { LoginLocks } from './login-locks.js';
import { hashPassword } from './passwords.js';
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

  /** Opens an account for a person. The temporary password is answered once. @throws DomainError identity.login-taken */
  async create(actor: Actor, request: CreateAccountRequest): Promise<TemporaryPasswordView> {
    const password = temporaryPassword();
    const hash = await hashPassword(password);
    const id = newId();
    await this.database.transaction(async (tx) => {
      const [person] = await sql(tx, 'SELECT 1 FROM directory.person WHERE id = $1', [request.personId]);
      if (!person) throw notFound('directory.person');
      const made = await sql(
        tx,
        `INSERT INTO identity.account (id, person_id, login, password_hash, must_change_password)
         VALUES ($1, $2, $3, $4, true) ON CONFLICT DO NOTHING RETURNING 1`,
        [id, request.personId, request.login.toLowerCase(), hash],
      );
      if (made.length === 0) {
        throw new DomainError('identity.login-taken', {
          kind: 'conflict',
          detail: '登录名已被使用，或者该人员已有账号。',
        });
      }
      note(tx, actor, 'identity.create-account', request.personId);
    });
    return { id, temporaryPassword: password };
  }

  /** A new temporary password; his sessions end. */
  async resetPassword(actor: Actor, id: Id): Promise<TemporaryPasswordView> {
    const password = temporaryPassword();
    const hash = await hashPassword(password);
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
      note(tx, actor, action, row.personId);
    });
  }
}

function note(tx: Tx, actor: Actor, action: string, personId: Id): void {
  record(tx, actor, { action, subjectType: 'person', subjectId: personId });
}

const LETTERS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789', '-+=#%'];

/** Four times one of each class, without characters that look alike. */
function temporaryPassword(): string {
  return Array.from({ length: 16 }, (_, i) => LETTERS[i % 4]!)
    .map((set) => set[randomInt(set.length)]!)
    .join('');
}
