import type { Id } from '@app/kernel';
import { Database, FieldCipher, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { lockMinutes } from './domain/lockout.js';

/** Failures of a login name in a row, for how many seconds it is locked, and whether this one was counted. */
export interface LoginFailures {
  failures: number;
  seconds: number;
  counted: boolean;
}

/**
 * Lock-out by login name, whether there is such an account or not: who guesses sees the same for every name. Names are
 * kept as keyed hashes, and for a week.
 */
@Injectable()
export class LoginLocks {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** For how many seconds a login is still locked; 0 if it is not. */
  async remaining(login: string): Promise<number> {
    const [row] = await this.database.read<{ seconds: number }>(REMAINING, [this.hash(login)]);
    return row?.seconds ?? 0;
  }

  /** Which of these logins are locked. */
  async lockedAmong(logins: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.read<{ hash: Buffer }>(LOCKED, [logins.map((login) => this.hash(login))]);
    const locked = new Set(rows.map((row) => row.hash.toString('hex')));
    return new Set(logins.filter((login) => locked.has(this.hash(login).toString('hex'))));
  }

  /** Counts a failure, which may lock the login. While it is locked nothing is counted. */
  async failed(tx: Tx, login: string): Promise<LoginFailures> {
    const hash = this.hash(login);
    // Names nobody asks for any more make room, some with each new failure.
    send(tx, FORGET, [hash]);
    const [counted] = await sql<{ failures: number }>(tx, COUNT, [hash]);
    if (!counted) {
      const [row] = await sql<{ failures: number; seconds: number }>(tx, REMAINING, [hash]);
      return { failures: row?.failures ?? 0, seconds: row?.seconds ?? 0, counted: false };
    }
    const minutes = lockMinutes(counted.failures);
    if (minutes > 0) send(tx, LOCK, [hash, minutes]);
    return { failures: counted.failures, seconds: minutes * 60, counted: true };
  }

  /** Forgets the failures after a right password. @returns false if the login was locked meanwhile */
  async forgive(tx: Tx, login: string): Promise<boolean> {
    const hash = this.hash(login);
    send(tx, FORGIVE, [hash]);
    const left = await sql(tx, 'SELECT 1 FROM identity.login_failure WHERE login_hash = $1', [hash]);
    return left.length === 0;
  }

  /** Lifts a lock, and forgets the failures. */
  clear(tx: Tx, login: string): void {
    send(tx, 'DELETE FROM identity.login_failure WHERE login_hash = $1', [this.hash(login)]);
  }

  /** A login name as a subject of the audit trail: always the same for one name, and not to be turned back. */
  pseudonym(login: string): Id {
    const hex = this.hash(login).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  private hash(login: string): Buffer {
    return this.cipher.hash(`login:${login.toLowerCase()}`);
  }
}

const REMAINING = `SELECT failures, ceil(extract(epoch FROM locked_until - now()))::int AS seconds
  FROM identity.login_failure WHERE login_hash = $1 AND locked_until > now()`;
const LOCKED = `SELECT login_hash AS hash FROM identity.login_failure
  WHERE login_hash = ANY($1::bytea[]) AND locked_until > now()`;
const COUNT = `
  INSERT INTO identity.login_failure AS f (login_hash, failures, forget_at) VALUES ($1, 1, now() + interval '7 days')
  ON CONFLICT (login_hash) DO UPDATE SET failures = CASE WHEN f.forget_at > now() THEN f.failures + 1 ELSE 1 END,
    locked_until = NULL, forget_at = excluded.forget_at
  WHERE f.locked_until IS NULL OR f.locked_until <= now() RETURNING failures`;
const LOCK = `UPDATE identity.login_failure SET locked_until = now() + make_interval(mins => $2) WHERE login_hash = $1`;
const FORGET = `DELETE FROM identity.login_failure WHERE login_hash IN (
  SELECT login_hash FROM identity.login_failure WHERE forget_at <= now() AND login_hash <> $1
  ORDER BY forget_at LIMIT 10 FOR UPDATE SKIP LOCKED)`;
const FORGIVE = `DELETE FROM identity.login_failure
  WHERE login_hash = $1 AND (locked_until IS NULL OR locked_until <= now())`;
