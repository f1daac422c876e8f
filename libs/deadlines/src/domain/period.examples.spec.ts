import { addDays, type CalendarDate } from '@app/kernel';
import { shippedCalendar } from '../calendar-data.js';
import {
  announcementServedOn,
  type ClockRule,
  clockAsOf,
  computeBackward,
  computePeriod,
  extendClock,
  filedInTime,
  impededApplication,
  inactionApplication,
  ordinaryApplication,
  resumeClock,
  startClock,
  suspendClock,
  uninformedApplication,
} from './index.js';

const calendar = shippedCalendar();
const wd = (from: CalendarDate, amount: number): string =>
  computePeriod(calendar, { from, amount, unit: 'working-day' }).due;
const cd = (from: CalendarDate, amount: number): string =>
  computePeriod(calendar, { from, amount, unit: 'calendar-day' }).due;
const months = (from: CalendarDate, amount: number): string =>
  computePeriod(calendar, { from, amount, unit: 'month' }).due;
const apply = (knownOn: CalendarDate): string => ordinaryApplication(calendar, { knownOn }).due;
const notice = (event: CalendarDate, reading: 'strict' | 'lenient'): string =>
  computeBackward(calendar, { event, amount: 5, unit: 'working-day', reading }).due;

const DECIDE: ClockRule = {
  code: 'RC_DECIDE',
  name: '审理期限',
  amount: 60,
  unit: 'calendar-day',
  roll: true,
  startsOn: '受理之日',
  responsible: 'case_handler',
  article: '复议法 2023 第62条',
  effect: '申请人可以起诉或者申诉',
  maxExtensions: 1,
  maxExtensionDays: 30,
};
const accepted = (startsOn: CalendarDate) => startClock(DECIDE, { startsOn }, calendar);

const suspended = (): string => {
  const stopped = suspendClock(accepted('2026-03-02'), '2026-04-10', calendar);
  return resumeClock(stopped, '2026-05-11', calendar).dueOn;
};
const extended = (approvedOn: CalendarDate): string =>
  extendClock(accepted('2026-07-01'), DECIDE, { days: 30, approvedOn }, calendar).dueOn;
const uninformed = uninformedApplication(calendar, {
  contentKnownOn: '2025-02-17',
  rightsKnownOn: '2026-01-20',
});
const hospital = impededApplication(calendar, {
  knownOn: '2026-04-01',
  impededFrom: '2026-04-21',
  ableOn: '2026-05-11',
});
const appraisal = computePeriod(calendar, {
  from: '2026-03-16',
  amount: 60,
  unit: 'calendar-day',
  excluded: [['2026-04-20', '2026-05-20']],
});
const into2027 = computePeriod(calendar, { from: '2026-11-10', amount: 60, unit: 'calendar-day' });
const announced = announcementServedOn('2026-01-20');
const deemed = wd('2026-02-09', 5);

