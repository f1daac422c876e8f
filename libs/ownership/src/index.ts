export type { Mark, OwnershipFacts, OwnershipNames, Risk } from './domain/facts.js';
export { OWNER_ROLES, ownerSteps, respectsIndependence, type LeaderAct } from './domain/independence.js';
export { OWNERSHIP } from './domain/lifecycle.js';
export type { OwnershipState } from './domain/states.js';
export { OWNERSHIP_CLOCKS } from './domain/time-limits.js';
export { OwnershipModule } from './ownership.module.js';
