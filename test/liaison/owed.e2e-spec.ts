import { Participants } from '@app/cases';
import { newId, type Id } from '@app/kernel';
import type { Response } from 'supertest';
import { codeOf, TrialStory, type TriedCase } from '../reconsideration/trial-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, type Body } from '../support/given.js';

/** Tuesday, 24 November 2026. */
const TODAY = '2026-11-24';
let t: TestApp;
let story: TrialStory;
let tried: TriedCase;

interface Owed extends Body {
  clockId: Id;
  requestId: Id | null;
  dueOn: string;
}

const get = async (login: string, path: string): Promise<Response> => (await t.as(login)).get(path);
const post = async (login: string, path: string, body: Body = {}, key?: string): Promise<Response> => {
  const call = (await t.as(login)).post(path).send(body);
  return key === undefined ? call : call.set('idempotency-key', key);
};
const owedBy = async (login: string, query = ''): Promise<Owed[]> =>
  (mustBe(200, await get(login, `/liaison/owed${query}`)) as { items: Owed[] }).items;
const doneBy = async (login: string, query = ''): Promise<Owed[]> =>
  (mustBe(200, await get(login, `/liaison/done${query}`)) as { items: Owed[] }).items;

async function served(): Promise<TriedCase> {
  const one = await story.inTrial();
  const today = t.clock.today();
  await story.step('fuyi', one.id, 'send-copy', { sentOn: today });
  await story.step('fuyi', one.id, 'record-copy-receipt', { method: 'DIRECT', on: today });
  return one;
}

const REPLY = {
  facts: '2026年11月2日检查发现占道经营。\n立案、告知、送达程序完备。',
  grounds: '依照《城市市容和环境卫生管理条例》作出处罚。',
  request: '请求维持该行政处罚决定。',
  agents: [{ name: '甲某', employment: 'STAFF' }],
  evidence: [
    { name: '立案审批表', source: '本机关制作', proves: '程序合法', pages: 1, kind: 'DOCUMENTARY' },
    { name: '现场检查笔录', source: '执法人员制作', proves: '违法事实', pages: 4, kind: 'SCENE_RECORD' },
  ],
};
const reply = async (login: string, id: Id, over: Body = {}, key?: string): Promise<Response> => {
  const answer = await get('fuyi', `/cases/${id}`);
  const { version } = answer.body as { version: number };
  return post(login, `/liaison/cases/${id}/reply`, { version, ...REPLY, ...over }, key);
};

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
  tried = await served();
  await served();
});

beforeEach(() => t.clock.set(`${TODAY}T09:00:00+08:00`));
afterAll(() => t.close());

