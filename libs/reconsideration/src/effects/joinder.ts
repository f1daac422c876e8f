import { record } from '@app/audit';
import { maySee, principalsOf } from '@app/cases';
import { DomainError, newId, notFound, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import type { JoinCasesInput } from '../domain/trial/people/inputs.js';
import type { Context } from './rows.js';

interface Candidate {
  id: Id;
  number: string;
  fits: boolean;
}

/**
 * Joins other cases with this one. They are looked up here because guards know this case only.
 * @throws DomainError cases.case.not-found if the actor may not see one of them; reconsideration.case-not-joinable if one
 *   is not in trial, leads others, or is joined already
 */
export async function joinCases(tx: Tx, { facts, input, actor, today }: Context<JoinCasesInput>): Promise<void> {
  // Joinders queue here: two cases cannot each be joined with the other.
  await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('reconsideration.joinder', 0))`);
  const found = await sql<Candidate>(tx, CANDIDATES, [
    input.caseIds,
    principalsOf(actor),
    actor.personId,
    facts.caseId,
  ]);
  if (found.length < input.caseIds.length) throw notFound('cases.case');
  const unfit = found.filter((each) => !each.fits);
  if (unfit.length > 0) throw notJoinable(unfit.map((each) => each.number));
  send(
    tx,
    `INSERT INTO reconsideration.joinder (id, case_id, lead_case_id, ground, reason, joined_on)
     SELECT j.id, j.case_id, $3, $4, $5, $6 FROM unnest($1::uuid[], $2::uuid[]) AS j(id, case_id)`,
    [input.caseIds.map(() => newId()), input.caseIds, facts.caseId, input.ground, input.reason, today],
  );
}

function notJoinable(numbers: string[]): DomainError {
  return new DomainError('reconsideration.case-not-joinable', {
    detail: `下列案件不在审理中，或者已经与其他案件合并：${numbers.join('、')}。`,
    article: '实施条例 2026 第43条',
    params: { numbers },
  });
}

/** What is done in a case is noted on those joined with it. */
export function noteOnJoined(tx: Tx, { facts, actor, transition, input, today }: Context): void {
  const sentence = transition.sentence?.(facts, { today, actorId: actor.personId, input }) ?? transition.label;
  for (const joined of facts.joined) {
    record(tx, actor, {
      action: 'reconsideration.noted-from-lead',
      subjectType: 'case',
      subjectId: joined.caseId,
      scopeId: joined.disputeId,
      detail: { number: joined.number, lead: facts.number, sentence },
    });
  }
}

/** A case that leads, or is joined, takes part in no other joinder. */
const CANDIDATES = `SELECT c.id, c.number, c.state = 'IN_TRIAL' AND NOT EXISTS (
    SELECT 1 FROM reconsideration.joinder j
    WHERE j.separated_on IS NULL AND (j.case_id IN (c.id, $4) OR j.lead_case_id = c.id)) AS fits
  FROM cases.case_file c
  WHERE c.id = ANY ($1::uuid[]) AND c.procedure = 'reconsideration' AND ${maySee('c.dispute_id', '$2', '$3')}`;
