import type { CalendarDate, RoleCode } from '@app/kernel';

/**
 * Which seal the paper carries: the authority's 机关章, the 行政复议专用章, a receipt stamp, that of the mediation centre, of
 * a mediation committee, of the justice bureau, or none.
 */
export const SEALS = ['AUTHORITY', 'SPECIAL', 'RECEIPT', 'CENTRE', 'COMMITTEE', 'BUREAU', 'NONE'] as const;
export type SealKind = (typeof SEALS)[number];

/** 正卷 (what went outward or came in) or 副卷 (internal). */
export type Volume = 'MAIN' | 'SUB';

/**
 * The layout in GB/T 9704-2012 terms: NOTICE (title, number, addressee, body, signature), DECISION (parties set out
 * instead of an addressee), LETTER (信函格式), RECORD (笔录: headed fields, transcript, signatures), FORM (审批表, 回证: a table),
 * LIST (清单 annexed to a notice: a wide table across the page).
 */
export type Layout = 'NOTICE' | 'DECISION' | 'LETTER' | 'RECORD' | 'FORM' | 'LIST';

/** To whom a paper goes; none for internal papers. */
export type AddresseeRole = 'APPLICANT' | 'RESPONDENT' | 'THIRD_PARTY' | 'SUPERIOR' | 'OTHER_ORGAN' | 'COURT';

/** A datum of a paper. `name` is the key in its data; `label` is what a message calls it when it is missing. */
export interface DocumentField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'long-text' | 'date' | 'number' | 'money' | 'list' | 'table' | 'choice';
  readonly required: boolean;
  /** Required only with such data: the competent authority, if jurisdiction fails. Then `required` is false. */
  requiredWhen?(data: DocumentData): boolean;
  /** Codes and labels of a choice. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** What stands on paper between the head and the signature, in order; layout is the renderer's. */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `flush`: whom a letter addresses, without the indent of a paragraph. */
  | { readonly type: 'paragraph'; readonly text: string; readonly flush?: true }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** `undated`: the day is said elsewhere. */
  | { readonly type: 'signatures'; readonly slots: readonly string[]; readonly undated?: true }
  | { readonly type: 'page-break' };

/** Data of a paper: field values by name; legal days as `YYYY-MM-DD`, lists as arrays of text, tables as arrays of rows. */
export type DocumentData = Readonly<Record<string, unknown>>;

/** A kind of 文书 as data. Each procedure registers its own; one mechanism drafts, signs, renders and keeps them all. */
export interface DocumentKind {
  /** `R04`; variants after a hyphen, `R22-MAINTAIN`. Stable. */
  readonly code: string;
  /** The title on paper. */
  readonly name: string;
  /** Law and article by which it is made. */
  readonly article: string;
  /** The law and article by which it was made on a day, as the law then was; null if that knew no such paper. */
  articleOn?(day: CalendarDate): string | null;
  /** The series its number is taken from at signing; null if it carries none. */
  readonly series: string | null;
  readonly layout: Layout;
  readonly seal: SealKind;
  readonly volume: Volume;
  readonly addressees: readonly AddresseeRole[];
  /** Who may draft and edit it. */
  readonly drafters: readonly RoleCode[];
  /** Who signs (签发); the signer is never the drafter if `fourEyes`. */
  readonly signers: readonly RoleCode[];
  readonly fourEyes: boolean;
  /**
   * Who of those that see its case reads it, besides who writes such papers; if absent, whoever conducts the case. An
   * organ reads in any event what was signed and is addressed to it. Behind the wall of a mediation nobody is let in by it.
   */
  readonly readers?: readonly RoleCode[];
  /** The field that names the organ in whose name it is issued; where that is empty, the one set for its seal. */
  readonly issuerField?: string;
  readonly fields: readonly DocumentField[];
  /** Code of the relief text (诉权告知) it ends with, in the dated table of relief rules. */
  readonly relief?: string;
  /**
   * Each addressee gets a text of his own under the one number: composed from the data with what is his laid over it
   * (`pronoun`: 您 or 你单位).
   */
  readonly personal?: boolean;
  /** Service on each addressee is recorded (送达). */
  readonly served: boolean;
  /** The body, from complete data. Pure. */
  compose(data: DocumentData): readonly Block[];
}
