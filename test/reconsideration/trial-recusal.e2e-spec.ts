import type { Id } from '@app/kernel';
import exceljs from 'exceljs';
import type { Response } from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe } from '../support/given.js';
import { codeOf, TrialStory, type TriedCase } from './trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: TrialStory;
let tried: TriedCase;
let number: string;

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
  tried = await story.inTrial();
  await story.inTrial();
  number = await story.numberOf(tried.id);
  await t.drain();
});

afterAll(() => t.close());

const get = async (login: string, path: string): Promise<Response> => (await t.as(login)).get(path);
const idsOf = (answer: Response): Id[] => (mustBe(200, answer) as { items: { id: Id }[] }).items.map((item) => item.id);
const totalOf = (answer: Response): number => (mustBe(200, answer) as { total: number }).total;

/** What somebody sees of the dispute, by the way he looks. */
async function seenBy(login: string): Promise<Record<string, boolean | number>> {
  const { dispute, id } = tried;
  const lists = [
    'scope=all',
    'scope=mine',
    'scope=myOrgan',
    'scope=all&sort=number&status=ALL',
    'scope=all&count=exact',
  ];
  const seen: Record<string, boolean | number> = {};
  for (const query of lists) {
    const answer = await get(login, `/disputes?${query}`);
    if (answer.status === 200) seen[query] = idsOf(answer).includes(dispute.id);
  }
  seen['search'] = idsOf(await get(login, `/disputes?keyword=${encodeURIComponent(dispute.number)}`)).length;
  seen['search by case'] = idsOf(await get(login, `/disputes?keyword=${encodeURIComponent(number)}`)).length;
  seen['cases'] = idsOf(await get(login, '/cases?procedure=reconsideration')).includes(id);
  for (const path of [
    `/disputes/${dispute.id}`,
    `/disputes/${dispute.id}/history`,
    `/cases/${id}`,
    `/cases/${id}/actions`,
  ])
    seen[path.replace(dispute.id, 'd').replace(id, 'c')] = (await get(login, path)).status;
  return seen;
}

async function counts(login: string): Promise<number[]> {
  const paths = ['/disputes', '/disputes?count=exact', '/disputes?status=ALL&sort=-registeredOn', '/cases'];
  return Promise.all(paths.map(async (path) => totalOf(await get(login, path))));
}

/** Everything in the first sheet of an export, as text. */
async function exportOf(login: string): Promise<string> {
  const answer = await (
    await t.as(login)
  )
    .get('/disputes/export')
    .buffer()
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(answer.body as never);
  const rows: unknown[] = [];
  workbook.worksheets[0]!.eachRow((row) => rows.push(row.values));
  return JSON.stringify(rows);
}

async function pendingReminders(login: string): Promise<number> {
  const [row] = await t.database.read<{ n: number }>(
    `SELECT count(*)::int AS n FROM reminders.reminder r JOIN deadlines.clock c ON c.id = r.clock_id
     WHERE c.scope_id = $1 AND r.recipient_id = $2 AND r.state = 'PENDING'`,
    [tried.dispute.id, await story.personId(login)],
  );
  return row!.n;
}

describe('an officer whose recusal is asked for', () => {
  it('rests, but for what cannot wait', async () => {
    await story.step('shenli', tried.id, 'ask-recusal', {
      officerId: await story.personId('fuyi'),
      askedBy: 'PARTY',
      partyId: tried.dispute.partyIds[0],
      ground: 'RELATIVE',
      explanation: '与被申请人工作人员有亲属关系。',
    });
    expect((await story.clocksOf(tried.id))['RC_RECUSAL']).toMatchObject({ dueOn: '2026-11-27', state: 'RUNNING' });
    const opinion = { opinion: '意见。', vote: 'AGREE' };
    expect(codeOf(await story.tries('fuyi', tried.id, 'give-opinion', opinion))).toBe(
      'reconsideration.recusal-undecided',
    );
    await story.step('fuyi', tried.id, 'send-copy', { sentOn: '2026-11-24' });
  });

  it('does not decide on himself, nor does one who is not asked', async () => {
    const recusalId = (await story.trialOf(tried.id))['recusal']![0]!['id'];
    const granted = { recusalId, outcome: 'GRANTED', reason: '理由成立。' };
    expect((await story.tries('kezhang', tried.id, 'decide-recusal', granted)).status).toBe(403);
    expect(codeOf(await story.tries('juzhang', tried.id, 'decide-recusal', granted))).toBe(
      'reconsideration.replacement-missing',
    );
  });
});

