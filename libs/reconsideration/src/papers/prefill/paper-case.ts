import type { CalendarDate, Id } from '@app/kernel';
import type { DecisionKind } from '../../domain/decision-kinds.js';
import type { CorrectionKind, FilingMethod, SimplifiedGround, SuspensionGround, Track } from '../../domain/facts.js';

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

/** What papers are prefilled from: the dispute, its parties, and the case as far as it has come. No number of identity. */
export interface PaperCase {
  readonly number: string;
  /** The reconsideration authority, and the institution that works for it, as they are named today. */
  readonly authority: string | null;
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
  /** Null before the application is received. */
  readonly application: {
    readonly method: FilingMethod;
    readonly receivedOn: CalendarDate;
    readonly filedOn: CalendarDate;
    readonly acceptedOn: CalendarDate | null;
    readonly track: Track | null;
    readonly simplifiedGround: SimplifiedGround | null;
    readonly suspensionGround: SuspensionGround | null;
    readonly suspendedOn: CalendarDate | null;
    readonly decidedOn: CalendarDate | null;
  } | null;
  /** What was recorded at each step, by the step's name; of a step that is proposed, what is proposed. */
  readonly steps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly corrections: readonly { readonly kind: CorrectionKind; readonly items: readonly string[] }[];
  readonly clocks: readonly PaperClock[];
  readonly draft: {
    readonly kind: DecisionKind;
    readonly ground: string;
    readonly content: Readonly<Record<string, unknown>>;
  } | null;
  /** The paper that ended the case, once it is signed. */
  readonly effective: { readonly title: string; readonly number: string | null } | null;
  /** Those who try the case, the handler first. */
  readonly officers: readonly string[];
  readonly services: readonly {
    readonly document: string;
    readonly recipientId: Id;
    readonly servedOn: CalendarDate;
    readonly method: string | null;
  }[];
}
