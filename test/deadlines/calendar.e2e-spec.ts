import { addDays, newId, type Id } from '@app/kernel';
import { loadBundledCalendar, type ClockRow, type NewClock } from '@app/deadlines';
import { AuditVerifier } from '@app/audit';
import { sql } from '@app/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { cloneDatabase } from '../support/database.js';
import { migrationDataSource } from '../../apps/cli/src/migrate.js';
import { ACTOR, startDeadlines, type DeadlinesApp } from './deadlines-app.js';

const MANAGE = 'deadlines.manage-calendar';
const VIEW = 'deadlines.view';

/** Invented: no notice for 2027 is published. Spring Festival 02-05 … 02-11, Saturday 02-20 worked for it. */
const TABLE_2027 = {
  year: 2027,
  source: '测试用2027年放假安排（虚构）',
  days: [
    { date: '2027-01-01', working: false, name: '元旦' },
    ...Array.from({ length: 7 }, (_, i) => ({ date: addDays('2027-02-05', i), working: false, name: '春节' })),
    { date: '2027-02-20', working: true, name: '春节' },
    { date: '2027-04-05', working: false, name: '清明' },
    ...['2027-05-01', '2027-05-03'].map((date) => ({ date, working: false, name: '劳动节' })),
    { date: '2027-06-09', working: false, name: '端午' },
    { date: '2027-09-15', working: false, name: '中秋' },
    ...Array.from({ length: 7 }, (_, i) => ({ date: addDays('2027-10-01', i), working: false, name: '国庆节' })),
  ],
};

async function untilSomebodyWaits({ database }: DeadlinesApp): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const waiting = await database.read(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (waiting.length > 0) return;
    await sleep(10);
  }
  throw new Error('nobody waits for the calendar');
}

