import type { CalendarDate, Id } from '@app/kernel';

/** Something in somebody's calendar: a legal day, or an hour. */
export interface Entry {
  /** Of the clock, the hearing or the session: the event's UID. */
  id: Id;
  kind: 'clock' | 'hearing' | 'session';
  /** Number of the case or dispute. */
  number: string;
  /** Name of the clock's rule; null for what has an hour. */
  ruleName: string | null;
  day: CalendarDate;
  /** `HH:mm` in the deployment's zone; null: all day. */
  from: string | null;
  /** `HH:mm`; null: not known. */
  until: string | null;
  /** The day was counted over a year whose holidays are not published. */
  provisional: boolean;
  /** Rises when it moves. */
  sequence: number;
  /** When it was made: the event's DTSTAMP, the same at every reading. */
  madeAt: Date;
}

const WHAT = { hearing: '听证', session: '调解会' } as const;

/** What it is called: rule and number, nothing of persons or content. 「调解期限届满 余行调〔2026〕12号」 */
export function titleOf({ kind, number, ruleName, provisional }: Entry): string {
  if (kind !== 'clock') return `${WHAT[kind]} ${number}`;
  return `${ruleName}届满 ${number}${provisional ? '（暂定）' : ''}`;
}
