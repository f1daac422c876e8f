import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, UNIT } from '../support/given.js';
import { codeOf, MediationStory } from './mediation-story.js';

let t: TestApp;
let story: MediationStory;

beforeAll(async () => {
  t = await startApp();
  story = new MediationStory(t);
});

afterAll(() => t.close());

interface StageSeen {
  code: string;
  sources: { code: string }[];
  terms: { variant: string; amount: number; unit: string; setting: string }[];
  confirmable: boolean;
  ifItFails: string;
}

const stages = async (): Promise<StageSeen[]> =>
  mustBe(200, await (await t.as('tiaojie-yuhang')).get('/mediation/stages')) as StageSeen[];

it('are shown to staff with their terms, each of which is a setting', async () => {
  const seen = await stages();
  expect(seen.map(({ code, terms }) => [code, ...terms.map(({ amount, unit }) => `${amount} ${unit}`)])).toEqual([
    ['PRE_LITIGATION', '30 calendar-day'],
    ['IN_LITIGATION', '15 calendar-day', '7 calendar-day'],
    ['IN_RECONSIDERATION', '30 calendar-day'],
    ['PRE_PETITION', '60 calendar-day'],
    ['DEPARTMENT', '30 calendar-day'],
    ['PEOPLES_MEDIATION', '1 month'],
  ]);
  const setting = { key: 'mediation.term.pre-litigation', amount: 20, version: 0, reason: '本区约定' };
  mustBe(200, await (await t.as('xitong')).put('/settings/deadline-rules').send(setting));
  await t.drain();
  expect((await stages())[0]!.terms[0]).toMatchObject({ amount: 20, setting: setting.key });
});

it('are not for those who see no cases', async () => {
  expect((await (await t.as('shenji')).get('/mediation/stages')).status).toBe(403);
  expect((await t.anonymous().get('/mediation/stages')).status).toBe(401);
});

describe('an agreement that is not signed by all', () => {
  let mediation: Id;

  it('stays behind the wall, and takes no proof of another case', async () => {
    const dispute = await story.dispute({ actOn: '2026-11-20', actKnownOn: '2026-11-23' }, { by: 'zhongxin' });
    mediation = await story.mediation(dispute.id);
    const [applicant, respondent] = [dispute.partyIds[0]!, await story.organId(UNIT)];
    await story.confirmed(mediation, dispute, [respondent]);
    await story.hold(mediation);
    await story.step('tiaojie-yuhang', mediation, 'agree', await story.instalments('2026-12-10'));
    for (const login of ['lian', 'fuyi', 'juzhang']) {
      const { agreement, obligations, signatures } = await story.detailOf(mediation, login);
      expect([login, agreement, obligations, signatures]).toEqual([login, null, [], []]);
    }
    for (const login of ['tiaojie-yuhang', 'zhuren-yuhang', 'lianluo-wuchang'])
      expect((await story.detailOf(mediation, login)).agreement).toMatchObject({ terms: '退还罚款三千元。' });
    const other = await story.mediation((await story.dispute({}, { by: 'zhongxin' })).id);
    const [party] = await t.database.read<{ id: Id }>(
      `SELECT p.id FROM cases.party p JOIN cases.case_file f ON f.dispute_id = p.dispute_id WHERE f.id = $1`,
      [other],
    );
    const authorityFileId = await story.proof(other, party!.id);
    const signature = { signerId: applicant, signedOn: '2026-11-24', form: 'PAPER', agentName: '代理人' };
    const foreign = await story.tries('zhongxin', mediation, 'record-signature', { ...signature, authorityFileId });
    expect(foreign.status).toBe(422);
    expect(foreign.text).toContain('#/input/authorityFileId');
    expect((await story.detailOf(mediation)).signatures).toEqual([]);
  });

  it('ends when a party refuses to sign, but not by the name of one who has', async () => {
    const [applicant] = await t.database.read<{ id: Id }>(
      `SELECT p.id FROM cases.party p JOIN cases.case_file f ON f.dispute_id = p.dispute_id WHERE f.id = $1`,
      [mediation],
    );
    await story.signedBy(mediation, [applicant!.id]);
    const toldClocks = await story.toldClocks(mediation);
    const end = { reason: 'REFUSES_TO_SIGN', explanation: '未按期签章。', toldClocks };
    expect(
      codeOf(await story.tries('zhuren-yuhang', mediation, 'terminate', { ...end, partyIds: [applicant!.id] })),
    ).toBe('cases.role-required');
    const signed = { ...end, partyIds: [applicant!.id] };
    expect(codeOf(await story.tries('tiaojie-yuhang', mediation, 'terminate', signed))).toBe(
      'mediation.termination-reason-wrong',
    );
    const refusing = { ...end, partyIds: [await story.organId(UNIT)] };
    expect(await story.step('tiaojie-yuhang', mediation, 'terminate', refusing)).toBe('TERMINATED');
  });
});
