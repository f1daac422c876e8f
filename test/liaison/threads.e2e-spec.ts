import { newId, type Id } from '@app/kernel';
import type { Response } from 'supertest';
import { codeOf, TrialStory, type TriedCase } from '../reconsideration/trial-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, mustBe, OTHER_UNIT, type Body } from '../support/given.js';

/** Tuesday, 24 November 2026. */
const TODAY = '2026-11-24';
let t: TestApp;
let story: TrialStory;
let tried: TriedCase;
let organIds: Id[];

interface Thread extends Body {
  id: Id;
  organId: Id;
  version: number;
  messages: (Body & { files: Body[] })[];
  clock: { id: Id; dueOn: string; state: string };
}

const get = async (login: string, path: string): Promise<Response> => (await t.as(login)).get(path);
const post = async (login: string, path: string, body: Body = {}, key?: string): Promise<Response> => {
  const call = (await t.as(login)).post(path).send(body);
  return key === undefined ? call : call.set('idempotency-key', key);
};
const asks = (over: Body = {}, caseId = tried.id, login = 'fuyi', key?: string): Promise<Response> =>
  post(
    login,
    `/liaison/cases/${caseId}/requests`,
    { organIds, kind: 'FACTS', text: '请核实商铺登记情况。', ...over },
    key,
  );
const asked = async (over: Body = {}, caseId = tried.id): Promise<Thread[]> =>
  (mustBe(201, await asks(over, caseId)) as { items: Thread[] }).items;
const thread = async (login: string, id: Id): Promise<Thread> =>
  mustBe(200, await get(login, `/liaison/requests/${id}`)) as Thread;
const does = (login: string, id: Id, act: string, body: Body = {}): Promise<Response> =>
  post(login, `/liaison/requests/${id}/${act}`, body);
const inbox = (login: string, kind = 'liaison-thread'): Promise<{ title: string; body: string }[]> =>
  story
    .personId(login)
    .then((id) =>
      t.database.read(`SELECT title, body FROM notifications.notification WHERE recipient_id = $1 AND kind = $2`, [
        id,
        kind,
      ]),
    );

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
  organIds = [await story.organId(COMMITTEE_UNIT), await story.organId(OTHER_UNIT)];
});

beforeEach(async () => {
  t.clock.set(`${TODAY}T09:00:00+08:00`);
  tried = await story.inTrial();
});
afterAll(() => t.close());

