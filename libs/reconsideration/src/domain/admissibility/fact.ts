import type { AcceptanceCondition } from '../acceptance.js';
import type { ActNature, Answer } from './answer.js';

/** An answer on a condition, as computed, and as an officer confirmed or overrode it. */
export interface ConditionFact {
  readonly computed: Answer;
  /** Null until an officer has said it. */
  readonly confirmed: Answer | null;
}

/** What the steps look at of an assessment. */
export interface AdmissibilityFact {
  readonly conditions: Readonly<Record<AcceptanceCondition, ConditionFact>>;
  readonly nature: ActNature | null;
}

/** What counts: the officer's word, else the computed answer. */
export const answerOf = ({ computed, confirmed }: ConditionFact): Answer => confirmed ?? computed;
