import type { CaseFacts, Procedure, ProcedureCode } from '@app/cases';
import type { RoleCode } from '@app/kernel';

/** Roles that own cases without deciding them. */
export const OWNER_ROLES: readonly RoleCode[] = ['case_leader', 'unit_leader'];

/** Why words of a leader reach into a reconsideration. */
export const INTERFERENCES = {
  ABOUT_CASE: '针对行政复议案件作出',
  NAMES_CASE: '写明行政复议案号并涉及案件处理',
  TELLS_OUTCOME: '要求行政复议作出某种结果',
} as const;

export type Interference = keyof typeof INTERFERENCES;

/** What a leader wants to say on a case he owns. */
export interface LeaderWord {
  readonly content: string;
  /** The procedure of the case of the dispute it is about; null: the ownership itself. */
  readonly about: ProcedureCode | null;
  /** Numbers of the dispute's reconsiderations. */
  readonly reconsiderations: readonly string[];
}

const OUTCOME = '维持|撤销|变更|驳回|不予受理|确认违法|确认无效|决定结果|审理意见|审理结果|裁决倾向';
const TOLD = new RegExp(`复议[^。；！？\\n]{0,30}(${OUTCOME})|(${OUTCOME})[^。；！？\\n]{0,15}复议`, 'u');

/**
 * Independence of reconsideration: whoever owns a case never reaches into a reconsideration's decision (复议法 2023
 * 第3条; 中办发〔2015〕23号). Judged by what the word is about, by a number of a reconsideration in it, and by words that
 * name an outcome; that a decision be performed may be said. Null if it keeps out.
 */
export function interference({ content, about, reconsiderations }: LeaderWord): Interference | null {
  const text = content.normalize('NFKC').replace(/\s+/g, '');
  if (about === 'reconsideration') return 'ABOUT_CASE';
  if (reconsiderations.some((number) => text.includes(number.normalize('NFKC').replace(/\s+/g, ''))))
    return 'NAMES_CASE';
  return TOLD.test(text) ? 'TELLS_OUTCOME' : null;
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
