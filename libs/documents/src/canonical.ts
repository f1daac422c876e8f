import { createHash } from 'node:crypto';

/** JSON with the keys of every object in order, so that equal values give equal texts whoever stored them meanwhile. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** SHA-256 of a value in canonical form, or of bytes, hexadecimal. */
export function sha256(value: unknown): string {
  return createHash('sha256')
    .update(Buffer.isBuffer(value) ? value : canonical(value))
    .digest('hex');
}
