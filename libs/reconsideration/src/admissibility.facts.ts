import { disputeFacts, type CaseRow, type DisputeFacts } from '@app/cases';
import { DirectoryService, type OrganRecord } from '@app/directory';
import { notFound, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { KnownFacts, OrganFact } from './domain/admissibility/facts.js';
import type { FilingMethod } from './domain/facts.js';

interface ApplicationRow {
  method: FilingMethod;
  receivedOn: CalendarDate;
  filedOn: CalendarDate;
  electionSigned: boolean;
}

interface ActRow {
  rightsKnownOn: CalendarDate | null;
  realEstate: boolean;
}

/** Reads what the service itself knows of an application: papers, parties, the register of organs. */
@Injectable()
export class AdmissibilityFactsLoader {
  constructor(private readonly directory: DirectoryService) {}

  async load(tx: Tx, row: CaseRow, today: CalendarDate): Promise<KnownFacts> {
    const [[own], [act], [notice], [other], dispute] = await Promise.all([
      sql<ApplicationRow>(tx, APPLICATION, [row.id]),
      sql<ActRow>(tx, ACT, [row.disputeId]),
      sql<{ ended: boolean }>(tx, NOTICE, [row.id]),
      sql<{ accepted: boolean }>(tx, OTHER_ACCEPTED, [row.id, row.disputeId]),
      disputeFacts(tx, row.disputeId),
    ]);
    if (!own || !act) throw notFound('cases.case');
    return {
      filing: { method: own.method, receivedOn: own.receivedOn, filedOn: own.filedOn },
      act: { on: dispute.actOn, knownOn: dispute.actKnownOn, ...act },
      applicants: { ...countOf(dispute, 'APPLICANT'), electionSigned: own.electionSigned, agents: agentsOf(dispute) },
      thirdParties: countOf(dispute, 'THIRD_PARTY'),
      ...(await this.organs(tx, dispute.respondentOrganId, today)),
      respondentNotice: notice ? (notice.ended ? 'ENDED' : 'SENT') : 'NONE',
      acceptedBefore: other?.accepted ?? false,
    };
  }

  /** The respondent answers by who continues its functions today (复议法 2023 第19条第5款). */
  private async organs(
    tx: Tx,
    respondentId: Id | null,
    today: CalendarDate,
  ): Promise<Pick<KnownFacts, 'respondent' | 'parent' | 'authority' | 'superior'>> {
    const [institution] = await this.directory.organsValidOn(today, { kinds: ['RECONSIDERATION_INSTITUTION'] }, tx);
    const registered = respondentId === null ? undefined : await this.directory.organ(respondentId, tx);
    const ended = registered !== undefined && registered.validUntil !== null && registered.validUntil <= today;
    const respondent = ended && respondentId ? await this.directory.successorOf(respondentId, today, tx) : registered;
    const above = async (organ: OrganRecord | null | undefined): Promise<OrganRecord | undefined> =>
      organ?.parentId ? this.directory.organ(organ.parentId, tx) : undefined;
    const [parent, authority] = [await above(respondent), await above(institution)];
    return {
      respondent: organFact(respondent),
      parent: organFact(parent),
      authority: organFact(authority),
      superior: organFact(await above(authority)),
    };
  }
}

function organFact(organ: OrganRecord | null | undefined): OrganFact | null {
  if (!organ) return null;
  const { id, name, kind, parentId, hasAuthorisation } = organ;
  return { id, name, kind, parentId, hasAuthorisation };
}

function countOf(dispute: DisputeFacts, role: string): { count: number; representatives: number } {
  const all = dispute.parties.filter((party) => party.role === role);
  return { count: all.length, representatives: all.filter((party) => party.isRepresentative).length };
}

/** Agents who act for applicants. */
function agentsOf({ parties }: DisputeFacts): number {
  const applicants = new Set(parties.filter((party) => party.role === 'APPLICANT').map((party) => party.id));
  return parties.filter((party) => party.role === 'AGENT' && party.actsForId && applicants.has(party.actsForId)).length;
}

const APPLICATION = `SELECT method, received_on AS "receivedOn", filed_on AS "filedOn", election_signed AS "electionSigned"
  FROM reconsideration.application WHERE case_id = $1`;
const ACT = `SELECT rights_known_on AS "rightsKnownOn", concerns_real_estate AS "realEstate"
  FROM cases.dispute WHERE id = $1`;
// A notice is over once its period has ended, by correction or by time.
const NOTICE = `SELECT n.served_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deadlines.clock k
    WHERE k.subject_id = $1 AND k.rule = 'RC_CORRECT' AND k.state IN ('RUNNING','SUSPENDED')) AS ended
  FROM reconsideration.correction_notice n WHERE n.case_id = $1 AND n.kind = 'RESPONDENT'`;
const OTHER_ACCEPTED = `SELECT EXISTS (SELECT 1 FROM reconsideration.application a JOIN cases.case_file c ON c.id = a.case_id
  WHERE c.dispute_id = $2 AND a.case_id <> $1 AND a.accepted_on IS NOT NULL) AS accepted`;
