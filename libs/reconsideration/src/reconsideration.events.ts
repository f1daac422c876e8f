import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

/** A court gave notice of a suit against a decision, or a refusal, of a reconsideration. */
export const decisionSued = defineEvent<{ caseId: Id; disputeId: Id; litigationId: Id; role: 'SOLE' | 'JOINT' }>(
  'reconsideration.sued',
);

/** The document that ends a case on its merits was served on the last party. */
export const caseServed = defineEvent<{ caseId: Id; disputeId: Id }>('reconsideration.served');
