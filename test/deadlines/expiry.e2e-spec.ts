import { newId } from '@app/kernel';
import { sql } from '@app/platform';
import { cloneDatabase } from '../support/database.js';
import { ACTOR, startDeadlines, type DeadlinesApp } from './deadlines-app.js';

describe('expiry of clocks', () => {
  let drop: () => Promise<void>;
  let workers: DeadlinesApp[];

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    workers = [await startDeadlines(clone.url), await startDeadlines(clone.url)];
  });
  afterAll(async () => {
    await Promise.all(workers.map((w) => w.close()));
    await drop();
  });

  const expired = () =>
    workers[0]!.database.read<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM platform.outbox WHERE name = 'clock.expired' ORDER BY id`,
    );

  it('is announced once for each clock by two workers, on the day after the due day', async () => {
    const [one, two] = workers as [DeadlinesApp, DeadlinesApp];
    const ids = Array.from({ length: 900 }, () => newId());
    await one.database.transaction(async (tx) => {
      const clocks = ids.map((subjectId) => ({ subjectId, scopeId: newId(), rule: 'RC_REVIEW', from: '2026-11-17' }));
      const rows = await one.clocks.start(tx, ACTOR, clocks);
      expect(rows[0]!.dueOn).toBe('2026-11-24');
      await one.clocks.suspend(tx, ACTOR, ids[0]!, 'RC_REVIEW', '2026-11-20');
      await one.clocks.meet(tx, ACTOR, ids[1]!, 'RC_REVIEW', '2026-11-20');
    });
    await Promise.all([one.runner.drain(), two.runner.drain()]);
    expect(await expired()).toHaveLength(0);

    for (const worker of workers) worker.clock.set('2026-11-25T00:00:01+08:00');
    await Promise.all([one.runner.drain(), two.runner.drain()]);
    const events = await expired();
    expect(events).toHaveLength(898);
    expect(new Set(events.map((e) => e.payload['clockId'])).size).toBe(898);
    expect(events[0]!.payload).toMatchObject({
      rule: 'RC_REVIEW',
      onExpiry: 'deem-accepted',
      dueOn: '2026-11-24',
      provisional: false,
    });
  });

  it('an overdue clock that is due again later may expire again', async () => {
    const [one] = workers as [DeadlinesApp];
    const subjectId = newId();
    const inTx = one.database.transaction.bind(one.database);
    await inTx((tx) =>
      one.clocks.start(tx, ACTOR, [{ subjectId, scopeId: newId(), rule: 'RC_DECIDE', from: '2026-09-20' }]),
    );
    const before = (await expired()).length;
    await one.runner.drain();
    await inTx((tx) => one.clocks.suspend(tx, ACTOR, subjectId, 'RC_DECIDE', '2026-11-18'));
    await inTx((tx) => one.clocks.resume(tx, ACTOR, subjectId, 'RC_DECIDE', '2026-11-25'));
    one.clock.set('2027-01-10T09:00:00+08:00');
    await one.runner.drain();
    const mine = (await expired()).filter((e) => e.payload['subjectId'] === subjectId);
    expect((await expired()).length - before).toBe(2);
    expect(mine.map((e) => e.payload['dueOn'])).toEqual(['2026-11-19', '2026-11-26']);
  });

  it('the gauge counts what runs although its day is over, by index', async () => {
    const [one] = workers as [DeadlinesApp];
    const plan = await one.database.transaction(async (tx) => {
      await sql(tx, 'SET LOCAL enable_seqscan = off');
      return sql<{ 'QUERY PLAN': string }>(
        tx,
        `EXPLAIN SELECT count(*) FROM deadlines.clock
         WHERE state = 'RUNNING' AND expired_at IS NOT NULL AND expired_at > '-infinity'`,
      );
    });
    expect(plan.map((p) => p['QUERY PLAN']).join('\n')).toContain('ix_clock_overdue');
  });
});
