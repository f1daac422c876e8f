import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database, sql } from '../database/database.js';
import { LOGGER } from '../logging.js';
import { HandlerRegistry, type Handler, type Tick } from './handler-registry.js';
import type { QueueName } from './on-event.js';
import { QUEUE_NAMES, Queues, type EventJob } from './queues.js';

/** Handlers at a time: what the database can take; what waits for other servers can be more. */
const CONCURRENCY: Record<QueueName, number> = { events: 8, delivery: 16 };

interface StoredEvent {
  name: string;
  payload: object;
  occurredAt: Date;
}

/** Runs this process's event handlers and ticks. Only workers have one. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private readonly wake = new Set<() => void>();
  private stopping = false;
  private automatic = true;

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly queues: Queues,
    private readonly database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    // Other providers' bootstrap hooks fill the registry; start after all of them.
    setImmediate(() => {
      if (this.stopping || !this.automatic) return;
      for (const name of QUEUE_NAMES) this.work(name);
      for (const tick of this.registry.ticks) this.loop(tick);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const wake of this.wake) wake();
    // Handlers in hand end here, while the database is still there for them.
    await Promise.allSettled([...this.running, this.queues.stopWorking()]);
  }

  /** Leaves it to {@link drain} to run anything: for tests, before the application starts. */
  manual(): void {
    this.automatic = false;
  }

  /** Runs every tick and every handler of every event, in this process and without queues, until nothing is left. */
  async drain(): Promise<void> {
    for (let more = true; more;) {
      more = false;
      for (const tick of this.registry.ticks) {
        if (tick.name.startsWith('platform.')) continue;
        while (await tick.run());
      }
      const events = await this.database.read<{ id: string; name: string }>(
        'SELECT id, name FROM platform.outbox WHERE relayed_at IS NULL ORDER BY id LIMIT 500',
      );
      for (const event of events) {
        more = true;
        const handlers = this.registry.handlersOf(event.name);
        const relayed = 'UPDATE platform.outbox SET relayed_at = now(), pending = $2 WHERE id = $1';
        await this.database.read(relayed, [event.id, handlers.length]);
        for (const handler of handlers) await this.process({ eventId: event.id, handler: handler.name });
      }
    }
  }

  /** Handles one event with one handler; does nothing if that has been done. */
  async process({ eventId, handler: name }: EventJob): Promise<void> {
    const handler = this.registry.handler(name);
    if (!handler) throw new Error(`no handler ${name} in this worker`);
    if (handler.queue === 'events') await this.inTransaction(handler, eventId);
    else await this.outside(handler, eventId);
  }

  private work(name: QueueName): void {
    const worker = this.queues.work(name, CONCURRENCY[name], (job) => this.process(job.data));
    worker.on('failed', (job, error) => {
      this.log.error({ err: error, ...job?.data, attempt: job?.attemptsMade }, 'event handler failed');
    });
  }

  private async inTransaction(handler: Handler, eventId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [event] = await sql<StoredEvent>(tx, DONE_IN_SAME_STATEMENT, [eventId, handler.name]);
      if (event) await handler.run(tx, event.payload, { id: eventId, occurredAt: event.occurredAt });
    });
  }

  private async outside(handler: Handler, eventId: string): Promise<void> {
    const [event] = await this.database.read<StoredEvent>(NOT_YET_DONE, [eventId, handler.name]);
    if (!event) return;
    await handler.run(undefined as never, event.payload, { id: eventId, occurredAt: event.occurredAt });
    await this.database.read(DONE_IN_SAME_STATEMENT, [eventId, handler.name]);
  }

  private loop(tick: Tick): void {
    const run = (async () => {
      while (!this.stopping) {
        const more = await tick.run().catch((error: unknown) => {
          this.log.error({ err: error, tick: tick.name }, 'tick failed');
          return false;
        });
        if (!more) await this.pause(tick.milliseconds);
      }
    })();
    this.running.add(run);
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.wake.add(done);
    });
  }
}

/** Notes the handler as done and answers the event; no row if it was done before. */
const DONE_IN_SAME_STATEMENT = `
  WITH done AS (
    INSERT INTO platform.inbox (event_id, handler) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id
  )
  UPDATE platform.outbox o SET pending = pending - 1 FROM done
  WHERE o.id = done.event_id RETURNING o.name, o.payload, o.occurred_at AS "occurredAt"`;

const NOT_YET_DONE = `
  SELECT o.name, o.payload, o.occurred_at AS "occurredAt" FROM platform.outbox o
  WHERE o.id = $1 AND NOT EXISTS (SELECT 1 FROM platform.inbox i WHERE i.event_id = o.id AND i.handler = $2)`;
