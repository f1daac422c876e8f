import pg from 'pg';
import type { Bench } from '../harness/context.js';
import { percentile, sleep } from '../harness/numbers.js';
import { Service } from '../harness/processes.js';

/** The sweep looks every second; what it adds to the lateness is its own interval. */
const SWEEP_MS = 1000;
const GIVE_UP_MS = 180_000;

interface Outcome {
  /** From the moment the last was due to when it was in the inbox. */
  lastAfterMs: number;
  lost: number;
  twice: number;
  latenessP99Ms: number;
}

/** Reminders from the moment they are due to the inbox: many, at once, and while workers are killed. */
export async function measureReminders(bench: Bench): Promise<void> {
  const databaseUrl = await bench.databases.copy(Math.min(bench.options.size, 100_000), 'reminders');
  const db = new pg.Client(databaseUrl);
  await db.connect();
  try {
    await atOnce(bench, databaseUrl, db);
    await overAMinute(bench, databaseUrl, db);
    await killed(bench, databaseUrl, db);
  } finally {
    await db.end();
  }
}

async function atOnce(bench: Bench, databaseUrl: string, db: pg.Client): Promise<void> {
  const worker = await Service.start('worker', databaseUrl);
  try {
    const outcome = await settle(db, await plan(db, 10_000, 3000, 0));
    report(bench, 'reminders: 10,000 due at once, the last', outcome, 10_000);
  } finally {
    await worker.stop();
  }
}

async function overAMinute(bench: Bench, databaseUrl: string, db: pg.Client): Promise<void> {
  const worker = await Service.start('worker', databaseUrl);
  try {
    const outcome = await settle(db, await plan(db, 100_000, 10_000, 60_000));
    report(bench, 'reminders: 100,000 due in one minute, the last', outcome, 120_000);
    bench.report.add({
      what: 'reminders: lateness, 99 of 100 within',
      ours: `${outcome.latenessP99Ms.toFixed(0)} ms`,
      target: `≤ ${2000 + SWEEP_MS} ms`,
      met: outcome.latenessP99Ms <= 2000 + SWEEP_MS,
    });
  } finally {
    await worker.stop();
  }
}

/** Two workers; one is killed while it works, then the other, and a new one is started. */
async function killed(bench: Bench, databaseUrl: string, db: pg.Client): Promise<void> {
  const workers = [await Service.start('worker', databaseUrl), await Service.start('worker', databaseUrl)];
  const planned = await plan(db, 20_000, 2000, 0);
  await until(db, planned.run, 2000);
  for (const worker of workers) await worker.stop('SIGKILL');
  const killedAt = Date.now();
  const next = await Service.start('worker', databaseUrl);
  try {
    const outcome = await settle(db, { ...planned, lastDueAt: killedAt });
    report(bench, 'reminders: 20,000 due, both workers killed, the last after that', outcome, 30_000);
  } finally {
    await next.stop();
  }
}

interface Planned {
  run: string;
  count: number;
  lastDueAt: number;
}

/** Clocks and their reminders, due from `inMs` on, spread over a time; to invented recipients of the district. */
async function plan(db: pg.Client, count: number, inMs: number, spreadMs: number): Promise<Planned> {
  const run = `BENCH_${Date.now().toString(36).toUpperCase()}`;
  await db.query(CLOCKS, [count, run]);
  // The rows first, then the moment: inserting takes a while.
  const { rows } = await db.query<{ last: Date }>(REMINDERS, [run, inMs, spreadMs, count]);
  return { run, count, lastDueAt: rows[0]!.last.getTime() };
}

