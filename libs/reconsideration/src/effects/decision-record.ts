import { send, type Tx } from '@app/platform';
import type { ApproveDecisionInput } from '../domain/decision/inputs.js';
import { openClock } from '../domain/facts.js';
import type { Context } from './rows.js';

/** Keeps how the decision was approved, and whether it came late. */
export function recordDecision(tx: Tx, { facts, input, actor, today }: Context<ApproveDecisionInput>): void {
  const clock = openClock(facts, 'RC_DECIDE');
  send(
    tx,
    `INSERT INTO reconsideration.decision_record
       (case_id, decided_on, decided_by, overdue, mode, meeting_on, meeting_record, attendees)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (case_id) DO UPDATE SET decided_on = excluded.decided_on, decided_by = excluded.decided_by,
       overdue = excluded.overdue, mode = excluded.mode, meeting_on = excluded.meeting_on,
       meeting_record = excluded.meeting_record, attendees = excluded.attendees`,
    [
      facts.caseId,
      today,
      actor.personId,
      clock !== undefined && today > clock.dueOn,
      input.mode,
      input.meetingOn ?? null,
      input.meetingRecord ?? null,
      input.attendees ? JSON.stringify(input.attendees) : null,
    ],
  );
}
