import type { CalendarDay } from './calendar-blocks.js';
import { WorkingCalendar } from './working-calendar.js';

const off = (date: string, name = '春节'): CalendarDay => ({ date, working: false, name, source: '通知甲' });
const worked = (date: string): CalendarDay => ({ ...off(date), working: true });
/** 2030: Monday 02-04 and Tuesday 02-05 off, Saturday 02-09 worked. */
const calendar = WorkingCalendar.of([off('2030-02-04'), off('2030-02-05'), worked('2030-02-09')], [2030]);

describe('WorkingCalendar', () => {
  it('follows the notice first and the week otherwise', () => {
    const week = ['03', '04', '05', '06', '07', '08', '09', '10'].map((d) => calendar.isWorkday(`2030-02-${d}`));
    expect(week).toEqual([false, false, false, true, true, true, true, false]);
  });

  it('counts, adds and rolls', () => {
    expect(calendar.workdaysBetween('2030-02-01', '2030-02-09')).toBe(4);
    expect(calendar.workdaysBetween('2030-02-09', '2030-02-01')).toBe(-4);
    expect(calendar.plusWorkdays('2030-02-01', 1)).toBe('2030-02-06');
    expect(calendar.plusWorkdays('2030-02-06', -1)).toBe('2030-02-01');
    expect(calendar.plusWorkdays('2030-02-03', -1)).toBe('2030-02-01');
    expect(calendar.plusWorkdays('2030-02-03', 0)).toBe('2030-02-03');
    expect(calendar.roll('2030-02-02')).toBe('2030-02-06');
    expect(calendar.roll('2030-02-09')).toBe('2030-02-09');
  });

  it('gives blocks with the weekend that adjoins a holiday', () => {
    const day = (date: string): number => Date.parse(date) / 86_400_000;
    expect(calendar.blocksBetween(day('2030-02-05'), day('2030-02-09'))).toEqual([
      { first: day('2030-02-02'), last: day('2030-02-05'), working: false, name: '春节', source: '通知甲' },
      { first: day('2030-02-09'), last: day('2030-02-09'), working: true, name: '春节', source: '通知甲' },
    ]);
    expect(calendar.blocksBetween(day('2030-02-06'), day('2030-02-08'))).toEqual([]);
  });

  it('is not changed by a preview of a further year', () => {
    const { version } = calendar;
    const preview = calendar.withYear(2031, [off('2031-01-01', '元旦'), worked('2030-12-29')]);
    expect([preview.covers(2031), calendar.covers(2031), calendar.version]).toEqual([true, false, version]);
    expect([preview.isWorkday('2030-12-29'), calendar.isWorkday('2030-12-29')]).toEqual([true, false]);
    expect(preview.version).not.toBe(version);
    expect(preview.isWorkday('2030-02-04')).toBe(false);
  });

  it('replaces the whole year when it is loaded again', () => {
    expect(calendar.withYear(2030, [off('2030-02-04')]).isWorkday('2030-02-05')).toBe(true);
  });

  it.each([
    [
      'the same day twice',
      () => WorkingCalendar.of([off('2030-02-04'), worked('2030-02-04')], [2030]),
      'duplicate-day',
    ],
    ['a day of a year not covered', () => WorkingCalendar.of([off('2029-02-04')], [2030]), 'day-outside-year'],
    ['a day that does not exist', () => WorkingCalendar.of([off('2030-02-30')], [2030]), 'bad-date'],
    ['a year that is none', () => WorkingCalendar.of([], [20.5]), 'bad-year'],
    ['a day of another year in a preview', () => calendar.withYear(2031, [off('2032-01-01')]), 'day-outside-year'],
    ['a November day in a preview', () => calendar.withYear(2031, [off('2030-11-30')]), 'day-outside-year'],
    ['December of a year not covered', () => calendar.withYear(2033, [off('2032-12-31')]), 'day-outside-year'],
  ])('refuses %s', (_what, act, code) => {
    expect(act).toThrow(`deadlines.${code}`);
  });
});
