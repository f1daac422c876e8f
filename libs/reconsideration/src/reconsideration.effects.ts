import { Participants, setHandler } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { newId, type CalendarDate, type Id } from '@app/kernel';
import { publish, send, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ApproveDecisionInput, RecordServiceInput, SubmitDraftInput } from './domain/decision/inputs.js';
import type {
  AssignReviewerInput,
  NotifyCorrectionInput,
  ReceiveCorrectionInput,
  ReceiveInput,
  ServeRefusalInput,
} from './domain/intake/inputs.js';
import { deemedAcceptedOn } from './domain/intake/steps.js';
import { servedOn, type ServiceRecord } from './domain/service.js';
import { isReplyLate } from './domain/trial/guards.js';
import type {
  OpenTrialInput,
  ReceiveReplyInput,
  RecordOpinionInput,
  SendCopyInput,
  SuspendInput,
} from './domain/trial/inputs.js';
import { AFTERMATH_EFFECTS } from './effects/aftermath.js';
import type { Context, Effect } from './effects/context.js';
import { recordDecision } from './effects/decision-record.js';
import { enforcementEffects } from './effects/enforcement.js';
import { letterEffects } from './effects/letters.js';
import { caseServed } from './reconsideration.events.js';
import { PERFORMANCE_EFFECTS } from './effects/performance.js';

/** What each step writes into the reconsideration's own tables, by the step's name. */
@Injectable()
export class ReconsiderationEffects {
  private readonly effects: Readonly<Record<string, Effect>> = {
    receive,
    'assign-reviewer': (tx, c) => this.assignReviewer(tx, c),
    'notify-correction': notifyCorrection,
    'serve-correction-notice': serveCorrection,
    'receive-correction': receiveCorrection,
    'accept-late-correction': receiveCorrection,
    accept: (tx, c) => accept(tx, c, c.today, false),
    'accept-deemed': (tx, c) => accept(tx, c, deemedAcceptedOn(c.facts, c), true),
    'serve-refusal': serveRefusal,
    'open-trial': (tx, c) => this.openTrial(tx, c),
    'send-copy': sendCopy,
    'record-copy-receipt': recordCopyReceipt,
    'receive-reply': receiveReply,
    'default-reply': (tx, c) => set(tx, c, { evidence_default: true }),
    'record-opinion': recordOpinion,
    extend: (tx, c) => set(tx, c, { extended: true }),
    suspend,
    resume: (tx, c) => set(tx, c, { suspension_ground: null, suspended_on: null }),
    'submit-draft': submitDraft,
    'pass-department-review': (tx, c) => updateDraft(tx, c, `dept_passed = true`),
    'return-draft': (tx, c) => updateDraft(tx, c, `state = 'RETURNED'`),
    'return-approval': (tx, c) => updateDraft(tx, c, `state = 'RETURNED'`),
    'approve-decision': approveDecision,
    'record-service': recordService,
    ...PERFORMANCE_EFFECTS,
    ...AFTERMATH_EFFECTS,
  };

  private readonly after: Readonly<Record<string, Effect>>;

  constructor(
    private readonly participants: Participants,
    directory: DirectoryService,
    clocks: ClocksService,
  ) {
    this.after = { ...letterEffects(directory), ...enforcementEffects(clocks) };
  }

  async apply(tx: Tx, context: Context): Promise<void> {
    const { name } = context.transition;
    await (this.effects[name] ?? this.after[name])?.(tx, context as Context<never>);
    if (name !== 'receive') keepRecord(tx, context);
    if (context.to === 'SERVED' && context.facts.state !== 'SERVED') publish(tx, caseServed, subjectOf(context));
  }

  private assignReviewer(tx: Tx, { facts, input, today }: Context<AssignReviewerInput>): void {
    const { disputeId, caseId } = facts;
    setHandler(tx, caseId, input.reviewerId);
    this.participants.add(tx, [
      { disputeId, caseId, role: 'intake_officer', personId: input.reviewerId, since: today },
    ]);
  }

  private openTrial(tx: Tx, context: Context<OpenTrialInput>): void {
    const { facts, input, today } = context;
    const here = { disputeId: facts.disputeId, caseId: facts.caseId, since: today };
    set(tx, context, { track: input.track, simplified_ground: input.simplifiedGround ?? null });
    setHandler(tx, facts.caseId, input.handlerId);
    this.participants.add(tx, [
      { ...here, role: 'case_handler', personId: input.handlerId },
      ...input.memberIds.map((personId) => ({ ...here, role: 'panel_member' as const, personId })),
    ]);
  }
}

function subjectOf({ facts: { caseId, disputeId } }: Context): { caseId: Id; disputeId: Id } {
  return { caseId, disputeId };
}

