import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, person, type Body } from '../support/given.js';
import { codeOf, OwnerStory } from './owner-story.js';

interface Candidate {
  id: Id;
  disputeId: Id;
  matches: string[];
  matchNames: string[];
  version: number;
}

const RULE = {
  compensation: true,
  keyLitigation: true,
  minParties: 2,
  minAmount: 100_000,
  media: true,
  earlierLoss: true,
  tags: ['拆迁'],
};
const NOTHING = {
  compensation: false,
  keyLitigation: false,
  minParties: null,
  minAmount: null,
  media: false,
  earlierLoss: false,
  tags: [],
};

let t: TestApp;
let story: OwnerStory;

beforeAll(async () => {
  t = await startApp();
  story = new OwnerStory(t);
});

afterAll(() => t.close());

const candidates = async (login = 'kezhang'): Promise<Candidate[]> =>
  (await story.get<{ items: Candidate[] }>(login, '/ownership/candidates?size=100')).items;
const candidateOf = async (disputeId: Id) => (await candidates()).find((each) => each.disputeId === disputeId);
const preview = async (rule: Body) =>
  mustBe(200, await (await t.as('juzhang')).post('/ownership/entry-rule/preview').send(rule)) as {
    total: number;
    items: { disputeId: Id; matches: string[] }[];
  };
const setRule = async (rule: Body, version: number) =>
  (await t.as('kezhang')).put('/settings/ownership/entry-rule').send({ ...rule, version, reason: '工作惯例' });

it('as installed the rule finds compensation, key suits and tags that officers set', async () => {
  const plain = await story.dispute();
  const paid = await story.dispute({ matterCode: 'DAMAGES' });
  const key = await story.dispute({ tags: ['KEY_LITIGATION', 'EARLIER_LOSS'] });
  await t.drain();
  expect(await candidateOf(plain.id)).toBeUndefined();
  expect(await candidateOf(paid.id)).toMatchObject({ matches: ['COMPENSATION'], matchNames: ['行政赔偿（补偿）案件'] });
  expect(await candidateOf(key.id)).toMatchObject({ matches: ['KEY_LITIGATION', 'EARLIER_LOSS'] });
});

it('a preview says which disputes would enter, by every part, and stores nothing', async () => {
  const before = await candidates();
  const group = await story.dispute({ parties: [person(9001), person(9002)] });
  const large = await story.dispute({ amount: 100_000, tags: ['拆迁'] });
  const found = await preview(RULE);
  const matchesOf = (id: Id) => found.items.find(({ disputeId }) => disputeId === id)?.matches;
  expect([matchesOf(group.id), matchesOf(large.id)]).toEqual([['GROUP'], ['AMOUNT', 'TAG']]);
  expect(await preview(NOTHING)).toMatchObject({ total: 0, items: [] });
  expect(await candidates()).toEqual(before);
});

it('a new version finds what fulfils it; whoever read another version is told so', async () => {
  expect((await setRule(RULE, 0)).status).toBe(200);
  expect(codeOf(await setRule(RULE, 0))).toBe('ownership.setting.stale-version');
  const both = await Promise.all([setRule(RULE, 1), setRule(RULE, 1)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { history, entryRuleVersion } = await story.get<{ history: Body[]; entryRuleVersion: number }>(
    'kezhang',
    '/settings/ownership',
  );
  expect(entryRuleVersion).toBe(2);
  expect(history).toMatchObject([
    { version: 2, setBy: await story.personId('kezhang'), reason: '工作惯例' },
    { version: 1 },
  ]);
  const before = (await candidates()).length;
  await t.drain();
  expect((await candidates()).length).toBe(before + 2);
});

it('is the bureau’s: others may neither see nor set it', async () => {
  for (const login of ['fuyi', 'quzhang', 'lingdao1', 'fuze-wuchang', 'xitong'])
    expect([login, (await (await t.as(login)).get('/settings/ownership')).status]).toEqual([login, 403]);
});

it('a candidate left out comes back only if it fulfils more than it did', async () => {
  const dispute = await story.dispute({ tags: ['MEDIA_ATTENTION'] });
  await t.drain();
  const found = (await candidateOf(dispute.id))!;
  const dismiss = async (version: number) =>
    (await t.as('kezhang')).post(`/ownership/candidates/${found.id}/dismiss`).send({ version, reason: '已有安排' });
  expect(codeOf(await dismiss(9))).toBe('ownership.candidate.stale-version');
  expect((await dismiss(1)).status).toBe(204);
  expect(codeOf(await dismiss(2))).toBe('ownership.candidate-settled');
  const amend = async (version: number, change: Body) =>
    mustBe(200, await (await t.as('lian')).patch(`/disputes/${dispute.id}`).send({ version, ...change })) as {
      version: number;
    };
  const { version } = await story.get<{ version: number }>('lian', `/disputes/${dispute.id}`);
  const amended = await amend(version, { claims: '请求变更。' });
  await t.drain();
  expect(await candidateOf(dispute.id)).toBeUndefined();
  const more = await amend(amended.version, { amount: 200_000 });
  await t.drain();
  expect(await candidateOf(dispute.id)).toMatchObject({ matches: ['AMOUNT', 'MEDIA'] });
  await amend(more.version, { amount: null, tags: [] });
  await t.drain();
  expect(await candidateOf(dispute.id)).toBeUndefined();
});

it('red may not come before yellow', async () => {
  const practice = { yellowWorkdays: 5, redWorkdays: 4, resolveNearDays: 15, idleDays: 20, suspendedDays: 60, awaitingDays: 5 }; // prettier-ignore
  const answer = await (
    await t.as('kezhang')
  )
    .put('/settings/ownership/practice')
    .send({ ...practice, version: 0, reason: '惯例' });
  expect([answer.status, codeOf(answer)]).toEqual([422, 'ownership.red-before-yellow']);
});
