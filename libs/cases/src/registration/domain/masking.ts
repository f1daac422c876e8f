/**
 * What is shown of numbers to those who may see the record (《个人信息保护法》第51条; masking defaults [L]). Names stand in
 * full within an actor's own row scope: without them the record cannot be worked on. Beyond it nothing is shown at all.
 */

/** First 6 and last 4 characters; of short numbers, first 2 and last 2; of very short ones, nothing. */
export function maskIdNumber(number: string): string {
  const characters = [...number];
  if (characters.length < 6) return '*'.repeat(characters.length);
  return characters.length < 14 ? mask(characters, 2, 2) : mask(characters, 6, 4);
}

/** `138****5678`; of other phones the last 4 digits. */
export function maskPhone(phone: string): string {
  const characters = [...phone];
  if (/^1\d{10}$/.test(phone)) return mask(characters, 3, 4);
  return characters.length <= 5 ? '*'.repeat(characters.length) : mask(characters, 0, 4);
}

function mask(characters: string[], head: number, tail: number): string {
  const hidden = characters.length - head - tail;
  return characters.slice(0, head).join('') + '*'.repeat(hidden) + characters.slice(-tail).join('');
}
