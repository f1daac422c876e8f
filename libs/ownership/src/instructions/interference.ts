import { record } from '@app/audit';
import type { CaseRow } from '@app/cases';
import { DomainError, newId, type Actor, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import { INTERFERENCES, type Interference, type ReconsiderationFact } from '../domain/independence.js';

/** The dispute's reconsiderations, and which of them are decided: the period to decide was met. */
export async function reconsiderationsOf(tx: Tx, disputeId: Id): Promise<ReconsiderationFact[]> {
  return sql<ReconsiderationFact>(tx, RECONSIDERATIONS, [disputeId]);
}

/** What a leader said that reached into a reconsideration. */
export interface Interfering {
  readonly content: string;
  readonly aboutCaseId: Id | null;
  readonly ground: Interference;
  readonly at: Date;
}

/** Keeps time, words and person; the trail says that it was refused, without the words (中办发〔2015〕23号). */
export function keepInterference(
  tx: Tx,
  actor: Actor,
  row: Pick<CaseRow, 'id' | 'disputeId' | 'number'>,
  { content, aboutCaseId, ground, at }: Interfering,
): void {
  const id = newId();
  send(
    tx,
    `INSERT INTO ownership.interference (id, case_id, dispute_id, about_case_id, ground, content, at, person_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, row.id, row.disputeId, aboutCaseId, ground, content, at, actor.personId],
  );
  record(tx, actor, {
    action: 'ownership.refuse-instruction',
    subjectType: 'case',
    subjectId: row.id,
    scopeId: row.disputeId,
    detail: { number: row.number, interferenceId: id, ground },
  });
}

export function touchesReconsideration(ground: Interference): DomainError {
  return new DomainError('ownership.touches-reconsideration', {
    detail: `批示${INTERFERENCES[ground]}，不予受理并已依规记录；行政复议案件由行政复议机关依法独立办理。`,
    article: '复议法 2023 第3条；中办发〔2015〕23号',
    params: { ground },
  });
}

const RECONSIDERATIONS = `SELECT f.number, NOT f.open OR EXISTS (SELECT 1 FROM deadlines.clock c
    WHERE c.subject_id = f.id AND c.rule = 'RC_DECIDE' AND c.state = 'MET') AS decided
  FROM cases.case_file f WHERE f.dispute_id = $1 AND f.procedure = 'reconsideration' ORDER BY f.id`;
