import { maySee, principalsOf } from '@app/cases';
import { DomainError, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';

/** So many cases are named in a refusal; all are counted. */
const NAMED = 50;

interface OpenCase {
  caseId: Id;
  number: string;
  visible: boolean;
}

/**
 * A committee, with the bodies under it, ends only without open work: its own cases, and those of other committees that
 * are in the hands of mediators who serve nowhere else.
 * @throws DomainError mediation.committee-has-work with the cases
 */
export async function mustBeIdle(tx: Tx, actor: Actor, committeeId: Id, from: CalendarDate): Promise<void> {
  // Whoever gives it a case at this moment holds its row.
  await sql(tx, 'SELECT 1 FROM directory.organ WHERE id = $1 FOR UPDATE', [committeeId]);
  refuse(
    'mediation.committee-has-work',
    '该调委会',
    await sql<OpenCase>(tx, OF_COMMITTEE, values(actor, committeeId, from)),
  );
}

/**
 * A mediator leaves a committee only without open cases, unless he serves in another.
 * @throws DomainError mediation.mediator-has-work with the cases
 */
export async function mustHaveNoCases(tx: Tx, actor: Actor, postId: Id, from: CalendarDate): Promise<void> {
  refuse('mediation.mediator-has-work', '该调解员', await sql<OpenCase>(tx, OF_POST, values(actor, postId, from)));
}

function values(actor: Actor, id: Id, from: CalendarDate): unknown[] {
  return [id, from, principalsOf(actor), actor.personId];
}

function refuse(code: string, who: string, open: readonly OpenCase[]): void {
  if (open.length === 0) return;
  const cases = open.filter((c) => c.visible).slice(0, NAMED);
  throw new DomainError(code, {
    kind: 'conflict',
    detail: `${who}还有 ${open.length} 件未办结的调解案件，请先办结、改派或者移交。`,
    params: { open: open.length, cases: cases.map(({ caseId, number }) => ({ caseId, number })) },
  });
}

const BEYOND = (post: string): string => `(${post}.valid_until IS NULL OR ${post}.valid_until > $2)`;
const CASES = `SELECT f.id AS "caseId", f.number, ${maySee('f.dispute_id', '$3', '$4')} AS visible
  FROM cases.case_file f JOIN mediation.mediation m ON m.case_id = f.id WHERE f.open`;
const IN_HANDS_OF = (persons: string): string => `f.id IN (SELECT a.case_id FROM mediation.assigned_mediator a
  WHERE a.ended_on IS NULL AND a.person_id IN (${persons}))`;
/** Mediators by the posts `p` who serve by no other post outside of `organs`. */
const ONLY_IN = (posts: string, organs: string): string => `SELECT p.person_id FROM directory.post p
  WHERE ${posts} AND p.role = 'mediator' AND NOT EXISTS (SELECT 1 FROM directory.post e
    WHERE e.person_id = p.person_id AND e.role = 'mediator' AND e.id <> p.id AND ${BEYOND('e')} AND ${organs})`;

const OF_COMMITTEE = `WITH RECURSIVE body AS (
    SELECT $1::uuid AS id UNION SELECT o.id FROM directory.organ o JOIN body b ON o.parent_id = b.id)
  ${CASES} AND (m.committee_id IN (SELECT id FROM body) OR ${IN_HANDS_OF(
    ONLY_IN(`p.organ_id IN (SELECT id FROM body) AND ${BEYOND('p')}`, 'e.organ_id NOT IN (SELECT id FROM body)'),
  )}) ORDER BY f.number`;
const OF_POST = `${CASES} AND ${IN_HANDS_OF(ONLY_IN('p.id = $1', 'true'))} ORDER BY f.number`;
