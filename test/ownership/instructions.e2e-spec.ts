import { newId, type Id } from '@app/kernel';
import { MEDIATION } from '@app/mediation';
import { OWNER_ROLES, OWNERSHIP, ownerSteps } from '@app/ownership';
import { RECONSIDERATION } from '@app/reconsideration';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, type Body } from '../support/given.js';
import { proveTrail } from '../support/prove-trail.js';
import { codeOf, ORDER, OwnerStory } from './owner-story.js';

interface Instruction {
  id: Id;
  state: string;
  dueOn: string | null;
  content: string;
  entries: { kind: string; content: string }[];
}

let t: TestApp;
let story: OwnerStory;
let id: Id;
let disputeId: Id;
let reconsideration: Id;

beforeAll(async () => {
  t = await startApp();
  story = new OwnerStory(t);
  const dispute = await story.dispute({ tags: ['KEY_LITIGATION'] });
  disputeId = dispute.id;
  reconsideration = await story.reconsideration(dispute.id);
  id = await story.ownership(dispute.id);
  await story.step('quzhang', id, 'list', { basis: 'AUTHORITY', opinion: '同意' });
});

afterAll(() => t.close());

const give = async (login: string, body: Body) => story.instruct(login, id, body);
const say = async (login: string, instructionId: Id, act: string, content = '已办理。') =>
  (await t.as(login)).post(`/ownership/instructions/${instructionId}/${act}`).send({ content });
const kept = async (): Promise<number> =>
  (await story.get<{ total: number }>('juzhang', '/ownership/interferences')).total;

it('no step of a reconsideration is for those who own cases, whatever the state', () => {
  expect(OWNER_ROLES.length).toBeGreaterThan(0);
  expect(ownerSteps(RECONSIDERATION)).toEqual([]);
  expect(ownerSteps(MEDIATION)).toEqual([]);
  expect(ownerSteps(OWNERSHIP).length).toBeGreaterThan(10);
});

it('a leader may do nothing with a reconsideration he sees', async () => {
  const { actions } = await story.get<{ actions: { permitted: boolean; proposable: boolean }[] }>(
    'lingdao1',
    `/cases/${reconsideration}/actions`,
  );
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => action.permitted || action.proposable)).toEqual([]);
});

