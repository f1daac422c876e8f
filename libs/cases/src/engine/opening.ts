import { DomainError, newId, notFound, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CaseCreatedView, OpenCaseRequest } from './cases.dto.js';
import { CaseEngine } from './engine.js';
import type { ProcedureCode } from './procedure.js';
import { Procedures } from './runtime.js';
import { maySee, principalsOf } from './scope.js';

/** Opening a case of a procedure on a registered dispute. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly procedures: Procedures,
  ) {}

  /**
   * @throws DomainError cases.dispute.not-found, cases.dispute-not-open, cases.already-open, or a guard's refusal
   */
  async open(actor: Actor, disputeId: Id, request: OpenCaseRequest, key: string | undefined): Promise<CaseCreatedView> {
    return this.database.transaction(async (tx) => {
      const { id } = await idempotently(tx, actor, key, { disputeId, ...request }, newId(), (caseId) =>
        this.openIn(tx, actor, disputeId, request.procedure, request.input, caseId),
      );
      return { id };
    });
  }

  /** The same within a transaction. */
  async openIn(
    tx: Tx,
    actor: Actor,
    disputeId: Id,
    code: ProcedureCode,
    input: unknown,
    caseId = newId(),
  ): Promise<void> {
    await this.lockOpenDispute(tx, actor, disputeId);
    const [other] = await sql<{ number: string }>(
      tx,
      'SELECT number FROM cases.case_file WHERE dispute_id = $1 AND procedure = $2 AND open LIMIT 1',
      [disputeId, code],
    );
    if (other) {
      throw new DomainError('cases.already-open', {
        kind: 'conflict',
        detail: `该争议已有正在办理的案件：${other.number}。`,
        params: { number: other.number },
      });
    }
    const opening = this.procedures.get(code).procedure.transitions.find((t) => t.from.length === 0)!;
    await this.engine.openIn(tx, actor, disputeId, code, opening.name, input, caseId);
  }

  /** Openings on one dispute queue here, so that two at once do not make two cases. */
  private async lockOpenDispute(tx: Tx, actor: Actor, id: Id): Promise<void> {
    const [row] = await sql<{ status: string }>(
      tx,
      `SELECT d.status FROM cases.dispute d WHERE d.id = $1 AND ${maySee('d.id', '$2', '$3')} FOR UPDATE OF d`,
      [id, principalsOf(actor), actor.personId],
    );
    if (!row) throw notFound('cases.dispute');
    if (row.status !== 'REGISTERED') {
      throw new DomainError('cases.dispute-not-open', {
        kind: 'conflict',
        detail: '只有已登记且未办结的争议可以立案。',
      });
    }
  }
}
