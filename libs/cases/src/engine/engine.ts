import { ClocksService } from '@app/deadlines';
import { record } from '@app/audit';
import { Clock, DomainError, newId, type Actor, type CalendarDate, type Id, type RoleCode } from '@app/kernel';
import { Database, publish, send, sql, validated, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { caseMoved, caseOpened } from './case.events.js';
import { findCase, insertCase, lockCase, moveCase, refreshDue, type CaseRow } from './case.store.js';
import { applyClockEffects } from './clock-effects.js';
import { judge, type Judgement } from './judge.js';
import { Participants } from './participants.js';
import type { CaseFacts, Moment, ProcedureCode, Transition } from './procedure.js';
import { rolesForOthers, rolesOn } from './roles.js';
import { Procedures, type ProcedureRuntime, type RefusedStep } from './runtime.js';

/** A case with everything a step of it needs. */
export interface LoadedCase {
  row: CaseRow;
  runtime: ProcedureRuntime;
  facts: CaseFacts;
  roles: ReadonlySet<RoleCode>;
  /** Roles the actor has only for somebody absent, and for whom. */
  standsIn: ReadonlyMap<RoleCode, Id>;
  today: CalendarDate;
}

/** A case after something was done with it. */
export interface CaseMoved {
  caseId: Id;
  /** For the next request. */
  version: number;
  state: string;
  /** 状态名称 */
  stateName: string;
}

/** Whoever holds the case's lock and changes it leaves it one version on. */
export function movedCase({ row, runtime }: LoadedCase, state: string): CaseMoved {
  return {
    caseId: row.id,
    version: row.version + 1,
    state,
    stateName: runtime.procedure.states[state]?.name ?? state,
  };
}

/** Runs every procedure: what may be done, and doing it, in one transaction each. */
@Injectable()
export class CaseEngine {
  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
    private readonly participants: Participants,
    private readonly clocks: ClocksService,
    private readonly clock: Clock,
  ) {}

  /** Every step of the case's state, permitted or refused with reasons, as this actor would find it. */
  async actions(actor: Actor, caseId: Id): Promise<LoadedCase & { judgements: Judgement[] }> {
    return this.database.transaction(async (tx) => {
      const loaded = await this.load(tx, actor, await findCase(tx, actor, caseId));
      const { row, runtime, facts, roles, today } = loaded;
      const moment = { today, actorId: actor.personId, input: {} };
      return { ...loaded, judgements: judge(runtime.procedure, row.state, roles, facts, moment) };
    });
  }

  /**
   * Performs a step: lock, facts, guards, effect, state, clocks, audit, event.
   * @throws DomainError not found, stale version, invalid input, or the refusal of the first guard that does not hold
   */
  async perform(actor: Actor, caseId: Id, name: string, version: number | undefined, raw: unknown): Promise<CaseMoved> {
    try {
      return await this.database.transaction((tx) => this.performIn(tx, actor, caseId, name, version, raw));
    } catch (error) {
      if (error instanceof DomainError) await this.keepRefusal({ actor, caseId, name, input: raw, code: error.code });
      throw error;
    }
  }

  /** What was refused is rolled back; what a procedure must keep of it is written now. */
  private async keepRefusal(step: RefusedStep): Promise<void> {
    const keepers = this.procedures.all().filter((runtime) => step.code.startsWith(`${runtime.procedure.code}.`));
    for (const runtime of keepers)
      if (runtime.refused) await this.database.transaction((tx) => runtime.refused!(tx, step));
  }

  /** {@link perform} within a transaction. */
  async performIn(
    tx: Tx,
    actor: Actor,
    caseId: Id,
    name: string,
    version: number | undefined,
    raw: unknown,
  ): Promise<CaseMoved> {
    this.clocks.prepare(tx);
    const row = await lockCase(tx, actor, caseId, version);
    const transition = this.transition(this.runtime(row), name);
    const input = await this.input(transition, raw);
    const loaded = await this.load(tx, actor, row, input);
    await this.settleProposal(tx, actor, loaded.row);
    return movedCase(loaded, await this.run(tx, actor, loaded, transition, input));
  }

  /** Opens the case `id` of a procedure on a dispute, by its opening step; the caller holds the dispute's lock. */
  async openIn(
    tx: Tx,
    actor: Actor,
    disputeId: Id,
    code: ProcedureCode,
    name: string,
    raw: unknown,
    id: Id,
  ): Promise<void> {
    const runtime = this.procedures.get(code);
    const transition = this.transition(runtime, name);
    if (transition.from.length > 0) throw noSuchAction(name);
    const today = this.clock.today();
    const row: CaseRow = {
      id,
      disputeId,
      procedure: code,
      number: '',
      state: runtime.procedure.initial,
      open: true,
      version: 1,
      handlerId: null,
      openedOn: today,
      closedOn: null,
    };
    const input = await this.input(transition, raw);
    row.number = await insertCase(tx, row);
    const loaded = await this.load(tx, actor, row, input, null);
    publish(tx, caseOpened, { caseId: id, disputeId, procedure: code });
    await this.run(tx, actor, loaded, transition, input);
  }

  /** Loads facts, for a step with its input, and the actor's roles; `state` null while the case is being opened. */
  async load(
    tx: Tx,
    actor: Actor,
    row: CaseRow,
    input: object = {},
    state: string | null = row.state,
  ): Promise<LoadedCase> {
    const runtime = this.runtime(row);
    const [participants, clocks] = await Promise.all([
      this.participants.of(tx, row.disputeId),
      this.clocks.ofSubject(tx, row.id),
    ]);
    const base: CaseFacts = {
      caseId: row.id,
      disputeId: row.disputeId,
      state: state ?? '',
      handlerId: row.handlerId,
      clocks: clocks.map((c) => ({
        rule: c.rule,
        state: c.state,
        startsOn: c.startsOn,
        dueOn: c.dueOn,
        rawDueOn: c.rawDueOn,
      })),
    };
    const facts = await runtime.loadFacts(tx, base, input);
    return {
      row,
      runtime,
      facts,
      roles: rolesOn(actor, participants, row.id),
      standsIn: rolesForOthers(actor, participants, row.id),
      today: this.clock.today(),
    };
  }

  /** The procedure of a case, at work. */
  runtime(row: CaseRow): ProcedureRuntime {
    return this.procedures.get(row.procedure);
  }

  /** The step called `name`. @throws DomainError cases.no-such-action */
  transition(runtime: ProcedureRuntime, name: string): Transition {
    const transition = runtime.procedure.transitions.find((t) => t.name === name);
    if (!transition) throw noSuchAction(name);
    return transition;
  }

  /** A step's input, checked against its class. @throws DomainError request.invalid with pointers under `/input` */
  async input(transition: Transition, raw: unknown): Promise<object> {
    return transition.input ? validated(transition.input, raw ?? {}, '/input') : noInput(raw);
  }

  /** Guards, effect, state, clocks, audit and event of a step on a locked case; answers the state it came to. */
  async run(tx: Tx, actor: Actor, loaded: LoadedCase, transition: Transition, input: object): Promise<string> {
    const { row, runtime, facts, today } = loaded;
    const moment: Moment<object> = { today, actorId: actor.personId, input };
    const role = this.permit(loaded, transition, moment);
    const to = nextState(transition, facts, moment) ?? row.state;
    await runtime.effect(tx, { actor, role, transition, facts, input, today, to });
    moveCase(tx, row, to, runtime.procedure.states[to]!.open, today);
    if (await applyClockEffects(tx, this.clocks, actor, row, transition, facts, moment)) refreshDue(tx, row.disputeId);
    if (transition.review) insertOpinion(tx, actor, row.id, transition, role, input);
    record(tx, actor, {
      action: `${row.procedure}.${transition.name}`,
      subjectType: 'case',
      subjectId: row.id,
      scopeId: row.disputeId,
      detail: {
        code: transition.code,
        number: row.number,
        role,
        ...standingIn(loaded, role),
        from: facts.state,
        to,
        sentence: transition.sentence?.(facts, moment) ?? transition.label,
      },
    });
    publish(tx, caseMoved, {
      caseId: row.id,
      disputeId: row.disputeId,
      procedure: row.procedure,
      transition: transition.name,
      code: transition.code,
      from: facts.state,
      to,
    });
    return to;
  }

  /** The role in which the actor may perform the step. @throws DomainError the first reason why not */
  private permit(loaded: LoadedCase, transition: Transition, moment: Moment<object>): RoleCode {
    const { runtime, facts, roles } = loaded;
    const judgement = judge(runtime.procedure, facts.state, roles, facts, moment, transition.name)[0];
    const [refusal] = judgement?.refusals ?? [];
    if (refusal) {
      throw new DomainError(refusal.code, {
        kind: refusal.code === 'cases.role-required' ? 'forbidden' : 'refused',
        detail: refusal.detail,
        article: refusal.article,
        params: { action: transition.name, refusals: judgement!.refusals },
      });
    }
    return transition.roles.find((r) => roles.has(r))!;
  }

  /** A pending proposal blocks other steps; the system's timers set it aside. */
  private async settleProposal(tx: Tx, actor: Actor, row: CaseRow): Promise<void> {
    const [pending] = await sql<{ id: Id }>(
      tx,
      `SELECT id FROM cases.proposal WHERE case_id = $1 AND state = 'PENDING'`,
      [row.id],
    );
    if (!pending) return;
    if (actor.kind !== 'system') {
      throw new DomainError('cases.proposal-pending', { detail: '该案件有正在审批的事项，请先完成或撤回审批。' });
    }
    send(tx, `UPDATE cases.proposal SET state = 'WITHDRAWN', closed_at = now() WHERE id = $1`, [pending.id]);
  }
}

