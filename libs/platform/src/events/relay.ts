import { Injectable } from '@nestjs/common';
import { Database, sql, type Tx } from '../database/database.js';
import { HandlerRegistry } from './handler-registry.js';
import { Every, type QueueName } from './on-event.js';
import { jobIdOf, Queues, type EventJob } from './queues.js';

const BATCH = 500;
/** An event whose handlers are not all done after this long is handed over again (Redis was emptied, a job was lost). */
const AGAIN_AFTER = '60 seconds';

/** How long done events are kept, for whoever asks what happened. */
const KEPT = '30 days';
const PURGE_BATCH = 5000;
const PURGE_EVENTS = `WITH done AS (
    DELETE FROM platform.outbox WHERE id IN (
      SELECT id FROM platform.outbox WHERE pending = 0 AND relayed_at < now() - interval '${KEPT}' LIMIT ${PURGE_BATCH}
      FOR UPDATE SKIP LOCKED)
    RETURNING id),
  noted AS (DELETE FROM platform.inbox i USING done WHERE i.event_id = done.id)
  SELECT id FROM done`;

interface OutboxRow {
  id: string;
  name: string;
}

/** Hands the outbox's events to the queues: at least once, in any number of workers. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly database: Database,
    private readonly registry: HandlerRegistry,
    private readonly queues: Queues,
  ) {}

  @Every(500, 'platform.relay')
  async relay(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const rows = await sql<OutboxRow>(
        tx,
        `SELECT id, name FROM platform.outbox WHERE relayed_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      await this.handOver(tx, rows);
      return rows.length === BATCH;
    });
  }

  /** Finds what got lost on the way: jobs of an emptied Redis, and those given up while something else was broken. */
  @Every(15_000, 'platform.reconcile')
  async reconcile(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const rows = await sql<OutboxRow>(
        tx,
        `SELECT id, name FROM platform.outbox WHERE pending > 0 AND relayed_at < now() - interval '${AGAIN_AFTER}'
         ORDER BY relayed_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      const jobs = await this.handOver(tx, rows);
      for (const [queue, list] of jobs) await this.queues.retryFailed(queue, list.map(jobIdOf));
      return rows.length === BATCH;
    });
  }

  /** Events that are long done, and keys nobody will send again, go; what they did is in the audit trail. */
  @Every(3_600_000, 'platform.purge')
  async purge(): Promise<boolean> {
    const gone = await this.database.read(PURGE_EVENTS);
    await this.database.read(`DELETE FROM platform.idempotency_key WHERE created_at < now() - interval '${KEPT}'`);
    return gone.length === PURGE_BATCH;
  }

  /** Hands over a job for each handler that is not done with an event of these, which are locked. */
  private async handOver(tx: Tx, rows: readonly OutboxRow[]): Promise<Map<QueueName, EventJob[]>> {
    const jobs = new Map<QueueName, EventJob[]>();
    if (rows.length === 0) return jobs;
    const done = await this.doneOf(tx, rows);
    const pending = rows.map((row) => {
      const todo = this.registry
        .handlersOf(row.name)
        .filter((h) => !done.has(jobIdOf({ eventId: row.id, handler: h.name })));
      for (const { queue, name } of todo) {
        const list = jobs.get(queue) ?? [];
        list.push({ eventId: row.id, handler: name });
        jobs.set(queue, list);
      }
      return todo.length;
    });
    // Jobs first: a crash before the commit hands them over twice, which the inbox makes harmless; the other order could
    // lose them for a minute. A handler's first act waits for this row, so it cannot finish before `pending` is set.
    for (const [queue, list] of jobs) await this.queues.add(queue, list);
    await sql(
      tx,
      `UPDATE platform.outbox o SET relayed_at = now(), pending = p.pending
       FROM unnest($1::uuid[], $2::int[]) AS p(id, pending) WHERE o.id = p.id`,
      [rows.map((r) => r.id), pending],
    );
    return jobs;
  }

  /**
   * What is done already. Counted anew each time, because a hand-over that crashed may have let handlers run before it.
   * No handler can be done meanwhile: it would have to write the event's row, which is locked.
   */
  private async doneOf(tx: Tx, rows: readonly OutboxRow[]): Promise<Set<string>> {
    const done = await sql<EventJob>(
      tx,
      'SELECT event_id AS "eventId", handler FROM platform.inbox WHERE event_id = ANY ($1::uuid[])',
      [rows.map((r) => r.id)],
    );
    return new Set(done.map(jobIdOf));
  }
}
