import { Database, HandlerRegistry } from '@app/platform';
import { TrialStory } from '../reconsideration/trial-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, OTHER_UNIT } from '../support/given.js';

let t: TestApp;
let story: TrialStory;

interface Message {
  login: string;
  title: string;
  body: string;
}

const digests = (): Promise<Message[]> =>
  t.database.read<Message>(
    `SELECT a.login, n.title, n.body FROM notifications.notification n JOIN identity.account a ON a.person_id = n.recipient_id
     WHERE n.kind = 'liaison-digest' ORDER BY n.id, a.login`,
  );
const weeks = async (): Promise<string[]> =>
  (await t.database.read<{ week: string }>('SELECT week::text FROM liaison.digest ORDER BY week')).map(
    (row) => row.week,
  );
const at = (moment: string): void => t.clock.set(`${moment}:00+08:00`);
const tick = (): Promise<void> => t.tick('liaison.digest');

beforeAll(async () => {
  t = await startApp({ at: '2026-11-24T09:00:00+08:00' });
  story = new TrialStory(t);
  const tried = await story.inTrial();
  const today = t.clock.today();
  await story.step('fuyi', tried.id, 'send-copy', { sentOn: today });
  await story.step('fuyi', tried.id, 'record-copy-receipt', { method: 'DIRECT', on: today });
  const request = { organIds: [await story.organId(OTHER_UNIT)], kind: 'FACTS', text: '请核实。' };
  mustBe(201, await (await t.as('fuyi')).post(`/liaison/cases/${tried.id}/requests`).send(request));
});

afterAll(() => t.close());

it('is not begun in the midst of a week', async () => {
  await tick();
  expect([await weeks(), await digests()]).toEqual([[], []]);
});

it('comes on Monday at half past eight, to those who owe something, in numbers alone', async () => {
  at('2026-11-30T08:29');
  await tick();
  expect(await weeks()).toEqual([]);
  at('2026-11-30T08:30');
  await tick();
  expect(await weeks()).toEqual(['2026-11-30']);
  const sent = await digests();
  expect(sent.map(({ login }) => login).sort()).toEqual([
    'fuze-jiaoyu',
    'fuze-wuchang',
    'lianluo-jiaoyu',
    'lianluo-wuchang',
  ]);
  const of = (login: string) => sent.find((message) => message.login === login)!;
  expect(of('lianluo-jiaoyu').title).toBe('本周待办1项，其中已超期0项');
  expect(of('lianluo-wuchang').body).toContain('已超期0项，本周内到期0项，以后到期1项');
});

it('comes once for each person and week, however many workers and ticks there are', async () => {
  const run = t.app.get(HandlerRegistry, { strict: false }).ticks.find((each) => each.name === 'liaison.digest')!.run;
  await Promise.all(Array.from({ length: 6 }, () => run()));
  expect(await digests()).toHaveLength(4);
  at('2026-12-07T09:00');
  await Promise.all(Array.from({ length: 6 }, () => run()));
  expect(await weeks()).toEqual(['2026-11-30', '2026-12-07']);
  const sent = await digests();
  expect(sent).toHaveLength(8);
  expect(sent.filter(({ title }) => title === '本周待办1项，其中已超期1项')).toHaveLength(2);
});

it('of a worker that dies in the midst is made by another, whole', async () => {
  at('2026-12-14T09:00');
  const database = t.app.get(Database, { strict: false });
  await expect(
    database.transaction(async (tx) => {
      const { sql } = await import('@app/platform');
      await sql(tx, `INSERT INTO liaison.digest (week, sent_at) VALUES ('2026-12-14', now())`, []);
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  await tick();
  expect(await weeks()).toContain('2026-12-14');
  expect((await digests()).length).toBeGreaterThan(8);
});

it('comes to who stands in as well, and counts once what he sees to for himself too', async () => {
  at('2026-12-20T09:00');
  const enter = async (login: string, coverId: string) => {
    const days = { fromOn: '2026-12-21', lastDay: '2026-12-24', reason: '外出培训', coverId };
    mustBe(201, await (await t.as(login)).post('/directory/absences').send(days));
  };
  await enter('lianluo-wuchang', await story.personId('fuze-wuchang'));
  at('2026-12-21T09:00');
  await tick();
  const sent = (await digests()).filter(({ login }) => login === 'fuze-wuchang');
  expect(sent.at(-1)!.title).toBe('本周待办1项，其中已超期1项');
});

it('is made up for on a later day of the week, if there was no worker on the day', async () => {
  at('2026-12-31T10:00');
  await tick();
  expect(await weeks()).toContain('2026-12-28');
});

it('is sent when the setting says', async () => {
  const path = '/settings/liaison-digest';
  const admin = await t.as('xitong');
  const { version } = mustBe(200, await admin.get(path)) as { version: number };
  expect((await admin.put(path).send({ weekday: 8, at: '08:30', version })).status).toBe(422);
  expect((await admin.put(path).send({ weekday: 2, at: '25:00', version })).status).toBe(422);
  expect((await admin.put(path).send({ weekday: 2, at: '10:00', version: 9 })).status).toBe(409);
  expect((await (await t.as('fuyi')).get(path)).status).toBe(403);
  mustBe(200, await admin.put(path).send({ weekday: 2, at: '10:00', version }));
  at('2027-01-05T09:59');
  await tick();
  expect(await weeks()).not.toContain('2027-01-04');
  at('2027-01-05T10:00');
  await tick();
  expect(await weeks()).toContain('2027-01-04');
});
