import { dayOf, instantOf } from '@app/kernel';

/** The quiet hours, in which a proof may begin. [L] */
export const NIGHT = { from: '01:00', to: '05:00' } as const;

/** A night without a proof is made up by the next, which goes back to the last; all cases are proved this often. [L] */
export const PROVE_ALL_EVERY_DAYS = 30;

/** Is it night in the deployment's zone? */
export function isNight(now: Date): boolean {
  const today = dayOf(now);
  return now >= instantOf(today, NIGHT.from) && now < instantOf(today, NIGHT.to);
}
