import { digestDue } from './digest-week.js';

const MONDAY = { weekday: 1, at: '08:30' };

describe('the weekly digest', () => {
  it.each([
    ['2026-11-30T08:29:59+08:00', MONDAY, undefined],
    ['2026-11-30T08:30:00+08:00', MONDAY, { week: '2026-11-30', onTheDay: true }],
    ['2026-11-30T00:30:00Z', MONDAY, { week: '2026-11-30', onTheDay: true }],
    ['2026-12-01T01:00:00+08:00', MONDAY, { week: '2026-11-30', onTheDay: false }],
    ['2026-12-06T23:59:59+08:00', MONDAY, { week: '2026-11-30', onTheDay: false }],
    ['2026-12-06T23:59:59+08:00', { weekday: 7, at: '20:00' }, { week: '2026-11-30', onTheDay: true }],
    ['2026-12-05T20:00:00+08:00', { weekday: 7, at: '20:00' }, undefined],
  ])('at %s, planned for %j: %j', (now, time, expected) => {
    expect(digestDue(new Date(now), time)).toEqual(expected);
  });
});
