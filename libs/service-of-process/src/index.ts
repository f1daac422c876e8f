export * from './domain/facts.js';
export { serviceGuards, SERVICE_RULES, type ServiceCase, type ServiceRule } from './domain/guards.js';
export {
  FAILURES,
  LIEN_PROOFS,
  methodRule,
  RECEIVERS,
  SERVICE_METHODS,
  type FailureReason,
  type MethodRule,
  type Receiver,
  type RecipientKind,
  type ServiceMethod,
} from './domain/methods.js';
export { PAPERS, paperRule, type PaperRule, type PaperTag } from './domain/papers.js';
export { AttemptRecord, servedOn, ServiceRecord } from './domain/record.js';
export { SERVICE_CLOCKS } from './domain/time-limits.js';
export { AddressConfirmations } from './address-confirmations.js';
export { Deliveries } from './deliveries.service.js';
export type { Delivery } from './delivery.store.js';
export { ElectronicService, type ElectronicItem } from './electronic.js';
export { ServiceRegister, type Failure, type Plan, type Serve } from './register.js';
export { ServedSteps, type Served, type ServedStep } from './served-steps.js';
export { ServiceHttpModule, ServiceJobsModule, ServiceModule } from './service.module.js';
