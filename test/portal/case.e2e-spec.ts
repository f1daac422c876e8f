import type { Id } from '@app/kernel';
import { instantOf } from '@app/kernel';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, type Body } from '../support/given.js';
import { Citizen, type GivenReceipt } from '../support/portal.js';

let t: TestApp;
let story: Story;
let citizen: Citizen;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
  citizen = new Citizen(story);
});

afterAll(() => t.close());

interface Tracked {
  stage: string;
  next: { what: string; by: string; article: string; paused: boolean }[];
  acts: { kind: string }[];
  toCorrect: string[];
  history: { sentence: string }[];
  requests: { id: Id; kind: string; state: string; reply: string | null }[];
}

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];
const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
const track = async ({ caseNumber, code }: GivenReceipt) =>
  mustBe(200, await citizen.track(caseNumber, code)) as Tracked;
const requestsOf = async (login: string, caseId: Id) =>
  mustBe(200, await (await t.as(login)).get(`/cases/${caseId}/requests`)) as ({ id: Id; version: number } & Body)[];
const settle = async (login: string, caseId: Id, request: { id: Id; version: number }, over: Body = {}) =>
  (await t.as(login))
    .post(`/cases/${caseId}/requests/${request.id}/settle`)
    .send({ version: request.version, outcome: 'GRANTED', reply: '同意。', ...over });

