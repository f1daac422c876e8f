import type { Id } from '@app/kernel';
import { OWNERSHIP_PAPERS, OwnershipPaperCases } from '@app/ownership';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, UNIT, type Body } from '../support/given.js';
import { Story } from '../journeys/story.js';

interface Paper {
  id: Id;
  version: number;
  number: string | null;
  data: Body;
  addressees: Body[];
  missing: { pointer: string }[];
  preview: { issuer: string } | null;
}

let t: TestApp;
let story: Story;
let id: Id;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
  const dispute = await story.dispute();
  await t.drain();
  id = await story.ownership(dispute.id);
  await story.step('quzhang', id, 'list', { basis: 'JOINT_MEETING', opinion: '同意列入' });
});

afterAll(() => t.close());

const at = (paperId = '') => `/cases/${id}/papers${paperId && `/${paperId}`}`;
const draft = async (login: string, kind: string, data: Body = {}) =>
  (await t.as(login)).post(at()).send({ kind, data });
const status = async (login: string, paperId: Id) => (await (await t.as(login)).get(at(paperId))).status;
const paper = async (login: string, paperId: Id): Promise<Paper> =>
  mustBe(200, await (await t.as(login)).get(at(paperId))) as Paper;
const drafted = async (login: string, kind: string, data: Body = {}): Promise<Paper> =>
  paper(login, (mustBe(201, await draft(login, kind, data)) as { id: Id }).id);
const act = async (login: string, of: Paper, name: string): Promise<Paper> =>
  mustBe(200, await (await t.as(login)).post(`${at(of.id)}/${name}`).send({ version: of.version })) as Paper;

it('every kind begins with what the case says', async () => {
  await t.database.transaction(async (tx) => {
    const cases = t.app.get(OwnershipPaperCases, { strict: false });
    for (const { code } of OWNERSHIP_PAPERS)
      expect([code, (await cases.prefill(code, tx, id)).data]).toEqual([code, expect.any(Object)]);
  });
});

it('the list has the line as it was approved', async () => {
  const list = await drafted('kezhang', 'C01');
  const [row] = list.data['entries'] as string[][];
  expect(row).toEqual(expect.arrayContaining(['1', '较高', '2027年2月26日']));
  expect(list.data['listNo']).toMatch(/^余包清〔2026〕\d+号$/);
  expect(list.missing).toEqual([]);
});

describe('what is handed out to the unit', () => {
  let handOut: Paper;

  it('is drafted by the bureau for the responsible unit, with its days', async () => {
    handOut = await drafted('kezhang', 'C03', { tasks: ['成立专班'], contact: '区司法局' });
    expect(handOut.data).toMatchObject({ acknowledgeBy: '2026-11-27', resolveBy: '2027-02-26' });
    expect(handOut.addressees).toEqual([
      expect.objectContaining({ role: 'OTHER_ORGAN', organId: await story.organId(UNIT) }) as unknown,
    ]);
    expect(await status('lianluo-wuchang', handOut.id)).toBe(404);
  });

  it('is signed under the bureau’s seal with its number; then the unit’s liaison reads it', async () => {
    handOut = await act('juzhang', await act('kezhang', handOut, 'submit'), 'sign');
    expect([handOut.number, handOut.preview!.issuer]).toEqual(['余包案交〔2026〕1号', '杭州市余杭区司法局']);
    expect((await paper('lianluo-wuchang', handOut.id)).number).toBe(handOut.number);
  });
});

it('the unit writes its plan and the leader reads it; who has nothing to do with it does not', async () => {
  const plan = await drafted('fuze-wuchang', 'C05', { facts: '基本情况' });
  expect((await paper('lingdao1', plan.id)).data).toMatchObject({ leader: expect.any(String) as unknown });
  for (const login of ['shenli', 'zhongxin', 'tiaojie-yuhang', 'lingdao2'])
    expect([login, await status(login, plan.id)]).toEqual([login, 404]);
});

it('nobody drafts what another side writes', async () => {
  for (const [login, kind] of [
    ['fuze-wuchang', 'C12'],
    ['lingdao1', 'C05'],
    ['kezhang', 'C16'],
  ] as const) {
    const answer = await draft(login, kind);
    expect([login, kind, answer.status, (answer.body as { code: string }).code]).toEqual([
      login,
      kind,
      403,
      'documents.role-required',
    ]);
  }
});

it('the form of proposal is the bureau’s and the leader’s: the unit does not see it', async () => {
  const form = await drafted('kezhang', 'C02');
  expect(form.data).toMatchObject({ eligibility: 'JOINT_MEETING', reason: '涉及人数较多，需要统筹化解。' });
  expect(await status('fuze-wuchang', form.id)).toBe(404);
  expect((await paper('lingdao1', form.id)).id).toBe(form.id);
});
