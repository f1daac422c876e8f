import type { CalendarDate, DayNumber } from '@app/kernel';
import { FIRST_DAY, LAST_DAY } from './days.js';

/** One day on which the State Council's notice departs from, or confirms, the weekday rule. */
export interface CalendarDay {
  readonly date: CalendarDate;
  readonly working: boolean;
  /** 春节, 国庆节 … */
  readonly name: string;
  /** The notice that says so. */
  readonly source: string;
}

/** A holiday with the days off that adjoin it, or a weekend day worked to make up for one. Both ends belong to it. */
export interface CalendarBlock {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly working: boolean;
  readonly name: string;
  readonly source: string;
}

/** The holidays and make-up days of a calendar, in order: what a reader of a period's working wants named. */
export function blocksOf(
  notices: ReadonlyMap<DayNumber, CalendarDay>,
  isWorkday: (day: DayNumber) => boolean,
): CalendarBlock[] {
  const blocks: CalendarBlock[] = [];
  for (const [day, notice] of notices) {
    const previous = blocks.at(-1);
    if (previous && day <= previous.last) continue;
    if (notice.working) blocks.push({ first: day, last: day, working: true, name: notice.name, source: notice.source });
    else blocks.push(holidayAround(day, notices, isWorkday));
  }
  return blocks;
}

function holidayAround(
  day: DayNumber,
  notices: ReadonlyMap<DayNumber, CalendarDay>,
  isWorkday: (day: DayNumber) => boolean,
): CalendarBlock {
  let first = day;
  let last = day;
  while (first > FIRST_DAY && !isWorkday(first - 1)) first--;
  while (last < LAST_DAY && !isWorkday(last + 1)) last++;
  const named: CalendarDay[] = [];
  for (let each = first; each <= last; each++) {
    const notice = notices.get(each);
    if (notice) named.push(notice);
  }
  const joined = (values: string[]): string => [...new Set(values)].join('、');
  return {
    first,
    last,
    working: false,
    name: joined(named.map((each) => each.name)),
    source: joined(named.map((each) => each.source)),
  };
}

/** 32-bit FNV-1a over the data, as eight hexadecimal digits: tells tables apart, keeps no secret. */
export function fingerprint(years: readonly number[], days: readonly CalendarDay[]): string {
  let hash = 0x811c9dc5;
  const mix = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  for (const year of years) mix(`${year};`);
  for (const day of days) mix(`${day.date}|${day.working ? 1 : 0}|${day.name}|${day.source};`);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
