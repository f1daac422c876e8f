import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type AppName = 'api' | 'worker';

/** One of our apps as a process of its own, which can be killed as hard as it gets. */
export class AppProcess {
  private child: ChildProcess | undefined;
  private output = '';
  readonly address: string;

  private constructor(
    private readonly app: AppName,
    private readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.address = `http://127.0.0.1:${port}`;
  }

  static async start(app: AppName, env: NodeJS.ProcessEnv): Promise<AppProcess> {
    const process = new AppProcess(app, await freePort(), env);
    await process.up();
    return process;
  }

  /** Starts it (again) and waits until it lives. */
  async up(): Promise<void> {
    const main = path.join(process.cwd(), 'dist', 'apps', this.app, 'src', 'main.js');
    const env = { ...process.env, ...this.env, NODE_OPTIONS: '', PORT: String(this.port), LOG_LEVEL: 'error' };
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => this.note(part.toString()));
    this.child = child;
    for (let i = 0; i < 600; i++) {
      if (child.exitCode !== null) throw new Error(`${this.app} ended with ${child.exitCode}:\n${this.output}`);
      const alive = await fetch(`${this.address}/health/live`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (alive) return;
      await sleep(100);
    }
    throw new Error(`${this.app} does not come up:\n${this.output}`);
  }

  /** SIGKILL: no handler runs, nothing is put in order. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private note(text: string): void {
    this.output = (this.output + text).slice(-4000);
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
