import { instantOf, newId, type Id } from '@app/kernel';
import { Metrics } from '@app/platform';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Response } from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, person } from '../support/given.js';
import { codeOf, TrialStory, type TriedCase } from '../reconsideration/trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: TrialStory;

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
});

afterAll(() => t.close());

interface FeedSeen {
  id: Id;
  name: string;
  path: string | null;
  readOn: string | null;
  version: number;
}

interface EventSeen {
  uid: string;
  title: string;
  /** The instant it begins at; the day, if it is all day. */
  start: string;
  end: string;
  sequence: number;
}

const feed = async (login: string, name = '手机'): Promise<FeedSeen> =>
  mustBe(201, await (await t.as(login)).post('/calendar-feeds').send({ name })) as FeedSeen;

/** Reads a feed as a calendar program does: by its address alone. */
const read = (path: string): ReturnType<ReturnType<TestApp['anonymous']>['get']> =>
  t.anonymous().get(path.replace(/^\/api\/v1/, ''));

async function text(path: string): Promise<string> {
  const answer = await read(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  return answer.text;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The events as ical.js understands them. */
function byIcalJs(of: string): EventSeen[] {
  const root = new ICAL.Component(ICAL.parse(of) as unknown[]);
  for (const zone of root.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Asia/Shanghai');
  const moment = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  return root
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))
    .map((e) => ({
      uid: e.uid,
      title: e.summary,
      start: moment(e.startDate),
      end: moment(e.endDate),
      sequence: e.sequence,
    })) // prettier-ignore
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/** The same as node-ical does. */
function byNodeIcal(of: string): EventSeen[] {
  const dayOf = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`; // prettier-ignore
  return Object.values(nodeIcal.parseICS(of))
    .filter((component) => component?.type === 'VEVENT')
    .map((component) => {
      const e = component as unknown as { uid: string; summary: string; start: Date; end: Date; datetype: string; sequence: string }; // prettier-ignore
      const moment = (date: Date) => (e.datetype === 'date' ? dayOf(date) : date.toISOString());
      return { uid: e.uid, title: e.summary, start: moment(e.start), end: moment(e.end), sequence: Number(e.sequence) };
    })
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/** What both parsers read, which must be the same. */
async function events(path: string): Promise<EventSeen[]> {
  const of = await text(path);
  const seen = byIcalJs(of);
  expect(byNodeIcal(of)).toEqual(seen);
  expect(of.match(/BEGIN:VEVENT/g)?.length ?? 0).toBe(seen.length);
  return seen;
}

const titled = (seen: readonly EventSeen[], title: string) => seen.filter((e) => e.title.includes(title));

const SECRETS = { name: '测试机密姓名甲', phone: '13811112222', idNumber: 'E77777799', address: '测试机密路七号' };

describe('a calendar feed', () => {
  let tried: TriedCase;
  let number: string;
  let path: string;
  let officers: Id[];

  it('has the periods of one’s own cases, the same in both parsers', async () => {
    tried = await story.inTrial({ title: '机密事项标题', facts: '机密事实经过。', parties: [person(1, SECRETS)] });
    number = await story.numberOf(tried.id);
    path = (await feed('fuyi')).path!;
    const seen = await events(path);
    const [decide] = titled(seen, '复议审理期限');
    const clocks = await story.clocksOf(tried.id);
    expect(decide).toMatchObject({
      // Its last day lies in a year whose holidays are not published.
      title: `复议审理期限届满 ${number}（暂定）`,
      start: clocks['RC_DECIDE']!.dueOn,
      sequence: expect.any(Number) as number,
    });
    expect(seen.every((event) => DAY.test(event.start))).toBe(true);
    expect(titled(seen, '答复')).toEqual([]);
  });

  it('has hearings at their hour in Shanghai, for those who hold them', async () => {
    officers = await Promise.all(['fuyi2', 'fuyi3', 'fuyi4', 'lian2'].map((login) => story.personId(login)));
    await story.byInstitution(tried.id, 'assess-complexity', { hearingGrounds: ['GROUP'], committeeGrounds: [], reason: '涉及多户商铺，社会关注度高。' }); // prettier-ignore
    await story.heardOut(tried, '2026-11-24');
    await story.byInstitution(tried.id, 'schedule-hearing', {
      on: '2026-12-03',
      time: '09:30',
      place: '第一听证室',
      matters: '处罚的事实和程序',
      chairId: officers[0],
      memberIds: [officers[1], officers[2]],
      recorderId: officers[3],
    });
    const chair = (await feed('fuyi2')).path!;
    for (const address of [path, chair]) {
      const [hearing, ...more] = titled(await events(address), '听证 ');
      expect(more).toEqual([]);
      expect(hearing).toMatchObject({
        title: `听证 ${number}`,
        start: instantOf('2026-12-03', '09:30').toISOString(),
        end: instantOf('2026-12-03', '11:30').toISOString(),
      });
    }
  });

  it('keeps the UID of a hearing that moves, and raises its SEQUENCE', async () => {
    const [before] = titled(await events(path), '听证 ');
    await story.step('juzhang', tried.id, 'reschedule-hearing', { on: '2026-12-04', time: '14:00', place: '第二听证室', reason: '场地冲突' }); // prettier-ignore
    const [after] = titled(await events(path), '听证 ');
    expect(after).toMatchObject({ uid: before!.uid, start: instantOf('2026-12-04', '14:00').toISOString() });
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
  });

  it('drops a hearing that is cancelled', async () => {
    await story.step('juzhang', tried.id, 'cancel-hearing', { reason: '申请人撤回听证申请' });
    expect(titled(await events(path), '听证 ')).toEqual([]);
  });

  it('holds no names, numbers of persons, telephones, addresses, titles or facts', async () => {
    const whole = (await Promise.all([path, (await feed('lian')).path!].map(text))).join('').replaceAll('\r\n ', '');
    for (const secret of [...Object.values(SECRETS), '机密事项标题', '机密事实', '商铺', '第一听证室', '第二听证室'])
      expect(whole).not.toContain(secret);
    expect(whole).toContain(number);
  });

  it('is not sent twice: ETag and 304, to be kept by nobody in between', async () => {
    const first = await read(path);
    const { etag } = first.headers as { etag: string };
    expect(first.headers['cache-control']).toContain('private');
    const again = await read(path).set('if-none-match', etag);
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
    expect((await read(path).set('if-none-match', `"other", W/${etag}`)).status).toBe(304);
    expect((await read(path).set('if-none-match', '"other"')).status).toBe(200);
    await story.step('fuyi', tried.id, 'give-opinion', { opinion: '事实不清。', vote: 'AGREE', kind: 'REVOKE' });
  });

  it('has nothing any more of a case from which its owner was shut out', async () => {
    const shenli = (await feed('shenli')).path!;
    const dispute = tried.dispute.id;
    expect((await events(path)).filter((e) => e.title.includes(number)).length).toBeGreaterThan(0);
    await t.database.read('INSERT INTO cases.exclusion (person_id, dispute_id, since, reason) VALUES ($1, $2, $3, $4)', [await story.personId('fuyi'), dispute, '2026-11-24', '回避']); // prettier-ignore
    expect((await events(path)).filter((e) => e.title.includes(number))).toEqual([]);
    await t.database.read('DELETE FROM cases.exclusion WHERE dispute_id = $1', [dispute]);
    expect((await text(shenli)).includes('BEGIN:VCALENDAR')).toBe(true);
  });

  it('of somebody who merely sees the whole district has none of its cases', async () => {
    expect(await events((await feed('dangan')).path!)).toEqual([]);
  });

  it('has sessions of mediation at their hours, for those whom they concern, and for no one else in the dispute', async () => {
    const mediation = await story.confirmedMediation(tried.dispute);
    const title = `调解会 ${await story.numberOf(mediation)}`;
    const room = { from: '09:30', until: '11:00', mode: 'ON_SITE', place: '余杭街道调解室' };
    const partyIds = [tried.dispute.partyIds[0], tried.respondentId];
    await story.step('tiaojie-yuhang', mediation, 'schedule-session', { ...room, on: '2026-12-02', partyIds });
    const mine = (await feed('tiaojie-yuhang')).path!;
    const liaison = (await feed('lianluo-wuchang', '电脑')).path!;
    for (const address of [mine, liaison]) {
      expect(titled(await events(address), '调解会')).toMatchObject([
        {
          title,
          start: instantOf('2026-12-02', '09:30').toISOString(),
          end: instantOf('2026-12-02', '11:00').toISOString(),
        },
      ]);
    }
    for (const address of [path, (await feed('tiaojie-wuchang')).path!])
      expect(titled(await events(address), '调解会')).toEqual([]);
    expect((await text(mine)).replaceAll('\r\n ', '')).not.toContain('余杭街道');
  });

  it('has, while he stands in for somebody away, that one’s dates, and no longer', async () => {
    const address = (await feed('fuyi3')).path!;
    const ofCase = async () => (await events(address)).filter((e) => e.title.endsWith(number) || e.title.includes(`${number}（`)); // prettier-ignore
    expect(await ofCase()).toEqual([]);
    const [away] = await t.database.read<{ id: Id }>(
      `INSERT INTO directory.absence (id, person_id, from_on, until_on, cover_id, reason, created_by)
       VALUES ($1, $2, '2026-11-24', '2026-12-01', $3, '年休假', $2) RETURNING id`,
      [newId(), await story.personId('fuyi'), await story.personId('fuyi3')],
    );
    expect((await ofCase()).length).toBeGreaterThan(0);
    await t.database.read('UPDATE directory.absence SET cancelled_at = now() WHERE id = $1', [away!.id]);
    expect(await ofCase()).toEqual([]);
  });

  it('has what the respondent owes, for its liaison', async () => {
    const other = await story.inTrial();
    await story.step('fuyi', other.id, 'send-copy', { sentOn: '2026-11-24' });
    await story.step('fuyi', other.id, 'record-copy-receipt', { method: 'DIRECT', on: '2026-11-24' });
    const seen = await events((await feed('lianluo-wuchang')).path!);
    expect(titled(seen, '答复').map((e) => e.title)).toEqual([
      `被申请人答复期限届满 ${await story.numberOf(other.id)}`,
    ]);
  });
});

describe('the address of a feed', () => {
  const notFound = (answer: Response) => [answer.status, codeOf(answer), (answer.body as { detail: string }).detail];

  it('is shown once, kept as a hash, and repeated by nothing', async () => {
    const agent = await t.as('kezhang');
    const key = newId();
    const make = () => agent.post('/calendar-feeds').set('idempotency-key', key).send({ name: '电脑' });
    const first = mustBe(201, await make()) as FeedSeen;
    const again = mustBe(201, await make()) as FeedSeen;
    expect([again.id, again.path]).toEqual([first.id, null]);
    const secret = /\/([A-Za-z0-9_-]{43})\.ics$/.exec(first.path!)![1]!;
    expect((await agent.get('/calendar-feeds')).text).not.toContain(secret);
    const [row] = await t.database.read<{ held: string }>(
      `SELECT (SELECT string_agg(f::text, '') FROM feeds.feed f) || (SELECT string_agg(e::text, '') FROM audit.entry e)
         || coalesce((SELECT string_agg(o::text, '') FROM platform.outbox o), '')
         || coalesce((SELECT string_agg(k::text, '') FROM platform.idempotency_key k), '') AS held`,
    );
    expect(row!.held).not.toContain(secret);
  });

  it('is not in problems nor in metrics, which name requests as the log does', async () => {
    const secret = 'A'.repeat(43);
    const answer = await read(`/calendar/${secret}.ics`);
    expect(notFound(answer)).toEqual([404, 'feeds.calendar.not-found', '没有找到该记录，或者您无权查看。']);
    expect(answer.text).not.toContain(secret);
    expect((answer.body as { instance: string }).instance).toBe('/api/v1/calendar/:secret.ics');
    // The log names requests by the same pattern as the metrics.
    const metrics = await t.app.get(Metrics, { strict: false }).registry.metrics();
    expect(metrics).toContain('route="/api/v1/calendar/:secret.ics"');
    expect(metrics).not.toContain(secret);
  });

  it('that was revoked, replaced, never given, or whose owner’s account is disabled: 404 alike', async () => {
    const agent = await t.as('juzhang');
    const revoked = await feed('juzhang', '旧手机');
    const rotated = await feed('juzhang', '电脑');
    const disabled = await feed('fuyi4');
    for (const { path } of [revoked, rotated, disabled]) expect((await read(path!)).status).toBe(200);
    mustBe(204, await agent.delete(`/calendar-feeds/${revoked.id}`));
    const renewed = mustBe(200, await agent.post(`/calendar-feeds/${rotated.id}/rotate`).send({ version: 1 })) as FeedSeen; // prettier-ignore
    const [account] = await t.database.read<{ id: Id }>(`SELECT id FROM identity.account WHERE login = 'fuyi4'`);
    mustBe(204, await (await t.as('anquan')).post(`/accounts/${account!.id}/disable`).send());
    const answers = await Promise.all(
      [revoked.path!, rotated.path!, disabled.path!, `/calendar/${'x'.repeat(43)}.ics`, '/calendar/x.ics'].map((p) => read(p)), // prettier-ignore
    );
    for (const answer of answers) expect(notFound(answer)).toEqual(notFound(answers[0]!));
    expect(answers[0]!.status).toBe(404);
    expect((await read(renewed.path!)).status).toBe(200);
    mustBe(204, await (await t.as('anquan')).post(`/accounts/${account!.id}/enable`).send());
  });

  it('is its owner’s alone to change', async () => {
    const { id } = await feed('quzhang');
    const other = await t.as('lian');
    expect((await other.post(`/calendar-feeds/${id}/rotate`).send({ version: 1 })).status).toBe(404);
    expect((await other.delete(`/calendar-feeds/${id}`)).status).toBe(404);
    const own = await t.as('quzhang');
    const stale = await own.post(`/calendar-feeds/${id}/rotate`).send({ version: 7 });
    expect([stale.status, codeOf(stale)]).toEqual([409, 'feeds.feed.stale-version']);
    const twice = await Promise.all([1, 2].map(() => own.post(`/calendar-feeds/${id}/rotate`).send({ version: 1 })));
    expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const list = mustBe(200, await own.get('/calendar-feeds')) as FeedSeen[];
    expect(list).toMatchObject([{ id, name: '手机', readOn: null, version: 2 }]);
  });

  it('is one of five at most, also of those asked for at once', async () => {
    const agent = await t.as('zhongxin');
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, i) => agent.post('/calendar-feeds').send({ name: `设备${i}` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 201, 201, 201, 201, 409, 409]);
    expect(answers.filter((a) => a.status === 409).map(codeOf)).toEqual(['feeds.too-many', 'feeds.too-many']);
    for (const name of ['', ' ', 'x'.repeat(41), 7])
      expect((await agent.post('/calendar-feeds').send({ name })).status).toBe(422);
  });

  it('says when it was last read', async () => {
    const { id, path } = await feed('lian2');
    await read(path!);
    const list = mustBe(200, await (await t.as('lian2')).get('/calendar-feeds')) as FeedSeen[];
    expect(list.find((each) => each.id === id)).toMatchObject({ readOn: '2026-11-24' });
  });
});
