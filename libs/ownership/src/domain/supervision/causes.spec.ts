import { addDays, weekday } from '@app/kernel';
import { DEFAULT_PRACTICE } from '../practice.js';
import { markBounds } from './causes.js';

/** Monday to Friday, without holidays. */
const calendar = {
  plusWorkdays(date: string, n: number): string {
    let day = date;
    for (let left = Math.abs(n); left > 0;) {
      day = addDays(day, Math.sign(n));
      if (![0, 6].includes(weekday(day))) left -= 1;
    }
    return day;
  },
};

it.each`
  today           | yellow          | red             | why
  ${'2026-12-21'} | ${'2026-12-16'} | ${'2026-12-07'} | ${'Monday: due on Wednesday is late by Thursday, Friday, Monday'}
  ${'2026-12-20'} | ${'2026-12-15'} | ${'2026-12-06'} | ${'Sunday: due on Tuesday is late by three days, on Wednesday by two'}
  ${'2026-12-18'} | ${'2026-12-15'} | ${'2026-12-06'} | ${'Friday'}
`('on $today reports due by $yellow are yellow, by $red red ($why)', ({ today, yellow, red }) => {
  const bounds = markBounds(today as string, DEFAULT_PRACTICE, calendar);
  expect(bounds).toMatchObject({ yellow, red, resolveNear: addDays(today as string, 15) });
});
