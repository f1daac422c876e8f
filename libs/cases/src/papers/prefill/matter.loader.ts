import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { notFound, type Id, type RoleCode } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ProcedureCode } from '../../engine/procedure.js';
import type { PaperMatter, PaperParty } from './matter.js';

interface MatterRow extends Pick<PaperMatter, 'number' | 'claims' | 'facts' | 'act'> {
  disputeId: Id;
  respondentOrganId: Id | null;
  proposed: { transition: string; input: Record<string, unknown> } | null;
}

/** A matter with the dispute it is part of; of steps it has only what is proposed. */
export interface LoadedMatter extends PaperMatter {
  readonly disputeId: Id;
}

/** Reads what papers of every procedure are prefilled from. Who may see the case is its caller's question. */
@Injectable()
export class PaperMatterLoader {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clocks: ClocksService,
  ) {}

  /** @throws DomainError cases.case.not-found */
  async load(tx: Tx, caseId: Id, procedure: ProcedureCode): Promise<LoadedMatter> {
    const [row] = await sql<MatterRow>(tx, MATTER, [caseId, procedure]);
    if (!row) throw notFound('cases.case');
    const { disputeId, respondentOrganId, proposed, ...matter } = row;
    const [parties, clocks, names] = await Promise.all([
      sql<PaperParty>(tx, PARTIES, [disputeId]),
      this.clocks.ofScope(tx, disputeId),
      this.directory.names(respondentOrganId === null ? [] : [respondentOrganId], tx),
    ]);
    const respondentName = respondentOrganId === null ? undefined : names.get(respondentOrganId);
    return {
      ...matter,
      disputeId,
      parties,
      respondent: respondentName === undefined ? null : { id: respondentOrganId!, name: respondentName },
      steps: proposed === null ? {} : { [proposed.transition]: proposed.input },
      clocks: clocks
        .filter((each) => each.subjectId === caseId)
        .map(({ rule, startsOn, dueOn, state }) => ({ rule, startsOn, dueOn, state })),
    };
  }

  /** Names of those who serve in a case in these roles, in the order of the roles. */
  async officers(tx: Tx, caseId: Id, roles: readonly RoleCode[]): Promise<string[]> {
    const ids = (await sql<{ personId: Id }>(tx, OFFICERS, [caseId, roles])).map(({ personId }) => personId);
    const names = await this.directory.names(ids, tx);
    return ids.flatMap((id) => names.get(id) ?? []);
  }
}

const MATTER = `SELECT d.id AS "disputeId", c.number, d.claims, d.facts, d.respondent_organ_id AS "respondentOrganId",
  jsonb_build_object('name', d.act_name, 'documentNo', d.act_document_no, 'on', d.act_on, 'knownOn', d.act_known_on) AS act,
  (SELECT jsonb_build_object('transition', p.transition, 'input', p.input) FROM cases.proposal p
   WHERE p.case_id = c.id AND p.state = 'PENDING') AS proposed
  FROM cases.case_file c JOIN cases.dispute d ON d.id = c.dispute_id
  WHERE c.id = $1 AND c.procedure = $2`;
const PARTIES = `SELECT id, role, kind, name, address, legal_representative AS "legalRepresentative",
  is_representative AS "isRepresentative", acts_for_id AS "actsForId"
  FROM cases.party WHERE dispute_id = $1 ORDER BY sort_order`;
const OFFICERS = `SELECT person_id AS "personId" FROM cases.participant
  WHERE case_id = $1 AND role = ANY ($2) AND person_id IS NOT NULL AND until IS NULL
  ORDER BY array_position($2, role), id`;
