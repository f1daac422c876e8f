import { Clock, type CalendarDate, type Id } from '@app/kernel';
import { Database, Every, publish, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CalendarService } from './calendar.service.js';
import { CalendarStore } from './calendar.store.js';
import { clockExpired } from './clock.events.js';

const BATCH = 200;

interface ExpiredRow {
  id: Id;
  subjectId: Id;
  scopeId: Id;
  rule: string;
  onExpiry: string | null;
  dueOn: CalendarDate;
  provisional: boolean;
}

/** What the passing of days does to clocks. */
@Injectable()
export class DeadlinesJobs {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarStore,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** Announces clocks whose due day is over, each due day once, in however many workers. */
  @Every(5000, 'deadlines.expire')
  async expire(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      // A row locked by the sweep must not wait for a load of the calendar that waits for the row.
      const held = this.calendars.hold(tx);
      const [expired] = await Promise.all([
        sql<ExpiredRow>(tx, CLAIM, [this.clock.today(), this.clock.now(), BATCH]),
        held,
      ]);
      for (const { id, ...facts } of expired) publish(tx, clockExpired, { clockId: id, ...facts });
      return expired.length === BATCH;
    });
  }

  /** Counts open clocks again after a release brought another year of the calendar. */
  @Every(30_000, 'deadlines.recount')
  async recount(): Promise<boolean> {
    return this.calendar.recount();
  }
}

/** The due day is open until 24:00, so it is over on the day after. */
const CLAIM = `
  WITH due AS (
    SELECT id FROM deadlines.clock WHERE state = 'RUNNING' AND expired_at IS NULL AND due_on < $1::date
    ORDER BY due_on LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE deadlines.clock c SET expired_at = $2 FROM due WHERE c.id = due.id
  RETURNING c.id, c.subject_id AS "subjectId", c.scope_id AS "scopeId", c.rule, c.on_expiry AS "onExpiry",
    c.due_on AS "dueOn", c.provisional`;
