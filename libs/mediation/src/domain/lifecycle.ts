import type { Procedure } from '@app/cases';
import { AGREEMENT_STEPS } from './agreement/steps.js';
import { ASSIGNMENT_STEPS } from './assignment/steps.js';
import { RELEASE_STEPS } from '../assignment/domain/steps.js';
import { CLOSING_STEPS } from './closing/steps.js';
import { CONSENT_STEPS } from './consent/steps.js';
import type { MediationFacts } from './facts.js';
import { INTAKE_STEPS } from './intake/steps.js';
import { PERFORMANCE_STEPS } from './performance/steps.js';
import { PROPOSAL_STEPS } from './proposals/steps.js';
import { SESSION_STEPS } from './session/steps.js';
import { SITTING_STEPS } from './sittings/steps.js';
import { MEDIATION_STATES, type MediationState } from './states.js';

/** 行政争议调解, MD-01 to MD-18. */
export const MEDIATION: Procedure<MediationFacts, MediationState> = {
  code: 'mediation',
  name: '行政争议调解',
  initial: 'REFERRED',
  states: MEDIATION_STATES,
  transitions: [
    ...INTAKE_STEPS,
    ...CONSENT_STEPS,
    ...ASSIGNMENT_STEPS,
    ...RELEASE_STEPS,
    ...SITTING_STEPS,
    ...PROPOSAL_STEPS,
    ...SESSION_STEPS,
    ...AGREEMENT_STEPS,
    ...PERFORMANCE_STEPS,
    ...CLOSING_STEPS,
  ],
};
