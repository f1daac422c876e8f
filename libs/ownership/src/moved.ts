import type { CalendarDate, Id } from '@app/kernel';
import { send, type Tx } from '@app/platform';

/** Something about the line has changed; `actedOn` is the day if it was a person's doing. */
export function moved(tx: Tx, caseId: Id, at: Date, actedOn: CalendarDate | null): void {
  send(tx, 'UPDATE ownership.ownership SET moved_at = $2, acted_on = coalesce($3::date, acted_on) WHERE case_id = $1', [
    caseId,
    at,
    actedOn,
  ]);
}
