import type { DecisionKind } from '../../decision-kinds.js';
import type { ReconsiderationFacts } from '../../facts.js';

/** A court's case number, in full-width brackets. */
export const COURT_NUMBER = /^（\d{4}）[\p{Script=Han}\d]{1,20}[\p{Script=Han}]{1,10}\d{1,6}号$/u;

export const DEFENDANT_ROLES = { SOLE: '单独被告', JOINT: '共同被告' } as const;
export type DefendantRole = keyof typeof DEFENDANT_ROLES;

/**
 * As what the authority is sued: with the organ that made the act if the decision upheld it, which a rejection of the
 * claims does too; else alone (行诉法 第26条第2款; 行诉解释 第133条). A refusal to accept is its own act.
 */
export function defendantRole(kind: DecisionKind | null): DefendantRole {
  return kind === 'MAINTAIN' || kind === 'REJECT_CLAIMS' ? 'JOINT' : 'SOLE';
}

/** The same of a case: by what it was decided as, if it was. */
export function roleIn({ draft, decidedOn }: Pick<ReconsiderationFacts, 'draft' | 'decidedOn'>): DefendantRole {
  return defendantRole(decidedOn === null ? null : (draft?.kind ?? null));
}
