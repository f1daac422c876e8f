import { record } from '@app/audit';
import { DomainError, newId, staleVersion, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { isReliefCode, RELIEF_CODES, type Relief, type ReliefCode } from '../domain/relief.js';
import type { ChangeReliefRequest, ReliefRuleView } from './relief-rules.dto.js';

const COLUMNS = `id, code, valid_from AS "validFrom", valid_until AS "validUntil", text, article, court,
  changed_by AS "changedBy", changed_at AS "changedAt", reason`;

/** The relief texts (诉权告知): read by the day of signing, edited by the office. No version is ever overwritten. */
@Injectable()
export class ReliefRules {
  constructor(private readonly database: Database) {}

  /** The text in force on a day. @throws DomainError documents.no-relief-rule */
  async on(tx: Tx, code: string, day: CalendarDate): Promise<Relief> {
    const [row] = await sql<Relief>(
      tx,
      `SELECT text, article, court FROM documents.relief_rule
       WHERE code = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)`,
      [code, day],
    );
    if (row) return row;
    throw new DomainError('documents.no-relief-rule', {
      detail: `${day} 没有适用的权利救济告知内容，请先在设置中补充。`,
      params: { code },
    });
  }

  /** Every version of every text, newest first. */
  async list(): Promise<ReliefRuleView[]> {
    const rows = await this.database.read<Omit<ReliefRuleView, 'name'>>(
      `SELECT ${COLUMNS} FROM documents.relief_rule ORDER BY code, valid_from DESC`,
    );
    return rows.map((row) => ({ ...row, name: RELIEF_CODES[row.code as ReliefCode] }));
  }

  /**
   * Ends the version that is in force and adds another from a day on.
   * @throws DomainError documents.unknown-relief, documents.relief-rule.stale-version, documents.relief-too-early
   */
  async change(actor: Actor, code: string, request: ChangeReliefRequest): Promise<ReliefRuleView> {
    if (!isReliefCode(code)) {
      throw new DomainError('documents.unknown-relief', { kind: 'not-found', detail: '没有这种权利救济告知。' });
    }
    const id = newId();
    await this.database.transaction(async (tx) => {
      await this.end(tx, code, request);
      await this.insert(tx, actor, id, code, request);
      record(tx, actor, {
        action: 'documents.change-relief',
        subjectType: 'relief-rule',
        subjectId: id,
        detail: { code, from: request.validFrom, replaces: request.replacesId, reason: request.reason },
      });
    });
    return (await this.list()).find((rule) => rule.id === id)!;
  }

  /** Two editors at once queue at the row; the second finds that his version is no longer the last one. */
  private async end(tx: Tx, code: string, { replacesId, validFrom }: ChangeReliefRequest): Promise<void> {
    const [last] = await sql<{ id: Id; validFrom: CalendarDate }>(
      tx,
      `SELECT id, valid_from AS "validFrom" FROM documents.relief_rule
       WHERE code = $1 AND id = $2 AND valid_until IS NULL FOR UPDATE`,
      [code, replacesId],
    );
    if (!last) throw staleVersion('documents.relief-rule');
    if (validFrom <= last.validFrom) {
      throw new DomainError('documents.relief-too-early', {
        detail: `新内容的施行日期应当晚于现行内容的施行日期 ${last.validFrom}。`,
        errors: [{ pointer: '#/validFrom', code: 'tooEarly', detail: '施行日期过早' }],
      });
    }
    await sql(tx, 'UPDATE documents.relief_rule SET valid_until = $2 WHERE id = $1', [last.id, validFrom]);
  }

  private async insert(tx: Tx, actor: Actor, id: Id, code: string, request: ChangeReliefRequest): Promise<void> {
    const { validFrom, text, article, court, reason } = request;
    await sql(
      tx,
      `INSERT INTO documents.relief_rule (id, code, valid_from, text, article, court, changed_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, code, validFrom, text, article, court, actor.personId, reason],
    );
  }
}
