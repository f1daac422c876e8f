import type { CalendarDate } from '@app/kernel';
import type { AddresseeRole, DocumentField, Layout, SealKind, Volume } from '../domain/document-kind.js';

export class DocumentFieldView {
  name!: string;
  label!: string;
  type!: DocumentField['type'];
  required!: boolean;
  /** Codes and labels of a choice. */
  choices!: Record<string, string> | null;
}

export class DocumentKindView {
  /** `R04`. */
  code!: string;
  name!: string;
  article!: string;
  layout!: Layout;
  seal!: SealKind;
  /** MAIN 正卷, SUB 副卷. */
  volume!: Volume;
  addressees!: AddresseeRole[];
  /** Who drafts and who signs it, in Chinese. */
  drafters!: string[];
  signers!: string[];
  /** The signer must not be the drafter. */
  fourEyes!: boolean;
  served!: boolean;
  fields!: DocumentFieldView[];
}

export class VoidNumberView {
  number!: string;
  title!: string;
  issuedOn!: CalendarDate;
  voidedBy!: string;
  voidedAt!: Date;
  reason!: string;
}
