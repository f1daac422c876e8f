import { record } from '@app/audit';
import { findCase, handles, lockCase, Participants, rolesOn, type CaseRow } from '@app/cases';
import { CalendarStore } from '@app/deadlines';
import { Clock, DomainError, newId, notFound, type Actor, type Id, type RoleCode } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AdmissibilityView, AnswerConditionRequest } from './admissibility.dto.js';
import { AdmissibilityFactsLoader } from './admissibility.facts.js';
import { admissibilityView, type AnswerRow, type AssessmentRow } from './admissibility.view.js';
import { ANSWERS, ASSESSMENT } from './after.facts.js';
import { ACCEPTANCE_CONDITIONS, type AcceptanceCondition } from './domain/acceptance.js';
import { assess } from './domain/admissibility/assess.js';
import type { StatedFacts } from './domain/admissibility/stated.js';

/** Those who see an assessment: it belongs to 副卷. */
const READERS: readonly RoleCode[] = [
  'intake_officer',
  'case_handler',
  'panel_member',
  'dept_head',
  'institution_head',
  'authority_head',
];
/** States in which acceptance is judged, or may still be found wanting (复议法 2023 第30条、第33条). */
const BEFORE = ['RECEIVED', 'UNDER_REVIEW', 'CORRECTION'];
const LATER = ['ACCEPTED', 'IN_TRIAL', 'SUSPENDED'];

/** Assessments of admissibility: computed from facts, kept, confirmed or overridden condition by condition. */
@Injectable()
export class AdmissibilityService {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly known: AdmissibilityFactsLoader,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges the application and keeps the assessment; earlier ones stay as they are. A repeated `key` makes no second one.
   * @throws DomainError cases.case.not-found, cases.role-required, reconsideration.admissibility-settled
   */
  async assess(actor: Actor, caseId: Id, stated: StatedFacts, key?: string): Promise<AdmissibilityView> {
    return this.database.transaction(async (tx) => {
      const row = await lockCase(tx, actor, caseId);
      const request = { caseId, stated };
      const { id } = await idempotently(tx, actor, key, request, newId(), (made) =>
        this.make(tx, actor, row, stated, made),
      );
      return this.view(tx, caseId, await this.mustHave(tx, caseId, id));
    });
  }

