import { record } from '@app/audit';
import { DirectoryService } from '@app/directory';
import { DomainError, notFound, staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { DryRunRequest, DryRunView, TakeEffectRequest, WeightsRequest, WeightsView } from './weights.dto.js';
import { dryRun, type PastAssignment } from './domain/dry-run.js';
import { WEIGHTS, weightsInEffect, weightsOf } from './weights.store.js';

/** So many past assignments are looked at in a dry run. */
const MOST = 2000;

/** How much each factor counts: versions that are proposed, tried on past cases, and taken into effect. */
@Injectable()
export class WeightsService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  /** All versions, the newest first. */
  async list(): Promise<WeightsView[]> {
    return this.database.read<WeightsView>(`${VIEW} ORDER BY w.version DESC LIMIT 200`);
  }

  /** A new version. It counts for nothing until it is taken into effect. @throws DomainError mediation.weights-all-zero */
  async propose(actor: Actor, request: WeightsRequest): Promise<WeightsView> {
    const { matter, area, load, continuity, language, availability, reason } = request;
    const values = [matter, area, load, continuity, language, availability];
    if (values.every((value) => value === 0)) throw allZero();
    const version = await this.database.transaction(async (tx) => {
      const [made] = await sql<{ version: number }>(tx, INSERT, [...values, reason, actor.personId]);
      this.note(tx, actor, 'mediation.propose-weights', made!.version, { ...request });
      return made!.version;
    });
    return this.view(version);
  }

  /**
   * From now on rankings are made by this version. Of two at once the later is told that the one in effect is another.
   * @throws DomainError mediation.weights.not-found, mediation.weights.stale-version, mediation.weights-in-effect
   */
  async takeEffect(actor: Actor, version: number, { current, reason }: TakeEffectRequest): Promise<WeightsView> {
    mustBeNumber(version);
    await this.database.transaction(async (tx) => {
      await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('mediation.weights', 0))`);
      const { version: before } = await weightsInEffect(tx);
      if (before !== current) throw staleVersion('mediation.weights');
      if (before === version) throw inEffect();
      const taken = await sql(tx, TAKE, [version, actor.personId]);
      if (taken.length === 0) throw notFound('mediation.weights');
      this.note(tx, actor, 'mediation.effect-weights', version, { before, reason });
    });
    return this.view(version);
  }

  /** What a version would have done in a period. Changes nothing. @throws DomainError mediation.weights.not-found */
  async dryRun(version: number, { from, until, kind }: DryRunRequest): Promise<DryRunView> {
    if (until <= from) throw badPeriod();
    mustBeNumber(version);
    const [row] = await this.database.read<Parameters<typeof weightsOf>[0]>(`${WEIGHTS} WHERE version = $1`, [version]);
    if (!row) throw notFound('mediation.weights');
    const past = await this.database.read<PastAssignment>(PAST, [from, until, kind, MOST]);
    const run = dryRun(past, weightsOf(row));
    const names = await this.directory.names([
      ...run.shares.map((s) => s.id),
      ...run.others.flatMap((o) => [...o.got, ...o.wouldGet]),
    ]);
    const name = (id: Id): string => names.get(id) ?? '';
    const { assignments, fairnessBefore, fairnessAfter } = run;
    return {
      ...{ version, assignments, fairnessBefore, fairnessAfter },
      shares: run.shares.filter((s) => s.before + s.after > 0).map((s) => ({ ...s, name: name(s.id) })),
      others: run.others.map((o) => ({ caseId: o.caseId, got: o.got.map(name), wouldGet: o.wouldGet.map(name) })),
    };
  }

  private async view(version: number): Promise<WeightsView> {
    const [row] = await this.database.read<WeightsView>(`${VIEW} WHERE w.version = $1`, [version]);
    if (!row) throw notFound('mediation.weights');
    return row;
  }

  /** The trail knows a version by a uuid that is its number. */
  private note(tx: Tx, actor: Actor, action: string, version: number, detail: Record<string, unknown>): void {
    const subjectId = `00000000-0000-7000-8000-${String(version).padStart(12, '0')}`;
    record(tx, actor, { action, subjectType: 'assignment-weights', subjectId, detail: { version, ...detail } });
  }
}

/** Versions count from 1; the database counts no further. */
function mustBeNumber(version: number): void {
  if (version < 1 || version > 2_147_483_647) throw notFound('mediation.weights');
}

function allZero(): DomainError {
  const errors = [{ pointer: '#/matter', code: 'allZero', detail: '各项权重不能都为0' }];
  return new DomainError('mediation.weights-all-zero', { kind: 'invalid', detail: '各项权重不能都为0。', errors });
}

function inEffect(): DomainError {
  return new DomainError('mediation.weights-in-effect', { kind: 'conflict', detail: '该版本权重正在使用。' });
}

function badPeriod(): DomainError {
  const errors = [{ pointer: '#/until', code: 'badPeriod', detail: '截止日应晚于起始日' }];
  return new DomainError('mediation.bad-period', { kind: 'invalid', detail: '截止日应晚于起始日。', errors });
}

const INSERT = `INSERT INTO mediation.assignment_weights (matter, area, load, continuity, language, availability, reason,
  created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING version`;
const TAKE = `UPDATE mediation.assignment_weights SET effective_at = clock_timestamp(), effected_by = $2
  WHERE version = $1 RETURNING 1`;
const VIEW = `SELECT w.version, w.matter, w.area, w.load, w.continuity, w.language, w.availability, w.reason,
    coalesce(n.name, '系统') AS "createdByName", w.created_at AS "createdAt", w.effective_at AS "effectiveAt",
    CASE WHEN w.effected_by IS NOT NULL THEN coalesce(e.name, '系统') END AS "effectedByName",
    w.effective_at IS NOT DISTINCT FROM (SELECT max(effective_at) FROM mediation.assignment_weights) AS "inEffect"
  FROM mediation.assignment_weights w LEFT JOIN directory.person n ON n.id = w.created_by
  LEFT JOIN directory.person e ON e.id = w.effected_by`;
const PAST = `SELECT s.id, s.kind, s.subject, s.candidates, s.weights, s.ranking, s.chosen, x.major, f.closed_on AS "closedOn"
  FROM mediation.assignment_snapshot s JOIN cases.case_file f ON f.id = s.case_id
  JOIN mediation.mediation x ON x.case_id = s.case_id
  WHERE s.made_on >= $1 AND s.made_on < $2 AND s.kind = $3 AND s.step <> 'choose-mediator' ORDER BY s.made_on, s.id LIMIT $4`;
