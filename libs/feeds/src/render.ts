import { addDays, instantOf, type CalendarDate } from '@app/kernel';
import ical, { ICalEventStatus, type ICalDayJsStub } from 'ical-generator';
import { titleOf, type Entry } from './domain/entry.js';

export const ZONE = 'Asia/Shanghai';
/** How often a calendar should look again, in seconds. */
const REFRESH = 3600;
/** A hearing or session of which only the beginning is known takes this long in the calendar. [L] */
const USUAL_MINUTES = 120;

/** The same offset since 1991, so a rule is not needed. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T010000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** An iCalendar (RFC 5545) of the entries; equal entries give equal text. */
export function render(name: string, entries: readonly Entry[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'Heyi', product: 'heyi', language: 'ZH' },
    ttl: REFRESH,
    // No zone of the calendar's own: DTSTAMP stays in UTC, as the RFC wants it. Events name theirs.
    timezone: { name: null, generator: () => VTIMEZONE },
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: Entry) {
  const { id, kind, day, from, sequence, madeAt } = entry;
  const common = {
    id: `${kind}-${id}@heyi`,
    sequence,
    stamp: madeAt,
    summary: titleOf(entry),
    status: ICalEventStatus.CONFIRMED,
  };
  if (from === null) return { ...common, start: onDay(day), end: onDay(addDays(day, 1)), allDay: true };
  const start = instantOf(day, from);
  const end = entry.until === null ? new Date(start.getTime() + USUAL_MINUTES * 60_000) : instantOf(day, entry.until);
  return { ...common, start: inZone(start), end: inZone(end), timezone: ZONE };
}

/** A legal day, in no zone. */
const onDay = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);

/** An instant that says its hour in our zone, whatever the zone of the process. */
function inZone(instant: Date): ICalDayJsStub {
  const parts = new Map(FORMAT.formatToParts(instant).map(({ type, value }) => [type, value]));
  const read = (...types: Intl.DateTimeFormatPartTypes[]) => types.map((type) => parts.get(type)).join('');
  const stub: ICalDayJsStub = {
    format: (pattern) => (pattern === 'YYYYMMDD' ? read('year', 'month', 'day') : read('hour', 'minute', 'second')),
    isValid: () => true,
    toDate: () => instant,
    toJSON: () => instant.toISOString(),
    tz: () => stub,
  };
  return stub;
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
