import { CaseEngine } from '@app/cases';
import { DomainError, type Actor, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type {
  AdmitRequest,
  AssignManyRequest,
  BulkView,
  CaseOutcome,
  CaseVersion,
  HandOverRequest,
  ReleaseRequest,
} from './assignment.dto.js';
import type { CandidateKind } from './domain/candidate.js';
import { firstOf } from './domain/rank.js';
import { MediationCases } from './mediation-case.js';
import { Rankings } from './rankings.js';

type Moved = { caseId: Id; version: number; state: string; stateName: string };

/** Several steps, or several cases, in one request. Every step is the engine's own, with its guards and its act. */
@Injectable()
export class Assignments {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly cases: MediationCases,
    private readonly rankings: Rankings,
  ) {}

  /**
   * From the referral to mediators in one transaction, where the consents are in hand: review, taking on, each consent,
   * acceptance, committee, mediators. Whom the request does not name is the first of the ranking.
   * @throws DomainError the refusal of the first step that is not permitted; nothing is done then
   */
  async admit(actor: Actor, caseId: Id, request: AdmitRequest): Promise<Moved> {
    return this.database.transaction(async (tx) => {
      const { state } = await this.cases.load(tx, actor, caseId);
      let version = request.version;
      const step = async (name: string, input?: object): Promise<Moved> => {
        const moved = await this.engine.performIn(tx, actor, caseId, name, version, input);
        version = moved.version;
        return moved;
      };
      if (state === 'REFERRED') await step('review');
      if (state === 'REFERRED' || state === 'INTAKE_REVIEW') await step('take-on');
      for (const consent of request.consents) await step('record-consent', { ...consent, answer: 'AGREED' });
      const { acknowledgedClocks, committeeId, deviationReason } = request;
      await step('accept', acknowledgedClocks === undefined ? {} : { acknowledgedClocks });
      const committee = committeeId ?? (await this.first(tx, actor, caseId, 'COMMITTEE', 1))[0]!;
      const last = await step('assign-committee', { committeeId: committee, ...reason(deviationReason) });
      return request.upTo === 'COMMITTEE' ? last : step(...(await this.mediatorStep(tx, actor, caseId, request)));
    });
  }

  /** Each case to whom the request names, or to the first of its ranking. */
  async assignMany(actor: Actor, request: AssignManyRequest): Promise<BulkView> {
    const { kind, toId, basis, deviationReason } = request;
    return this.each(request, async (tx, { caseId, version }) => {
      if (kind === 'COMMITTEE') {
        const committeeId = toId ?? (await this.first(tx, actor, caseId, kind, 1))[0]!;
        const input = { committeeId, ...reason(deviationReason) };
        return this.engine.performIn(tx, actor, caseId, 'assign-committee', version, input);
      }
      const mediatorIds = toId === undefined ? undefined : [toId];
      const [name, input] = await this.mediatorStep(tx, actor, caseId, { basis, mediatorIds, deviationReason });
      return this.engine.performIn(tx, actor, caseId, name, version, input);
    });
  }

  /** The mediators of each case give it back. */
  async release(actor: Actor, request: ReleaseRequest): Promise<BulkView> {
    return this.each(request, (tx, { caseId, version }) =>
      this.engine.performIn(tx, actor, caseId, 'release-mediator', version, { reason: request.reason }),
    );
  }

  /** In each case one mediator takes the place of another, and presides if that one did. */
  async handOver(actor: Actor, request: HandOverRequest): Promise<BulkView> {
    const { fromId, toId, reason: why } = request;
    return this.each(request, async (tx, { caseId, version }) => {
      const { facts } = await this.cases.mustAssign(tx, actor, caseId);
      if (!facts.mediatorIds.includes(fromId)) throw notHis();
      const mediatorIds = facts.mediatorIds.map((id) => (id === fromId ? toId : id));
      const presiding = await presidingOf(tx, caseId);
      const presidingId = presiding === fromId ? toId : presiding;
      const input = { mediatorIds: [...new Set(mediatorIds)], presidingId, reason: why, deviationReason: why };
      return this.engine.performIn(tx, actor, caseId, 'replace-mediator', version, input);
    });
  }

  /** The step that names the mediators: the parties' joint choice, or an appointment. */
  private async mediatorStep(
    tx: Tx,
    actor: Actor,
    caseId: Id,
    request: Pick<AdmitRequest, 'mediatorIds' | 'presidingId' | 'basis' | 'language' | 'deviationReason'>,
  ): Promise<[name: string, input: object]> {
    const { basis, presidingId, language, deviationReason } = request;
    const { facts } = await this.cases.load(tx, actor, caseId);
    const mediatorIds =
      request.mediatorIds ?? (await this.first(tx, actor, caseId, 'MEDIATOR', facts.major ? 2 : 1, language));
    const presides = mediatorIds.length > 1 ? { presidingId: presidingId ?? mediatorIds[0] } : {};
    const named = { mediatorIds, ...presides, ...(language && { language }), ...reason(deviationReason) };
    return basis === 'JOINT_CHOICE' ? ['choose-mediator', named] : ['appoint-mediator', { ...named, basis }];
  }

  private async first(
    tx: Tx,
    actor: Actor,
    caseId: Id,
    kind: CandidateKind,
    count: number,
    language?: string,
  ): Promise<Id[]> {
    const { facts, today } = await this.cases.mustAssign(tx, actor, caseId);
    const first = firstOf((await this.rankings.make(tx, kind, facts, today, language)).ranked, count);
    if (first.length === count) return first;
    throw new DomainError('mediation.no-candidate', {
      detail: '没有可以承办本案的人选，请查看推荐名单中的排除原因。',
      article: '中心工作惯例 [L]',
    });
  }

  /**
   * Each case in a transaction of its own, refused or done; with `allOrNothing` all in one, and the first refusal undoes
   * everything. In the order of ids, so that two requests at once do not wait for each other crosswise.
   */
  private async each(
    { cases, allOrNothing = false }: { cases: readonly CaseVersion[]; allOrNothing?: boolean },
    work: (tx: Tx, of: CaseVersion) => Promise<Moved>,
  ): Promise<BulkView> {
    const ordered = [...cases].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    const outcomes: CaseOutcome[] = [];
    if (allOrNothing) {
      await this.database.transaction(async (tx) => {
        for (const of of ordered) outcomes.push(done(await named(of, work(tx, of))));
      });
    } else {
      for (const of of ordered)
        outcomes.push(await this.database.transaction((tx) => work(tx, of)).then(done, refused(of.caseId)));
    }
    return { done: outcomes.filter((o) => o.done).length, refused: outcomes.filter((o) => !o.done).length, outcomes };
  }
}

