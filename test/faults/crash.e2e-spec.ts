import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayOf } from '@app/kernel';
import { Redis } from 'ioredis';
import pg from 'pg';
import { seedDemo } from '../../apps/cli/src/commands/seed.js';
import { cloneDatabase } from '../support/database.js';
import { DEMO_PASSWORD } from '../support/app.js';
import { brokenRules } from './checker.js';
import { AppProcess } from './processes.js';

const REGISTRATIONS = 120;
const FAULTS = 10;
const DATA_KEY = Buffer.alloc(32, 9).toString('base64');

/** Everything that is killed, emptied and cut in this file, on a database and a queue prefix of its own. */
class Service {
  readonly prefix = `faults-${randomUUID().slice(0, 8)}`;
  private readonly redisUrl = process.env['REDIS_URL'];
  apis: AppProcess[] = [];
  workers: AppProcess[] = [];

  constructor(readonly url: string) {}

  async start(): Promise<void> {
    const env = {
      DATABASE_URL: this.url,
      REDIS_URL: this.redisUrl ?? '',
      HEYI_DATA_KEY: DATA_KEY,
      PUBLIC_SCHEME: 'http',
      QUEUE_PREFIX: this.prefix,
      DB_POOL_SIZE: '6',
    };
    this.apis = await Promise.all([AppProcess.start('api', env), AppProcess.start('api', env)]);
    this.workers = await Promise.all([AppProcess.start('worker', env), AppProcess.start('worker', env)]);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map((p) => p.kill()));
    await this.emptyQueue();
  }

  async killAndRestart(process: AppProcess): Promise<void> {
    await process.kill();
    await process.up();
  }

  /** What the queue holds is gone: Redis was emptied, or the tables that stand in for it. */
  async emptyQueue(): Promise<void> {
    if (this.redisUrl) {
      const redis = new Redis(this.redisUrl);
      for await (const keys of redis.scanStream({ match: `${this.prefix}:*`, count: 500 })) {
        if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
      }
      redis.disconnect();
    } else await this.sql(`DELETE FROM bullmq.job WHERE state <> 'active'`);
  }

  /** Every connection of this database is cut in the middle of whatever it does. */
  async cutConnections(): Promise<void> {
    await this.sql(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  }

  /** What the clock of the machine jumping a day means to reminders: a day's more of them are due. */
  async jumpADay(): Promise<void> {
    await this.sql(`UPDATE reminders.reminder SET remind_at = remind_at - interval '1 day' WHERE state = 'PENDING'`);
  }

  async sql<R extends pg.QueryResultRow = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> {
    const client = new pg.Client(this.url);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<R>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

/** A person at a counter: tries again, with the same key, until the service has answered. */
class Registrar {
  private readonly tokens = new Map<AppProcess, string>();
  private serial = 0;
  private refusal = '';

  constructor(
    private readonly service: Service,
    private readonly respondents: string[],
  ) {}

  async register(): Promise<void> {
    const serial = this.serial++;
    const key = randomUUID();
    const body = JSON.stringify(this.request(serial));
    for (let tries = 0; tries < 300; tries++) {
      const api = this.service.apis[(serial + tries) % this.service.apis.length]!;
      const status = await this.post(api, body, key).catch(() => 0);
      if (status === 201) return;
      if (status >= 400 && status < 500 && status !== 401) throw new Error(`refused: ${this.refusal}`);
      await sleep(100);
    }
    throw new Error('no answer after 300 attempts');
  }

  private async post(api: AppProcess, body: string, key: string): Promise<number> {
    const token = this.tokens.get(api) ?? (await this.logIn(api));
    const answer = await fetch(`${api.address}/api/v1/disputes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
      body,
    });
    const text = await answer.text();
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 401) this.refusal = text;
    return answer.status;
  }

  private async logIn(api: AppProcess): Promise<string> {
    const answer = await fetch(`${api.address}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'zhongxin', password: DEMO_PASSWORD }),
    });
    if (!answer.ok) throw new Error(`login: ${answer.status}`);
    const { token } = (await answer.json()) as { token: string };
    this.tokens.set(api, token);
    return token;
  }

  /** Received some days ago, so that steps of its first clock are due at once. */
  private request(serial: number): object {
    const today = dayOf(new Date());
    return {
      channel: 'WINDOW',
      receivedOn: addDays(today, -(serial % 5)),
      facts: `对第${serial}次处理不服`,
      claims: '请求重新处理',
      fieldCode: 'MARKET',
      matterCode: 'PENALTY',
      respondentOrganId: this.respondents[serial % this.respondents.length],
      actName: '行政处罚决定',
      actDocumentNo: `余测罚〔2026〕${serial + 1}号`,
      actOn: addDays(today, -60),
      actKnownOn: addDays(today, -(15 + (serial % 40))),
      parties: [{ role: 'APPLICANT', kind: 'PERSON', name: `申请人${String.fromCharCode(0x4e00 + serial)}` }],
      acknowledgeDuplicates: true,
    };
  }
}

