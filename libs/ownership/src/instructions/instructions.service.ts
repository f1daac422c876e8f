import { record } from '@app/audit';
import { findCase, lockCase, Participants, refreshDue, rolesOn, type CaseRow, type ProcedureCode } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { Clock, DomainError, newId, notFound, ROLES, type Actor, type Id, type RoleCode } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { interference, type Interference } from '../domain/independence.js';
import {
  INSTRUCTION_ACTS,
  INSTRUCTION_STATES,
  refusedInstruction,
  type InstructionAct,
  type InstructionState,
} from '../domain/instructions.js';
import { moved } from '../moved.js';
import type { GiveInstructionRequest, InstructionView } from './instructions.dto.js';
import { keepInterference, reconsiderationsOf, touchesReconsideration } from './interference.js';

interface CaseOfDispute {
  procedure: ProcedureCode;
}

interface Known {
  id: Id;
  caseId: Id;
  state: InstructionState;
}

/** Who reads instructions: those who give, do and press them. Not those who try a case of the dispute. */
const READERS: readonly RoleCode[] = [
  'case_leader',
  'unit_leader',
  'dept_liaison',
  'dept_head',
  'institution_head',
  'authority_head',
];
const WHAT: Readonly<Record<Exclude<InstructionAct, 'give'>, { kind: string; to: InstructionState }>> = {
  answer: { kind: 'ANSWER', to: 'ANSWERED' },
  accept: { kind: 'ACCEPT', to: 'ACCEPTED' },
  press: { kind: 'PRESS', to: 'OPEN' },
};

/**
 * 批示: a leader's word on a case he owns is a task of the unit with a clock. It is no step of the procedure: nothing
 * moves by it. One that reaches into a reconsideration is refused, and the refusal is kept.
 */
@Injectable()
export class InstructionsService {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly clocks: ClocksService,
    private readonly clock: Clock,
  ) {}

  /** Instructions on a case, oldest first. @throws DomainError cases.case.not-found, cases.role-required */
  async of(actor: Actor, caseId: Id): Promise<InstructionView[]> {
    return this.database.transaction(async (tx) => {
      const row = ownership(await findCase(tx, actor, caseId));
      const roles = await this.rolesOf(tx, actor, row);
      if (!READERS.some((role) => roles.has(role))) throw roleRequired(READERS);
      return this.views(tx, caseId, null);
    });
  }

  /**
   * Gives an instruction. A repeated `key` makes no second one.
   * @throws DomainError cases.case.not-found, cases.role-required, ownership.not-on-list,
   *   ownership.touches-reconsideration (kept with time, words and person)
   */
  async give(
    actor: Actor,
    caseId: Id,
    request: GiveInstructionRequest,
    key: string | undefined,
  ): Promise<InstructionView> {
    const outcome = await this.database.transaction(async (tx) => {
      this.clocks.prepare(tx);
      const row = ownership(await lockCase(tx, actor, caseId));
      await this.mustBeAllowed(tx, actor, row, 'give', null);
      const ground = await this.reachesInto(tx, row, request);
      if (ground) {
        const said = { content: request.content, aboutCaseId: request.aboutCaseId ?? null, at: this.clock.now() };
        keepInterference(tx, actor, row, { ...said, ground });
        return { refused: touchesReconsideration(ground) };
      }
      const { id } = await idempotently(tx, actor, key, { caseId, ...request }, newId(), (made) =>
        this.make(tx, actor, row, request, made),
      );
      return { view: (await this.views(tx, caseId, id))[0]! };
    });
    // Thrown only now: what is kept of it must outlive the refusal.
    if ('refused' in outcome) throw outcome.refused;
    return outcome.view;
  }

  /**
   * The unit answers, the leader accepts the answer or presses again with a new term.
   * @throws DomainError ownership.instruction.not-found, cases.role-required, ownership.instruction-state
   */
  async say(actor: Actor, id: Id, act: Exclude<InstructionAct, 'give'>, content: string): Promise<InstructionView> {
    return this.database.transaction(async (tx) => {
      this.clocks.prepare(tx);
      const [known] = await sql<Known>(tx, KNOWN, [id]);
      if (!known) throw notFound('ownership.instruction');
      const row = ownership(await lockCase(tx, actor, known.caseId).catch(unknownInstruction));
      const [{ state }] = (await sql<Known>(tx, KNOWN, [id])) as [Known];
      await this.mustBeAllowed(tx, actor, row, act, state);
      const { kind, to } = WHAT[act];
      const at = this.clock.now();
      send(tx, `INSERT INTO ownership.instruction_entry (id, instruction_id, kind, content, at, by)
        VALUES ($1, $2, $3, $4, $5, $6)`, [newId(), id, kind, content, at, actor.personId]); // prettier-ignore
      send(tx, 'UPDATE ownership.instruction SET state = $2 WHERE id = $1', [id, to]);
      if (act === 'answer') await this.clocks.meet(tx, actor, row.id, 'CO_INSTRUCTION', this.clock.today(), id);
      if (act === 'press') await this.startClock(tx, actor, row, id);
      this.noted(tx, actor, row, `${act}-instruction`, id);
      return (await this.views(tx, row.id, id))[0]!;
    });
  }

  private async make(
    tx: Tx,
    actor: Actor,
    row: CaseRow,
    { content, workingDays }: GiveInstructionRequest,
    id: Id,
  ): Promise<void> {
    send(
      tx,
      `INSERT INTO ownership.instruction (id, case_id, content, state, given_at, given_by)
       VALUES ($1, $2, $3, 'OPEN', $4, $5)`,
      [id, row.id, content, this.clock.now(), actor.personId],
    );
    await this.startClock(tx, actor, row, id, workingDays);
    this.noted(tx, actor, row, 'give-instruction', id);
  }

  private async startClock(tx: Tx, actor: Actor, row: CaseRow, id: Id, amount?: number): Promise<void> {
    const [subject, from] = [{ subjectId: row.id, scopeId: row.disputeId, concernsId: id }, this.clock.today()];
    await this.clocks.start(tx, actor, [{ ...subject, rule: 'CO_INSTRUCTION', from, amount }]);
  }

  private noted(tx: Tx, actor: Actor, row: CaseRow, act: string, instructionId: Id): void {
    refreshDue(tx, row.disputeId);
    moved(tx, row.id, this.clock.now(), this.clock.today());
    record(tx, actor, {
      action: `ownership.${act}`,
      subjectType: 'case',
      subjectId: row.id,
      scopeId: row.disputeId,
      detail: { number: row.number, instructionId },
    });
  }

  /** @throws DomainError ownership.unknown-case if it is about a case that is none of the dispute's */
  private async reachesInto(tx: Tx, row: CaseRow, request: GiveInstructionRequest): Promise<Interference | null> {
    const [about] = request.aboutCaseId ? await sql<CaseOfDispute>(tx, CASE, [request.aboutCaseId, row.disputeId]) : [];
    if (request.aboutCaseId !== undefined && !about) throw unknownCase();
    const reconsiderations = await reconsiderationsOf(tx, row.disputeId);
    return interference({ content: request.content, about: about?.procedure ?? null, reconsiderations });
  }

  private async mustBeAllowed(
    tx: Tx,
    actor: Actor,
    row: CaseRow,
    act: InstructionAct,
    state: InstructionState | null,
  ): Promise<void> {
    const roles = new Set(await this.rolesOf(tx, actor, row));
    const refusal = refusedInstruction(act, roles, row.state, state);
    if (refusal === null) return;
    if (refusal === 'cases.role-required') throw roleRequired(INSTRUCTION_ACTS[act].roles);
    const detail =
      refusal === 'ownership.not-on-list'
        ? '只有在办的包案案件可以批示和办理批示。'
        : `批示现为“${INSTRUCTION_STATES[state!]}”，不能${INSTRUCTION_ACTS[act].label}。`;
    throw new DomainError(refusal, { kind: 'conflict', detail });
  }

  /** A liaison counts only for the responsible unit, not for another organ of the dispute. */
  private async rolesOf(tx: Tx, actor: Actor, row: CaseRow): Promise<ReadonlySet<RoleCode>> {
    const participants = await this.participants.of(tx, row.disputeId);
    const here = participants.filter((each) => each.caseId === row.id || each.role !== 'dept_liaison');
    return rolesOn(actor, here, row.id);
  }

  private async views(tx: Tx, caseId: Id, id: Id | null): Promise<InstructionView[]> {
    const rows = await sql<Omit<InstructionView, 'stateName'>>(tx, VIEWS, [caseId, id]);
    return rows.map((row) => ({
      ...row,
      stateName: INSTRUCTION_STATES[row.state],
      entries: row.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    }));
  }
}

