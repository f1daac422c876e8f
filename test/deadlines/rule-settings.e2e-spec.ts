import { newId } from '@app/kernel';
import { cloneDatabase } from '../support/database.js';
import { ACTOR, startDeadlines, type DeadlinesApp } from './deadlines-app.js';

describe('/settings/deadline-rules', () => {
  let drop: () => Promise<void>;
  let heyi: DeadlinesApp;
  let replica: DeadlinesApp;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    [heyi, replica] = await Promise.all([startDeadlines(clone.url), startDeadlines(clone.url)]);
  });
  afterAll(async () => {
    await Promise.all([heyi.close(), replica.close()]);
    await drop();
  });

  const put = (body: object, permission = 'settings.manage') =>
    heyi.call('put', '/settings/deadline-rules', permission).send({
      key: 'cases.triage-days',
      amount: 5,
      version: 0,
      reason: '区里统一要求',
      ...body,
    });
  const dueOn = async (app: DeadlinesApp): Promise<string> => {
    const clock = { subjectId: newId(), scopeId: newId(), rule: 'DISPUTE_TRIAGE', from: '2026-11-20' };
    const [row] = await app.database.transaction((tx) => app.clocks.start(tx, ACTOR, [clock]));
    return row!.dueOn;
  };

  it('sets a length for clocks that start from now on, in every replica, and back', async () => {
    expect(await dueOn(replica)).toBe('2026-11-25');
    const set = await put({}).expect(200);
    expect(set.body).toMatchObject({ key: 'cases.triage-days', amount: 5, version: 1, changedBy: ACTOR.personId });
    expect(set.body.rules).toEqual([expect.objectContaining({ code: 'DISPUTE_TRIAGE', amount: 3 })]);
    expect(await dueOn(replica)).toBe('2026-11-27');
    expect(await dueOn(heyi)).toBe('2026-11-27');

    expect((await put({ amount: 7 }).expect(409)).body.code).toBe('deadlines.rule-setting.stale-version');
    await put({ amount: null, version: 1 }).expect(200);
    expect(await dueOn(replica)).toBe('2026-11-25');
    const trail = await heyi.database.read(
      `SELECT detail FROM audit.entry WHERE action = 'deadlines.change-setting' ORDER BY id`,
    );
    expect(trail.map((e) => e['detail'])).toEqual([
      { key: 'cases.triage-days', before: null, after: 5, reason: '区里统一要求' },
      { key: 'cases.triage-days', before: 5, after: null, reason: '区里统一要求' },
    ]);
  });

  it.each([
    ['an unknown key', { key: 'no.such-key' }, 404],
    ['zero', { amount: 0 }, 422],
    ['no amount', { amount: undefined }, 422],
    ['text', { amount: '5' }, 422],
    ['no reason', { reason: '' }, 422],
    ['no version', { version: undefined }, 422],
  ])('refuses %s', async (_, change, status) => {
    await put(change).expect(status);
  });

  it('asks for settings.manage', async () => {
    await put({}, 'deadlines.view').expect(403);
    await heyi.call('get', '/settings/deadline-rules', 'deadlines.view').expect(403);
    await heyi.call('get', '/settings/deadline-rules', 'settings.manage').expect(200);
  });
});
