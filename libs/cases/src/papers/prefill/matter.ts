import type { CalendarDate, Id } from '@app/kernel';

export interface PaperParty {
  readonly id: Id;
  readonly role: 'APPLICANT' | 'THIRD_PARTY' | 'AGENT';
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly name: string;
  readonly address: string | null;
  readonly legalRepresentative: string | null;
  readonly isRepresentative: boolean;
  /** For an agent: the party he acts for. */
  readonly actsForId: Id | null;
}

export interface PaperClock {
  readonly rule: string;
  readonly startsOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly state: string;
}

/**
 * What papers of every procedure are prefilled from: the case, its dispute and the parties. No number of identity. Each
 * procedure adds what it knows of its own cases.
 */
export interface PaperMatter {
  readonly number: string;
  readonly respondent: { readonly id: Id; readonly name: string } | null;
  readonly claims: string;
  /** The matter as the applicant tells it. */
  readonly facts: string;
  readonly act: {
    readonly name: string;
    readonly documentNo: string | null;
    readonly on: CalendarDate | null;
    readonly knownOn: CalendarDate | null;
  };
  readonly parties: readonly PaperParty[];
  /** What was recorded at each step, by the step's name; of a step that is proposed, what is proposed. */
  readonly steps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly clocks: readonly PaperClock[];
}