function receive(tx: Tx, { facts, input }: Context<ReceiveInput>): void {
  send(
    tx,
    `INSERT INTO reconsideration.application (case_id, method, received_on, filed_on, election_signed, prior_ground)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      facts.caseId,
      input.method,
      input.receivedOn,
      input.postmarkedOn ?? input.handedToOrganOn ?? input.receivedOn,
      input.electionSigned ?? false,
      input.priorGround ?? null,
    ],
  );
}

function notifyCorrection(tx: Tx, { facts, input, today }: Context<NotifyCorrectionInput>): void {
  send(
    tx,
    'INSERT INTO reconsideration.correction_notice (id, case_id, kind, items, sent_on) VALUES ($1, $2, $3, $4, $5)',
    [newId(), facts.caseId, input.kind, input.items, today],
  );
}

function serveCorrection(tx: Tx, { facts, input }: Context<ServiceRecord>): void {
  const applicant = facts.parties.find((p) => p.side === 'APPLICANT')!;
  send(
    tx,
    `WITH notice AS (
       UPDATE reconsideration.correction_notice SET served_on = $2 WHERE case_id = $1 AND served_on IS NULL RETURNING id)
     INSERT INTO reconsideration.service (id, case_id, document, subject_id, recipient_id, served_on, record)
     SELECT $3, $1, 'CORRECTION_NOTICE', notice.id, $4, $2, $5 FROM notice`,
    [facts.caseId, servedOn(input), newId(), applicant.partyId, JSON.stringify(input)],
  );
}

/** An election of representatives that came with the correction counts; one that was there before stays. */
function receiveCorrection(tx: Tx, context: Context<ReceiveCorrectionInput>): void {
  if (context.input.electionSigned) set(tx, context, { election_signed: true });
}

function accept(tx: Tx, context: Context, on: CalendarDate, deemed: boolean): void {
  set(tx, context, { accepted_on: on, deemed });
}

function serveRefusal(tx: Tx, { facts, input }: Context<ServeRefusalInput>): void {
  insertService(tx, facts.caseId, 'REFUSAL', input.recipientId, input);
}

function sendCopy(tx: Tx, context: Context<SendCopyInput>): void {
  set(tx, context, { copy_sent_on: context.input.sentOn });
}

function recordCopyReceipt(tx: Tx, context: Context<ServiceRecord>): void {
  const respondent = context.facts.parties.find((p) => p.side === 'RESPONDENT')!;
  set(tx, context, { copy_received_on: servedOn(context.input) });
  insertService(tx, context.facts.caseId, 'COPY', respondent.partyId, context.input);
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
  set(tx, context, { suspension_ground: context.input.ground, suspended_on: context.today });
}

function submitDraft(tx: Tx, { facts, input, actor }: Context<SubmitDraftInput>): void {
  send(
    tx,
    `INSERT INTO reconsideration.draft (id, case_id, state, kind, ground, drafter_id, content)
     VALUES ($1, $2, 'SUBMITTED', $3, $4, $5, $6)`,
    [newId(), facts.caseId, input.kind, input.ground, actor.personId, JSON.stringify(input)],
  );
}

function approveDecision(tx: Tx, context: Context<ApproveDecisionInput>): void {
  set(tx, context, { decided_on: context.today });
  updateDraft(tx, context, `state = 'DECIDED'`);
  recordDecision(tx, context);
}

function recordService(tx: Tx, { facts, input }: Context<RecordServiceInput>): void {
  insertService(tx, facts.caseId, 'DECISION', input.recipientId, input);
}

function insertService(tx: Tx, caseId: Id, document: string, recipientId: Id, record: ServiceRecord): void {
  send(
    tx,
    `INSERT INTO reconsideration.service (id, case_id, document, subject_id, recipient_id, served_on, record)
     VALUES ($1, $2, $3, $2, $4, $5, $6)`,
    [newId(), caseId, document, recipientId, servedOn(record), JSON.stringify(record)],
  );
}

/** The present draft is the last one submitted. */
function updateDraft(tx: Tx, { facts }: Context, change: string): void {
  send(tx, `UPDATE reconsideration.draft SET ${change} WHERE case_id = $1 AND state = 'SUBMITTED'`, [facts.caseId]);
}

function set(tx: Tx, { facts }: Context, values: Record<string, unknown>): void {
  const columns = Object.keys(values);
  const list = columns.map((column, i) => `${column} = $${i + 2}`).join(', ');
  send(tx, `UPDATE reconsideration.application SET ${list} WHERE case_id = $1`, [
    facts.caseId,
    ...Object.values(values),
  ]);
}

/** Keeps what the step recorded in words. */
function keepRecord(tx: Tx, { facts, input, transition, today }: Context): void {
  if (Object.keys(input).length === 0) return;
  send(
    tx,
    `UPDATE reconsideration.application SET records = records || jsonb_build_object($2::text, $3::jsonb) WHERE case_id = $1`,
    [facts.caseId, transition.name, JSON.stringify({ ...input, recordedOn: today })],
  );
}
