import { disputeFacts, type CaseFacts, type DisputeFacts } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { addMonths, Clock, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { ServiceRegister, type Delivery } from '@app/service-of-process';
import { Injectable } from '@nestjs/common';
import { AfterFactsLoader } from './after.facts.js';
import type { DraftFact, PartyFact, ReconsiderationFacts, Side } from './domain/facts.js';
import type { EndingFact } from './domain/trial-facts.js';
import { ENDING_PAPERS } from './domain/trial/endings/tables.js';
import { trialRecord, type TrialRecord } from './facts/trial.facts.js';
import type { Application } from './store/application.entity.js';

/** Posts of those who try cases. */
const OFFICERS = ['intake_officer', 'case_handler', 'panel_member'] as const;

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

/** Reads what the guards of a reconsideration look at. */
@Injectable()
export class ReconsiderationFactsLoader {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clocks: ClocksService,
    private readonly register: ServiceRegister,
    private readonly clock: Clock,
    private readonly aftermath: AfterFactsLoader,
  ) {}

  async load(tx: Tx, base: CaseFacts): Promise<ReconsiderationFacts> {
    const today = this.clock.today();
    const id = [base.caseId];
    const [[own], record, notices, opinions, [draft], deliveries, service, [other], dispute, clocks, staff] =
      await Promise.all([
        sql<Application>(tx, OWN, id),
        trialRecord(tx, base.caseId),
        sql<NoticeRow>(tx, NOTICES, id),
        sql<OpinionRow>(tx, OPINIONS, id),
        sql<DraftRow>(tx, LAST_DRAFT, id),
        this.register.deliveries(tx, base.caseId),
        this.register.facts(tx, base.caseId, base.disputeId),
        sql<{ accepted: boolean }>(tx, OTHER_ACCEPTED, [base.caseId, base.disputeId]),
        disputeFacts(tx, base.disputeId),
        this.clocks.ofScope(tx, base.disputeId),
        this.directory.postsOf([...OFFICERS, 'institution_head'], today, undefined, tx),
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
      ...trial(own, record),
      noticeBy: (on) => this.clocks.dueIfStarted('RC_HEARING_NOTICE', on),
      parties: parties(
        dispute,
        opinions,
        deliveries.filter((each) => endsCase(each, base.state, record.ending)),
        record.refusedThirdPartyIds,
      ),
      service,
      amount: dispute.amount === null ? null : Number(dispute.amount),
      applyDueOn: clocks.find((c) => c.rule === 'RC_APPLY')?.dueOn ?? null,
      otherOpen: dispute.cases.some((c) => c.procedure === 'reconsideration' && c.open && c.id !== base.caseId),
      otherAccepted: other?.accepted ?? false,
      staffIds: staff.filter((p) => OFFICERS.some((role) => role === p.role)).map((p) => p.personId),
      institutionHeadIds: staff.filter((p) => p.role === 'institution_head').map((p) => p.personId),
      excludedIds: dispute.excludedIds,
      conflictedIds: [...conflicted, ...dispute.excludedIds],
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

function trial(own: Application | undefined, { hearingHeldOn, committeeGivenOn, ...record }: TrialRecord) {
  return {
    ...record,
    ...exchange(own),
    acceptedOn: own?.acceptedOn ?? null,
    track: own?.track ?? null,
    hearing: { mandatory: Boolean(own?.hearingGrounds.length), heldOn: hearingHeldOn },
    committee: { mandatory: Boolean(own?.committeeGrounds.length), heldOn: committeeGivenOn },
    extended: own?.extended ?? false,
    stillUntil: own?.stillUntil ?? null,
    suspension: own?.suspensionGround ? { ground: own.suspensionGround, on: own.suspendedOn! } : null,
  };
}

/** The copy to the respondent, and what came back. */
function exchange(own: Application | undefined) {
  return {
    copySentOn: own?.copySentOn ?? null,
    copyReceivedOn: own?.copyReceivedOn ?? null,
    reply: own?.replyReceivedOn ? { receivedOn: own.replyReceivedOn, late: own.replyLate } : null,
    evidenceDefault: own?.evidenceDefault ?? false,
  };
}

/** Applicants, third parties but those refused, and the respondent organ under its own id. */
function parties(
  dispute: DisputeFacts,
  opinions: OpinionRow[],
  endings: Delivery[],
  refused: readonly Id[],
): PartyFact[] {
  const all: { partyId: Id; side: Side; isRepresentative: boolean }[] = dispute.parties
    .filter((p) => p.role !== 'AGENT' && !refused.includes(p.id))
    .map((p) => ({ partyId: p.id, side: p.role as Side, isRepresentative: p.isRepresentative }));
  if (dispute.respondentOrganId) {
    all.push({ partyId: dispute.respondentOrganId, side: 'RESPONDENT', isRepresentative: false });
  }
  return all.map((p) => {
    const opinion = opinions.find((o) => o.partyId === p.partyId);
    return {
      ...p,
      opinion: opinion ? (opinion.impossible ? 'IMPOSSIBLE' : 'HEARD') : null,
      servedOn: endings.find((d) => d.recipientId === p.partyId)?.servedOn ?? null,
    };
  });
}

/** The paper that ends the case as it is now: a refusal while it stands, else a decision or what took its place. */
function endsCase({ paper, paperId }: Delivery, state: string, ending: EndingFact | null): boolean {
  if (state === 'NOT_ACCEPTED') return paper === 'REFUSAL';
  return ending === null ? paper === 'DECISION' : paper === ENDING_PAPERS[ending.kind] && paperId === ending.id;
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
  suspended_on AS "suspendedOn", decided_on AS "decidedOn", hearing_grounds AS "hearingGrounds",
  committee_grounds AS "committeeGrounds", still_until AS "stillUntil"
  FROM reconsideration.application WHERE case_id = $1`;
const NOTICES = `SELECT id, kind, served_on AS "servedOn" FROM reconsideration.correction_notice WHERE case_id = $1 ORDER BY id`;
const OPINIONS = `SELECT party_id AS "partyId", impossible_reason IS NOT NULL AS impossible
  FROM reconsideration.hearing_of_views WHERE case_id = $1`;
const LAST_DRAFT = `SELECT state, kind, ground, drafter_id AS "drafterId", dept_passed AS "deptPassed", content
  FROM reconsideration.draft WHERE case_id = $1 ORDER BY id DESC LIMIT 1`;
const OTHER_ACCEPTED = `SELECT EXISTS (SELECT 1 FROM reconsideration.application a JOIN cases.case_file c ON c.id = a.case_id
  WHERE c.dispute_id = $2 AND a.case_id <> $1 AND a.accepted_on IS NOT NULL) AS accepted`;
