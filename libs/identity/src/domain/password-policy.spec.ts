import { weaknesses } from './password-policy.js';

describe('password policy', () => {
  it.each([
    ['Rain-over-West-lake-7', 'wang', 0],
    ['Short1!', 'wang', 1],
    ['alllowercaseletters', 'wang', 1],
    ['Wang-2026-spring', 'wang', 1],
    ['Password-2026', 'li', 1],
    ['Aaaa-aaaa-1111', 'li', 1],
    ['a', 'li', 2],
    [`Aa1-${'xy'.repeat(80)}`, 'li', 1],
  ])('%s of %s has %d weaknesses', (password, login, count) => {
    expect(weaknesses(password, login)).toHaveLength(count);
  });
});
