import { CaseEngine, lockCase } from '@app/cases';
import { Clock, newId, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ApproveListRequest, ListApprovedView } from './lists.dto.js';
import { CASES_OF_BATCH, type ApprovedBatch } from './lists.queries.js';
import { TaskLists } from './task-lists.js';

/** Approving the list of a year, or a supplement to it, as a whole. */
@Injectable()
export class ListApproval {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly lists: TaskLists,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts proposed cases on the list in the order given; all of them or none. A repeated `key` makes no second batch.
   * @throws DomainError cases.case.not-found, .stale-version, or the refusal of a case that may not be listed
   */
  async approve(actor: Actor, request: ApproveListRequest, key: string | undefined): Promise<ListApprovedView> {
    return this.database.transaction(async (tx) => {
      const { id } = await idempotently(tx, actor, key, request, newId(), (batchId) =>
        this.make(tx, actor, request, batchId),
      );
      const [batch] = await sql<ApprovedBatch>(tx, CASES_OF_BATCH, [id]);
      return batch!;
    });
  }

  private async make(tx: Tx, actor: Actor, { cases, basis, opinion }: ApproveListRequest, batchId: Id): Promise<void> {
    // Two approvals of the same cases, in whatever order, wait for one another and not for each other.
    for (const { caseId, version } of [...cases].sort((a, b) => (a.caseId < b.caseId ? -1 : 1)))
      await lockCase(tx, actor, caseId, version);
    this.lists.begin(tx, { id: batchId, actor, today: this.clock.today(), basis, opinion });
    for (const { caseId, version } of cases)
      await this.engine.performIn(tx, actor, caseId, 'list', version, { basis, opinion });
  }
}