// law/rules.md §2.6: number, situation, what our functions say, what the hand count says.
const EXAMPLES: [string, string, unknown, unknown][] = [
  ['E1', 'review over a make-up Sunday', wd('2024-02-01', 5), '2024-02-07'],
  ['E2', '除夕 2024 is a working day', wd('2024-02-07', 5), '2024-02-20'],
  ['E3', 'correction over National Day', wd('2024-09-27', 10), '2024-10-16'],
  ['E4a', 'copy over Spring Festival', wd('2025-01-20', 7), '2025-02-05'],
  ['E4b', 'reply over a make-up Saturday', wd('2025-02-05', 10), '2025-02-18'],
  ['E4c', 'decision, plain calendar days', accepted('2025-01-20').dueOn, '2025-03-21'],
  ['E5', 'decision rolls past National Day', accepted('2025-08-05').dueOn, '2025-10-09'],
  ['E6a', 'a Sunday deadline is correct', wd('2025-09-24', 3), '2025-09-28'],
  ['E6b', 'reply ends on a make-up Saturday', wd('2025-09-28', 5), '2025-10-11'],
  ['E6c', 'simplified decision', cd('2025-09-24', 30), '2025-10-24'],
  ['E7', 'application rolls past Labour Day', apply('2026-03-02'), '2026-05-06'],
  ['E8', 'application rolls past Spring Festival', apply('2025-12-18'), '2026-02-24'],
  ['E9', 'not informed: the year caps it', uninformed.due, '2026-02-24'],
  ['E9', 'the cap decided, unrolled', [uninformed.capped, uninformed.rawDue], [true, '2026-02-17']],
  ['E9', 'without the cap', apply('2026-01-20'), '2026-03-23'],
  ['E10', 'impediment: 41 days remain', hospital.due, '2026-06-22'],
  ['E10', 'unrolled', hospital.rawDue, '2026-06-21'],
  ['E11', 'failure to act', inactionApplication(calendar, { receivedOn: '2026-01-10' }).due, '2026-05-11'],
  ['E12', 'suspension of 31 days', suspended(), '2026-06-01'],
  ['E13', 'attached review, competent', cd('2026-07-06', 30), '2026-08-05'],
  ['E13', 'maker notified', wd('2026-07-06', 3), '2026-07-09'],
  ['E13', 'maker replies', wd('2026-07-09', 10), '2026-07-23'],
  ['E13', 'not competent, forwarded', wd('2026-07-06', 7), '2026-07-15'],
  ['E13', 'recipient answers', cd('2026-07-16', 60), '2026-09-14'],
  ['E14', 'hearing notice, strict', notice('2026-02-27', 'strict'), '2026-02-12'],
  ['E14', 'hearing notice, lenient', notice('2026-02-27', 'lenient'), '2026-02-13'],
  ['E15', 'announcement, not rolled', announced, '2026-02-19'],
  ['E15', 'suit from the deemed day', cd(announced, 15), '2026-03-06'],
  ['E15', 'suit, conservative reading', cd(addDays(announced, 1), 15), '2026-03-09'],
  ['E16', 'a make-up Saturday does not roll', cd('2026-09-10', 30), '2026-10-10'],
  ['E17', 'confirmation rolls past National Day', cd('2025-09-05', 30), '2025-10-09'],
  ['E18', 'defence rolls past National Day', cd('2026-09-16', 15), '2026-10-08'],
  ['E19', 'appeal ends on a make-up Saturday', cd('2026-01-30', 15), '2026-02-14'],
  ['E20', 'ten court days are calendar days', cd('2025-01-27', 10), '2025-02-06'],
  ['E20', 'the working-day reading, eleven days late', wd('2025-01-27', 10), '2025-02-17'],
  ['E21', 'report on an opinion', cd('2025-12-05', 60), '2026-02-03'],
  ['E22', 'remaking', cd('2026-07-20', 60), '2026-09-18'],
  ['E23', 'before the extension', accepted('2026-07-01').dueOn, '2026-08-31'],
  ['E23', 'extended from the unrolled day', extended('2026-08-31'), '2026-09-29'],
  ['E24', 'simplified', cd('2026-06-01', 30), '2026-07-01'],
  ['E24', 'converted to ordinary', accepted('2026-06-01').dueOn, '2026-07-31'],
  ['E25', 'forwarding ends on a make-up Saturday', wd('2026-04-29', 5), '2026-05-09'],
  ['E26', 'deemed accepted', deemed, '2026-02-14'],
  ['E26', 'copy after deemed acceptance', wd(deemed, 7), '2026-03-03'],
  ['E26', 'decision after deemed acceptance', accepted(deemed).dueOn, '2026-04-15'],
  [
    'E27',
    'the postmark counts',
    filedInTime(apply('2026-03-02'), { receivedOn: '2026-05-09', postmarkedOn: '2026-05-06' }),
    true,
  ],
  ['E27', 'without the postmark late', filedInTime(apply('2026-03-02'), { receivedOn: '2026-05-09' }), false],
  ['E27', 'the review counts from receipt', wd('2026-05-09', 5), '2026-05-15'],
  ['E28', 'into an uncovered year', [into2027.due, into2027.provisional], ['2027-01-11', true]],
  ['E29', 'appraisal of 30 days', [appraisal.due, appraisal.excludedDays], ['2026-06-15', 30]],
  ['E29', 'unrolled', appraisal.rawDue, '2026-06-14'],
  ['E30', 'suit after E23 lapses', cd(accepted('2026-07-01').dueOn, 15), '2026-09-15'],
  ['E31', 'self-correction', wd('2026-09-18', 5), '2026-09-24'],
  ['E32', 'files after 提级', wd('2026-10-09', 5), '2026-10-15'],
  ['E33', 'sixty days of silence', cd('2026-01-05', 60), '2026-03-06'],
  ['E34', 'a month without that day', months('2026-01-31', 1), '2026-02-28'],
  ['E35', 'six months without that day', months('2025-08-31', 6), '2026-02-28'],
];

describe('worked examples of the rule book', () => {
  it.each(EXAMPLES)('%s: %s', (_number, _situation, ours, byHand) => {
    expect(ours).toEqual(byHand);
  });

  it('are E1 to E35, every one', () => {
    const numbers = new Set(EXAMPLES.map(([number]) => Number(/\d+/.exec(number)![0])));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
  });

  it('E23: an extension approved a day late is refused', () => {
    expect(() => extended('2026-09-01')).toThrow('deadlines.extension-after-due');
  });

  it('E12 while still suspended: as if it went on today', () => {
    const stopped = suspendClock(accepted('2026-03-02'), '2026-04-10', calendar);
    expect(stopped.dueOn).toBe('2026-05-06');
    expect(clockAsOf(stopped, '2026-05-11', calendar).dueOn).toBe('2026-06-01');
  });
});
