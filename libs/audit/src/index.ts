export { CHANGES_ONLY, forget, momentOf, noteChange, record, type Act, type Change } from './audit.js';
export { AuditHttpModule, AuditModule } from './audit.module.js';
export { AuditQueries, AuditEntryView } from './audit.queries.js';
export { AuditVerifier, type AuditFault } from './verify.js';