describe('an applicant and his case', () => {
  let receipt: GivenReceipt;
  let caseId: Id;

  it('is told in plain words that it was received, and by when it is reviewed', async () => {
    receipt = await citizen.submitted();
    ({ caseId } = await citizen.caseOf(receipt));
    const seen = await track(receipt);
    expect(seen).toMatchObject({ stage: 'RECEIVED', toCorrect: [], requests: [] });
    expect(seen.next).toEqual([
      expect.objectContaining({ by: '2026-12-01', article: '复议法 2023 第30条', paused: false }),
    ]);
    expect(seen.acts.map((act) => act.kind)).toEqual(['SUPPLEMENT', 'WITHDRAWAL', 'MEDIATION', 'RECUSAL']);
    expect(seen.history.map((entry) => entry.sentence)).toEqual(['行政复议机关收到了您的申请']);
  });

  it('is told what to correct, and answers: the review starts anew', async () => {
    await story.step('lian', caseId, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
    await story.step('lian', caseId, 'notify-correction', { kind: 'MATERIALS', items: ['补充处罚决定书复印件'] });
    await story.step('lian', caseId, 'serve-correction-notice', { method: 'DIRECT', on: '2026-11-24' });
    expect(await track(receipt)).toMatchObject({
      stage: 'CORRECTION',
      toCorrect: ['补充处罚决定书复印件'],
      next: [{ by: '2026-12-08', article: '复议法 2023 第31条第2款' }],
    });
    t.clock.set(instantOf('2026-11-26', '22:00'));
    const answer = mustBe(201, await citizen.act(receipt, 'SUPPLEMENT', '处罚决定书编号及全文如下。')) as Body;
    expect(answer).toMatchObject({ receivedOn: '2026-11-26', article: '复议法 2023 第31条第3款' });
    expect(await track(receipt)).toMatchObject({ stage: 'REVIEW', next: [{ by: '2026-12-03' }] });
    expect(await requestsOf('fuyi', caseId)).toEqual([
      expect.objectContaining({ kind: 'SUPPLEMENT', state: 'SETTLED', outcome: 'NOTED', settledBy: null, text: '处罚决定书编号及全文如下。' }), // prettier-ignore
    ]);
    const verified = await citizen.agent
      .post('/portal/receipts/verify')
      .send({ number: receipt.number, hash: answer['hash'] });
    expect(verified.body).toMatchObject({ genuine: true, receivedOn: '2026-11-26' });
  });

  it('files what answers no notice as a note; the handler is told', async () => {
    mustBe(201, await citizen.act(receipt, 'SUPPLEMENT', '另补充说明一点。'));
    const note = (await requestsOf('fuyi', caseId)).at(-1)!;
    expect(note).toMatchObject({ kind: 'SUPPLEMENT', state: 'OPEN', text: '另补充说明一点。' });
    const [message] = (await story.inboxOf('fuyi')).filter((m) => m.kind === 'portal-request').slice(-1);
    expect(message!.title).toBe(`${receipt.caseNumber} 申请人提交了补充材料`);
    const settled = mustBe(
      200,
      await settle('fuyi', caseId, note, { outcome: 'NOTED', reply: '已收悉，附卷。' }),
    ) as Body;
    expect(settled).toMatchObject({ state: 'SETTLED', outcome: 'NOTED', version: 2 });
    expect((await track(receipt)).requests.at(-1)).toMatchObject({ state: '已收悉', reply: '已收悉，附卷。' });
  });

  it('asks for a hearing once it is tried; asked twice it is asked once', async () => {
    expect(codeOf(await citizen.act(receipt, 'HEARING'))).toBe('portal.not-now');
    await story.on('2026-11-27');
    await story.step('lian', caseId, 'accept', { met: SEVEN });
    const [handlerId, other] = [await story.personId('fuyi'), await story.personId('shenli')];
    await story.step('kezhang', caseId, 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [other] });
    expect((await track(receipt)).acts.map((act) => act.kind)).toContain('HEARING');
    const asked = await Promise.all([1, 2, 3].map(() => citizen.act(receipt, 'HEARING', '事实争议大。', 'one-key')));
    expect(asked.map((a) => a.status)).toEqual([201, 201, 201]);
    expect(new Set(asked.map((a) => JSON.stringify(a.body))).size).toBe(1);
    expect((await citizen.act(receipt, 'HEARING', '另一理由。', 'one-key')).status).toBe(409);
    const again = await Promise.all([
      citizen.act(receipt, 'HEARING'),
      citizen.act(receipt, 'MEDIATION'),
      citizen.act(receipt, 'MEDIATION'),
    ]);
    expect(again.map(codeOf).filter((code) => code === 'portal.already-asked')).toHaveLength(2);
  });

  it('asks for a recusal, on which the head decides and not the officer himself', async () => {
    mustBe(201, await citizen.act(receipt, 'RECUSAL', '承办人与被申请人有利害关系。'));
    const request = (await requestsOf('fuyi', caseId)).at(-1)!;
    expect((await settle('fuyi', caseId, request)).status).toBe(403);
    const answers = await Promise.all([settle('juzhang', caseId, request), settle('juzhang', caseId, request)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(codeOf(await settle('juzhang', caseId, { ...request, version: 2 }))).toBe('portal.already-settled');
  });

  it('withdraws: the wish is on record, the step is the officers’', async () => {
    const answer = mustBe(201, await citizen.act(receipt, 'WITHDRAWAL', '已与被申请人和解，请求撤回。')) as Body;
    expect(answer).toMatchObject({ kind: 'WITHDRAWAL', article: '复议法 2023 第15条第2款、第41条第1项' });
    expect((await track(receipt)).stage).toBe('TRIAL');
    expect((await requestsOf('fuyi', caseId)).at(-1)).toMatchObject({ kind: 'WITHDRAWAL', state: 'OPEN' });
    expect((await story.inboxOf('fuyi')).at(-1)!.body).toContain('请求撤回行政复议申请');
  });

  it('never hears of drafts, reviews and approvals', async () => {
    await story.step('fuyi', caseId, 'send-copy', { sentOn: '2026-11-27' });
    await story.step('fuyi', caseId, 'record-copy-receipt', { method: 'DIRECT', on: '2026-11-27' });
    await story.on('2026-12-14');
    const told = async () => JSON.stringify(await track(receipt));
    const [party] = await t.database.read<{ id: Id }>(
      'SELECT p.id FROM cases.party p JOIN cases.case_file c ON c.dispute_id = p.dispute_id WHERE c.id = $1',
      [caseId],
    );
    for (const partyId of [party!.id, await story.organId('五常街道')])
      await story.step('fuyi', caseId, 'record-opinion', { partyId, method: 'PHONE', heardOn: '2026-12-14' });
    const before = await told();
    for (const login of ['fuyi', 'shenli'])
      await story.step(login, caseId, 'give-opinion', { opinion: '应予撤销。', vote: 'AGREE', kind: 'REVOKE' });
    await story.step('fuyi', caseId, 'start-drafting', { report: '审理报告内容。' });
    const signedByIds = [await story.personId('fuyi'), await story.personId('shenli')];
    await story.step('fuyi', caseId, 'submit-draft', { kind: 'REVOKE', ground: 'NO_REPLY', conclusion: '撤销该处罚决定。', signedByIds, compensation: 'NONE' }); // prettier-ignore
    await story.step('kezhang', caseId, 'pass-department-review', { opinion: '同意' });
    await story.step('juzhang', caseId, 'pass-institution-review', { opinion: '同意' });
    expect(await told()).toBe(before);
    await story.step('quzhang', caseId, 'approve-decision', { mode: 'HEAD', opinion: '同意' });
    const seen = await track(receipt);
    expect(seen).toMatchObject({ stage: 'DECIDED', acts: [] });
    expect(seen.history.at(-1)!.sentence).toContain('作出了行政复议决定');
    expect(JSON.stringify(seen)).not.toMatch(/撤销该处罚|审理报告|审批|审核/);
    expect(codeOf(await citizen.act(receipt, 'WITHDRAWAL'))).toBe('portal.not-now');
  });

  it('shows officers the whole application, and keeps who read it', async () => {
    const answer = await (
      await t.as('fuyi')
    )
      .post(`/cases/${caseId}/online-application`)
      .send({ reason: '核对送达地址' });
    expect(answer.body).toMatchObject({ hash: receipt.hash, content: { service: { electronicConsent: true } } });
    const history = await story.historyOf((await citizen.caseOf(receipt)).disputeId);
    expect(history).toContain('查看了网上申请的完整内容，理由：核对送达地址');
    expect(history).toContain('通过网上渠道请求撤回行政复议申请');
    expect(history.filter((sentence) => /undefined|null|\[object|进行了操作/.test(sentence))).toEqual([]);
  });
});

it('a correction that comes late, or while something awaits approval, is left to the officers as a note', async () => {
  const receipt = await citizen.submitted();
  const { caseId } = await citizen.caseOf(receipt);
  await story.step('lian', caseId, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
  await story.step('lian', caseId, 'notify-correction', { kind: 'MATERIALS', items: ['补充身份证明'] });
  await story.step('lian', caseId, 'serve-correction-notice', { method: 'DIRECT', on: t.clock.today() });
  await story.proposes('lian', caseId, 'extend-correction', { days: 5, reason: '申请人住院' });
  const answer = mustBe(201, await citizen.act(receipt, 'SUPPLEMENT', '补充身份证明。')) as Body;
  expect(answer['article']).not.toBe('复议法 2023 第31条第3款');
  expect(await story.stateOf(caseId)).toBe('CORRECTION');
  expect((await requestsOf('lian', caseId)).at(-1)).toMatchObject({ state: 'OPEN', text: '补充身份证明。' });
});
