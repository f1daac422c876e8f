import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

interface PaperRef {
  documentId: Id;
  caseId: Id;
  disputeId: Id;
  /** Code of the kind. */
  kind: string;
}

/** A paper was drafted. */
export const documentDrafted = defineEvent<PaperRef>('document.drafted');

/** A paper was signed: it has its number, and never changes again. */
export const documentSigned = defineEvent<PaperRef>('document.signed');

/** A draft was discarded, or a signed paper made void; then its number is used up. */
export const documentVoided = defineEvent<PaperRef>('document.voided');

/** Files of a signed paper are to be made. */
export const renditionWanted = defineEvent<{ documentId: Id }>('rendition.wanted');
