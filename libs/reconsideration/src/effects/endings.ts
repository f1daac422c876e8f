import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type * as inputs from '../domain/trial/endings/inputs.js';
import type { EndingFact } from '../domain/trial-facts.js';
import { ENDING_PAPERS } from '../domain/trial/endings/tables.js';
import { insertRow, set, updateRow, type Context, type EffectServices, type EffectTable } from './rows.js';
import { idsOf, plan, serve } from './services.js';

function fileWithdrawal(tx: Tx, context: Context<inputs.FileWithdrawalInput>): void {
  const { signedByIds, receivedOn, afterSettlement, reason } = context.input;
  insertRow(tx, 'withdrawal', context, {
    signed_by_ids: signedByIds,
    received_on: receivedOn,
    after_settlement: afterSettlement,
    reason,
  });
}

function decideWithdrawal(tx: Tx, context: Context<inputs.DecideWithdrawalInput>): void {
  const { allowed, reason } = context.input;
  updateRow(tx, 'withdrawal', context, context.facts.withdrawal!.id, {
    allowed,
    decision_reason: reason,
    decided_on: context.today,
  });
}

/** Each ending has papers of its own to be served: one that is set aside takes them with it. */
async function end(
  tx: Tx,
  context: Context,
  services: EffectServices,
  kind: EndingFact['kind'],
  ground: string | null,
  reason: string,
): Promise<void> {
  set(tx, context, { decided_on: context.today, suspension_ground: null, suspended_on: null });
  const id = insertRow(tx, 'ending', context, { kind, ground, reason, decided_on: context.today });
  await plan(tx, context, services, ENDING_PAPERS[kind], idsOf(context.facts.parties), id);
}

async function concludeMediation(
  tx: Tx,
  context: Context<inputs.ConcludeMediationInput>,
  services: EffectServices,
): Promise<void> {
  const { facts, input, today } = context;
  await end(tx, context, services, 'MEDIATED', null, input.terms);
  const statementId = insertRow(tx, 'mediation_statement', context, {
    terms: input.terms,
    third_party_ids: input.thirdPartyIds,
    signed_by_ids: input.signedByIds,
    effective_on: today,
  });
  send(
    tx,
    `INSERT INTO reconsideration.mediation_performance (id, case_id, statement_id, party_id, what, due_on)
     SELECT p.id, $1, $2, p.party_id, p.what, p.due_on
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::date[]) AS p(id, party_id, what, due_on)`,
    [
      facts.caseId,
      statementId,
      input.performances.map(() => newId()),
      input.performances.map((each) => each.partyId),
      input.performances.map((each) => each.what),
      input.performances.map((each) => each.dueOn),
    ],
  );
}

function serveEnding(tx: Tx, context: Context<inputs.ServeEndingInput>, services: EffectServices): Promise<void> {
  const { kind, id } = context.facts.ending!;
  return serve(tx, context, services, ENDING_PAPERS[kind], context.input.recipientId, id);
}

/** RC-22 to RC-24, RC-29. */
export const ENDING_EFFECTS: EffectTable = {
  'file-withdrawal': fileWithdrawal,
  'decide-withdrawal': decideWithdrawal,
  terminate: (tx, c: Context<inputs.TerminateCaseInput>, services) =>
    end(tx, c, services, 'TERMINATED', c.input.ground, c.input.reason),
  'conclude-mediation': concludeMediation,
  'serve-ending': serveEnding,
  dismiss: (tx, c: Context<inputs.DismissInput>, services) =>
    end(tx, c, services, 'DISMISSED', c.input.ground, c.input.reason),
};
