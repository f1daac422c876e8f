import type { Procedure } from '@app/cases';
import { CHANGES } from './changes/steps.js';
import type { OwnershipFacts } from './facts.js';
import { leaderKeepsOut } from './guards.js';
import { LISTING } from './listing/steps.js';
import { PLANNING } from './planning/steps.js';
import { PROGRESS } from './progress/steps.js';
import { RESOLUTION } from './resolution/steps.js';
import { OWNERSHIP_STATES, type OwnershipState } from './states.js';
import type { Step } from './step.js';
import { SUPERVISION } from './supervision/steps.js';

const STEPS = [...LISTING, ...PLANNING, ...PROGRESS, ...SUPERVISION, ...CHANGES, ...RESOLUTION];

/** In every step in which a leader has words, they keep out of reconsiderations. */
function keptOut(step: Step<never>): Step<never> {
  return step.input && step.roles.includes('case_leader')
    ? { ...step, guards: [...step.guards, leaderKeepsOut] }
    : step;
}

/** 领导包案, CO-01 to CO-11. */
export const OWNERSHIP: Procedure<OwnershipFacts, OwnershipState> = {
  code: 'ownership',
  name: '领导包案',
  initial: 'PROPOSED',
  states: OWNERSHIP_STATES,
  transitions: STEPS.map((step) => keptOut(step as Step<never>)),
};
