import { daysBetween } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CalendarCoverageView, CalendarDaysRequest, CalendarDayView, CalendarYearView } from './calendar.dto.js';
import { IS_OPEN } from './clock.store.js';
import { badField } from './errors.js';

const MOST_DAYS = 3660;

@Injectable()
export class CalendarQueries {
  constructor(private readonly database: Database) {}

  /** The years whose notice is loaded, and how many clocks wait for another. */
  async coverage(): Promise<CalendarCoverageView> {
    const [years, [clocks]] = await Promise.all([
      this.database.read<CalendarYearView>(
        `SELECT y.year, y.source, y.notice_url AS "noticeUrl", y.loaded_at AS "loadedAt", y.loaded_by AS "loadedBy",
           y.version, count(*) FILTER (WHERE NOT d.working) AS "daysOff", count(*) FILTER (WHERE d.working) AS "daysWorked"
         FROM deadlines.calendar_year y LEFT JOIN deadlines.calendar_day d ON d.year = y.year
         GROUP BY y.year ORDER BY y.year`,
      ),
      this.database.read<{ n: number }>(
        `SELECT count(*) AS n FROM deadlines.clock c WHERE c.provisional AND ${IS_OPEN}`,
      ),
    ]);
    return { version: Math.max(0, ...years.map((each) => each.version)), years, provisionalClocks: clocks!.n };
  }

  /** The days named by notices, both ends included. @throws DomainError request.invalid */
  async days({ from, to }: CalendarDaysRequest): Promise<CalendarDayView[]> {
    const days = daysBetween(from, to);
    if (days < 0 || days > MOST_DAYS) throw badField('#/to', 'range', '止日应在起日之后，且相隔不超过十年');
    return this.database.read<CalendarDayView>(
      `SELECT date, working, name, source FROM deadlines.calendar_day
       WHERE date >= $1::date AND date <= $2::date ORDER BY date`,
      [from, to],
    );
  }
}
