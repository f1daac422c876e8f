import { addDays, type CalendarDate } from '@app/kernel';
import fc from 'fast-check';
import { shippedCalendar } from '../calendar-data.js';
import {
  cancelClock,
  type ClockRule,
  clockAsOf,
  convertClock,
  type ClockState,
  excludeFromClock,
  explainClock,
  extendClock,
  light,
  meetClock,
  recomputeClock,
  resumeClock,
  startClock,
  suspendClock,
} from './index.js';

const calendar = shippedCalendar();
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
const REPLY: ClockRule = { ...DECIDE, code: 'RC_REPLY', amount: 10, unit: 'working-day', maxExtensions: 0 };
const HEARING: ClockRule = { ...REPLY, code: 'RC_HEARING_NOTICE', amount: 5, backward: true };

const started = (startsOn: CalendarDate = '2026-03-02', rule = DECIDE) => startClock(rule, { startsOn }, calendar);
const suspended = (clock: ClockState, from: CalendarDate) => suspendClock(clock, from, calendar);
const resumed = (clock: ClockState, on: CalendarDate) => resumeClock(clock, on, calendar);
const extended = (clock: ClockState, days: number, approvedOn: CalendarDate, rule = DECIDE) =>
  extendClock(clock, rule, { days, approvedOn }, calendar);
const excluded = (clock: ClockState, from: CalendarDate, to: CalendarDate) =>
  excludeFromClock(clock, { from, to }, calendar);
const stoppedFor = (clock: ClockState, from: CalendarDate, to: CalendarDate) => resumed(suspended(clock, from), to);

