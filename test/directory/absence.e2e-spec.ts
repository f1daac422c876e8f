import { Participants } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { newId, type CalendarDate, type Id } from '@app/kernel';
import type { Response } from 'supertest';
import { codeOf, TrialStory, type TriedCase } from '../reconsideration/trial-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, OTHER_UNIT, UNIT, type Body } from '../support/given.js';

/** Tuesday, 24 November 2026. */
const TODAY = '2026-11-24';
let t: TestApp;
let story: TrialStory;
let participants: Participants;

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
  participants = t.app.get(Participants, { strict: false });
});

beforeEach(() => t.clock.set(`${TODAY}T09:00:00+08:00`));
afterAll(() => t.close());

const days = (fromOn: CalendarDate, lastDay: CalendarDate, more: Body = {}): Body => ({
  fromOn,
  lastDay,
  reason: '外出培训',
  ...more,
});
const enters = async (login: string, body: Body, key?: string): Promise<Response> => {
  const call = (await t.as(login)).post('/directory/absences').send(body);
  return key === undefined ? call : call.set('idempotency-key', key);
};
const entered = async (login: string, body: Body): Promise<Id> =>
  (mustBe(201, await enters(login, body)) as { id: Id }).id;
const version = async (id: Id): Promise<number> => {
  const [row] = await t.database.read<{ version: number }>('SELECT version FROM directory.absence WHERE id = $1', [id]);
  return row!.version;
};
const acts = async (login: string, id: Id, act: string, body: Body = {}): Promise<Response> =>
  (await t.as(login)).post(`/directory/absences/${id}/${act}`).send({ version: await version(id), ...body });
const cancels = async (login: string, id: Id): Promise<void> => {
  mustBe(200, await acts(login, id, 'cancel'));
};
const get = async (login: string, path: string): Promise<Response> => (await t.as(login)).get(path);

