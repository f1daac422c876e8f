import { DomainError } from '@app/kernel';
import { Database, FieldCipher, RateLimiter, send, sql, type RatePolicy } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { codeFits, codeHash } from './codes.js';

/** Wide enough that one address alone cannot keep the applicant out: a route allows less than this to each. */
const BY_NUMBER: RatePolicy = { name: 'portal.number', points: 240, seconds: 60 };
/** So many wrong codes in a row for one number from one address lock it there … [L] */
const FAILURES = 5;
/** … for so long. [L] */
const LOCK_MINUTES = 15;

/** What is shown to open a record: its number or id, the code, and from where. */
export interface Key {
  /** A number, or a draft's id. */
  readonly of: string;
  readonly code: string;
  /** The caller's network address. */
  readonly address: string;
}

/** The one door of the portal: a record opens by its number and code, or it does not exist. */
@Injectable()
export class Access {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * The record, if the code is its own. The same is asked, compared and written whether there is no such record or the
   * code is wrong.
   * @throws DomainError portal.no-access, portal.locked, request.too-many
   */
  async open<R extends { codeHash: Buffer }>(key: Key, find: () => Promise<R | undefined>): Promise<R> {
    await this.limiter.use(BY_NUMBER, key.of);
    const who = this.cipher.hash(`portal-access:${key.of}|${key.address}`);
    const [record, wait] = await Promise.all([find(), this.remaining(who)]);
    const fits = codeFits(record?.codeHash, codeHash(this.cipher, key.code));
    // While it is locked the right code is no better than a wrong one, or a lock would tell which it was.
    if (wait > 0) throw locked(wait);
    if (!record || !fits) throw await this.failed(who);
    await this.forgive(who);
    return record;
  }

  /** Seconds for which the number is still locked there. */
  private async remaining(who: Buffer): Promise<number> {
    const [row] = await this.database.read<{ seconds: number }>(
      `SELECT ceil(extract(epoch FROM locked_until - now()))::int AS seconds FROM portal.access_failure
       WHERE key_hash = $1 AND locked_until > now()`,
      [who],
    );
    return row?.seconds ?? 0;
  }

  private async failed(who: Buffer): Promise<DomainError> {
    return this.database.transaction(async (tx) => {
      send(tx, FORGET, [who]);
      const [counted] = await sql<{ failures: number }>(tx, COUNT, [who]);
      if (counted!.failures < FAILURES) return noAccess();
      send(
        tx,
        `UPDATE portal.access_failure SET failures = 0, locked_until = now() + make_interval(mins => $2)
         WHERE key_hash = $1`,
        [who, LOCK_MINUTES],
      );
      return locked(LOCK_MINUTES * 60);
    });
  }

  private async forgive(who: Buffer): Promise<void> {
    await this.database.read('DELETE FROM portal.access_failure WHERE key_hash = $1 AND locked_until IS NULL', [who]);
  }
}

const COUNT = `
  INSERT INTO portal.access_failure AS f (key_hash, failures, forget_at) VALUES ($1, 1, now() + interval '1 day')
  ON CONFLICT (key_hash) DO UPDATE SET failures = f.failures + 1, forget_at = excluded.forget_at,
    locked_until = CASE WHEN f.locked_until > now() THEN f.locked_until END RETURNING failures`;
/** What has not failed for a day makes room, some with each new failure. */
const FORGET = `DELETE FROM portal.access_failure WHERE key_hash IN (
  SELECT key_hash FROM portal.access_failure WHERE forget_at <= now() AND key_hash <> $1
  ORDER BY forget_at LIMIT 10 FOR UPDATE SKIP LOCKED)`;

function noAccess(): DomainError {
  return new DomainError('portal.no-access', {
    kind: 'not-found',
    detail: '编号或者查询码不正确，请核对收件回执上的编号和查询码。',
  });
}

function locked(seconds: number): DomainError {
  return new DomainError('portal.locked', {
    kind: 'too-many',
    detail: '查询码连续输错次数过多，请稍后再试；忘记查询码的，请持身份证件到行政复议机构窗口查询。',
    params: { retryAfterSeconds: seconds },
  });
}
