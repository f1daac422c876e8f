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
