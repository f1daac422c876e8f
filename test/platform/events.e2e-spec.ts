import { newId } from '@app/kernel';
import { JobRunner, OnEvent, publish, Queues, sql, type Tx } from '@app/platform';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutboxRelay } from '../../libs/platform/src/events/relay.js';
import { cloneDatabase } from '../support/database.js';
import { BACKENDS, uniquePrefix, until } from './backends.js';
import { startJobs, thingHappened, things, Trace, tracing, type JobsApp } from './jobs-app.js';

describe.each(BACKENDS)('events over $name', ({ redisUrl }) => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let prefix: string;
  let trace: Trace;
  const open: JobsApp[] = [];

  const start = async (options: { manual?: boolean } = {}): Promise<JobsApp> => {
    const app = await startJobs({ databaseUrl: database.url, redisUrl, prefix, ...options }, tracing(trace));
    open.push(app);
    return app;
  };
  const stop = async (app: JobsApp): Promise<void> => {
    open.splice(open.indexOf(app), 1);
    await app.close();
  };
  /** Events some handler of which is not done, or that were not handed over. */
  const unfinished = async (app: JobsApp): Promise<number> => {
    const [row] = await app.database.read<{ count: number }>(
      'SELECT count(*) AS count FROM platform.outbox WHERE pending <> 0 OR relayed_at IS NULL',
    );
    return row!.count;
  };
  const aMinutePasses = (app: JobsApp) =>
    app.database.read(`UPDATE platform.outbox SET relayed_at = relayed_at - interval '2 minutes'`);
  const relay = (app: JobsApp) => app.context.get(OutboxRelay, { strict: false });
  const queues = (app: JobsApp) => app.context.get(Queues, { strict: false });

  beforeEach(async () => {
    database = await cloneDatabase();
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query('CREATE TABLE public.effect (thing text); GRANT SELECT, INSERT ON public.effect TO heyi_app');
    await client.end();
    prefix = uniquePrefix();
    trace = new Trace();
  });

  afterEach(async () => {
    if (open[0] && redisUrl) {
      for (const name of ['events', 'delivery'] as const) await queues(open[0]).queue(name).obliterate({ force: true });
    }
    for (const app of open.splice(0)) await app.close();
    await database.drop();
  });

  it('reach each handler once, in the transaction that notes it, and deliveries outside one', async () => {
    const app = await start();
    const all = things(50);
    await app.publish(...all);
    await until('all are done', async () => (await unfinished(app)) === 0);
    expect((await app.effects()).sort()).toEqual([...all].sort());
    expect([...trace.delivered].sort()).toEqual([...all].sort());
  });

  it('do not exist if their transaction is rolled back', async () => {
    const app = await start({ manual: true });
    const failed = app.database.transaction((tx) => {
      publish(tx, thingHappened, { thing: newId() });
      return Promise.reject(new Error('thought better of it'));
    });
    await expect(failed).rejects.toThrow('thought better');
    expect(await app.database.read('SELECT 1 FROM platform.outbox')).toEqual([]);
  });

  it('leave nothing of a handler that fails, and are tried again', async () => {
    const app = await start();
    let failures = 2;
    trace.onHandle = () => {
      if (failures-- > 0) throw new Error('not yet');
    };
    const [thing] = things(1);
    await app.publish(thing!);
    await until('it is done', async () => (await unfinished(app)) === 0);
    expect(trace.handled).toEqual([thing]);
    expect(await app.effects()).toEqual([thing]);
  });

  it('are harmless when a handler runs twice at a time', async () => {
    const app = await start({ manual: true });
    await app.publish('same');
    const [event] = await app.database.read<{ id: string }>('SELECT id FROM platform.outbox');
    await relay(app).relay();
    const process = () =>
      app.context.get(JobRunner, { strict: false }).process({ eventId: event!.id, handler: 'test.handle' });
    trace.onHandle = () => sleep(100);
    await Promise.all([process(), process(), process()]);
    await process();
    expect(await app.effects()).toEqual(['same']);
    expect(await app.database.read('SELECT pending FROM platform.outbox')).toEqual([{ pending: 1 }]);
  });

  it('are each handled once by two workers', async () => {
    const [one] = [await start(), await start()];
    const all = things(200);
    for (let n = 0; n < 200; n += 20) await one.publish(...all.slice(n, n + 20));
    await until('all are done', async () => (await unfinished(one)) === 0);
    expect((await one.effects()).sort()).toEqual([...all].sort());
    expect([...trace.delivered].sort()).toEqual([...all].sort());
  });

  it('handed over by a relay that crashed before its commit are done all the same', async () => {
    const publisher = await start({ manual: true });
    await publisher.publish('early');
    const [event] = await publisher.database.read<{ id: string }>('SELECT id FROM platform.outbox');
    // As that relay did: the jobs are in the queue, the outbox knows nothing.
    await queues(publisher).add('events', [{ eventId: event!.id, handler: 'test.handle' }]);
    const app = await start();
    await until('both handlers are done', () => trace.handled.length + trace.delivered.length === 2);
    await until('the outbox knows it', async () => (await unfinished(app)) === 0);
    expect(await app.effects()).toEqual(['early']);
  });

  it('lost with an emptied queue are handed over again, and repeats do nothing', async () => {
    const first = await start({ manual: true });
    const all = things(30);
    await first.publish(...all);
    await relay(first).relay();
    for (const name of ['events', 'delivery'] as const) await queues(first).queue(name).obliterate({ force: true });
    // Some were handled before the queue was lost.
    const done = await first.database.read<{ id: string }>('SELECT id FROM platform.outbox ORDER BY id LIMIT 10');
    for (const { id } of done) {
      await first.context.get(JobRunner, { strict: false }).process({ eventId: id, handler: 'test.handle' });
    }
    await stop(first);

    const app = await start();
    await sleep(700);
    expect((await app.effects()).length).toBe(10);
    await aMinutePasses(app);
    await relay(app).reconcile();
    await until('all are done', async () => (await unfinished(app)) === 0);
    expect((await app.effects()).sort()).toEqual([...all].sort());
    expect([...trace.delivered].sort()).toEqual([...all].sort());
  });

  it('given up after their last attempt get another when they are reconciled', async () => {
    const app = await start();
    let broken = true;
    trace.onHandle = () => {
      if (broken) throw new Error('broken');
    };
    await app.publish('poisoned');
    await until(
      'it is in the queue',
      async () => (await queues(app).queue('events').getJobCountByTypes('delayed')) > 0,
    );
    // Its seven further attempts would take two minutes.
    const [job] = await queues(app).queue('events').getDelayed();
    await job!.remove();
    await queues(app).queue('events').add(job!.name, job!.data, { jobId: job!.id!, attempts: 1 });
    await until('it is given up', async () => (await queues(app).depths()).events.failed === 1);
    broken = false;
    await aMinutePasses(app);
    await relay(app).reconcile();
    await until('it is done', async () => (await unfinished(app)) === 0);
    expect(await app.effects()).toEqual(['poisoned']);
  });

  it('wait while the queue is away, and are not lost', async () => {
    const app = await startJobs(
      { databaseUrl: database.url, redisUrl: 'redis://127.0.0.1:1', prefix, manual: true },
      tracing(trace),
    );
    await app.publish('patient');
    await expect(relay(app).relay()).rejects.toThrow();
    expect(await unfinished(app)).toBe(1);
    await app.close();
    const later = await start();
    await until('it is done', async () => (await unfinished(later)) === 0);
    expect(await later.effects()).toEqual(['patient']);
  });

  it('are ended, not cut off, when the worker stops', async () => {
    const app = await start();
    let begun = false;
    trace.onHandle = async () => {
      begun = true;
      await sleep(400);
    };
    await app.publish('slow');
    await until('it is in hand', () => begun);
    await stop(app);
    expect(trace.handled).toEqual(['slow']);
    const reader = await start({ manual: true });
    expect(await reader.effects()).toEqual(['slow']);
  });
});

