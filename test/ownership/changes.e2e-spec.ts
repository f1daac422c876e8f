import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { OTHER_UNIT } from '../support/given.js';
import { proveTrail } from '../support/prove-trail.js';
import { codeOf, OwnerStory, ORDER } from './owner-story.js';

let t: TestApp;
let story: OwnerStory;

beforeAll(async () => {
  t = await startApp();
  story = new OwnerStory(t);
});

afterAll(() => t.close());

const seen = async (login: string, id: Id): Promise<number> => (await (await t.as(login)).get(`/cases/${id}`)).status;

describe('a change of leader and unit', () => {
  let id: Id;
  const change = { reason: '分工调整', handOverNote: '已走访六户，尚有六户未谈。' };

  it('moves access on the day, keeps the history, and lets the clocks go on', async () => {
    id = await story.resolving();
    const before = await story.clocksOf(id);
    const leaderId = await story.personId('lingdao2');
    await story.step('quzhang', id, 'change-owners', { ...change, leaderId });
    expect([await seen('lingdao1', id), await seen('lingdao2', id)]).toEqual([404, 200]);
    expect(await story.clocksOf(id)).toEqual(before);
    expect(await story.detailOf(id, 'lingdao2')).toMatchObject({
      leaderId,
      handOvers: [{ before: { leaderId: await story.personId('lingdao1') }, note: change.handOverNote }],
      entries: [{ kind: 'LISTED' }, { kind: 'CHANGED', revision: 1 }],
    });
    expect(codeOf(await story.tries('lingdao1', id, 'extend', { days: 5, reason: '等待' }))).toBe(
      'cases.case.not-found',
    );
    expect(await story.step('lingdao2', id, 'extend', { days: 5, reason: '等待' })).toBe('RESOLVING');
  });

  it('to another unit takes its own leader, and the old unit’s people lose the case', async () => {
    const unitId = await story.organId(OTHER_UNIT);
    const wrong = { ...change, unitId };
    expect(codeOf(await story.tries('quzhang', id, 'change-owners', wrong))).toBe(
      'ownership.unit-leader-of-other-unit',
    );
    expect(codeOf(await story.tries('quzhang', id, 'change-owners', change))).toBe('ownership.nothing-changed');
    const [leader] = await t.database.read<{ personId: Id; login: string }>(
      `SELECT p.person_id AS "personId", a.login FROM directory.post p JOIN identity.account a ON a.person_id = p.person_id
       WHERE p.organ_id = $1 AND p.role = 'unit_leader'`,
      [unitId],
    );
    await story.step('quzhang', id, 'change-owners', { ...wrong, unitLeaderId: leader!.personId });
    expect(await seen(leader!.login, id)).toBe(200);
    expect(codeOf(await story.tries('fuze-wuchang', id, 'request-extension', { days: 1, reason: '等' }))).toMatch(
      /role-required|not-found/,
    );
    // The street is still the respondent: its liaison sees the dispute, but nothing of how it is negotiated.
    expect(await story.detailOf(id, 'lianluo-wuchang')).toEqual({});
  });

  it('before the first has signed, the new one signs in his place', async () => {
    const other = await story.listed();
    await story.step('lingdao1', other, 'acknowledge-leader');
    await story.step('quzhang', other, 'change-owners', { ...change, leaderId: await story.personId('lingdao3') });
    expect((await story.clocksOf(other))['CO_ACK_LEADER']).toMatchObject({ state: 'RUNNING' });
    expect(await story.step('fuze-wuchang', other, 'acknowledge-unit')).toBe('LISTED');
    expect(await story.step('lingdao3', other, 'acknowledge-leader')).toBe('ACKNOWLEDGED');
  });
});

describe('an extension', () => {
  it('is asked for, refused, asked for again and granted, once; a red light for lack of time goes out', async () => {
    const id = await story.resolving({ resolveBy: '2026-12-30' });
    const ask = { days: 30, reason: '等待鉴定' };
    await story.step('fuze-wuchang', id, 'request-extension', ask);
    expect(codeOf(await story.tries('fuze-wuchang', id, 'request-extension', ask))).toBe('ownership.extension-pending');
    await story.step('lingdao1', id, 'refuse-extension', { opinion: '抓紧' });
    expect(codeOf(await story.tries('lingdao1', id, 'refuse-extension', { opinion: '抓紧' }))).toBe(
      'ownership.extension-missing',
    );
    await story.on('2026-12-15');
    expect((await story.detailOf<{ marks: { cause: string }[] }>(id)).marks.map(({ cause }) => cause)).toContain(
      'RESOLVE_NEAR',
    );
    await story.step('fuze-wuchang', id, 'request-extension', ask);
    await story.step('lingdao1', id, 'extend', { ...ask, days: 20 });
    expect(await story.clocksOf(id)).toMatchObject({ CO_RESOLVE: { dueOn: '2027-01-19', state: 'RUNNING' } });
    expect(await story.markOf(id)).not.toBe('RED');
    expect(await story.detailOf(id)).toMatchObject({
      resolveBy: '2027-01-19',
      extensions: [{ state: 'REFUSED' }, { state: 'GRANTED', days: 20 }],
    });
    expect(codeOf(await story.tries('lingdao1', id, 'extend', ask))).toBe('ownership.extended-already');
  });
});

