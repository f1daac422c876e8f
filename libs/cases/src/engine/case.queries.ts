import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { Clock, ROLES, type Actor, type Id, type Page, type RoleCode } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type {
  ActionsView,
  CaseListItem,
  CaseListRequest,
  CaseView,
  ParticipantView,
  ProposalView,
} from './cases.dto.js';
import { findCase } from './case.store.js';
import { CaseEngine } from './engine.js';
import type { Judgement } from './judge.js';
import { Participants } from './participants.js';
import type { ProcedureCode, Transition } from './procedure.js';
import { rolesOn } from './roles.js';
import { Procedures, type ProcedureRuntime } from './runtime.js';
import { DISTRICT, maySee, notShutOut, principalsOf } from './scope.js';

const COUNT_CAP = 1000;

/** Reads for the case page and lists of cases. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly procedures: Procedures,
    private readonly participants: Participants,
    private readonly clocks: ClocksService,
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /** What may be done with the case now, by this actor, and what is refused and why. */
  async actions(actor: Actor, caseId: Id): Promise<ActionsView> {
    const { row, judgements, runtime, roles } = await this.engine.actions(actor, caseId);
    const proposal = await this.proposal(caseId, runtime);
    return {
      caseId,
      version: row.version,
      state: row.state,
      stateName: runtime.procedure.states[row.state]?.name ?? row.state,
      actions: judgements.map((j) => ({
        code: j.transition.code,
        name: j.transition.name,
        label: j.transition.label,
        permitted: j.permitted,
        proposable: isProposable(j, roles),
        refusals: [...j.refusals],
        roles: j.transition.roles.map((r) => ROLES[r]),
        article: j.transition.article,
        documents: [...j.transition.documents],
        inputSchema: j.transition.input?.name ?? null,
      })),
      proposal,
    };
  }

  async view(actor: Actor, caseId: Id): Promise<CaseView> {
    return this.database.transaction(async (tx) => {
      const row = await findCase(tx, actor, caseId);
      const runtime = this.procedures.get(row.procedure);
      const all = await this.participants.of(tx, row.disputeId);
      const participants = all.filter((p) => p.caseId === null || p.caseId === caseId);
      const names = await this.directory.names(
        participants.map((p) => p.personId ?? p.organId!),
        tx,
      );
      const clocks = await this.clocks.ofSubject(tx, caseId);
      const today = this.clock.today();
      return {
        ...row,
        procedureName: runtime.procedure.name,
        stateName: runtime.procedure.states[row.state]?.name ?? row.state,
        participants: participants.map((p): ParticipantView => ({
          role: p.role,
          roleName: ROLES[p.role],
          personId: p.personId,
          organId: p.organId,
          name: names.get(p.personId ?? p.organId!) ?? '',
          since: p.since,
          until: p.until,
        })),
        clocks: this.clocks.lines(clocks, today),
        detail: await runtime.detail(tx, {
          caseId,
          disputeId: row.disputeId,
          roles: rolesOn(actor, all, caseId),
          personId: actor.personId,
        }),
      };
    });
  }

  /** Cases the actor may see, newest first. */
  async list(actor: Actor, request: CaseListRequest): Promise<Page<CaseListItem>> {
    const principals = principalsOf(actor);
    const values = [
      principals,
      request.procedure ?? null,
      request.state ?? null,
      request.open === undefined ? null : request.open === 'true',
      actor.personId,
    ];
    const [items, [count]] = await Promise.all([
      this.database.read<CaseListItem & { procedure: ProcedureCode }>(
        `${SELECT} ${where(principals)} ORDER BY c.id DESC LIMIT $6 OFFSET $7`,
        [...values, request.size, (request.page - 1) * request.size],
      ),
      this.database.read<{ n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM cases.case_file c ${where(principals)} LIMIT ${COUNT_CAP + 1}) AS capped`,
        values,
      ),
    ]);
    const total = count?.n ?? 0;
    return {
      items: items.map((i) => ({
        ...i,
        stateName: this.procedures.get(i.procedure).procedure.states[i.state]?.name ?? i.state,
      })),
      page: request.page,
      size: request.size,
      total: Math.min(total, COUNT_CAP),
      totalIsCapped: total > COUNT_CAP,
    };
  }

  private async proposal(caseId: Id, runtime: ProcedureRuntime): Promise<ProposalView | null> {
    const [row] = await this.database.read<{
      id: Id;
      transition: string;
      step: number;
      proposedBy: Id;
      proposedAt: Date;
    }>(
      `SELECT id, transition, step, proposed_by AS "proposedBy", proposed_at AS "proposedAt"
       FROM cases.proposal WHERE case_id = $1 AND state = 'PENDING'`,
      [caseId],
    );
    if (!row) return null;
    const transition = runtime.procedure.transitions.find((t) => t.name === row.transition);
    return {
      ...row,
      label: transition?.label ?? row.transition,
      waitingFor: transition ? waitingFor(transition, row.step) : '',
    };
  }
}

/** Somebody who may not perform the step may propose it, if nothing but the role stands against it. */
function isProposable({ transition, refusals }: Judgement, roles: ReadonlySet<RoleCode>): boolean {
  const proposer = transition.proposal?.by.some((role) => roles.has(role)) ?? false;
  return proposer && refusals.every((r) => r.code === 'cases.role-required');
}

function waitingFor(transition: Transition, step: number): string {
  const reviewer = transition.proposal?.reviewers[step];
  return (reviewer ? [reviewer] : transition.roles).map((r) => ROLES[r]).join('、');
}

const SELECT = `SELECT c.id, c.dispute_id AS "disputeId", d.title AS "disputeTitle", c.procedure, c.number, c.state, c.open,
  c.opened_on AS "openedOn", d.next_due_on AS "nextDueOn"
  FROM cases.case_file c JOIN cases.dispute d ON d.id = c.dispute_id`;

/** Those who see the whole district need no look at the access rows. */
function where(principals: readonly Id[]): string {
  const scope = principals.includes(DISTRICT)
    ? `$1::uuid[] IS NOT NULL AND ${notShutOut('c.dispute_id', '$5')}`
    : maySee('c.dispute_id', '$1', '$5');
  return `WHERE ${scope} AND ($2::text IS NULL OR c.procedure = $2) AND ($3::text IS NULL OR c.state = $3)
    AND ($4::boolean IS NULL OR c.open = $4)`;
}
