export * from './engine/judge.js';
export * from './engine/procedure.js';
export * from './engine/validate-procedure.js';
