import { jest } from '@jest/globals';
import { FieldCipher } from '@app/platform';
import { timingSafeEqual } from 'node:crypto';
import { CODE_SHAPE, codeFits, codeHash, grouped, newCode, plain } from './codes.js';

const cipher = new FieldCipher(Buffer.alloc(32, 7).toString('base64'));

it('codes have 80 bits: sixteen of 32 letters, in four groups, each as likely as any other', () => {
  const codes = Array.from({ length: 2000 }, newCode);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/);
  expect(new Set(codes).size).toBe(codes.length);
  const counts = new Map<string, number>();
  for (const letter of codes.join('').replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(32);
  // 1,000 are expected of each; seven standard deviations either way.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(220);
});

it.each(['abcd-efgh-jkmn-pqrs', 'ＡＢＣＤ ＥＦＧＨ ＪＫＭＮ ＰＱＲＳ', 'ABCD–EFGH–JKMN–PQRS'])(
  '%s is the same code',
  (typed) => {
    expect(plain(typed)).toBe('ABCDEFGHJKMNPQRS');
    expect(plain(typed)).toMatch(CODE_SHAPE);
    expect(grouped(typed)).toBe('ABCD-EFGH-JKMN-PQRS');
    expect(codeHash(cipher, typed)).toEqual(codeHash(cipher, 'ABCD-EFGH-JKMN-PQRS'));
  },
);

describe('the comparison', () => {
  const [right, wrong] = [codeHash(cipher, 'ABCD-EFGH-JKMN-PQRS'), codeHash(cipher, 'ABCD-EFGH-JKMN-PQRT')];

  it.each([
    ['a right code', right, right, true],
    ['a wrong code', right, wrong, false],
    ['a number nobody has', undefined, right, false],
  ])('is one of 32 bytes with 32, in constant time: %s', (_what, kept, given, fits) => {
    const equal = jest.fn(timingSafeEqual);
    expect(codeFits(kept, given, equal)).toBe(fits);
    expect(equal.mock.calls.map((call) => call.map((side) => side.byteLength))).toEqual([[32, 32]]);
  });
});
