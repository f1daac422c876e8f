import { addDays, Clock, type CalendarDate, type Id } from '@app/kernel';
import { NotificationsService, textOf } from '@app/notifications';
import { Database, Every, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DESK } from '../desks.js';
import { digestDue, type DigestTime } from '../domain/digest-week.js';
import { DIGEST_COUNTS } from './digest.sql.js';

interface Counted {
  recipientId: Id;
  overdue: number;
  thisWeek: number;
  later: number;
}

/** The weekly digest: to everybody who answers for an organ that owes something, how much, in numbers only. */
@Injectable()
export class DigestJobs {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /**
   * A week's row and its messages are one transaction: of several workers one makes them, and if that one dies another
   * does. A day without workers is made up for in the same week; a service that never sent one does not begin in its midst.
   */
  @Every(60_000, 'liaison.digest')
  async send(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [setting] = await sql<DigestTime>(tx, 'SELECT weekday, at FROM liaison.digest_setting', []);
      const due = setting && digestDue(this.clock.now(), setting);
      if (!due) return;
      const begun = await sql(tx, BEGIN, [due.week, this.clock.now(), due.onTheDay]);
      if (begun.length > 0) await this.messages(tx, due.week);
    });
  }

  private async messages(tx: Tx, week: CalendarDate): Promise<void> {
    const today = this.clock.today();
    const counted = await sql<Counted>(tx, DIGEST_COUNTS, [DESK, today, addDays(week, 6)]);
    const sent = await this.notifications.send(
      tx,
      counted.map(({ recipientId, overdue, thisWeek, later }) => ({
        ...textOf('liaison-digest', { overdue, thisWeek, later }),
        recipientId,
        kind: 'liaison-digest',
        dedupeKey: `liaison-digest/${week}/${recipientId}`,
      })),
    );
    await sql(tx, 'UPDATE liaison.digest SET messages = $2 WHERE week = $1', [week, sent]);
  }
}

const BEGIN = `INSERT INTO liaison.digest (week, sent_at)
  SELECT $1::date, $2 WHERE $3::boolean OR EXISTS (SELECT 1 FROM liaison.digest WHERE week < $1::date)
  ON CONFLICT DO NOTHING RETURNING 1`;