describe('a clock', () => {
  it('starts with its rule’s length, or the one given, and remembers the calendar', () => {
    expect(started()).toMatchObject({
      rule: 'RC_DECIDE',
      state: 'RUNNING',
      dueOn: '2026-05-06',
      rawDueOn: '2026-05-01',
      provisional: false,
      excludedDays: 0,
      calendarVersion: calendar.version,
      endedOn: null,
    });
    expect(startClock(DECIDE, { startsOn: '2026-03-02', amount: 30 }, calendar).dueOn).toBe('2026-04-01');
    expect(() => startClock(DECIDE, { startsOn: '2026-03-02', amount: 0 }, calendar)).toThrow('deadlines.bad-amount');
  });

  it('stands still from suspension to resumption', () => {
    const stopped = suspended(started(), '2026-04-10');
    expect(stopped).toMatchObject({ state: 'SUSPENDED', dueOn: '2026-05-06' });
    expect(clockAsOf(stopped, '2026-04-20', calendar).rawDueOn).toBe('2026-05-11');
    expect(resumed(stopped, '2026-05-11')).toMatchObject({ state: 'RUNNING', dueOn: '2026-06-01', excludedDays: 31 });
  });

  it('does not end while it stands still in the days by which its end was rolled', () => {
    // Unrolled end Friday 05-01, rolled to 05-06; suspended on 05-04.
    const clock = stoppedFor(started(), '2026-05-04', '2026-05-23');
    expect(clock).toMatchObject({ rawDueOn: '2026-05-01', dueOn: '2026-05-25', excludedDays: 0 });
    expect(explainClock(clock, calendar).at(-1)).toMatchObject({ kind: 'roll', last: '2026-05-25' });
    expect(stoppedFor(started(), '2026-05-04', '2026-05-06').dueOn).toBe('2026-05-06');
  });

  it('is extended from its unrolled last day', () => {
    const clock = extended(started('2026-07-01'), 30, '2026-08-31');
    expect(clock).toMatchObject({ dueOn: '2026-09-29', rawDueOn: '2026-09-29' });
    expect(explainClock(clock, calendar).map(({ kind }) => kind)).toContain('extension');
  });

  it('may be extended while it stands still, however late', () => {
    const stopped = suspended(started('2026-07-01'), '2026-08-01');
    expect(resumed(extended(stopped, 30, '2026-10-20'), '2026-10-21').rawDueOn).toBe('2026-12-19');
  });

  it('ends once, and stays as it was on another calendar', () => {
    const met = meetClock(suspended(started(), '2026-04-10'), '2026-04-20', calendar);
    expect(met).toMatchObject({ state: 'MET', endedOn: '2026-04-20', suspensions: [{ to: '2026-04-20' }] });
    const early = meetClock(suspended(started(), '2026-04-10'), '2026-04-05', calendar);
    expect(early.suspensions).toEqual([{ from: '2026-04-10', to: '2026-04-10' }]);
    const changed = calendar.withYear(2026, []);
    expect(recomputeClock(met, changed)).toEqual(met);
    expect(recomputeClock(cancelClock(started(), '2026-03-03', calendar), changed).dueOn).toBe('2026-05-06');
  });

  it('moves with a calendar that is loaded later, and is then no longer provisional', () => {
    const clock = started('2026-11-10');
    expect(clock).toMatchObject({ dueOn: '2027-01-11', provisional: true });
    const off = { date: '2027-01-11', working: false, name: '假设', source: '测试' };
    const loaded = recomputeClock(clock, calendar.withYear(2027, [off]));
    expect(loaded).toMatchObject({ dueOn: '2027-01-12', provisional: false });
    expect(loaded.calendarVersion).not.toBe(clock.calendarVersion);
  });

  it('counted backward from an event is not moved by a suspension', () => {
    const clock = started('2026-02-27', HEARING);
    expect(clock.dueOn).toBe('2026-02-12');
    expect(stoppedFor(clock, '2026-02-01', '2026-02-05').dueOn).toBe('2026-02-12');
  });

  const stopped = suspended(started(), '2026-04-10');
  const met = meetClock(started(), '2026-04-20', calendar);
  it.each<[string, () => unknown, string]>([
    ['resuming what runs', () => resumed(started(), '2026-04-10'), 'not-suspended'],
    ['resuming before the suspension', () => resumed(stopped, '2026-04-09'), 'resume-before-suspension'],
    ['suspending twice', () => suspended(stopped, '2026-04-11'), 'already-suspended'],
    ['suspending before day 0', () => suspended(started(), '2026-03-01'), 'suspension-before-start'],
    ['suspending after the end', () => suspended(started(), '2026-05-07'), 'suspension-after-due'],
    ['leaving out time after the end', () => excluded(started(), '2026-05-07', '2026-05-08'), 'suspension-after-due'],
    ['leaving out time backward', () => excluded(started(), '2026-04-07', '2026-04-06'), 'bad-interval'],
    [
      'extending what may not be',
      () => extended(started('2026-03-02', REPLY), 1, '2026-03-03', REPLY),
      'not-extendable',
    ],
    ['extending twice', () => extended(extended(started(), 5, '2026-04-01'), 5, '2026-04-02'), 'extension-used-up'],
    ['extending by 31 days', () => extended(started(), 31, '2026-04-01'), 'extension-too-long'],
    ['extending by nothing', () => extended(started(), 0, '2026-04-01'), 'bad-extension'],
    ['extending after the end', () => extended(started(), 30, '2026-05-07'), 'extension-after-due'],
    ['an impossible day', () => suspended(started(), '2026-04-31'), 'bad-date'],
    ['meeting twice', () => meetClock(met, '2026-04-20', calendar), 'clock-ended'],
    ['cancelling what was met', () => cancelClock(met, '2026-04-20', calendar), 'clock-ended'],
    ['suspending what was met', () => suspended(met, '2026-04-20'), 'clock-ended'],
    ['resuming what was met', () => resumed(met, '2026-04-20'), 'clock-ended'],
    ['extending what was met', () => extended(met, 5, '2026-04-20'), 'clock-ended'],
    ['leaving out time of what was met', () => excluded(met, '2026-04-01', '2026-04-02'), 'clock-ended'],
  ])('refuses %s', (_what, act, code) => {
    expect(act).toThrow(`deadlines.${code}`);
  });
});