  private async make(tx: Tx, actor: Actor, row: CaseRow, stated: StatedFacts, id: Id): Promise<void> {
    await this.mayAssess(tx, actor, row);
    const today = this.clock.today();
    const { calendar } = await this.calendars.hold(tx);
    const facts = { ...(await this.known.load(tx, row, today)), stated };
    const result = assess(facts, calendar);
    send(
      tx,
      `INSERT INTO reconsideration.assessment (id, case_id, assessed_on, assessed_by, facts, result)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, row.id, today, actor.personId, JSON.stringify(facts), JSON.stringify(result)],
    );
    record(tx, actor, {
      action: 'reconsideration.assess-admissibility',
      subjectType: 'case',
      subjectId: row.id,
      scopeId: row.disputeId,
      detail: { number: row.number, assessmentId: id, outcome: result.outcome },
    });
  }

  /** The last assessment. @throws DomainError cases.case.not-found, cases.role-required, reconsideration.assessment.not-found */
  async last(actor: Actor, caseId: Id): Promise<AdmissibilityView> {
    return this.database.transaction(async (tx) => {
      const row = await findCase(tx, actor, caseId);
      if (row.procedure !== 'reconsideration') throw notFound('cases.case');
      if (!handles(actor, row)) requireOneOf(await this.rolesOf(tx, actor, row), READERS);
      return this.view(tx, caseId, await this.mustHave(tx, caseId));
    });
  }

  /**
   * Confirms the computed answer on a condition of the last assessment, or puts another in its place.
   * @throws DomainError reconsideration.assessment.not-found, .assessment.stale, .override-reason-missing
   */
  async answer(
    actor: Actor,
    caseId: Id,
    condition: AcceptanceCondition,
    request: AnswerConditionRequest,
  ): Promise<AdmissibilityView> {
    return this.database.transaction(async (tx) => {
      const row = await lockCase(tx, actor, caseId);
      await this.mayAssess(tx, actor, row);
      const last = await this.mustHave(tx, caseId);
      if (last.id !== request.assessmentId) throw stale();
      const computed = last.result.conditions.find((each) => each.condition === condition)!.answer;
      const { answer, reason = null } = request;
      if (answer !== computed && reason === null) throw reasonMissing(ACCEPTANCE_CONDITIONS[condition].article);
      await sql(tx, KEEP, [last.id, condition, computed, answer, reason, actor.personId, this.clock.today()]);
      record(tx, actor, {
        action: answer === computed ? 'reconsideration.confirm-condition' : 'reconsideration.override-condition',
        subjectType: 'case',
        subjectId: caseId,
        scopeId: row.disputeId,
        detail: { number: row.number, assessmentId: last.id, condition, computed, answer },
      });
      return this.view(tx, caseId, last);
    });
  }

  private async view(tx: Tx, caseId: Id, row: AssessmentRow): Promise<AdmissibilityView> {
    return admissibilityView(caseId, row, await sql<AnswerRow>(tx, ANSWERS, [row.id]));
  }

  /** The case's last assessment, or that of an id. */
  private async mustHave(tx: Tx, caseId: Id, id: Id | null = null): Promise<AssessmentRow> {
    const [found] = await sql<AssessmentRow>(tx, ASSESSMENT, [caseId, id]);
    if (!found) throw notFound('reconsideration.assessment');
    return found;
  }

  /** The intake officer, or who reviews this case, before acceptance; its handler after it. */
  private async mayAssess(tx: Tx, actor: Actor, row: CaseRow): Promise<void> {
    if (row.procedure !== 'reconsideration') throw notFound('cases.case');
    if (![...BEFORE, ...LATER].includes(row.state)) throw settled();
    if (handles(actor, row)) return;
    const wanted: RoleCode[] = BEFORE.includes(row.state) ? ['intake_officer'] : ['case_handler'];
    requireOneOf(await this.rolesOf(tx, actor, row), wanted);
  }

  private async rolesOf(tx: Tx, actor: Actor, row: CaseRow): Promise<ReadonlySet<RoleCode>> {
    return rolesOn(actor, await this.participants.of(tx, row.disputeId), row.id);
  }
}

const KEEP = `INSERT INTO reconsideration.condition_answer
    (assessment_id, condition, computed, answer, reason, answered_by, answered_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (assessment_id, condition) DO UPDATE SET answer = excluded.answer, reason = excluded.reason,
    answered_by = excluded.answered_by, answered_on = excluded.answered_on`;

function requireOneOf(roles: ReadonlySet<RoleCode>, wanted: readonly RoleCode[]): void {
  if (wanted.some((role) => roles.has(role))) return;
  throw new DomainError('cases.role-required', {
    kind: 'forbidden',
    detail: '受理审查由立案人员或者本案审查人员办理。',
    article: '复议法 2023 第30条',
    params: { roles: wanted },
  });
}

function settled(): DomainError {
  return new DomainError('reconsideration.admissibility-settled', {
    kind: 'conflict',
    detail: '案件已过受理审查和审理阶段，不再审查受理条件。',
    article: '复议法 2023 第30条、第33条',
  });
}

function stale(): DomainError {
  return new DomainError('reconsideration.assessment-stale', {
    kind: 'conflict',
    detail: '已有新的受理审查，请刷新后重新确认。',
  });
}

function reasonMissing(article: string): DomainError {
  const detail = '结论与系统判断不一致的，请写明理由。';
  return new DomainError('reconsideration.override-reason-missing', {
    kind: 'invalid',
    detail,
    article,
    errors: [{ pointer: '#/reason', code: 'isDefined', detail }],
  });
}
