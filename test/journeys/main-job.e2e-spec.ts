import { AuditVerifier } from '@app/audit';
import { instantOf, type Id } from '@app/kernel';
import { ReminderSweep } from '@app/reminders';
import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, type GivenDispute } from '../support/given.js';
import { Story } from './story.js';

interface DisputeSeen {
  number: string;
  handlerId: Id;
  clocks: { rule: string; dueOn: string; article: string; state: string }[];
}

/** Tuesday, 24 November 2026, nine o'clock. */
let t: TestApp;
let story: Story;
let dispute: GivenDispute;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

const view = async (id: Id): Promise<DisputeSeen> =>
  mustBe(200, await (await t.as('lian')).get(`/disputes/${id}`)) as DisputeSeen;

describe('a dispute comes to the window', () => {
  it('is registered with a number, and its clocks run, each with its article', async () => {
    dispute = await story.dispute();
    expect(dispute.number).toBe('余争〔2026〕1号');
    const { clocks } = await view(dispute.id);
    const byRule = Object.fromEntries(clocks.map((c) => [c.rule, c]));
    expect(byRule['DISPUTE_TRIAGE']).toMatchObject({ dueOn: '2026-11-27', state: 'RUNNING' });
    // 60 days from 5 November end on 4 January 2027, a Monday; six months on 5 May 2027.
    expect(byRule['RC_APPLY']).toMatchObject({ dueOn: '2027-01-04', state: 'RUNNING' });
    expect(byRule['RC_APPLY']!.article).toContain('第20条');
    expect(byRule['LT_FILE']).toMatchObject({ dueOn: '2027-05-05' });
    expect(byRule['LT_FILE']!.article).toContain('第46条');
    expect(byRule['RC_APPLY_ABS']!.article).toContain('第21条');
  });

  it('gets a handler, the officer of the office with the fewest in hand', async () => {
    await t.drain();
    const officers = [await story.personId('lian'), await story.personId('lian2')];
    const first = (await view(dispute.id)).handlerId;
    expect(officers).toContain(first);
    const second = await story.dispute();
    await t.drain();
    expect((await view(second.id)).handlerId).toBe(officers.find((id) => id !== first));
  });

  it('tells its history in Chinese', async () => {
    const history = await story.historyOf(dispute.id);
    expect(history.length).toBeGreaterThanOrEqual(2);
    for (const sentence of history) expect(sentence).toMatch(/^[\u4e00-\u9fff]/);
    expect(history[0]).toContain('登记');
  });
});

describe('reminders of its triage, due on Friday, 27 November', () => {
  const NAME = '争议分流期限';
  const OFFICERS = ['lian', 'lian2'];
  const told = (kind: string, ...logins: string[]) => logins.sort().map((login) => `${login} ${kind}`);

  // Of its steps −10 and −5 lie before it began.
  const DAYS: readonly [day: string, what: string, expected: string[]][] = [
    ['2026-11-24', 'three working days before', told('clock-near', ...OFFICERS)],
    ['2026-11-25', 'no step', []],
    ['2026-11-26', 'one working day before', told('clock-near', ...OFFICERS)],
    ['2026-11-27', 'the day itself, and the head is told', told('clock-due', ...OFFICERS, 'kezhang')],
    ['2026-11-28', 'Saturday', []],
    ['2026-11-29', 'Sunday', []],
    ['2026-11-30', 'the first working day after', told('clock-overdue', ...OFFICERS, 'kezhang')],
    ['2026-12-01', 'nothing more', []],
    ['2026-12-15', 'nothing ever after', []],
  ];

  it.each(DAYS)('%s: %s', async (day, _what, expected) => {
    if (expected.length > 0 && day > '2026-11-24') {
      await story.on(day, '08:59');
      expect(await story.remindedOf(dispute.number, NAME)).toEqual([]);
    }
    t.clock.set(instantOf(day, '09:00'));
    const sweep = t.app.get(ReminderSweep, { strict: false });
    await Promise.all([sweep.sweep(), sweep.sweep(), sweep.sweep()]);
    await story.on(day, '09:30');
    await story.on(day, '23:59');
    expect(await story.remindedOf(dispute.number, NAME)).toEqual(expected);
  });

  it('are in the inbox, unread until they are read, with rule, article and day, and without names', async () => {
    const mine = (await story.inboxOf('lian')).filter(
      (m) => m.title.includes(dispute.number) && m.title.includes(NAME),
    );
    expect(mine.map((m) => m.kind)).toEqual(['clock-near', 'clock-near', 'clock-due', 'clock-overdue']);
    expect(mine[2]!.body).toContain('2026年11月27日');
    expect(mine[2]!.body).toContain('[L]');
    expect(mine.every((m) => !m.body.includes('测试申请人') && m.readAt === null)).toBe(true);
    mustBe(204, await (await t.as('lian')).post(`/notifications/${mine[0]!.id}/read`));
    expect((await story.inboxOf('lian')).find((m) => m.id === mine[0]!.id)!.readAt).not.toBeNull();
    const [head] = (await story.inboxOf('kezhang')).filter((m) => m.title.includes(dispute.number));
    expect(head!.title).toMatch(/^【督办】/);
  });

  it('end when the office has decided the way: the first case meets the clock', async () => {
    await story.on('2026-12-16');
    const other = await story.dispute();
    await t.drain();
    await story.mediation(other.id);
    await story.remindedOf(other.number, NAME);
    for (const day of ['2026-12-17', '2026-12-18', '2026-12-21', '2026-12-22', '2026-12-23']) await story.on(day);
    expect(await story.remindedOf(other.number, NAME)).toEqual([]);
    const { clocks } = await view(other.id);
    expect(clocks.find((c) => c.rule === 'DISPUTE_TRIAGE')?.state ?? 'MET').toBe('MET');
  });
});

describe('the audit trail of all this', () => {
  it('is whole', async () => {
    const { entries, faults } = await t.app.get(AuditVerifier, { strict: false }).verify();
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(5);
  });

  it('shows who changed one word of it, and where', async () => {
    const owner = new pg.Client(t.databaseUrl);
    await owner.connect();
    try {
      await owner.query('ALTER TABLE audit.entry DISABLE TRIGGER USER');
      const { rows } = await owner.query<{ id: Id }>(
        `UPDATE audit.entry SET detail = jsonb_set(detail, '{channel}', '"LETTER"')
         WHERE subject_id = $1 AND action = 'cases.register' RETURNING id`,
        [dispute.id],
      );
      const { faults } = await t.app.get(AuditVerifier, { strict: false }).verify();
      expect(faults).toEqual([expect.objectContaining({ entryId: rows[0]!.id, kind: 'changed' })]);
    } finally {
      await owner.end();
    }
  });
});