describe('what is asked of organs', () => {
  it('gives each a clock and a thread of its own, and tells it without saying what', async () => {
    const key = newId();
    const answer = await asks({}, tried.id, 'fuyi', key);
    const { items } = mustBe(201, answer) as { items: Thread[] };
    expect(items.map((each) => each.organId)).toEqual(organIds);
    expect(items[0]).toMatchObject({ kind: 'FACTS', state: 'OPEN', clock: { dueOn: '2026-12-01', state: 'RUNNING' } });
    expect((await asks({}, tried.id, 'fuyi', key)).body).toEqual(answer.body);
    const owed = (await get('lianluo-jiaoyu', '/liaison/owed?kind=REQUEST')).body as { items: Body[] };
    expect(owed.items.find((item) => item['requestId'] === items[1]!.id)).toMatchObject({
      article: '行政争议交办、协办工作规程 [L]',
      next: { path: `/liaison/requests/${items[1]!.id}/answer` },
    });
    const [message] = await inbox('lianluo-jiaoyu');
    expect(message!.title).toContain('新的交办、协办往来');
    expect(JSON.stringify(await inbox('lianluo-jiaoyu'))).not.toContain('商铺');
    // An organ that is asked has no part in the case.
    expect((await get('lianluo-jiaoyu', `/cases/${tried.id}`)).status).toBe(404);
    expect((await get('lianluo-jiaoyu', `/disputes/${tried.dispute.id}`)).status).toBe(404);
  });

  it('is no other organ’s to see, on any route', async () => {
    const [yuhang, jiaoyu] = await asked();
    const version = { version: 1 };
    const routes: [string, string, Body?][] = [
      ['get', ''],
      ['post', '/read'],
      ['post', '/messages', { text: '请问' }],
      ['post', '/answer', { ...version, text: '答复' }],
      ['post', '/handled', version],
      ['post', '/files'],
      ['get', `/files/${newId()}`],
    ];
    for (const login of ['lianluo-jiaoyu', 'fuze-jiaoyu', 'lianluo-wuchang'])
      for (const [method, path, body] of routes) {
        const call = `/liaison/requests/${yuhang!.id}${path}`;
        const answer = method === 'get' ? await get(login, call) : await post(login, call, body);
        expect([login, path, answer.status]).toEqual([login, path, 404]);
      }
    for (const login of ['lianluo-jiaoyu', 'fuze-jiaoyu']) {
      const owed = (await get(login, '/liaison/owed?size=100')).body as { items: Body[] };
      expect(owed.items.some((item) => item['requestId'] === yuhang!.id)).toBe(false);
      expect((await post(login, `/liaison/owed/${yuhang!.clock.id}/acknowledge`)).status).toBe(404);
      const wish = { days: 3, reason: '时间不足' };
      expect((await post(login, `/liaison/owed/${yuhang!.clock.id}/more-time`, wish)).status).toBe(404);
      for (const path of ['withdraw', 'more-time'])
        expect((await does(login, jiaoyu!.id, path, { version: 1, reason: '撤回', granted: true })).status).toBe(403);
      expect((await get(login, `/liaison/cases/${tried.id}/requests`)).status).toBe(403);
    }
    for (const login of ['tongji', 'shenli', 'tiaojie', 'lingdao1'])
      expect([login, (await get(login, `/liaison/requests/${yuhang!.id}`)).status]).toEqual([login, 404]);
    const all = (await get('kezhang', `/liaison/cases/${tried.id}/requests`)).body as { items: Thread[] };
    expect(all.items).toHaveLength(2);
  });

  it('is told to no other organ that takes part in the case, neither as a clock nor in its history', async () => {
    const [, jiaoyu] = await asked();
    mustBe(200, await does('lianluo-jiaoyu', jiaoyu!.id, 'answer', { version: 1, text: '已核实。' }));
    const seen = async (login: string): Promise<boolean[]> =>
      Promise.all(
        [
          `/cases/${tried.id}`,
          `/cases/${tried.id}/as-of?at=${TODAY}T01:00:00.000Z`,
          `/disputes/${tried.dispute.id}`,
          `/disputes/${tried.dispute.id}/history`,
        ].map(async (path) => {
          const answer = await get(login, path);
          mustBe(200, answer);
          return /LS_ANSWER|liaison\./.test(answer.text);
        }),
      );
    expect(await seen('lianluo-wuchang')).toEqual([false, false, false, false]);
    expect(await seen('fuyi')).toEqual([true, true, true, true]);
  });

  it('goes to organs that somebody answers for, once at a time, in open cases', async () => {
    const nobody = await asks({ organIds: [organIds[0], newId()] });
    expect([nobody.status, codeOf(nobody), nobody.body.errors[0].pointer]).toEqual([
      422,
      'liaison.organ-unfit',
      '#/organIds/1',
    ]);
    for (const wrong of [{ organIds: [] }, { kind: 'X' }, { text: ' ' }, { workingDays: 0 }])
      expect((await asks(wrong)).status).toBe(422);
    expect((await asks({}, newId())).status).toBe(404);
    const [first] = await asked({ organIds: [organIds[0]], workingDays: 3 });
    expect(first!.clock.dueOn).toBe('2026-11-27');
    const again = await asks();
    expect([again.status, codeOf(again), again.body.errors[0].pointer]).toEqual([
      409,
      'liaison.asked-already',
      '#/organIds/0',
    ]);
    const two = await Promise.all([asks({ organIds: [organIds[1]] }), asks({ organIds: [organIds[1]] })]);
    expect(two.map((each) => each.status).sort()).toEqual([201, 409]);
  });

  it('is answered by the organ, which ends its own clock alone', async () => {
    const [yuhang, jiaoyu] = await asked();
    const answer = { version: 1, text: '经核实，该商铺已登记。' };
    expect(codeOf(await does('lianluo-yuhang', yuhang!.id, 'answer', { ...answer, version: 9 }))).toBe(
      'liaison.request.stale-version',
    );
    const both = await Promise.all(
      ['lianluo-yuhang', 'fuze-yuhang'].map((login) => does(login, yuhang!.id, 'answer', answer)),
    );
    expect(both.map((each) => each.status).sort()).toEqual([200, 409]);
    expect(await thread('fuyi', yuhang!.id)).toMatchObject({ state: 'ANSWERED', late: false, clock: { state: 'MET' } });
    expect(await thread('fuyi', jiaoyu!.id)).toMatchObject({ state: 'OPEN', clock: { state: 'RUNNING' } });
    t.clock.set('2026-12-02T09:00:00+08:00');
    expect(await thread('fuyi', jiaoyu!.id)).toMatchObject({ state: 'OPEN', late: true });
    mustBe(200, await does('lianluo-jiaoyu', jiaoyu!.id, 'answer', answer));
    const done = (await get('lianluo-jiaoyu', '/liaison/done?late=true&kind=REQUEST')).body as { items: Body[] };
    expect(done.items.find((item) => item['requestId'] === jiaoyu!.id)).toMatchObject({ late: true, answered: true });
  });

  it('has questions and read marks', async () => {
    const [, jiaoyu] = await asked();
    mustBe(201, await does('lianluo-jiaoyu', jiaoyu!.id, 'messages', { text: '请问核实哪一年度？' }));
    t.clock.set(`${TODAY}T10:00:00+08:00`);
    const seen = await thread('fuyi', jiaoyu!.id);
    expect(seen.messages.map(({ voice, unread }) => [voice, unread])).toEqual([
      ['STAFF', false],
      ['ORGAN', true],
    ]);
    const read = mustBe(200, await does('fuyi', jiaoyu!.id, 'read')) as Thread;
    expect(read.messages.some((message) => message['unread'])).toBe(false);
    expect((await thread('lianluo-jiaoyu', jiaoyu!.id))['readBy']).toMatchObject([{ at: `${TODAY}T02:00:00.000Z` }]);
    mustBe(201, await does('fuyi', jiaoyu!.id, 'messages', { text: '2025年度。' }));
    expect((await thread('lianluo-jiaoyu', jiaoyu!.id)).messages).toHaveLength(3);
    const [row] = await t.database.read<{ content: Buffer }>(
      'SELECT content FROM liaison.message WHERE request_id = $1 LIMIT 1',
      [jiaoyu!.id],
    );
    expect(row!.content.toString('utf8')).not.toContain('商铺');
  });

  it('tells a person once a day of a case, unless the answer is overdue', async () => {
    const [, jiaoyu] = await asked();
    const before = (await inbox('lianluo-jiaoyu')).length;
    for (const text of ['补充一', '补充二']) await does('fuyi', jiaoyu!.id, 'messages', { text });
    expect(await inbox('lianluo-jiaoyu')).toHaveLength(before);
    t.clock.set('2026-12-03T09:00:00+08:00');
    for (const text of ['请尽快答复', '再次催办']) await does('fuyi', jiaoyu!.id, 'messages', { text });
    expect(await inbox('lianluo-jiaoyu')).toHaveLength(before + 2);
  });

  it('may get more time, once, if those who asked grant it', async () => {
    const [yuhang, jiaoyu] = await asked();
    const wants = (login: string, each: Thread, days = 7) =>
      post(login, `/liaison/owed/${each.clock.id}/more-time`, { days, reason: '需要调阅档案' });
    expect(codeOf(await does('fuyi', yuhang!.id, 'more-time', { version: 1, granted: true, reason: '同意' }))).toBe(
      'liaison.no-more-time-asked',
    );
    expect(codeOf(await wants('lianluo-yuhang', yuhang!, 16))).toBe('liaison.more-time-too-long');
    expect(mustBe(200, await wants('lianluo-yuhang', yuhang!))).toMatchObject({
      outcome: 'ASKED',
      dueOn: '2026-12-01',
    });
    expect(codeOf(await wants('lianluo-yuhang', yuhang!))).toBe('liaison.more-time-asked');
    const granted = mustBe(
      200,
      await does('fuyi', yuhang!.id, 'more-time', { version: 1, granted: true, reason: '同意' }),
    );
    expect(granted).toMatchObject({ clock: { dueOn: '2026-12-08' }, moreTime: { outcome: 'GRANTED' }, version: 2 });
    expect(codeOf(await does('fuyi', yuhang!.id, 'more-time', { version: 2, granted: true, reason: '同意' }))).toBe(
      'liaison.no-more-time-asked',
    );
    mustBe(200, await wants('lianluo-jiaoyu', jiaoyu!));
    const refused = mustBe(
      200,
      await does('fuyi', jiaoyu!.id, 'more-time', { version: 1, granted: false, reason: '期限紧' }),
    );
    expect(refused).toMatchObject({ clock: { dueOn: '2026-12-01' }, moreTime: { outcome: 'REFUSED' } });
    const seen = await thread('lianluo-jiaoyu', jiaoyu!.id);
    expect(seen.messages.map((message) => message['kind'])).toEqual(['REQUEST', 'MORE_TIME', 'TIME_DECIDED']);
  });

  it('that is only told is done with in one click, and nothing else is', async () => {
    const [yuhang] = await asked({ organIds: [organIds[0]] });
    expect(codeOf(await does('lianluo-yuhang', yuhang!.id, 'handled', { version: 1 }))).toBe('liaison.answer-needed');
    const [notice] = await asked({ organIds: [organIds[1]], kind: 'NOTICE', text: '案件已进入审理。' });
    const owed = (await get('lianluo-jiaoyu', '/liaison/owed?size=100')).body as { items: Body[] };
    expect(owed.items.find((item) => item['requestId'] === notice!.id)).toMatchObject({ next: { name: 'handled' } });
    const done = mustBe(200, await does('lianluo-jiaoyu', notice!.id, 'handled', { version: 1 }));
    expect(done).toMatchObject({ state: 'ANSWERED', clock: { state: 'MET' } });
    expect(codeOf(await does('lianluo-jiaoyu', notice!.id, 'handled', { version: 2 }))).toBe('liaison.closed');
  });

  it('can be taken back by those who asked', async () => {
    const [yuhang] = await asked({ organIds: [organIds[0]] });
    mustBe(200, await does('fuyi', yuhang!.id, 'withdraw', { version: 1, reason: '已经查明' }));
    expect(await thread('lianluo-yuhang', yuhang!.id)).toMatchObject({
      state: 'WITHDRAWN',
      clock: { state: 'CANCELLED' },
    });
    expect(codeOf(await does('lianluo-yuhang', yuhang!.id, 'answer', { version: 2, text: '答复' }))).toBe(
      'liaison.closed',
    );
    expect(codeOf(await does('lianluo-yuhang', yuhang!.id, 'messages', { text: '请问' }))).toBe('liaison.withdrawn');
    expect((await asks({ organIds: [organIds[0]] })).status).toBe(201);
  });

  it('shows files of either side in the thread alone, each reading on record', async () => {
    const [yuhang, jiaoyu] = await asked();
    const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
    const upload = async (login: string, id: Id): Promise<Response> =>
      (await t.as(login)).post(`/liaison/requests/${id}/files`).attach('file', pdf, '登记档案.pdf');
    const { id: fileId } = mustBe(201, await upload('lianluo-yuhang', yuhang!.id)) as { id: Id };
    expect((await upload('lianluo-jiaoyu', yuhang!.id)).status).toBe(404);
    const file = (id: Id, login: string) => get(login, `/liaison/requests/${id}/files/${fileId}`);
    expect((await file(yuhang!.id, 'fuyi')).status).toBe(404);
    const foreign = await does('lianluo-jiaoyu', jiaoyu!.id, 'answer', {
      version: 1,
      text: '见附件',
      fileIds: [fileId],
    });
    expect(foreign.status).toBe(404);
    mustBe(200, await does('lianluo-yuhang', yuhang!.id, 'answer', { version: 1, text: '见附件', fileIds: [fileId] }));
    expect((await thread('fuyi', yuhang!.id)).messages.at(-1)!.files).toMatchObject([
      { id: fileId, title: '登记档案' },
    ]);
    for (const login of ['fuyi', 'lianluo-yuhang']) expect((await file(yuhang!.id, login)).status).toBe(200);
    for (const login of ['lianluo-jiaoyu', 'lianluo-wuchang']) expect((await file(yuhang!.id, login)).status).toBe(404);
    mustBe(201, await does('fuyi', jiaoyu!.id, 'messages', { text: '供参考', fileIds: [fileId] }));
    expect((await file(jiaoyu!.id, 'lianluo-jiaoyu')).status).toBe(200);
    const reads = await t.database.read(
      `SELECT 1 FROM audit.entry WHERE action = 'cases.read-file' AND subject_id = $1`,
      [fileId],
    );
    expect(reads).toHaveLength(3);
  });

  it('is asked in a mediation by the centre alone, without files', async () => {
    const dispute = await story.dispute({}, { by: 'zhongxin' });
    const mediation = await story.mediation(dispute.id);
    expect((await asks({}, mediation)).status).toBe(404);
    const { items } = mustBe(201, await asks({}, mediation, 'zhongxin')) as { items: Thread[] };
    expect((await get('kezhang', `/liaison/requests/${items[0]!.id}`)).status).toBe(404);
    expect((await get('kezhang', `/liaison/cases/${mediation}/requests`)).status).toBe(404);
    const refused = await does('zhongxin', items[0]!.id, 'messages', { text: '见附件', fileIds: [newId()] });
    expect(codeOf(refused)).toBe('liaison.behind-the-wall');
  });

  it('is seen and answered by who stands in for the liaison', async () => {
    const [, jiaoyu] = await asked();
    const coverId = await story.personId('fuze-jiaoyu');
    const days = { fromOn: TODAY, lastDay: TODAY, reason: '外出培训', coverId };
    mustBe(201, await post('lianluo-jiaoyu', '/directory/absences', days));
    mustBe(200, await does('fuze-jiaoyu', jiaoyu!.id, 'answer', { version: 1, text: '已核实。' }));
  });

  it('is reminded of: the liaison of that organ, not those of others', async () => {
    await t.drain();
    const [, jiaoyu] = await asked();
    await t.drain();
    const planned = await t.database.read<{ id: Id }>(
      'SELECT DISTINCT recipient_id AS id FROM reminders.reminder WHERE clock_id = $1 AND NOT escalation',
      [jiaoyu!.clock.id],
    );
    const people = [await story.personId('lianluo-jiaoyu'), await story.personId('fuyi')];
    expect(planned.map(({ id }) => id).sort()).toEqual(people.sort());
  });

  it('leaves a trail from which the case is rebuilt', async () => {
    const [yuhang] = await asked();
    mustBe(200, await does('lianluo-yuhang', yuhang!.id, 'answer', { version: 1, text: '已核实。' }));
    const { proveTrail } = await import('../support/prove-trail.js');
    await proveTrail(t);
  });
});
