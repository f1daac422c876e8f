import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const isToken = (value: unknown): value is string => typeof value === 'string' && SHAPE.test(value);
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What a page must send back with every change: known only to who can read the session's own answers. */
export const csrfOf = (token: string): string => createHash('sha256').update(`csrf:${token}`).digest('base64url');

export function csrfFits(token: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(csrfOf(token)), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
