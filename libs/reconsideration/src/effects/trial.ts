import { setHandler, suspendedForMediation } from '@app/cases';
import { publish, send, type Tx } from '@app/platform';
import { servedOn, type ServiceRecord } from '@app/service-of-process';
import { respondentOf } from '../domain/facts.js';
import { countedFrom } from '../domain/trial/standstill.js';
import { isReplyLate } from '../domain/trial/guards.js';
import type {
  OpenTrialInput,
  ReceiveReplyInput,
  RecordOpinionInput,
  SendCopyInput,
  SuspendInput,
} from '../domain/trial/inputs.js';
import { set, type Context, type EffectServices, type EffectTable } from './rows.js';
import { plan, serve } from './services.js';

function openTrial(tx: Tx, context: Context<OpenTrialInput>, { participants }: EffectServices): void {
  const { facts, input, today } = context;
  const here = { disputeId: facts.disputeId, caseId: facts.caseId, since: today };
  set(tx, context, { track: input.track, simplified_ground: input.simplifiedGround ?? null });
  setHandler(tx, facts.caseId, input.handlerId);
  participants.add(tx, [
    { ...here, role: 'case_handler', personId: input.handlerId },
    ...input.memberIds.map((personId) => ({ ...here, role: 'panel_member' as const, personId })),
  ]);
}

async function sendCopy(tx: Tx, context: Context<SendCopyInput>, services: EffectServices): Promise<void> {
  set(tx, context, { copy_sent_on: context.input.sentOn });
  await plan(tx, context, services, 'COPY', respondentOf(context.facts));
}

async function recordCopyReceipt(tx: Tx, context: Context<ServiceRecord>, services: EffectServices): Promise<void> {
  set(tx, context, { copy_received_on: servedOn(context.input) });
  await serve(tx, context, services, 'COPY', respondentOf(context.facts)!);
}

function receiveReply(tx: Tx, context: Context<ReceiveReplyInput>): void {
  const late = isReplyLate(context.facts, context.input);
  set(tx, context, {
    reply_received_on: context.input.receivedOn,
    reply_late: late,
    // A reply that came in time but was recorded after the timer lifts the default.
    evidence_default: late,
  });
}

function recordOpinion(tx: Tx, { facts, input }: Context<RecordOpinionInput>): void {
  send(
    tx,
    `INSERT INTO reconsideration.hearing_of_views (case_id, party_id, method, heard_on, impossible_reason, willing_to_mediate)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (case_id, party_id) DO UPDATE SET method = excluded.method, heard_on = excluded.heard_on,
       impossible_reason = excluded.impossible_reason, willing_to_mediate = excluded.willing_to_mediate`,
    [
      facts.caseId,
      input.partyId,
      input.method ?? null,
      input.heardOn ?? null,
      input.impossibleReason ?? null,
      input.willingToMediate ?? null,
    ],
  );
}

function suspend(tx: Tx, context: Context<SuspendInput>): void {
  const { facts, input, today } = context;
  set(tx, context, { suspension_ground: input.ground, suspended_on: today });
  if (input.ground === 'S6') publish(tx, suspendedForMediation, { caseId: facts.caseId, disputeId: facts.disputeId });
}

/** RC-11 to RC-25. */
export const TRIAL_EFFECTS: EffectTable = {
  'open-trial': openTrial,
  'send-copy': sendCopy,
  'record-copy-receipt': recordCopyReceipt,
  'receive-reply': receiveReply,
  'default-reply': (tx, c) => set(tx, c, { evidence_default: true }),
  'record-opinion': recordOpinion,
  extend: (tx, c) => set(tx, c, { extended: true }),
  suspend,
  resume: (tx, c) =>
    set(tx, c, { suspension_ground: null, suspended_on: null, still_until: countedFrom(c.facts, c.today) }),
};
