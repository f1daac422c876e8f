import { addDays } from '@app/kernel';
import { SHIPPED_YEARS, shippedCalendar, shippedDays } from './calendar-data.js';
import { WorkingCalendar } from './domain/index.js';

const calendar = shippedCalendar();

// law/rules.md §2.3: ranges off, and weekend days worked.
const TABLES: [number, string[], string[]][] = [
  [
    2024,
    ['01-01', '02-10…02-17', '04-04…04-06', '05-01…05-05', '06-08…06-10', '09-15…09-17', '10-01…10-07'],
    ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  ],
  [
    2025,
    ['01-01', '01-28…02-04', '04-04…04-06', '05-01…05-05', '05-31…06-02', '10-01…10-08'],
    ['01-26', '02-08', '04-27', '09-28', '10-11'],
  ],
  [
    2026,
    ['01-01…01-03', '02-15…02-23', '04-04…04-06', '05-01…05-05', '06-19…06-21', '09-25…09-27', '10-01…10-07'],
    ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  ],
];

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((date) => date.startsWith(`${year}`));
const weekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

describe('the shipped calendar', () => {
  it.each(TABLES)('is the notice of %i on every day of the year', (year, off, worked) => {
    const ranges = off.map((range) => range.split('…')).map(([a, b]) => [`${year}-${a}`, `${year}-${b ?? a}`]);
    const expected = daysOf(year).map((date) => {
      if (worked.includes(date.slice(5))) return true;
      return !weekend(date) && !ranges.some(([first, last]) => first! <= date && date <= last!);
    });
    expect(daysOf(year).map((date) => calendar.isWorkday(date))).toEqual(expected);
  });

  it.each([
    ['2024-02-09', true, '除夕 2024 was a working day'],
    ['2020-01-31', false, 'the holiday of 2020 was prolonged'],
    ['2020-02-01', false, 'and its make-up day fell away'],
    ['2020-02-02', false, 'to the Sunday'],
    ['2020-02-03', true, 'but no longer'],
    ['2023-01-03', true, 'New Year 2023 ended on the 2nd'],
    ['2018-12-29', true, 'made up under the notice for 2019'],
    ['2022-12-31', false, 'New Year 2023 began in December'],
  ])('%s working: %s (%s)', (date, working) => {
    expect(calendar.isWorkday(date)).toBe(working);
  });

  it('covers 2004 to 2026 and no more', () => {
    expect(calendar.years).toEqual(SHIPPED_YEARS);
    expect([2003, 2004, 2026, 2027].map((year) => calendar.covers(year))).toEqual([false, true, true, false]);
  });

  it('names the notice of each day, the next year’s for its December days', () => {
    expect(calendar.noticeOf('2025-10-01')?.source).toBe(
      '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    );
    expect(calendar.noticeOf('2018-12-29')?.source).toBe('国务院办公厅关于2019年部分节假日安排的通知');
    expect(calendar.noticeOf('2020-02-01')?.source).toBe('国务院办公厅关于延长2020年春节假期的通知');
    expect(shippedDays().every((day) => day.name.length > 0 && day.source.length > 0)).toBe(true);
  });

  it('has the same version whenever it is read', () => {
    expect(WorkingCalendar.of(shippedDays().reverse(), SHIPPED_YEARS).version).toBe(calendar.version);
  });
});
