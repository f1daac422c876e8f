import { disputeFacts, type CaseFacts, type DisputeFacts } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { addMonths, Clock, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AfterFactsLoader } from './after.facts.js';
import type { DraftFact, PartyFact, ReconsiderationFacts, Side } from './domain/facts.js';
import type { Application } from './store/application.entity.js';

/** Who worked at the respondent in these months is not impartial (公务员法 第76条 [I]; months [L]). */
const FORMER_EMPLOYMENT_MONTHS = 36;

interface NoticeRow {
  id: Id;
  kind: 'MATERIALS' | 'RESPONDENT';
  servedOn: CalendarDate | null;
}

interface DraftRow {
  state: string;
  kind: DraftFact['kind'];
  ground: string;
  drafterId: Id;
  deptPassed: boolean;
  content: { remakeOrdered?: boolean; remakeDays?: number; performDays?: number };
}

interface OpinionRow {
  partyId: Id;
  impossible: boolean;
}

interface ServiceRow {
  recipientId: Id;
  servedOn: CalendarDate;
}

/** Reads what the guards of a reconsideration look at. */
@Injectable()
export class ReconsiderationFactsLoader {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clocks: ClocksService,
    private readonly clock: Clock,
    private readonly aftermath: AfterFactsLoader,
  ) {}

  async load(tx: Tx, base: CaseFacts): Promise<ReconsiderationFacts> {
    const today = this.clock.today();
    const id = [base.caseId];
    const [[own], notices, opinions, [draft], services, [other], dispute, clocks, staff] = await Promise.all([
      sql<Application>(tx, OWN, id),
      sql<NoticeRow>(tx, NOTICES, id),
      sql<OpinionRow>(tx, OPINIONS, id),
      sql<DraftRow>(tx, LAST_DRAFT, id),
      sql<ServiceRow>(tx, SERVICES, id),
      sql<{ accepted: boolean }>(tx, OTHER_ACCEPTED, [base.caseId, base.disputeId]),
      disputeFacts(tx, base.disputeId),
      this.clocks.ofScope(tx, base.disputeId),
      this.directory.postsOf(['intake_officer', 'case_handler', 'panel_member'], today, undefined, tx),
    ]);
    const organs = dispute.respondentOrganId === null ? [] : [dispute.respondentOrganId];
    const conflicted = await this.directory.workedIn(organs, addMonths(today, -FORMER_EMPLOYMENT_MONTHS), tx);
    const [after, admissibility] = await Promise.all([
      this.aftermath.load(tx, base.caseId, dispute.respondentOrganId),
      this.aftermath.admissibility(tx, base.caseId),
    ]);
    const notice = notices.at(-1);
    return {
      ...base,
      ...intake(own),
      ...trial(own),
      parties: parties(dispute, opinions, services),
      amount: dispute.amount === null ? null : Number(dispute.amount),
      applyDueOn: clocks.find((c) => c.rule === 'RC_APPLY')?.dueOn ?? null,
      otherOpen: dispute.cases.some((c) => c.procedure === 'reconsideration' && c.open && c.id !== base.caseId),
      otherAccepted: other?.accepted ?? false,
      staffIds: staff.map((p) => p.personId),
      conflictedIds: conflicted,
      mediatorIds: dispute.participants.filter((p) => p.role === 'mediator' && p.personId).map((p) => p.personId!),
      correctionNotices: notices.map((n) => n.kind),
      correction: notice ? { kind: notice.kind, servedOn: notice.servedOn } : null,
      officerIds: officers(dispute, base.caseId),
      draft: draft && draft.state !== 'RETURNED' ? draftFact(draft) : null,
      deptReviewed: draft?.state === 'SUBMITTED' && draft.deptPassed,
      decidedOn: own?.decidedOn ?? null,
      admissibility,
      after,
    };
  }
}

function intake(own: Application | undefined) {
  return {
    receivedOn: own?.receivedOn ?? null,
    filedOn: own?.filedOn ?? null,
    electionSigned: own?.electionSigned ?? false,
    priorRequired: Boolean(own?.priorGround),
  };
}

