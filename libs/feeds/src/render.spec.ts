import { render } from './render.js';
import type { Entry } from './domain/entry.js';

const ENTRY: Entry = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'clock',
  number: '余行调〔2026〕12号',
  ruleName: '调解期限',
  day: '2026-12-31',
  from: null,
  until: null,
  provisional: false,
  sequence: 3,
  madeAt: new Date('2026-11-01T02:00:00Z'),
};
const HEARING: Entry = { ...ENTRY, kind: 'hearing', ruleName: null, from: '09:30' };

const linesOf = (entries: Entry[]) => render('和议', entries).split('\r\n');

describe('a calendar', () => {
  it('has legal days as whole days of no zone, with UID, SEQUENCE and a DTSTAMP in UTC', () => {
    expect(linesOf([ENTRY])).toEqual(
      expect.arrayContaining([
        'UID:clock-01900000-0000-7000-8000-000000000001@heyi',
        'SEQUENCE:3',
        'DTSTAMP:20261101T020000Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:调解期限届满 余行调〔2026〕12号',
      ]),
    );
  });

  it('has hours in the zone it describes', () => {
    expect(linesOf([HEARING])).toEqual(
      expect.arrayContaining([
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'DTSTAMP:20261101T020000Z',
        'DTSTART;TZID=Asia/Shanghai:20261231T093000',
        'DTEND;TZID=Asia/Shanghai:20261231T113000',
      ]),
    );
  });

  it('ends where it is said to end', () => {
    expect(linesOf([{ ...HEARING, until: '10:15' }])).toContain('DTEND;TZID=Asia/Shanghai:20261231T101500');
  });

  it('is the same text for the same entries, ends its lines with CRLF and folds them at 75 octets', () => {
    const text = render('和议', [ENTRY, HEARING]);
    expect(render('和议', [ENTRY, HEARING])).toBe(text);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  });

  it('without entries is a calendar', () => {
    expect(linesOf([])).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR']));
  });
});
