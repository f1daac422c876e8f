import type { CalendarDate, Id } from '@app/kernel';
import type { RecipientKind } from './methods.js';

/** 送达地址确认书, as far as rules look at it. */
export interface Confirmation {
  readonly on: CalendarDate;
  readonly electronic: boolean;
}

/** What is known of somebody on whom papers of a case may be served. */
export interface RecipientFact {
  readonly recipientId: Id;
  readonly kind: RecipientKind;
  /** Its confirmations of the address of service, newest first. */
  readonly confirmations: readonly Confirmation[];
  /** Failed attempts in this case, by the paper's tag. */
  readonly failed: Readonly<Record<string, number>>;
}

/** The confirmation that counts on a day: the latest until then. */
export function confirmationOn(
  { confirmations }: Pick<RecipientFact, 'confirmations'>,
  day: CalendarDate,
): Confirmation | undefined {
  return confirmations.find(({ on }) => on <= day);
}

/** What guards of service look at; loaded under the case lock. */
export interface ServiceFacts {
  readonly recipients: readonly RecipientFact[];
  /** Organs are served electronically without a confirmation of theirs (district practice [L]). */
  readonly electronicToOrgans: boolean;
}
