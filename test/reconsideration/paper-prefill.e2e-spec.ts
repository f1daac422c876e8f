import type { Prefill } from '@app/cases';
import { newId, type Id } from '@app/kernel';
import { PaperCaseLoader } from '@app/reconsideration';
import { startApp, type TestApp } from '../support/app.js';
import { person, UNIT, type GivenDispute } from '../support/given.js';
import { Story } from '../journeys/story.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

let t: TestApp;
let story: Story;
let dispute: GivenDispute;
let id: Id;

/** Tuesday, 24 November 2026. */
beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
  dispute = await story.dispute({
    claims: '1. 撤销处罚决定；2. 返还罚款。',
    parties: [
      person(1, { name: '测试申请人甲' }),
      person(2, { role: 'THIRD_PARTY', name: '测试第三人乙', address: undefined }),
    ],
  });
  id = await story.reconsideration(dispute.id);
});

afterAll(() => t.close());

const prefilled = (kind: string, caseId = id): Promise<Prefill> =>
  t.database.transaction((tx) => t.app.get(PaperCaseLoader, { strict: false }).prefill(kind, tx, caseId));

describe('a paper begins with what its case says', () => {
  it('as received: parties, act, authority, number, days; the respondent by the name of its organ', async () => {
    const { data, addressees } = await prefilled('R03');
    expect(data).toMatchObject({
      pronoun: 'PERSON',
      respondent: expect.stringContaining('五常街道办事处') as unknown,
      act: expect.stringMatching(/^2026年11月2日作出的行政处罚决定（余五街罚〔2026〕1号）$/) as unknown,
      caseNo: '余政复〔2026〕1号',
      receivedOn: '2026-11-24',
      method: 'IN_PERSON',
    });
    expect(addressees).toEqual([
      { role: 'APPLICANT', name: '测试申请人甲', partyId: dispute.partyIds[0], data: { pronoun: 'PERSON' } },
    ]);
    expect((await prefilled('R31-ACCEPTANCE')).data).toMatchObject({
      decideBy: '2026-12-01',
      claims: ['撤销处罚决定', '返还罚款。'],
    });
    expect((await prefilled('R24-WITHDRAWAL')).data['authority']).toBe('杭州市余杭区人民政府');
  });

  it('as corrected, accepted and tried: what the steps recorded, who tries it, until when', async () => {
    await story.step('lian', id, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
    await story.step('lian', id, 'notify-correction', { kind: 'MATERIALS', items: ['补充身份证明'] });
    expect((await prefilled('R04')).data['missingItems']).toEqual(['补充身份证明']);
    await story.step('lian', id, 'receive-correction', { receivedOn: '2026-11-24' });
    await story.step('lian', id, 'accept', { met: SEVEN });
    const [handlerId, other] = [await story.personId('fuyi'), await story.personId('shenli')];
    await story.step('kezhang', id, 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [other] });
    const names = await t.database.read<{ name: string }>(
      'SELECT name FROM directory.person WHERE id = ANY($1::uuid[]) ORDER BY id = $2 DESC',
      [[handlerId, other], handlerId],
    );
    const { data, addressees } = await prefilled('R06-TRACK');
    expect(data).toMatchObject({
      acceptedOn: '2026-11-24',
      track: 'ORDINARY',
      officers: names.map((each) => each.name),
      decideBy: (await story.clocksOf(id))['RC_DECIDE']!.dueOn,
    });
    expect(addressees.map((each) => [each.role, each.partyId ?? each.organId])).toEqual([
      ['APPLICANT', dispute.partyIds[0]],
      ['RESPONDENT', await story.organId(UNIT)],
      ['THIRD_PARTY', dispute.partyIds[1]],
    ]);
  });

  it('of a step that is proposed, what is proposed; once it is done, what was done', async () => {
    await story.proposes('fuyi', id, 'suspend', { ground: 'S8', explanation: '须以另一案的审理结果为依据。' });
    const proposed = (await prefilled('R31-SUSPENSION')).data;
    expect(proposed).toMatchObject({ ground: 'S8', explanation: '须以另一案的审理结果为依据。' });
    expect((await prefilled('R16')).data).not.toHaveProperty('suspendedFrom');
    await story.decides('juzhang', id, 'pass', '同意');
    await story.decides('quzhang', id, 'pass', '同意');
    expect((await prefilled('R16')).data).toMatchObject({ ground: 'S8', suspendedFrom: '2026-11-24' });
  });

  it('of the trial, what its rows say', async () => {
    await story.proposes('fuyi', id, 'resume', { explanation: '另案已经审结。', causeEnded: true });
    await story.decides('juzhang', id, 'pass', '同意');
    await story.decides('quzhang', id, 'pass', '同意');
    await story.proposes('fuyi', id, 'stay-execution', { ground: 'AUTHORITY', reason: '避免损失扩大。' });
    await story.decides('juzhang', id, 'pass', '同意');
    await story.decides('quzhang', id, 'pass', '同意');
    const expected = { ground: 'AUTHORITY', reason: '避免损失扩大。', stayedFrom: '2026-11-24' };
    expect((await prefilled('R13')).data).toMatchObject(expected);
    expect((await prefilled('R31-STAY')).data).toMatchObject(expected);
    expect((await prefilled('R10')).data).not.toHaveProperty('time');
  });

  it('a decision sets out the parties without telephone or number of identity', async () => {
    const { data } = await prefilled('R22-MAINTAIN');
    expect(data['parties']).toEqual([
      '申请人：测试申请人甲，住测试街道1号',
      expect.stringMatching(/^被申请人：/) as unknown,
      '第三人：测试第三人乙',
    ]);
    expect(JSON.stringify(data)).not.toMatch(/13800005678|E000001/);
  });

  it('there is nothing of a case that is not there, or of another procedure', async () => {
    await expect(prefilled('R06', newId())).rejects.toMatchObject({ code: 'cases.case.not-found' });
    const mediation = await story.mediation((await story.dispute()).id);
    await expect(prefilled('R06', mediation)).rejects.toMatchObject({ code: 'cases.case.not-found' });
  });
});
