export { Platform1764000000000 } from './1764000000000-platform.js';
export { Audit1764000000100 } from './1764000000100-audit.js';
export { Documents1764000000350 } from './1764000000350-documents.js';
export { Cases1764000000600 } from './1764000000600-cases.js';
