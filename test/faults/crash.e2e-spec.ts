import { jest } from '@jest/globals';
import { MEDIATION } from '@app/mediation';
import { RECONSIDERATION } from '@app/reconsideration';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { DEMO_PASSWORD } from '../support/app.js';
import { UNIT } from '../support/given.js';
import { check, CHECK_NAMES, type Facts } from './checker.js';
import { DAMAGES } from './damages.js';
import { build, Fleet } from './fleet.js';
import { personId, prepareGround, using, type Ground } from './ground.js';
import { Load, type District } from './load.js';
import { Random } from './random.js';

jest.setTimeout(300_000);

const SEED = Number(process.env['HEYI_FAULT_SEED'] ?? 20_261_124);
/** On the first day everything is registered before nine; then a day at a time, over a weekend and a review's end. */
const FIRST_DAY = '2026-11-24';
const DAYS = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01', '2026-12-02'];
const PASSED_STEPS = [-3, -1, 0, 1];
const PEOPLE = 4;

const random = new Random(SEED);
let ground: Ground;
let fleet: Fleet;
let load: Load;
let facts: Facts;
/** What was done to it, in order. */
const done: string[] = [];

beforeAll(async () => {
  build();
  ground = await prepareGround();
  fleet = new Fleet({
    DATABASE_URL: ground.url,
    ...(ground.redisUrl ? { REDIS_URL: ground.redisUrl } : {}),
    QUEUE_PREFIX: ground.queuePrefix,
    HEYI_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    DB_POOL_SIZE: '6',
    LOG_LEVEL: 'fatal',
    PUBLIC_SCHEME: 'http',
  });
  await fleet.jumpTo(FIRST_DAY, '08:30');
  await Promise.all((['api', 'api', 'worker', 'worker'] as const).map((kind) => fleet.start(kind)));
  load = new Load(fleet, random, await district());
  await run();
  facts = await factsOf();
});

afterAll(async () => {
  await fleet?.stop();
  await ground?.close();
});

describe(`two apis and two workers, killed and cut off under load (HEYI_FAULT_SEED=${SEED})`, () => {
  it('had something to bear, and bore it: nobody ended by himself, everybody was answered', () => {
    console.log(`${load.done} pieces of work; ${done.join(', ')}`);
    expect(fleet.deaths).toEqual([]);
    expect(load.faults).toEqual([]);
    expect(load.untouched.size).toBeGreaterThan(5);
    expect(done.filter((what) => what.startsWith('kill')).length).toBeGreaterThan(5);
  });

  it('left nothing lost, nothing twice, nothing skipped and nothing impossible', async () => {
    expect(await using(ground.url, (client) => check(client, facts))).toEqual({});
  });
});

describe('the checker itself', () => {
  it('has a damage for everything it checks', () => {
    expect(Object.keys(DAMAGES).sort()).toEqual([...CHECK_NAMES].sort());
  });

  it.each(Object.entries(DAMAGES))('sees that %s', async (name, damage) => {
    const wrong = await using(ground.url, async (client) => {
      await client.query('BEGIN');
      await client.query('ALTER TABLE audit.entry DISABLE TRIGGER USER');
      await damage(client, facts);
      const found = await check(client, facts);
      await client.query('ROLLBACK');
      return found;
    });
    expect(Object.keys(wrong)).toContain(name);
  });
});

/** The first day, then seven more, with something breaking all the time; then quiet. */
async function run(): Promise<void> {
  await under(async () => {
    await until(() => load.done >= 60 && done.length >= 8, 25_000);
  });
  load.firstDay = false;
  await jump(FIRST_DAY, '09:30');
  await under(async () => {
    for (const day of DAYS) {
      const [work, faults] = [load.done, done.length];
      await until(() => load.done >= work + 10 && done.length >= faults + 2, 5000);
      await jump(day, '09:30');
    }
    await until(() => false, 2000);
  });
}

