import { disputeFacts } from '@app/cases';
import type { Id } from '@app/kernel';
import type { Tx } from '@app/platform';

/** The applicants of a dispute, for all of whom its code stands. */
export async function applicantsOf(tx: Tx, disputeId: Id): Promise<Id[]> {
  const { parties } = await disputeFacts(tx, disputeId);
  return parties.filter((party) => party.role === 'APPLICANT').map((party) => party.id);
}
