import { Procedures, type CaseFacts, type DetailContext, type EffectContext, type ProcedureRuntime } from '@app/cases';
import { ClocksService, type ClockRule } from '@app/deadlines';
import { sql, type Tx } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MediationFacts } from './domain/facts.js';
import { MEDIATION } from './domain/lifecycle.js';
import { MEDIATION_CLOCKS } from './domain/time-limits.js';
import { agreementDetail, filingClocks, reconsiderationsOf } from './facts/agreement.detail.js';
import { MediationEffects } from './mediation.effects.js';
import { MediationFactsLoader } from './mediation.facts.js';

/** The mediation centre's procedure at work. */
@Injectable()
export class MediationRuntime implements ProcedureRuntime<MediationFacts>, OnModuleInit {
  readonly procedure = MEDIATION;
  readonly clockRules: readonly ClockRule[] = MEDIATION_CLOCKS;

  constructor(
    private readonly procedures: Procedures,
    private readonly facts: MediationFactsLoader,
    private readonly effects: MediationEffects,
    private readonly clocks: ClocksService,
  ) {}

  onModuleInit(): void {
    this.procedures.register(this);
  }

  loadFacts(tx: Tx, base: CaseFacts): Promise<MediationFacts> {
    return this.facts.load(tx, base);
  }

  effect(tx: Tx, context: EffectContext<MediationFacts>): Promise<void> {
    return this.effects.apply(tx, context);
  }

  /** The mediation wall: sessions, recusals and what parties said are for its mediators and the centre's head alone. */
  async detail(tx: Tx, { caseId, disputeId, roles }: DetailContext): Promise<object> {
    const [own] = await sql(tx, OWN, [caseId]);
    const inside = roles.has('mediator') || roles.has('centre_manager') || roles.has('committee_chair');
    const party = roles.has('dept_liaison') || roles.has('centre_staff');
    const [consents, mediators, sessions, agreement, filing, linked] = await Promise.all([
      sql(tx, CONSENTS, [caseId]),
      sql(tx, MEDIATORS, [caseId]),
      sql(tx, inside ? SESSIONS_WITH_MINUTES : SESSIONS, [caseId]),
      agreementDetail(tx, caseId, inside || party),
      filingClocks(tx, disputeId, this.clocks),
      reconsiderationsOf(tx, disputeId, this.procedures),
    ]);
    return { ...own, consents, mediators, sessions, ...agreement, ...filing, ...linked };
  }
}

const OWN = `SELECT stage, source, received_on AS "receivedOn", letter_number AS "letterNumber",
  court_case_number AS "courtCaseNumber", major, request, committee_id AS "committeeId",
  acknowledged_clocks AS "acknowledgedClocks", pause_reason AS "pauseReason", paused_from AS "pausedFrom", ending
  FROM mediation.mediation WHERE case_id = $1`;
const CONSENTS = `SELECT party_id AS "partyId", asked_on AS "askedOn", answer, form, answered_on AS "answeredOn"
  FROM mediation.party_consent WHERE case_id = $1 ORDER BY party_id`;
const MEDIATORS = `SELECT person_id AS "personId", presiding, basis, assigned_on AS "assignedOn",
  confirmed_on AS "confirmedOn", ended_on AS "endedOn"
  FROM mediation.assigned_mediator WHERE case_id = $1 ORDER BY assigned_on, person_id`;
const SESSIONS = `SELECT id, held_on AS "heldOn", mode, place FROM mediation.session WHERE case_id = $1 ORDER BY held_on, id`;
const SESSIONS_WITH_MINUTES = `SELECT id, held_on AS "heldOn", mode, place, open, minutes, held_by AS "heldBy"
  FROM mediation.session WHERE case_id = $1 ORDER BY held_on, id`;
