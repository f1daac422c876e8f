import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serverDirectory } from './embedded/binaries.js';
import { serverPrefix } from './embedded/privileges.js';

export interface EmbeddedPostgres {
  url: string;
  /** Ends when the server is down. */
  stop(): Promise<void>;
  /** Settles, with the server's last words, if the server ends by itself. */
  readonly ended: Promise<string>;
}

export interface EmbeddedOptions {
  /** Holds the database and its password; made if missing. */
  dir: string;
  database?: string;
  settings?: Record<string, string>;
}

const USER = 'heyi';
const SETTINGS = { shared_buffers: '128MB', max_connections: '80', jit: 'off', log_timezone: 'Asia/Shanghai' };

/**
 * Starts a real PostgreSQL on a free port of 127.0.0.1, over the files in `dir`; durable unless `settings` say otherwise.
 * A server left over by a killed process is ended first.
 * @throws Error in plain words if it cannot run here
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const data = path.join(options.dir, 'pgdata');
  const command = commands(data);
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const password = initialise(options.dir, data, command);
  await endLeftover(data);
  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
  const [exe, args] = command('postgres', ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', ...settings]);
  // A group of its own: Ctrl-C in the terminal is for us, who stop the server when our own work is done.
  const server = watch(spawn(exe, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true }));
  const database = options.database ?? 'heyi';
  await createDatabase(server, { port, password, database });
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`,
    ended: server.ended,
    stop: async () => {
      server.stop();
      await server.ended;
    },
  };
}

type Command = (name: string, args: string[]) => [exe: string, args: string[]];

function commands(data: string): Command {
  const bin = path.join(serverDirectory(), 'bin');
  const prefix = serverPrefix();
  return (name, args) => {
    const [exe, ...rest] = [...prefix, path.join(bin, name), ...args];
    if (!exe) throw new Error(`no command for ${data}`);
    return [exe, rest];
  };
}

/** Makes the database's files if there are none yet; answers the password. */
function initialise(dir: string, data: string, command: Command): string {
  const secret = path.join(dir, 'pg-password');
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true }); // what an interrupted initdb left
    writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
    const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const [exe, args] = command('initdb', [
      '-D',
      data,
      '-U',
      USER,
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      ...locale,
    ]);
    const result = spawnSync(exe, args, { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || String(result.error)}`);
  }
  return readFileSync(secret, 'utf8').trim();
}

/** A server whose parent was killed where nothing ends it by itself. */
async function endLeftover(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!(pid > 1) || !isServerOf(pid, data)) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 200 && isServerOf(pid, data); i++) await sleep(50);
}

function isServerOf(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
  } catch {
    return false;
  }
}

interface Server {
  ended: Promise<string>;
  hasEnded(): boolean;
  stop(): void;
}

function watch(child: ChildProcess): Server {
  let log = '';
  let over = false;
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-8000);
  });
  const ended = new Promise<string>((resolve) => {
    const end = (why: string) => {
      over = true;
      resolve(`PostgreSQL ended (${why})\n${log}`);
    };
    child.once('exit', (code, signal) => end(String(signal ?? code)));
    child.once('error', (error) => end(error.message));
  });
  return {
    ended,
    hasEnded: () => over,
    stop: () => {
      if (!over) child.kill('SIGINT');
    },
  };
}

async function createDatabase(
  server: Server,
  { port, password, database }: { port: number; password: string; database: string },
): Promise<void> {
  for (;;) {
    if (server.hasEnded()) throw new Error(await server.ended);
    const client = new pg.Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
      return;
    } catch (error) {
      // Not listening yet, or still starting up.
      if (!['ECONNREFUSED', '57P03'].includes((error as { code?: string }).code ?? '')) throw error;
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
