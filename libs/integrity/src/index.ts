export { checkOf, CHECKS } from './checks/index.js';
export type { Check } from './check.js';
export { IntegrityHttpModule, IntegrityJobsModule, IntegrityModule } from './integrity.module.js';
export { IntegrityRunner, type StepResult } from './runner.js';
