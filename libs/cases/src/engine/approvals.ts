import { Clock, DomainError, newId, personsOf, ROLES, type Actor, type Id, type RoleCode } from '@app/kernel';
import { record } from '@app/audit';
import { Database, publish, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { proposalMoved } from './case.events.js';
import { bumpCase, lockCase } from './case.store.js';
import { CaseEngine, movedCase, standingIn, type CaseMoved, type LoadedCase } from './engine.js';
import { judge } from './judge.js';
import type { Transition } from './procedure.js';

interface PendingProposal {
  id: Id;
  transition: string;
  input: Record<string, unknown>;
  step: number;
  proposedBy: Id;
}

/** 审批: a step that one proposes, others review in order, and the last performs; anyone of them may return it. */
@Injectable()
export class Approvals {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes a step with its input. The guards are judged now, and again when it is performed.
   * @throws DomainError cases.not-proposable, cases.role-required, cases.proposal-pending or a guard's refusal
   */
  async propose(actor: Actor, caseId: Id, name: string, version: number, raw: unknown): Promise<CaseMoved> {
    return this.database.transaction(async (tx) => {
      const loaded = await this.engine.load(tx, actor, await lockCase(tx, actor, caseId, version));
      const transition = this.engine.transition(loaded.runtime, name);
      const proposers = transition.proposal?.by ?? [];
      if (proposers.length === 0)
        throw new DomainError('cases.not-proposable', { detail: '该步骤无需提请审批，可由有权人员直接办理。' });
      const role = requireRole(loaded, proposers);
      const input = await this.engine.input(transition, raw);
      this.guards(loaded, transition, actor, input);
      if (await pendingOf(tx, caseId)) throw alreadyPending();
      const id = newId();
      send(
        tx,
        `INSERT INTO cases.proposal (id, case_id, transition, input, state, proposed_by) VALUES ($1, $2, $3, $4, 'PENDING', $5)`,
        [id, caseId, name, JSON.stringify(raw ?? {}), actor.personId],
      );
      this.moved(tx, actor, loaded, role, transition, id, 'proposed', 'PENDING', [stages(transition)[0]!]);
      return movedCase(loaded, loaded.row.state);
    });
  }

  /**
   * Passes the pending proposal on; the last one to pass it performs the step.
   * @throws DomainError cases.no-proposal, cases.role-required, cases.own-proposal
   */
  async pass(actor: Actor, caseId: Id, version: number, opinion: string): Promise<CaseMoved> {
    return this.decide(actor, caseId, version, opinion, 'PASS');
  }

  /** Returns the pending proposal to its proposer, with a reason. */
  async return(actor: Actor, caseId: Id, version: number, opinion: string): Promise<CaseMoved> {
    return this.decide(actor, caseId, version, opinion, 'RETURN');
  }

  /** Takes one's own proposal back. */
  async withdraw(actor: Actor, caseId: Id, version: number): Promise<CaseMoved> {
    return this.database.transaction(async (tx) => {
      const loaded = await this.engine.load(tx, actor, await lockCase(tx, actor, caseId, version));
      const proposal = await mustBePending(tx, caseId);
      if (!personsOf(actor).includes(proposal.proposedBy)) {
        throw new DomainError('cases.not-own-proposal', { kind: 'forbidden', detail: '只有提请人可以撤回审批。' });
      }
      const transition = this.engine.transition(loaded.runtime, proposal.transition);
      close(tx, proposal.id, 'WITHDRAWN');
      this.moved(tx, actor, loaded, null, transition, proposal.id, 'withdrawn', 'WITHDRAWN', []);
      return movedCase(loaded, loaded.row.state);
    });
  }

  private async decide(
    actor: Actor,
    caseId: Id,
    version: number,
    opinion: string,
    outcome: 'PASS' | 'RETURN',
  ): Promise<CaseMoved> {
    return this.database.transaction(async (tx) => {
      const loaded = await this.engine.load(tx, actor, await lockCase(tx, actor, caseId, version));
      const proposal = await mustBePending(tx, caseId);
      const transition = this.engine.transition(loaded.runtime, proposal.transition);
      const chain = stages(transition);
      const role = requireRole(loaded, proposal.step === chain.length - 1 ? transition.roles : [chain[proposal.step]!]);
      // 拟办人 and 审批人 must be two people.
      if (proposal.proposedBy === actor.personId) {
        throw new DomainError('cases.own-proposal', { kind: 'forbidden', detail: '提请人不能审批自己提请的事项。' });
      }
      insertOpinion(tx, actor, caseId, proposal, role, opinion, outcome);
      if (outcome === 'RETURN') {
        close(tx, proposal.id, 'RETURNED');
        bumpCase(tx, loaded.row);
        this.moved(tx, actor, loaded, role, transition, proposal.id, 'returned', 'RETURNED', []);
      } else if (proposal.step < chain.length - 1) {
        send(tx, 'UPDATE cases.proposal SET step = step + 1 WHERE id = $1', [proposal.id]);
        bumpCase(tx, loaded.row);
        this.moved(tx, actor, loaded, role, transition, proposal.id, 'passed', 'PENDING', [chain[proposal.step + 1]!]);
      } else {
        close(tx, proposal.id, 'PERFORMED');
        this.moved(tx, actor, loaded, role, transition, proposal.id, 'approved', 'PERFORMED', []);
        const input = await this.engine.input(transition, proposal.input);
        return movedCase(loaded, await this.engine.run(tx, actor, loaded, transition, input));
      }
      return movedCase(loaded, loaded.row.state);
    });
  }

  /** All guards but the role, which a proposer does not hold. */
  private guards({ runtime, facts, today }: LoadedCase, transition: Transition, actor: Actor, input: object): void {
    const roles = new Set<RoleCode>(transition.roles);
    const moment = { today, actorId: actor.personId, input };
    const [refusal] = judge(runtime.procedure, facts.state, roles, facts, moment, transition.name)[0]?.refusals ?? [];
    if (refusal) throw new DomainError(refusal.code, { detail: refusal.detail, article: refusal.article });
  }

  private moved(
    tx: Tx,
    actor: Actor,
    loaded: LoadedCase,
    role: RoleCode | null,
    transition: Transition,
    proposalId: Id,
    act: string,
    state: string,
    roles: string[],
  ): void {
    const { row } = loaded;
    if (act === 'proposed' || act === 'withdrawn') bumpCase(tx, row);
    record(tx, actor, {
      action: `cases.${act}-proposal`,
      subjectType: 'case',
      subjectId: row.id,
      scopeId: row.disputeId,
      detail: {
        code: transition.code,
        label: transition.label,
        number: row.number,
        on: this.clock.today(),
        ...(role === null ? {} : standingIn(loaded, role)),
      },
    });
    publish(tx, proposalMoved, { proposalId, caseId: row.id, disputeId: row.disputeId, state, roles });
  }
}

/** Whose turn it is, in order: the reviewers, then the role that performs. */
function stages(transition: Transition): RoleCode[] {
  return [...(transition.proposal?.reviewers ?? []), transition.roles[0]!];
}

function requireRole(loaded: LoadedCase, roles: readonly RoleCode[]): RoleCode {
  const role = roles.find((r) => loaded.roles.has(r));
  if (role) return role;
  throw new DomainError('cases.role-required', {
    kind: 'forbidden',
    detail: `该步骤应由${roles.map((r) => ROLES[r]).join('或')}办理。`,
    params: { roles },
  });
}

async function pendingOf(tx: Tx, caseId: Id): Promise<PendingProposal | undefined> {
  const [row] = await sql<PendingProposal>(
    tx,
    `SELECT id, transition, input, step, proposed_by AS "proposedBy" FROM cases.proposal WHERE case_id = $1 AND state = 'PENDING'`,
    [caseId],
  );
  return row;
}

async function mustBePending(tx: Tx, caseId: Id): Promise<PendingProposal> {
  const proposal = await pendingOf(tx, caseId);
  if (!proposal) throw new DomainError('cases.no-proposal', { kind: 'conflict', detail: '该案件没有待审批的事项。' });
  return proposal;
}

function alreadyPending(): DomainError {
  return new DomainError('cases.proposal-pending', { detail: '该案件有正在审批的事项，请先完成或撤回审批。' });
}

function close(tx: Tx, id: Id, state: 'PERFORMED' | 'RETURNED' | 'WITHDRAWN'): void {
  send(tx, 'UPDATE cases.proposal SET state = $2, closed_at = now() WHERE id = $1', [id, state]);
}

function insertOpinion(
  tx: Tx,
  actor: Actor,
  caseId: Id,
  proposal: PendingProposal,
  role: RoleCode,
  opinion: string,
  outcome: 'PASS' | 'RETURN',
): void {
  send(
    tx,
    `INSERT INTO cases.opinion (id, case_id, proposal_id, transition, role, person_id, outcome, opinion)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), caseId, proposal.id, proposal.transition, role, actor.personId, outcome, opinion],
  );
}
