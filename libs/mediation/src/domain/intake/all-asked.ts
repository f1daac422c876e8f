import type { ClockEffect } from '@app/cases';
import type { Id } from '@app/kernel';
import type { MediationFacts } from '../facts.js';
import { sidesOf } from './guards.js';

/** The duty to ask is done when nobody whose consent is needed is left unasked; whoever answers need not be asked any more. */
export function allAsked<I extends object>(now: (input: I) => readonly Id[]): ClockEffect<MediationFacts, I> {
  return {
    do: 'meet',
    rule: 'MD_ASK_OTHER',
    when: (facts, { input }) =>
      sidesOf(facts).every(
        (party) => party.askedOn !== null || party.consent !== null || now(input).includes(party.partyId),
      ),
  };
}