describe('whatever the dates', () => {
  const start = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2023-06-01', n));
  const offset = fc.integer({ min: 0, max: 60 });
  const length = fc.integer({ min: 0, max: 50 });
  const rule = fc.constantFrom(DECIDE, { ...REPLY, amount: 45, maxExtensions: 1 });
  const answer = ({ dueOn, rawDueOn, excludedDays, provisional }: ClockState) => ({
    dueOn,
    rawDueOn,
    excludedDays,
    provisional,
  });
  type Event = (clock: ClockState) => ClockState;

  it('goes on by another variant from the same day, and keeps what was left out', () => {
    const short: ClockRule = { ...DECIDE, variant: 'SIMPLIFIED', amount: 30, article: '复议法 2023 第62条第2款' };
    const plain = started('2026-06-01', short);
    // Accepted on 1 June, converted: 60 days from acceptance, Friday 31 July (E24).
    expect(convertClock(plain, DECIDE, calendar)).toMatchObject({ variant: null, amount: 60, dueOn: '2026-07-31' });
    const rested = stoppedFor(plain, '2026-06-05', '2026-06-15');
    expect(convertClock(rested, DECIDE, calendar)).toMatchObject({ rawDueOn: '2026-08-10', excludedDays: 10 });
    const resting = suspended(plain, '2026-06-05');
    expect(resumed(convertClock(resting, DECIDE, calendar), '2026-06-15').rawDueOn).toBe('2026-08-10');
    expect(() => convertClock(meetClock(plain, '2026-06-10', calendar), DECIDE, calendar)).toThrow(
      'deadlines.clock-ended',
    );
  });

  it('a suspension never shortens, and a clock never ends in one', () => {
    fc.assert(
      fc.property(start, rule, offset, length, (on, each, a, days) => {
        const before = startClock(each, { startsOn: on }, calendar);
        fc.pre(addDays(on, a) <= before.dueOn);
        const after = stoppedFor(before, addDays(on, a), addDays(on, a + days));
        expect(after.dueOn >= before.dueOn && after.rawDueOn >= before.rawDueOn).toBe(true);
        expect(after.dueOn < addDays(on, a) || after.dueOn >= addDays(on, a + days)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('suspending and resuming on one day is neutral', () => {
    fc.assert(
      fc.property(start, rule, offset, (on, each, a) => {
        const before = startClock(each, { startsOn: on }, calendar);
        fc.pre(addDays(on, a) <= before.dueOn);
        const day = addDays(on, a);
        expect(answer(stoppedFor(before, day, day))).toEqual(answer(before));
      }),
    );
  });

  it('extension then suspension equals suspension then extension', () => {
    fc.assert(
      fc.property(
        start,
        rule,
        fc.integer({ min: 0, max: 45 }),
        length,
        fc.integer({ min: 1, max: 30 }),
        (on, each, a, days, more) => {
          const clock = startClock(each, { startsOn: on }, calendar);
          const extend: Event = (it) => extended(it, more, on, { ...each, maxExtensions: 1 });
          const stop: Event = (it) => stoppedFor(it, addDays(on, a), addDays(on, a + days));
          expect(answer(extend(stop(clock)))).toEqual(answer(stop(extend(clock))));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('the order of independent events does not matter', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 45 }), length), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(start, rule, spans, fc.integer({ min: 1, max: 30 }), fc.gen(), (on, each, times, more, gen) => {
        const clock = startClock(each, { startsOn: on }, calendar);
        const events: Event[] = [
          (it) => extended(it, more, on, { ...each, maxExtensions: 1 }),
          ...times.map(([a, days], i): Event => {
            const [from, to] = [addDays(on, a), addDays(on, a + days)];
            return (it) => (i % 2 === 0 ? stoppedFor(it, from, to) : excluded(it, from, to));
          }),
        ];
        const shuffled = gen(fc.shuffledSubarray, events, { minLength: events.length });
        const through = (order: Event[]) => answer(order.reduce((it, event) => event(it), clock));
        expect(through(shuffled)).toEqual(through(events));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the lamp', () => {
  const lamp = (today: CalendarDate, clock = started('2026-03-02', REPLY)) => light(clock, today, calendar);

  // Due Monday 2026-03-16.
  it.each([
    ['2026-03-06', 'green', 6, 0],
    ['2026-03-09', 'yellow', 5, 0],
    ['2026-03-11', 'yellow', 3, 0],
    ['2026-03-12', 'red', 2, 0],
    ['2026-03-14', 'red', 1, 0],
    ['2026-03-16', 'red', 0, 0],
    ['2026-03-18', 'red', 0, 2],
  ])('on %s is %s with %i working days left, %i days over', (today, colour, remainingWorkdays, overdueDays) => {
    expect(lamp(today)).toEqual({ colour, remainingWorkdays, overdueDays });
  });

  it('is grey when nothing runs, even long after', () => {
    expect(lamp('2026-07-01', suspended(started(), '2026-04-10'))).toMatchObject({ colour: 'grey', overdueDays: 0 });
    expect(lamp('2026-04-01', meetClock(started(), '2026-03-10', calendar)).colour).toBe('grey');
  });

  it('is blue over an unpublished year, until the end is near', () => {
    const clock = started('2026-11-10');
    expect(lamp('2026-11-24', clock).colour).toBe('blue');
    expect(lamp('2027-01-04', clock).colour).toBe('yellow');
    expect(light(clock, '2026-12-24', calendar, { yellow: 20, red: 12 }).colour).toBe('red');
  });
});
