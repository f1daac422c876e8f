import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

/** Deliveries were written; the batch names them. */
export const deliveriesQueued = defineEvent<{ batchId: Id }>('deliveries.queued');

/** A delivery was given up. */
export const deliveryFailed = defineEvent<{ deliveryId: Id; channel: string; code: string }>('delivery.failed');
