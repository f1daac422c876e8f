import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const SCRIPT = path.join(import.meta.dirname, 'embedded-process.ts');

interface Run {
  child: ChildProcess;
  /** What it said: its URL, or why it cannot. */
  url: string;
  /** As on Ctrl-C: the server is stopped, then the process ends. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

describe('the embedded PostgreSQL', () => {
  let outer: string;
  let dir: string;
  let data: string;
  let runs: Run[];

  beforeEach(() => {
    // Below a directory that nobody else may enter.
    outer = mkdtempSync(path.join(tmpdir(), 'heyi-embedded-'));
    dir = path.join(outer, 'a b', '数据');
    data = path.join(dir, 'pgdata');
    runs = [];
  });
  afterEach(async () => {
    await Promise.all(runs.map((run) => run.kill()));
    killServers();
    await noServer();
    rmSync(outer, { recursive: true, force: true });
  });

  async function start(prefix: string[] = []): Promise<Run> {
    const [exe, ...args] = [...prefix, process.execPath, '--import', 'tsx', SCRIPT, dir];
    const child = spawn(exe, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const gone = once(child, 'exit');
    const over = () => child.exitCode !== null || child.signalCode !== null;
    const run: Run = {
      child,
      url: '',
      stop: async () => {
        child.stdin.end();
        await gone;
      },
      kill: async () => {
        if (!over()) child.kill('SIGKILL');
        await gone;
      },
    };
    runs.push(run);
    const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
    run.url = String(said).trim();
    return run;
  }

  /** All processes of PostgreSQL on this directory, also those that nobody waits for any more. */
  function servers(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          return readlinkSync(`/proc/${pid}/cwd`) === data;
        } catch {
          return false;
        }
      })
      .map(Number);
  }

  function killServers(): void {
    for (const pid of servers()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with the one before.
      }
    }
  }

  async function noServer(): Promise<void> {
    for (const until = Date.now() + 15_000; servers().length > 0; await sleep(20)) {
      if (Date.now() > until) throw new Error('a server runs on');
    }
  }

  async function query(url: string, text: string): Promise<unknown[]> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows.flatMap((row) => Object.values(row));
    } finally {
      await client.end();
    }
  }
  const fill = (url: string) => query(url, `CREATE TABLE note AS SELECT '余杭' AS text`);
  const filled = (url: string) => query(url, 'SELECT text FROM note');

  it('starts on nothing, durable, on 127.0.0.1 only, with its password in a private file', async () => {
    const { url } = await start();
    const shown = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories'];
    const settings = await query(
      url,
      `SELECT current_setting(name) FROM unnest('{${shown.join(',')}}'::text[]) AS name`,
    );
    expect(settings).toEqual(['on', 'on', 'on', '127.0.0.1', '']);
    const secret = path.join(dir, 'pg-password');
    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', password: readFileSync(secret, 'utf8') });
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps the data and the password over a stop, and remembers no port', async () => {
    const first = await start();
    await fill(first.url);
    await first.stop();
    expect(servers()).toEqual([]);
    const port = Number(new URL(first.url).port);
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const second = await start();
    expect(new URL(second.url)).toMatchObject({ password: new URL(first.url).password });
    expect(Number(new URL(second.url).port)).not.toBe(port);
    expect(await filled(second.url)).toEqual(['余杭']);
    taken.close();
  });

  it('leaves no server when the process is killed, and loses nothing', async () => {
    const first = await start();
    await fill(first.url);
    await first.kill();
    await noServer();
    const second = await start();
    expect(await filled(second.url)).toEqual(['余杭']);
  });

  it('starts at once while the server of a killed process still goes down', async () => {
    const first = await start();
    await fill(first.url);
    await first.kill();
    const second = await start();
    expect(await filled(second.url)).toEqual(['余杭']);
  });

  it('recovers when process and server are killed together', async () => {
    const first = await start();
    await fill(first.url);
    first.child.kill('SIGKILL');
    killServers();
    await first.kill();
    expect(existsSync(path.join(data, 'postmaster.pid'))).toBe(true);
    const second = await start();
    expect(await filled(second.url)).toEqual(['余杭']);
  });

  it('recovers when the number of the killed server belongs to another process', async () => {
    const first = await start();
    await fill(first.url);
    first.child.kill('SIGKILL');
    killServers();
    await first.kill();
    await noServer();
    const note = path.join(data, 'postmaster.pid');
    const [, ...rest] = readFileSync(note, 'utf8').split('\n');
    writeFileSync(note, [String(process.pid), ...rest].join('\n'));
    const second = await start();
    expect(await filled(second.url)).toEqual(['余杭']);
  });

  it('ends a server that was left without a parent', async () => {
    const first = await start();
    await fill(first.url);
    await first.stop();
    // Without the kernel's help, as on systems that have none: the server outlives its parent.
    const bare = await start(['env', `PATH=${withoutSetpriv()}`]);
    await bare.kill();
    const [leftover] = servers();
    expect(leftover).toBeDefined();
    const second = await start();
    expect(servers()).not.toContain(leftover);
    expect(await filled(second.url)).toEqual(['余杭']);
  });

  it('starts over when the first start was cut short', async () => {
    mkdirSync(`${data}.new`, { recursive: true });
    writeFileSync(path.join(`${data}.new`, 'PG_VERSION'), '18\n');
    writeFileSync(path.join(dir, 'pg-password'), 'half');
    const { url } = await start();
    expect(await query(url, 'SELECT 1')).toEqual([1]);
    expect(existsSync(`${data}.new`)).toBe(false);
  });

  it('says in plain words what is wrong when its password is lost', async () => {
    const first = await start();
    await first.stop();
    unlinkSync(path.join(dir, 'pg-password'));
    const second = await start();
    expect(second.url).toContain('pg-password');
    expect(second.url).toContain('DATA_DIR');
    await once(second.child, 'exit');
    expect(second.child.exitCode).toBe(1);
  });

  /** A PATH with the two other commands that the launcher uses. */
  function withoutSetpriv(): string {
    const bin = path.join(outer, 'bin');
    mkdirSync(bin);
    for (const name of ['unshare', 'true']) {
      const places = process.env['PATH']!.split(path.delimiter).map((place) => path.join(place, name));
      const found = places.find((place) => existsSync(place));
      if (found) symlinkSync(found, path.join(bin, name));
    }
    return bin;
  }
});
