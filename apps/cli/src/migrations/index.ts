export { Platform1764000000000 } from './1764000000000-platform.js';
export { Audit1764000000100 } from './1764000000100-audit.js';
