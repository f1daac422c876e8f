import { answeringOn, isValidOn, overlap } from './validity.js';

const organ = (id: string, validFrom: string, validUntil: string | null, successorId: string | null = null) => ({
  id,
  validFrom,
  validUntil,
  successorId,
});

describe('validity', () => {
  it.each([
    ['2021-04-01', true],
    ['2021-04-08', true],
    ['2021-04-09', false],
    ['2021-03-31', false],
  ])('[2021-04-01, 2021-04-09) holds on %s: %s', (on, expected) => {
    expect(isValidOn(organ('a', '2021-04-01', '2021-04-09'), on)).toBe(expected);
  });

  it.each([
    [organ('a', '2020-01-01', '2021-01-01'), organ('b', '2021-01-01', null), false],
    [organ('a', '2020-01-01', '2021-01-02'), organ('b', '2021-01-01', null), true],
    [organ('a', '2020-01-01', null), organ('b', '2030-01-01', null), true],
  ])('%j and %j overlap: %s', (a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });
});

describe('the organ that answers', () => {
  const all = new Map(
    [
      organ('linping-old', '1994-01-01', '2021-04-09', 'linping-new'),
      organ('linping-new', '2021-04-09', null),
      organ('gone', '2000-01-01', '2010-01-01'),
      organ('a', '2000-01-01', '2001-01-01', 'b'),
      organ('b', '2001-01-01', '2002-01-01', 'a'),
    ].map((o) => [o.id, o]),
  );
  it.each([
    ['linping-old', '2021-03-01', 'linping-old'],
    ['linping-old', '2021-04-08', 'linping-old'],
    ['linping-old', '2021-04-09', 'linping-new'],
    ['linping-new', '2020-01-01', null],
    ['gone', '2020-01-01', null],
    ['a', '2020-01-01', null],
  ])('for %s on %s is %s', (id, on, expected) => {
    expect(answeringOn(all.get(id)!, on, (x) => all.get(x))?.id ?? null).toBe(expected);
  });
});
