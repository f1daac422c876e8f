import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';

/** The days of the diary. */
export class ListSessionsRequest extends PageRequest {
  /** First day. */
  @IsCalendarDate()
  from!: CalendarDate;

  /** Last day, at most 92 days after the first. */
  @IsCalendarDate()
  to!: CalendarDate;
}

/** A session in the diary: when and where, nothing of what is said in it. */
export class SessionListItem {
  id!: string;
  caseId!: string;
  caseNumber!: string;
  /** PLANNED, HELD or CANCELLED. */
  state!: string;
  stateName!: string;
  on!: CalendarDate;
  /** `HH:MM`; null if it was not planned. */
  from!: string | null;
  until!: string | null;
  /** ON_SITE or ONLINE. */
  mode!: string;
  modeName!: string;
  place!: string;
  /** Address of an online session. */
  onlineLink!: string | null;
  /** Names of the mediators. */
  mediators!: string[];
  /** Why it was moved or called off. */
  note!: string | null;
}
