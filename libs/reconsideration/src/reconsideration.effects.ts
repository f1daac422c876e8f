import { Participants, setHandler, type EffectContext } from '@app/cases';
import { newId, type CalendarDate, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import { servedOn, ServiceRegister, type PaperTag, type ServiceRecord } from '@app/service-of-process';
import { Injectable } from '@nestjs/common';
import type { ApproveDecisionInput, RecordServiceInput, SubmitDraftInput } from './domain/decision/inputs.js';
import { firstApplicantOf, partiesOf, respondentOf, type ReconsiderationFacts } from './domain/facts.js';
import type {
  AssignReviewerInput,
  NotifyCorrectionInput,
  ReceiveCorrectionInput,
  ReceiveInput,
  ServeRefusalInput,
} from './domain/intake/inputs.js';
import { deemedAcceptedOn } from './domain/intake/steps.js';
import { isReplyLate } from './domain/trial/guards.js';
import type {
  OpenTrialInput,
  ReceiveReplyInput,
  RecordOpinionInput,
  SendCopyInput,
  SuspendInput,
} from './domain/trial/inputs.js';

type Context<I extends object = object> = EffectContext<ReconsiderationFacts, I>;
type Effect = (tx: Tx, context: Context<never>) => void | Promise<void>;

/** What each step writes into the reconsideration's own tables, by the step's name. */
@Injectable()
export class ReconsiderationEffects {
  private readonly effects: Readonly<Record<string, Effect>> = {
    receive,
    'assign-reviewer': (tx, c) => this.assignReviewer(tx, c),
    'notify-correction': (tx, c) => this.notifyCorrection(tx, c),
    'serve-correction-notice': (tx, c) => this.serveCorrection(tx, c),
    'receive-correction': receiveCorrection,
    'accept-late-correction': receiveCorrection,
    accept: (tx, c) => accept(tx, c, c.today, false),
    'accept-deemed': (tx, c) => accept(tx, c, deemedAcceptedOn(c.facts, c), true),
    refuse: (tx, c) => this.plan(tx, c, 'REFUSAL', idsOf(partiesOf(c.facts, 'APPLICANT'))),
    'serve-refusal': (tx, c) => this.serveRefusal(tx, c),
    'open-trial': (tx, c) => this.openTrial(tx, c),
    'send-copy': (tx, c) => this.sendCopy(tx, c),
    'record-copy-receipt': (tx, c) => this.recordCopyReceipt(tx, c),
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
    'approve-decision': (tx, c) => this.approveDecision(tx, c),
    'record-service': (tx, c) => this.recordService(tx, c),
  };

  constructor(
    private readonly participants: Participants,
    private readonly register: ServiceRegister,
  ) {}

  async apply(tx: Tx, context: Context): Promise<void> {
    await this.effects[context.transition.name]?.(tx, context as Context<never>);
    if (context.transition.name !== 'receive') keepRecord(tx, context);
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

  private async notifyCorrection(tx: Tx, context: Context<NotifyCorrectionInput>): Promise<void> {
    const { facts, input, today } = context;
    const id = newId();
    send(
      tx,
      'INSERT INTO reconsideration.correction_notice (id, case_id, kind, items, sent_on) VALUES ($1, $2, $3, $4, $5)',
      [id, facts.caseId, input.kind, input.items, today],
    );
    await this.plan(tx, context, 'CORRECTION_NOTICE', firstApplicantOf(facts), id);
  }

  private async serveCorrection(tx: Tx, context: Context<ServiceRecord>): Promise<void> {
    const [notice] = await sql<{ id: Id }>(
      tx,
      `UPDATE reconsideration.correction_notice SET served_on = $2 WHERE case_id = $1 AND served_on IS NULL RETURNING id`,
      [context.facts.caseId, servedOn(context.input)],
    );
    await this.serve(tx, context, 'CORRECTION_NOTICE', firstApplicantOf(context.facts)!, notice!.id);
  }

  private serveRefusal(tx: Tx, context: Context<ServeRefusalInput>): Promise<void> {
    return this.serve(tx, context, 'REFUSAL', context.input.recipientId);
  }

  private async sendCopy(tx: Tx, context: Context<SendCopyInput>): Promise<void> {
    set(tx, context, { copy_sent_on: context.input.sentOn });
    await this.plan(tx, context, 'COPY', respondentOf(context.facts));
  }

  private async recordCopyReceipt(tx: Tx, context: Context<ServiceRecord>): Promise<void> {
    set(tx, context, { copy_received_on: servedOn(context.input) });
    await this.serve(tx, context, 'COPY', respondentOf(context.facts)!);
  }

  private async approveDecision(tx: Tx, context: Context<ApproveDecisionInput>): Promise<void> {
    set(tx, context, { decided_on: context.today });
    updateDraft(tx, context, `state = 'DECIDED'`);
    await this.plan(tx, context, 'DECISION', idsOf(context.facts.parties));
  }

  private recordService(tx: Tx, context: Context<RecordServiceInput>): Promise<void> {
    return this.serve(tx, context, 'DECISION', context.input.recipientId);
  }

  /** Enters a paper of the case into the register of service. */
  private async plan(
    tx: Tx,
    { actor, facts }: Context,
    paper: PaperTag,
    to: Id | readonly Id[] | undefined,
    paperId?: Id,
  ): Promise<void> {
    const { caseId, disputeId } = facts;
    const which = paperId === undefined ? {} : { paperId };
    const recipientIds = to === undefined ? [] : [to].flat();
    await this.register.plan(tx, actor, { caseId, disputeId, paper, recipientIds, ...which });
  }

  private serve(
    tx: Tx,
    { actor, facts, input }: Context<ServiceRecord>,
    paper: PaperTag,
    recipientId: Id,
    paperId?: Id,
  ): Promise<void> {
    const { caseId, disputeId } = facts;
    const which = paperId === undefined ? {} : { paperId };
    return this.register.serve(tx, actor, { caseId, disputeId, paper, recipientId, record: input, ...which });
  }
}

function idsOf(parties: readonly { partyId: Id }[]): Id[] {
  return parties.map(({ partyId }) => partyId);
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

/** An election of representatives that came with the correction counts; one that was there before stays. */
function receiveCorrection(tx: Tx, context: Context<ReceiveCorrectionInput>): void {
  if (context.input.electionSigned) set(tx, context, { election_signed: true });
}

function accept(tx: Tx, context: Context, on: CalendarDate, deemed: boolean): void {
  set(tx, context, { accepted_on: on, deemed });
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
