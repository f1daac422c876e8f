const FREE_FAILURES = 5;
const FIRST_MINUTES = 15;
const LONGEST_MINUTES = 24 * 60;

/**
 * For how long a login is locked after its n-th failure in a row: not at all for the first four, then fifteen minutes,
 * doubled with each further failure, at most a day.
 */
export function lockMinutes(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_MINUTES * 2 ** (failures - FREE_FAILURES), LONGEST_MINUTES);
}
