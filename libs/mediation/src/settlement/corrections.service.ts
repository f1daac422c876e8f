import { DomainError, newId, notFound, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { send, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CorrectionRequest } from './settlement.dto.js';
import { mustBeDraft, SettlementEditor } from './settlement.editor.js';

interface Corrected {
  kind: string;
  state: string;
  month: CalendarDate;
  /** What the line comes to with all corrections so far, in fen. */
  standsAt: number;
}

/** What was wrong in a frozen month is put right by a line of a later one, which refers to it and says why. */
@Injectable()
export class Corrections {
  constructor(private readonly editor: SettlementEditor) {}

  /**
   * @returns the correcting line
   * @throws DomainError mediation.settlement.not-found, .stale-version, mediation.line.not-found,
   *   mediation.not-correctable, mediation.correction-nothing, mediation.correction-below-zero,
   *   mediation.settlement-approved, mediation.month-frozen
   */
  async add(actor: Actor, id: Id, request: CorrectionRequest): Promise<void> {
    const { lineId, differenceFen, reason } = request;
    if (differenceFen === 0) throw wrong('correction-nothing', '差额不能为零', '#/differenceFen');
    await this.editor.move(actor, id, request.version, async (tx, held) => {
      mustBeDraft(held);
      // Corrections of one line come one after the other.
      await sql(tx, 'SELECT 1 FROM mediation.settlement_line WHERE id = $1 FOR UPDATE', [lineId]);
      const [line] = await sql<Corrected>(tx, CORRECTED, [lineId]);
      if (!line) throw notFound('mediation.line');
      if (line.kind !== 'CASE' || line.state !== 'FROZEN' || line.month >= held.month)
        throw wrong('not-correctable', '只能更正以前已锁定月份的案件行；未锁定的月份请直接重新编制', '#/lineId');
      if (line.standsAt + differenceFen < 0)
        throw wrong('correction-below-zero', '更正后金额不能小于零', '#/differenceFen');
      const correctionId = newId();
      send(tx, INSERT, [correctionId, id, lineId, differenceFen, reason, actor.personId]);
      send(tx, 'UPDATE mediation.settlement SET version = version + 1 WHERE id = $1', [id]);
      return ['correct-settlement', { correctionId, lineId, differenceFen, reason }];
    });
  }

  /** Takes a correction out of a draft again. @throws DomainError mediation.line.not-found and as {@link add} */
  async remove(actor: Actor, id: Id, correctionId: Id, version: number): Promise<void> {
    await this.editor.move(actor, id, version, async (tx, held) => {
      mustBeDraft(held);
      const removed = await sql(
        tx,
        `DELETE FROM mediation.settlement_line WHERE id = $1 AND settlement_id = $2 AND kind = 'CORRECTION' RETURNING 1`,
        [correctionId, id],
      );
      if (removed.length === 0) throw notFound('mediation.line');
      send(tx, 'UPDATE mediation.settlement SET version = version + 1 WHERE id = $1', [id]);
      return ['remove-correction', { correctionId }];
    });
  }
}

function wrong(code: string, detail: string, pointer: string): DomainError {
  const errors = [{ pointer, code, detail }];
  return new DomainError(`mediation.${code}`, { kind: 'invalid', detail: `${detail}。`, errors });
}

const CORRECTED = `SELECT l.kind, s.state, s.month,
    (l.amount_fen + coalesce((SELECT sum(c.amount_fen) FROM mediation.settlement_line c WHERE c.corrects_id = l.id), 0))::float8
      AS "standsAt"
  FROM mediation.settlement_line l JOIN mediation.settlement s ON s.id = l.settlement_id WHERE l.id = $1`;
const INSERT = `INSERT INTO mediation.settlement_line (id, settlement_id, kind, case_id, person_id, organ_id, payee, ended_on,
    result, complexity, tariff_id, sharing, amount_fen, corrects_id, reason, created_by)
  SELECT $1, $2, 'CORRECTION', case_id, person_id, organ_id, payee, ended_on, result, complexity, tariff_id, sharing, $4, id,
    $5, $6 FROM mediation.settlement_line WHERE id = $3`;
