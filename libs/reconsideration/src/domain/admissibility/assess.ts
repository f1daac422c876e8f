import type { WorkingCalendar } from '@app/deadlines';
import { ACCEPTANCE_CONDITIONS, CONDITION_CODES, type AcceptanceCondition, type PriorGround } from '../acceptance.js';
import { lawVersion, type LawVersion } from '../law-version.js';
import { PERIOD_RULES } from './application-period.js';
import { pickFacts, type AdmissibilityFacts } from './facts.js';
import { JURISDICTION_RULES } from './jurisdiction.js';
import { ORGAN_ROUTE_RULES } from './organ-route.js';
import { PARTICIPANT_RULES } from './participants.js';
import { PRIOR_RULES, priorGroundOf } from './prior.js';
import type { Answer } from './answer.js';
import type { AdmissibilityRule, Verdict } from './rule.js';
import { SCOPE_RULES } from './scope.js';

export const ADMISSIBILITY_RULES: readonly AdmissibilityRule[] = [
  ...PARTICIPANT_RULES,
  ...SCOPE_RULES,
  ...PERIOD_RULES,
  ...ORGAN_ROUTE_RULES,
  ...JURISDICTION_RULES,
  ...PRIOR_RULES,
];

/** What a rule found, with the facts it looked at. */
export interface Finding extends Verdict {
  readonly rule: string;
  readonly article: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The answer on one of the seven conditions. */
export interface ConditionAnswer {
  readonly condition: AcceptanceCondition;
  readonly article: string;
  readonly answer: Answer;
  readonly findings: readonly Finding[];
}

/** What the findings together come to. */
export type Outcome = 'ACCEPT' | 'REFUSE' | 'CORRECT' | 'NOT_HANDLED';

export interface Assessment {
  readonly conditions: readonly ConditionAnswer[];
  /** What acceptance does not depend on, but the officer must see to. */
  readonly observations: readonly Finding[];
  readonly outcome: Outcome;
  readonly priorGround: PriorGround | null;
  /** Who has jurisdiction, if the register says it. */
  readonly competent: readonly string[];
  /** The texts applied, by the day of filing. */
  readonly law: LawVersion;
}

/**
 * Judges an application by the rules of admissibility (复议法 2023 第30条第1款). A condition is met if all its rules say
 * so, not met if one says so, and open otherwise. Pure: the facts and the calendar are everything it looks at.
 */
export function assess(facts: AdmissibilityFacts, calendar: WorkingCalendar): Assessment {
  const found = ADMISSIBILITY_RULES.filter((rule) => rule.applies?.(facts) ?? true).map((rule) => ({
    condition: rule.condition,
    finding: findingOf(rule, facts, calendar),
  }));
  const of = (condition: AcceptanceCondition | null): Finding[] =>
    found.filter((each) => each.condition === condition).map((each) => each.finding);
  const conditions = CONDITION_CODES.map((condition) => answerOn(condition, of(condition)));
  return {
    conditions,
    observations: of(null),
    outcome: outcomeOf(conditions, of(null)),
    priorGround: priorGroundOf(facts),
    competent: [...new Set(of('JURISDICTION').flatMap((each) => each.competent ?? []))],
    law: lawVersion({ filedOn: facts.filing.filedOn, stepOn: facts.filing.receivedOn }, 'APPLICATION_CONTENT'),
  };
}

function findingOf(rule: AdmissibilityRule, facts: AdmissibilityFacts, calendar: WorkingCalendar): Finding {
  const { code, article } = rule;
  return { rule: code, article, facts: pickFacts(facts, rule.facts), ...rule.judge(facts, calendar) };
}

function answerOn(condition: AcceptanceCondition, findings: readonly Finding[]): ConditionAnswer {
  const { article } = ACCEPTANCE_CONDITIONS[condition];
  return { condition, article, answer: worst(findings), findings };
}

function worst(findings: readonly Finding[]): Answer {
  const has = (answer: Answer): boolean => findings.some((each) => each.answer === answer);
  if (has('NOT_MET')) return 'NOT_MET';
  return has('UNKNOWN') || findings.length === 0 ? 'UNKNOWN' : 'MET';
}

function outcomeOf(conditions: readonly ConditionAnswer[], observations: readonly Finding[]): Outcome {
  if (observations.some((each) => each.rule === 'REPEAT-2' && each.answer === 'NOT_MET')) return 'NOT_HANDLED';
  if (conditions.some((each) => each.answer === 'NOT_MET')) return 'REFUSE';
  return conditions.some((each) => each.answer === 'UNKNOWN') ? 'CORRECT' : 'ACCEPT';
}
