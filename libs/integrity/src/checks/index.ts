import type { Check } from '../check.js';
import { CLOCK_CHECKS } from './clocks.js';
import { COURSE_CHECKS } from './course.js';
import { PAPER_CHECKS } from './papers.js';
import { PEOPLE_CHECKS } from './people.js';
import { SCOPE_CHECKS } from './scope.js';

/** Every check, in the order in which a run goes through them. */
export const CHECKS: readonly Check[] = [
  ...CLOCK_CHECKS,
  ...PEOPLE_CHECKS,
  ...COURSE_CHECKS,
  ...PAPER_CHECKS,
  ...SCOPE_CHECKS,
];

const BY_CODE = new Map(CHECKS.map((check) => [check.code, check]));

export function checkOf(code: string): Check | undefined {
  return BY_CODE.get(code);
}

/** The check that comes after another; the first, if that one is not there any more. */
export function checkAfter(code: string): Check | undefined {
  return CHECKS[CHECKS.findIndex((check) => check.code === code) + 1];
}
