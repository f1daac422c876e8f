import type { Guard } from '@app/cases';
import { ACCEPTANCE_CONDITIONS, CONDITION_CODES, type AcceptanceCondition } from '../acceptance.js';
import type { ReconsiderationFacts } from '../facts.js';
import { answerOf } from './fact.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

const notMetGuard = (condition: AcceptanceCondition): Rule => ({
  code: `reconsideration.${condition.toLowerCase().replaceAll('_', '-')}-not-met`,
  detail: `经受理审查，不符合“${ACCEPTANCE_CONDITIONS[condition].name}”。请补正或者更正审查结论并说明理由，否则应当决定不予受理。`,
  article: ACCEPTANCE_CONDITIONS[condition].article,
  holds: ({ admissibility }) => admissibility === null || answerOf(admissibility.conditions[condition]) !== 'NOT_MET',
});

/** Nothing is accepted against the last assessment: one guard for each of the seven conditions. */
export const CONDITION_GUARDS: readonly Rule[] = CONDITION_CODES.map(notMetGuard);

/** An assessment that was begun is finished before the application is accepted. */
export const assessmentConfirmed: Rule = {
  code: 'reconsideration.admissibility-unconfirmed',
  detail: '受理审查结论尚未逐项确认，或者仍有不能判断的条件，请先确认。',
  article: '复议法 2023 第30条第1款、第31条',
  holds: ({ admissibility }) =>
    admissibility === null ||
    CONDITION_CODES.every((code) => admissibility.conditions[code].confirmed === 'MET') ||
    // What is not met has a refusal of its own.
    CONDITION_CODES.some((code) => answerOf(admissibility.conditions[code]) === 'NOT_MET'),
};

/** A refusal, or a dismissal after acceptance (复议法 2023 第33条), rests on conditions the assessment did not find met. */
export const failedAsAssessed: Rule<{ failed?: readonly AcceptanceCondition[] }> = {
  code: 'reconsideration.refusal-against-assessment',
  detail: '所列条件经受理审查已确认符合。请先更正审查结论并说明理由。',
  article: '复议法 2023 第30条第1款、第2款',
  onInput: true,
  holds: ({ admissibility }, { input }) =>
    admissibility === null || (input.failed ?? []).every((code) => answerOf(admissibility.conditions[code]) !== 'MET'),
};
