import { type CalendarDate, type DayNumber, toDayNumber, weekdayOf } from '@app/kernel';
import { dateOf, dayNumber, FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR } from './days.js';
import { refusal } from './errors.js';
import { blocksOf, type CalendarBlock, type CalendarDay, fingerprint } from './calendar-blocks.js';

/** Days kept beyond {@link LAST_DAY}, so that rolling near the end finds its day and is refused by the bound, not by a hole. */
const MARGIN = 31;
const SIZE = LAST_DAY - FIRST_DAY + 1 + MARGIN;

/**
 * Which days are working days: the State Council's table first, Monday to Friday otherwise (law: 复议法 2023
 * 第88条第2款; 民诉法 2023 第85条第3款). Immutable. Every question is answered from prefix tables in constant time.
 *
 * A year is *covered* once its notice is loaded; days of other years follow the weekday rule, and whatever was counted
 * over them is provisional.
 */
export class WorkingCalendar {
  /** Changes whenever the data change; kept with every clock to tell which table it was counted on. */
  readonly version: string;
  /** Covered years, ascending. */
  readonly years: readonly number[];
  /** The notice days, ascending. */
  readonly days: readonly CalendarDay[];
  private readonly notices = new Map<DayNumber, CalendarDay>();
  /** Entry i: working days among the first i days since {@link FIRST_DAY}. */
  private readonly workdaysUpTo = new Int32Array(SIZE + 1);
  /** Entry i: days of uncovered years among the first i days. */
  private readonly uncoveredUpTo = new Int32Array(SIZE + 1);
  /** Offset of the i-th working day. */
  private readonly workdays: Int32Array;
  private readonly blocks: readonly CalendarBlock[];

  private constructor(days: readonly CalendarDay[], years: readonly number[]) {
    this.years = [...new Set(years)].sort((a, b) => a - b);
    for (const year of this.years) checkYear(year);
    this.days = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
    for (const day of this.days) this.note(day);
    this.workdays = this.fillTables();
    this.blocks = blocksOf(this.notices, (day) => this.isWorkdayNumber(day));
    this.version = `${this.years[0] ?? 0}-${this.years.at(-1) ?? 0}.${fingerprint(this.years, this.days)}`;
  }

  /**
   * @param days notice days, each in a covered year
   * @param years years whose notice is loaded
   * @throws DomainError `deadlines.bad-date`, `deadlines.bad-year`, `deadlines.duplicate-day`, `deadlines.day-outside-year`
   */
  static of(days: readonly CalendarDay[], years: readonly number[]): WorkingCalendar {
    return new WorkingCalendar(days, years);
  }

  /**
   * The calendar with one more (or a corrected) year, for a preview or an import. All days of that year are replaced;
   * a notice may also set days of the December before (2018-12-29 was set by the notice for 2019), which are added.
   * @throws DomainError `deadlines.day-outside-year` for any other day
   */
  withYear(year: number, days: readonly CalendarDay[]): WorkingCalendar {
    checkYear(year);
    const first = `${year}-01-01`;
    const last = `${year}-12-31`;
    const given = new Set(days.map((day) => day.date));
    const stray = days.find((day) => day.date < `${year - 1}-12-01` || day.date > last);
    if (stray) throw refusal('day-outside-year', { about: stray.date, params: { date: stray.date, year } });
    const kept = this.days.filter((day) => (day.date < first || day.date > last) && !given.has(day.date));
    return new WorkingCalendar([...kept, ...days], [...this.years, year]);
  }

  /** True if the year's notice is loaded. */
  covers(year: number): boolean {
    return this.years.includes(year);
  }

  /** @throws DomainError `deadlines.bad-date`, `deadlines.out-of-range` */
  isWorkday(date: CalendarDate): boolean {
    return this.isWorkdayNumber(dayNumber(date, '日期'));
  }

  /** What the notice says of the day, if it names it. */
  noticeOf(date: CalendarDate): CalendarDay | undefined {
    return this.notices.get(dayNumber(date, '日期'));
  }

  /** The day itself if it is a working day, else the first working day after it (民诉法 2023 第85条第3款). */
  roll(date: CalendarDate): CalendarDate {
    return dateOf(this.rollNumber(dayNumber(date, '日期')));
  }

