import { record } from '@app/audit';
import { addDays, Clock, DomainError, newId, notFound, staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { checkOf, CHECKS } from './checks/index.js';
import { FindingsQueries } from './findings.queries.js';
import type { AcceptRequest, CheckFigureRequest, CheckFigureView, FindingView } from './http/integrity.dto.js';

/** How long something that is wrong may be accepted, in days. [L] */
const ACCEPT_DAYS = 180;

/** What people decide about findings and checks. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: FindingsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The owner, or who stands in for him, lets a finding stay as it is until a day, with his reason; accepting it again changes both.
   * @throws DomainError integrity.finding.not-found, .stale-version, integrity.not-owner, integrity.finding-resolved,
   *   integrity.accept-too-long
   */
  async accept(actor: Actor, id: Id, { version, reason, until }: AcceptRequest): Promise<FindingView> {
    const finding = await this.queries.get(actor, id);
    const today = this.clock.today();
    if (!finding.mine) throw notOwner();
    if (finding.state === 'RESOLVED') throw resolved();
    if (until < today || until > addDays(today, ACCEPT_DAYS)) throw tooLong();
    await this.database.transaction(async (tx) => {
      const written = await sql(tx, ACCEPT, [id, version, actor.personId, today, until, reason]);
      if (written.length === 0) throw staleVersion('integrity.finding');
      record(tx, actor, {
        action: 'integrity.accept-finding',
        subjectType: 'finding',
        subjectId: id,
        ...(finding.disputeId === null ? {} : { scopeId: finding.disputeId }),
        detail: { check: finding.checkCode, until },
      });
    });
    return this.queries.get(actor, id);
  }

  /** The figures of the checks that have one. */
  async figures(): Promise<CheckFigureView[]> {
    const rows = await this.database.read<{ code: string; amount: number; version: number }>(
      'SELECT check_code AS code, amount, version FROM integrity.check_setting',
    );
    const set = new Map(rows.map((row) => [row.code, row]));
    return CHECKS.flatMap(({ code, name, figure }) => {
      if (!figure) return [];
      const own = set.get(code);
      const { amount: initial, unit, means } = figure;
      return [{ code, name, unit, means, initial, amount: own?.amount ?? initial, version: own?.version ?? 0 }];
    });
  }

  /**
   * Sets the figure of a check, from the next run on.
   * @throws DomainError integrity.check.not-found if there is no such check, or it has no figure; a stale version
   */
  async setFigure(actor: Actor, code: string, request: CheckFigureRequest): Promise<CheckFigureView> {
    if (!checkOf(code)?.figure) throw notFound('integrity.check');
    const { amount, version, reason } = request;
    await this.database.transaction(async (tx) => {
      const values = [code, amount, actor.personId, reason, version === 0 ? newId() : version];
      const [written] = await sql<{ id: Id }>(tx, version === 0 ? INSERT : UPDATE, values);
      if (!written) throw staleVersion('integrity.check');
      record(tx, actor, {
        action: 'integrity.set-figure',
        subjectType: 'check-setting',
        subjectId: written.id,
        detail: { check: code, amount },
      });
    });
    return (await this.figures()).find((figure) => figure.code === code)!;
  }
}

const ACCEPT = `
  UPDATE integrity.finding SET state = 'ACCEPTED', accepted_by = $3, accepted_on = $4, accepted_until = $5,
    accept_reason = $6, version = version + 1
  WHERE id = $1 AND version = $2 AND state <> 'RESOLVED' RETURNING 1`;

const INSERT = `
  INSERT INTO integrity.check_setting (check_code, amount, changed_by, reason, id) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING id`;

const UPDATE = `
  UPDATE integrity.check_setting SET amount = $2, changed_by = $3, changed_at = now(), reason = $4, version = version + 1
  WHERE check_code = $1 AND version = $5 RETURNING id`;

function notOwner(): DomainError {
  return new DomainError('integrity.not-owner', {
    kind: 'forbidden',
    detail: '只有该事项的责任人可以说明理由、暂予保留。',
  });
}

function resolved(): DomainError {
  return new DomainError('integrity.finding-resolved', { kind: 'conflict', detail: '该事项已经处理，无需再作说明。' });
}

function tooLong(): DomainError {
  return new DomainError('integrity.accept-too-long', {
    kind: 'invalid',
    detail: `保留的截止日应为今日至今后 ${ACCEPT_DAYS} 日内。`,
    errors: [{ pointer: '#/until', code: 'out-of-range', detail: `应为今日至今后 ${ACCEPT_DAYS} 日内` }],
  });
}
