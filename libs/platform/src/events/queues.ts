import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  runMigrations,
  setDefaultBackendFactory,
  Worker,
  type BackendFactory,
  type Processor,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { surviveCut } from '../database/survive-cut.js';
import type { QueueName } from './on-event.js';

export interface QueueOptions {
  /** Redis carries the jobs if set; otherwise PostgreSQL does, in the schema `bullmq`. */
  redisUrl?: string | undefined;
  databaseUrl: string;
  /** Keeps the queues of several installations (or tests) on one Redis apart. */
  prefix: string;
}

export const QUEUE_OPTIONS = Symbol('QUEUE_OPTIONS');
export const QUEUE_NAMES: readonly QueueName[] = ['events', 'delivery'];

/** What a job carries: never more than this. The event itself is read from the outbox. */
export interface EventJob {
  eventId: string;
  handler: string;
}

/** A handler gets an event as one job, however often it is handed over. */
export function jobIdOf({ eventId, handler }: EventJob): string {
  return `${eventId}-${handler}`;
}

/** A stalled job is taken over after this long; BullMQ's 30 s would hold a reminder back too long. */
const LOCK_MS = 10_000;
/** How long the queue may take to answer. */
const ANSWER_MS = 5_000;
/** Jobs given up that can still be seen, of each queue. */
const KEEP_FAILED = 5000;

/**
 * BullMQ over Redis or PostgreSQL: the same queues, the same behaviour (one contract test runs over both). It carries
 * what is to be done now; when things are due is in PostgreSQL alone.
 */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue<EventJob>>();
  private readonly workers: Worker<EventJob>[] = [];
  private readonly pool: pg.Pool | undefined;
  private readonly redis: Redis | undefined;
  private workersRedis: Redis | undefined;

  constructor(@Inject(QUEUE_OPTIONS) private readonly options: QueueOptions) {
    if (options.redisUrl) {
      // Handing over fails at once while Redis is away (the relay tries again); workers wait for it to come back.
      this.redis = new Redis(options.redisUrl, { maxRetriesPerRequest: null, enableOfflineQueue: false });
      this.redis.on('error', () => undefined);
    } else {
      this.pool = new pg.Pool({
        connectionString: options.databaseUrl,
        options: '-c search_path=bullmq',
        max: 8,
        keepAlive: true,
        application_name: 'heyi-queues',
        onConnect: surviveCut,
      });
      this.pool.on('error', () => undefined);
    }
  }

  queue(name: QueueName): Queue<EventJob> {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Queue<EventJob>(name, {
        ...this.connection(),
        defaultJobOptions: {
          attempts: 8,
          backoff: { type: 'exponential', delay: 1000 },
          removeOnComplete: { count: 1000 },
          removeOnFail: { count: KEEP_FAILED },
        },
        streams: { events: { maxLen: 1000 } },
      });
      queue.on('error', () => undefined);
      this.queues.set(name, queue);
    }
    return queue;
  }

  /** Hands jobs over; one that the queue has already is left as it is. */
  async add(name: QueueName, jobs: readonly EventJob[]): Promise<void> {
    const bulk = jobs.map((data) => ({ name: data.handler, data, opts: { jobId: jobIdOf(data) } }));
    await within(this.queue(name).addBulk(bulk));
  }

  /** Gives jobs that were given up one more attempt. */
  async retryFailed(name: QueueName, jobIds: readonly string[]): Promise<void> {
    const wanted = new Set(jobIds);
    const failed = await within(this.queue(name).getFailed(0, KEEP_FAILED - 1));
    // Another worker may have done so at the same moment.
    await within(Promise.allSettled(failed.filter((job) => wanted.has(job.id!)).map((job) => job.retry('failed'))));
  }

  /** Starts working a queue in this process. */
  work(name: QueueName, concurrency: number, processor: Processor<EventJob>): Worker<EventJob> {
    if (this.redis && !this.workersRedis) {
      this.workersRedis = new Redis(this.options.redisUrl!, { maxRetriesPerRequest: null });
      this.workersRedis.on('error', () => undefined);
    }
    const worker = new Worker<EventJob>(name, processor, {
      ...this.connection(this.workersRedis),
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      maxStalledCount: 100,
    });
    worker.on('error', () => undefined);
    this.workers.push(worker);
    return worker;
  }

  /** Jobs that wait or run, and jobs given up, of each queue. */
  async depths(): Promise<Record<QueueName, { waiting: number; failed: number }>> {
    const entries = await Promise.all(
      QUEUE_NAMES.map(async (name) => {
        const counts = this.queue(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'failed');
        const c = await within(counts);
        const waiting = (c['waiting'] ?? 0) + (c['active'] ?? 0) + (c['delayed'] ?? 0) + (c['prioritized'] ?? 0);
        return [name, { waiting, failed: c['failed'] ?? 0 }] as const;
      }),
    );
    return Object.fromEntries(entries) as Record<QueueName, { waiting: number; failed: number }>;
  }

  /** Throws if jobs cannot be handed over now. */
  async ping(): Promise<void> {
    if (this.redis) await within(this.redis.ping());
    else await within(this.pool!.query('SELECT 1'));
  }

  /** Takes no more jobs, and ends those in hand. */
  async stopWorking(): Promise<void> {
    await Promise.allSettled(this.workers.map((w) => w.close()));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stopWorking();
    await within(Promise.allSettled([...this.queues.values()].map((q) => q.close()))).catch(() => undefined);
    this.redis?.disconnect();
    this.workersRedis?.disconnect();
    await this.pool?.end();
  }

  private connection(redis = this.redis): { connection: never; prefix?: string } {
    setDefaultBackendFactory((this.redis ? createRedisBackend : createPostgresBackend) as unknown as BackendFactory);
    // BullMQ's types know only Redis connections.
    return redis ? { connection: redis as never, prefix: this.options.prefix } : { connection: this.pool as never };
  }
}

/**
 * BullMQ waits without end for a server it never reached; whoever asks holds locks or keeps somebody waiting meanwhile.
 * @throws Error after {@link ANSWER_MS}
 */
async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Brings BullMQ's own tables up to date; safe when several processes start at once. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