  /** Working days in the half-open range [from, to); negative if `to` is earlier. */
  workdaysBetween(from: CalendarDate, to: CalendarDate): number {
    return this.countWorkdays(dayNumber(from, '起日'), dayNumber(to, '止日'));
  }

  /** The n-th working day after `date`, or before it if n is negative; `date` itself, working or not, if n is 0. */
  plusWorkdays(date: CalendarDate, n: number): CalendarDate {
    const day = dayNumber(date, '日期');
    if (n === 0) return date;
    const ordinal = n > 0 ? this.workdaysUntil(day + 1) + n - 1 : this.workdaysUntil(day) + n;
    return dateOf(this.workdayAt(ordinal));
  }

  /** As {@link isWorkday}, by day number within 1900–2100. */
  isWorkdayNumber(day: DayNumber): boolean {
    const at = day - FIRST_DAY;
    return this.workdaysUpTo[at + 1] !== this.workdaysUpTo[at];
  }

  /** As {@link roll}, by day number. */
  rollNumber(day: DayNumber): DayNumber {
    return this.isWorkdayNumber(day) ? day : this.workdayAt(this.workdaysUntil(day));
  }

  /** Working days in [from, to), by day number. */
  countWorkdays(from: DayNumber, to: DayNumber): number {
    return this.workdaysUntil(to) - this.workdaysUntil(from);
  }

  /** How many working days there are before `day`, from the table's first day on; the ordinal of `day` if it is one. */
  workdaysUntil(day: DayNumber): number {
    const count = this.workdaysUpTo[day - FIRST_DAY];
    if (count === undefined) throw refusal('out-of-range');
    return count;
  }

  /** The working day with that ordinal. @throws DomainError `deadlines.out-of-range` */
  workdayAt(ordinal: number): DayNumber {
    const offset = this.workdays[ordinal];
    if (offset === undefined) throw refusal('out-of-range');
    return offset + FIRST_DAY;
  }

  /** True if no day of [first, last] lies in an uncovered year. */
  coversDays(first: DayNumber, last: DayNumber): boolean {
    return this.uncoveredUpTo[last + 1 - FIRST_DAY] === this.uncoveredUpTo[first - FIRST_DAY];
  }

  /** Holidays and make-up days that touch [first, last], in order. */
  blocksBetween(first: DayNumber, last: DayNumber): readonly CalendarBlock[] {
    const found: CalendarBlock[] = [];
    for (let at = this.firstBlockFrom(first); at < this.blocks.length; at++) {
      const block = this.blocks[at]!;
      if (block.first > last) break;
      found.push(block);
    }
    return found;
  }

  private firstBlockFrom(day: DayNumber): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.blocks[middle]!.last < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private note(day: CalendarDay): void {
    const number = dayNumber(day.date, '日期');
    const about = { about: day.date, params: { date: day.date } };
    if (!this.covers(Number(day.date.slice(0, 4)))) throw refusal('day-outside-year', about);
    if (this.notices.has(number)) throw refusal('duplicate-day', about);
    this.notices.set(number, day);
  }

  private fillTables(): Int32Array {
    const offsets = new Int32Array(SIZE);
    let workdays = 0;
    let uncovered = 0;
    for (let year = FIRST_YEAR, at = 0; at < SIZE; year++) {
      const covered = this.covers(year);
      const end = Math.min(SIZE, toDayNumber(`${year + 1}-01-01`) - FIRST_DAY);
      for (; at < end; at++) {
        if (this.judge(at + FIRST_DAY)) offsets[workdays++] = at;
        if (!covered) uncovered++;
        this.workdaysUpTo[at + 1] = workdays;
        this.uncoveredUpTo[at + 1] = uncovered;
      }
    }
    return offsets.slice(0, workdays);
  }

  private judge(day: DayNumber): boolean {
    const weekday = weekdayOf(day);
    return this.notices.get(day)?.working ?? (weekday !== 0 && weekday !== 6);
  }
}

function checkYear(year: number): void {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw refusal('bad-year');
}
