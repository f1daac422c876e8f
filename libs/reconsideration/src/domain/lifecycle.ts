import type { Procedure } from '@app/cases';
import { AFTER_STEPS } from './after/steps.js';
import { DECISION_STEPS } from './decision/steps.js';
import type { ReconsiderationFacts } from './facts.js';
import { INTAKE_STEPS } from './intake/steps.js';
import { RECONSIDERATION_STATES, type ReconsiderationState } from './states.js';
import { TRIAL_STEPS } from './trial/steps.js';
import { pausedByRecusal, TOPIC_STEPS } from './trial/topics.js';

/** 行政复议 from receipt to the archive. */
export const RECONSIDERATION: Procedure<ReconsiderationFacts, ReconsiderationState> = {
  code: 'reconsideration',
  name: '行政复议',
  initial: 'RECEIVED',
  states: RECONSIDERATION_STATES,
  transitions: [
    ...INTAKE_STEPS,
    ...pausedByRecusal([...TRIAL_STEPS, ...TOPIC_STEPS, ...DECISION_STEPS]),
    ...AFTER_STEPS,
  ],
};
