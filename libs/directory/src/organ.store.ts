import { DomainError, notFound, type CalendarDate, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import { ORGAN, type OrganRecord } from './directory.service.js';
import type { Validity } from './domain/validity.js';

/** Changes of organs come one after the other: what one looks at, another must not change meanwhile. */
export function lockOrgans(tx: Tx): void {
  send(tx, `SELECT pg_advisory_xact_lock(hashtextextended('directory.organs', 0))`);
}

/** For what needs the organs to stay as they are, as a new post does. */
export function holdOrgans(tx: Tx): void {
  send(tx, `SELECT pg_advisory_xact_lock_shared(hashtextextended('directory.organs', 0))`);
}

/** @throws DomainError directory.organ.not-found */
export async function mustExist(tx: Tx, id: Id): Promise<OrganRecord> {
  const [row] = await sql<OrganRecord>(tx, `${ORGAN} WHERE o.id = $1`, [id]);
  if (!row) throw notFound('directory.organ');
  return row;
}

/**
 * Two organs of one name at one time could not be told apart: in a ledger, on paper.
 * @throws DomainError directory.name-taken
 */
export async function mustBeOnlyOne(tx: Tx, organ: Validity & { id: Id; name: string }): Promise<void> {
  const [other] = await sql<{ code: string }>(
    tx,
    `SELECT code FROM directory.organ WHERE name = $2 AND id <> $1 AND (valid_until IS NULL OR valid_until > $3)
       AND ($4::date IS NULL OR valid_from < $4) LIMIT 1`,
    [organ.id, organ.name, organ.validFrom, organ.validUntil],
  );
  if (!other) return;
  throw new DomainError('directory.name-taken', {
    kind: 'conflict',
    detail: `同一时期已有同名机关（编码 ${other.code}），请核对。`,
    params: { code: other.code },
  });
}

/** A post in an organ, or a body under it. */
export interface Dependant {
  kind: 'organ' | 'post';
  id: Id;
  /** The body's name, or the post's title. */
  name: string;
  validFrom: CalendarDate;
}

/** What of an organ, and of the bodies under it, lasts beyond a day. */
export async function dependantsOf(tx: Tx, id: Id, beyond: CalendarDate): Promise<Dependant[]> {
  return sql<Dependant>(tx, DEPENDANTS, [id, beyond]);
}

/** Ends posts and bodies on a day. */
export function endAll(tx: Tx, dependants: readonly Dependant[], on: CalendarDate): void {
  const idsOf = (kind: Dependant['kind']) => dependants.filter((d) => d.kind === kind).map((d) => d.id);
  send(tx, 'UPDATE directory.organ SET valid_until = $2, version = version + 1 WHERE id = ANY($1::uuid[])', [
    idsOf('organ'),
    on,
  ]);
  send(tx, 'UPDATE directory.post SET valid_until = $2, version = version + 1 WHERE id = ANY($1::uuid[])', [
    idsOf('post'),
    on,
  ]);
}

const DEPENDANTS = `
  WITH RECURSIVE body AS (
    SELECT id, name, valid_from FROM directory.organ WHERE id = $1
    UNION SELECT o.id, o.name, o.valid_from FROM directory.organ o JOIN body b ON o.parent_id = b.id
      WHERE o.valid_until IS NULL OR o.valid_until > $2)
  SELECT 'organ' AS kind, id, name, valid_from AS "validFrom" FROM body WHERE id <> $1
  UNION ALL SELECT 'post', p.id, p.title, p.valid_from FROM directory.post p JOIN body b ON b.id = p.organ_id
    WHERE p.valid_until IS NULL OR p.valid_until > $2
  ORDER BY kind, id`;
