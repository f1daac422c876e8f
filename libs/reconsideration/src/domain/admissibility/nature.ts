import type { ActNature } from './answer.js';
import type { AdmissibilityFacts } from './facts.js';

/** By what the officer stated; null if he did not say what kind of act it is. */
export function actNature({ stated }: Pick<AdmissibilityFacts, 'stated'>): ActNature | null {
  if (stated.omission !== undefined) return 'OMISSION';
  if (stated.actGround === undefined) return null;
  return stated.actGround === 'ADMIN_AGREEMENT' ? 'AGREEMENT' : 'ACT';
}
