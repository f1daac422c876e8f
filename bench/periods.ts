import { SHIPPED_YEARS, shippedCalendar, shippedDays } from '../libs/deadlines/src/calendar-data.js';
import { computePeriod, type Interval, type PeriodInput } from '../libs/deadlines/src/domain/index.js';
import { naiveCalendar, naivePeriod } from '../libs/deadlines/testing/naive-period.js';

/** How many results a second, and how many are wrong by counting on the fingers. Targets: 1,000,000; 200,000; 0. */
const INPUTS = 20_000;
const SECONDS = 2;

const calendar = shippedCalendar();
const naive = naiveCalendar(shippedDays(), SHIPPED_YEARS);
const inputs = Array.from({ length: INPUTS }, (_, i) => inputNo(i, true));

/**
 * The periods of the law in about the proportions of real work, spread over 2024–2027; every sixth with excluded time.
 * Written out as one literal, as the callers do: objects made by spreading are slow to read in this engine.
 */
function inputNo(i: number, withSteps: boolean): PeriodInput {
  const lengths = [
    [5, 'working-day'],
    [10, 'working-day'],
    [7, 'working-day'],
    [60, 'calendar-day'],
    [30, 'calendar-day'],
    [6, 'month'],
  ] as const;
  const [amount, unit] = lengths[i % lengths.length]!;
  const start = (i * 37) % 1300;
  const overlapping: Interval[] = [
    [day(start + 10), day(start + 31)],
    [day(start + 20), day(start + 40)],
  ];
  return { from: day(start), amount, unit, excluded: i % 6 === 3 ? overlapping : [], withSteps };
}

function day(n: number): string {
  return new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
}

function rate(withSteps: boolean): number {
  const cases = Array.from({ length: INPUTS }, (_, i) => inputNo(i, withSteps));
  for (const each of cases) computePeriod(calendar, each);
  const start = performance.now();
  let results = 0;
  while (performance.now() - start < SECONDS * 1000) {
    for (const each of cases) if (computePeriod(calendar, each).due > '') results++;
  }
  return Math.round(results / ((performance.now() - start) / 1000));
}

const wrong = inputs.filter((input) => {
  const ours = computePeriod(calendar, input);
  const theirs = naivePeriod(naive, input);
  return ours.due !== theirs.due || ours.rawDue !== theirs.rawDue || ours.provisional !== theirs.provisional;
}).length;
const plain = rate(false);
const explained = rate(true);
const met = wrong === 0 && plain >= 1_000_000 && explained >= 200_000;

console.log(`period arithmetic: ${plain.toLocaleString('en')} results/s without steps (target 1,000,000)`);
console.log(`                   ${explained.toLocaleString('en')} results/s with steps (target 200,000)`);
console.log(`                   ${wrong} of ${INPUTS.toLocaleString('en')} wrong (target 0)`);
process.exitCode = met ? 0 : 1;
