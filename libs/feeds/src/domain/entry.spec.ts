import { titleOf, type Entry } from './entry.js';

const CLOCK: Entry = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'clock',
  number: '余行调〔2026〕12号',
  ruleName: '调解期限',
  day: '2026-12-01',
  from: null,
  until: null,
  provisional: false,
  sequence: 0,
  madeAt: new Date('2026-11-01T02:00:00Z'),
};

describe('the title of an entry', () => {
  it.each([
    [CLOCK, '调解期限届满 余行调〔2026〕12号'],
    [{ ...CLOCK, provisional: true }, '调解期限届满 余行调〔2026〕12号（暂定）'],
    [{ ...CLOCK, kind: 'hearing' as const, ruleName: null, from: '09:30' }, '听证 余行调〔2026〕12号'],
    [{ ...CLOCK, kind: 'session' as const, ruleName: null, from: '14:00' }, '调解会 余行调〔2026〕12号'],
  ])('is rule and number alone', (entry, title) => {
    expect(titleOf(entry)).toBe(title);
  });
});
