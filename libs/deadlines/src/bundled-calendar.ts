import { newId } from '@app/kernel';
import type { QueryRunner } from 'typeorm';
import { SHIPPED_YEARS, shippedDays } from './calendar-data.js';
import type { CalendarDay } from './domain/index.js';

/**
 * Brings the shipped years into the tables: missing ones, and those whose shipped data have changed. A year that somebody
 * imported stays as it is, and so do days that an imported notice set. Repeating it changes nothing. Open clocks are
 * counted again by the worker (`deadlines.recount`), since years loaded here are marked as not yet recounted.
 */
export async function loadBundledCalendar(runner: QueryRunner): Promise<void> {
  const shipped = shippedDays();
  const daysOf = (year: number): CalendarDay[] => shipped.filter((day) => day.date.startsWith(`${year}-`));
  await runner.startTransaction();
  try {
    await runner.query('SELECT deadlines.lock_basis()');
    const years = (await runner.query(STORED)) as { year: number; imported: boolean; days: CalendarDay[] }[];
    const stored = new Map(years.map((each) => [each.year, each]));
    const wanted = SHIPPED_YEARS.filter((year) => {
      const known = stored.get(year);
      return !known || (!known.imported && !isSame(known.days, daysOf(year)));
    });
    if (wanted.length > 0) await replace(runner, wanted, daysOf);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

async function replace(runner: QueryRunner, years: number[], daysOf: (year: number) => CalendarDay[]): Promise<void> {
  await runner.query(
    `INSERT INTO deadlines.calendar_year (year, id, source, version)
     SELECT y.year, y.id, y.source, (SELECT coalesce(max(version), 0) + 1 FROM deadlines.calendar_year)
     FROM unnest($1::smallint[], $2::uuid[], $3::text[]) AS y(year, id, source)
     ON CONFLICT (year) DO UPDATE SET id = excluded.id, source = excluded.source, version = excluded.version,
       loaded_at = now(), recounted_at = NULL`,
    [years, years.map(() => newId()), years.map((year) => `国务院办公厅关于${year}年部分节假日安排的通知`)],
  );
  await runner.query('DELETE FROM deadlines.calendar_day WHERE year = ANY($1::smallint[])', [years]);
  const days = years.flatMap((year) => daysOf(year).map((day) => ({ ...day, year })));
  await runner.query(
    `INSERT INTO deadlines.calendar_day (date, working, name, year, source)
     SELECT date, working, name, year, source
     FROM jsonb_to_recordset($1::jsonb) AS d(date date, working boolean, name text, year smallint, source text)
     ON CONFLICT (date) DO NOTHING`,
    [JSON.stringify(days)],
  );
}

/** The same days, apart from those that an imported notice has taken over. */
function isSame(stored: readonly CalendarDay[], shipped: readonly CalendarDay[]): boolean {
  const key = (day: CalendarDay) => `${day.date}|${day.working}|${day.name}|${day.source}`;
  const taken = new Set(stored.filter((day) => 'imported' in day).map((day) => day.date));
  const left = (days: readonly CalendarDay[]) =>
    days
      .filter((day) => !taken.has(day.date))
      .map(key)
      .sort();
  return left(stored).join() === left(shipped).join();
}

/** Years with the days of their dates; days that another year's notice set are marked. */
const STORED = `
  SELECT y.year, y.loaded_by IS NOT NULL AS imported,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('date', d.date, 'working', d.working, 'name', d.name, 'source', d.source)
         || CASE WHEN d.year = y.year THEN '{}' ELSE '{"imported": true}' END::jsonb), '[]')
     FROM deadlines.calendar_day d WHERE extract(year FROM d.date) = y.year) AS days
  FROM deadlines.calendar_year y`;
