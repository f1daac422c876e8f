import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { documentsOfCase } from '@app/documents';
import { Clock, notFound, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { ServiceRegister } from '@app/service-of-process';
import { Injectable } from '@nestjs/common';
import type { PaperCase, PaperParty } from './paper-case.js';
import { prefill, type Prefilled } from './prefill.js';
import { trialSteps } from './trial-steps.js';
import { servicesOf } from './services-of-case.js';

interface CaseRow {
  disputeId: Id;
  number: string;
  claims: string;
  facts: string;
  respondentOrganId: Id | null;
  act: PaperCase['act'];
  application: (NonNullable<PaperCase['application']> & { records: PaperCase['steps'] }) | null;
  proposed: { transition: string; input: Record<string, unknown> } | null;
  draft: PaperCase['draft'];
}

/** Reads what papers about a case are prefilled from. Who may see the case is its caller's question. */
@Injectable()
export class PaperCaseLoader {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clocks: ClocksService,
    private readonly register: ServiceRegister,
    private readonly clock: Clock,
  ) {}

  /** Data and addressees with which a paper of this kind begins. @throws DomainError cases.case.not-found */
  async prefill(kindCode: string, tx: Tx, caseId: Id): Promise<Prefilled> {
    return prefill(kindCode, await this.load(tx, caseId));
  }

  /** @throws DomainError cases.case.not-found */
  async load(tx: Tx, caseId: Id): Promise<PaperCase> {
    const [row] = await sql<CaseRow>(tx, CASE, [caseId]);
    if (!row) throw notFound('cases.case');
    const [parties, corrections, deliveries, officers, clocks, organs, trial, papers] = await Promise.all([
      sql<PaperParty>(tx, PARTIES, [row.disputeId]),
      sql<PaperCase['corrections'][number]>(tx, CORRECTIONS, [caseId]),
      this.register.deliveries(tx, caseId),
      sql<{ personId: Id }>(tx, OFFICERS, [caseId]),
      this.clocks.ofScope(tx, row.disputeId),
      this.directory.organsValidOn(this.clock.today(), { kinds: ['GOVERNMENT', 'RECONSIDERATION_INSTITUTION'] }, tx),
      trialSteps(tx, caseId),
      documentsOfCase(tx, caseId),
    ]);
    const persons = officers.map((officer) => officer.personId);
    const names = await this.directory.names(row.respondentOrganId ? [row.respondentOrganId, ...persons] : persons, tx);
    const institution = organs.find((organ) => organ.kind === 'RECONSIDERATION_INSTITUTION');
    const { records = {}, ...application } = row.application ?? {};
    const respondentName = row.respondentOrganId ? names.get(row.respondentOrganId) : undefined;
    return {
      number: row.number,
      claims: row.claims,
      facts: row.facts,
      act: row.act,
      draft: row.draft,
      parties,
      corrections,
      services: servicesOf(deliveries),
      effective: papers.findLast(({ kind, state }) => state === 'SIGNED' && ENDS_THE_CASE.test(kind)) ?? null,
      authority: organs.find((organ) => organ.id === institution?.parentId)?.name ?? null,
      respondent: respondentName === undefined ? null : { id: row.respondentOrganId!, name: respondentName },
      application: row.application ? (application as NonNullable<PaperCase['application']>) : null,
      steps: { ...records, ...trial, ...(row.proposed ? { [row.proposed.transition]: row.proposed.input } : {}) },
      clocks: clocks
        .filter((each) => each.subjectId === caseId)
        .map(({ rule, startsOn, dueOn, state }) => ({ rule, startsOn, dueOn, state })),
      officers: persons.flatMap((id) => names.get(id) ?? []),
    };
  }
}

/** Decisions, dismissal, statement of mediation, termination. */
const ENDS_THE_CASE = /^R(22-.+|21|23|24-TERMINATION.*)$/;

const CASE = `SELECT d.id AS "disputeId", c.number, d.claims, d.facts, d.respondent_organ_id AS "respondentOrganId",
  jsonb_build_object('name', d.act_name, 'documentNo', d.act_document_no, 'on', d.act_on, 'knownOn', d.act_known_on) AS act,
  CASE WHEN a.case_id IS NULL THEN NULL ELSE jsonb_build_object('method', a.method, 'receivedOn', a.received_on,
    'filedOn', a.filed_on, 'acceptedOn', a.accepted_on, 'track', a.track, 'simplifiedGround', a.simplified_ground,
    'suspensionGround', a.suspension_ground, 'suspendedOn', a.suspended_on, 'decidedOn', a.decided_on,
    'records', a.records) END AS application,
  (SELECT jsonb_build_object('transition', p.transition, 'input', p.input) FROM cases.proposal p
   WHERE p.case_id = c.id AND p.state = 'PENDING') AS proposed,
  (SELECT jsonb_build_object('kind', f.kind, 'ground', f.ground, 'content', f.content) FROM reconsideration.draft f
   WHERE f.case_id = c.id AND f.state <> 'RETURNED' ORDER BY f.id DESC LIMIT 1) AS draft
  FROM cases.case_file c JOIN cases.dispute d ON d.id = c.dispute_id
  LEFT JOIN reconsideration.application a ON a.case_id = c.id
  WHERE c.id = $1 AND c.procedure = 'reconsideration'`;
const PARTIES = `SELECT id, role, kind, name, address, legal_representative AS "legalRepresentative",
  is_representative AS "isRepresentative", acts_for_id AS "actsForId"
  FROM cases.party WHERE dispute_id = $1 ORDER BY sort_order`;
const CORRECTIONS = `SELECT kind, items FROM reconsideration.correction_notice WHERE case_id = $1 ORDER BY id`;
const OFFICERS = `SELECT person_id AS "personId" FROM cases.participant
  WHERE case_id = $1 AND role IN ('case_handler','panel_member') AND person_id IS NOT NULL AND until IS NULL
  ORDER BY role, id`;
