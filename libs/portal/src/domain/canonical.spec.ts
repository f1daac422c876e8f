import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';

const hash = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** The same with the members of every object in another order. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(object)).map((key) => [key, shuffled(object[key], order)]));
}

const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

it('does not depend on the order in which members were written', () => {
  fc.assert(
    fc.property(json, (value) => {
      const reversed = shuffled(value, (keys) => [...keys].reverse());
      const sorted = shuffled(value, (keys) => [...keys].sort().reverse());
      expect(hash(reversed)).toBe(hash(value));
      expect(hash(sorted)).toBe(hash(value));
    }),
  );
});

it('is JSON of the same value, so that different contents have different forms', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('depends on the order in a list, and on every value', () => {
  expect(canonical({ list: ['甲', '乙'] })).not.toBe(canonical({ list: ['乙', '甲'] }));
  expect(canonical({ claims: '撤销' })).not.toBe(canonical({ claims: '撤销。' }));
});

it('sorts names by UTF-16 units and leaves out what is undefined (RFC 8785, 3.2.3)', () => {
  const sample = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, '\u00f6': 7, none: undefined };
  expect(canonical(sample)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"😀":5,"\ufb33":3}');
});
