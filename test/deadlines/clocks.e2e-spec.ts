import { newId, type Id } from '@app/kernel';
import { DomainError } from '@app/kernel';
import { type ClockRow, type NewClock } from '@app/deadlines';
import type { Tx } from '@app/platform';
import { cloneDatabase } from '../support/database.js';
import { ACTOR, startDeadlines, type DeadlinesApp } from './deadlines-app.js';

describe('clocks of a case', () => {
  let drop: () => Promise<void>;
  let heyi: DeadlinesApp;
  let scopeId: Id;
  let subjectId: Id;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    heyi = await startDeadlines(clone.url);
  });
  afterAll(async () => {
    await heyi.close();
    await drop();
  });
  beforeEach(() => {
    scopeId = newId();
    subjectId = newId();
  });

  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => heyi.database.transaction(work);
  const start = (...clocks: Omit<NewClock, 'subjectId' | 'scopeId'>[]): Promise<ClockRow[]> =>
    inTx((tx) =>
      heyi.clocks.start(
        tx,
        ACTOR,
        clocks.map((c) => ({ subjectId, scopeId, ...c })),
      ),
    );
  const stored = async (rule: string): Promise<ClockRow> =>
    (await inTx((tx) => heyi.clocks.ofSubject(tx, subjectId))).find((c) => c.rule === rule)!;
  const events = async (): Promise<string[]> =>
    (
      await heyi.database.read<{ name: string }>(
        `SELECT name FROM platform.outbox WHERE payload ->> 'scopeId' = $1 ORDER BY id`,
        [scopeId],
      )
    ).map((e) => e.name);

  it('starts several at once, answers what is then stored, and tells of it', async () => {
    const rows = await start({ rule: 'RC_REVIEW', from: '2024-02-01' }, { rule: 'RC_DECIDE', from: '2025-08-05' });
    expect(rows.map((r) => [r.rule, r.rawDueOn, r.dueOn])).toEqual([
      ['RC_REVIEW', '2024-02-07', '2024-02-07'],
      ['RC_DECIDE', '2025-10-04', '2025-10-09'],
    ]);
    expect(await inTx((tx) => heyi.clocks.ofSubject(tx, subjectId))).toEqual(rows);
    expect(await events()).toEqual(['clock.started', 'clock.started']);
    expect(await inTx((tx) => heyi.clocks.nextDue(tx, scopeId))).toBe('2024-02-07');
  });

  it('picks the variant, and a length the law leaves open', async () => {
    const [simplified] = await start({ rule: 'RC_DECIDE', variant: 'SIMPLIFIED', from: '2025-09-24' });
    expect(simplified!.dueOn).toBe('2025-10-24');
    subjectId = newId();
    const [free] = await start({ rule: 'RC_REVIEW', from: '2026-01-31', amount: 1, unit: 'month' });
    expect(free).toMatchObject({ dueOn: '2026-02-28', unit: 'month', amount: 1 });
  });

  it('refuses a second open clock of a rule, and starts it anew once the first has ended', async () => {
    await start({ rule: 'RC_REVIEW', from: '2026-11-20' });
    await expect(start({ rule: 'RC_REVIEW', from: '2026-11-23' })).rejects.toMatchObject({
      constraint: 'ux_clock_open',
    });
    await inTx(async (tx) => {
      await heyi.clocks.cancel(tx, ACTOR, subjectId, 'RC_REVIEW', '2026-11-23');
      await heyi.clocks.start(tx, ACTOR, [{ subjectId, scopeId, rule: 'RC_REVIEW', from: '2026-11-23' }]);
    });
    const clocks = await inTx((tx) => heyi.clocks.ofSubject(tx, subjectId));
    expect(clocks.map((c) => [c.state, c.closedOn])).toEqual([
      ['CANCELLED', '2026-11-23'],
      ['RUNNING', null],
    ]);
  });

  it('stands still and goes on: E12', async () => {
    await start({ rule: 'RC_DECIDE', from: '2026-03-02' });
    await inTx((tx) => heyi.clocks.suspend(tx, ACTOR, subjectId, 'RC_DECIDE', '2026-04-10'));
    expect(await stored('RC_DECIDE')).toMatchObject({
      state: 'SUSPENDED',
      suspensions: [{ from: '2026-04-10', to: null }],
    });
    expect(await inTx((tx) => heyi.clocks.nextDue(tx, scopeId))).toBeNull();
    await inTx((tx) => heyi.clocks.resume(tx, ACTOR, subjectId, '*', '2026-05-11'));
    expect(await stored('RC_DECIDE')).toMatchObject({
      state: 'RUNNING',
      dueOn: '2026-06-01',
      excludedDays: 31,
      version: 3,
    });
    expect(await events()).toEqual(['clock.started', 'clock.stopped', 'clock.moved']);
  });

  it('is extended once, from the unrolled day: E23', async () => {
    await start({ rule: 'RC_DECIDE', from: '2026-07-01' });
    await inTx((tx) => heyi.clocks.extend(tx, ACTOR, subjectId, 'RC_DECIDE', 30, '2026-08-31'));
    expect(await stored('RC_DECIDE')).toMatchObject({ dueOn: '2026-09-29', extensionDays: 30 });
    await expect(
      inTx((tx) => heyi.clocks.extend(tx, ACTOR, subjectId, 'RC_DECIDE', 1, '2026-09-01')),
    ).rejects.toMatchObject({ code: 'deadlines.extension-used-up' });
  });

  it('leaves out an appraisal: E29', async () => {
    await start({ rule: 'RC_DECIDE', from: '2026-03-16' });
    const appraisal = { from: '2026-04-20', to: '2026-05-20' };
    await inTx((tx) => heyi.clocks.exclude(tx, ACTOR, subjectId, 'RC_DECIDE', appraisal));
    expect(await stored('RC_DECIDE')).toMatchObject({ dueOn: '2026-06-15', exclusions: [appraisal] });
  });

  it('stopping everything leaves alone what has run out or stands still', async () => {
    await start({ rule: 'RC_REVIEW', from: '2026-11-02' }, { rule: 'RC_DECIDE', from: '2026-11-02' });
    await start({ rule: 'DISPUTE_TRIAGE', from: '2026-11-23' });
    await inTx((tx) => heyi.clocks.suspend(tx, ACTOR, subjectId, '*', '2026-11-20'));
    expect((await stored('RC_REVIEW')).state).toBe('RUNNING');
    expect((await stored('RC_DECIDE')).suspensions).toEqual([{ from: '2026-11-20', to: null }]);
    expect((await stored('DISPUTE_TRIAGE')).suspensions).toEqual([{ from: '2026-11-23', to: null }]);
    await inTx((tx) => heyi.clocks.suspend(tx, ACTOR, subjectId, '*', '2026-11-24'));
    expect((await stored('RC_DECIDE')).suspensions).toHaveLength(1);
  });

  it('meeting or cancelling what is not open does nothing; moving it is refused', async () => {
    await inTx((tx) => heyi.clocks.meet(tx, ACTOR, subjectId, 'RC_REVIEW', '2026-11-24'));
    await inTx((tx) => heyi.clocks.cancel(tx, ACTOR, subjectId, '*', '2026-11-24'));
    expect(await events()).toEqual([]);
    for (const move of ['suspend', 'resume'] as const) {
      await expect(
        inTx((tx) => heyi.clocks[move](tx, ACTOR, subjectId, 'RC_REVIEW', '2026-11-24')),
      ).rejects.toMatchObject({ code: 'deadlines.no-open-clock' });
    }
    await expect(start({ rule: 'NO_SUCH_RULE', from: '2026-11-24' })).rejects.toBeInstanceOf(DomainError);
  });

  it('of two transactions that suspend it at a time, one is refused', async () => {
    await start({ rule: 'RC_DECIDE', from: '2026-11-02' });
    const outcomes = await Promise.allSettled(
      ['2026-11-10', '2026-11-12'].map((on) =>
        inTx((tx) => heyi.clocks.suspend(tx, ACTOR, subjectId, 'RC_DECIDE', on)),
      ),
    );
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((o) => o.status === 'rejected')!.reason).toMatchObject({
      code: 'deadlines.already-suspended',
    });
    expect((await stored('RC_DECIDE')).suspensions).toHaveLength(1);
  });

  it('nothing stays of a transaction that fails', async () => {
    await expect(
      inTx(async (tx) => {
        await heyi.clocks.start(tx, ACTOR, [{ subjectId, scopeId, rule: 'RC_REVIEW', from: '2026-11-24' }]);
        throw new Error('later step failed');
      }),
    ).rejects.toThrow('later step failed');
    expect(await inTx((tx) => heyi.clocks.ofSubject(tx, subjectId))).toEqual([]);
    expect(await events()).toEqual([]);
  });

  it('shows its lamp and its working', async () => {
    const [row] = await start({ rule: 'RC_REVIEW', from: '2026-11-20' });
    expect(heyi.clocks.lines([row!], '2026-11-24')[0]).toMatchObject({
      dueOn: '2026-11-27',
      light: 'yellow',
      remainingWorkingDays: 3,
      responsibleName: '承办人',
    });
    expect(heyi.clocks.lines([row!], '2026-11-30')[0]).toMatchObject({ light: 'red', overdueDays: 3 });
    expect(heyi.clocks.explain(row!).map((s) => s.text)).toContain('计5个工作日，至2026年11月27日。');
    expect(heyi.clocks.dueIfStarted('RC_DECIDE', '2026-03-02', 'SIMPLIFIED')).toBe('2026-04-01');
    expect((await heyi.clocks.ofScopes([scopeId, newId()])).map((c) => c.id)).toEqual([row!.id]);
    expect(await inTx((tx) => heyi.clocks.byId(tx, row!.id))).toEqual(row);
    await expect(inTx((tx) => heyi.clocks.byId(tx, newId()))).rejects.toMatchObject({ kind: 'not-found' });
  });
});
