import { participantChanged, Participants } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import type { Id } from '@app/kernel';
import { publish, send, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { keepSnapshot } from './assignment/snapshot.store.js';
import type {
  AppointMediatorInput,
  AssignCommitteeInput,
  ChooseMediatorInput,
  ConfirmMediatorInput,
} from './domain/assignment/inputs.js';
import type { CitizenClock } from './domain/facts.js';
import type { ReferInput } from './domain/intake/inputs.js';
import { callsOffSessions } from './domain/sittings/called-off.js';
import { AGREEMENT_EFFECTS } from './effects/agreement.js';
import { CONSENT_EFFECTS } from './effects/consent.js';
import { COURSE_EFFECTS, noteExtension } from './effects/course.js';
import { PERFORMANCE_EFFECTS } from './effects/performance.js';
import { PROPOSAL_EFFECTS } from './effects/proposals.js';
import { grantRecusal, RECUSAL_EFFECTS } from './effects/recusal.js';
import type { Context, EffectTable } from './effects/rows.js';
import { callOffPlanned, SITTING_EFFECTS } from './effects/sittings.js';

/** What each step writes into the mediation's own tables, by the step's name. */
@Injectable()
export class MediationEffects {
  private readonly effects: EffectTable = {
    refer: (tx, c) => this.refer(tx, c),
    reject: (tx, c) => ending(tx, c),
    'return-unconsented': (tx, c) => ending(tx, c),
    terminate: (tx, c) => ending(tx, c),
    return: (tx, c) => ending(tx, c),
    ...CONSENT_EFFECTS,
    ...SITTING_EFFECTS,
    ...PROPOSAL_EFFECTS,
    ...COURSE_EFFECTS,
    ...RECUSAL_EFFECTS,
    accept: acknowledge,
    'assign-committee': (tx, c) => this.assignCommittee(tx, c),
    'reassign-committee': (tx, c) => this.reassignCommittee(tx, c),
    'choose-mediator': (tx, c) => this.assignMediators(tx, c, 'CHOSEN'),
    'appoint-mediator': (tx, c: Context<AppointMediatorInput>) => this.assignMediators(tx, c, c.input.basis),
    'confirm-mediator': confirmMediator,
    'replace-mediator': (tx, c) => this.replaceMediators(tx, c),
    'release-mediator': (tx, c) => this.releaseMediators(tx, c),
    extend: (tx, c) => {
      acknowledge(tx, c);
      noteExtension(tx, c);
    },
    ...AGREEMENT_EFFECTS,
    ...PERFORMANCE_EFFECTS,
    close: (tx, c) => ending(tx, c),
  };

  constructor(
    private readonly participants: Participants,
    private readonly clocks: ClocksService,
  ) {}

  async apply(tx: Tx, context: Context): Promise<void> {
    const { transition, facts, to } = context;
    await this.effects[transition.name]?.(tx, context as Context<never>, this.clocks);
    keepSnapshot(tx, context);
    if (callsOffSessions(transition.name, facts.state, to)) callOffPlanned(tx, facts, transition.label);
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
    await this.releaseMediators(tx, context);
    this.assignCommittee(tx, context);
  }

  /** Not replaced for cause: they may come back. */
  private async releaseMediators(tx: Tx, context: Context<{ reason: string }>): Promise<void> {
    const { facts, input } = context;
    await this.endMediators(tx, context, input.reason);
    send(tx, 'DELETE FROM mediation.assigned_mediator WHERE case_id = $1 AND person_id = ANY ($2::uuid[])', [
      facts.caseId,
      facts.mediatorIds,
    ]);
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
    grantRecusal(tx, context);
    const { input, facts } = context;
    const staying = facts.mediatorIds.filter((id) => input.mediatorIds.includes(id));
    await this.endMediators(tx, context, input.reason, staying);
    const arriving = input.mediatorIds.filter((id) => !staying.includes(id));
    this.assignMediators(tx, { ...context, input: { ...input, mediatorIds: arriving } }, 'REPLACEMENT');
    send(
      tx,
      'UPDATE mediation.assigned_mediator SET presiding = person_id = $2 WHERE case_id = $1 AND ended_on IS NULL',
      [facts.caseId, input.presidingId ?? input.mediatorIds[0]],
    );
    const recused = facts.pendingRecusal?.mediatorId;
    // Whoever had a ground sees nothing of the dispute any more, not through his committee either.
    if (recused !== undefined) this.participants.exclude(tx, facts.disputeId, recused, context.today, '调解员回避');
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

/** Keeps how the mediation ended, step by step; who is reminded of the citizen's own periods is asked anew. */
function ending(tx: Tx, { facts, input, transition }: Context): void {
  send(
    tx,
    `UPDATE mediation.mediation SET ending = coalesce(ending, '{}') || jsonb_build_object($2::text, $3::jsonb) WHERE case_id = $1`,
    [facts.caseId, transition.name, JSON.stringify(input)],
  );
  publish(tx, participantChanged, { disputeId: facts.disputeId, caseId: facts.caseId });
}
