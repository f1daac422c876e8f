import { send, type Tx } from '@app/platform';
import type * as inputs from '../domain/trial/course/inputs.js';
import { countedFrom } from '../domain/trial/standstill.js';
import { insertRow, set, updateRow, type Context, type EffectServices, type EffectTable } from './rows.js';

function stay(tx: Tx, context: Context<inputs.StayExecutionInput>): void {
  const { ground, partyId, reason } = context.input;
  insertRow(tx, 'stay', context, { ground, party_id: partyId ?? null, reason, decided_on: context.today });
}

function liftStay(tx: Tx, context: Context<inputs.LiftStayInput>): void {
  const { facts, input, today } = context;
  updateRow(tx, 'stay', context, facts.stay!.id, { lifted_on: today, lift_reason: input.reason });
}

function convert(tx: Tx, context: Context<inputs.ConvertToOrdinaryInput>, { participants }: EffectServices): void {
  const { facts, input, today } = context;
  set(tx, context, { track: 'ORDINARY', simplified_ground: null });
  const here = { disputeId: facts.disputeId, caseId: facts.caseId, since: today, role: 'panel_member' as const };
  participants.add(
    tx,
    input.memberIds.map((personId) => ({ ...here, personId })),
  );
}

function requestUplift(tx: Tx, context: Context<inputs.RequestUpliftInput>): void {
  const { ground, reason } = context.input;
  insertRow(tx, 'uplift', context, { outcome: 'PENDING', ground, reason, requested_on: context.today });
}

function declineUplift(tx: Tx, context: Context<inputs.DeclineUpliftInput>): void {
  const { answeredOn, documentNo } = context.input;
  const answer = { outcome: 'DECLINED', answered_on: answeredOn, document_no: documentNo };
  updateRow(tx, 'uplift', context, context.facts.uplift!.id, answer);
  set(tx, context, { still_until: countedFrom(context.facts, answeredOn) });
}

/** The superior's notice answers our request, or comes of its own accord. */
function transferUp(tx: Tx, context: Context<inputs.TransferUpInput>): void {
  const { ground, superior, documentNo, receivedOn } = context.input;
  const taken = { outcome: 'TAKEN', ground, superior, document_no: documentNo, answered_on: receivedOn };
  const { uplift } = context.facts;
  if (uplift) updateRow(tx, 'uplift', context, uplift.id, taken);
  else insertRow(tx, 'uplift', context, taken);
  set(tx, context, NOT_SUSPENDED);
}

function sendFilesUp(tx: Tx, { facts, input }: Context<inputs.SendFilesUpInput>): void {
  send(tx, `UPDATE reconsideration.uplift SET files_sent_on = $2 WHERE case_id = $1 AND outcome = 'TAKEN'`, [
    facts.caseId,
    input.sentOn,
  ]);
}

const NOT_SUSPENDED = { suspension_ground: null, suspended_on: null };

function order(tx: Tx, context: Context<inputs.SuperiorOrderInput>): void {
  const { superior, documentNo, receivedOn } = context.input;
  insertRow(tx, 'superior_order', context, {
    step: context.transition.name,
    superior,
    document_no: documentNo,
    received_on: receivedOn,
  });
}

/** The dismissal is set aside. */
function orderTrial(tx: Tx, context: Context<inputs.SuperiorOrderInput>): void {
  order(tx, context);
  set(tx, context, { decided_on: null });
  send(tx, 'UPDATE reconsideration.ending SET revoked_on = $2 WHERE case_id = $1 AND revoked_on IS NULL', [
    context.facts.caseId,
    context.today,
  ]);
}

function orderResumption(tx: Tx, context: Context<inputs.SuperiorOrderInput>): void {
  order(tx, context);
  set(tx, context, { ...NOT_SUSPENDED, still_until: countedFrom(context.facts, context.today) });
}

/** RC-18, RC-19, RC-36, RC-37. */
export const COURSE_EFFECTS: EffectTable = {
  'stay-execution': stay,
  'lift-stay': liftStay,
  'convert-to-ordinary': convert,
  'request-uplift': requestUplift,
  'decline-uplift': declineUplift,
  'transfer-up': transferUp,
  'send-files-up': sendFilesUp,
  'order-review': order,
  'order-trial': orderTrial,
  'order-resumption': orderResumption,
};
