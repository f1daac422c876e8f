import type { Tx } from '@app/platform';
import type * as inputs from '../domain/trial/norms/inputs.js';
import { insertRow, set, updateRow, type Context, type EffectTable } from './rows.js';

function suspendForReview(tx: Tx, context: Context<inputs.SuspendForReviewInput>): void {
  const { appliedOn, ...review } = context.input;
  set(tx, context, { suspension_ground: 'S9', suspended_on: context.today });
  insertRow(tx, 'norm_review', context, {
    kind: review.kind,
    title: review.title,
    clause: review.clause,
    maker: review.maker,
    basis: review.basis,
    applied_on: appliedOn ?? null,
    competent: review.competent,
    reason: review.reason,
    suspended_on: context.today,
  });
}

/** Changes the review that is going on. */
function update(tx: Tx, context: Context, values: Record<string, unknown>): void {
  updateRow(tx, 'norm_review', context, context.facts.normReview!.id, values);
}

function send(tx: Tx, context: Context<inputs.SendNormInput>): void {
  const { sentOn, recipient } = context.input;
  update(tx, context, { sent_on: sentOn, recipient: recipient ?? null });
}

function conclude(tx: Tx, context: Context<inputs.ConcludeNormReviewInput>): void {
  const { outcome, fault, reason } = context.input;
  update(tx, context, { outcome, fault: fault ?? null, conclusion: reason, concluded_on: context.today });
}

/** RC-21 on the ninth ground. */
export const NORM_EFFECTS: EffectTable = {
  'suspend-for-review': suspendForReview,
  'send-norm': send,
  'record-norm-receipt': (tx, c: Context<inputs.RecordNormReceiptInput>) =>
    update(tx, c, { received_on: c.input.receivedOn }),
  'receive-norm-answer': (tx, c: Context<inputs.ReceiveNormAnswerInput>) =>
    update(tx, c, { answered_on: c.input.answeredOn, answer: c.input.answer }),
  'conclude-norm-review': conclude,
};
