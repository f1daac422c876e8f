import type { CaseFacts } from '@app/cases';
import { disputeFacts } from '@app/cases';
import { CalendarStore, ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { Clock, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import {
  CITIZEN_CLOCK_RULES,
  type CommitteeFact,
  type MediationFacts,
  type MediatorFact,
  type PartyFact,
  type RecusalFact,
  type Side,
} from './domain/facts.js';
import { agreementFacts } from './facts/agreement.facts.js';
import { termVariant } from './domain/time-limits.js';
import { Rankings, type Named } from './assignment/rankings.js';
import { sittingFacts } from './facts/sittings.facts.js';

interface OwnRow {
  stage: MediationFacts['stage'];
  courtProcedure: MediationFacts['courtProcedure'];
  major: boolean;
  committeeId: Id | null;
  acknowledgedClocks: MediationFacts['acknowledgedClocks'];
  pauseReason: NonNullable<MediationFacts['pause']>['reason'] | null;
  pausedFrom: CalendarDate | null;
}

interface MediatorRow {
  personId: Id;
  confirmedOn: CalendarDate | null;
  endedOn: CalendarDate | null;
  basis: string;
}

interface ConsentRow {
  partyId: Id;
  askedOn: CalendarDate | null;
  answer: 'AGREED' | 'REFUSED' | null;
  chosenIds: Id[] | null;
}

/** Reads what the guards of a mediation look at. */
@Injectable()
export class MediationFactsLoader {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clocks: ClocksService,
    private readonly calendars: CalendarStore,
    private readonly rankings: Rankings,
    private readonly clock: Clock,
  ) {}

  /** `input` is that of the step: of committees and mediators it reads those named there. */
  async load(tx: Tx, base: CaseFacts, input: Named): Promise<MediationFacts> {
    const today = this.clock.today();
    const [[own], consents, mediators, [recusal], sittings, dispute, clocks, committees, roster] = await Promise.all([
      sql<OwnRow>(tx, OWN, [base.caseId]),
      sql<ConsentRow>(tx, CONSENTS, [base.caseId]),
      sql<MediatorRow>(tx, MEDIATORS, [base.caseId]),
      sql<RecusalFact>(tx, PENDING_RECUSAL, [base.caseId]),
      sittingFacts(tx, base.caseId, today),
      disputeFacts(tx, base.disputeId),
      this.clocks.ofScopes([base.disputeId], tx),
      this.committeesNamed(tx, input, today),
      this.rosterNamed(tx, input, today),
    ]);
    const stage = own?.stage ?? 'DEPARTMENT';
    const courtProcedure = own?.courtProcedure ?? null;
    const { calendar } = this.calendars.known();
    const present = mediators.filter((m) => m.endedOn === null);
    const reconsiderations = dispute.cases.filter((c) => c.procedure === 'reconsideration');
    const facts = {
      ...base,
      ...(await agreementFacts(tx, base.caseId, dispute)),
      stage,
      courtProcedure,
      administrative: dispute.respondentOrganId !== null,
      major: own?.major ?? false,
      respondentOrganIds: dispute.respondentOrganId === null ? [] : [dispute.respondentOrganId],
      parties: parties(dispute, consents),
      otherMediationOpen: dispute.cases.some((c) => c.procedure === 'mediation' && c.open && c.id !== base.caseId),
      reconsiderationOpen: reconsiderations.some((c) => c.open),
      reconsiderationOfficerIds: dispute.participants
        .filter((p) => p.personId !== null && (p.role === 'case_handler' || p.role === 'panel_member'))
        .filter((p) => reconsiderations.some((c) => c.id === p.caseId))
        .map((p) => p.personId!),
      citizenClocks: clocks
        .filter((c) => c.state === 'RUNNING' && (CITIZEN_CLOCK_RULES as readonly string[]).includes(c.rule))
        .map((c) => ({ rule: c.rule, dueOn: c.dueOn })),
      acknowledgedClocks: own?.acknowledgedClocks ?? [],
      termEndIfStartedToday: this.clocks.dueIfStarted('MD_TERM', today, termVariant({ stage, courtProcedure })),
      committees,
      committeeId: own?.committeeId ?? null,
      roster,
      mediatorIds: present.map((m) => m.personId),
      unconfirmedMediatorIds: present.filter((m) => m.confirmedOn === null).map((m) => m.personId),
      replacedMediatorIds: [
        ...mediators.filter((m) => m.endedOn !== null).map((m) => m.personId),
        ...dispute.excludedIds,
      ],
      mediatorsAppointed: present.some((m) => m.basis !== 'CHOSEN'),
      pendingRecusal: recusal ?? null,
      ...sittings,
      isDayOff: (day: CalendarDate) => !calendar.isWorkday(day),
      pause: own?.pauseReason ? { reason: own.pauseReason, from: own.pausedFrom! } : null,
    };
    const [ranking, conflictedIds] = await Promise.all([
      this.rankings.ofInput(tx, facts, input, today),
      this.rankings.conflictedAmong(tx, facts, facts.unconfirmedMediatorIds, today),
    ]);
    return { ...facts, ranking, conflictedIds };
  }

  private async committeesNamed(tx: Tx, { committeeId }: Named, today: CalendarDate): Promise<CommitteeFact[]> {
    if (committeeId === undefined) return [];
    const committees = await this.directory.committees(today, tx, [committeeId]);
    return committees.map((c) => ({ committeeId: c.id, organId: c.parentId ?? c.id, active: true }));
  }

  private async rosterNamed(tx: Tx, { mediatorIds }: Named, today: CalendarDate): Promise<MediatorFact[]> {
    if (mediatorIds === undefined) return [];
    const roster = await this.directory.roster(today, tx, mediatorIds);
    return roster.map((m) => ({ personId: m.personId, committeeId: m.committeeId, active: true }));
  }
}

/**
 * Every applicant and third party, and the respondent organ under its own id. In a civil dispute there is no organ: whoever is
 * registered beside the applicant is the other side. Agents are no parties.
 */
function parties(
  dispute: { parties: { id: Id; role: string }[]; respondentOrganId: Id | null },
  consents: ConsentRow[],
): PartyFact[] {
  const sides: { partyId: Id; side: Side }[] = dispute.parties
    .filter((p) => p.role !== 'AGENT')
    .map((p) => ({ partyId: p.id, side: sideOf(p.role as Side, dispute.respondentOrganId) }));
  if (dispute.respondentOrganId) sides.push({ partyId: dispute.respondentOrganId, side: 'RESPONDENT' });
  return sides.map((s) => {
    const consent = consents.find((c) => c.partyId === s.partyId);
    const { askedOn = null, answer = null, chosenIds = null } = consent ?? {};
    return { ...s, askedOn, consent: answer, ...(chosenIds === null ? {} : { chosenIds }) };
  });
}

function sideOf(role: Side, respondentOrganId: Id | null): Side {
  return role === 'THIRD_PARTY' && respondentOrganId === null ? 'RESPONDENT' : role;
}

const OWN = `SELECT stage, court_procedure AS "courtProcedure", major, committee_id AS "committeeId",
  acknowledged_clocks AS "acknowledgedClocks", pause_reason AS "pauseReason", paused_from AS "pausedFrom"
  FROM mediation.mediation WHERE case_id = $1`;
const CONSENTS = `SELECT party_id AS "partyId", asked_on AS "askedOn", answer, chosen_ids AS "chosenIds" FROM mediation.party_consent WHERE case_id = $1`;
const MEDIATORS = `SELECT person_id AS "personId", confirmed_on AS "confirmedOn", ended_on AS "endedOn", basis
  FROM mediation.assigned_mediator WHERE case_id = $1`;
const PENDING_RECUSAL = `SELECT mediator_id AS "mediatorId", raised_by AS "raisedBy", ground
  FROM mediation.recusal WHERE case_id = $1 AND state = 'PENDING'`;
