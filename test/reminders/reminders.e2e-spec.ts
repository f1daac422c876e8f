import { newId, SYSTEM, type Actor, type Id } from '@app/kernel';
import { cloneDatabase } from '../support/database.js';
import { openOffice, registerDispute, startReminders, type Office, type RemindersApp } from './support.js';

interface Message {
  recipient: Id;
  kind: string;
  title: string;
  body: string;
  link: string;
}

describe('reminders of a clock', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let heyi: RemindersApp;
  let office: Office;
  let disputeId: Id;
  let numbers = 0;

  beforeAll(async () => {
    database = await cloneDatabase();
    heyi = await startReminders(database.url, '2026-11-02T10:00:00+08:00');
    office = await openOffice(heyi.database);
  });
  afterAll(async () => {
    await heyi.close();
    await database.drop();
  });
  beforeEach(async () => {
    heyi.clock.set('2026-11-02T10:00:00+08:00');
    for (const table of ['reminders.reminder', 'notifications.notification', 'deadlines.clock'])
      await heyi.database.read(`DELETE FROM ${table}`);
    disputeId = await registerDispute(heyi, office, `余争〔2026〕${++numbers}号`);
  });

  /** Starts a clock on the dispute; the decision is due on 21 December 2026. */
  const start = async (rule = 'TEST_DECIDE'): Promise<Id> => {
    const from = rule === 'TEST_DECIDE' ? '2026-10-22' : '2026-11-02';
    const [clock] = await heyi.transaction((tx) =>
      heyi.clocks.start(tx, SYSTEM, [{ subjectId: disputeId, scopeId: disputeId, rule, from }]),
    );
    await heyi.drain();
    return clock!.id;
  };
  const planned = async (state = 'PENDING'): Promise<string[]> => {
    const rows = await heyi.database.read<{ line: string }>(
      `SELECT step || ' ' || coalesce($2::jsonb ->> recipient_id::text, 'unknown') || ' '
         || to_char(remind_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS line
       FROM reminders.reminder WHERE state = $1 ORDER BY due_on, step, 1`,
      [state, Object.fromEntries(Object.entries(office).map(([name, id]) => [id, name]))],
    );
    return rows.map(({ line }) => line);
  };
  const inbox = (recipientId?: Id): Promise<Message[]> =>
    heyi.database.read<Message>(
      `SELECT recipient_id AS recipient, kind, title, body, link FROM notifications.notification
       WHERE $1::uuid IS NULL OR recipient_id = $1 ORDER BY id`,
      [recipientId ?? null],
    );
  const at = async (instant: string): Promise<void> => {
    heyi.clock.set(`${instant}:00+08:00`);
    await heyi.drain();
  };

  const joinLeader = (): Promise<void> =>
    heyi.transaction((tx) => {
      const since = '2026-11-02';
      heyi.participants.add(tx, [{ disputeId, caseId: null, role: 'case_leader', personId: office.leader, since }]);
      return Promise.resolve();
    });

  it('are planned when it starts: those who act at every step, superiors when it is due', async () => {
    await start();
    expect(await planned()).toEqual([
      '-10 handler 12-07 09:00',
      '-5 handler 12-14 09:00',
      '-3 handler 12-16 09:00',
      '-1 handler 12-18 09:00',
      '0 handler 12-21 09:00',
      '0 head 12-21 09:00',
      '1 handler 12-22 09:00',
      '1 head 12-22 09:00',
    ]);
  });

  it('say what is due when, by which article, and hold no personal data', async () => {
    await start();
    for (const day of ['07', '14', '16', '18', '21', '23']) await at(`2026-12-${day}T09:00`);
    const number = `余争〔2026〕${numbers}号`;
    const own = await inbox(office.handler);
    expect(own.map((m) => m.kind)).toEqual([
      'clock-near',
      'clock-near',
      'clock-near',
      'clock-near',
      'clock-due',
      'clock-overdue',
    ]);
    expect(own[2]).toMatchObject({
      title: `${number} 复议审理期限还剩3个工作日`,
      body: expect.stringMatching(new RegExp(`^${number}的复议审理期限（复议法 2023 第62条）将于2026年12月21日`)),
      link: `/disputes/${disputeId}`,
    });
    expect(own[4]!.title).toBe(`${number} 复议审理期限今日届满`);
    expect(own[5]!.body).toContain('超期2个工作日');
    expect((await inbox(office.head)).map((m) => m.title)).toEqual([
      `【督办】${number} 复议审理期限今日届满`,
      `【督办】${number} 复议审理期限已超期`,
    ]);
    expect(JSON.stringify(await inbox())).not.toMatch(/示例/);
  });

  it('go to the respondent’s liaison and the handler for its reply, by the rule’s own steps', async () => {
    await start('TEST_REPLY');
    expect(await planned()).toEqual([
      '-2 handler 11-12 09:00',
      '-2 liaison 11-12 09:00',
      '0 handler 11-16 09:00',
      '0 head 11-16 09:00',
      '0 liaison 11-16 09:00',
    ]);
  });

  it('of a case without a handler go to whoever holds the responsible role in its organ', async () => {
    await heyi.database.read('DELETE FROM cases.participant WHERE dispute_id = $1', [disputeId]);
    await heyi.database.read('UPDATE cases.dispute SET handler_id = NULL WHERE id = $1', [disputeId]);
    await start('TEST_REVIEW');
    // The step of the first morning has passed, and is made up for.
    expect(await planned('SENT')).toEqual(['-5 intake 11-02 10:00']);
    expect(await planned()).toEqual([
      '-3 intake 11-04 09:00',
      '-1 intake 11-06 09:00',
      '0 head 11-09 09:00',
      '0 intake 11-09 09:00',
      '1 head 11-10 09:00',
      '1 intake 11-10 09:00',
    ]);
  });

  it('also go to the leader who owns the dispute', async () => {
    await joinLeader();
    await start();
    expect((await planned()).filter((line) => line.includes('leader'))).toEqual([
      '0 leader 12-21 09:00',
      '1 leader 12-22 09:00',
    ]);
  });

  it('follow a due day that moves', async () => {
    await start();
    await heyi.transaction((tx) => heyi.clocks.extend(tx, SYSTEM, disputeId, 'TEST_DECIDE', 30, '2026-11-20'));
    await heyi.drain();
    expect((await planned('CANCELLED')).length).toBe(8);
    expect((await planned()).slice(0, 2)).toEqual(['-10 handler 01-06 09:00', '-5 handler 01-13 09:00']);
    await at('2027-01-05T09:00');
    expect(await inbox()).toEqual([]);
  });

  it.each(['meet', 'cancel'] as const)('end when the clock does (%s)', async (end) => {
    await start();
    await heyi.transaction((tx) => heyi.clocks[end](tx, SYSTEM, disputeId, 'TEST_DECIDE', '2026-11-20'));
    await heyi.drain();
    expect(await planned()).toEqual([]);
    await at('2027-02-01T09:00');
    expect(await inbox()).toEqual([]);
  });

  it('rest while the clock stands still, and come back when it goes on to the same due day', async () => {
    await start();
    const before = await planned();
    await heyi.transaction((tx) => heyi.clocks.suspend(tx, SYSTEM, disputeId, 'TEST_DECIDE', '2026-11-10'));
    await heyi.drain();
    expect(await planned()).toEqual([]);
    await heyi.transaction((tx) => heyi.clocks.resume(tx, SYSTEM, disputeId, 'TEST_DECIDE', '2026-11-10'));
    await heyi.drain();
    expect(await planned()).toEqual(before);
  });

  it('are not sent for a clock that was stopped a moment before its plan was changed', async () => {
    const clockId = await start();
    await heyi.database.read(`UPDATE deadlines.clock SET state = 'MET', closed_on = '2026-11-03' WHERE id = $1`, [
      clockId,
    ]);
    await at('2026-12-21T09:00');
    expect(await inbox()).toEqual([]);
    expect((await planned('CANCELLED')).length).toBe(6);
  });

  it('are not sent for a due day that has moved a moment before', async () => {
    const clockId = await start();
    await heyi.database.read(`UPDATE deadlines.clock SET due_on = '2027-03-01' WHERE id = $1`, [clockId]);
    await at('2026-12-23T09:00');
    expect(await inbox()).toEqual([]);
  });

  it('go to whoever takes the case over, and no more to whoever had it', async () => {
    await start();
    await at('2026-12-07T09:00');
    await heyi.transaction(async (tx) => {
      const part = { disputeId, caseId: null, role: 'case_handler' as const };
      await heyi.participants.end(tx, { ...part, personId: office.handler }, '2026-12-07', '移交');
      heyi.participants.add(tx, [{ ...part, personId: office.successor, since: '2026-12-07' }]);
      await tx.query('UPDATE cases.dispute SET handler_id = $2 WHERE id = $1', [disputeId, office.successor]);
    });
    await heyi.drain();
    expect((await planned()).filter((line) => line.includes('handler'))).toEqual([]);
    expect((await planned()).slice(0, 2)).toEqual(['-5 successor 12-14 09:00', '-3 successor 12-16 09:00']);
    // The step that has passed is made up for: the newcomer knows nothing yet.
    expect((await inbox(office.successor)).length).toBe(1);
    expect((await inbox(office.handler)).length).toBe(1);
  });

  it('survive a clock that jumps: forward sends what is due, backward nothing twice', async () => {
    await start();
    await at('2026-12-15T09:00');
    expect((await inbox()).length).toBe(2);
    await at('2026-12-01T09:00');
    await joinLeader();
    await heyi.drain();
    await at('2026-12-15T09:00');
    expect((await inbox()).length).toBe(2);
  });

  it('of an old clock start with the latest step that has passed', async () => {
    heyi.clock.set('2026-12-17T15:00:00+08:00');
    await start();
    expect((await inbox()).map((m) => m.title)).toEqual([`余争〔2026〕${numbers}号 复议审理期限还剩2个工作日`]);
    expect((await planned()).slice(0, 1)).toEqual(['-1 handler 12-18 09:00']);
  });

  describe('over HTTP', () => {
    const someone = (over: Partial<Actor> = {}): Actor => ({
      kind: 'person',
      personId: office.handler,
      name: '测试人员',
      posts: [],
      permissions: new Set(['cases.view', 'deadlines.view', 'settings.manage']),
      ...over,
    });

    it('show who was and will be reminded, to whoever sees the dispute', async () => {
      const clockId = await start();
      await at('2026-12-07T09:00');
      const { body } = await heyi.as(someone()).get(`/clocks/${clockId}/reminders`).expect(200);
      expect(body).toHaveLength(8);
      expect(body[0]).toMatchObject({ step: -10, recipientId: office.handler, state: 'SENT', dueOn: '2026-12-21' });
      expect(body[1]).toMatchObject({ step: -5, state: 'PENDING', sentAt: null });
      await heyi
        .as(someone({ personId: newId() }))
        .get(`/clocks/${clockId}/reminders`)
        .expect(404);
      await heyi.as(someone()).get(`/clocks/${newId()}/reminders`).expect(404);
    });

    it('can be set for a rule; open clocks follow', async () => {
      await start();
      const wanted = { steps: [0, -2], hour: '08:30', escalateFrom: 1, version: 0 };
      const set = await heyi.as(someone()).put('/settings/reminder-steps/TEST_DECIDE').send(wanted).expect(200);
      expect(set.body).toEqual({
        rule: 'TEST_DECIDE',
        ruleName: '复议审理期限',
        steps: [-2, 0],
        hour: '08:30',
        escalateFrom: 1,
        version: 1,
      });
      await heyi.drain();
      expect(await planned()).toEqual(['-2 handler 12-17 08:30', '0 handler 12-21 08:30']);
      const [entry] = await heyi.database.read<{ action: string; detail: object }>(
        `SELECT action, detail FROM audit.entry WHERE action = 'reminders.set-steps' ORDER BY id DESC LIMIT 1`,
      );
      expect(entry!.detail).toMatchObject({ rule: 'TEST_DECIDE', steps: [-2, 0] });
      await heyi.as(someone()).put('/settings/reminder-steps/TEST_DECIDE').send(wanted).expect(409);
      const { body } = await heyi.as(someone()).get('/settings/reminder-steps').expect(200);
      const rules = body.map((s: { rule: string }) => s.rule);
      expect(rules[0]).toBe('*');
      expect(rules).toEqual(expect.arrayContaining(['TEST_DECIDE', 'TEST_REPLY', 'TEST_REVIEW']));
      await heyi.database.read(`DELETE FROM reminders.step_setting WHERE rule = 'TEST_DECIDE'`);
    });

    it.each([
      [{ steps: [] }, '#/steps'],
      [{ steps: [1.5] }, '#/steps'],
      [{ steps: [-100] }, '#/steps'],
      [{ steps: [1, 1] }, '#/steps'],
      [{ hour: '25:00' }, '#/hour'],
      [{ hour: '9:00' }, '#/hour'],
      [{ escalateFrom: 'never' }, '#/escalateFrom'],
      [{ version: -1 }, '#/version'],
      [{ minute: 5 }, '#/minute'],
    ])('refuse %j', async (part, pointer) => {
      const wanted = { steps: [0], hour: '09:00', escalateFrom: 0, version: 1, ...part };
      const { body } = await heyi.as(someone()).put('/settings/reminder-steps/*').send(wanted).expect(422);
      expect(body.errors[0].pointer).toBe(pointer);
    });

    it('refuse a rule that does not exist', async () => {
      const wanted = { steps: [0], hour: '09:00', escalateFrom: 0, version: 0 };
      await heyi.as(someone()).put('/settings/reminder-steps/NO_SUCH').send(wanted).expect(404);
    });
  });
});
