import type { PaperClock, PaperMatter } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { RecusalGround, RecusalSide, Source, Stage } from '../../domain/facts.js';

/** A thing a party owes under the agreement, and whether it was done. */
export interface PaperObligation {
  readonly obligor: string;
  readonly content: string;
  readonly dueOn: CalendarDate;
  /** Money, in fen. */
  readonly amountFen: number | null;
  readonly performedOn: CalendarDate | null;
}

/** What papers of a mediation are prefilled from. */
export interface MediationCase extends PaperMatter {
  /** The centre, as it is named today. */
  readonly centre: string | null;
  readonly stage: Stage;
  readonly source: Source;
  readonly receivedOn: CalendarDate;
  readonly acceptedOn: CalendarDate | null;
  readonly letterNumber: string | null;
  readonly courtCaseNumber: string | null;
  readonly request: string;
  /** The committee that mediates; null where the centre does it itself. */
  readonly committee: { readonly id: Id; readonly name: string } | null;
  /** Those who mediate today, who presides first. */
  readonly mediators: readonly string[];
  readonly pause: { readonly reason: string | null; readonly from: CalendarDate | null };
  /** How it ended, by the name of the step. */
  readonly ending: PaperMatter['steps'];
  readonly recusal: {
    readonly mediator: string | undefined;
    readonly raisedBy: RecusalSide;
    readonly ground: RecusalGround;
    readonly explanation: string;
    readonly state: 'PENDING' | 'GRANTED' | 'REJECTED';
    readonly decision: string | null;
  } | null;
  readonly agreement: { readonly agreedOn: CalendarDate; readonly matter: string; readonly terms: string } | null;
  readonly effectiveOn: CalendarDate | null;
  /** The last application for judicial confirmation; `paper` is the number of the ruling that confirmed it. */
  readonly confirmation: { readonly court: string; readonly paper: string | null } | null;
  readonly obligations: readonly PaperObligation[];
  /** The citizen's filing periods that run. */
  readonly filingClocks: readonly PaperClock[];
  /** The last session, planned, held or called off. Its time and place are told to those who come. */
  readonly session: {
    readonly state: 'PLANNED' | 'HELD' | 'CANCELLED';
    readonly heldOn: CalendarDate;
    readonly startsAt: string | null;
    readonly mode: string;
    readonly place: string;
    /** Why it was moved or called off. */
    readonly note: string | null;
  } | null;
  /** What was written down of the last session that was held: behind the wall, for the minutes alone. */
  readonly minutes: string | null;
}
