// A walk through the main job over the API of a running demo (npm start): node tools/tour.mjs [address]
// Prints each step and what came of it, checks what it says, and exits 1 naming the step that failed.
import { APPLICANT } from './tour/applicant.mjs';
import { DISPUTE } from './tour/dispute.mjs';
import { MEDIATION } from './tour/mediation.mjs';
import { PROOF } from './tour/proof.mjs';
import { TIME } from './tour/time.mjs';
import { TRIAL } from './tour/trial.mjs';

/** @type {[title: string, walk: () => Promise<void>][]} */
const steps = [...DISPUTE, ...MEDIATION, ...APPLICANT, ...TRIAL, ...TIME, ...PROOF];
const began = Date.now();

for (const [index, [title, walk]] of steps.entries()) {
  console.log(`\n${index + 1}. ${title}`);
  try {
    await walk();
  } catch (error) {
    console.error(`\nFailed at step ${index + 1}, ${title}: ${error.message}`);
    process.exit(1);
  }
}
console.log(`\nThe tour is complete: ${steps.length} steps in ${Math.round((Date.now() - began) / 1000)} s.`);
