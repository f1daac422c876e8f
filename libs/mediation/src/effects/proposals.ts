import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type {
  ConfirmFactInput,
  PutProposalInput,
  RecordFactInput,
  RecordProposalInput,
  SubmitOfferInput,
} from '../domain/proposals/inputs.js';
import { sideOfRole, type Context, type EffectTable } from './rows.js';

function recordProposal(tx: Tx, context: Context<RecordProposalInput>): void {
  const { by, visibleTo } = context.input;
  insert(tx, context, by, visibleTo);
}

/** A party's own offer is known to its side and the mediators, until it is put to the others. */
function submitOffer(tx: Tx, context: Context<SubmitOfferInput>): void {
  insert(tx, context, sideOfRole(context.role)!, 'OWN_SIDE');
}

function insert(tx: Tx, { facts, input, today }: Context<SubmitOfferInput>, by: string, visibleTo: string): void {
  send(
    tx,
    `INSERT INTO mediation.proposal (id, case_id, by_side, visible_to, offer, amount_fen, made_on, put_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[newId(), facts.caseId, by, visibleTo, input.text, input.amountFen ?? null, today],
      visibleTo === 'BOTH' ? today : null,
    ],
  );
}

function putProposal(tx: Tx, { facts, input, today }: Context<PutProposalInput>): void {
  send(tx, `UPDATE mediation.proposal SET visible_to = 'BOTH', put_on = $3 WHERE id = $1 AND case_id = $2`, [
    input.proposalId,
    facts.caseId,
    today,
  ]);
}

function recordFact(tx: Tx, { facts, input, today }: Context<RecordFactInput>): void {
  send(tx, 'INSERT INTO mediation.undisputed_fact (id, case_id, fact, recorded_on) VALUES ($1, $2, $3, $4)', [
    newId(),
    facts.caseId,
    input.text,
    today,
  ]);
}

function confirmFact(tx: Tx, { input }: Context<ConfirmFactInput>): void {
  send(
    tx,
    `INSERT INTO mediation.fact_confirmation (fact_id, party_id, confirmed_on, may_pass_on) VALUES ($1, $2, $3, $4)
     ON CONFLICT (fact_id, party_id) DO UPDATE
     SET confirmed_on = excluded.confirmed_on, may_pass_on = excluded.may_pass_on`,
    [input.factId, input.partyId, input.on, input.mayPassOn],
  );
}

/** MD-07: what is offered, and what nobody disputes. */
export const PROPOSAL_EFFECTS: EffectTable = {
  'record-proposal': recordProposal,
  'submit-offer': submitOffer,
  'put-proposal': putProposal,
  'record-undisputed-fact': recordFact,
  'confirm-undisputed-fact': confirmFact,
};
