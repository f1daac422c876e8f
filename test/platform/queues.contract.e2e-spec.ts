import { newId } from '@app/kernel';
import { Queues } from '@app/platform';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cloneDatabase } from '../support/database.js';
import { BACKENDS, uniquePrefix, until } from './backends.js';

/** Works a job by writing down whose it is. */
const note =
  (seen: string[]) =>
  ({ data }: { data: { eventId: string } }): Promise<void> => {
    seen.push(data.eventId);
    return Promise.resolve();
  };

describe.each(BACKENDS)('queues on $name', ({ redisUrl }) => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let prefix: string;
  const open: Queues[] = [];

  const connect = (): Queues => {
    const queues = new Queues({ databaseUrl: database.url, redisUrl, prefix });
    open.push(queues);
    return queues;
  };
  const job = (handler = 'test.handle') => ({ eventId: newId(), handler });

  beforeEach(async () => {
    database = await cloneDatabase();
    prefix = uniquePrefix();
  });

  afterEach(async () => {
    for (const queues of open.splice(0)) {
      if (redisUrl) await queues.queue('events').obliterate({ force: true });
      await queues.onApplicationShutdown();
    }
    await database.drop();
  });

  it('refuses to take jobs while it cannot be reached, and soon', async () => {
    const away = new Queues({
      databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
      redisUrl: redisUrl ? 'redis://127.0.0.1:1' : undefined,
      prefix,
    });
    const begun = Date.now();
    await expect(away.add('events', [job()])).rejects.toThrow();
    await expect(away.ping()).rejects.toThrow();
    expect(Date.now() - begun).toBeLessThan(20_000);
    await away.onApplicationShutdown();
  });

  it('works every job once, with what it carries', async () => {
    const queues = connect();
    const jobs = Array.from({ length: 300 }, () => job());
    const seen: string[] = [];
    queues.work('events', 8, note(seen));
    await queues.add('events', jobs);
    await until('all are worked', () => seen.length >= jobs.length);
    await sleep(200);
    expect(seen.sort()).toEqual(jobs.map((j) => j.eventId).sort());
  });

  it('leaves a job that is handed over again as it is', async () => {
    const queues = connect();
    const same = job();
    await queues.add('events', [same]);
    await queues.add('events', [same, same]);
    let runs = 0;
    queues.work('events', 1, () => Promise.resolve(void runs++));
    await until('it is worked', () => runs > 0);
    await queues.add('events', [same]);
    await sleep(500);
    expect(runs).toBe(1);
  });

  it('shares the jobs among workers', async () => {
    const jobs = Array.from({ length: 200 }, () => job());
    const seen: string[] = [];
    for (let n = 0; n < 2; n++) connect().work('events', 4, note(seen));
    await connect().add('events', jobs);
    await until('all are worked', () => seen.length >= jobs.length);
    await sleep(200);
    expect(seen.sort()).toEqual(jobs.map((j) => j.eventId).sort());
  });

  it('tries a job that failed again, each time later', async () => {
    const queues = connect();
    const at: number[] = [];
    queues.work('events', 1, () => {
      at.push(Date.now());
      return at.length < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await queues.add('events', [job()]);
    await until('it has succeeded', () => at.length === 3);
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(900);
    expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(1900);
  });

  it('shows a job that was given up, and tries it again when told to', async () => {
    const queues = connect();
    const lost = job();
    let broken = true;
    let runs = 0;
    queues.work('events', 1, () => {
      runs++;
      return broken ? Promise.reject(new Error('broken')) : Promise.resolve();
    });
    await queues.queue('events').add(lost.handler, lost, { jobId: `${lost.eventId}-${lost.handler}`, attempts: 1 });
    await until('it is given up', async () => (await queues.depths()).events.failed === 1);
    broken = false;
    await queues.retryFailed('events', [`${newId()}-other`]);
    await sleep(300);
    expect(runs).toBe(1);
    await queues.retryFailed('events', [`${lost.eventId}-${lost.handler}`]);
    await until('it is done', async () => (await queues.depths()).events.failed === 0 && runs === 2);
  });

  it('ends what it has in hand before it closes', async () => {
    const queues = connect();
    let [begun, ended] = [false, false];
    queues.work('events', 1, async () => {
      begun = true;
      await sleep(500);
      ended = true;
    });
    await queues.add('events', [job()]);
    await until('it is in hand', () => begun);
    await queues.stopWorking();
    expect(ended).toBe(true);
  });

  it('gives the job of a killed worker to another within 30 s', async () => {
    const queues = connect();
    const script = path.join(process.cwd(), 'test/platform/stalling-worker.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, database.url, prefix, redisUrl ?? ''], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const taken = job();
    await queues.add('events', [taken]);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    expect(line.toString()).toContain(taken.eventId);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const seen: string[] = [];
    queues.work('events', 1, note(seen));
    const killed = Date.now();
    await until('it is taken over', () => seen.length > 0, 30_000);
    expect(seen).toEqual([taken.eventId]);
    expect(Date.now() - killed).toBeLessThan(30_000);
  }, 60_000);
});
