import { notShutOut } from '@app/cases';
import { addDays, addMonths, organsOf, personsOf, type Actor, type CalendarDate } from '@app/kernel';
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
    const roles = [...actor.posts, ...(actor.coveredPosts ?? [])];
    const rows = await this.database.read<Entry & { madeAt: string | Date }>(ENTRIES_SQL, [
      [...personsOf(actor), ...organsOf(actor)],
      actor.personId,
      personsOf(actor),
      roles.map((post) => post.role),
      roles.map((post) => post.organId),
      addDays(today, -DAYS_BACK),
      addMonths(today, MONTHS_AHEAD),
    ]);
    return rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }));
  }
}

/**
 * `own`: the open disputes in whose access rows he is, or whom he stands in for, by the index of his queue; `part`: as
 * what, of which case. A period is his if it is for his role, or for the handler and he is that; a hearing or a session,
 * if he takes part in that very case, presides or sits in it. Sessions are never those of another case of the dispute:
 * they stay behind the wall of mediation. They are there by their hour, so the clocks that remind of them are left out.
 */
const ENTRIES_SQL = `
  WITH own AS MATERIALIZED (
    SELECT q.dispute_id FROM (
      SELECT a.dispute_id, min(a.due_on) AS due_on FROM cases.access a
      WHERE a.principal_id = ANY($1::uuid[]) AND a.open GROUP BY a.dispute_id) q
    WHERE ${notShutOut('q.dispute_id', '$2')} ORDER BY q.due_on, q.dispute_id LIMIT ${DISPUTES}
  ), part AS MATERIALIZED (
    SELECT p.dispute_id, p.case_id, p.role, p.organ_id FROM own JOIN cases.participant p ON p.dispute_id = own.dispute_id
    WHERE p.until IS NULL AND (p.person_id = ANY($3::uuid[])
      OR (p.role, p.organ_id) IN (SELECT * FROM unnest($4::text[], $5::uuid[])))
  ), clock AS (
    SELECT c.id, 'clock' AS kind, coalesce(f.number, d.number) AS number, c.rule_name AS "ruleName", c.due_on AS day,
      NULL::text AS "from", NULL::text AS until, c.provisional, c.version - 1 AS sequence, c.created_at AS "madeAt"
    FROM own JOIN cases.dispute d ON d.id = own.dispute_id
    JOIN deadlines.clock c ON c.scope_id = d.id AND c.state = 'RUNNING' AND c.due_on BETWEEN $6::date AND $7::date
    LEFT JOIN cases.case_file f ON f.id = c.subject_id
    WHERE c.rule <> ALL(ARRAY['MD_SESSION','MD_ATTEND']) AND (coalesce(f.handler_id, d.handler_id) = ANY($3::uuid[]) OR EXISTS (
      SELECT 1 FROM part p WHERE p.dispute_id = d.id AND (p.case_id IS NULL OR p.case_id = c.subject_id)
        AND (p.role = c.responsible OR (c.responsible = 'respondent_organ' AND p.organ_id = d.respondent_organ_id))))
  ), hearing AS (
    SELECT h.id, 'hearing', f.number, NULL::text, h.on_day, h.time, NULL::text, false, f.version, f.created_at
    FROM own JOIN cases.case_file f ON f.dispute_id = own.dispute_id AND f.procedure = 'reconsideration'
    JOIN reconsideration.hearing h ON h.case_id = f.id AND h.state <> 'CANCELLED' AND h.on_day BETWEEN $6::date AND $7::date
    WHERE $3::uuid[] && (h.member_ids || ARRAY[h.chair_id, h.recorder_id, f.handler_id])
      OR EXISTS (SELECT 1 FROM part p WHERE p.dispute_id = f.dispute_id AND (p.case_id = f.id OR p.organ_id IS NOT NULL))
  ), session AS (
    SELECT s.id, 'session', f.number, NULL::text, s.held_on, s.starts_at, s.ends_at, false, f.version, f.created_at
    FROM own JOIN cases.case_file f ON f.dispute_id = own.dispute_id AND f.procedure = 'mediation'
    JOIN mediation.session s ON s.case_id = f.id AND s.state <> 'CANCELLED' AND s.held_on BETWEEN $6::date AND $7::date
    WHERE EXISTS (SELECT 1 FROM part p WHERE p.case_id = f.id)
      OR EXISTS (SELECT 1 FROM mediation.session_invitee i WHERE i.session_id = s.id
        AND (i.invitee_id = ANY($3::uuid[]) OR i.invitee_id IN (SELECT p.organ_id FROM part p WHERE p.dispute_id = f.dispute_id)))
  )
  SELECT * FROM (SELECT * FROM clock UNION ALL SELECT * FROM hearing UNION ALL SELECT * FROM session) e
  ORDER BY e.day, e."from", e.id LIMIT ${ENTRIES}`;
