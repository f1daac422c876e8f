import { type DocumentData, inNumerals, list } from '@app/documents';
import { ACCEPTANCE_CONDITIONS, CONDITION_CODES, type AcceptanceCondition } from '../../domain/acceptance.js';

/** Codes of the conditions of 第三十条第一款 that fail; the text says them in words. */
export const failed = list('failed', `不符合的受理条件（${CONDITION_CODES.join('、')}）`);

export const lacksJurisdiction = (data: DocumentData): boolean =>
  Array.isArray(data['failed']) && data['failed'].includes('JURISDICTION');

/** The conditions in words; what is not one of the law's stands as it was written. */
export function conditionNames(codes: readonly string[]): string {
  return codes.map((code) => ACCEPTANCE_CONDITIONS[code as AcceptanceCondition]?.name ?? code).join('；');
}

/** Their items in the order of the law: 第四项、第六项. */
export function conditionItems(codes: readonly string[]): string {
  return CONDITION_CODES.flatMap((code, i) => (codes.includes(code) ? [`第${inNumerals(i + 1)}项`] : [])).join('、');
}
