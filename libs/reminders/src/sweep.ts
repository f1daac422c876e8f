import { CalendarStore } from '@app/deadlines';
import { addDays, Clock, type CalendarDate, type Id } from '@app/kernel';
import { clockKind, NotificationsService, textOf, type NewNotification } from '@app/notifications';
import { Database, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ReminderRecipients, type SubjectLabel } from './reminder-recipients.js';

/** Reminders of one transaction. */
const BATCH = 500;

interface ClaimedReminder {
  clockId: Id;
  dueOn: CalendarDate;
  step: number;
  recipientId: Id;
  /** Who stands in for the recipient today, and is not shut out. */
  coverId: Id | null;
  escalation: boolean;
  subjectId: Id;
  scopeId: Id;
  ruleName: string;
  article: string;
  provisional: boolean;
}

/** Sends what is due. */
@Injectable()
export class ReminderSweep {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly recipients: ReminderRecipients,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  /**
   * One batch in one transaction: claimed, judged, put into the inboxes and marked, or none of it. Any number of
   * workers may do so at a time.
   * @returns whether there may be more
   */
  async sweep(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      send(tx, IN_ORDER);
      const [counted] = await sql<{ taken: number; due: ClaimedReminder[] }>(tx, CLAIM, [
        this.clock.now(),
        this.clock.today(),
      ]);
      const { taken, due } = counted!;
      if (due.length > 0) await this.notifications.send(tx, await this.messages(tx, due));
      return taken === BATCH;
    });
  }

  private async messages(tx: Tx, due: readonly ClaimedReminder[]): Promise<NewNotification[]> {
    const labels = await this.recipients.labels(tx, due);
    const { calendar } = this.calendars.known();
    const today = this.clock.today();
    const workdays = (from: CalendarDate, to: CalendarDate) =>
      calendar.workdaysBetween(addDays(from, 1), addDays(to, 1));
    const remaining = new Map<CalendarDate, number>();
    return due.flatMap((reminder) => {
      const left = remaining.get(reminder.dueOn) ?? workdays(today, reminder.dueOn);
      remaining.set(reminder.dueOn, left);
      const { recipientId, coverId } = reminder;
      const label = labels.get(reminder.subjectId);
      const to = coverId === null ? [recipientId] : [recipientId, coverId];
      return to.map((id) => messageOf({ ...reminder, recipientId: id }, label, today, left));
    });
  }
}

function messageOf(
  reminder: ClaimedReminder,
  label: SubjectLabel | undefined,
  today: CalendarDate,
  remaining: number,
): NewNotification {
  const { clockId, dueOn, step, recipientId, scopeId } = reminder;
  const kind = clockKind(today, dueOn);
  return {
    recipientId,
    kind,
    ...textOf(kind, { ...reminder, number: label?.number ?? '', remaining }),
    disputeId: scopeId,
    caseId: label?.caseId ?? undefined,
    dedupeKey: `reminder:${clockId}:${dueOn}:${step}:${recipientId}`,
  };
}

/**
 * Right after many reminders were planned the planner believes that few are due, and sorts them all for each batch. The
 * index has them in order already.
 */
const IN_ORDER = `SELECT set_config('enable_sort', 'off', true)`;

/**
 * Takes due reminders and settles each by its clock as it is at this moment: sent if the clock runs and is due on the
 * planned day and the recipient has not been shut out since, cancelled otherwise. Who stands in for the recipient on this
 * day is told as well, whenever the absence was entered.
 */
const CLAIM = `
  WITH due AS (
    SELECT id, clock_id FROM reminders.reminder WHERE state = 'PENDING' AND remind_at <= $1
    ORDER BY remind_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
  ), judged AS (
    SELECT d.id, c.state = 'RUNNING' AND c.due_on = r.due_on AND NOT EXISTS (
        SELECT 1 FROM cases.exclusion x WHERE x.person_id = r.recipient_id AND x.dispute_id = c.scope_id) AS holds, c.subject_id, c.scope_id, c.rule_name,
      c.article, c.provisional
    FROM due d JOIN reminders.reminder r ON r.id = d.id LEFT JOIN deadlines.clock c ON c.id = d.clock_id
  ), settled AS (
    UPDATE reminders.reminder r
    SET state = CASE WHEN j.holds THEN 'SENT' ELSE 'CANCELLED' END, sent_at = CASE WHEN j.holds THEN $1 END
    FROM judged j WHERE r.id = j.id
    RETURNING j.holds, r.clock_id AS "clockId", r.due_on AS "dueOn", r.step, r.recipient_id AS "recipientId",
      r.escalation, j.subject_id AS "subjectId", j.scope_id AS "scopeId", j.rule_name AS "ruleName", j.article,
      j.provisional, (SELECT v.cover_id FROM directory.absence v WHERE v.person_id = r.recipient_id
        AND v.cancelled_at IS NULL AND v.from_on <= $2 AND $2 < v.until_on AND NOT EXISTS (
          SELECT 1 FROM cases.exclusion x WHERE x.person_id = v.cover_id AND x.dispute_id = j.scope_id)) AS "coverId"
  )
  SELECT count(*) AS taken, coalesce(jsonb_agg(to_jsonb(s) - 'holds') FILTER (WHERE s.holds), '[]') AS due
  FROM settled s`;
