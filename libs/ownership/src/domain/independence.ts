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
  /** The dispute's reconsiderations. */
  readonly reconsiderations: readonly ReconsiderationFact[];
}

export interface ReconsiderationFact {
  readonly number: string;
  /** It has its decision, or ended without one. */
  readonly decided: boolean;
}

const OUTCOME = '维持|撤销|变更|驳回|不予受理|确认违法|确认无效|决定结果|审理意见|审理结果|裁决倾向';
const TOLD = new RegExp(`复议[^。；！？\\n]{0,30}(${OUTCOME})|(${OUTCOME})[^。；！？\\n]{0,15}复议`, 'u');

/**
 * Independence of reconsideration: whoever owns a case never reaches into a reconsideration's decision (复议法 2023
 * 第3条; 中办发〔2015〕23号). Judged by what the word is about; and, while a reconsideration is undecided or may still come,
 * by its number and by words that name an outcome. What was decided may be spoken of: that it be performed, that the unit
 * act anew. Null if it keeps out.
 */
export function interference({ content, about, reconsiderations }: LeaderWord): Interference | null {
  if (about === 'reconsideration') return 'ABOUT_CASE';
  const text = plain(content);
  const pending = reconsiderations.filter(({ decided }) => !decided);
  if (pending.some(({ number }) => text.includes(plain(number)))) return 'NAMES_CASE';
  const toCome = pending.length > 0 || reconsiderations.length === 0;
  return toCome && TOLD.test(text) ? 'TELLS_OUTCOME' : null;
}

/** Half-width, without spaces; line ends stay, for they end sentences. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\S\n]+/g, '');
}

/** Every text that a step's input holds, one a line. */
export function wordsOf(input: unknown): string {
  if (typeof input === 'string') return input;
  if (typeof input !== 'object' || input === null) return '';
  return Object.values(input).map(wordsOf).filter(Boolean).join('\n');
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
