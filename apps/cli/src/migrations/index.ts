export { Platform1764000000000 } from './1764000000000-platform.js';
export { RateLimit1764000000050 } from './1764000000050-rate-limit.js';
export { Audit1764000000100 } from './1764000000100-audit.js';
export { Documents1764000000350 } from './1764000000350-documents.js';
export { Notifications1764000000500 } from './1764000000500-notifications.js';
export { Cases1764000000600 } from './1764000000600-cases.js';
export { Mediation1764000000700 } from './1764000000700-mediation.js';
export { Ownership1764000000800 } from './1764000000800-ownership.js';
