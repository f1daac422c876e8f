import type { WorkingCalendar } from '@app/deadlines';
import type { CalendarDate } from '@app/kernel';
import type { AcceptanceCondition } from '../acceptance.js';
import type { Answer } from './answer.js';
import type { AdmissibilityFacts, FactName } from './facts.js';

/** What a rule says of the facts. */
export interface Verdict {
  readonly answer: Answer;
  /** Chinese: why. */
  readonly reason: string;
  /** Chinese: what would settle an open question, or mend a fault. */
  readonly settle?: string;
  /** The last day to apply, where the rule counts one. */
  readonly dueOn?: CalendarDate;
  /** Authorities that have jurisdiction. */
  readonly competent?: readonly string[];
}

/**
 * A rule of admissibility as data. `condition` is the condition of 复议法 2023 第30条第1款 it decides; null for what an
 * officer must know or see to, but on which acceptance does not depend.
 */
export interface AdmissibilityRule {
  /** `PART-4`. */
  readonly code: string;
  readonly condition: AcceptanceCondition | null;
  readonly article: string;
  readonly facts: readonly FactName[];
  /** Whether the rule has anything to say; absent: always. */
  applies?(facts: AdmissibilityFacts): boolean;
  judge(facts: AdmissibilityFacts, calendar: WorkingCalendar): Verdict;
}

export const met = (reason: string, more: Partial<Verdict> = {}): Verdict => ({ answer: 'MET', reason, ...more });
export const fails = (reason: string, settle?: string, more: Partial<Verdict> = {}): Verdict => ({
  answer: 'NOT_MET',
  reason,
  ...(settle === undefined ? {} : { settle }),
  ...more,
});
export const open = (reason: string, settle: string): Verdict => ({ answer: 'UNKNOWN', reason, settle });

/** Three-valued: a fact that is not known leaves the rule open. */
export function decide(value: boolean | undefined, yes: string, no: string, settle: string): Verdict {
  if (value === undefined) return open('尚未查明', settle);
  return value ? met(yes) : fails(no, settle);
}
