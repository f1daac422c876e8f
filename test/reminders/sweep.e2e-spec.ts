import { newId, type Id } from '@app/kernel';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { cloneDatabase } from '../support/database.js';
import { openOffice, registerDispute, startReminders, type RemindersApp } from './support.js';

const NOW = '2026-11-24T09:00:00+08:00';

describe('the sweep', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let one: RemindersApp;
  let two: RemindersApp;
  let disputeId: Id;

  beforeAll(async () => {
    database = await cloneDatabase();
    [one, two] = [await startReminders(database.url, NOW), await startReminders(database.url, NOW)];
    disputeId = await registerDispute(one, await openOffice(one.database), '余争〔2026〕1号');
  });
  afterAll(async () => {
    await one.close();
    await two.close();
    await database.drop();
  });
  beforeEach(async () => {
    for (const table of ['reminders.reminder', 'notifications.notification', 'deadlines.clock'])
      await one.database.read(`DELETE FROM ${table}`);
    for (const app of [one, two]) app.clock.set(NOW);
  });

  /** Clocks with one reminder each, `seconds` after now (before, if negative). */
  const plan = async (count: number, seconds = 0): Promise<void> => {
    const ids = Array.from({ length: count }, () => newId());
    await one.database.read(
      `INSERT INTO deadlines.clock (id, subject_id, scope_id, rule, rule_name, article, responsible, starts_on, amount,
         unit, roll, backward, raw_due_on, due_on, excluded_days, provisional, calendar_version, state)
       SELECT id, id, $2, 'TEST_DECIDE', '复议审理期限', '复议法 2023 第62条', 'case_handler', '2026-10-22', 60,
         'calendar-day', true, false, '2026-12-21', '2026-12-21', 0, false, 1, 'RUNNING' FROM unnest($1::uuid[]) AS id`,
      [ids, disputeId],
    );
    await one.database.read(
      `INSERT INTO reminders.reminder (id, clock_id, rule, due_on, step, recipient_id, escalation, remind_at)
       SELECT gen_random_uuid(), id, 'TEST_DECIDE', '2026-12-21', -10, gen_random_uuid(), false, $2::timestamptz
       FROM unnest($1::uuid[]) AS id`,
      [ids, new Date(Date.parse(NOW) + seconds * 1000)],
    );
  };
  /** Sweeps until nothing is due; a batch that fails is tried again, as the worker does. */
  const sweepAll = async (app: RemindersApp): Promise<void> => {
    for (let more = true, failures = 0; more && failures < 100;) {
      more = await app.sweep.sweep().catch(() => {
        failures++;
        return true;
      });
    }
  };
  const counts = async () => {
    const [row] = await two.database.read<{ pending: number; sent: number; messages: number; people: number }>(
      `SELECT (SELECT count(*) FROM reminders.reminder WHERE state = 'PENDING') AS pending,
         (SELECT count(*) FROM reminders.reminder WHERE state = 'SENT') AS sent,
         (SELECT count(*) FROM notifications.notification) AS messages,
         (SELECT count(DISTINCT recipient_id) FROM notifications.notification) AS people`,
    );
    return row;
  };

  it('of two workers at a time sends 5,000 reminders each exactly once', async () => {
    await plan(5000, -60);
    await Promise.all([sweepAll(one), sweepAll(two), sweepAll(one), sweepAll(two)]);
    await sweepAll(one);
    expect(await counts()).toEqual({ pending: 0, sent: 5000, messages: 5000, people: 5000 });
  });

  it('sends 10,000 reminders that are due at once within 10 s', async () => {
    await plan(10_000);
    const begun = Date.now();
    await sweepAll(one);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(await counts()).toEqual({ pending: 0, sent: 10_000, messages: 10_000, people: 10_000 });
  });

  it('leaves what is not due yet', async () => {
    await plan(3, 1);
    expect(await one.sweep.sweep()).toBe(false);
    expect(await counts()).toMatchObject({ pending: 3, messages: 0 });
    one.clock.set('2026-11-24T09:00:01+08:00');
    await one.sweep.sweep();
    expect(await counts()).toMatchObject({ pending: 0, messages: 3 });
  });

  it('asks for another round only after a full batch', async () => {
    await plan(501);
    expect(await one.sweep.sweep()).toBe(true);
    expect(await one.sweep.sweep()).toBe(false);
    expect(await counts()).toMatchObject({ sent: 501 });
  });

  it('sends a reminder that came back after it was sent no second time', async () => {
    await plan(1);
    await sweepAll(one);
    await one.database.read(`UPDATE reminders.reminder SET state = 'PENDING', sent_at = NULL`);
    await sweepAll(two);
    expect(await counts()).toMatchObject({ sent: 1, messages: 1 });
  });

  it('loses and doubles nothing when its connections are cut again and again', async () => {
    await plan(8000, -60);
    let cuts = 0;
    // As the owner: the role of the apps may not see, let alone end, what others do.
    const owner = new pg.Client(database.url);
    await owner.connect();
    const sweeping = sweepAll(one);
    for (let n = 0; n < 10; n++) {
      const { rowCount } = await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
      );
      cuts += rowCount ?? 0;
      await sleep(30);
    }
    await owner.end();
    await sweeping;
    await sweepAll(two);
    expect(cuts).toBeGreaterThan(0);
    expect(await counts()).toEqual({ pending: 0, sent: 8000, messages: 8000, people: 8000 });
  });
});