describe('after faults of every kind, under load', () => {
  let service: Service;
  let database: Awaited<ReturnType<typeof cloneDatabase>>;

  beforeAll(async () => {
    execFileSync(process.execPath, [path.join('tools', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
    database = await cloneDatabase();
    await seedDemo(database.url, { password: DEMO_PASSWORD });
    service = new Service(database.url);
    await service.start();
  }, 180_000);

  afterAll(async () => {
    await service.stop();
    await database.drop();
  }, 60_000);

  it('nothing is lost, nothing is doubled', async () => {
    const organs = await service.sql<{ id: string }>(
      `SELECT id FROM directory.organ WHERE kind IN ('TOWN','SUBDISTRICT','DEPARTMENT') AND valid_until IS NULL LIMIT 20`,
    );
    const registrar = new Registrar(
      service,
      organs.map((o) => o.id),
    );
    const load = shareOut(6, REGISTRATIONS, () => registrar.register());
    await makeTrouble(service);
    await load;
    await comeToRest(service);
    const [count] = await service.sql<{ n: number }>('SELECT count(*)::int AS n FROM cases.dispute');
    expect(count!.n).toBe(REGISTRATIONS);
    expect(await brokenRules(service.url)).toEqual([]);
    const [sent] = await service.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM reminders.reminder WHERE state = 'SENT'`,
    );
    // Otherwise nothing was tried.
    expect(sent!.n).toBeGreaterThan(REGISTRATIONS / 4);
    const proof = heyi(service.url, ['audit', 'verify']);
    expect(proof.stdout + proof.stderr).not.toContain('changed');
    expect(proof.status).toBe(0);
  }, 300_000);

  it.each([
    [
      'a notification is lost',
      `DELETE FROM notifications.notification WHERE id = (SELECT id FROM notifications.notification LIMIT 1)`,
    ],
    [
      'a number is skipped',
      `UPDATE cases.dispute SET number = replace(number, '号', '999号') WHERE id = (SELECT id FROM cases.dispute LIMIT 1)`,
    ],
    [
      'an event is forgotten',
      `UPDATE platform.outbox SET pending = 1 WHERE id = (SELECT id FROM platform.outbox LIMIT 1)`,
    ],
    [
      'a reminder was never planned',
      `DELETE FROM reminders.reminder WHERE clock_id = (SELECT id FROM deadlines.clock WHERE state = 'RUNNING' LIMIT 1)`,
    ],
    ['a dispute lost its party', `DELETE FROM cases.party WHERE dispute_id = (SELECT id FROM cases.dispute LIMIT 1)`],
  ])('the checker sees when %s', async (_what, damage) => {
    await Promise.all([...service.apis, ...service.workers].map((p) => p.kill()));
    await service.sql(damage);
    expect((await brokenRules(service.url)).length).toBeGreaterThan(0);
  });
});

async function shareOut(workers: number, jobs: number, run: () => Promise<void>): Promise<void> {
  let left = jobs;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (left-- > 0) await run();
    }),
  );
}

async function makeTrouble(service: Service): Promise<void> {
  const troubles = [
    () => service.killAndRestart(service.workers[0]!),
    () => service.emptyQueue(),
    () => service.killAndRestart(service.apis[0]!),
    () => service.cutConnections(),
    () => service.killAndRestart(service.workers[1]!),
    () => service.jumpADay(),
    () => service.killAndRestart(service.apis[1]!),
    () => service.emptyQueue(),
  ];
  for (let i = 0; i < FAULTS; i++) {
    await sleep(300 + Math.random() * 700);
    await troubles[i % troubles.length]!();
  }
}

/** Until every event is done and nothing due waits; an event lost with the queue comes back after a minute. */
async function comeToRest(service: Service): Promise<void> {
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    const [open] = await service.sql<{ n: number }>(
      `SELECT ((SELECT count(*) FROM platform.outbox WHERE relayed_at IS NULL OR pending <> 0)
        + (SELECT count(*) FROM reminders.reminder WHERE state = 'PENDING' AND remind_at <= now()))::int AS n`,
    );
    if (open!.n === 0) return;
    await sleep(500);
  }
}

function heyi(url: string, args: string[]): { status: number | null; stdout: string; stderr: string } {
  const main = path.join('dist', 'apps', 'cli', 'src', 'main.js');
  return spawnSync(process.execPath, [main, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url },
    encoding: 'utf8',
  });
}