describe('an instruction', () => {
  let instruction: Instruction;

  it('is a task of the unit with a clock; repeated with the same key it is one', async () => {
    const body = { content: '请本周内与当事人见面。', workingDays: 3 };
    const send = async () =>
      (await t.as('lingdao1')).post(`/cases/${id}/instructions`).set('idempotency-key', 'once').send(body);
    instruction = mustBe(201, await send()) as Instruction;
    expect(instruction).toMatchObject({ state: 'OPEN', dueOn: '2026-11-27', entries: [] });
    expect((mustBe(201, await send()) as Instruction).id).toBe(instruction.id);
    expect(await story.get<Instruction[]>('fuze-wuchang', `/cases/${id}/instructions`)).toHaveLength(1);
    expect((await story.clocksOf(id))['CO_INSTRUCTION']).toMatchObject({ state: 'RUNNING' });
  });

  it('is the leader’s alone, and answered by the unit alone', async () => {
    for (const login of ['fuze-wuchang', 'kezhang', 'quzhang', 'lian'])
      expect(codeOf(await give(login, { content: '请抓紧。' }))).toBe('cases.role-required');
    expect((await give('lingdao2', { content: '请抓紧。' })).status).toBe(404);
    expect(codeOf(await say('lingdao1', instruction.id, 'answer'))).toBe('cases.role-required');
    expect(codeOf(await say('lingdao2', instruction.id, 'accept'))).toBe('ownership.instruction.not-found');
    expect(codeOf(await say('lingdao1', instruction.id, 'accept'))).toBe('ownership.instruction-state');
    expect(codeOf(await say('lingdao1', newId(), 'accept'))).toBe('ownership.instruction.not-found');
  });

  it('is answered, pressed again with a new term, answered and accepted; two at once answer it once', async () => {
    const both = await Promise.all([
      say('fuze-wuchang', instruction.id, 'answer'),
      say('lianluo-wuchang', instruction.id, 'answer'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await story.clocksOf(id))['CO_INSTRUCTION']).toMatchObject({ state: 'MET' });
    await story.on('2026-11-25');
    expect(mustBe(200, await say('lingdao1', instruction.id, 'press', '请写明日期。'))).toMatchObject({
      state: 'OPEN',
      dueOn: '2026-12-02',
    });
    mustBe(200, await say('lianluo-wuchang', instruction.id, 'answer', '11月25日已见面。'));
    const done = mustBe(200, await say('lingdao1', instruction.id, 'accept', '同意。')) as Instruction;
    expect(done).toMatchObject({ state: 'ACCEPTED', dueOn: null });
    expect(done.entries.map(({ kind }) => kind)).toEqual(['ANSWER', 'PRESS', 'ANSWER', 'ACCEPT']);
  });

  it('is not read by those who try the case', async () => {
    for (const login of ['fuyi', 'shenli', 'lian'])
      expect([login, codeOf(await (await t.as(login)).get(`/cases/${id}/instructions`))]).toEqual([
        login,
        'cases.role-required',
      ]);
    const detail = JSON.stringify(await story.detailOf(id, 'shenli'));
    expect(detail).not.toContain(instruction.content);
    expect((await story.historyOf(disputeId)).join('')).not.toContain(instruction.content);
  });

  it('stays as it was said', async () => {
    const change = t.database.read(`UPDATE ownership.instruction SET content = '改' WHERE id = $1`, [instruction.id]);
    await expect(change).rejects.toThrow('kept as it is');
  });
});

describe('a word that reaches into a reconsideration', () => {
  const words: [string, () => Promise<Body>, string][] = [
    ['about its case', () => Promise.resolve({ content: '请关注。', aboutCaseId: reconsideration }), 'ABOUT_CASE'],
    ['with its number', async () => ({ content: `${await story.numberOf(reconsideration)}请从宽。` }), 'NAMES_CASE'],
    ['with its outcome', () => Promise.resolve({ content: '行政复议应予维持。' }), 'TELLS_OUTCOME'],
  ];

  it.each(words)('%s is refused, kept whole with time and person, and moves nothing', async (_what, body, ground) => {
    const [before, version] = [await kept(), await story.versionOf(reconsideration)];
    const word = await body();
    const answer = await give('lingdao1', word);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'ownership.touches-reconsideration']);
    const { items } = await story.get<{ items: Body[] }>('juzhang', `/ownership/interferences?caseId=${id}`);
    expect(await kept()).toBe(before + 1);
    expect(items[0]).toMatchObject({
      ground,
      content: word['content'],
      personId: await story.personId('lingdao1'),
      at: t.clock.now().toISOString(),
    });
    expect(await story.versionOf(reconsideration)).toBe(version);
    expect(await story.get<Instruction[]>('lingdao1', `/cases/${id}/instructions`)).toHaveLength(1);
  });

  it('is on the trail without its words, and read by the head of the institution alone', async () => {
    const history = await story.historyOf(disputeId, 'lian');
    expect(history.filter((sentence) => sentence.includes('未予受理，已依规记录'))).toHaveLength(3);
    expect(history.join('')).not.toContain('应予维持');
    for (const login of ['kezhang', 'fuyi', 'quzhang', 'lingdao1', 'shenji'])
      expect([login, (await (await t.as(login)).get('/ownership/interferences')).status]).toEqual([login, 403]);
    await expect(t.database.read('DELETE FROM ownership.interference')).rejects.toThrow('kept as it is');
  });

  it('in an order is refused and kept all the same; the bureau’s own orders are not judged', async () => {
    const before = await kept();
    const order = { ...ORDER, demand: '协调复议机关维持原处罚。' };
    const answer = await story.tries('lingdao1', id, 'issue-supervision', order);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'ownership.touches-reconsideration']);
    const { items } = await story.get<{ items: { content: string }[] }>('juzhang', '/ownership/interferences');
    expect([await kept(), items[0]!.content.includes(order.demand)]).toEqual([before + 1, true]);
    expect(await story.detailOf(id)).toMatchObject({ supervisions: [] });
    await story.step('kezhang', id, 'issue-supervision', ORDER);
  });

  it('may say that a decision be performed, and may be about a mediation', async () => {
    mustBe(201, await give('lingdao1', { content: '复议决定生效后请尽快履行。' }));
    const mediation = await story.mediation(disputeId);
    mustBe(201, await give('lingdao1', { content: '请加快调解。', aboutCaseId: mediation }));
  });

  it('about a case of another dispute is refused as a wrong field', async () => {
    const other = await story.reconsideration((await story.dispute()).id);
    const answer = await give('lingdao1', { content: '请关注。', aboutCaseId: other });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'ownership.unknown-case']);
  });
});

it('is given on cases of the list only', async () => {
  const done = await story.resolving();
  await story.struckOff(done);
  expect(codeOf(await story.instruct('lingdao1', done, { content: '请关注。' }))).toBe('ownership.not-on-list');
  expect((await story.instruct('lingdao1', reconsideration, { content: '请关注。' })).status).toBe(404);
  await proveTrail(t);
});
