import { dayOf, instantOf } from '@app/kernel';

/** The quiet hours, in which a proof may begin; a night without one is made up by the next. [L] */
export const NIGHT = { from: '01:00', to: '05:00' } as const;

/** All cases are proved this often, if the deployment does not say otherwise. [L] */
export const PROVE_ALL_DAYS = 30;

/** Is it night in the deployment's zone? */
export function isNight(now: Date): boolean {
  const today = dayOf(now);
  return now >= instantOf(today, NIGHT.from) && now < instantOf(today, NIGHT.to);
}
