import { setHandler } from '@app/cases';
import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type * as inputs from '../domain/trial/people/inputs.js';
import { joinCases } from './joinder.js';
import { insertRow, set, updateRow, type Context, type EffectServices, type EffectTable } from './rows.js';

function decideThirdParty(tx: Tx, context: Context<inputs.DecideThirdPartyInput>): void {
  const { partyId, way, interest, outcome, reason } = context.input;
  insertRow(tx, 'third_party', context, {
    party_id: partyId,
    way,
    interest,
    outcome,
    reason: reason ?? null,
    decided_on: context.today,
  });
}

function askRecusal(tx: Tx, context: Context<inputs.AskRecusalInput>): void {
  const { officerId, askedBy, partyId, ground, explanation } = context.input;
  insertRow(tx, 'recusal', context, {
    officer_id: officerId,
    asked_by: askedBy,
    party_id: partyId ?? null,
    ground,
    explanation,
    asked_on: context.today,
  });
}

/** Who is recused leaves the case and sees nothing of it any more; another takes his place. */
function decideRecusal(tx: Tx, context: Context<inputs.DecideRecusalInput>, { participants }: EffectServices): void {
  const { facts, input, today, actor } = context;
  updateRow(tx, 'recusal', context, input.recusalId, {
    outcome: input.outcome,
    decided_by: actor.personId,
    decided_on: today,
    reason: input.reason,
    replacement_id: input.replacementId ?? null,
  });
  if (input.outcome === 'REFUSED') return;
  const { officerId } = facts.recusals.find((each) => each.id === input.recusalId)!;
  participants.exclude(tx, facts.disputeId, officerId, today, '回避');
  if (input.replacementId === undefined) return;
  const handled = officerId === facts.handlerId;
  if (handled) setHandler(tx, facts.caseId, input.replacementId);
  participants.add(tx, [
    {
      disputeId: facts.disputeId,
      caseId: facts.caseId,
      role: handled ? 'case_handler' : 'panel_member',
      personId: input.replacementId,
      since: today,
      reason: '接替回避人员',
    },
  ]);
}

function giveOpinion(tx: Tx, context: Context<inputs.GiveOpinionInput>): void {
  const { kind, opinion, vote, dissent } = context.input;
  insertRow(tx, 'deliberation', context, {
    officer_id: context.actor.personId,
    kind: kind ?? null,
    opinion,
    vote,
    dissent: dissent ?? null,
    given_on: context.today,
  });
}

function separateCase(tx: Tx, { facts, input, today }: Context<inputs.SeparateCaseInput>): void {
  send(
    tx,
    `UPDATE reconsideration.joinder SET separated_on = $2, separation_reason = $3
     WHERE case_id = $1 AND separated_on IS NULL`,
    [facts.caseId, today, input.reason],
  );
}

/** The lead's decision becomes this case's own. */
function decideWithLead(tx: Tx, context: Context<inputs.DecideWithLeadInput>): void {
  const { facts, today } = context;
  set(tx, context, { decided_on: today });
  send(
    tx,
    `INSERT INTO reconsideration.draft (id, case_id, state, kind, ground, drafter_id, content, dept_passed)
     SELECT $3, $1, 'DECIDED', d.kind, d.ground, d.drafter_id, d.content, true FROM reconsideration.draft d
     WHERE d.case_id = $2 AND d.state = 'DECIDED' ORDER BY d.id DESC LIMIT 1`,
    [facts.caseId, facts.lead!.caseId, newId()],
  );
}

/** RC-11, RC-14, RC-25, RC-28: who takes part. */
export const PEOPLE_EFFECTS: EffectTable = {
  'decide-third-party': decideThirdParty,
  'ask-recusal': askRecusal,
  'decide-recusal': decideRecusal,
  'give-opinion': giveOpinion,
  'join-cases': joinCases,
  'separate-case': separateCase,
  'decide-with-lead': decideWithLead,
};
