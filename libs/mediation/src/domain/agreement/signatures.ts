import type { CalendarDate, Id } from '@app/kernel';
import type { MediationFacts } from '../facts.js';
import { sidesOf } from '../intake/guards.js';

/**
 * Whose signature or seal an agreement needs: every applicant and respondent, third parties who owe something under it, its
 * mediators, and the seal of the committee (特邀调解规定 第24条; 人民调解法 第29条第2款).
 */
export function signerIds(facts: MediationFacts): readonly Id[] {
  const owing = new Set(facts.obligations.map((each) => each.obligorId));
  const third = facts.parties.filter((party) => party.side === 'THIRD_PARTY' && owing.has(party.partyId));
  const seal = facts.committeeId === null ? [] : [facts.committeeId];
  return [...[...sidesOf(facts), ...third].map((party) => party.partyId), ...facts.mediatorIds, ...seal];
}

/** Those who have not signed. */
export function unsignedIds(facts: MediationFacts): readonly Id[] {
  return signerIds(facts).filter((id) => !facts.signatures.some((each) => each.signerId === id));
}

/** Whether with this signature none is missing: then the agreement takes effect. */
export function completes(facts: MediationFacts, signerId: Id): boolean {
  return unsignedIds(facts).every((id) => id === signerId);
}

/** The day on which the agreement takes effect with this last signature: that of the latest one. */
export function effectiveWith(facts: MediationFacts, signedOn: CalendarDate): CalendarDate {
  return facts.signatures.reduce((latest, each) => (each.signedOn > latest ? each.signedOn : latest), signedOn);
}
