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
export { RECONSIDERATION_PAPERS, reconsiderationPaper } from './papers/catalogue.js';
export { PAPERS_BY_NAME, PAPERS_OF_STEP, PAPERS_ON_DEMAND, RECEIVED_PAPERS } from './papers/papers-of-step.js';
export { PaperCaseLoader } from './papers/prefill/paper-case.loader.js';
export type { PaperCase } from './papers/prefill/paper-case.js';
export { prefill } from './papers/prefill/prefill.js';
export { caseServed, decisionSued } from './reconsideration.events.js';
export {
  ReconsiderationHttpModule,
  ReconsiderationJobsModule,
  ReconsiderationModule,
} from './reconsideration.module.js';
