import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type * as inputs from '../domain/trial/endings/inputs.js';
import type { EndingFact } from '../domain/trial-facts.js';
import { insertService } from './services.js';
import { insertRow, set, updateRow, type Context, type EffectTable } from './rows.js';

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

function end(tx: Tx, context: Context, kind: EndingFact['kind'], ground: string | null, reason: string): void {
  set(tx, context, { decided_on: context.today, suspension_ground: null, suspended_on: null });
  insertRow(tx, 'ending', context, { kind, ground, reason, decided_on: context.today });
}

function concludeMediation(tx: Tx, context: Context<inputs.ConcludeMediationInput>): void {
  const { facts, input, today } = context;
  end(tx, context, 'MEDIATED', null, input.terms);
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

/** Each ending has its own services: one that is set aside takes them with it. */
function serveEnding(tx: Tx, { facts, input }: Context<inputs.ServeEndingInput>): void {
  insertService(tx, facts.caseId, 'DECISION', input.recipientId, input, facts.ending!.id);
}

/** RC-22 to RC-24, RC-29. */
export const ENDING_EFFECTS: EffectTable = {
  'file-withdrawal': fileWithdrawal,
  'decide-withdrawal': decideWithdrawal,
  terminate: (tx, c: Context<inputs.TerminateCaseInput>) => end(tx, c, 'TERMINATED', c.input.ground, c.input.reason),
  'conclude-mediation': concludeMediation,
  'serve-ending': serveEnding,
  dismiss: (tx, c: Context<inputs.DismissInput>) => end(tx, c, 'DISMISSED', c.input.ground, c.input.reason),
};