describe('red twice', () => {
  it('puts the unit into a circular, which the head of the institution issues once', async () => {
    const id = await story.resolving({ resolveBy: '2027-01-15' });
    await story.on('2027-01-14');
    const { marks } = await story.detailOf<{ marks: { mark: string }[] }>(id);
    expect(marks.map(({ mark }) => mark).sort()).toEqual(['CIRCULAR', 'RED', 'RED', 'YELLOW']);
    const text = { text: '五常街道两次红灯，予以通报。' };
    expect(codeOf(await story.tries('kezhang', id, 'issue-circular', text))).toBe('cases.role-required');
    await story.step('juzhang', id, 'issue-circular', text);
    expect(codeOf(await story.tries('juzhang', id, 'issue-circular', text))).toBe('ownership.no-circular-due');
    await story.step('juzhang', id, 'lift-mark', { reason: '已当面约谈' });
    expect(await story.markOf(id)).toBe('NONE');
    // What marked once does not mark again.
    await t.drain();
    expect(await story.markOf(id)).toBe('NONE');
  });

  it('is not said of a period that was short from the beginning', async () => {
    const id = await story.listed({ resolveBy: '2027-01-18' });
    await t.drain();
    expect(await story.markOf(id)).toBe('NONE');
  });
});

describe('the end without a solution', () => {
  it('is the approver’s, with lessons; orders and instructions fall away with it', async () => {
    const id = await story.resolving({ resolveBy: '2027-04-30' });
    await story.step('lingdao1', id, 'issue-supervision', ORDER);
    await story.instruct('lingdao1', id, { content: '请抓紧。' });
    const end = { ground: 'FINAL_JUDGMENT', explanation: '终审判决已生效。', lessons: '程序须先行。' };
    expect(codeOf(await story.tries('juzhang', id, 'close-unresolved', end))).toBe('cases.role-required');
    expect(await story.step('quzhang', id, 'close-unresolved', end)).toBe('CLOSED_UNRESOLVED');
    expect(await story.detailOf(id)).toMatchObject({
      closing: { lessons: '程序须先行。' },
      supervisions: [{ state: 'LAPSED' }],
    });
    const [instruction] = await story.get<{ state: string }[]>('lingdao1', `/cases/${id}/instructions`);
    expect(instruction).toMatchObject({ state: 'LAPSED', dueOn: null });
    expect(Object.values(await story.clocksOf(id)).filter(({ state }) => state === 'RUNNING')).toEqual([]);
  });
});

describe('two at once on one line', () => {
  it('one signs, the other is told that the case has changed', async () => {
    const id = await story.listed({ resolveBy: '2027-04-30' });
    const version = await story.versionOf(id);
    const sign = async (login: string) =>
      (await t.as(login)).post(`/cases/${id}/actions/acknowledge-unit`).send({ version });
    const answers = await Promise.all([sign('fuze-wuchang'), sign('lianluo-wuchang')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(codeOf(answers.find(({ status }) => status === 409)!)).toBe('cases.case.stale-version');
  });

  it('two workers mark a cause once', async () => {
    const id = await story.resolving({ resolveBy: '2027-06-30' });
    t.clock.set(new Date('2027-02-03T09:30:00+08:00'));
    await Promise.all([t.tick('ownership.mark'), t.tick('ownership.mark'), t.tick('ownership.mark')]);
    const { marks } = await story.detailOf<{ marks: { cause: string }[] }>(id);
    expect(marks.map(({ cause }) => cause).sort()).toEqual(['REPORT_LATE']);
    await proveTrail(t);
  });
});

it('the district’s own practice decides when a case is marked', async () => {
  const practice = { yellowWorkdays: 1, redWorkdays: 2, resolveNearDays: 15, idleDays: 20, suspendedDays: 60, awaitingDays: 5 }; // prettier-ignore
  const set = (await t.as('kezhang')).put('/settings/ownership/practice');
  expect((await set.send({ ...practice, version: 0, reason: '从严' })).status).toBe(200);
  const id = await story.resolving({ resolveBy: '2027-06-30' });
  const { dueOn } = (await story.clocksOf(id))['CO_REPORT']!;
  expect(dueOn).toBe('2027-02-18');
  await story.on('2027-02-19');
  expect(await story.markOf(id)).toBe('YELLOW');
  await story.on('2027-02-22');
  expect(await story.markOf(id)).toBe('RED');
});
