import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serverDirectory } from './embedded/binaries.js';
import { openCluster, USER, type Cluster, type Command } from './embedded/cluster.js';
import { endLeftovers } from './embedded/leftovers.js';
import { serverPrefix } from './embedded/privileges.js';
import { EmbeddedPostgresProblem } from './embedded/problem.js';
import { launch, type Server } from './embedded/server.js';

export { EmbeddedPostgresProblem };

export interface EmbeddedPostgres {
  /** Of the database, as its owner, who is the server's superuser too. */
  url: string;
  /** Ends when the server is down. */
  stop(): Promise<void>;
  /** Settles, with the server's last words, when the server is over, by itself too. */
  readonly ended: Promise<string>;
}

export interface EmbeddedOptions {
  /** Holds the database and its password; made if missing. Only one process may use it: see `lockDataDir`. */
  dir: string;
  database?: string;
  settings?: Record<string, string>;
  /** A free one if absent. */
  port?: number;
}

/** Durable (fsync stays on), and small beside the rest of the service: together they stay below 600 MB. */
const SETTINGS = {
  shared_buffers: '128MB',
  huge_pages: 'off',
  max_connections: '100',
  autovacuum_max_workers: '2',
  maintenance_work_mem: '32MB',
  max_wal_size: '512MB',
  io_method: 'sync',
  jit: 'off',
  log_timezone: 'Asia/Shanghai',
};

const IN_USE = /could not bind IPv4 address|could not create any TCP\/IP sockets/;

/**
 * Starts a real PostgreSQL on 127.0.0.1 over the files in `dir`; durable unless `settings` say otherwise. A server that
 * a killed process left is ended first; if this process is killed, the kernel ends the server (on Linux).
 * @throws EmbeddedPostgresProblem if it cannot run here
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dir = path.resolve(options.dir);
  const settings = { ...SETTINGS, ...options.settings };
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const command = commands();
  const cluster = openCluster(dir, command, { durable: options.settings?.['fsync'] !== 'off' });
  await endLeftovers(cluster.data);
  for (let tries = 1; ; tries++) {
    const port = options.port ?? (await freePort());
    try {
      return await serve(command, cluster, { port, settings, database: options.database ?? 'heyi' });
    } catch (error) {
      // Somebody else took the free port first.
      const again = options.port === undefined && tries < 5 && IN_USE.test((error as Error).message);
      if (!again) throw error;
    }
  }
}

interface Serving {
  port: number;
  database: string;
  settings: Record<string, string>;
}

async function serve(command: Command, { data, password }: Cluster, serving: Serving): Promise<EmbeddedPostgres> {
  const { port, database } = serving;
  const settings = Object.entries(serving.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = launch(
    ...command('postgres', ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', ...settings]),
  );
  const url = (name: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${name}`;
  try {
    await createDatabase(server, url('postgres'), database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: url(encodeURIComponent(database)), ended: server.ended, stop: () => server.stop() };
}

function commands(): Command {
  const bin = path.join(serverDirectory(), 'bin');
  const prefix = serverPrefix();
  return (name, args) => {
    const [exe = '', ...rest] = [...prefix, path.join(bin, name), ...args];
    return [exe, rest];
  };
}

/** Waits for the server and makes the database if it has none of that name. */
async function createDatabase(server: Server, url: string, database: string): Promise<void> {
  for (;;) {
    if (server.hasEnded()) {
      const why = await server.ended;
      throw new EmbeddedPostgresProblem(`内置数据库无法启动。The embedded PostgreSQL does not start.\n${why}`);
    }
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
      return;
    } catch (error) {
      // Not listening yet, or still starting up or recovering.
      if (!['ECONNREFUSED', 'ECONNRESET', '57P03'].includes((error as { code?: string }).code ?? '')) throw error;
      await sleep(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
