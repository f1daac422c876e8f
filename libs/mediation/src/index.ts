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
export { MEDIATION_CLOCKS, termVariant } from './domain/time-limits.js';
export { MediationHttpModule, MediationJobsModule, MediationModule } from './mediation.module.js';