function ownership(row: CaseRow): CaseRow {
  if (row.procedure !== 'ownership') throw notFound('cases.case');
  return row;
}

/** Whoever may not know the case may not know that there is an instruction on it. */
function unknownInstruction(error: unknown): never {
  throw error instanceof DomainError && error.kind === 'not-found' ? notFound('ownership.instruction') : error;
}

function roleRequired(roles: readonly RoleCode[]): DomainError {
  return new DomainError('cases.role-required', {
    kind: 'forbidden',
    detail: `批示由本案${roles.map((role) => ROLES[role]).join('、')}办理或者查看。`,
    params: { roles },
  });
}

function unknownCase(): DomainError {
  const detail = '批示所指案件不属于本争议。';
  return new DomainError('ownership.unknown-case', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: '#/aboutCaseId', code: 'unknownCase', detail }],
  });
}

const KNOWN = 'SELECT id, case_id AS "caseId", state FROM ownership.instruction WHERE id = $1';
const CASE = 'SELECT procedure FROM cases.case_file WHERE id = $1 AND dispute_id = $2';
const VIEWS = `SELECT i.id, i.case_id AS "caseId", i.content, i.state, i.given_at AS "givenAt", i.given_by AS "givenBy",
  (SELECT name FROM directory.person WHERE id = i.given_by) AS "givenByName",
  (SELECT c.due_on FROM deadlines.clock c WHERE c.subject_id = i.case_id AND c.concerns_id = i.id AND c.state = 'RUNNING')
    AS "dueOn",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'content', t.content, 'at', t.at, 'by', t.by,
    'byName', (SELECT name FROM directory.person WHERE id = t.by)) ORDER BY t.id)
    FROM ownership.instruction_entry t WHERE t.instruction_id = i.id), '[]') AS entries
  FROM ownership.instruction i WHERE i.case_id = $1 AND ($2::uuid IS NULL OR i.id = $2) ORDER BY i.id`;
