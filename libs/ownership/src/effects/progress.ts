import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { SubmitPlanInput } from '../domain/planning/inputs.js';
import type { ReportProgressInput } from '../domain/progress/inputs.js';
import { liftMarks } from './marks.js';
import type { Context, EffectTable } from './rows.js';

function submitPlan(tx: Tx, { facts, input, actor, today }: Context<SubmitPlanInput>): void {
  send(
    tx,
    `INSERT INTO ownership.plan (id, case_id, state, content, submitted_on, submitted_by)
     VALUES ($1, $2, 'SUBMITTED', $3, $4, $5)`,
    [newId(), facts.caseId, JSON.stringify(input), today, actor.personId],
  );
}

function decidePlan(state: 'APPROVED' | 'RETURNED') {
  return (tx: Tx, { facts, input, today }: Context<{ opinion: string }>): void =>
    send(
      tx,
      `UPDATE ownership.plan SET state = $2, decided_on = $3, opinion = $4 WHERE case_id = $1 AND state = 'SUBMITTED'`,
      [facts.caseId, state, today, input.opinion],
    );
}

/** With the report the yellow light goes out; a red one stays until the bureau, or more time, puts it out. */
function reportProgress(tx: Tx, context: Context<ReportProgressInput>): void {
  const { facts, input, actor, today } = context;
  send(
    tx,
    `INSERT INTO ownership.report (id, case_id, kind, done, next, risk, party_contacted, reported_on, reported_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      facts.caseId,
      input.kind,
      input.done,
      input.next,
      input.risk,
      input.partyContacted,
      today,
      actor.personId,
    ],
  );
  send(tx, 'UPDATE ownership.ownership SET risk = $2 WHERE case_id = $1', [facts.caseId, input.risk]);
  liftMarks(tx, context, '已报告进展', ['YELLOW']);
}

export const PROGRESS_EFFECTS: EffectTable = {
  'submit-plan': submitPlan,
  'approve-plan': decidePlan('APPROVED'),
  'return-plan': decidePlan('RETURNED'),
  'report-progress': reportProgress,
};
