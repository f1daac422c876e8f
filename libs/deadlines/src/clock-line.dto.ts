import type { CalendarDate } from '@app/kernel';
import type { LightColour } from './domain/index.js';

/** A clock as lists and pages show it today. */
export class ClockLineView {
  id!: string;
  subjectId!: string;
  rule!: string;
  variant!: string | null;
  ruleName!: string;
  /** Law and article the period rests on. */
  article!: string;
  /** Role that must act, or `respondent_organ`. */
  responsible!: string;
  /** The same in Chinese. */
  responsibleName!: string;
  startsOn!: CalendarDate;
  /** Last day in time; of a suspended clock, as if it went on today. */
  dueOn!: CalendarDate;
  /** Before rolling past days off. */
  rawDueOn!: CalendarDate;
  state!: string;
  /** Counted over a year whose notice is not published. */
  provisional!: boolean;
  /** green, yellow, red, grey or blue. */
  light!: LightColour;
  /** Working days after today up to and including the due day; null once it has ended. */
  remainingWorkingDays!: number | null;
  /** Calendar days since the due day of a running clock. */
  overdueDays!: number;
  closedOn!: CalendarDate | null;
}
