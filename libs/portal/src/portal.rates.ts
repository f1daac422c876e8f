import type { RatePolicy } from '@app/platform';

const perMinute = (name: string, points: number): RatePolicy => ({ name: `portal.${name}`, points, seconds: 60 });

/** By network address. A citizens' hall may stand behind one; nobody fills the tables or tries numbers from it. [L] */
export const RATES = {
  read: perMinute('read', 120),
  create: { name: 'portal.create', points: 60, seconds: 3600 } satisfies RatePolicy,
  draft: perMinute('draft', 600),
  check: perMinute('check', 120),
  submit: perMinute('submit', 60),
  track: perMinute('track', 120),
  act: perMinute('act', 120),
  verify: perMinute('verify', 120),
} as const;
