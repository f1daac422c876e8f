export type {
  CitizenClock,
  CommitteeFact,
  MediationFacts,
  MediatorFact,
  PartyFact,
  RecusalFact,
  Stage,
} from './domain/facts.js';
export { CITIZEN_CLOCK_RULES } from './domain/facts.js';
export { MEDIATION } from './domain/lifecycle.js';
export type { MediationState } from './domain/states.js';
export { STAGE_TABLE } from './domain/stages.js';
export { MEDIATION_PAPERS, mediationPaper } from './papers/catalogue.js';
export { MediationPaperCases } from './papers/prefill/mediation-case.loader.js';
export { MEDIATION_PAPERS_BY_NAME, MEDIATION_PAPERS_OF_STEP } from './papers/papers-of-step.js';
export { MEDIATION_CLOCKS, termVariant } from './domain/time-limits.js';
export { fairnessOf } from './assignment/load.queries.js';
export { replayAll } from './assignment/snapshots.js';
export { networkSeed } from './network/seed/network-seed.js';
export { MediationHttpModule, MediationJobsModule, MediationModule } from './mediation.module.js';
