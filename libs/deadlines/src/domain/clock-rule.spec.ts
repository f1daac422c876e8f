import { type ClockRule, ClockRuleBook } from './clock-rule.js';

const copy: ClockRule = {
  code: 'RC_COPY',
  name: '发送申请书副本',
  amount: 7,
  unit: 'working-day',
  roll: false,
  startsOn: '受理之日',
  responsible: 'case_handler',
  article: '复议法 2023 第48条',
  effect: '超期提醒',
};
const simplified: ClockRule = { ...copy, variant: 'SIMPLIFIED', amount: 3 };

describe('ClockRuleBook', () => {
  it('finds by code, variant exactly, and the law in force on the day', () => {
    const book = new ClockRuleBook();
    book.register([{ ...copy, until: '2026-07-01' }, simplified]);
    book.register([{ ...copy, from: '2026-07-01', amount: 8 }]);
    expect(book.find('RC_COPY', { on: '2026-06-30' }).amount).toBe(7);
    expect(book.find('RC_COPY', { on: '2026-07-01' }).amount).toBe(8);
    expect(book.find('RC_COPY', { on: '2026-07-01', variant: 'SIMPLIFIED' }).amount).toBe(3);
    expect(book.list()).toHaveLength(3);
  });

  it('refuses an unknown code, variant or day', () => {
    const book = new ClockRuleBook();
    book.register([{ ...copy, from: '2024-01-01' }]);
    const refused = 'deadlines.unknown-rule';
    expect(() => book.find('RC_COPIES', { on: '2026-01-01' })).toThrow(refused);
    expect(() => book.find('RC_COPY', { on: '2026-01-01', variant: 'SIMPLIFIED' })).toThrow(refused);
    expect(() => book.find('RC_COPY', { on: '2023-12-31' })).toThrow(refused);
  });

  it.each<[string, ClockRule[]]>([
    ['the same rule twice', [copy, copy]],
    ['versions that overlap', [{ ...copy, until: '2026-07-02' }, { ...copy, from: '2026-07-01' }]], // prettier-ignore
    ['a version beside one without end', [copy, { ...copy, from: '2026-07-01' }]],
    ['a length of nothing', [{ ...copy, amount: 0 }]],
    ['months counted backward', [{ ...copy, unit: 'month', backward: true }]],
    ['a version that ends before it begins', [{ ...copy, from: '2026-07-01', until: '2026-07-01' }]],
  ])('refuses at boot: %s', (_what, table) => {
    expect(() => new ClockRuleBook().register(table)).toThrow(/^clock rule .*RC_COPY$/);
  });
});
