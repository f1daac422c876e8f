import { notShutOut } from '../../engine/scope.js';

/** One row of a list, as the database answers it; names of organs and persons are added after. */
export interface ListRow {
  id: string;
  number: string | null;
  status: string;
  version: number;
  title: string;
  channel: string;
  fieldCode: string;
  receivedOn: string;
  registeredOn: string | null;
  respondentOrganId: string | null;
  handlerId: string | null;
  nextDueOn: string | null;
  applicantName: string | null;
  applicants: number;
  cases: { id: string; procedure: string; number: string; state: string }[] | null;
}

const COLUMNS = `d.id, d.number, d.status, d.version, d.title, d.channel, d.field_code AS "fieldCode",
  d.received_on AS "receivedOn", d.registered_on AS "registeredOn", d.respondent_organ_id AS "respondentOrganId",
  d.handler_id AS "handlerId", d.next_due_on AS "nextDueOn",
  applicant.names[1] AS "applicantName", coalesce(cardinality(applicant.names), 0) AS applicants,
  (SELECT json_agg(json_build_object('id', c.id, 'procedure', c.procedure, 'number', c.number, 'state', c.state) ORDER BY c.id)
   FROM cases.case_file c WHERE c.dispute_id = d.id) AS cases`;

const APPLICANT = `CROSS JOIN LATERAL (SELECT array_agg(p.name ORDER BY p.sort_order) AS names FROM cases.party p
  WHERE p.dispute_id = d.id AND p.role = 'APPLICANT') AS applicant`;

/** Rows of given disputes ($1), in their order. */
export const ROWS_SQL = `SELECT ${COLUMNS} FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted(id, n)
  JOIN cases.dispute d ON d.id = wanted.id ${APPLICANT} ORDER BY wanted.n`;

/**
 * The plain queue in one statement, because it is what everybody opens first: $1 principals, $2 and $3 due dates from and
 * to, $4 rows wanted, $5 rows skipped, $6 the person who asks. Each principal's part is the head of one index range. `total` is on every row.
 */
export function queuePageSql(direction: 'ASC' | 'DESC', countCap: number): string {
  const range = `a.principal_id = p.id AND a.open AND a.due_on BETWEEN $2::date AND $3::date
    AND ${notShutOut('a.dispute_id', '$6')}`;
  return `SELECT ${COLUMNS}, (SELECT count(*) FROM (SELECT 1 FROM (
        SELECT q.dispute_id FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (
          SELECT a.dispute_id FROM cases.access a WHERE ${range} LIMIT ${countCap + 1}) AS q
      ) AS every GROUP BY dispute_id LIMIT ${countCap + 1}) AS counted)::int AS total
    FROM (
      SELECT DISTINCT q.due_on, q.dispute_id FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (
        SELECT a.due_on, a.dispute_id FROM cases.access a WHERE ${range}
        ORDER BY a.due_on ${direction}, a.dispute_id ${direction} LIMIT $4::int + $5::int) AS q
      ORDER BY q.due_on ${direction}, q.dispute_id ${direction} LIMIT $4::int OFFSET $5::int) AS queue
    JOIN cases.dispute d ON d.id = queue.dispute_id ${APPLICANT}
    ORDER BY queue.due_on ${direction}, queue.dispute_id ${direction}`;
}
