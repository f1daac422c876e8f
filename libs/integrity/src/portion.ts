import type { CalendarDate, Id } from '@app/kernel';
import type { Database } from '@app/platform';
import type { Check } from './check.js';

/** Records looked at by one statement: some milliseconds each. */
export const PORTION = 5000;
export const BEFORE_ALL: Id = '00000000-0000-0000-0000-000000000000';

/** Something a check found, with whom it belongs to. */
export interface Hit {
  subjectId: Id;
  disputeId: Id | null;
  caseId: Id | null;
  ownerId: Id | null;
}

export interface Portion {
  walked: number;
  /** The last record looked at; null when there are no more. */
  last: Id | null;
  hits: Hit[];
}

export interface Basis {
  readonly after: Id;
  readonly today: CalendarDate;
  readonly now: Date;
  /** The check's figure; 0 if it has none. */
  readonly figure: number;
}

/** Looks at the next records of a check's walk, in one statement and so in one snapshot. */
export async function nextPortion(database: Database, check: Check, basis: Basis): Promise<Portion> {
  const { owner } = check;
  const [role, byProcedure] = typeof owner === 'string' ? [owner, {}] : [null, owner];
  const [row] = await database.read<Portion>(textOf(check), [
    basis.after,
    basis.today,
    basis.figure,
    basis.now,
    role,
    JSON.stringify(byProcedure),
  ]);
  return row!;
}

const texts = new Map<string, string>();

function textOf(check: Check): string {
  const text = texts.get(check.code) ?? portionSql(check);
  texts.set(check.code, text);
  return text;
}

/**
 * The owner is who holds the role today: in the very organ, else above it, else anywhere; the first in the order of the
 * directory who is not shut out of the dispute. A handler's own head is found by the organ of the dispute.
 */
export function portionSql({ walk, find }: Check): string {
  return `
  WITH given AS (SELECT $2::date, $3::int, $4::timestamptz),
    w AS MATERIALIZED (SELECT s.id FROM ${walk.from} WHERE s.id > $1::uuid AND (${walk.where}) ORDER BY s.id LIMIT ${PORTION}),
    hit AS MATERIALIZED (${find}),
    owned AS (
      SELECT h.subject_id AS "subjectId", h.dispute_id AS "disputeId", h.case_id AS "caseId", o.person_id AS "ownerId"
      FROM hit h LEFT JOIN LATERAL (
        SELECT p.person_id FROM directory.post p LEFT JOIN directory.organ g ON g.id = h.organ_id
        WHERE p.role = coalesce($5::text, $6::jsonb->>h.procedure)
          AND p.valid_from <= $2::date AND (p.valid_until IS NULL OR $2::date < p.valid_until)
          AND NOT EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.person_id = p.person_id AND x.dispute_id = h.dispute_id)
        ORDER BY p.organ_id IS DISTINCT FROM h.organ_id, p.organ_id IS DISTINCT FROM g.parent_id, p.sort_order, p.person_id
        LIMIT 1) o ON true)
  SELECT (SELECT count(*) FROM w)::int AS walked,
    CASE WHEN (SELECT count(*) FROM w) = ${PORTION} THEN (SELECT id FROM w ORDER BY id DESC LIMIT 1) END AS last,
    (SELECT coalesce(jsonb_agg(to_jsonb(owned)), '[]') FROM owned) AS hits`;
}
