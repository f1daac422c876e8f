import type { CalendarDate } from '@app/kernel';
import { dateOf, dayNumber } from './days.js';

/** 民诉法 2023 第95条. */
export const ANNOUNCEMENT_DAYS = 30;

/**
 * The day on which papers served by announcement count as served: 30 days after the last posting or publication. It is
 * no period for acting and is therefore not rolled; a period that begins with service has it as its day 0.
 */
export function announcementServedOn(issuedOn: CalendarDate): CalendarDate {
  return dateOf(dayNumber(issuedOn, '公告之日') + ANNOUNCEMENT_DAYS);
}