const reason = (deviationReason: string | undefined): { deviationReason?: string } =>
  deviationReason === undefined ? {} : { deviationReason };

async function presidingOf(tx: Tx, caseId: Id): Promise<Id | undefined> {
  const [row] = await sql<{ id: Id }>(
    tx,
    'SELECT person_id AS id FROM mediation.assigned_mediator WHERE case_id = $1 AND ended_on IS NULL AND presiding',
    [caseId],
  );
  return row?.id;
}

function done({ caseId, version, state, stateName }: Moved): CaseOutcome {
  return { caseId, done: true, version, state, stateName, refusal: null };
}

/** A refusal as an outcome; what is no refusal is a fault. */
function refused(caseId: Id): (error: unknown) => CaseOutcome {
  return (error) => {
    if (!(error instanceof DomainError)) throw error;
    const refusal = { code: error.code, detail: error.detail };
    return { caseId, done: false, version: null, state: null, stateName: null, refusal };
  };
}

/** Of several cases the one that was refused is named. */
async function named(of: CaseVersion, moved: Promise<Moved>): Promise<Moved> {
  return moved.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    const { code, kind, detail, article, errors } = error;
    throw new DomainError(code, { kind, detail, article, errors, params: { ...error.params, caseId: of.caseId } });
  });
}

function notHis(): DomainError {
  return new DomainError('mediation.not-a-mediator-of-the-case', { detail: '移交人不是本案调解员。' });
}
