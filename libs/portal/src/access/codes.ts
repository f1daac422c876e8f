import type { FieldCipher } from '@app/platform';
import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 letters and digits of which no two look alike: no 0 and O, no 1 and I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Sixteen of them are 80 bits. */
const LENGTH = 16;

export const CODE_SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A new code, as it is shown: four groups of four. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return grouped(letters);
}

/** `ABCD-EFGH-…` */
export function grouped(code: string): string {
  return plain(code).replace(/.{4}(?=.)/g, '$&-');
}

/** A code as it is compared: upper case and half-width, without hyphens and spaces, however it was typed. */
export function plain(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase();
}

/** What is kept of a code: it cannot be turned back, nor tried out without the service's key. */
export function codeHash(cipher: FieldCipher, code: string): Buffer {
  return cipher.hash(`portal-code:${plain(code)}`);
}

/** Hash of no code: where there is no record, the same comparison is made with it. */
const NOBODY = randomBytes(32);

/**
 * True if the code's hash is the one kept. One comparison of equal length in every case, whether there is a record or
 * not, so that the time it takes tells nothing.
 */
export function codeFits(kept: Buffer | undefined, given: Buffer, equal = timingSafeEqual): boolean {
  return equal(kept ?? NOBODY, given) && kept !== undefined;
}