describe('what an organ owes', () => {
  it('is told with its day, lamp, article, case and what to do next', async () => {
    const items = await owedBy('lianluo-wuchang');
    expect(items).toHaveLength(2);
    const mine = items.find((item) => item['caseId'] === tried.id)!;
    expect(mine).toMatchObject({
      kind: 'REPLY',
      name: '被申请人答复期限',
      article: '复议法 2023 第48条',
      number: await story.numberOf(tried.id),
      dueOn: '2026-12-08',
      light: 'green',
      remainingWorkingDays: 10,
      overdueDays: 0,
      next: { name: 'reply', method: 'POST', path: `/liaison/cases/${tried.id}/reply` },
      acknowledged: null,
      closedOn: null,
      late: false,
    });
    expect(await owedBy('fuze-wuchang')).toHaveLength(2);
    expect(await owedBy('lianluo-jiaoyu')).toEqual([]);
  });

  it('comes in pages, by kind, lamp and overdue, with counts of all', async () => {
    const first = mustBe(200, await get('lianluo-wuchang', '/liaison/owed?size=1')) as Body;
    expect(first).toMatchObject({ total: 2, size: 1, counts: [{ kind: 'REPLY', count: 2, overdue: 0 }] });
    const second = await owedBy('lianluo-wuchang', '?size=1&page=2');
    expect(second.map((o) => o.clockId)).not.toEqual((first['items'] as Owed[]).map((o) => o.clockId));
    expect((await get('lianluo-wuchang', '/liaison/owed?size=1&page=9')).body).toMatchObject({ items: [], total: 2 });
    const none = [
      '?kind=LETTER',
      '?light=red',
      '?light=yellow',
      '?light=grey',
      '?overdue=true',
      '?light=green&overdue=true',
    ];
    for (const query of none) expect([query, await owedBy('lianluo-wuchang', query)]).toEqual([query, []]);
    expect(await owedBy('lianluo-wuchang', '?kind=REPLY&light=green')).toHaveLength(2);
    t.clock.set('2026-12-08T09:00:00+08:00');
    expect(await owedBy('lianluo-wuchang', '?light=red')).toHaveLength(2);
    t.clock.set('2026-12-09T00:30:00+08:00');
    const late = mustBe(200, await get('lianluo-wuchang', '/liaison/owed?overdue=true')) as Body;
    expect(late).toMatchObject({ total: 2, counts: [{ overdue: 2 }] });
    for (const query of ['?kind=X', '?light=blue', '?overdue=no', '?size=0'])
      expect((await get('lianluo-wuchang', `/liaison/owed${query}`)).status).toBe(422);
  });

  it('is for those who answer for an organ', async () => {
    for (const login of ['fuyi', 'zhongxin', 'tiaojie', 'xitong', 'tongji', 'lingdao1'])
      expect([login, (await get(login, '/liaison/owed')).status]).toEqual([login, 403]);
  });

  it('can be acknowledged, once and for all', async () => {
    const [mine] = await owedBy('lianluo-wuchang');
    const path = `/liaison/owed/${mine!.clockId}/acknowledge`;
    const first = mustBe(200, await post('lianluo-wuchang', path)) as Body;
    t.clock.set(`${TODAY}T10:00:00+08:00`);
    const again = mustBe(200, await post('fuze-wuchang', path)) as Body;
    expect(again['acknowledged']).toEqual(first['acknowledged']);
    expect(first['acknowledged']).toMatchObject({ at: `${TODAY}T01:00:00.000Z` });
    const [{ n }] = (await t.database.read<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit.entry WHERE action = 'liaison.acknowledge'`,
    )) as [{ n: number }];
    expect(n).toBe(1);
    for (const login of ['lianluo-jiaoyu', 'fuze-yuhang']) {
      const foreign = await post(login, path);
      expect([login, foreign.status]).toEqual([login, 404]);
    }
    expect((await post('lianluo-wuchang', `/liaison/owed/${newId()}/acknowledge`)).status).toBe(404);
  });

  it('gets no more time where the law gives none: the wish is on record, the day stays', async () => {
    const [, mine] = await owedBy('lianluo-wuchang');
    const path = `/liaison/owed/${mine!.clockId}/more-time`;
    const key = newId();
    const wish = { days: 5, reason: '材料较多' };
    const answer = mustBe(200, await post('lianluo-wuchang', path, wish, key)) as Body;
    expect(answer).toMatchObject({ outcome: 'NOT_PROVIDED', dueOn: mine!.dueOn });
    expect(answer['answer']).toContain('法律没有规定可以延长');
    expect(mustBe(200, await post('lianluo-wuchang', path, wish, key))).toEqual(answer);
    expect(codeOf(await post('lianluo-wuchang', path, wish))).toBe('liaison.more-time-asked');
    expect((await post('lianluo-jiaoyu', path, wish)).status).toBe(404);
    expect((await owedBy('lianluo-wuchang')).find((o) => o.clockId === mine!.clockId)).toMatchObject({
      moreTime: 'NOT_PROVIDED',
      dueOn: mine!.dueOn,
    });
  });

  it('is not shown to whoever is shut out of the dispute', async () => {
    const other = await served();
    const participants = t.app.get(Participants, { strict: false });
    const excluded = await story.personId('lianluo-wuchang');
    await t.database.transaction((tx) =>
      Promise.resolve(participants.exclude(tx, other.dispute.id, excluded, TODAY, '利害关系')),
    );
    const has = async (login: string): Promise<boolean> =>
      (await owedBy(login)).some((item) => item['caseId'] === other.id);
    expect([await has('lianluo-wuchang'), await has('fuze-wuchang')]).toEqual([false, true]);
    await t.database.read('DELETE FROM cases.exclusion WHERE person_id = $1', [excluded]);
  });
});

describe('the reply of a respondent', () => {
  it('is refused to everybody else, and with what is not there', async () => {
    for (const login of ['lianluo-jiaoyu', 'fuze-jiaoyu'])
      expect([login, (await reply(login, tried.id)).status]).toEqual([login, 404]);
    expect((await reply('fuyi', tried.id)).status).toBe(403);
    // The organ's leader answers for it, but the step is the liaison's.
    expect(codeOf(await reply('fuze-wuchang', tried.id))).toBe('cases.role-required');
    const unknown = await reply('lianluo-wuchang', tried.id, { evidence: [{ ...REPLY.evidence[0], fileId: newId() }] });
    expect([unknown.status, codeOf(unknown)]).toEqual([422, 'liaison.evidence-file-unknown']);
    expect(unknown.body.errors[0].pointer).toBe('#/evidence/0/fileId');
    const agents = await reply('lianluo-wuchang', tried.id, { agents: [{ name: '乙某', employment: 'LAWYER' }] });
    expect([agents.status, codeOf(agents).split('.')[0]]).toEqual([409, 'reconsideration']);
    expect(
      await t.database.read(`SELECT 1 FROM documents.document WHERE case_id = $1 AND kind LIKE 'R13-%'`, [tried.id]),
    ).toEqual([]);
  });

  it('performs the step, names the evidence and drafts both papers, once', async () => {
    const file = mustBe(
      201,
      await (
        await t.as('lianluo-wuchang')
      )
        .post(`/cases/${tried.id}/files`)
        .field({
          category: 'EVIDENCE',
          side: 'RESPONDENT',
          submittedOn: TODAY,
          evidenceKind: 'DOCUMENTARY',
          title: '材料一',
        })
        .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'a.pdf'),
    ) as { id: Id };
    const evidence = [{ ...REPLY.evidence[0], fileId: file.id }, REPLY.evidence[1]];
    const key = newId();
    const version = (await get('fuyi', `/cases/${tried.id}`)).body.version as number;
    const body = { version, ...REPLY, evidence };
    const path = `/liaison/cases/${tried.id}/reply`;
    const answer = mustBe(200, await post('lianluo-wuchang', path, body, key)) as Body & { papers: Body[] };
    expect(answer).toMatchObject({
      receivedOn: TODAY,
      late: false,
      consequence: null,
      papers: [{ kind: 'R13-REPLY' }, { kind: 'R13-EVIDENCE' }],
    });
    expect(mustBe(200, await post('lianluo-wuchang', path, body, key))).toEqual(answer);
    const again = await post('lianluo-wuchang', path, { ...body, version: answer['version'] });
    expect(codeOf(again)).toBe('reconsideration.reply-already-received');
    const named = (await get('lianluo-wuchang', `/cases/${tried.id}/evidence`)).body as { items: Body[] }[];
    expect(named.flatMap((kind) => kind.items)).toMatchObject([{ title: '立案审批表', proves: '程序合法' }]);
    const list = answer.papers[1]!;
    const paper = (await get('lianluo-wuchang', `/cases/${tried.id}/papers/${list['id'] as string}`)).body as Body;
    expect((paper['data'] as Body)['entries']).toEqual([
      ['1', '立案审批表', '本机关制作', '程序合法', '1'],
      ['2', '现场检查笔录', '执法人员制作', '违法事实', '2-5'],
    ]);
    expect((await owedBy('lianluo-wuchang')).some((o) => o['caseId'] === tried.id)).toBe(false);
    expect((await doneBy('lianluo-wuchang'))[0]).toMatchObject({
      caseId: tried.id,
      closedOn: TODAY,
      late: false,
      answered: true,
      next: null,
    });
  });

  it('that comes too late is received and said to be late, and never hidden', async () => {
    const other = await served();
    t.clock.set('2026-12-09T09:00:00+08:00');
    await t.drain();
    const late = mustBe(200, await reply('lianluo-wuchang', other.id)) as Body;
    expect(late).toMatchObject({ late: true, receivedOn: '2026-12-09' });
    expect(late['consequence']).toContain('复议法 2023 第70条');
    const found = (await doneBy('lianluo-wuchang', '?late=true')).find((o) => o['caseId'] === other.id);
    expect(found).toMatchObject({ late: true, kind: 'REPLY' });
    expect((await doneBy('lianluo-jiaoyu')).length).toBe(0);
  });

  it('is handed in once, by two at once', async () => {
    const other = await served();
    const answers = await Promise.all([reply('lianluo-wuchang', other.id), reply('lianluo-wuchang', other.id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('is performed by who stands in for the liaison', async () => {
    const other = await served();
    const coverId = await story.personId('fuze-wuchang');
    const days = { fromOn: TODAY, lastDay: TODAY, reason: '外出培训', coverId };
    mustBe(201, await post('lianluo-wuchang', '/directory/absences', days));
    mustBe(200, await reply('fuze-wuchang', other.id));
  });
});
