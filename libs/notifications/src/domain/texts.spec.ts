import fc from 'fast-check';
import { clockKind, type ClockFacts, NOTIFICATION_KINDS, textOf } from './texts.js';

const FACTS: ClockFacts = {
  number: '余政复〔2026〕12号',
  ruleName: '受理审查期限',
  article: '复议法 2023 第30条',
  dueOn: '2026-11-27',
  remaining: 3,
  provisional: false,
  escalation: false,
};

describe('texts of a clock', () => {
  it.each([
    [
      'clock-near',
      {},
      '余政复〔2026〕12号 受理审查期限还剩3个工作日',
      '余政复〔2026〕12号的受理审查期限（复议法 2023 第30条）将于2026年11月27日届满，还剩3个工作日，请及时办理。',
    ],
    [
      'clock-due',
      { remaining: 0 },
      '余政复〔2026〕12号 受理审查期限今日届满',
      '余政复〔2026〕12号的受理审查期限（复议法 2023 第30条）于今日（2026年11月27日）届满，请在今日内办结。',
    ],
    [
      'clock-overdue',
      { remaining: -2 },
      '余政复〔2026〕12号 受理审查期限已超期',
      '余政复〔2026〕12号的受理审查期限（复议法 2023 第30条）已于2026年11月27日届满，超期2个工作日，请立即办理并说明原因。',
    ],
  ] as const)('%s', (kind, facts, title, body) => {
    expect(textOf(kind, { ...FACTS, ...facts })).toEqual({ title, body });
  });

  it('say so when the due day is provisional', () => {
    expect(textOf('clock-near', { ...FACTS, provisional: true }).body).toContain(
      '2026年11月27日，暂按未公布节假日推算',
    );
  });

  it('are marked for superiors', () => {
    expect(textOf('clock-due', { ...FACTS, escalation: true }).title).toMatch(/^【督办】余政复/);
  });

  it.each([
    ['2026-11-26', 'clock-near'],
    ['2026-11-27', 'clock-due'],
    ['2026-11-28', 'clock-overdue'],
  ])('on %s it is %s', (today, kind) => {
    expect(clockKind(today, '2026-11-27')).toBe(kind);
  });

  it('fit a line and a screen, whatever the facts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.boolean(),
        fc.boolean(),
        (remaining, provisional, escalation) => {
          for (const kind of NOTIFICATION_KINDS.filter((k) => k.startsWith('clock-'))) {
            const { title, body } = textOf(kind, { ...FACTS, remaining, provisional, escalation });
            expect(title.length).toBeLessThan(80);
            expect(body.length).toBeLessThan(200);
            expect(title + body).not.toMatch(/undefined|null|NaN|--/);
          }
        },
      ),
    );
  });
});
