import { addDays } from '@app/kernel';
import fc from 'fast-check';
import { naiveCalendar, naivePeriod } from '../../testing/naive-period.js';
import { SHIPPED_YEARS, shippedCalendar, shippedDays } from '../calendar-data.js';
import { computeBackward, computePeriod, type Interval, PERIOD_UNITS, type PeriodInput } from './index.js';

const calendar = shippedCalendar();
const naive = naiveCalendar(shippedDays(), SHIPPED_YEARS);

/** Days of 1998–2031: years with and without a notice. */
const day = fc.integer({ min: 0, max: 12_400 }).map((n) => addDays('1998-01-01', n));
const intervalsFrom = (from: string) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -40, max: 130 }), fc.integer({ min: 0, max: 60 }))
      .map(([offset, length]): Interval => [addDays(from, offset), addDays(from, offset + length)]),
    { maxLength: 5 },
  );
const anyInput = day.chain((from) =>
  fc.record({
    from: fc.constant(from),
    unit: fc.constantFrom(...PERIOD_UNITS),
    amount: fc.integer({ min: 0, max: 90 }),
    roll: fc.boolean(),
    extension: fc.constantFrom(0, 0, 1, 10, 30),
    excluded: intervalsFrom(from),
  }),
);
/** Years are long to walk day by day, and must stay before 2100. */
const input = anyInput.map((each) => (each.unit === 'year' ? { ...each, amount: each.amount % 6 } : each));
const due = (each: PeriodInput): string => computePeriod(calendar, { ...each, withSteps: false }).due;
const RUNS = { numRuns: 500 };

describe('computePeriod', () => {
  it('agrees with counting day by day, in covered and uncovered years', () => {
    fc.assert(
      fc.property(input, (each) => {
        const { due, rawDue, excludedDays, provisional } = computePeriod(calendar, each);
        expect({ due, rawDue, excludedDays, provisional }).toEqual(naivePeriod(naive, each));
      }),
      RUNS,
    );
  });

  it('gives the same without steps', () => {
    fc.assert(
      fc.property(input, (each) => {
        const { steps, ...answer } = computePeriod(calendar, each);
        expect(computePeriod(calendar, { ...each, withSteps: false })).toEqual({ ...answer, steps: [] });
        expect(steps.length).toBeGreaterThan(1);
      }),
    );
  });

  it('names as excluded in its steps exactly the days it left out', () => {
    fc.assert(
      fc.property(input, (each) => {
        const { steps, excludedDays } = computePeriod(calendar, each);
        const named = steps.filter(({ kind }) => kind === 'excluded').reduce((sum, { days }) => sum + days, 0);
        expect(named).toBe(excludedDays);
      }),
      RUNS,
    );
  });

  it('never ends earlier for more excluded time', () => {
    const widened = input.chain((each) => fc.tuple(fc.constant(each), intervalsFrom(each.from)));
    fc.assert(
      fc.property(widened, ([each, more]) => {
        expect(due({ ...each, excluded: [...each.excluded, ...more] }) >= due(each)).toBe(true);
      }),
      RUNS,
    );
  });

  it('takes a union: doubling, splitting and reordering intervals changes nothing', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 60 }), (each, cut) => {
        const halves = each.excluded.flatMap(([from, to]): Interval[] => {
          const middle = addDays(from, cut) < to! ? addDays(from, cut) : to!;
          return [[middle, to], [from, middle], [from, to]]; // prettier-ignore
        });
        expect(due({ ...each, excluded: halves.reverse() })).toBe(due(each));
      }),
      RUNS,
    );
  });

  it('leaves an interval of no days without effect', () => {
    fc.assert(
      fc.property(input, day, (each, on) => {
        expect(due({ ...each, excluded: [...each.excluded, [on, on]] })).toBe(due(each));
      }),
    );
  });

  it('ignores an interval that begins after the unrolled last day, and counts one that begins on it', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 40 }), (each, length) => {
        const { rawDue, excludedDays } = computePeriod(calendar, each);
        const adding = (from: string) =>
          computePeriod(calendar, { ...each, excluded: [...each.excluded, [from, addDays(from, length)]] });
        expect(adding(addDays(rawDue, 1)).excludedDays).toBe(excludedDays);
        fc.pre(rawDue > each.from && each.unit !== 'working-day');
        expect(adding(rawDue).rawDue > rawDue).toBe(true);
      }),
    );
  });

  it('ends working-day periods, and everything rolled, on a working day outside excluded time', () => {
    fc.assert(
      fc.property(input, (each) => {
        fc.pre(each.amount > 0 && (each.unit === 'working-day' ? each.extension === 0 : each.roll));
        const result = computePeriod(calendar, each);
        expect(calendar.isWorkday(result.due)).toBe(true);
        const leftOut = each.excluded.some(([from, to]) => from <= result.rawDue && result.rawDue < to!);
        expect(leftOut).toBe(false);
      }),
      RUNS,
    );
  });
});

describe('computeBackward', () => {
  it('is the latest day with so many working days before the event, in both readings', () => {
    const readings = fc.constantFrom<'strict' | 'lenient'>('strict', 'lenient');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), readings, (event, amount, reading) => {
        const between = (notice: string): number =>
          calendar.workdaysBetween(addDays(notice, 1), reading === 'lenient' ? addDays(event, 1) : event);
        const latest = computeBackward(calendar, { event, amount, unit: 'working-day', reading }).due;
        expect(between(latest)).toBe(amount);
        expect(between(addDays(latest, 1))).toBeLessThan(amount);
      }),
    );
  });
});
