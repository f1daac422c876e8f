import { clocksOf } from '../owed/owed.sql.js';

/**
 * What each person who sits at a desk ($1 roles, $2 today), or stands in there for somebody absent, has to see to: overdue,
 * due until the end of the week ($3), and later. Whoever is shut out of a dispute has nothing counted of it, and what he
 * sees to for himself and for another counts once. Organs and clocks are found as the list of one's own is.
 */
export const DIGEST_COUNTS = `
  WITH post AS (
    SELECT p.person_id, p.organ_id FROM directory.post p
    WHERE p.role = ANY($1::text[]) AND p.valid_from <= $2 AND (p.valid_until IS NULL OR $2 < p.valid_until)
  ), desk AS (
    SELECT person_id, organ_id, person_id AS holder_id FROM post
    UNION SELECT v.cover_id, p.organ_id, p.person_id FROM post p JOIN directory.absence v ON v.person_id = p.person_id
    WHERE v.cover_id IS NOT NULL AND v.cancelled_at IS NULL AND v.from_on <= $2 AND $2 < v.until_on
  ), owed AS (${clocksOf('owed', 'ARRAY(SELECT organ_id FROM desk)', `'{}'`)})
  SELECT d.person_id AS "recipientId",
    count(DISTINCT c.id) FILTER (WHERE c.due_on < $2::date)::int AS overdue,
    count(DISTINCT c.id) FILTER (WHERE c.due_on BETWEEN $2::date AND $3::date)::int AS "thisWeek",
    count(DISTINCT c.id) FILTER (WHERE c.due_on > $3::date)::int AS later
  FROM desk d
  JOIN owed m ON m.organ_id = d.organ_id JOIN deadlines.clock c ON c.id = m.id AND c.state = 'RUNNING'
  WHERE NOT EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.dispute_id = c.scope_id
    AND x.person_id IN (d.person_id, d.holder_id))
  GROUP BY d.person_id ORDER BY d.person_id`;
