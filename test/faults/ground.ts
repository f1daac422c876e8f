import type { Id } from '@app/kernel';
import { Redis } from 'ioredis';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { seedDemo } from '../../apps/cli/src/commands/seed.js';
import { migrateDatabase } from '../../apps/cli/src/migrate.js';
import { startPostgres } from '../../apps/standalone/src/embedded-postgres.js';
import { DEMO_PASSWORD } from '../support/app.js';
import { cloneDatabase } from '../support/database.js';

/** What the processes stand on, and how it can be shaken. */
export interface Ground {
  url: string;
  redisUrl: string | undefined;
  queuePrefix: string;
  /** Ends every connection to the database but the caller's own. */
  cutConnections(): Promise<void>;
  /** Deletes everything our queues have in Redis; only with Redis. */
  emptyRedis: (() => Promise<void>) | undefined;
  /** Stops the server and starts it again; only where it is our own. */
  restartServer: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** On the servers of DATABASE_URL and REDIS_URL, else on an embedded server of its own, with the demo district. */
export async function prepareGround(): Promise<Ground> {
  const database = process.env['DATABASE_URL'] ? await onGivenServer() : await onOwnServer();
  await seedDemo(database.url, { password: DEMO_PASSWORD });
  const redisUrl = process.env['REDIS_URL'];
  const queuePrefix = `faults-${randomBytes(4).toString('hex')}`;
  const emptyRedis = redisUrl ? () => deleteKeys(redisUrl, queuePrefix) : undefined;
  return {
    ...database,
    redisUrl,
    queuePrefix,
    emptyRedis,
    cutConnections: () => using(database.url, async (client) => void (await client.query(CUT))),
    close: async () => {
      await emptyRedis?.();
      await database.close();
    },
  };
}

type Server = Pick<Ground, 'url' | 'restartServer' | 'close'>;

async function onGivenServer(): Promise<Server> {
  const { url, drop } = await cloneDatabase();
  return { url, restartServer: undefined, close: drop };
}

async function onOwnServer(): Promise<Server> {
  const dir = mkdtempSync(path.join(tmpdir(), 'heyi-faults-pg-'));
  let server = await startPostgres({ dir });
  const { url } = server;
  const port = Number(new URL(url).port);
  await migrateDatabase(url);
  return {
    url,
    restartServer: async () => {
      await server.stop();
      server = await startPostgres({ dir, port });
    },
    close: async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

async function deleteKeys(redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    for (let cursor = '0'; ;) {
      const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}:*`, 'COUNT', 1000);
      if (keys.length > 0) await redis.del(...keys);
      if (next === '0') return;
      cursor = next;
    }
  } finally {
    redis.disconnect();
  }
}

/** A connection for one piece of work, as the database's owner. */
export async function using<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The person of a demo account. */
export async function personId(client: pg.Client, login: string): Promise<Id> {
  const { rows } = await client.query<{ id: Id }>('SELECT person_id AS id FROM identity.account WHERE login = $1', [
    login,
  ]);
  return rows[0]!.id;
}
