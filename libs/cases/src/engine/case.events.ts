import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';
import type { ProcedureCode } from './procedure.js';

/** A case was opened on a dispute. */
export const caseOpened = defineEvent<{ caseId: Id; disputeId: Id; procedure: ProcedureCode }>('case.opened');

/** A step of a case was performed. `from` and `to` are equal if it stayed in its state. */
export const caseMoved = defineEvent<{
  caseId: Id;
  disputeId: Id;
  procedure: ProcedureCode;
  transition: string;
  code: string;
  from: string;
  to: string;
}>('case.moved');

/** A step was proposed, passed on or returned: `roles` have it now, or the proposer if it was returned. */
export const proposalMoved = defineEvent<{ proposalId: Id; caseId: Id; disputeId: Id; state: string; roles: string[] }>(
  'proposal.moved',
);

/**
 * A reconsideration stands still because applicant and respondent agreed to mediate or settle (复议法 2023 第39条第1款第6项). Here,
 * because procedures know each other only by way of their cases.
 */
export const suspendedForMediation = defineEvent<{ caseId: Id; disputeId: Id }>(
  'reconsideration.suspended-for-mediation',
);
