import type { PaperMatter } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { DecisionKind } from '../../domain/decision-kinds.js';
import type { CorrectionKind, FilingMethod, SimplifiedGround, SuspensionGround, Track } from '../../domain/facts.js';

/** What papers are prefilled from: the dispute, its parties, and the case as far as it has come. */
export interface PaperCase extends PaperMatter {
  /** The reconsideration authority, and the institution that works for it, as they are named today. */
  readonly authority: string | null;
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
  readonly corrections: readonly { readonly kind: CorrectionKind; readonly items: readonly string[] }[];
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
