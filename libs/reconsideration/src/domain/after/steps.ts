import { CLOSING_STEPS } from './closing/steps.js';
import { ENFORCEMENT_STEPS } from './enforcement/steps.js';
import { LETTER_STEPS } from './letters/steps.js';
import { PERFORMANCE_STEPS } from './performance/steps.js';
import { PUBLICATION_STEPS } from './publication/steps.js';

/** RC-30 to RC-35 and RC-38: from service to the archive. */
export const AFTER_STEPS = [
  ...PERFORMANCE_STEPS,
  ...ENFORCEMENT_STEPS,
  ...LETTER_STEPS,
  ...PUBLICATION_STEPS,
  ...CLOSING_STEPS,
];
