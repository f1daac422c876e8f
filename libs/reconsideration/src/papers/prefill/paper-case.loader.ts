import { PaperMatterLoader, type Prefill } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { documentsOfCase } from '@app/documents';
import { Clock, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { ServiceRegister } from '@app/service-of-process';
import { Injectable } from '@nestjs/common';
import type { PaperCase } from './paper-case.js';
import { prefill } from './prefill.js';
import { trialSteps } from './trial-steps.js';
import { servicesOf } from './services-of-case.js';

interface OwnRow {
  application: (NonNullable<PaperCase['application']> & { records: PaperCase['steps'] }) | null;
  draft: PaperCase['draft'];
}

/** Reads what papers about a case are prefilled from. Who may see the case is its caller's question. */
@Injectable()
export class PaperCaseLoader {
  constructor(
    private readonly matters: PaperMatterLoader,
    private readonly directory: DirectoryService,
    private readonly register: ServiceRegister,
    private readonly clock: Clock,
  ) {}

  /** Data and addressees with which a paper of this kind begins. @throws DomainError cases.case.not-found */
  async prefill(kindCode: string, tx: Tx, caseId: Id): Promise<Prefill> {
    return prefill(kindCode, await this.load(tx, caseId));
  }

  /** @throws DomainError cases.case.not-found */
  async load(tx: Tx, caseId: Id): Promise<PaperCase> {
    const matter = await this.matters.load(tx, caseId, 'reconsideration');
    const [[own], corrections, deliveries, officers, organs, trial, papers] = await Promise.all([
      sql<OwnRow>(tx, OWN, [caseId]),
      sql<PaperCase['corrections'][number]>(tx, CORRECTIONS, [caseId]),
      this.register.deliveries(tx, caseId),
      this.matters.officers(tx, caseId, ['case_handler', 'panel_member']),
      this.directory.organsValidOn(this.clock.today(), { kinds: ['GOVERNMENT', 'RECONSIDERATION_INSTITUTION'] }, tx),
      trialSteps(tx, caseId),
      documentsOfCase(tx, caseId),
    ]);
    const institution = organs.find((organ) => organ.kind === 'RECONSIDERATION_INSTITUTION');
    const { records = {}, ...application } = own?.application ?? {};
    return {
      ...matter,
      draft: own?.draft ?? null,
      corrections,
      services: servicesOf(deliveries),
      effective: papers.findLast(({ kind, state }) => state === 'SIGNED' && ENDS_THE_CASE.test(kind)) ?? null,
      authority: organs.find((organ) => organ.id === institution?.parentId)?.name ?? null,
      application: own?.application ? (application as NonNullable<PaperCase['application']>) : null,
      steps: { ...records, ...trial, ...matter.steps },
      officers,
    };
  }
}

/** Decisions, dismissal, statement of mediation, termination. */
const ENDS_THE_CASE = /^R(22-.+|21|23|24-TERMINATION.*)$/;

const OWN = `SELECT
  CASE WHEN a.case_id IS NULL THEN NULL ELSE jsonb_build_object('method', a.method, 'receivedOn', a.received_on,
    'filedOn', a.filed_on, 'acceptedOn', a.accepted_on, 'track', a.track, 'simplifiedGround', a.simplified_ground,
    'suspensionGround', a.suspension_ground, 'suspendedOn', a.suspended_on, 'decidedOn', a.decided_on,
    'records', a.records) END AS application,
  (SELECT jsonb_build_object('kind', f.kind, 'ground', f.ground, 'content', f.content) FROM reconsideration.draft f
   WHERE f.case_id = c.id AND f.state <> 'RETURNED' ORDER BY f.id DESC LIMIT 1) AS draft
  FROM cases.case_file c LEFT JOIN reconsideration.application a ON a.case_id = c.id WHERE c.id = $1`;
const CORRECTIONS = `SELECT kind, items FROM reconsideration.correction_notice WHERE case_id = $1 ORDER BY id`;
