import { isCalendarDate, weekday, type CalendarDate, type FieldError } from '@app/kernel';
import { parse, type CsvError } from 'csv-parse/sync';
import type { CalendarWarning } from './calendar.dto.js';
import type { CalendarDay, WorkingCalendar } from './domain/index.js';
import { badCalendar } from './errors.js';

/** A year's notice as it was sent, before it is judged. */
export interface CalendarTable {
  readonly year: number;
  readonly source: string;
  readonly days: readonly CalendarDay[];
  readonly warnings: readonly CalendarWarning[];
}

/** A row with the place it stood at. */
interface SentDay {
  date: string;
  working: boolean;
  name: string;
  pointer: string;
}

/**
 * Reads a notice: every day is in its year, or in the December before; days given twice must agree.
 * @throws DomainError deadlines.bad-calendar, each fault with its place
 */
export function readTable(year: number, source: string, sent: readonly SentDay[]): CalendarTable {
  const errors: FieldError[] = [];
  const warnings: CalendarWarning[] = [];
  const days = new Map<CalendarDate, CalendarDay>();
  for (const { date, working, name, pointer } of sent) {
    const known = days.get(date);
    if (date < `${year - 1}-12-01` || date > `${year}-12-31`) {
      errors.push({ pointer, code: 'dayOutsideYear', detail: `${date}不属于${year}年的放假安排` });
    } else if (known && known.working !== working) {
      errors.push({ pointer, code: 'contradictoryDay', detail: `${date}既列为上班又列为放假` });
    } else if (known) {
      warnings.push({ code: 'duplicate-day', date, detail: `${date}列了不止一次，按一次计。` });
    } else days.set(date, { date, working, name, source });
  }
  if (days.size === 0 && errors.length === 0) {
    errors.push({ pointer: '#/days', code: 'noDays', detail: '没有任何日期' });
  }
  if (errors.length > 0) throw badCalendar(errors);
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { year, source, days: sorted, warnings };
}

const YES = new Set(['true', '1', 'yes', '上班', '班', '是', '调休上班']);
const NO = new Set(['false', '0', 'no', '放假', '休', '否', '休息']);
const HEADERS: Readonly<Record<string, string>> = {
  date: 'date',
  日期: 'date',
  working: 'working',
  是否上班: 'working',
  安排: 'working',
  name: 'name',
  名称: 'name',
  节日: 'name',
};

/**
 * The rows of a CSV text with the columns 日期 (date), 安排 (working: 上班 or 放假) and 节日 (name).
 * @throws DomainError deadlines.bad-calendar, each fault with its line
 */
export function readCsv(text: string): SentDay[] {
  const errors: FieldError[] = [];
  const days = rowsOf(text).flatMap(({ record, line }) => {
    const pointer = `#/csv/${line}`;
    const date = record['date'] ?? '';
    const word = (record['working'] ?? '').toLowerCase();
    const name = record['name'] ?? '';
    const fault = (code: string, detail: string) => errors.push({ pointer, code, detail: `第${line}行：${detail}` });
    if (!isCalendarDate(date)) fault('isCalendarDate', '日期应为实际存在的日期，格式 YYYY-MM-DD');
    if (!YES.has(word) && !NO.has(word)) fault('isBoolean', '安排应为“上班”或者“放假”');
    if (name === '' || name.length > 50) fault('name', '节日名称应为 1 至 50 个字');
    return [{ date, working: YES.has(word), name, pointer }];
  });
  if (errors.length > 0) throw badCalendar(errors);
  return days;
}

function rowsOf(text: string): { record: Record<string, string>; line: number }[] {
  try {
    const rows = parse(text, { bom: true, trim: true, skip_empty_lines: true, info: true, columns: headersOf });
    return (rows as unknown as { record: Record<string, string>; info: { lines: number } }[]).map((row) => ({
      record: row.record,
      line: row.info.lines,
    }));
  } catch (error) {
    const code = (error as CsvError).code;
    if (typeof code !== 'string') throw error;
    const line = (error as CsvError & { lines?: number }).lines ?? 1;
    throw badCalendar([{ pointer: `#/csv/${line}`, code: 'csv', detail: `第${line}行：不是有效的 CSV` }]);
  }
}

function headersOf(header: string[]): string[] {
  const names = header.map((each) => HEADERS[each.trim().toLowerCase()] ?? each);
  const missing = ['date', 'working', 'name'].filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw badCalendar([
      { pointer: '#/csv/1', code: 'header', detail: '表头应有：日期、安排、节日（date, working, name）' },
    ]);
  }
  return names;
}

/** More days off than this are named in no year's notice. */
const MANY_DAYS_OFF = 60;
/** Holidays on fixed days (全国年节及纪念日放假办法), and those of the lunar calendar by name. */
const FIXED: readonly (readonly [string, string])[] = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
];
const BY_NAME = ['春节', '清明', '端午', '中秋'];

/** What somebody should look at twice before the table is applied. */
export function warningsOf(table: CalendarTable, before: WorkingCalendar, after: WorkingCalendar): CalendarWarning[] {
  const { year, days } = table;
  const warnings = [...table.warnings];
  const warn = (code: string, detail: string, date?: CalendarDate) =>
    warnings.push({ code, detail, ...(date === undefined ? {} : { date }) });
  if (before.covers(year)) warn('year-already-loaded', `${year}年已经载入过，确认后将被替换。`);
  for (const { date, working } of days) {
    if (!date.startsWith(`${year}-`)) warn('day-of-year-before', `${date}属于上一年度，将一并更正。`, date);
    const day = weekday(date);
    if (working && day >= 1 && day <= 5) warn('working-weekday', `${date}本来就是工作日，无需列为上班。`, date);
  }
  const off = days.filter((day) => !day.working).length;
  if (off > MANY_DAYS_OFF) warn('many-days-off', `列出的放假日多达${off}天，请核对。`);
  for (const [monthDay, name] of FIXED) {
    const date = `${year}-${monthDay}`;
    if (after.isWorkday(date)) warn('missing-holiday', `${date}（${name}）没有列为放假。`, date);
  }
  for (const name of BY_NAME) {
    const named = days.some((day) => !day.working && day.name.includes(name));
    if (!named) warn('missing-holiday', `没有列出${name}假期。`);
  }
  return warnings;
}
