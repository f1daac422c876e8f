export * from './blocks.js';
export { bare, cite, citing, enumerate, inCapitals, inNumerals, nameAll, operative, sentence } from './chinese.js';
export * from './common.js';
export * from './fields.js';
export * from './fitting.js';
export { paperOf, type Manner } from './paper.js';
export { papersOfSteps } from './papers-of-step.js';
export { Words } from './words.js';
