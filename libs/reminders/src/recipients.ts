import { Clock, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ClockFacts } from './clock-facts.js';
import type { Recipients } from './domain/plan.js';
import { ReminderRecipients, type SubjectLabel } from './reminder-recipients.js';

interface Row {
  id: Id;
  kind: 'acting' | 'holder' | 'head' | 'leader';
  personId: Id;
}

/**
 * Recipients from a dispute's participants and the directory.
 *
 * Who acts: those who take part in the responsible role, and the handler, who answers for every period of the case; of a
 * period that concerns one organ, whoever holds the role there, whether it takes part or not, and nobody elsewhere. If
 * there is nobody yet, whoever holds the responsible role in the organ that has the dispute; failing that, its heads: a
 * clock without anybody to remind would run out unseen. Superiors: the nearest heads in the handler's organ, and the
 * leaders who own the dispute. What the citizen himself must do in time, mediation does not stop: while it lasts its
 * mediators are told, or the centre as long as there is none. Nobody is told of a dispute that he is shut out of.
 */
@Injectable()
export class CaseRecipients extends ReminderRecipients {
  constructor(private readonly clock: Clock) {
    super();
  }

  async of(tx: Tx, clocks: readonly ClockFacts[]): Promise<Map<Id, Recipients>> {
    const rows = await sql<Row>(tx, RECIPIENTS, [
      clocks.map((c) => c.id),
      clocks.map((c) => c.subjectId),
      clocks.map((c) => c.scopeId),
      clocks.map((c) => (c.responsible === 'respondent_organ' ? 'dept_liaison' : c.responsible)),
      clocks.map((c) => c.responsible === 'respondent_organ'),
      this.clock.today(),
      clocks.map((c) => c.concernsId),
    ]);
    const byClock = new Map<Id, Row[]>();
    for (const row of rows) byClock.set(row.id, [...(byClock.get(row.id) ?? []), row]);
    return new Map([...byClock].map(([id, own]) => [id, recipientsOf(own)]));
  }

  async shutOut(tx: Tx, scopeId: Id): Promise<Id[]> {
    const rows = await sql<{ id: Id }>(tx, 'SELECT person_id AS id FROM cases.exclusion WHERE dispute_id = $1', [
      scopeId,
    ]);
    return rows.map((row) => row.id);
  }

  async labels(tx: Tx, subjects: readonly { subjectId: Id; scopeId: Id }[]): Promise<Map<Id, SubjectLabel>> {
    const rows = await sql<SubjectLabel & { id: Id }>(
      tx,
      `SELECT DISTINCT s.subject_id AS id, coalesce(f.number, d.number, '') AS number, f.id AS "caseId"
       FROM unnest($1::uuid[], $2::uuid[]) AS s(subject_id, scope_id)
       JOIN cases.dispute d ON d.id = s.scope_id
       LEFT JOIN cases.case_file f ON f.id = s.subject_id`,
      [subjects.map((s) => s.subjectId), subjects.map((s) => s.scopeId)],
    );
    return new Map(rows.map(({ id, number, caseId }) => [id, { number, caseId }]));
  }
}

function recipientsOf(rows: readonly Row[]): Recipients {
  const of = (kind: Row['kind']) => rows.filter((r) => r.kind === kind).map((r) => r.personId);
  const heads = of('head');
  const to = [of('acting'), of('holder'), heads].find((people) => people.length > 0) ?? [];
  return { to, heads, leaders: of('leader') };
}

const HELD = '$6 >= s.valid_from AND (s.valid_until IS NULL OR $6 < s.valid_until)';

const RECIPIENTS = `
  WITH c AS (
    SELECT c.id, c.subject_id, c.scope_id, c.role, c.by_respondent, c.concerns_id, d.organ_id, d.respondent_organ_id,
      coalesce(f.handler_id, d.handler_id) AS handler_id
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $7::uuid[])
      AS c(id, subject_id, scope_id, role, by_respondent, concerns_id)
    JOIN cases.dispute d ON d.id = c.scope_id
    LEFT JOIN cases.case_file f ON f.id = c.subject_id
  ), part AS (
    SELECT c.id, c.role AS wanted, p.role, p.case_id IS NULL OR p.case_id = c.subject_id AS here,
      NOT c.by_respondent OR p.organ_id IS NULL OR p.organ_id = c.respondent_organ_id AS answers,
      c.concerns_id IS NULL OR p.organ_id IS NULL OR p.organ_id = c.concerns_id
        OR NOT EXISTS (SELECT 1 FROM directory.organ o WHERE o.id = c.concerns_id) AS concerned,
      coalesce(p.person_id, s.person_id) AS person_id
    FROM c
    JOIN cases.participant p ON p.dispute_id = c.scope_id AND p.until IS NULL
    LEFT JOIN directory.post s ON s.organ_id = p.organ_id AND s.role = p.role AND ${HELD}
  ), organ AS (
    SELECT c.id, c.handler_id, s.organ_id FROM c
    JOIN directory.post s ON s.person_id = c.handler_id AND ${HELD}
    UNION
    SELECT c.id, NULL, c.organ_id FROM c WHERE c.handler_id IS NULL
  ), head AS (
    SELECT o.id, s.person_id, rank() OVER (PARTITION BY o.id ORDER BY s.role <> 'dept_head') AS rank
    FROM organ o
    JOIN directory.post s ON s.organ_id = o.organ_id AND ${HELD}
      AND s.role IN ('dept_head', 'institution_head', 'centre_manager', 'committee_chair', 'unit_leader')
      AND s.person_id IS DISTINCT FROM o.handler_id
  ), mediating AS (
    SELECT c.id, m.person_id FROM c
    JOIN cases.case_file f ON f.dispute_id = c.scope_id AND f.procedure = 'mediation' AND f.open
    LEFT JOIN cases.participant m ON m.case_id = f.id AND m.role = 'mediator' AND m.until IS NULL
    WHERE c.role = 'applicant'
  )
  SELECT r.id, r.kind, r."personId" FROM (
  SELECT id, 'acting' AS kind, person_id AS "personId" FROM part
  WHERE role = wanted AND here AND answers AND concerned AND person_id IS NOT NULL
  UNION SELECT c.id, 'acting', s.person_id FROM c
    JOIN directory.post s ON s.organ_id = c.concerns_id AND s.role = c.role AND ${HELD}
  UNION SELECT id, 'acting', handler_id FROM c WHERE handler_id IS NOT NULL
  UNION SELECT id, 'acting', person_id FROM mediating WHERE person_id IS NOT NULL
  UNION SELECT m.id, 'acting', s.person_id FROM mediating m
    JOIN directory.post s ON s.role = 'centre_staff' AND ${HELD} WHERE m.person_id IS NULL
  UNION SELECT c.id, 'holder', s.person_id FROM c
    JOIN directory.post s ON s.organ_id = c.organ_id AND s.role = c.role AND ${HELD} WHERE NOT c.by_respondent
  UNION SELECT id, 'head', person_id FROM head WHERE rank = 1
  UNION SELECT id, 'leader', person_id FROM part WHERE role = 'case_leader' AND person_id IS NOT NULL) AS r
  WHERE NOT EXISTS (SELECT 1 FROM c JOIN cases.exclusion x ON x.dispute_id = c.scope_id
    WHERE c.id = r.id AND x.person_id = r."personId")`;
