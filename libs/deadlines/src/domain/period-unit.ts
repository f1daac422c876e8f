export const PERIOD_UNITS = ['working-day', 'calendar-day', 'month', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Longest period and extension, in their unit; anything longer leaves the years counted anyway. */
export const MAX_AMOUNT = 100_000;