describe('an officer who was recused', () => {
  let before: number[];

  it('saw the case before, like all of the district’s', async () => {
    const seen = await seenBy('fuyi');
    expect(Object.values(seen).filter((each) => each === false || each === 404 || each === 0)).toEqual([]);
    await story.on('2026-11-27');
    before = await counts('fuyi');
    expect(await pendingReminders('fuyi')).toBeGreaterThan(0);
    expect((await story.inboxOf('fuyi')).filter((message) => message.title.includes(number)).length).toBeGreaterThan(0);
  });

  it('is replaced, and sees nothing of it any more: lists, search, counts, pages, history', async () => {
    const recusalId = (await story.trialOf(tried.id))['recusal']![0]!['id'];
    await story.step('juzhang', tried.id, 'decide-recusal', {
      recusalId,
      outcome: 'GRANTED',
      reason: '理由成立。',
      replacementId: await story.personId('fuyi2'),
    });
    const seen = await seenBy('fuyi');
    expect(Object.values(seen).filter((each) => each !== false && each !== 404 && each !== 0)).toEqual([]);
    expect(await counts('fuyi')).toEqual(before.map((count) => count - 1));
    const others = await seenBy('fuyi3');
    expect(others).toMatchObject({ 'scope=all': true, search: 1, cases: true, '/cases/c': 200 });
    expect(await seenBy('fuyi2')).toMatchObject({ 'scope=mine': true, '/cases/c': 200 });
  });

  it('can do nothing in it, and does not learn that it is there', async () => {
    expect((await story.tries('fuyi', tried.id, 'record-opinion', {})).status).toBe(404);
    expect((await story.tries('fuyi2', tried.id, 'record-opinion', {})).status).toBe(422);
  });

  it('hears nothing of it: what he was told is taken back, and no reminder comes', async () => {
    await t.drain();
    expect(await pendingReminders('fuyi')).toBe(0);
    const titles = async () => (await story.inboxOf('fuyi')).map((message) => message.title);
    expect((await titles()).filter((title) => title.includes(number))).toEqual([]);
    for (const day of ['2026-12-01', '2026-12-03', '2027-01-20', '2027-01-25']) await story.on(day);
    expect((await titles()).filter((title) => title.includes(number))).toEqual([]);
    expect((await story.inboxOf('fuyi2')).filter((message) => message.title.includes(number)).length).toBeGreaterThan(
      0,
    );
  });
});

describe('somebody who exports', () => {
  it('does not find in the file what he is shut out of', async () => {
    expect(await exportOf('lian2')).toContain(tried.dispute.number);
    await story.step('shenli', tried.id, 'ask-recusal', {
      officerId: await story.personId('lian2'),
      askedBy: 'EX_OFFICIO',
      ground: 'EARLIER_ROLE',
      explanation: '曾参与处罚审核。',
    });
    const recusals = (await story.trialOf(tried.id))['recusal']!;
    const recusalId = recusals.find((each) => each['outcome'] === null)!['id'];
    await story.step('juzhang', tried.id, 'decide-recusal', { recusalId, outcome: 'GRANTED', reason: '理由成立。' });
    expect(await exportOf('lian2')).not.toContain(tried.dispute.number);
    expect(await exportOf('lian')).toContain(tried.dispute.number);
    const page = mustBe(200, await get('lian', `/disputes/${tried.dispute.id}`)) as {
      version: number;
      handlerId: Id | null;
    };
    expect(page.handlerId).toBeNull();
    const back = { version: page.version, personId: await story.personId('lian2'), reason: '移交' };
    const refused = await (await t.as('lian')).put(`/disputes/${tried.dispute.id}/handler`).send(back);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'cases.shut-out']);
    const check = await (await t.as('lian2')).get(`/disputes?keyword=${encodeURIComponent(tried.dispute.number)}`);
    expect(totalOf(check)).toBe(0);
  });

  it('is the head of the institution himself only if the authority’s head says so', async () => {
    await story.step('juzhang', tried.id, 'ask-recusal', {
      officerId: await story.personId('juzhang'),
      askedBy: 'SELF',
      ground: 'OWN_INTEREST',
      explanation: '本人有利害关系。',
    });
    const recusals = (await story.trialOf(tried.id, 'quzhang'))['recusal']!;
    const recusalId = recusals.find((each) => each['outcome'] === null)!['id'];
    const granted = { recusalId, outcome: 'GRANTED', reason: '理由成立。' };
    expect(codeOf(await story.tries('juzhang', tried.id, 'decide-recusal', granted))).toBe(
      'reconsideration.recusal-in-own-cause',
    );
    await story.step('quzhang', tried.id, 'decide-recusal', granted);
    expect((await get('juzhang', `/cases/${tried.id}`)).status).toBe(404);
  });
});