describe('entering days away', () => {
  it('is for oneself, for the head of the organ and for the administrator', async () => {
    const personId = await story.personId('lianluo-wuchang');
    const span = days('2026-12-07', '2026-12-11');
    const own = await entered('lianluo-wuchang', { ...span, coverId: await story.personId('fuze-wuchang') });
    expect((await get('lianluo-wuchang', `/directory/absences/${own}`)).body).toMatchObject({
      personId,
      fromOn: '2026-12-07',
      lastDay: '2026-12-11',
      reason: '外出培训',
      current: false,
    });
    await cancels('lianluo-wuchang', own);
    for (const login of ['fuze-wuchang', 'xitong']) await cancels(login, await entered(login, { ...span, personId }));
    for (const login of ['zhuren-wuchang', 'fuze-jiaoyu', 'lian']) {
      const refused = await enters(login, { ...span, personId });
      expect([login, refused.status, codeOf(refused)]).toEqual([login, 403, 'directory.not-their-head']);
    }
  });

  it.each<[string, string, CalendarDate, CalendarDate, Body | 'self' | null, number, string]>([
    ['turned round', 'fuyi', '2026-12-02', '2026-12-01', null, 422, 'directory.absence-days'],
    ['past', 'fuyi', '2026-11-02', '2026-11-23', null, 422, 'directory.absence-days'],
    ['of more than a year', 'fuyi', '2026-12-01', '2028-12-01', null, 422, 'directory.absence-days'],
    ['no day', 'fuyi', '2026-02-30', '2026-12-01', null, 422, 'request.invalid'],
    ['covered by himself', 'fuyi', '2026-12-01', '2026-12-01', 'self', 409, 'directory.cover-unfit'],
    ['of nobody', 'juzhang', '2026-12-01', '2026-12-01', { personId: newId() }, 404, 'directory.person.not-found'],
    ['covered by nobody', 'fuyi', '2026-12-01', '2026-12-01', { coverId: newId() }, 404, 'directory.person.not-found'],
  ])('refuses what is %s', async (_what, login, fromOn, lastDay, more, status, code) => {
    const over = more === 'self' ? { coverId: await story.personId(login) } : (more ?? {});
    const refused = await enters(login, days(fromOn, lastDay, over));
    expect([refused.status, codeOf(refused)]).toEqual([status, code]);
  });

  it('takes for cover a colleague of the same role or a head; anybody of the organ if the head names him', async () => {
    const coverId = await story.personId('lian');
    const refused = await enters('fuyi', days('2026-12-01', '2026-12-01', { coverId }));
    expect(codeOf(refused)).toBe('directory.cover-unfit');
    const personId = await story.personId('fuyi');
    const named = days('2026-12-01', '2026-12-01', { personId, coverId });
    await cancels('kezhang', await entered('kezhang', named));
    const elsewhere = await enters('kezhang', { ...named, coverId: await story.personId('tiaojie') });
    expect(codeOf(elsewhere)).toBe('directory.cover-unfit');
    const administrator = await enters('kezhang', { ...named, coverId: await story.personId('xitong') });
    expect(codeOf(administrator)).toBe('directory.cover-unfit');
  });

  it('refuses days that overlap, a cover who is away, and a chain of covers', async () => {
    const [fuyi2, fuyi3] = [await story.personId('fuyi2'), await story.personId('fuyi3')];
    const first = await entered('fuyi', days('2026-12-01', '2026-12-04', { coverId: fuyi2 }));
    expect(codeOf(await enters('fuyi', days('2026-12-04', '2026-12-07')))).toBe('directory.absence-overlaps');
    expect(codeOf(await enters('fuyi2', days('2026-12-03', '2026-12-03')))).toBe('directory.covers-another');
    const next = await entered('fuyi', days('2026-12-05', '2026-12-07'));
    const third = await entered('fuyi3', days('2026-12-08', '2026-12-09'));
    const away = await enters('fuyi4', days('2026-12-07', '2026-12-08', { coverId: fuyi3 }));
    expect([away.status, codeOf(away)]).toEqual([409, 'directory.cover-absent']);
    for (const [login, id] of [
      ['fuyi', first],
      ['fuyi', next],
      ['fuyi3', third],
    ] as const)
      await cancels(login, id);
  });

  it('of one person by two at once, one is taken', async () => {
    const personId = await story.personId('fuyi');
    const body = days('2026-12-14', '2026-12-15', { personId });
    const answers = await Promise.all(['fuyi', 'kezhang', 'juzhang'].map((login) => enters(login, body)));
    expect(answers.map((each) => each.status).sort()).toEqual([201, 409, 409]);
    const won = answers.find((each) => each.status === 201)!;
    await cancels('kezhang', (won.body as { id: Id }).id);
  });

  it('two who name each other at once do not wait for ever, and only one is covered', async () => {
    const [a, b] = [await story.personId('fuyi'), await story.personId('fuyi2')];
    const answers = await Promise.all([
      enters('fuyi', days('2026-12-16', '2026-12-16', { coverId: b })),
      enters('fuyi2', days('2026-12-16', '2026-12-16', { coverId: a })),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual([201, 409]);
    const login = answers[0].status === 201 ? 'fuyi' : 'fuyi2';
    await cancels(login, (answers.find((each) => each.status === 201)!.body as { id: Id }).id);
  });

  it('repeated under its key is one', async () => {
    const key = newId();
    const body = days('2026-12-17', '2026-12-17');
    const [first, second] = [await enters('fuyi', body, key), await enters('fuyi', body, key)];
    expect(second.body).toEqual(first.body);
    await cancels('fuyi', (first.body as { id: Id }).id);
  });

  it('can be taken back or shortened, by those who may enter it, while it lasts', async () => {
    const id = await entered('fuyi', days(TODAY, '2026-11-27'));
    expect(codeOf(await acts('fuyi', id, 'shorten', { lastDay: '2026-11-27' }))).toBe('directory.absence-days');
    expect(codeOf(await acts('fuyi', id, 'shorten', { version: 9, lastDay: '2026-11-25' }))).toBe(
      'directory.absence.stale-version',
    );
    for (const login of ['fuyi2', 'fuze-wuchang']) expect((await acts(login, id, 'cancel')).status).toBe(404);
    const shorter = mustBe(200, await acts('kezhang', id, 'shorten', { lastDay: '2026-11-26' }));
    expect(shorter).toMatchObject({ lastDay: '2026-11-26', current: true });
    t.clock.set('2026-11-25T09:00:00+08:00');
    const ended = mustBe(200, await acts('fuyi', id, 'cancel'));
    expect(ended).toMatchObject({ lastDay: '2026-11-24', current: false, cancelled: false });
    expect(codeOf(await acts('fuyi', id, 'cancel'))).toBe('directory.absence-over');
  });
});

describe('the list of who is away', () => {
  it('is of an organ of one’s own, and tells why only to those whom it concerns', async () => {
    const id = await entered('lianluo-wuchang', days(TODAY, TODAY));
    const organId = await story.organId(UNIT);
    const listed = (answer: Response) => (mustBe(200, answer) as { items: Body[] }).items.find((a) => a['id'] === id);
    const path = `/directory/absences?organId=${organId}`;
    expect(listed(await get('fuze-wuchang', path))).toMatchObject({ reason: '外出培训', current: true });
    expect(listed(await get('xitong', path))).toMatchObject({ reason: '外出培训' });
    expect(listed(await get('lianluo-wuchang', '/directory/absences'))).toMatchObject({ reason: '外出培训' });
    expect(listed(await get('lianluo-wuchang', `${path}&from=2026-11-25`))).toBeUndefined();
    for (const login of ['fuze-jiaoyu', 'lian', 'tiaojie-wuchang']) {
      expect((await get(login, path)).status).toBe(404);
      expect((await get(login, `/directory/absences/${id}`)).status).toBe(404);
    }
    const colleague = await entered('kezhang', days(TODAY, TODAY, { personId: await story.personId('shenli') }));
    expect((await get('fuyi', `/directory/absences/${colleague}`)).body).toMatchObject({ reason: null });
    await cancels('fuze-wuchang', id);
    await cancels('kezhang', colleague);
  });

  it('answers other capabilities who is away on a day', async () => {
    const directory = t.app.get(DirectoryService, { strict: false });
    const [personId, coverId] = [await story.personId('fuyi3'), await story.personId('fuyi4')];
    const id = await entered('fuyi3', days('2026-12-21', '2026-12-22', { coverId }));
    const on = async (day: CalendarDate) => (await directory.absentOn(day)).filter((a) => a.personId === personId);
    expect(await on('2026-12-20')).toEqual([]);
    expect(await on('2026-12-22')).toEqual([{ personId, coverId }]);
    expect(await on('2026-12-23')).toEqual([]);
    await cancels('fuyi3', id);
    expect(await on('2026-12-22')).toEqual([]);
  });
});

describe('who stands in', () => {
  let tried: TriedCase;

  beforeAll(async () => {
    tried = await story.inTrial();
  });

  it('performs the handler’s steps while it lasts, in his own name and for the absent; then no more', async () => {
    const copy = { sentOn: '2026-11-25' };
    const [fuyi, fuyi2] = [await story.personId('fuyi'), await story.personId('fuyi2')];
    await entered('fuyi', days('2026-11-25', '2026-11-26', { coverId: fuyi2 }));
    const early = await story.tries('fuyi2', tried.id, 'send-copy', { sentOn: TODAY });
    expect([early.status, codeOf(early)]).toEqual([403, 'cases.role-required']);

    t.clock.set('2026-11-25T09:00:00+08:00');
    expect((await get('fuyi2', '/me')).body.covers).toMatchObject([{ personId: fuyi }]);
    await story.step('fuyi2', tried.id, 'send-copy', copy);
    const [entry] = await t.database.read<{ actorId: Id; detail: Body }>(
      `SELECT actor_id AS "actorId", detail FROM audit.entry WHERE subject_id = $1 AND action = 'reconsideration.send-copy'`,
      [tried.id],
    );
    expect(entry).toMatchObject({ actorId: fuyi2, detail: { role: 'case_handler', for: fuyi, covering: [fuyi] } });
    const history = (await get('fuyi2', `/disputes/${tried.dispute.id}/history`)).body as { sentence: string }[];
    expect(history.some((line) => /（代.+办理）$/.test(line.sentence))).toBe(true);

    t.clock.set('2026-11-27T00:00:00+08:00');
    expect((await get('fuyi2', '/me')).body.covers).toEqual([]);
    const late = await story.tries('fuyi2', tried.id, 'record-copy-receipt', { method: 'DIRECT', on: '2026-11-25' });
    expect([late.status, codeOf(late)]).toEqual([403, 'cases.role-required']);
  });

  it('gives no opinion in the absent officer’s place: deliberation is personal', async () => {
    const id = await entered('shenli', days(TODAY, TODAY, { coverId: await story.personId('fuyi3') }));
    const opinion = { opinion: '程序违法。', vote: 'AGREE', kind: 'REVOKE' };
    const refused = await story.tries('fuyi3', tried.id, 'give-opinion', opinion);
    expect(codeOf(refused)).not.toBe('cases.role-required');
    expect(refused.status).toBe(409);
    await cancels('shenli', id);
  });

  it('sees the absent person’s disputes, on every way, and only while it lasts', async () => {
    const [absent, cover] = [await story.personId('lingdao1'), await story.personId('lingdao2')];
    const add = { disputeId: tried.dispute.id, caseId: null, role: 'case_leader' as const, personId: absent };
    await t.database.transaction((tx) => Promise.resolve(participants.add(tx, [{ ...add, since: TODAY }])));
    const sees = async (): Promise<unknown[]> => [
      (await get('lingdao2', `/disputes/${tried.dispute.id}`)).status,
      (await get('lingdao2', `/cases/${tried.id}`)).status,
      (await get('lingdao2', `/disputes/${tried.dispute.id}/history`)).status,
      (await get('lingdao2', '/disputes?scope=all')).body.total,
      (await get('lingdao2', '/disputes?scope=mine')).body.total,
      (await get('lingdao2', '/cases')).body.total,
    ];
    expect(await sees()).toEqual([404, 404, 404, 0, 0, 0]);
    const id = await entered('lingdao1', days(TODAY, '2026-11-25', { coverId: cover }));
    expect(await sees()).toEqual([200, 200, 200, 1, 1, 1]);
    t.clock.set('2026-11-26T09:00:00+08:00');
    expect(await sees()).toEqual([404, 404, 404, 0, 0, 0]);
    t.clock.set(`${TODAY}T09:00:00+08:00`);

    const exclude = (personId: Id) =>
      t.database.transaction((tx) =>
        Promise.resolve(participants.exclude(tx, tried.dispute.id, personId, TODAY, '利害关系')),
      );
    await exclude(cover);
    expect(await sees()).toEqual([404, 404, 404, 0, 0, 0]);
    await t.database.read('DELETE FROM cases.exclusion WHERE person_id = $1', [cover]);
    expect((await sees())[0]).toBe(200);
    await exclude(absent);
    expect(await sees()).toEqual([404, 404, 404, 0, 0, 0]);
    await cancels('lingdao1', id);
  });

  it('acts in the organ’s role for its liaison, unless the liaison is shut out of the dispute', async () => {
    const other = await story.inTrial();
    const [absent, cover] = [await story.personId('lianluo-wuchang'), await story.personId('fuze-wuchang')];
    await entered('lianluo-wuchang', days(TODAY, TODAY, { coverId: cover }));
    const reply = { receivedOn: TODAY, agents: [{ name: '甲某', employment: 'STAFF' }], withEvidence: true };
    const replies = () => story.tries('fuze-wuchang', other.id, 'receive-reply', reply);
    await story.step('fuyi', other.id, 'send-copy', { sentOn: TODAY });
    await story.step('fuyi', other.id, 'record-copy-receipt', { method: 'DIRECT', on: TODAY });
    await t.database.transaction((tx) =>
      Promise.resolve(participants.exclude(tx, other.dispute.id, absent, TODAY, '利害关系')),
    );
    const refused = await replies();
    expect([refused.status, codeOf(refused)]).toEqual([403, 'cases.role-required']);
    await t.database.read('DELETE FROM cases.exclusion WHERE person_id = $1', [absent]);
    mustBe(200, await replies());
  });

  it('stands in for nobody once he has left the organ', async () => {
    const fuyi4 = await story.personId('fuyi4');
    const id = await entered('fuyi3', days(TODAY, TODAY, { coverId: fuyi4 }));
    expect((await get('fuyi4', '/me')).body.covers).toHaveLength(1);
    const moves = (organId: Id) =>
      t.database.read('UPDATE directory.post SET organ_id = $2 WHERE person_id = $1', [fuyi4, organId]);
    const [{ organId }] = (await get('fuyi4', '/me')).body.posts as [{ organId: Id }];
    await moves(await story.organId(OTHER_UNIT));
    expect((await get('fuyi4', '/me')).body.covers).toEqual([]);
    await moves(organId);
    await cancels('fuyi3', id);
  });

  it('is reminded too, of clocks whose reminders were planned before', async () => {
    const other = await story.inTrial();
    await t.drain();
    await story.step('fuyi', other.id, 'send-copy', { sentOn: TODAY });
    await t.drain();
    const [fuyi, fuyi2] = [await story.personId('fuyi'), await story.personId('fuyi2')];
    const id = await entered('fuyi', days('2026-12-28', '2027-01-29', { coverId: fuyi2 }));
    const of = async (personId: Id): Promise<number> => {
      const [row] = await t.database.read<{ n: number }>(
        `SELECT count(*)::int AS n FROM notifications.notification
         WHERE recipient_id = $1 AND case_id = $2 AND dedupe_key LIKE 'reminder:%' AND created_at >= '2026-12-28'`,
        [personId, other.id],
      );
      return row!.n;
    };
    t.clock.set('2026-12-27T23:00:00+08:00');
    await t.drain();
    expect([await of(fuyi), await of(fuyi2)]).toEqual([0, 0]);
    t.clock.set('2027-01-27T18:00:00+08:00');
    await t.drain();
    expect(await of(fuyi)).toBeGreaterThan(0);
    expect(await of(fuyi2)).toBe(await of(fuyi));
    await cancels('fuyi', id);
  });
});