describe('loading a year of the calendar', () => {
  let url: string;
  let drop: () => Promise<void>;
  let heyi: DeadlinesApp;
  let replica: DeadlinesApp;

  beforeEach(async () => {
    ({ url, drop } = await cloneDatabase());
    [heyi, replica] = await Promise.all([startDeadlines(url), startDeadlines(url)]);
  });
  afterEach(async () => {
    await Promise.all([heyi.close(), replica.close()]);
    await drop();
  });

  const start = async (app: DeadlinesApp, clock: Partial<NewClock>): Promise<ClockRow> => {
    const wanted = { subjectId: newId(), scopeId: newId(), rule: 'RC_DECIDE', from: '2026-11-10', ...clock };
    const [row] = await app.database.transaction((tx) => app.clocks.start(tx, ACTOR, [wanted]));
    return row!;
  };
  const stored = (id: Id): Promise<ClockRow> => heyi.database.transaction((tx) => heyi.clocks.byId(tx, id));
  const preview = async (body: object = TABLE_2027) =>
    (await heyi.call('post', '/calendar/years/preview', MANAGE).send(body).expect(200)).body;
  const apply = (body: object) =>
    heyi.call('post', '/calendar/years/apply', MANAGE).send({ ...TABLE_2027, reason: '国务院通知已经公布', ...body });

  it('moves exactly the clocks of the preview, makes provisional days final, and tells of each', async () => {
    const e28 = await start(heyi, {});
    const later = await start(heyi, { from: '2026-12-08' });
    const earlier = await start(heyi, { from: '2026-12-22' });
    const past = await start(heyi, { from: '2026-07-01' });
    const suspended = await start(heyi, { from: '2026-12-08' });
    await heyi.database.transaction((tx) => heyi.clocks.suspend(tx, ACTOR, suspended.subjectId, '*', '2026-12-20'));
    const ended = await start(heyi, { from: '2026-12-08' });
    await heyi.database.transaction((tx) => heyi.clocks.meet(tx, ACTOR, ended.subjectId, '*', '2026-12-20'));
    expect(e28).toMatchObject({ dueOn: '2027-01-11', provisional: true });

    const seen = await preview();
    const before = (await stored(later.id)).dueOn;
    expect(seen.warnings).toEqual([]);
    expect(seen.counts).toEqual({ open: 4, changed: 4, later: 2, earlier: 1, becomeFinal: 4 });
    const line = (row: ClockRow) => seen.clocks.items.find((c: { id: Id }) => c.id === row.id);
    expect(line(e28)).toMatchObject({ oldDueOn: '2027-01-11', newDueOn: '2027-01-11', provisionalAfter: false });
    expect(line(later)).toMatchObject({ oldDueOn: '2027-02-08', newDueOn: '2027-02-12', provisionalBefore: true });
    expect(line(earlier)).toMatchObject({ oldDueOn: '2027-02-22', newDueOn: '2027-02-20' });
    expect(line(suspended)).toMatchObject({ newDueOn: '2027-02-12' });
    expect(before).toBe('2027-02-08');

    const answer = await apply({ hash: seen.hash }).expect(200);
    expect(answer.body).toEqual({ year: 2027, calendarVersion: 2, counts: seen.counts });
    for (const clock of seen.clocks.items) {
      expect(await stored(clock.id)).toMatchObject({
        dueOn: clock.newDueOn,
        provisional: clock.provisionalAfter,
        calendarVersion: 2,
      });
    }
    expect(await stored(past.id)).toEqual(past);
    expect((await stored(ended.id)).dueOn).toBe('2027-02-08');

    const told = await heyi.database.read<{ name: string; n: number }>(
      `SELECT name, count(*) AS n FROM platform.outbox WHERE name IN ('clock.moved','calendar.changed') GROUP BY name ORDER BY name`,
    );
    expect(told).toEqual([
      { name: 'calendar.changed', n: 1 },
      { name: 'clock.moved', n: 4 },
    ]);
    const trail = await heyi.database.read<{ action: string; detail: Record<string, unknown> }>(
      `SELECT action, detail FROM audit.entry WHERE action LIKE 'deadlines.%' ORDER BY action DESC, id`,
    );
    expect(trail).toHaveLength(5);
    expect(trail.filter((e) => e.action === 'deadlines.recount-clock')).toHaveLength(4);
    expect(trail.find((e) => e.action === 'deadlines.load-year')!.detail).toMatchObject({
      year: 2027,
      changed: 4,
      reason: '国务院通知已经公布',
    });
    expect(trail.map((e) => e.detail['sentence'])).toContain(
      '工作日历更新，复议审理期限的届满日由2027年2月8日调整为2027年2月12日。',
    );
    expect((await heyi.app.get(AuditVerifier, { strict: false }).verify()).faults).toEqual([]);
  });

  it('another replica counts on the new table as soon as it is committed', async () => {
    expect((await start(replica, { from: '2026-12-08' })).dueOn).toBe('2027-02-08');
    await apply({ hash: (await preview()).hash }).expect(200);
    expect(await start(replica, { from: '2026-12-08' })).toMatchObject({ dueOn: '2027-02-12', provisional: false });
  });

  it('a clock started while the year is being loaded is counted on it, whoever comes first', async () => {
    const clocks: Promise<ClockRow>[] = [];
    const { hash } = await preview();
    const applying = apply({ hash }).then((answer) => answer.status);
    for (let i = 0; i < 60; i++) clocks.push(start(i % 2 ? heyi : replica, { from: '2026-12-08' }));
    const rows = await Promise.all(clocks);
    // A clock that was started between preview and apply makes the preview stale: then nothing has moved.
    const status = await applying;
    expect([200, 409]).toContain(status);
    if (status === 409) await apply({ hash: (await preview()).hash }).expect(200);
    const after = await Promise.all(rows.map((row) => stored(row.id)));
    expect(new Set(after.map((row) => row.dueOn))).toEqual(new Set(['2027-02-12']));
  });

  it('whoever starts a clock waits for a load in hand, and counts on what it brought', async () => {
    let started: Promise<ClockRow> | undefined;
    await heyi.database.transaction(async (tx) => {
      await sql(tx, 'SELECT deadlines.lock_basis()');
      started = start(replica, { from: '2026-12-08' });
      await untilSomebodyWaits(heyi);
      await sql(
        tx,
        `INSERT INTO deadlines.calendar_year (year, id, source, version) VALUES (2027, $1, '测试（虚构）', 2)`,
        [newId()],
      );
      await sql(
        tx,
        `INSERT INTO deadlines.calendar_day (date, working, name, year, source)
         VALUES ('2027-02-08', false, '春节', 2027, '测试（虚构）')`,
      );
    });
    expect(await started).toMatchObject({ dueOn: '2027-02-09', provisional: false, calendarVersion: 2 });
  });

  it('a preview that is no longer true is refused, and changes nothing', async () => {
    const { hash } = await preview();
    await start(heyi, {});
    const refused = await apply({ hash }).expect(409);
    expect(refused.body.code).toBe('deadlines.stale-preview');
    const other = { ...TABLE_2027, days: TABLE_2027.days.slice(1) };
    expect((await apply({ ...other, hash: (await preview()).hash }).expect(409)).body.code).toBe(
      'deadlines.stale-preview',
    );
    expect((await heyi.call('get', '/calendar/years', VIEW).expect(200)).body).toMatchObject({
      version: 1,
      provisionalClocks: 1,
    });
    const fresh = (await preview()).hash;
    await apply({ hash: fresh }).expect(200);
    expect((await apply({ hash: fresh }).expect(409)).body.code).toBe('deadlines.stale-preview');
  });

  it('shipped years are never laid over an imported one', async () => {
    const corrected = {
      year: 2026,
      source: '测试更正（虚构）',
      days: [{ date: '2026-12-24', working: false, name: '测试放假' }],
    };
    const seen = await preview(corrected);
    expect(seen.warnings.map((w: { code: string }) => w.code)).toContain('year-already-loaded');
    await apply({ ...corrected, hash: seen.hash }).expect(200);
    const owner: DataSource = await migrationDataSource(url).initialize();
    try {
      const runner = owner.createQueryRunner();
      await owner.query(`DELETE FROM deadlines.calendar_day WHERE date = '2025-10-01'`);
      await loadBundledCalendar(runner);
      await loadBundledCalendar(runner);
      await runner.release();
    } finally {
      await owner.destroy();
    }
    const { body: coverage } = await heyi.call('get', '/calendar/years', VIEW).expect(200);
    const year = (n: number) => coverage.years.find((y: { year: number }) => y.year === n);
    expect(year(2026)).toMatchObject({
      source: '测试更正（虚构）',
      daysOff: 1,
      daysWorked: 0,
      loadedBy: ACTOR.personId,
    });
    // A shipped year that differs is repaired, once, and open clocks are counted again by the worker.
    expect(year(2025)).toMatchObject({ version: 3, loadedBy: null });
    expect(coverage.version).toBe(3);
    const { body: days } = await heyi.call('get', '/calendar/days?from=2025-10-01&to=2025-10-01', VIEW).expect(200);
    expect(days).toEqual([expect.objectContaining({ date: '2025-10-01', working: false, name: '国庆节' })]);
  });

  it('the worker counts open clocks again after a release brought a year', async () => {
    const clock = await start(heyi, { from: '2026-12-08' });
    await heyi.runner.drain();
    await heyi.database.read(`INSERT INTO deadlines.calendar_year (year, id, source, version)
      VALUES (2027, gen_random_uuid(), '随版本发布（虚构）', 2)`);
    await heyi.database.read(`INSERT INTO deadlines.calendar_day (date, working, name, year, source)
      VALUES ('2027-02-08', false, '春节', 2027, '随版本发布（虚构）')`);
    await Promise.all([heyi.runner.drain(), replica.runner.drain()]);
    expect(await stored(clock.id)).toMatchObject({
      dueOn: '2027-02-09',
      provisional: false,
      calendarVersion: 2,
      version: 2,
    });
  });

  it('reads the same table from CSV', async () => {
    const rows = TABLE_2027.days.map((d) => `${d.date},${d.working ? '上班' : '放假'},${d.name}`);
    const csv = `\ufeff日期,安排,节日\r\n${rows.join('\r\n')}\r\n`;
    const { year, source } = TABLE_2027;
    expect((await preview({ year, source, csv })).hash).toBe((await preview()).hash);
  });

  it('points out what should be looked at twice', async () => {
    const days = [
      { date: '2026-12-31', working: false, name: '元旦' },
      { date: '2027-01-01', working: false, name: '元旦' },
      { date: '2027-01-01', working: false, name: '元旦' },
      { date: '2027-03-01', working: true, name: '误列' },
      ...Array.from({ length: 70 }, (_, i) => ({ date: addDays('2027-07-01', i), working: false, name: '误列' })),
    ];
    const { warnings } = await preview({ ...TABLE_2027, days });
    const codes = new Set(warnings.map((w: { code: string }) => w.code));
    expect([...codes].sort()).toEqual([
      'day-of-year-before',
      'duplicate-day',
      'many-days-off',
      'missing-holiday',
      'working-weekday',
    ]);
  });
});