function trial(own: Application | undefined) {
  return {
    acceptedOn: own?.acceptedOn ?? null,
    track: own?.track ?? null,
    copySentOn: own?.copySentOn ?? null,
    copyReceivedOn: own?.copyReceivedOn ?? null,
    reply: own?.replyReceivedOn ? { receivedOn: own.replyReceivedOn, late: own.replyLate } : null,
    evidenceDefault: own?.evidenceDefault ?? false,
    // Hearings and consultations have their own steps, which no case of this release can need.
    hearing: { mandatory: false, heldOn: null },
    committee: { mandatory: false, heldOn: null },
    extended: own?.extended ?? false,
    suspension: own?.suspensionGround ? { ground: own.suspensionGround, on: own.suspendedOn! } : null,
  };
}

/** Applicants, third parties, and the respondent organ under its own id. */
function parties(dispute: DisputeFacts, opinions: OpinionRow[], services: ServiceRow[]): PartyFact[] {
  const all: { partyId: Id; side: Side; isRepresentative: boolean }[] = dispute.parties
    .filter((p) => p.role !== 'AGENT')
    .map((p) => ({ partyId: p.id, side: p.role as Side, isRepresentative: p.isRepresentative }));
  if (dispute.respondentOrganId) {
    all.push({ partyId: dispute.respondentOrganId, side: 'RESPONDENT', isRepresentative: false });
  }
  return all.map((p) => {
    const opinion = opinions.find((o) => o.partyId === p.partyId);
    return {
      ...p,
      opinion: opinion ? (opinion.impossible ? 'IMPOSSIBLE' : 'HEARD') : null,
      servedOn: services.find((s) => s.recipientId === p.partyId)?.servedOn ?? null,
    };
  });
}

function officers(dispute: DisputeFacts, caseId: Id): Id[] {
  return dispute.participants
    .filter((p) => p.caseId === caseId && p.until === null && (p.role === 'case_handler' || p.role === 'panel_member'))
    .map((p) => p.personId!);
}

function draftFact(row: DraftRow): DraftFact {
  return {
    kind: row.kind,
    ground: row.ground,
    drafterId: row.drafterId,
    remakeOrdered: row.content.remakeOrdered ?? false,
    remakeDays: row.content.remakeDays ?? null,
    performDays: row.content.performDays ?? null,
  };
}

const OWN = `SELECT method, received_on AS "receivedOn", filed_on AS "filedOn", election_signed AS "electionSigned",
  prior_ground AS "priorGround", accepted_on AS "acceptedOn", track, copy_sent_on AS "copySentOn",
  copy_received_on AS "copyReceivedOn", reply_received_on AS "replyReceivedOn", reply_late AS "replyLate",
  evidence_default AS "evidenceDefault", extended, suspension_ground AS "suspensionGround",
  suspended_on AS "suspendedOn", decided_on AS "decidedOn"
  FROM reconsideration.application WHERE case_id = $1`;
const NOTICES = `SELECT id, kind, served_on AS "servedOn" FROM reconsideration.correction_notice WHERE case_id = $1 ORDER BY id`;
const OPINIONS = `SELECT party_id AS "partyId", impossible_reason IS NOT NULL AS impossible
  FROM reconsideration.hearing_of_views WHERE case_id = $1`;
const LAST_DRAFT = `SELECT state, kind, ground, drafter_id AS "drafterId", dept_passed AS "deptPassed", content
  FROM reconsideration.draft WHERE case_id = $1 ORDER BY id DESC LIMIT 1`;
// The document that ends the case: a refusal or a decision.
const SERVICES = `SELECT recipient_id AS "recipientId", served_on AS "servedOn" FROM reconsideration.service
  WHERE case_id = $1 AND document IN ('REFUSAL', 'DECISION')`;
const OTHER_ACCEPTED = `SELECT EXISTS (SELECT 1 FROM reconsideration.application a JOIN cases.case_file c ON c.id = a.case_id
  WHERE c.dispute_id = $2 AND a.case_id <> $1 AND a.accepted_on IS NOT NULL) AS accepted`;
