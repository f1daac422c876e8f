import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beforeCommit, createLogger, Database, PlatformModule, send, sql, type Tx } from '@app/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { cloneDatabase } from '../support/database.js';

let context: INestApplicationContext;
let database: Database;
let admin: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  admin = new pg.Client(clone.url);
  await admin.connect();
  // As a real server is set; that of the tests does not wait for the disk.
  await admin.query(`ALTER DATABASE ${new URL(clone.url).pathname.slice(1)} SET synchronous_commit = on`);
  await admin.query('CREATE TABLE public.kept (n int PRIMARY KEY); GRANT ALL ON public.kept TO PUBLIC');
  @Module({
    imports: [
      PlatformModule.forRoot({
        databaseUrl: clone.url,
        dataKey: Buffer.alloc(32, 7).toString('base64'),
        poolSize: 4,
        logger: createLogger('test', 'silent'),
        applicationName: 'test',
        queuePrefix: 'test-transactions',
      }),
    ],
  })
  class TestModule {}
  context = await NestFactory.createApplicationContext(TestModule, { logger: false });
  database = context.get(Database);
});

afterAll(async () => {
  await context.close();
  await admin.end();
  await drop();
});

const kept = async (): Promise<number[]> =>
  (await admin.query<{ n: number }>('SELECT n FROM public.kept ORDER BY n')).rows.map((row) => row.n);

const INSERT = 'INSERT INTO public.kept (n) VALUES ($1)';

describe('a transaction that collects what it writes', () => {
  it('is on disk when it has ended', async () => {
    let before = '';
    await database.transaction((tx) => {
      send(tx, INSERT, [1]);
      beforeCommit(tx, 'test', async (last) => {
        send(last, INSERT, [2]);
        before = (await sql<{ at: string }>(last, 'SELECT pg_current_wal_insert_lsn()::text AS at'))[0]!.at;
      });
      return Promise.resolve();
    });
    const { rows } = await admin.query<{ flushed: boolean }>(
      'SELECT pg_current_wal_flush_lsn() > $1::pg_lsn AS flushed',
      [before],
    );
    expect(rows[0]!.flushed).toBe(true);
    expect(await kept()).toEqual([1, 2]);
  });

  it('lets go of what others wait for', async () => {
    const append = (n: number) =>
      database.transaction((tx) => {
        beforeCommit(tx, 'test', (last: Tx) => {
          send(last, 'SELECT pg_advisory_xact_lock(1)');
          send(last, INSERT, [n]);
        });
        return Promise.resolve();
      });
    await Promise.all(Array.from({ length: 20 }, (_, i) => append(100 + i)));
    expect((await kept()).filter((n) => n >= 100)).toHaveLength(20);
  });

  it('is not there if one of its statements fails, and says which', async () => {
    const failing = database.transaction((tx) => {
      send(tx, INSERT, [3]);
      beforeCommit(tx, 'test', (last) => {
        send(last, INSERT, [1]);
        send(last, INSERT, [4]);
      });
      return Promise.resolve();
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'kept_pkey' });
    expect((await kept()).filter((n) => n === 3 || n === 4)).toEqual([]);
  });

  it('leaves its connection as it was', async () => {
    const settings = await database.read<{ commit: string; plans: string }>(
      `SELECT current_setting('synchronous_commit') AS commit, current_setting('plan_cache_mode') AS plans`,
    );
    expect(settings).toEqual([{ commit: 'on', plans: 'auto' }]);
  });
});

describe('statements of one turn', () => {
  it('each get their own answer, in their order, also when said while others are answered', async () => {
    const answers = await database.transaction(async (tx) => {
      const first = sql<{ n: number }>(tx, 'SELECT $1::int AS n', [1]);
      const text = sql<{ t: string; u: string | null }>(tx, `SELECT 'a' AS t, NULL::text AS u`);
      await new Promise((resolve) => setImmediate(resolve));
      const later = sql<{ n: number }>(tx, 'SELECT $1::int AS n', [2]);
      return [await first, await text, await later];
    });
    expect(answers).toEqual([[{ n: 1 }], [{ t: 'a', u: null }], [{ n: 2 }]]);
  });

  it('fail from the failing one on, with its error; those before it were answered', async () => {
    let settled: PromiseSettledResult<unknown>[] = [];
    const failing = database.transaction(async (tx) => {
      settled = await Promise.allSettled([sql(tx, 'SELECT 1 AS n'), sql(tx, 'SELECT 1/0'), sql(tx, 'SELECT 2 AS n')]);
    });
    await expect(failing).rejects.toThrow();
    expect(settled).toMatchObject([
      { value: [{ n: 1 }] },
      { reason: { code: '22012' } },
      { reason: { code: '22012' } },
    ]);
  });

  it('go on after a savepoint', async () => {
    const rows = await database.transaction(async (tx) => {
      await sql(tx, 'SAVEPOINT here');
      await expect(sql(tx, INSERT, [1])).rejects.toMatchObject({ code: '23505' });
      await sql(tx, 'ROLLBACK TO SAVEPOINT here');
      send(tx, INSERT, [5]);
      return sql(tx, 'SELECT n FROM public.kept WHERE n = 5');
    });
    expect(rows).toEqual([{ n: 5 }]);
    expect(await kept()).toContain(5);
  });

  it('fail at COMMIT if that is where the database objects', async () => {
    await admin.query(`CREATE TABLE public.late (n int CONSTRAINT late_unique UNIQUE DEFERRABLE INITIALLY DEFERRED);
      GRANT ALL ON public.late TO PUBLIC`);
    const twice = database.transaction((tx) => {
      beforeCommit(tx, 'test', (last) => {
        send(last, 'INSERT INTO public.late VALUES (1), (1)');
      });
      return Promise.resolve();
    });
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'late_unique' });
  });

  it('fail when the connection is cut, whatever they were doing, and others go on', async () => {
    const cut = database.transaction(async (tx) => {
      send(tx, INSERT, [6]);
      send(tx, 'SELECT pg_terminate_backend(pg_backend_pid())');
      await sql(tx, 'SELECT 1');
    });
    await expect(cut).rejects.toThrow();
    const asleep = database.transaction(async (tx) => {
      const [{ pid }] = (await sql<{ pid: number }>(tx, 'SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      const sleeping = sql(tx, 'SELECT pg_sleep(60)');
      await admin.query('SELECT pg_terminate_backend($1)', [pid]);
      await sleeping;
    });
    await expect(asleep).rejects.toThrow();
    const idle = database.transaction(async (tx) => {
      const [{ pid }] = (await sql<{ pid: number }>(tx, 'SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await admin.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
      await sql(tx, 'SELECT 1');
    });
    await expect(idle).rejects.toThrow();
    expect(await kept()).not.toContain(6);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => database.transaction((tx) => sql(tx, `SELECT $1::int AS n`, [n]))),
    );
    expect(answers).toHaveLength(6);
  });

  it('are ended by the server if nobody goes on with them', async () => {
    const [row] = await database.read<{ idle: string }>(
      `SELECT current_setting('idle_in_transaction_session_timeout') AS idle`,
    );
    expect(row).toEqual({ idle: '1min' });
  });
});
