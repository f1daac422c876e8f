import { participantChanged, Participants } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { newId, type Id } from '@app/kernel';
import { publish, send, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type {
  AppointMediatorInput,
  AssignCommitteeInput,
  ChooseMediatorInput,
  ConfirmMediatorInput,
  RaiseRecusalInput,
  RejectRecusalInput,
} from './domain/assignment/inputs.js';
import type { CitizenClock } from './domain/facts.js';
import type { AskConsentInput, RecordConsentInput, ReferInput } from './domain/intake/inputs.js';
import type { HoldSessionInput, PauseInput } from './domain/session/inputs.js';
import { AGREEMENT_EFFECTS } from './effects/agreement.js';
import type { Context, EffectTable } from './effects/context.js';
import { PERFORMANCE_EFFECTS } from './effects/performance.js';

/** What each step writes into the mediation's own tables, by the step's name. */
@Injectable()
export class MediationEffects {
  private readonly effects: EffectTable = {
    refer: (tx, c) => this.refer(tx, c),
    reject: (tx, c) => ending(tx, c),
    'return-unconsented': (tx, c) => ending(tx, c),
    terminate: (tx, c) => ending(tx, c),
    return: (tx, c) => ending(tx, c),
    'ask-consent': askConsent,
    'record-consent': recordConsent,
    accept: acknowledge,
    'assign-committee': (tx, c) => this.assignCommittee(tx, c),
    'reassign-committee': (tx, c) => this.reassignCommittee(tx, c),
    'choose-mediator': (tx, c) => this.assignMediators(tx, c, 'CHOSEN'),
    'appoint-mediator': (tx, c: Context<AppointMediatorInput>) => this.assignMediators(tx, c, c.input.basis),
    'confirm-mediator': confirmMediator,
    'raise-recusal': raiseRecusal,
    'reject-recusal': rejectRecusal,
    'replace-mediator': (tx, c) => this.replaceMediators(tx, c),
    'hold-session': holdSession,
    pause,
    resume: (tx, c) => setPause(tx, c, null),
    extend: acknowledge,
    ...AGREEMENT_EFFECTS,
    ...PERFORMANCE_EFFECTS,
    close: (tx, c) => ending(tx, c),
  };

  constructor(
    private readonly participants: Participants,
    private readonly clocks: ClocksService,
  ) {}

  async apply(tx: Tx, context: Context): Promise<void> {
    await this.effects[context.transition.name]?.(tx, context as Context<never>, this.clocks);
  }

  private refer(tx: Tx, { facts, input, today }: Context<ReferInput>): void {
    send(
      tx,
      `INSERT INTO mediation.mediation (case_id, stage, source, received_on, letter_number, court_case_number,
         court_procedure, major, request) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        facts.caseId,
        input.stage,
        input.source,
        input.receivedOn,
        input.letterNumber ?? null,
        input.courtCaseNumber ?? null,
        input.courtProcedure ?? null,
        input.major,
        input.request,
      ],
    );
    const { disputeId, caseId } = facts;
    this.participants.add(
      tx,
      facts.respondentOrganIds.map((organId) => ({ disputeId, caseId, role: 'dept_liaison', organId, since: today })),
    );
  }

  private assignCommittee(tx: Tx, { facts, input, today }: Context<AssignCommitteeInput>): void {
    const { disputeId, caseId } = facts;
    send(tx, 'UPDATE mediation.mediation SET committee_id = $2 WHERE case_id = $1', [caseId, input.committeeId]);
    this.participants.add(tx, [
      { disputeId, caseId, role: 'committee_chair', organId: input.committeeId, since: today },
    ]);
  }

  private async reassignCommittee(tx: Tx, context: Context<AssignCommitteeInput & { reason: string }>): Promise<void> {
    const { facts, input, today } = context;
    const where = { disputeId: facts.disputeId, caseId: facts.caseId };
    await this.participants.end(tx, { ...where, role: 'committee_chair' }, today, input.reason);
    await this.endMediators(tx, context, input.reason);
    // Not replaced for cause: they may come back with their committee.
    send(tx, 'DELETE FROM mediation.assigned_mediator WHERE case_id = $1 AND ended_on = $2', [facts.caseId, today]);
    this.assignCommittee(tx, context);
  }

  private assignMediators(tx: Tx, { facts, input, today }: Context<ChooseMediatorInput>, basis: string): void {
    const presiding = input.presidingId ?? input.mediatorIds[0];
    send(
      tx,
      `INSERT INTO mediation.assigned_mediator (case_id, person_id, presiding, basis, assigned_on)
       SELECT $1, id, id = $3, $4, $5 FROM unnest($2::uuid[]) AS id`,
      [facts.caseId, input.mediatorIds, presiding, basis, today],
    );
    const { disputeId, caseId } = facts;
    this.participants.add(
      tx,
      input.mediatorIds.map((personId) => ({ disputeId, caseId, role: 'mediator', personId, since: today })),
    );
  }

  private async replaceMediators(tx: Tx, context: Context<ChooseMediatorInput & { reason: string }>): Promise<void> {
    send(tx, `UPDATE mediation.recusal SET state = 'GRANTED', decision = $2 WHERE case_id = $1 AND state = 'PENDING'`, [
      context.facts.caseId,
      context.input.reason,
    ]);
    const { input, facts } = context;
    const staying = facts.mediatorIds.filter((id) => input.mediatorIds.includes(id));
    await this.endMediators(tx, context, input.reason, staying);
    const arriving = input.mediatorIds.filter((id) => !staying.includes(id));
    this.assignMediators(tx, { ...context, input: { ...input, mediatorIds: arriving } }, 'REPLACEMENT');
  }

  private async endMediators(tx: Tx, { facts, today }: Context, reason: string, staying: Id[] = []): Promise<void> {
    for (const personId of facts.mediatorIds.filter((id) => !staying.includes(id))) {
      send(tx, 'UPDATE mediation.assigned_mediator SET ended_on = $3 WHERE case_id = $1 AND person_id = $2', [
        facts.caseId,
        personId,
        today,
      ]);
      const where = { disputeId: facts.disputeId, caseId: facts.caseId, role: 'mediator' as const, personId };
      await this.participants.end(tx, where, today, reason);
    }
  }
}

function askConsent(tx: Tx, { facts, input }: Context<AskConsentInput>): void {
  send(
    tx,
    `INSERT INTO mediation.party_consent (case_id, party_id, asked_on, ask_method)
     SELECT $1, id, $3, $4 FROM unnest($2::uuid[]) AS id
     ON CONFLICT (case_id, party_id) DO UPDATE SET asked_on = excluded.asked_on, ask_method = excluded.ask_method`,
    [facts.caseId, input.partyIds, input.askedOn, input.method],
  );
}

function recordConsent(tx: Tx, { facts, input }: Context<RecordConsentInput>): void {
  send(
    tx,
    `INSERT INTO mediation.party_consent (case_id, party_id, answer, form, answered_on) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (case_id, party_id) DO UPDATE
     SET answer = excluded.answer, form = excluded.form, answered_on = excluded.answered_on`,
    [facts.caseId, input.partyId, input.answer, input.form, input.answeredOn],
  );
}

function acknowledge(tx: Tx, { facts, input }: Context<{ acknowledgedClocks?: readonly CitizenClock[] }>): void {
  if (!input.acknowledgedClocks?.length) return;
  send(tx, 'UPDATE mediation.mediation SET acknowledged_clocks = acknowledged_clocks || $2::jsonb WHERE case_id = $1', [
    facts.caseId,
    JSON.stringify(input.acknowledgedClocks),
  ]);
}

function confirmMediator(tx: Tx, context: Context<ConfirmMediatorInput>): void {
  const { facts, actor, today } = context;
  send(tx, 'UPDATE mediation.assigned_mediator SET confirmed_on = $3 WHERE case_id = $1 AND person_id = $2', [
    facts.caseId,
    actor.personId,
    today,
  ]);
  acknowledge(tx, context);
}

function raiseRecusal(tx: Tx, { facts, input }: Context<RaiseRecusalInput>): void {
  send(
    tx,
    `INSERT INTO mediation.recusal (id, case_id, mediator_id, raised_by, ground, explanation, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'PENDING')`,
    [newId(), facts.caseId, input.mediatorId, input.raisedBy, input.ground, input.explanation],
  );
}

function rejectRecusal(tx: Tx, { facts, input }: Context<RejectRecusalInput>): void {
  send(tx, `UPDATE mediation.recusal SET state = 'REJECTED', decision = $2 WHERE case_id = $1 AND state = 'PENDING'`, [
    facts.caseId,
    input.reason,
  ]);
}

function holdSession(tx: Tx, { facts, input, actor }: Context<HoldSessionInput>): void {
  send(
    tx,
    `INSERT INTO mediation.session (id, case_id, held_on, mode, place, open, minutes, held_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), facts.caseId, input.heldOn, input.mode, input.place, input.open, input.minutes, actor.personId],
  );
}

function pause(tx: Tx, context: Context<PauseInput>): void {
  setPause(tx, context, context.input);
}

function setPause(tx: Tx, { facts }: Context, input: PauseInput | null): void {
  send(tx, 'UPDATE mediation.mediation SET pause_reason = $2, paused_from = $3 WHERE case_id = $1', [
    facts.caseId,
    input?.reason ?? null,
    input?.from ?? null,
  ]);
}

/** Keeps how the mediation ended, step by step; who is reminded of the citizen's own periods is asked anew. */
function ending(tx: Tx, { facts, input, transition }: Context): void {
  send(
    tx,
    `UPDATE mediation.mediation SET ending = coalesce(ending, '{}') || jsonb_build_object($2::text, $3::jsonb) WHERE case_id = $1`,
    [facts.caseId, transition.name, JSON.stringify(input)],
  );
  publish(tx, participantChanged, { disputeId: facts.disputeId, caseId: facts.caseId });
}
