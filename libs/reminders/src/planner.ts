import { CalendarStore } from '@app/deadlines';
import { Clock, newId, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { factsOf } from './clock-facts.js';
import { planReminders, type PlannedReminder } from './domain/plan.js';
import { ReminderRecipients } from './reminder-recipients.js';
import { StepSettings } from './step-settings.js';

const NOBODY = { to: [], heads: [], leaders: [] };

/** Keeps the reminders of clocks as they should be. */
@Injectable()
export class ReminderPlanner {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly settings: StepSettings,
    private readonly recipients: ReminderRecipients,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans clocks anew from what holds now: what is still to come and is no longer wanted is cancelled, what is missing
   * is added, what was sent stays sent. A clock that does not run has nothing to come. Repeating it changes nothing.
   */
  async replan(tx: Tx, clockIds: readonly Id[]): Promise<void> {
    if (clockIds.length === 0) return;
    const { calendar } = await this.calendars.hold(tx);
    // Two plans of one clock queue here; the later one then reads what the earlier one's cause has changed.
    await sql(tx, LOCK, [clockIds]);
    const clocks = await factsOf(tx, clockIds);
    const [settingOf, people] = [await this.settings.load(tx), await this.recipients.of(tx, clocks)];
    const addWorkingDays = (date: CalendarDate, n: number) => calendar.plusWorkdays(date, n);
    const now = this.clock.now();
    const planned = clocks.flatMap((clock) =>
      planReminders(clock, settingOf(clock.rule), people.get(clock.id) ?? NOBODY, addWorkingDays, now),
    );
    await this.write(tx, clockIds, planned);
  }

  private async write(tx: Tx, clockIds: readonly Id[], planned: readonly PlannedReminder[]): Promise<void> {
    const keys = [
      planned.map((r) => r.clockId),
      planned.map((r) => r.dueOn),
      planned.map((r) => r.step),
      planned.map((r) => r.recipientId),
    ];
    await sql(tx, CANCEL_OTHERS, [...keys, clockIds]);
    if (planned.length === 0) return;
    await sql(tx, UPSERT, [
      ...keys,
      planned.map(() => newId()),
      planned.map((r) => r.rule),
      planned.map((r) => r.escalation),
      planned.map((r) => r.remindAt),
    ]);
  }
}

/** A bounded number of locks however many clocks; always in one order. */
const LOCK = `
  SELECT pg_advisory_xact_lock(7310031, bucket)
  FROM (SELECT DISTINCT hashtext(id::text) & 255 AS bucket FROM unnest($1::uuid[]) AS id ORDER BY 1) AS b`;

const PLANNED = 'unnest($1::uuid[], $2::date[], $3::int[], $4::uuid[]) AS p(clock_id, due_on, step, recipient_id)';

const CANCEL_OTHERS = `
  UPDATE reminders.reminder r SET state = 'CANCELLED'
  WHERE r.clock_id = ANY ($5::uuid[]) AND r.state = 'PENDING' AND NOT EXISTS (
    SELECT 1 FROM ${PLANNED}
    WHERE (p.clock_id, p.due_on, p.step, p.recipient_id) = (r.clock_id, r.due_on, r.step, r.recipient_id))`;

// A step that was cancelled comes back (a clock that stood still goes on to the same due day); a sent one never does.
const UPSERT = `
  INSERT INTO reminders.reminder AS r (id, clock_id, rule, due_on, step, recipient_id, escalation, remind_at)
  SELECT id, clock_id, rule, due_on, step, recipient_id, escalation, remind_at
  FROM unnest($1::uuid[], $2::date[], $3::int[], $4::uuid[], $5::uuid[], $6::text[], $7::boolean[], $8::timestamptz[])
    AS p(clock_id, due_on, step, recipient_id, id, rule, escalation, remind_at)
  ON CONFLICT (clock_id, due_on, step, recipient_id) DO UPDATE
  SET state = 'PENDING', escalation = excluded.escalation, remind_at = excluded.remind_at
  WHERE r.state <> 'SENT'
    AND (r.state, r.escalation, r.remind_at) IS DISTINCT FROM ('PENDING', excluded.escalation, excluded.remind_at)`;
