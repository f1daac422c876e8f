import type { Transition } from '@app/cases';
import type { ReconsiderationFacts } from '../facts.js';
import type { ReconsiderationState } from '../states.js';
import { COURSE_STEPS } from './course/steps.js';
import { ENDING_STEPS } from './endings/steps.js';
import { EVIDENCE_STEPS } from './evidence/steps.js';
import { HEARING_STEPS } from './hearing/steps.js';
import { NORM_STEPS } from './norms/steps.js';
import { notChallenged } from './people/guards.js';
import { PEOPLE_STEPS } from './people/steps.js';

type Step = Transition<ReconsiderationFacts, ReconsiderationState>;

/** Everything of the trial besides its main way (steps.ts), by topic. */
export const TOPIC_STEPS: readonly Step[] = [
  ...PEOPLE_STEPS,
  ...HEARING_STEPS,
  ...EVIDENCE_STEPS,
  ...COURSE_STEPS,
  ...NORM_STEPS,
  ...ENDING_STEPS,
];

/**
 * What an officer may do although his recusal is asked for: what would be lost if it waited, what a period demands of him,
 * and the recusal itself.
 */
export const URGENT: ReadonlySet<string> = new Set([
  'send-copy',
  'record-copy-receipt',
  'receive-reply',
  'default-reply',
  'record-service',
  'serve-ending',
  'stay-execution',
  'lift-stay',
  'ask-recusal',
  'decide-recusal',
  'notify-hearing',
  'send-norm',
  'record-norm-receipt',
  'receive-norm-answer',
  'send-files-up',
]);

/** Officers' steps are not open to one whose recusal is asked for and undecided, unless they are urgent. */
export function pausedByRecusal(steps: readonly Step[]): Step[] {
  return steps.map((step) =>
    URGENT.has(step.name) || step.from.length === 0 ? step : { ...step, guards: [notChallenged, ...step.guards] },
  );
}
