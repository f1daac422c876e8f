import type { CalendarDate, Id } from '@app/kernel';

/** By which paper the source made the agreement binding (MD-14). */
export const INSTRUMENTS = { STATEMENT: '调解书', WITHDRAWAL: '准予撤回、撤诉' } as const;
export type Instrument = keyof typeof INSTRUMENTS;

/** What the court decided on the application for confirmation (民诉法 2023 第206条). */
export const CONFIRMATION_OUTCOMES = { CONFIRMED: '确认有效', REFUSED: '驳回申请', NOT_ACCEPTED: '不予受理' } as const;
export type ConfirmationOutcome = keyof typeof CONFIRMATION_OUTCOMES;

/** The two visits after performance. */
export const VISIT_ROUNDS = { FIRST: '首次回访', SECOND: '再次回访' } as const;
export type VisitRound = keyof typeof VISIT_ROUNDS;

/** The agreement that holds now; one that was replaced after renewed mediation is not here. */
export interface AgreementFact {
  readonly id: Id;
  readonly agreedOn: CalendarDate;
  /** People's mediation only: made orally and recorded by the mediator. */
  readonly oral: boolean;
  readonly effectiveOn: CalendarDate | null;
  readonly handedOverOn: CalendarDate | null;
  readonly instrument: Instrument | null;
}

/** One thing a party has to do under the agreement. */
export interface ObligationFact {
  readonly id: Id;
  readonly obligorId: Id;
  readonly dueOn: CalendarDate;
  readonly amountFen: number | null;
  /** What was paid of it. */
  readonly paidFen: number;
  readonly done: boolean;
}

export interface SignatureFact {
  readonly signerId: Id;
  readonly signedOn: CalendarDate;
}

export interface ConfirmationFact {
  readonly id: Id;
  readonly appliedOn: CalendarDate;
  readonly acceptedOn: CalendarDate | null;
  readonly outcome: ConfirmationOutcome | null;
}

/** What guards look at from the agreement to the end of the follow-up. */
export interface AgreementFacts {
  readonly agreement: AgreementFact | null;
  /** What is on the agreement: of parties, mediators and the committee. */
  readonly signatures: readonly SignatureFact[];
  /** Of the agreement that holds. */
  readonly obligations: readonly ObligationFact[];
  /** The latest application. */
  readonly confirmation: ConfirmationFact | null;
  /** Visits that found everything performed, since the last one that did not. */
  readonly visited: readonly VisitRound[];
  /** State of the latest reconsideration of the dispute; null if there is none. */
  readonly reconsiderationState: string | null;
}

/** Before there is an agreement. */
export const NO_AGREEMENT: AgreementFacts = {
  agreement: null,
  signatures: [],
  obligations: [],
  confirmation: null,
  visited: [],
  reconsiderationState: null,
};
