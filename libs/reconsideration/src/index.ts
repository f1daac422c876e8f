export {
  ACCEPTANCE_CONDITIONS,
  CONDITION_CODES,
  PRIOR_GROUNDS,
  unmetConditions,
  type AcceptanceCondition,
  type PriorGround,
} from './domain/acceptance.js';
export { DECISION_KINDS, decisionKind, type DecisionKind } from './domain/decision-kinds.js';
export type { PartyFact, ReconsiderationFacts, Track } from './domain/facts.js';
export { lawVersion, leastOfficers, representativesRule, type LawVersion } from './domain/law-version.js';
export { RECONSIDERATION } from './domain/lifecycle.js';
export type { ReconsiderationState } from './domain/states.js';
export { RECONSIDERATION_CLOCKS } from './domain/time-limits.js';
export { caseServed, decisionSued } from './reconsideration.events.js';
export {
  ReconsiderationHttpModule,
  ReconsiderationJobsModule,
  ReconsiderationModule,
} from './reconsideration.module.js';
