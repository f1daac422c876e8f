import { instantOf, type CalendarDate } from '@app/kernel';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export type Kind = 'api' | 'worker';

interface Member {
  kind: Kind;
  port: number;
  child: ChildProcess;
  /** It may end: we want it to. */
  doomed: boolean;
  /** It has answered. Before that it may end because its database is away. */
  ready: boolean;
  said: string;
}

const dist = (file: string): string => path.resolve('dist', file);

/** Leaves dist/ as the sources are. @throws Error if they do not compile */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ['tools/build.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the sources do not compile:\n${stderr}`);
}

/** Real processes of the api and the worker, over one database and one business clock. */
export class Fleet {
  readonly members: Member[] = [];
  /** Ends of processes that nobody wanted. */
  readonly deaths: string[] = [];
  private readonly dir = mkdtempSync(path.join(tmpdir(), 'heyi-faults-'));
  private offset = 0;
  private stopping = false;
  private lastWords = '';

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  /** Starts a process and waits until it is ready; again, as who watches over it would, if it could not start. */
  async start(kind: Kind): Promise<void> {
    for (const until = Date.now() + 60_000; Date.now() < until;) {
      if (this.stopping) return;
      const member = await this.launch(kind);
      if (await this.answers(member)) return;
    }
    throw new Error(`${kind} does not start: ${this.lastWords}`);
  }

  private async launch(kind: Kind): Promise<Member> {
    const port = await freePort();
    const args = ['--import', pathToFileURL('test/faults/business-clock.mjs').href, dist(`apps/${kind}/src/main.js`)];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        ...this.env,
        PORT: String(port),
        HEYI_TEST_CLOCK: this.clockFile,
        HEYI_TEST_CLOCK_MODULE: pathToFileURL(dist('libs/kernel/src/clock.js')).href,
      },
    });
    const member: Member = { kind, port, child, doomed: false, ready: false, said: '' };
    const keep = (chunk: Buffer) => (member.said = (member.said + chunk.toString()).slice(-4000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('exit', (code, signal) => {
      this.members.splice(this.members.indexOf(member), 1);
      if (!member.doomed && member.ready)
        this.deaths.push(`${kind} ended by itself (${code ?? signal}): ${member.said}`);
    });
    this.members.push(member);
    return member;
  }

  /** Those that are there to be asked, or killed. */
  of(kind: Kind): Member[] {
    return this.members.filter((member) => member.kind === kind && member.ready && !member.doomed);
  }

  /** kill -9, and another one in its place. */
  async replace(member: Member): Promise<void> {
    member.doomed = true;
    member.child.kill('SIGKILL');
    await once(member.child, 'exit');
    await this.start(member.kind);
  }

  /** It is this day and time for all of them, and then for those who ask {@link now}. */
  async jumpTo(day: CalendarDate, time: string): Promise<void> {
    const offset = instantOf(day, time).getTime() - Date.now();
    // A reader never sees half a number.
    writeFileSync(`${this.clockFile}.new`, String(offset));
    renameSync(`${this.clockFile}.new`, this.clockFile);
    await sleep(500);
    this.offset = offset;
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Graceful end of all of them. */
  async stop(): Promise<void> {
    this.stopping = true;
    const members = [...this.members];
    await Promise.all(
      members.map(async (member) => {
        member.doomed = true;
        if (member.child.exitCode !== null || member.child.signalCode !== null) return;
        const gone = once(member.child, 'exit');
        member.child.kill('SIGTERM');
        const slow = setTimeout(() => member.child.kill('SIGKILL'), 15_000);
        await gone;
        clearTimeout(slow);
      }),
    );
    rmSync(this.dir, { recursive: true, force: true });
  }

  private get clockFile(): string {
    return path.join(this.dir, 'clock');
  }

  /** Whether it came to answer; if not, it has ended. */
  private async answers(member: Member): Promise<boolean> {
    while (member.child.exitCode === null && member.child.signalCode === null) {
      const answer = await fetch(`http://127.0.0.1:${member.port}/health/live`).catch(() => undefined);
      if (answer?.ok) return (member.ready = true);
      await sleep(50);
    }
    this.lastWords = member.said;
    return false;
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
