import type { Id } from '@app/kernel';
import { evidence, upload } from '../case-file/forms.js';
import { pdf } from '../case-file/samples.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, type Body, type GivenDispute } from '../support/given.js';
import { signedPaper, submittedPaper } from '../support/papers-of-case.js';
import { ServiceStory } from './support.js';

/** Two cases with letters in the post; one of them is of somebody who is recused afterwards. */
let t: TestApp;
let story: ServiceStory;
let dispute: GivenDispute;
let other: GivenDispute;
let caseId: Id;
let shared: Id;
let alone: Id;
let ids: Record<'file' | 'paper' | 'delivery', Id>;

beforeAll(async () => {
  t = await startApp();
  story = new ServiceStory(t);
  [dispute, other] = [await story.dispute(), await story.dispute()];
  ({ caseId } = await story.inTrial(dispute));
  const { caseId: otherCase } = await story.inTrial(other);
  shared = await posted([
    [caseId, dispute],
    [otherCase, other],
  ]);
  alone = await posted([[caseId, dispute]]);
  const paper = await signedPaper(t, caseId, await submittedPaper(t, caseId, 'R06'));
  const file = await upload(await t.as('lian'), `/cases/${caseId}/files`, evidence(dispute.partyIds[0]!), await pdf(1));
  const [delivery] = await story.plan(caseId, 'NOTICE', [dispute.partyIds[0]!]);
  ids = { file: (mustBe(201, file) as { id: Id }).id, paper: paper.id, delivery: delivery! };
});

afterAll(() => t.close());

/** A batch of one letter to the first party of each case. */
async function posted(cases: readonly (readonly [Id, GivenDispute])[]): Promise<Id> {
  for (const [id, { partyIds }] of cases) {
    const [delivery] = await story.plan(id, 'NOTICE', [partyIds[0]!], 'fuyi');
    mustBe(200, await story.does('attempts', delivery!, { method: 'POST', on: t.clock.today() }, 'fuyi'));
  }
  const answer = await (await t.as('fuyi')).post('/service/postal-batches').send({ postedOn: t.clock.today() });
  return (mustBe(201, answer) as { id: Id }).id;
}

const get = async (path: string, login = 'fuyi') => (await t.as(login)).get(path);
const post = async (path: string, body: object) => (await t.as('fuyi')).post(path).send(body);

const READS = () => [
  `/cases/${caseId}/files`,
  `/cases/${caseId}/evidence`,
  `/files/${ids.file}`,
  `/cases/${caseId}/papers`,
  `/cases/${caseId}/papers/${ids.paper}`,
  `/cases/${caseId}/as-of?at=${encodeURIComponent(t.clock.now().toISOString())}`,
  `/cases/${caseId}/deliveries`,
  `/cases/${caseId}/requests`,
  `/disputes/${dispute.id}/address-confirmations`,
  `/service/postal-batches/${alone}`,
  `/service/postal-batches/${alone}/list`,
];

async function batches(): Promise<Record<Id, number>> {
  const all = mustBe(200, await get('/service/postal-batches')) as { id: Id; letters: number }[];
  return Object.fromEntries(all.map(({ id, letters }) => [id, letters]));
}

async function lettersOf(id: Id): Promise<number[]> {
  const view = mustBe(200, await get(`/service/postal-batches/${id}`)) as { items: { line: number }[] };
  return view.items.map(({ line }) => line);
}

describe('whoever was recused', () => {
  it('read everything before', async () => {
    for (const path of READS()) expect([path, (await get(path)).status]).toEqual([path, 200]);
    expect(await batches()).toEqual({ [shared]: 2, [alone]: 1 });
    expect(await lettersOf(shared)).toEqual([1, 2]);
  });

  it('finds no file, paper, delivery, request or letter of the case any more, and nothing of it in lists', async () => {
    const recusal = {
      officerId: await story.personId('fuyi'),
      askedBy: 'PARTY',
      partyId: dispute.partyIds[0],
      ground: 'RELATIVE',
      explanation: '与被申请人工作人员有亲属关系。',
    };
    await story.step('shenli', caseId, 'ask-recusal', recusal);
    const view = mustBe(200, await get(`/cases/${caseId}`, 'juzhang')) as { detail: { trial: { recusal: Body[] } } };
    await story.step('juzhang', caseId, 'decide-recusal', {
      recusalId: view.detail.trial.recusal[0]!['id'],
      outcome: 'GRANTED',
      reason: '理由成立。',
      replacementId: await story.personId('fuyi2'),
    });
    for (const path of READS()) expect([path, (await get(path)).status]).toEqual([path, 404]);
    const assessment = await get(`/cases/${caseId}/admissibility`);
    expect((assessment.body as { code: string }).code).toBe('cases.case.not-found');
    expect(await batches()).toEqual({ [shared]: 1 });
    expect(await lettersOf(shared)).toEqual([2]);
    for (const path of READS()) expect([path, (await get(path, 'fuyi2')).status]).toEqual([path, 200]);
  });

  it('writes to none of it either, and posts none of its letters', async () => {
    const writes: [string, object][] = [
      [`/cases/${caseId}/papers`, { kind: 'R06' }],
      [`/cases/${caseId}/papers/${ids.paper}/void`, { version: 1, reason: '误' }],
      [`/cases/${caseId}/deliveries`, { paper: 'NOTICE', recipientIds: [dispute.partyIds[0]] }],
      [`/deliveries/${ids.delivery}/attempts`, { method: 'POST', on: t.clock.today() }],
    ];
    for (const [path, body] of writes) expect([path, (await post(path, body)).status]).toEqual([path, 404]);
    const [delivery] = await story.plan(caseId, 'NOTICE', [dispute.partyIds[0]!], 'fuyi2');
    mustBe(200, await story.does('attempts', delivery!, { method: 'POST', on: t.clock.today() }, 'fuyi2'));
    const batch = await post('/service/postal-batches', { postedOn: t.clock.today() });
    expect((batch.body as { code: string }).code).toBe('service.nothing-to-post');
    const rows = [{ line: 1, outcome: 'RECEIVED', on: t.clock.today() }];
    const returns = await post(`/service/postal-batches/${shared}/returns`, { rows });
    expect(JSON.stringify(returns.body)).toContain('service.line-unknown');
  });
});
