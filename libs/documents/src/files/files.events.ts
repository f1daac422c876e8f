import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

/** A version of a file was received: it waits to be scanned, and its pages to be counted. */
export const fileReceived = defineEvent<{ fileId: Id; no: number; caseId: Id; disputeId: Id }>('file.received');

/** A case file was asked for as one PDF. */
export const caseFileRequested = defineEvent<{ exportId: Id; caseId: Id; disputeId: Id }>('case-file.requested');