describe('ticks', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let trace: Trace;
  const begin = () =>
    startJobs({ databaseUrl: database.url, redisUrl: undefined, prefix: uniquePrefix() }, tracing(trace));

  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    trace = new Trace();
  });

  it('run again and again, also after one has failed', async () => {
    trace.onTick = () => {
      if (trace.ticks === 2) throw new Error('once');
    };
    const app = await begin();
    await until('it has run', () => trace.ticks >= 5);
    await app.close();
    const { ticks } = trace;
    await sleep(200);
    expect(trace.ticks).toBe(ticks);
  });

  it('run at once while there is more', async () => {
    trace.tickMore = 100;
    const app = await begin();
    // With a pause of 50 ms in between it would take five seconds.
    await until('it has worked it off', () => trace.ticks > 100, 2500);
    await app.close();
  });

  it('are waited for when the worker stops', async () => {
    let [begun, ended] = [false, false];
    trace.onTick = async () => {
      begun = true;
      await sleep(300);
      ended = true;
    };
    const app = await begin();
    await until('it runs', () => begun);
    await app.close();
    expect(ended).toBe(true);
  });
});

describe('the registry of handlers', () => {
  class Twin {
    @OnEvent(thingHappened, { name: 'test.handle' })
    async handle(tx: Tx): Promise<void> {
      await sql(tx, 'SELECT 1');
    }
  }

  it('stops the start if two handlers share a name', async () => {
    const { url, drop } = await cloneDatabase();
    const begin = startJobs(
      { databaseUrl: url, redisUrl: undefined, prefix: uniquePrefix(), manual: true },
      tracing(new Trace()),
      Twin,
    );
    await expect(begin).rejects.toThrow('two event handlers are called test.handle');
    await drop();
  });
});
