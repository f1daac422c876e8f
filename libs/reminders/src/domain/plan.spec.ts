import { type CalendarDate, dayOf, fromDayNumber, instantOf, toDayNumber } from '@app/kernel';
import { WorkingCalendar } from '@app/deadlines';
import fc from 'fast-check';
import { planReminders, type PlannedClock, type Recipients, type StepSetting } from './plan.js';

const calendar = WorkingCalendar.of(
  [
    { date: '2026-10-01', working: false, name: '国庆节', source: '示例' },
    { date: '2026-10-02', working: false, name: '国庆节', source: '示例' },
    { date: '2026-10-05', working: false, name: '国庆节', source: '示例' },
    { date: '2026-10-10', working: true, name: '国庆节', source: '示例' },
  ],
  [2026],
);
const addWorkingDays = (date: CalendarDate, n: number) => calendar.plusWorkdays(date, n);
const SETTING: StepSetting = { steps: [-10, -5, -3, -1, 0, 1], hour: '09:00', escalateFrom: 0 };
const PEOPLE: Recipients = { to: ['handler'], heads: ['head'], leaders: ['leader'] };
const CLOCK: PlannedClock = {
  id: 'clock',
  rule: 'RC_REVIEW',
  startsOn: '2026-11-02',
  backward: false,
  dueOn: '2026-12-31',
  state: 'RUNNING',
};

function plan(clock: Partial<PlannedClock>, now: string, setting = SETTING, people = PEOPLE) {
  return planReminders({ ...CLOCK, ...clock }, setting, people, addWorkingDays, new Date(now));
}

const brief = (reminders: ReturnType<typeof plan>) =>
  reminders.map((r) => `${r.step} ${r.recipientId}${r.escalation ? '!' : ''} ${dayOf(r.remindAt)}`);

