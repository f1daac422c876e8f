import { DomainError } from '@app/kernel';
import { shippedCalendar } from '../calendar-data.js';
import { computeBackward, computePeriod, type PeriodInput, type PeriodResult } from './index.js';

const calendar = shippedCalendar();
const sixty: PeriodInput = { from: '2026-03-02', amount: 60, unit: 'calendar-day' };
const texts = (result: PeriodResult): string[] => result.steps.map((step) => step.text);
const kinds = (result: PeriodResult): string[] => result.steps.map((step) => step.kind);

/** What a program may send that the types forbid. */
const wrong = (change: Record<string, unknown>): string => {
  try {
    computePeriod(calendar, { ...sixty, ...change });
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'invalid' && /[\u4e00-\u9fff]/.test(error.detail))
      return error.code;
    throw error;
  }
  return 'accepted';
};

describe('refuses', () => {
  it.each([
    ['a day that does not exist', { from: '2026-02-30' }, 'deadlines.bad-date'],
    ['a date with a time', { from: '2026-02-03T00:00:00Z' }, 'deadlines.bad-date'],
    ['no date', { from: undefined }, 'deadlines.bad-date'],
    ['a number as a date', { from: 20260203 }, 'deadlines.bad-date'],
    ['a day before 1900', { from: '1899-12-31' }, 'deadlines.out-of-range'],
    ['a day after 2100', { from: '2101-01-01' }, 'deadlines.out-of-range'],
    ['a result after 2100', { from: '2100-12-01' }, 'deadlines.out-of-range'],
    ['a rolled result after 2100', { from: '2100-12-24', amount: 1, extension: 7 }, 'deadlines.out-of-range'],
    ['working days past the table', { from: '2100-12-01', unit: 'working-day' }, 'deadlines.out-of-range'],
    ['months after 2100', { unit: 'month', amount: 2000 }, 'deadlines.out-of-range'],
    ['years far out', { unit: 'year', amount: 100_000 }, 'deadlines.out-of-range'],
    ['excluded time that leads out', { excluded: [['2026-03-03', '2100-12-31']] }, 'deadlines.out-of-range'],
    ['a negative amount', { amount: -1 }, 'deadlines.bad-amount'],
    ['half a day', { amount: 1.5 }, 'deadlines.bad-amount'],
    ['an amount as text', { amount: '60' }, 'deadlines.bad-amount'],
    ['an amount that is no number', { amount: NaN }, 'deadlines.bad-amount'],
    ['too large an amount', { amount: 100_001 }, 'deadlines.bad-amount'],
    ['an unknown unit', { unit: 'week' }, 'deadlines.bad-unit'],
    ['no unit', { unit: undefined }, 'deadlines.bad-unit'],
    ['a negative extension', { extension: -30 }, 'deadlines.bad-extension'],
    ['a reversed interval', { excluded: [['2026-04-02', '2026-04-01']] }, 'deadlines.bad-interval'],
    ['an interval of one end', { excluded: [['2026-04-02']] }, 'deadlines.bad-interval'],
    ['an interval that is a text', { excluded: ['2026-04-02'] }, 'deadlines.bad-interval'],
    ['an impossible day in an interval', { excluded: [['2026-04-31', '2026-05-02']] }, 'deadlines.bad-date'],
    ['an open interval without a day to cut it', { excluded: [['2026-04-02', null]] }, 'deadlines.open-interval'],
  ])('%s', (_what, change, code) => {
    expect(wrong(change)).toBe(code);
  });

  it('months before an event', () => {
    const input = { event: '2026-02-27', amount: 1, unit: 'month' as 'calendar-day' };
    expect(() => computeBackward(calendar, input)).toThrow('deadlines.bad-unit');
  });
});

describe('excluded time', () => {
  it('brings in an interval that only the first one makes the period reach', () => {
    const result = computePeriod(calendar, {
      ...sixty,
      excluded: [
        ['2026-05-10', '2026-05-21'],
        ['2026-04-10', '2026-04-20'],
      ],
    });
    // 05-01 + 10 = 05-11 lies in the second interval, whose 11 days then count too.
    expect(result).toMatchObject({ rawDue: '2026-05-22', excludedDays: 21 });
  });

  it('is cut at the day asked for while it has no end', () => {
    const excluded = [['2026-04-10', null]] as const;
    expect(computePeriod(calendar, { ...sixty, excluded, asOf: '2026-05-11' }).due).toBe('2026-06-01');
    expect(computePeriod(calendar, { ...sixty, excluded, asOf: '2026-04-01' }).due).toBe('2026-05-06');
  });

  it('does not count day 0 and what is before it', () => {
    const excluded = [['2026-02-01', '2026-03-03']] as const;
    expect(computePeriod(calendar, { ...sixty, excluded }).excludedDays).toBe(0);
  });
});

describe('the working', () => {
  it('names day 0, the count, the holiday in the roll, with articles', () => {
    const result = computePeriod(calendar, sixty);
    expect(texts(result)).toEqual([
      '起算日2026年3月2日不计入，从次日起计算。',
      '计60日，至2026年5月1日。',
      '届满日2026年5月1日为法定休假日（劳动节休假），顺延至其后第一个工作日2026年5月6日。',
    ]);
    expect(result.steps.at(-1)).toMatchObject({ first: '2026-05-01', last: '2026-05-06', days: 5 });
    expect(result.steps.every((step) => step.article.length > 0)).toBe(true);
  });

  it('names each holiday and make-up day a working-day period crosses, with its notice', () => {
    const result = computePeriod(calendar, { from: '2024-09-27', amount: 10, unit: 'working-day' });
    expect(kinds(result)).toEqual(['start', 'count', 'make-up', 'holiday', 'make-up']);
    expect(texts(result)[3]).toBe('2024年10月1日至2024年10月7日为国庆节休假，不计入。');
    expect(result.steps[3]!.article).toBe('国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）');
  });

  it('says that a make-up day does not roll, and which year has no notice', () => {
    const madeUp = computePeriod(calendar, { from: '2026-09-10', amount: 30, unit: 'calendar-day' });
    expect(texts(madeUp).at(-1)).toBe('届满日2026年10月10日为调休上班日，不顺延。');
    const unknown = computePeriod(calendar, { from: '2026-11-10', amount: 60, unit: 'calendar-day' });
    expect(texts(unknown).at(-1)).toBe('2027年放假安排未公布，按周末推算，公布后重新计算。');
  });

  it('shows excluded days and the extension from the unrolled day', () => {
    const result = computePeriod(calendar, {
      from: '2026-07-01',
      amount: 60,
      unit: 'calendar-day',
      extension: 30,
      excluded: [['2026-07-10', '2026-07-12']],
      articles: { excluded: '条例第46条' },
    });
    expect(texts(result).slice(1)).toEqual([
      '计60日（已扣除不计入的时间），至2026年9月1日。',
      '2026年7月10日至2026年7月11日不计入期限，扣除2日。',
      '经批准延长30日，自未顺延的届满日2026年9月1日起算，至2026年10月1日。',
      '届满日2026年10月1日为法定休假日（国庆节休假），顺延至其后第一个工作日2026年10月8日。',
    ]);
    expect(result.steps[2]!.article).toBe('条例第46条');
  });

  it('tells a backward count', () => {
    const result = computeBackward(calendar, { event: '2026-02-27', amount: 5, unit: 'working-day' });
    expect(kinds(result)).toEqual(['backward', 'make-up', 'holiday']);
    expect(texts(result)[0]).toBe(
      '自2026年2月27日向前计5个工作日（当日不计入，且通知之日不计入），最迟于2026年2月12日通知。',
    );
  });
});
