import { ANSWER_RULE } from '../domain/clocks.js';
import { kindSql } from '../domain/what-next.js';
import { noneShutOut } from '../desks.js';

/** Which clocks: those that have to be kept, or those that were, or were not, kept. */
const WHICH = {
  owed: { clock: `c.state IN ('RUNNING','SUSPENDED')`, part: 'AND p.until IS NULL', request: `r.state = 'OPEN'` },
  done: {
    clock: `(c.state = 'MET' OR c.state = 'CANCELLED' AND c.closed_on > c.due_on)`,
    part: '',
    request: `r.state <> 'WITHDRAWN'`,
  },
} as const;

/**
 * SQL: clocks for which the `organs` answer, each with its organ and, if it is one, the request: what the respondent has
 * to do, what an organ has to do in a case in which it takes part, what was asked of it. Each is found by an index: the
 * disputes the organ may see, or its requests. Of disputes of which one of the `persons` is shut out, nothing.
 */
export function clocksOf(which: keyof typeof WHICH, organs = '$1::uuid[]', persons = '$2'): string {
  const { clock, part, request } = WHICH[which];
  return `
  SELECT c.id, a.principal_id AS organ_id, NULL::uuid AS request_id, false AS notice
  FROM cases.access a JOIN cases.dispute d ON d.id = a.dispute_id JOIN deadlines.clock c ON c.scope_id = a.dispute_id
  WHERE a.principal_id = ANY(${organs}) AND ${clock} AND ${noneShutOut('a.dispute_id', persons)} AND (
    c.responsible = 'respondent_organ' AND d.respondent_organ_id = a.principal_id
    OR c.responsible IN ('dept_liaison','unit_leader') AND c.rule <> '${ANSWER_RULE}' AND EXISTS (
      SELECT 1 FROM cases.participant p WHERE p.dispute_id = c.scope_id AND p.case_id = c.subject_id
        AND p.organ_id = a.principal_id AND p.role IN ('dept_liaison','unit_leader') ${part}))
  UNION ALL
  SELECT c.id, r.organ_id, r.id, r.kind = 'NOTICE' FROM liaison.request r JOIN deadlines.clock c ON c.id = r.clock_id
  WHERE r.organ_id = ANY(${organs}) AND ${request} AND ${clock} AND ${noneShutOut('r.dispute_id', persons)}`;
}

const FILTERED = `($3::text IS NULL OR ${kindSql('c.rule')} = $3)`;

/** $3 kind, $4 state, $5 and $6 due from and to, $7 and $8 rows wanted and skipped. */
export const OWED_PAGE = `
  WITH mine AS (${clocksOf('owed')})
  SELECT m.id AS "clockId", m.organ_id AS "organId", m.request_id AS "requestId", m.notice, count(*) OVER ()::int AS total
  FROM mine m JOIN deadlines.clock c ON c.id = m.id
  WHERE ${FILTERED} AND ($4::text IS NULL OR c.state = $4) AND c.due_on BETWEEN $5::date AND $6::date
  ORDER BY c.due_on, c.id, m.organ_id LIMIT $7 OFFSET $8`;

/** How many there are in all, for a page after the last. */
export const OWED_TOTAL = `
  WITH mine AS (${clocksOf('owed')}) SELECT count(*)::int AS total FROM mine m JOIN deadlines.clock c ON c.id = m.id
  WHERE ${FILTERED} AND ($4::text IS NULL OR c.state = $4) AND c.due_on BETWEEN $5::date AND $6::date`;
export const DONE_TOTAL = `
  WITH mine AS (${clocksOf('done')}) SELECT count(*)::int AS total FROM mine m JOIN deadlines.clock c ON c.id = m.id
  WHERE ${FILTERED} AND (NOT $4::boolean OR c.closed_on > c.due_on)`;

/** $4 only what was late, $5 and $6 rows wanted and skipped. */
export const DONE_PAGE = `
  WITH mine AS (${clocksOf('done')})
  SELECT m.id AS "clockId", m.organ_id AS "organId", m.request_id AS "requestId", m.notice, count(*) OVER ()::int AS total
  FROM mine m JOIN deadlines.clock c ON c.id = m.id
  WHERE ${FILTERED} AND (NOT $4::boolean OR c.closed_on > c.due_on)
  ORDER BY c.closed_on DESC, c.id DESC, m.organ_id LIMIT $5 OFFSET $6`;

/** $3 today. */
export const OWED_COUNTS = `
  WITH mine AS (${clocksOf('owed')})
  SELECT ${kindSql('c.rule')} AS kind, count(*)::int AS n,
    count(*) FILTER (WHERE c.state = 'RUNNING' AND c.due_on < $3::date)::int AS overdue
  FROM mine m JOIN deadlines.clock c ON c.id = m.id GROUP BY 1 ORDER BY 1`;

/** $3 the clock. */
export const OWED_ONE = `
  WITH mine AS (${clocksOf('owed')})
  SELECT m.id AS "clockId", m.organ_id AS "organId", m.request_id AS "requestId", m.notice, 1 AS total
  FROM mine m WHERE m.id = $3`;

/** What a page says of clocks ($1) beside their dates: case, organ, who acknowledged, requests for more time. */
export const ABOUT = `
  SELECT m.clock_id AS "clockId", m.organ_id AS "organId", o.name AS "organName", f.id AS "caseId",
    coalesce(f.number, d.number, '') AS number, f.procedure, f.version AS "caseVersion",
    k.at AS "acknowledgedAt", n.name AS "acknowledgedBy", t.outcome AS "moreTime"
  FROM unnest($1::uuid[], $2::uuid[]) AS m(clock_id, organ_id)
  JOIN deadlines.clock c ON c.id = m.clock_id JOIN cases.dispute d ON d.id = c.scope_id
  JOIN directory.organ o ON o.id = m.organ_id
  LEFT JOIN cases.case_file f ON f.id = c.subject_id
  LEFT JOIN liaison.acknowledgement k ON k.clock_id = m.clock_id AND k.organ_id = m.organ_id
  LEFT JOIN directory.person n ON n.id = k.person_id
  LEFT JOIN liaison.more_time t ON t.clock_id = m.clock_id`;
