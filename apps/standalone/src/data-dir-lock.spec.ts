import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startOfProcess } from './process-start.js';

const ADDRESS = 'http://127.0.0.1:3999';
const LOCK = pathToFileURL(path.join(import.meta.dirname, 'data-dir-lock.ts')).href;

/** Says what came of it, keeps the lock until its input ends, and then one more second without it. */
const SCRIPT = `
  import { lockDataDir } from '${LOCK}';
  try {
    const lock = lockDataDir(process.argv[1], '${ADDRESS}');
    console.log('locked');
    process.stdin.resume().once('end', () => {
      lock.release();
      console.log('released');
      setTimeout(() => process.exit(0), 1000);
    });
  } catch (error) {
    console.log('refused ' + error.pid + ' ' + error.address);
  }`;

interface Contender {
  child: ChildProcess;
  pid: number;
  says(): Promise<string>;
  end(signal: NodeJS.Signals): Promise<void>;
}

describe.each([
  { way: 'with the kernel', env: process.env },
  { way: 'without the command flock', env: { ...process.env, PATH: '/nonexistent' } },
])('the data directory lock $way', ({ env }) => {
  let dir: string;
  let contenders: Contender[];

  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'heyi-lock-'));
    contenders = [];
  });
  afterEach(async () => {
    await Promise.all(contenders.map((c) => c.end('SIGKILL')));
    rmSync(dir, { recursive: true, force: true });
  });

  function contend(): Contender {
    const args = ['--import', 'tsx', '--input-type=module', '-e', SCRIPT, dir];
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const lines: AsyncIterator<string> = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    const contender: Contender = {
      child,
      pid: child.pid!,
      says: async () => String((await lines.next()).value).trim(),
      end: async (signal) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill(signal);
        await gone;
      },
    };
    contenders.push(contender);
    return contender;
  }

  const leave = (text: string) => writeFileSync(path.join(dir, 'running.json'), text);
  const note = () => JSON.parse(readFileSync(path.join(dir, 'running.json'), 'utf8')) as { pid: number };

  it('tells the second who is first', async () => {
    const first = contend();
    expect(await first.says()).toBe('locked');
    expect(await contend().says()).toBe(`refused ${first.pid} ${ADDRESS}`);
    expect(note().pid).toBe(first.pid);
    expect(statSync(path.join(dir, 'running.json')).mode & 0o777).toBe(0o600);
  });

  it('is free once released, also while the process lives', async () => {
    const first = contend();
    expect(await first.says()).toBe('locked');
    first.child.stdin!.end();
    expect(await first.says()).toBe('released');
    expect(await contend().says()).toBe('locked');
  });

  it('is taken over from a killed process', async () => {
    const first = contend();
    expect(await first.says()).toBe('locked');
    await first.end('SIGKILL');
    const second = contend();
    expect(await second.says()).toBe('locked');
    expect(note().pid).toBe(second.pid);
  });

  it('is not fooled by the number of a killed process that another has now', async () => {
    leave(JSON.stringify({ pid: process.pid, startedAt: '1@another-boot', address: ADDRESS }));
    expect(await contend().says()).toBe('locked');
  });

  it('is not fooled by a note cut short in a crash', async () => {
    leave('{"pid":1,"sta');
    expect(await contend().says()).toBe('locked');
  });

  it('goes to exactly one of several that find a dead one at once', async () => {
    leave(JSON.stringify({ pid: 999_999_999, startedAt: '1@another-boot', address: ADDRESS }));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => contend().says()));
    expect(outcomes.filter((o) => o === 'locked')).toHaveLength(1);
    expect(outcomes.filter((o) => o === `refused ${note().pid} ${ADDRESS}`)).toHaveLength(3);
  });
});

describe('the start of a process', () => {
  it('is the same whenever asked, another for another process, and none for none', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const start = startOfProcess(child.pid!);
    expect(start).toBeDefined();
    expect(startOfProcess(child.pid!)).toBe(start);
    expect(startOfProcess(process.pid)).not.toBe(start);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect(startOfProcess(child.pid!)).toBeUndefined();
  });
});
