import type { CalendarDate } from '@app/kernel';

/**
 * The relief texts (诉权告知) papers may end with, and when. The words are in the dated table `documents.relief_rule`,
 * which the office edits; a kind of paper names only the code.
 */
export const RELIEF_CODES = {
  LITIGATION: '不予受理、驳回、决定：可以起诉',
  LITIGATION_MAINTAIN: '维持：可以起诉，管辖随作出原行政行为的行政机关',
  LITIGATION_CHANGE: '改变原行政行为、不予受理：可以起诉，由中级人民法院管辖',
  NO_DECISION_IN_TIME: '逾期不作决定：可以起诉',
  MEDIATION: '调解书的效力',
  WITHDRAWN: '撤回后不得再以同一事实和理由申请',
} as const;

export type ReliefCode = keyof typeof RELIEF_CODES;

/** What a paper says of the remedy, as it stood on the day of signing. */
export interface Relief {
  readonly text: string;
  readonly article: string;
  /** Which court, if the text is to name one. */
  readonly court: string | null;
}

/** A version of a relief text: in force from `from`, until the day before `until`. */
export interface DatedRelief extends Relief {
  readonly code: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export function isReliefCode(code: string): code is ReliefCode {
  return Object.hasOwn(RELIEF_CODES, code);
}

/** The sentence on paper: the text, with the court in the place of `{court}`. */
export function reliefSentence({ text, court }: Relief): string {
  return text.replaceAll('{court}', court ?? '人民法院');
}
