import type { CaseFacts, Procedure, ProcedureCode } from '@app/cases';
import type { CalendarDate, Id, RoleCode } from '@app/kernel';

/** Roles that own cases without deciding them. */
export const OWNER_ROLES: readonly RoleCode[] = ['case_leader', 'unit_leader'];

/** What a leader who owns a case wants to do to a case of the same dispute. */
export interface LeaderAct {
  readonly procedure: ProcedureCode;
  /** `instruct`: a word to the unit; `transition`: move the state; `edit`: change a document. */
  readonly kind: 'instruct' | 'transition' | 'edit';
  /** Every instruction is kept with its time, content and person. */
  readonly log?: { readonly on: CalendarDate; readonly content: string; readonly personId: Id };
}

/**
 * Independence of reconsideration: whoever owns a case never moves a reconsideration and never touches its text; what
 * they say is kept. True if the act respects that (复议法 2023 第3条; 中办发〔2015〕23号).
 */
export function respectsIndependence(act: LeaderAct): boolean {
  if (act.kind === 'instruct') return act.log !== undefined && act.log.content.trim().length > 0;
  return act.procedure !== 'reconsideration';
}

/** Names of the steps of a procedure that an owning leader could perform, propose or review; of a reconsideration, none. */
export function ownerSteps<F extends CaseFacts>(procedure: Procedure<F>): string[] {
  return procedure.transitions
    .filter((t) => [...t.roles, ...(t.proposal?.by ?? []), ...(t.proposal?.reviewers ?? [])].some(isOwner))
    .map((t) => t.name);
}

function isOwner(role: RoleCode): boolean {
  return OWNER_ROLES.includes(role);
}
