import type { FieldCipher } from '@app/platform';
import { randomBytes } from 'node:crypto';

/** The secret of a feed's address: 256 bits, kept by its owner's calendar alone. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * What is kept of it. Feeds are found by this hash: it is keyed, so how long finding takes tells nothing about secrets,
 * and the table opens no feed.
 */
export const secretHash = (cipher: FieldCipher, secret: string): Buffer => cipher.hash(`calendar-feed:${secret}`);
