import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

/** A dispute was registered and has its number. */
export const disputeRegistered = defineEvent<{ disputeId: Id }>('dispute.registered');

/** What was registered of a dispute was changed. */
export const disputeAmended = defineEvent<{ disputeId: Id }>('dispute.amended');

/** A registered dispute was closed or made void. */
export const disputeEnded = defineEvent<{ disputeId: Id; status: 'CLOSED' | 'VOID' }>('dispute.ended');
