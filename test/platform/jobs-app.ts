import { newId, type Id } from '@app/kernel';
import {
  createAdapter,
  createLogger,
  Database,
  defineEvent,
  Every,
  JobRunner,
  OnEvent,
  PlatformJobsModule,
  PlatformModule,
  publish,
  sql,
  type Tx,
} from '@app/platform';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

export const thingHappened = defineEvent<{ thing: string }>('thing.happened');

/** What the handlers do, and what they have done; shared by the applications of one test. */
export class Trace {
  readonly handled: string[] = [];
  readonly delivered: string[] = [];
  ticks = 0;
  tickMore = 0;
  /** Called before a handler ends; may throw. */
  onHandle: (thing: string) => Promise<void> | void = () => undefined;
  onDeliver: (thing: string) => Promise<void> | void = () => undefined;
  onTick: () => Promise<void> | void = () => undefined;
}

/** A provider class, as libs have them, that writes to `trace`. */
export function tracing(trace: Trace): Type {
  class TracingJobs {
    @OnEvent(thingHappened, { name: 'test.handle' })
    async handle(tx: Tx, { thing }: { thing: string }): Promise<void> {
      await sql(tx, 'INSERT INTO public.effect (thing) VALUES ($1)', [thing]);
      await trace.onHandle(thing);
      trace.handled.push(thing);
    }

    @OnEvent(thingHappened, { name: 'test.deliver', queue: 'delivery' })
    async deliver(tx: Tx, { thing }: { thing: string }): Promise<void> {
      if (tx !== undefined) throw new Error('deliveries run outside a transaction');
      await trace.onDeliver(thing);
      trace.delivered.push(thing);
    }

    @Every(50, 'test.tick')
    async tick(): Promise<boolean> {
      trace.ticks++;
      await trace.onTick();
      return trace.tickMore-- > 0;
    }
  }
  return TracingJobs;
}

export interface JobsApp {
  context: INestApplicationContext;
  database: Database;
  /** Commits an event for each thing. */
  publish(...things: string[]): Promise<void>;
  /** What the handlers have committed. */
  effects(): Promise<string[]>;
  close(): Promise<void>;
}

/** An application of `jobs` alone; it works by itself, unless `manual`. */
export async function startJobs(
  options: { databaseUrl: string; redisUrl: string | undefined; prefix: string; manual?: boolean },
  ...jobs: Type[]
): Promise<JobsApp> {
  const logger = createLogger('test', process.env['TEST_LOG'] ?? 'silent');
  @Module({
    imports: [
      PlatformModule.forRoot({
        databaseUrl: options.databaseUrl,
        redisUrl: options.redisUrl,
        dataKey: Buffer.alloc(32, 1).toString('base64'),
        poolSize: 5,
        logger,
        applicationName: 'heyi-test',
        queuePrefix: options.prefix,
      }),
      PlatformJobsModule,
    ],
    providers: jobs,
  })
  class JobsAppModule {}

  // Not yet initialised: whether it works by itself must be known before.
  const app = await NestFactory.create(JobsAppModule, createAdapter({ logger }), {
    logger: false,
    abortOnError: false,
  });
  if (options.manual) app.get(JobRunner, { strict: false }).manual();
  await app.init();
  const database = app.get(Database, { strict: false });
  return {
    context: app,
    database,
    publish: async (...things) => {
      await database.transaction((tx) => {
        for (const thing of things) publish(tx, thingHappened, { thing });
        return Promise.resolve();
      });
    },
    effects: async () =>
      (await database.read<{ thing: string }>('SELECT thing FROM public.effect')).map((r) => r.thing),
    close: () => app.close(),
  };
}

/** Names of `count` things. */
export function things(count: number): Id[] {
  return Array.from({ length: count }, () => newId());
}
