import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

/** A case stands still because applicant and respondent agreed to mediate or settle (复议法 2023 第39条第1款第6项). */
export const suspendedForMediation = defineEvent<{ caseId: Id; disputeId: Id }>(
  'reconsideration.suspended-for-mediation',
);