/** The input of a step without data. @throws DomainError request.invalid if there is some */
function noInput(raw: unknown): object {
  const fields = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  if (fields.length === 0) return {};
  throw new DomainError('request.invalid', {
    kind: 'invalid',
    detail: '该步骤不需要填写内容。',
    errors: fields.map((field) => ({ pointer: `#/input/${field}`, code: 'unknownField', detail: '不允许的字段' })),
  });
}

/** For the trail: whoever acts in the role of somebody absent is told with him. */
export function standingIn({ standsIn }: LoadedCase, role: RoleCode): { for?: Id } {
  const absent = standsIn.get(role);
  return absent === undefined ? {} : { for: absent };
}

function noSuchAction(name: string): DomainError {
  return new DomainError('cases.no-such-action', {
    kind: 'not-found',
    detail: '该程序没有这个步骤。',
    params: { action: name },
  });
}

function nextState(transition: Transition, facts: CaseFacts, moment: Moment<object>): string | null {
  const { to } = transition;
  return to !== null && typeof to === 'object' ? to.choose(facts, moment) : to;
}

function insertOpinion(tx: Tx, actor: Actor, caseId: Id, transition: Transition, role: RoleCode, input: object): void {
  send(
    tx,
    `INSERT INTO cases.opinion (id, case_id, transition, role, person_id, outcome, opinion) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      caseId,
      transition.name,
      role,
      actor.personId,
      transition.review === 'return' ? 'RETURN' : 'PASS',
      (input as { opinion?: string }).opinion ?? '同意',
    ],
  );
}