describe('what the calendar refuses', () => {
  let drop: () => Promise<void>;
  let heyi: DeadlinesApp;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    heyi = await startDeadlines(clone.url);
  });
  afterAll(async () => {
    await heyi.close();
    await drop();
  });

  it.each([
    ['no days', { days: [] }, '#/days'],
    ['neither days nor csv', { days: undefined }, '#/days'],
    ['an impossible day', { days: [{ date: '2027-02-30', working: false, name: '春节' }] }, '#/days/0/date'],
    ['a day of another year', { days: [{ date: '2026-10-01', working: false, name: '国庆节' }] }, '#/days/0'],
    [
      'a day both worked and off',
      {
        days: [
          { date: '2027-01-01', working: false, name: '元旦' },
          { date: '2027-01-01', working: true, name: '元旦' },
        ],
      },
      '#/days/1',
    ],
    ['an unknown field of a day', { days: [{ date: '2027-01-01', working: false, name: '元旦', x: 1 }] }, '#/days/0/x'],
    ['days that are no list', { days: 'x' }, '#/days'],
    ['days that are no objects', { days: [1] }, '#/days'],
    ['a year without source', { source: '' }, '#/source'],
    ['a year out of range', { year: 1999 }, '#/year'],
    ['a CSV without header', { days: undefined, csv: '2027-01-01,放假,元旦' }, '#/csv/1'],
    ['a CSV with a wrong line', { days: undefined, csv: 'date,working,name\n2027-01-01,maybe,元旦' }, '#/csv/2'],
    ['a CSV with a broken quote', { days: undefined, csv: 'date,working,name\n"2027-01-01,放假,元旦' }, '#/csv/2'],
  ])('%s is refused (422)', async (_, change, pointer) => {
    const answer = await heyi.call('post', '/calendar/years/preview', MANAGE).send({ ...TABLE_2027, ...change });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer).join()).toContain(pointer);
  });

  it('asks for the permissions', async () => {
    await heyi.call('get', '/calendar/years').expect(403);
    await heyi.call('post', '/calendar/years/preview', VIEW).send(TABLE_2027).expect(403);
    await heyi.call('post', '/calendar/years/apply', VIEW).send(TABLE_2027).expect(403);
    await heyi.call('get', '/calendar/days?from=2020-01-01&to=2032-01-01', VIEW).expect(422);
  });
});
