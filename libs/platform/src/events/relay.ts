import { Injectable } from '@nestjs/common';
import { Database, sql, type Tx } from '../database/database.js';
import { HandlerRegistry } from './handler-registry.js';
import { Every, type QueueName } from './on-event.js';
import { Queues, type EventJob } from './queues.js';

const BATCH = 500;
/** An event whose handlers are not all done after this long is handed over again (Redis was emptied, a job was lost). */
const AGAIN_AFTER = '60 seconds';

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
      await this.handOver(tx, rows, true);
      return rows.length === BATCH;
    });
  }

  @Every(15_000, 'platform.reconcile')
  async reconcile(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const rows = await sql<OutboxRow>(
        tx,
        `SELECT id, name FROM platform.outbox WHERE pending > 0 AND relayed_at < now() - interval '${AGAIN_AFTER}'
         ORDER BY relayed_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      await this.handOver(tx, rows, false);
      return rows.length === BATCH;
    });
  }

  private async handOver(tx: Tx, rows: OutboxRow[], first: boolean): Promise<void> {
    if (rows.length === 0) return;
    const jobs = new Map<QueueName, { name: string; data: EventJob; opts: { jobId: string } }[]>();
    const pending: number[] = [];
    for (const row of rows) {
      const handlers = this.registry.handlersOf(row.name);
      pending.push(handlers.length);
      for (const handler of handlers) {
        const job = {
          name: handler.name,
          data: { eventId: row.id, handler: handler.name },
          opts: { jobId: `${row.id}-${handler.name}` },
        };
        jobs.set(handler.queue, [...(jobs.get(handler.queue) ?? []), job]);
      }
    }
    // Jobs first: a crash before the commit hands them over twice, which the inbox makes harmless; the other order could
    // lose them for a minute. A handler's first act waits for this row, so it cannot finish before `pending` is set.
    for (const [queue, list] of jobs) await this.queues.queue(queue).addBulk(list);
    await sql(
      tx,
      first
        ? `UPDATE platform.outbox o SET relayed_at = now(), pending = p.pending
           FROM unnest($1::uuid[], $2::int[]) AS p(id, pending) WHERE o.id = p.id`
        : `UPDATE platform.outbox o SET relayed_at = now() FROM unnest($1::uuid[], $2::int[]) AS p(id, pending) WHERE o.id = p.id`,
      [rows.map((r) => r.id), pending],
    );
  }
}
