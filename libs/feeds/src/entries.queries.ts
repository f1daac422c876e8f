import { principalsOf } from '@app/cases';
import { addDays, addMonths, organsOf, type Actor, type CalendarDate, type RoleCode } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Entry } from './domain/entry.js';

const DAYS_BACK = 30;
const MONTHS_AHEAD = 12;
/** Disputes somebody takes part in that are looked at, the nearest due first. */
const DISPUTES = 3000;
/** Entries of one calendar, the nearest first. */
const ENTRIES = 2000;

/** What belongs into somebody's calendar, as he may see it at this moment. */
@Injectable()
export class EntriesQueries {
  constructor(private readonly database: Database) {}

  /**
   * The actor's own periods, hearings and sessions, from 30 days back to 12 months ahead: of the cases in which he, or an
   * organ in which he holds the role, takes part. What he could merely look up as one who sees the whole district is not
   * his.
   */
  async of(actor: Actor, today: CalendarDate): Promise<Entry[]> {
    if (!actor.permissions.has('cases.view') && !actor.permissions.has('cases.view-all')) return [];
    const rows = await this.database.read<Entry & { madeAt: string | Date }>(ENTRIES_SQL, [
      [...new Set([...principalsOf({ ...actor, permissions: new Set(['cases.view']) })])],
      actor.personId,
      actor.posts.map((post) => post.role satisfies RoleCode),
      actor.posts.map((post) => post.organId),
      addDays(today, -DAYS_BACK),
      addMonths(today, MONTHS_AHEAD),
      organsOf(actor),
    ]);
    return rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }));
  }
}

/**
 * `own`: the open disputes in whose access rows he is, by the index of his queue; `part`: as what, of which case. A
 * period is his if it is for his role, or for the handler and he is that; a hearing or a session, if he takes part in
 * that very case, presides or sits in it. Sessions are never those of another case of the dispute: they stay behind the
 * wall of mediation.
 */
const ENTRIES_SQL = `
  WITH own AS MATERIALIZED (
    SELECT q.dispute_id FROM (
      SELECT a.dispute_id, min(a.due_on) AS due_on FROM cases.access a
      WHERE a.principal_id = ANY($1::uuid[]) AND a.open GROUP BY a.dispute_id) q
    WHERE NOT EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.person_id = $2::uuid AND x.dispute_id = q.dispute_id)
    ORDER BY q.due_on, q.dispute_id LIMIT ${DISPUTES}
  ), part AS MATERIALIZED (
    SELECT p.dispute_id, p.case_id, p.role, p.organ_id FROM own JOIN cases.participant p ON p.dispute_id = own.dispute_id
    WHERE p.until IS NULL AND (p.person_id = $2::uuid
      OR (p.role, p.organ_id) IN (SELECT * FROM unnest($3::text[], $4::uuid[])))
  ), clock AS (
    SELECT c.id, 'clock' AS kind, coalesce(f.number, d.number) AS number, c.rule_name AS "ruleName", c.due_on AS day,
      NULL::text AS "from", NULL::text AS until, c.provisional, c.version - 1 AS sequence, c.created_at AS "madeAt"
    FROM own JOIN cases.dispute d ON d.id = own.dispute_id
    JOIN deadlines.clock c ON c.scope_id = d.id AND c.state = 'RUNNING' AND c.due_on BETWEEN $5::date AND $6::date
    LEFT JOIN cases.case_file f ON f.id = c.subject_id
    WHERE coalesce(f.handler_id, d.handler_id) = $2::uuid OR EXISTS (
      SELECT 1 FROM part p WHERE p.dispute_id = d.id AND (p.case_id IS NULL OR p.case_id = c.subject_id)
        AND (p.role = c.responsible OR (c.responsible = 'respondent_organ' AND p.organ_id = d.respondent_organ_id)))
  ), hearing AS (
    SELECT h.id, 'hearing', f.number, NULL::text, h.on_day, h.time, NULL::text, false, f.version, f.created_at
    FROM own JOIN cases.case_file f ON f.dispute_id = own.dispute_id AND f.procedure = 'reconsideration'
    JOIN reconsideration.hearing h ON h.case_id = f.id AND h.state <> 'CANCELLED' AND h.on_day BETWEEN $5::date AND $6::date
    WHERE $2::uuid IN (h.chair_id, h.recorder_id, f.handler_id) OR $2::uuid = ANY(h.member_ids)
      OR EXISTS (SELECT 1 FROM part p WHERE p.dispute_id = f.dispute_id AND (p.case_id = f.id OR p.organ_id = ANY($7::uuid[])))
  )
  SELECT * FROM (SELECT * FROM clock UNION ALL SELECT * FROM hearing) e ORDER BY e.day, e."from", e.id LIMIT ${ENTRIES}`;
