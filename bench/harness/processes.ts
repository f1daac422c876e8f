import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_PASSWORD } from './databases.js';
import { sleep } from './numbers.js';

const root = path.resolve(import.meta.dirname, '..', '..');
const DATA_KEY = randomBytes(32).toString('base64');
const READY_LIMIT_MS = 60_000;

/** A process of ours, as it runs in production. */
export class Service {
  readonly #log: string;

  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    private readonly dir: string,
    /** From the start of the process to its first ready answer. */
    readonly readyAfterMs: number,
  ) {
    this.#log = path.join(dir, 'log');
  }

  /** As docker/Dockerfile starts it. `BENCH_NODE_FLAGS` are further flags for Node, e.g. --cpu-prof --cpu-prof-dir=profile. */
  static async start(app: 'api' | 'worker', databaseUrl: string, env: Record<string, string> = {}): Promise<Service> {
    const flags = ['--max-semi-space-size=24', ...(process.env['BENCH_NODE_FLAGS']?.split(' ') ?? [])];
    const port = await freePort();
    const dir = mkdtempSync(path.join(tmpdir(), `heyi-bench-${app}-`));
    const log = openSync(path.join(dir, 'log'), 'w');
    const started = performance.now();
    const child = spawn(process.execPath, [...flags, path.join(root, 'dist', 'apps', app, 'src', 'main.js')], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        HEYI_DATA_KEY: DATA_KEY,
        PORT: String(port),
        PUBLIC_SCHEME: 'http',
        ...env,
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    // Nothing is left behind if the run fails.
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    while (!(await isReady(port))) {
      if (child.exitCode !== null || performance.now() - started > READY_LIMIT_MS)
        throw new Error(`${app} does not start:\n${readFileSync(path.join(dir, 'log'), 'utf8').slice(-4000)}`);
      await sleep(20);
    }
    return new Service(child, port, dir, performance.now() - started);
  }

  /** Memory in use, in MB. */
  residentMb(): number {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)], { encoding: 'utf8' });
    return Number(stdout.trim()) / 1024;
  }

  /** What it logged of errors. */
  errors(): string[] {
    return readFileSync(this.#log, 'utf8')
      .split('\n')
      .filter((line) => /"level":(50|60)/.test(line));
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill(signal);
      await ended;
    }
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Logs a demo account in, as programs do. */
export async function logIn(port: number, login: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${login} cannot log in: ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
