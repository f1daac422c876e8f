import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, person, type Body } from '../support/given.js';
import { actOnPaper, signedPaper, submittedPaper, type GivenPaper } from '../support/papers-of-case.js';
import { ServiceStory } from '../service/support.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

let t: TestApp;
let story: ServiceStory;

beforeAll(async () => {
  t = await startApp();
  story = new ServiceStory(t);
});

afterAll(() => t.close());

const submitted = (caseId: Id, kind: string, data: Body = {}) => submittedPaper(t, caseId, kind, data);
const signed = (caseId: Id, paper: GivenPaper) => signedPaper(t, caseId, paper);

async function plannedOf(caseId: Id) {
  const all = await story.deliveries(caseId);
  return all.map((each) => [each.paper, (each as unknown as { documentId: Id | null }).documentId, each.recipientId]);
}

async function received(...numbers: number[]) {
  const dispute = await story.dispute({ parties: numbers.map((n) => person(n)) });
  const caseId = await story.reconsideration(dispute.id);
  await story.step('lian', caseId, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
  return { dispute, caseId };
}

const notify = { kind: 'MATERIALS', items: ['补充身份证明'] };

describe('a signed paper and the step it belongs to meet in one row of the register', () => {
  it('if the step came first', async () => {
    const { caseId, dispute } = await received(1);
    await story.step('lian', caseId, 'notify-correction', notify);
    expect(await plannedOf(caseId)).toEqual([['CORRECTION_NOTICE', null, dispute.partyIds[0]]]);
    const paper = await submitted(caseId, 'R04');
    expect((await actOnPaper(t, 'lian', caseId, paper, 'sign')).status).toBe(403);
    expect(await plannedOf(caseId)).toEqual([['CORRECTION_NOTICE', null, dispute.partyIds[0]]]);
    await signed(caseId, paper);
    expect(await plannedOf(caseId)).toEqual([['CORRECTION_NOTICE', paper.id, dispute.partyIds[0]]]);
  });

  it('if the paper came first, also for those whom the step does not name', async () => {
    const { caseId, dispute } = await received(2, 3);
    const paper = await submitted(caseId, 'R04', { missingItems: ['补充身份证明'] });
    await signed(caseId, paper);
    expect(await plannedOf(caseId)).toEqual([]);
    await story.step('lian', caseId, 'notify-correction', notify);
    const planned = dispute.partyIds.map((id) => ['CORRECTION_NOTICE', paper.id, id]);
    expect((await plannedOf(caseId)).sort()).toEqual(planned.sort());
    const deliveries = await story.deliveries(caseId);
    const of = (id: Id) => deliveries.find(({ recipientId }) => recipientId === id)!.id;
    const served = { method: 'DIRECT', on: t.clock.today() };
    mustBe(200, await story.does('served', of(dispute.partyIds[1]!), served));
    expect((await story.clocksOf(caseId))['RC_CORRECT']).toBeUndefined();
    mustBe(200, await story.does('served', of(dispute.partyIds[0]!), served));
    expect((await story.clocksOf(caseId))['RC_CORRECT']).toMatchObject({ state: 'RUNNING' });
  });

  it('if both happen at once', async () => {
    const { caseId, dispute } = await received(4);
    const paper = await submitted(caseId, 'R04', { missingItems: ['补充身份证明'] });
    await Promise.all([signed(caseId, paper), story.step('lian', caseId, 'notify-correction', notify)]);
    expect(await plannedOf(caseId)).toEqual([['CORRECTION_NOTICE', paper.id, dispute.partyIds[0]]]);
  });
});

it('a paper no step serves is planned by its signature, and goes to the post under its own number', async () => {
  const { caseId, dispute } = await received(5);
  await story.step('lian', caseId, 'accept', { met: SEVEN });
  const paper = await signed(caseId, await submitted(caseId, 'R06'));
  const delivery = await story.delivery(caseId, 'ACCEPTANCE_NOTICE', dispute.partyIds[0]!);
  const form = mustBe(200, await story.does('attempts', delivery.id, { method: 'POST', on: t.clock.today() }));
  expect(form).toHaveLength(1);
  const agent = await t.as('lian');
  const batch = mustBe(201, await agent.post('/service/postal-batches').send({ postedOn: t.clock.today() }));
  const view = mustBe(200, await agent.get(`/service/postal-batches/${(batch as { id: Id }).id}`));
  expect((view as { items: { document: string }[] }).items.map((item) => item.document)).toEqual([
    `${paper.number} 受理通知书`,
  ]);
});

it('a paper that was made void is not sent; the one signed in its place takes its row', async () => {
  const { caseId, dispute } = await received(6);
  await story.step('lian', caseId, 'accept', { met: SEVEN });
  const first = await signed(caseId, await submitted(caseId, 'R06'));
  const { id } = await story.delivery(caseId, 'ACCEPTANCE_NOTICE', dispute.partyIds[0]!);
  const agent = await t.as('juzhang');
  const made = { version: first.version, reason: '引用条款有误。' };
  mustBe(200, await agent.post(`/cases/${caseId}/papers/${first.id}/void`).send(made));
  const sending = { method: 'POST', on: t.clock.today() };
  const refused = await story.does('attempts', id, sending);
  expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'service.paper-void']);
  const second = await signed(caseId, await submitted(caseId, 'R06'));
  expect(await plannedOf(caseId)).toEqual([['ACCEPTANCE_NOTICE', second.id, dispute.partyIds[0]]]);
  mustBe(200, await story.does('attempts', id, sending));
});
