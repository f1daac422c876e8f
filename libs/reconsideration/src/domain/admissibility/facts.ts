import type { CalendarDate } from '@app/kernel';
import type { FilingMethod } from '../facts.js';
import type { StatedFacts } from './stated.js';

/** An organ as the register has it on the day of the act. */
export interface OrganFact {
  readonly id: string;
  readonly name: string;
  /** Kind of the register: GOVERNMENT, DEPARTMENT, MUNICIPAL_BRANCH, … */
  readonly kind: string;
  readonly parentId: string | null;
  /** May act in its own name by law, regulation or rule. */
  readonly hasAuthorisation: boolean;
}

/** What the service knows by itself: the application, the dispute, the register of organs. */
export interface KnownFacts {
  readonly filing: {
    readonly method: FilingMethod;
    readonly receivedOn: CalendarDate;
    /** The day that counts: of the postmark, of handing over to the penalty organ, or of receipt. */
    readonly filedOn: CalendarDate;
  };
  readonly act: {
    readonly on: CalendarDate | null;
    readonly knownOn: CalendarDate | null;
    /** Set if he was not told of his right, the authority and the period with the act. */
    readonly rightsKnownOn: CalendarDate | null;
    readonly realEstate: boolean;
  };
  readonly applicants: {
    readonly count: number;
    readonly representatives: number;
    readonly electionSigned: boolean;
    readonly agents: number;
  };
  readonly thirdParties: { readonly count: number; readonly representatives: number };
  readonly respondent: OrganFact | null;
  /** The organ above the respondent. */
  readonly parent: OrganFact | null;
  /** The reconsideration authority: the district's government; and the government above it. */
  readonly authority: OrganFact | null;
  readonly superior: OrganFact | null;
  /** A notice to change the respondent was sent; it was served and its period is over. */
  readonly respondentNotice: 'NONE' | 'SENT' | 'ENDED';
  /** This authority has accepted an application on the same dispute before. */
  readonly acceptedBefore: boolean;
}

/** Everything the rules of admissibility look at: known, and stated by the officer. What is absent is not known yet. */
export interface AdmissibilityFacts extends KnownFacts {
  readonly stated: StatedFacts;
}

/** A fact by its name: `filing`, `act`, … or `stated.interest`. */
export type FactName = keyof KnownFacts | `stated.${keyof StatedFacts}`;

/** The facts of these names that are known. */
export function pickFacts(facts: AdmissibilityFacts, names: readonly FactName[]): Record<string, unknown> {
  const entries = names.map((name): [string, unknown] =>
    name.startsWith('stated.')
      ? [name, facts.stated[name.slice('stated.'.length) as keyof StatedFacts]]
      : [name, facts[name as keyof KnownFacts]],
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}