const CLOCKS = `
  INSERT INTO deadlines.clock (id, subject_id, scope_id, rule, rule_name, article, responsible, starts_on, amount, unit, roll,
    backward, raw_due_on, due_on, excluded_days, provisional, calendar_version, state)
  SELECT gen_random_uuid(), d.id, d.id, $2 || '_' || (n / 50000), '答复期限', '复议法 2023 第48条', 'case_handler', current_date, 10,
    'working-day', true, false, current_date + 14, current_date + 14, 0, false, 1, 'RUNNING'
  FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS i FROM cases.dispute LIMIT 50000) AS d
  JOIN generate_series(0, $1::int - 1) AS n ON n % (SELECT least(50000, count(*)) FROM cases.dispute) = d.i`;

const REMINDERS = `
  WITH made AS (
    INSERT INTO reminders.reminder (id, clock_id, rule, due_on, step, recipient_id, escalation, remind_at)
    SELECT gen_random_uuid(), c.id, c.rule, c.due_on, -3, p.ids[1 + c.n % cardinality(p.ids)], false,
      clock_timestamp() + make_interval(secs => ($2 + $3::float8 * c.n / $4) / 1000)
    FROM (SELECT id, rule, due_on, row_number() OVER () AS n FROM deadlines.clock WHERE rule LIKE $1 || '%') AS c,
      (SELECT array_agg(id) AS ids FROM directory.person) AS p
    RETURNING remind_at
  ) SELECT max(remind_at) AS last FROM made`;

const INBOX = `FROM reminders.reminder r
  JOIN deadlines.clock c ON c.id = r.clock_id AND c.rule LIKE $1 || '%'
  LEFT JOIN notifications.notification n
    ON n.dedupe_key = 'reminder:' || r.clock_id || ':' || r.due_on || ':' || r.step || ':' || r.recipient_id`;

/** Waits until as many reminders of a run are settled. */
async function until(db: pg.Client, run: string, count: number): Promise<void> {
  const started = Date.now();
  for (let settled = 0; settled < count;) {
    if (Date.now() - started > GIVE_UP_MS) return;
    await sleep(50);
    const { rows } = await db.query<{ settled: string }>(
      `SELECT count(*) AS settled FROM reminders.reminder WHERE rule LIKE $1 || '%' AND state <> 'PENDING'`,
      [run],
    );
    settled = Number(rows[0]!.settled);
  }
}

/** Waits for all of them; then nothing more may come. Lost: not in the inbox. Twice: more messages than reminders. */
async function settle(db: pg.Client, { run, count, lastDueAt }: Planned): Promise<Outcome> {
  await until(db, run, count);
  const lastAfterMs = Date.now() - lastDueAt;
  await sleep(2 * SWEEP_MS);
  const { rows } = await db.query<{ lost: string; messages: string; late: number[] }>(
    `SELECT count(*) FILTER (WHERE n.id IS NULL) AS lost, count(n.id) AS messages,
       array_agg(extract(epoch FROM n.created_at - r.remind_at)::float8 * 1000) AS late ${INBOX}`,
    [run],
  );
  const { rows: all } = await db.query<{ messages: string }>(
    `SELECT count(*) AS messages FROM notifications.notification n JOIN deadlines.clock c
       ON c.id = split_part(n.dedupe_key, ':', 2)::uuid AND c.rule LIKE $1 || '%' WHERE n.dedupe_key LIKE 'reminder:%'`,
    [run],
  );
  const late = Float64Array.from(rows[0]!.late).sort();
  return {
    lastAfterMs,
    lost: Number(rows[0]!.lost),
    twice: Number(all[0]!.messages) - Number(rows[0]!.messages),
    latenessP99Ms: percentile(late, 0.99),
  };
}

function report({ report: to }: Bench, what: string, { lastAfterMs, lost, twice }: Outcome, limitMs: number): void {
  to.add({
    what,
    ours: `${(lastAfterMs / 1000).toFixed(1)} s, ${lost} lost, ${twice} twice`,
    target: `≤ ${limitMs / 1000} s, 0 lost, 0 twice`,
    met: lastAfterMs <= limitMs && lost === 0 && twice === 0,
  });
}
