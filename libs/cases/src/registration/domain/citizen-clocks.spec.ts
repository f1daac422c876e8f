import { ClockRuleBook } from '@app/deadlines';
import { CITIZEN_RULES, citizenClocks, REGISTRATION_CLOCKS, type ActFacts } from './citizen-clocks.js';

const act = (over: Partial<ActFacts> = {}): ActFacts => ({
  actOn: '2026-01-05',
  actKnownOn: '2026-01-10',
  rightsKnownOn: null,
  concernsRealEstate: false,
  ...over,
});

describe('the clocks of a citizen', () => {
  it.each<[string, Partial<ActFacts>, string[]]>([
    ['told of his right', {}, ['RC_APPLY 2026-01-10', 'LT_FILE 2026-01-10', 'RC_APPLY_ABS 2026-01-05']],
    [
      'not told: from learning of it, and a year at most',
      { rightsKnownOn: '2026-11-16' },
      ['RC_APPLY 2026-11-16', 'RC_APPLY_CAP 2026-01-10', 'LT_FILE 2026-01-10', 'RC_APPLY_ABS 2026-01-05'],
    ],
    [
      'about real property',
      { concernsRealEstate: true },
      ['RC_APPLY 2026-01-10', 'LT_FILE 2026-01-10', 'RC_APPLY_ABS 2026-01-05 REAL_ESTATE'],
    ],
    ['of whom nothing is known', { actOn: null, actKnownOn: null }, []],
  ])('%s', (_, over, expected) => {
    const clocks = citizenClocks(act(over)).map((c) => [c.rule, c.from, c.variant].filter(Boolean).join(' '));
    expect(clocks).toEqual(expected);
  });

  it('have sound rules, each with its article', () => {
    const book = new ClockRuleBook();
    book.register(REGISTRATION_CLOCKS);
    for (const clock of citizenClocks(act({ rightsKnownOn: '2026-11-16' })))
      expect(book.find(clock.rule, { on: clock.from, variant: clock.variant }).responsible).toBe('applicant');
    expect(book.find('RC_APPLY_ABS', { on: '2026-01-05', variant: 'REAL_ESTATE' }).amount).toBe(20);
    expect(REGISTRATION_CLOCKS.every((rule) => rule.article !== '')).toBe(true);
    expect(CITIZEN_RULES.every((code) => REGISTRATION_CLOCKS.some((rule) => rule.code === code))).toBe(true);
  });
});
