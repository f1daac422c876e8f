import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { ApproveDecisionInput, RecordServiceInput, SubmitDraftInput } from '../domain/decision/inputs.js';
import { recordDecision } from './decision-record.js';
import { set, type Context, type EffectServices, type EffectTable } from './rows.js';
import { idsOf, plan, serve } from './services.js';

function submitDraft(tx: Tx, { facts, input, actor }: Context<SubmitDraftInput>): void {
  send(
    tx,
    `INSERT INTO reconsideration.draft (id, case_id, state, kind, ground, drafter_id, content)
     VALUES ($1, $2, 'SUBMITTED', $3, $4, $5, $6)`,
    [newId(), facts.caseId, input.kind, input.ground, actor.personId, JSON.stringify(input)],
  );
}

async function approveDecision(
  tx: Tx,
  context: Context<ApproveDecisionInput>,
  services: EffectServices,
): Promise<void> {
  set(tx, context, { decided_on: context.today });
  recordDecision(tx, context);
  updateDraft(tx, context, `state = 'DECIDED'`);
  await plan(tx, context, services, 'DECISION', idsOf(context.facts.parties));
}

function recordService(tx: Tx, context: Context<RecordServiceInput>, services: EffectServices): Promise<void> {
  return serve(tx, context, services, 'DECISION', context.input.recipientId);
}

/** The present draft is the last one submitted. */
function updateDraft(tx: Tx, { facts }: Context, change: string): void {
  send(tx, `UPDATE reconsideration.draft SET ${change} WHERE case_id = $1 AND state = 'SUBMITTED'`, [facts.caseId]);
}

/** RC-26 to RC-29. */
export const DECISION_EFFECTS: EffectTable = {
  'submit-draft': submitDraft,
  'pass-department-review': (tx, c) => updateDraft(tx, c, `dept_passed = true`),
  'return-draft': (tx, c) => updateDraft(tx, c, `state = 'RETURNED'`),
  'return-approval': (tx, c) => updateDraft(tx, c, `state = 'RETURNED'`),
  'approve-decision': approveDecision,
  'record-service': recordService,
};
