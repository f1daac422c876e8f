import type { RefusedStep } from '@app/cases';
import { Clock } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { interference, wordsOf } from '../domain/independence.js';
import { keepInterference, reconsiderationsOf } from './interference.js';

/** Steps of a leader refused because his words reached into a reconsideration are kept like his instructions. */
@Injectable()
export class Refusals {
  constructor(private readonly clock: Clock) {}

  async keep(tx: Tx, { actor, caseId, input, code }: RefusedStep): Promise<void> {
    if (code !== 'ownership.touches-reconsideration') return;
    const [row] = await sql<{ id: string; disputeId: string; number: string }>(
      tx,
      'SELECT id, dispute_id AS "disputeId", number FROM cases.case_file WHERE id = $1',
      [caseId],
    );
    if (!row) return;
    const content = wordsOf(input);
    const reconsiderations = await reconsiderationsOf(tx, row.disputeId);
    const ground = interference({ content, about: null, reconsiderations }) ?? 'TELLS_OUTCOME';
    keepInterference(tx, actor, row, { content, aboutCaseId: null, ground, at: this.clock.now() });
  }
}
