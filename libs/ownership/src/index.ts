export { INTERFERENCES, OWNER_ROLES, ownerSteps, type Interference } from './domain/independence.js';
export type { Mark, OwnershipFacts, OwnershipNames, Risk } from './domain/facts.js';
export { OWNERSHIP } from './domain/lifecycle.js';
export type { OwnershipState } from './domain/states.js';
export { OWNERSHIP_CLOCKS } from './domain/time-limits.js';
export { entryRuleChanged } from './ownership.events.js';
export { OwnershipHttpModule, OwnershipJobsModule, OwnershipModule } from './ownership.module.js';
