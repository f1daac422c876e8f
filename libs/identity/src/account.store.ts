import { record } from '@app/audit';
import { DomainError, notFound, type Actor, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { randomInt } from 'node:crypto';
import { hashPassword } from './passwords.js';

export interface NewAccount {
  id: Id;
  personId: Id;
  login: string;
  /** Of a temporary password: it must be changed at the first login. */
  hash: string;
}

/** @throws DomainError identity.login-taken, directory.person.not-found */
export async function openAccount(tx: Tx, actor: Actor, { id, personId, login, hash }: NewAccount): Promise<void> {
  const [person] = await sql(tx, 'SELECT 1 FROM directory.person WHERE id = $1', [personId]);
  if (!person) throw notFound('directory.person');
  const made = await sql(
    tx,
    `INSERT INTO identity.account (id, person_id, login, password_hash, must_change_password)
     VALUES ($1, $2, $3, $4, true) ON CONFLICT DO NOTHING RETURNING 1`,
    [id, personId, login.toLowerCase(), hash],
  );
  if (made.length === 0) {
    throw new DomainError('identity.login-taken', {
      kind: 'conflict',
      detail: '登录名已被使用，或者该人员已有账号。',
    });
  }
  noteAccount(tx, actor, 'identity.create-account', personId);
}

/** Audits what is done to a person's account. */
export function noteAccount(tx: Tx, actor: Actor, action: string, personId: Id): void {
  record(tx, actor, { action, subjectType: 'person', subjectId: personId });
}

const LETTERS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789', '-+=#%'];

/** A password of sixteen characters, four of each class, none of which look alike; and its hash. */
export async function newTemporaryPassword(): Promise<{ password: string; hash: string }> {
  const password = Array.from({ length: 16 }, (_, i) => LETTERS[i % 4]!)
    .map((set) => set[randomInt(set.length)]!)
    .join('');
  return { password, hash: await hashPassword(password) };
}
