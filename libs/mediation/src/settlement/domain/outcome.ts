import type { Complexity, SettledResult } from './codes.js';

/** What of a closed mediation decides what it earns. */
export interface ClosedMediation {
  /** The state in which it closed. */
  readonly state: string;
  /** An agreement took effect. */
  readonly agreed: boolean;
  /** Something agreed is not performed yet. */
  readonly outstanding: boolean;
  readonly sessions: number;
  readonly parties: number;
  /** 重大疑难复杂. */
  readonly major: boolean;
}

interface EndRule {
  readonly state: string;
  readonly agreed?: boolean;
  readonly outstanding?: boolean;
  readonly mediated?: boolean;
  /** Null: pays nothing. */
  readonly result: SettledResult | null;
}

/** By end state and what led to it, the first that fits; a state that is not here pays nothing (中心结算办法 [L]). */
export const END_RULES: readonly EndRule[] = [
  { state: 'CLOSED_SUCCESS', outstanding: false, result: 'PERFORMED' },
  { state: 'CLOSED_SUCCESS', result: 'AGREEMENT' },
  { state: 'RETURNED', agreed: true, result: 'AGREEMENT' },
  { state: 'RETURNED', mediated: true, result: 'NO_AGREEMENT' },
  { state: 'RETURNED', result: 'NOT_MEDIATED' },
  { state: 'REJECTED', result: null },
];

/** What a closed mediation counts as; null if it earns nothing. */
export function resultOf(closed: ClosedMediation): SettledResult | null {
  const fits = (rule: EndRule): boolean =>
    rule.state === closed.state &&
    (rule.agreed === undefined || rule.agreed === closed.agreed) &&
    (rule.outstanding === undefined || rule.outstanding === closed.outstanding) &&
    (rule.mediated === undefined || rule.mediated === closed.sessions > 0);
  return END_RULES.find(fits)?.result ?? null;
}

/** From so many parties, the respondent counted, or sessions on a mediation is complex. */
export const COMPLEX_FROM = { parties: 5, sessions: 4 } as const;
/** A mediation with no more than these is simple. */
export const SIMPLE_UP_TO = { parties: 2, sessions: 1 } as const;

/**
 * Complex: major, or five parties or more, or four sessions or more. Simple: two parties and one session at most.
 * Otherwise ordinary (中心结算办法 [L]).
 */
export function complexityOf({ major, parties, sessions }: ClosedMediation): Complexity {
  if (major || parties >= COMPLEX_FROM.parties || sessions >= COMPLEX_FROM.sessions) return 'COMPLEX';
  return parties <= SIMPLE_UP_TO.parties && sessions <= SIMPLE_UP_TO.sessions ? 'SIMPLE' : 'ORDINARY';
}
