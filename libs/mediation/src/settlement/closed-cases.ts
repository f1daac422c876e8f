import type { CalendarDate, Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import type { Payee } from './domain/codes.js';

/** A mediator's case that closed, with what decides what it earns. */
export interface ClosedWork {
  caseId: Id;
  state: string;
  endedOn: CalendarDate;
  stage: string;
  matter: string;
  major: boolean;
  agreed: boolean;
  outstanding: boolean;
  sessions: number;
  parties: number;
  personId: Id;
  organId: Id;
  payee: Payee;
  /** Presides, or is the first. */
  isFirst: boolean;
  /** Mediators of the case. */
  sharing: number;
}

/**
 * Who earns by mediations that closed in a period and were not paid yet: mediators who served to the end and are paid by
 * the case, and those of an organisation that was under contract on that day. Whoever has left his committee before is paid as one of that of the case.
 */
export async function closedWork(tx: Tx, from: CalendarDate, until: CalendarDate): Promise<ClosedWork[]> {
  return sql<ClosedWork>(tx, CLOSED, [from, until]);
}

/** An agreement takes effect on a day; one that was never signed by all has none. */
const AGREED = `EXISTS (SELECT 1 FROM mediation.agreement g
  WHERE g.case_id = c.id AND g.effective_on IS NOT NULL)`;
/** Something that was agreed is still to be done. */
const OUTSTANDING = `EXISTS (SELECT 1 FROM mediation.obligation b
  WHERE b.case_id = c.id AND b.state IN ('OPEN', 'PART'))`;

const CLOSED = `WITH closed AS (
    SELECT f.id, f.state, f.closed_on, f.dispute_id, m.stage, m.major, m.committee_id
    FROM cases.case_file f JOIN mediation.mediation m ON m.case_id = f.id
    WHERE f.procedure = 'mediation' AND NOT f.open AND f.closed_on >= $1 AND f.closed_on < $2),
  served AS (
    SELECT a.case_id, a.person_id, count(*) OVER w AS sharing,
      row_number() OVER (PARTITION BY a.case_id ORDER BY a.presiding DESC, a.assigned_on, a.person_id) = 1 AS first
    FROM mediation.assigned_mediator a JOIN closed c ON c.id = a.case_id
    WHERE a.ended_on IS NULL AND a.confirmed_on IS NOT NULL WINDOW w AS (PARTITION BY a.case_id))
  SELECT c.id AS "caseId", c.state, c.closed_on AS "endedOn", c.stage, coalesce(d.matter_code, '') AS matter, c.major,
    ${AGREED} AS agreed, ${OUTSTANDING} AS outstanding,
    (SELECT count(*)::int FROM mediation.session s WHERE s.case_id = c.id) AS sessions,
    (SELECT count(*)::int FROM cases.party p WHERE p.dispute_id = c.dispute_id AND p.role <> 'AGENT')
      + (d.respondent_organ_id IS NOT NULL)::int AS parties,
    s.person_id AS "personId", coalesce(o.id, c.committee_id) AS "organId", CASE WHEN o.contracted THEN 'ORGANISATION' ELSE 'MEDIATOR' END AS payee,
    s.first AS "isFirst", s.sharing::int AS sharing
  FROM served s JOIN closed c ON c.id = s.case_id JOIN cases.dispute d ON d.id = c.dispute_id
  LEFT JOIN mediation.mediator_profile q ON q.person_id = s.person_id
  LEFT JOIN LATERAL (
    SELECT g.id, p.kind = 'SOCIAL_ORGANISATION' AND p.contract_from <= c.closed_on
        AND (p.contract_until IS NULL OR c.closed_on < p.contract_until) AS contracted
    FROM directory.post t JOIN directory.organ g ON g.id = t.organ_id
    LEFT JOIN mediation.committee_profile p ON p.committee_id = g.id
    WHERE t.person_id = s.person_id AND t.role = 'mediator' AND t.valid_from <= c.closed_on
      AND (t.valid_until IS NULL OR c.closed_on < t.valid_until)
    ORDER BY g.id IS NOT DISTINCT FROM c.committee_id DESC, g.sort_order, t.id LIMIT 1) o ON true
  WHERE (o.contracted IS TRUE OR q.engagement = 'PER_CASE')
    AND NOT EXISTS (SELECT 1 FROM mediation.settlement_line l
      WHERE l.case_id = c.id AND l.person_id = s.person_id AND l.kind = 'CASE')
  ORDER BY c.closed_on, c.id, s.person_id`;