/** While people work and things break; then until nothing is left to do. */
async function under(work: () => Promise<void>): Promise<void> {
  const breaking = breakThings();
  load.begin(PEOPLE);
  await work();
  await load.end();
  breaking.stop();
  await breaking.over;
  await rest();
}

async function until(enough: () => boolean, atMostMs: number): Promise<void> {
  for (const end = Date.now() + atMostMs; Date.now() < end && !enough();) await sleep(100);
}

async function jump(day: string, time: string): Promise<void> {
  await fleet.jumpTo(day, time);
  done.push(`it is ${day}`);
}

function breakThings(): { stop(): void; over: Promise<void> } {
  let going = true;
  const restarts: Promise<void>[] = [];
  const loop = async () => {
    while (going) {
      await sleep(random.between(200, 800));
      if (going) await breakOne(restarts);
    }
    await Promise.all(restarts);
  };
  return { stop: () => (going = false), over: loop() };
}

async function breakOne(restarts: Promise<void>[]): Promise<void> {
  const what = random.next();
  if (what < 0.35) kill('worker', restarts);
  else if (what < 0.55) kill('api', restarts);
  else if (what < 0.75) {
    await ground.cutConnections();
    done.push('connections cut');
  } else if (what < 0.9 && ground.emptyRedis) {
    await ground.emptyRedis();
    done.push('Redis emptied');
  } else if (what >= 0.9 && ground.restartServer) {
    await ground.restartServer();
    done.push('PostgreSQL restarted');
  }
}

function kill(kind: 'api' | 'worker', restarts: Promise<void>[]): void {
  const members = fleet.of(kind);
  // Now and then the last one too.
  if (members.length === 0 || (members.length === 1 && random.chance(0.7))) return;
  done.push(`kill -9 of ${kind}`);
  restarts.push(fleet.replace(random.of(members)));
}

/** Until nothing is left to do; not longer than a minute and a half. */
async function rest(): Promise<void> {
  // What was handed over and got lost is looked for after a minute; it has passed.
  const aMinutePasses = `UPDATE platform.outbox SET relayed_at = relayed_at - interval '2 minutes' WHERE pending > 0`;
  for (const until = Date.now() + 90_000; Date.now() < until; await sleep(500)) {
    const busy = await using(ground.url, async (client) => {
      await client.query(aMinutePasses);
      const { rows } = await client.query<{ busy: boolean }>(BUSY, [fleet.now()]);
      return rows[0]!.busy;
    });
    if (!busy) return;
  }
}

const BUSY = `SELECT EXISTS (SELECT 1 FROM platform.outbox WHERE relayed_at IS NULL OR pending > 0)
  OR EXISTS (SELECT 1 FROM reminders.reminder WHERE state = 'PENDING' AND remind_at <= $1)
  OR EXISTS (SELECT 1 FROM deadlines.clock WHERE state = 'RUNNING' AND expired_at IS NULL
    AND due_on < ($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date) AS busy`;

async function district(): Promise<District> {
  const [api] = fleet.of('api');
  const token = async (login: string): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${api!.port}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: DEMO_PASSWORD }),
    });
    return ((await answer.json()) as { token: string }).token;
  };
  return using(ground.url, async (client) => ({
    tokens: { lian: await token('lian'), zhongxin: await token('zhongxin') },
    respondentOrganId: await unitId(client),
    officers: [await personId(client, 'lian'), await personId(client, 'lian2')],
    reviewerId: await personId(client, 'fuyi'),
  }));
}

async function unitId(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM directory.organ WHERE short_name = $1', [UNIT]);
  return rows[0]!.id;
}

async function factsOf(): Promise<Facts> {
  const states = [RECONSIDERATION, MEDIATION].flatMap(({ code, states: all }) =>
    Object.entries(all).map(([state, { open }]) => ({ procedure: code, state, open })),
  );
  return using(ground.url, async (client) => ({
    now: fleet.now(),
    untouched: [...load.untouched],
    records: load.records,
    officers: [await personId(client, 'lian'), await personId(client, 'lian2')],
    head: await personId(client, 'kezhang'),
    passed: PASSED_STEPS,
    states,
  }));
}