describe('planReminders', () => {
  it('counts steps in working days and tells superiors from the due day on', () => {
    expect(brief(plan({}, '2026-11-24T09:00:00+08:00'))).toEqual([
      '-10 handler 2026-12-17',
      '-5 handler 2026-12-24',
      '-3 handler 2026-12-28',
      '-1 handler 2026-12-30',
      '0 handler 2026-12-31',
      '0 head! 2026-12-31',
      '0 leader! 2026-12-31',
      '1 handler 2027-01-01',
      '1 head! 2027-01-01',
      '1 leader! 2027-01-01',
    ]);
  });

  it('leaps over holidays and counts make-up days', () => {
    const due = plan({ startsOn: '2026-09-01', dueOn: '2026-10-10' }, '2026-09-01T00:00:00+08:00');
    expect(brief(due).slice(0, 4)).toEqual([
      '-10 handler 2026-09-23',
      '-5 handler 2026-09-30',
      '-3 handler 2026-10-07',
      '-1 handler 2026-10-09',
    ]);
  });

  it('reminds at the set hour of the district’s zone', () => {
    const [first] = plan({}, '2026-11-24T00:00:00+08:00', { ...SETTING, hour: '08:30' });
    expect(first!.remindAt).toEqual(new Date('2026-12-17T00:30:00Z'));
  });

  it('leaves out steps before the clock’s first day', () => {
    expect(brief(plan({ startsOn: '2026-12-28' }, '2026-12-28T08:00:00+08:00')).slice(0, 2)).toEqual([
      '-3 handler 2026-12-28',
      '-1 handler 2026-12-30',
    ]);
  });

  it('plans all steps of a clock that is counted back from an event', () => {
    const hearing = { startsOn: '2026-12-25', backward: true, dueOn: '2026-12-18' };
    expect(brief(plan(hearing, '2026-12-14T10:00:00+08:00')).slice(0, 3)).toEqual([
      '-5 handler 2026-12-14',
      '-3 handler 2026-12-15',
      '-1 handler 2026-12-17',
    ]);
  });

  it('keeps only the latest of the steps that have passed, due at once', () => {
    const now = '2026-12-29T10:00:00+08:00';
    const [first, second] = plan({}, now);
    expect(first).toMatchObject({ step: -3, remindAt: new Date(now) });
    expect(second).toMatchObject({ step: -1, remindAt: instantOf('2026-12-30', '09:00') });
  });

  it('of a clock long overdue only the overdue step is left, for everybody', () => {
    expect(brief(plan({ startsOn: '2026-01-05', dueOn: '2026-03-06' }, '2026-11-24T09:00:00+08:00'))).toEqual([
      '1 handler 2026-11-24',
      '1 head! 2026-11-24',
      '1 leader! 2026-11-24',
    ]);
  });

  it('tells a superior who also acts once, as the one who acts', () => {
    const people = { to: ['same'], heads: ['same'], leaders: ['same'] };
    expect(brief(plan({}, '2026-12-31T08:00:00+08:00', SETTING, people)).slice(1)).toEqual([
      '0 same 2026-12-31',
      '1 same 2027-01-01',
    ]);
  });

  it.each(['SUSPENDED', 'MET', 'CANCELLED'])('plans nothing for a %s clock', (state) => {
    expect(plan({ state }, '2026-11-24T09:00:00+08:00')).toEqual([]);
  });

  describe('for any clock, setting and people', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'), { maxLength: 4 });
    const day = fc
      .integer({ min: toDayNumber('2025-06-01'), max: toDayNumber('2027-06-01') })
      .map((n) => fromDayNumber(n));
    const input = fc.record({
      startsOn: day,
      length: fc.integer({ min: 0, max: 120 }),
      now: fc.date({ min: new Date('2025-06-01'), max: new Date('2027-12-01'), noInvalidDate: true }),
      steps: fc.array(fc.integer({ min: -30, max: 10 }), { maxLength: 8 }),
      escalateFrom: fc.integer({ min: -5, max: 5 }),
      people: fc.record({ to: ids, heads: ids, leaders: ids }),
    });
    type Input = typeof input extends fc.Arbitrary<infer T> ? T : never;
    const planned = (i: Input, now = i.now) => {
      const dueOn = fromDayNumber(toDayNumber(i.startsOn) + i.length);
      const setting = { steps: i.steps, hour: '09:00', escalateFrom: i.escalateFrom };
      return planReminders({ ...CLOCK, startsOn: i.startsOn, dueOn }, setting, i.people, addWorkingDays, now);
    };
    const key = (r: { step: number; recipientId: string }) => `${r.step}/${r.recipientId}`;

    it('never plans one step twice for a person', () => {
      fc.assert(
        fc.property(input, (i) => {
          const keys = planned(i).map(key);
          expect(new Set(keys).size).toBe(keys.length);
        }),
      );
    });

    it('is sorted by time, and never before now or the clock’s first day', () => {
      fc.assert(
        fc.property(input, (i) => {
          const all = planned(i);
          for (const [n, r] of all.entries()) {
            expect(+r.remindAt).toBeGreaterThanOrEqual(+i.now);
            expect(addWorkingDays(r.dueOn, r.step) >= i.startsOn).toBe(true);
            if (n > 0) expect(+r.remindAt).toBeGreaterThanOrEqual(+all[n - 1]!.remindAt);
          }
        }),
      );
    });

    it('plans every future step of everybody who acts exactly once, and at most one passed step', () => {
      fc.assert(
        fc.property(input, (i) => {
          const all = planned(i);
          const dueOn = fromDayNumber(toDayNumber(i.startsOn) + i.length);
          const days = [...new Set(i.steps)].map((step) => ({ step, day: addWorkingDays(dueOn, step) }));
          const future = days.filter(({ day }) => day >= i.startsOn && instantOf(day, '09:00') > i.now);
          for (const person of i.people.to) {
            const own = all.filter((r) => r.recipientId === person);
            expect(own.filter((r) => r.remindAt > i.now).map((r) => r.step)).toEqual(
              future.map(({ step }) => step).sort((a, b) => a - b),
            );
            expect(own.filter((r) => +r.remindAt === +i.now).length).toBeLessThanOrEqual(1);
          }
        }),
      );
    });

    it('tells superiors of exactly the steps from the set one on', () => {
      fc.assert(
        fc.property(input, (i) => {
          const superiors = new Set([...i.people.heads, ...i.people.leaders].filter((id) => !i.people.to.includes(id)));
          for (const r of planned(i)) {
            expect(r.escalation).toBe(superiors.has(r.recipientId));
            if (r.escalation) expect(r.step).toBeGreaterThanOrEqual(i.escalateFrom);
          }
        }),
      );
    });

    it('planned again, later, adds only what its own time has brought', () => {
      fc.assert(
        fc.property(input, fc.integer({ min: 0, max: 60 }), (i, days) => {
          const before = new Set(planned(i).map(key));
          const later = planned(i, new Date(+i.now + days * 86_400_000));
          expect(planned(i)).toEqual(planned(i));
          for (const r of later) expect(before.has(key(r))).toBe(true);
        }),
      );
    });
  });
});
