import { Participants } from '@app/cases';
import { notFound, type Actor, type Id } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ReminderView } from './reminders.dto.js';

@Injectable()
export class RemindersQueries {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
  ) {}

  /**
   * Who was or will be reminded of a clock, in the order of time.
   * @throws DomainError deadlines.clock.not-found, cases.dispute.not-found if the actor may not see its dispute
   */
  async ofClock(actor: Actor, clockId: Id): Promise<ReminderView[]> {
    const [clock] = await this.database.read<{ scopeId: Id }>(
      'SELECT scope_id AS "scopeId" FROM deadlines.clock WHERE id = $1',
      [clockId],
    );
    if (!clock) throw notFound('deadlines.clock');
    await this.participants.mustSee(actor, clock.scopeId);
    return this.database.read<ReminderView>(
      `SELECT r.step, r.due_on AS "dueOn", r.recipient_id AS "recipientId", p.name AS "recipientName", r.escalation,
         r.remind_at AS "remindAt", r.state, r.sent_at AS "sentAt"
       FROM reminders.reminder r JOIN directory.person p ON p.id = r.recipient_id
       WHERE r.clock_id = $1 ORDER BY coalesce(r.sent_at, r.remind_at), r.step, p.name, r.id`,
      [clockId],
    );
  }
}
