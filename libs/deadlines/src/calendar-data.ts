import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CalendarDay } from './domain/calendar-blocks.js';
import { WorkingCalendar } from './domain/working-calendar.js';

/** Years whose notices the shipped data hold. There is no notice for a later year in them, whatever the package answers. */
export const SHIPPED_YEARS: readonly number[] = Array.from({ length: 2026 - 2004 + 1 }, (_, i) => 2004 + i);

/** Numbers of the notices, where known for certain. */
const NOTICE_NUMBERS: Readonly<Record<number, string>> = {
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
};

/** Days set by a special notice and not by the year's ordinary one. */
const SPECIAL_NOTICES: readonly { from: string; to: string; title: string }[] = [
  {
    from: '2015-09-03',
    to: '2015-09-06',
    title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
  },
  { from: '2019-04-28', to: '2019-05-05', title: '国务院办公厅关于调整2019年劳动节假期安排的通知' },
  { from: '2020-01-31', to: '2020-02-02', title: '国务院办公厅关于延长2020年春节假期的通知' },
];

interface YearFile {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

/** The State Council's working-day table 2004–2026, from the data files of the package `chinese-days`. */
export function shippedCalendar(): WorkingCalendar {
  return WorkingCalendar.of(shippedDays(), SHIPPED_YEARS);
}

/**
 * The days those notices set. Only the package's data are used, not its functions: they judge a year without data by
 * its weekends, and a day by the zone of the process. @throws Error if a file is missing or of another shape
 */
export function shippedDays(): CalendarDay[] {
  const manifest = createRequire(import.meta.url).resolve('chinese-days/package.json');
  const folder = join(dirname(manifest), 'dist', 'years');
  return SHIPPED_YEARS.flatMap((year) => daysOf(readYear(join(folder, `${year}.json`))));
}

function readYear(path: string): YearFile {
  const file = JSON.parse(readFileSync(path, 'utf8')) as Partial<YearFile>;
  if (!isTable(file.holidays) || !isTable(file.workdays)) throw new Error(`not a table of holidays: ${path}`);
  return { holidays: file.holidays, workdays: file.workdays };
}

function isTable(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}

function daysOf(file: YearFile): CalendarDay[] {
  const days = (table: Record<string, string>, working: boolean): CalendarDay[] =>
    Object.entries(table).map(([date, label]) => {
      const name = label.split(',')[1] ?? label;
      return { date, working, name, source: noticeFor(date, name) };
    });
  return [...days(file.holidays, false), ...days(file.workdays, true)];
}

function noticeFor(date: string, name: string): string {
  const special = SPECIAL_NOTICES.find((notice) => notice.from <= date && date <= notice.to);
  if (special) return special.title;
  // The end of December belongs to the New Year of the next year's notice.
  const year = Number(date.slice(0, 4)) + (name === '元旦' && date.slice(5, 7) === '12' ? 1 : 0);
  const number = NOTICE_NUMBERS[year];
  return `国务院办公厅关于${year}年部分节假日安排的通知${number === undefined ? '' : `（${number}）`}`;
}
