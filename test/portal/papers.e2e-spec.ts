import { newId, type Id } from '@app/kernel';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, UNIT, type Body } from '../support/given.js';
import { signedPaper, submittedPaper, type GivenPaper } from '../support/papers-of-case.js';
import { Citizen, SECRETS, type GivenReceipt } from '../support/portal.js';

let t: TestApp;
let story: Story;
let citizen: Citizen;
let receipt: GivenReceipt;
let other: GivenReceipt;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
  citizen = new Citizen(story);
  receipt = await citizen.submitted();
  other = await citizen.submitted(await citizen.content({ service: { address: '测试路9号' } }));
});

afterAll(() => t.close());

const call = (path: string, { caseNumber: number, code }: GivenReceipt, more: Body = {}) =>
  citizen.agent.post(`/portal/${path}`).send({ number, code, ...more });
const documentsOf = async (of: GivenReceipt) =>
  (mustBe(200, await call('track', of)) as { documents: (Body & { id: Id })[] }).documents;
const confirmationsOf = async (of: GivenReceipt) => {
  const { disputeId } = await citizen.caseOf(of);
  return mustBe(200, await (await t.as('lian')).get(`/disputes/${disputeId}/address-confirmations`)) as Body[];
};

describe('where papers are served', () => {
  it('is confirmed with the application, electronic service only if he agreed', async () => {
    expect(await confirmationsOf(receipt)).toMatchObject([
      { electronic: true, portal: true, confirmedOn: '2026-11-24' },
    ]);
    expect(await confirmationsOf(other)).toMatchObject([{ electronic: false, portal: false, address: '测试路9号' }]);
  });

  it('is confirmed anew over the portal, once for a key; the latest counts', async () => {
    const address = { address: '新路1号', phone: '13900005678', electronic: true };
    const twice = await Promise.all(
      [1, 2].map(() => call('service-address', other, address).set('idempotency-key', 'k')),
    );
    expect(twice.map((answer) => answer.status)).toEqual([201, 201]);
    expect(twice[0]!.body).toMatchObject({ electronic: true, article: '民诉法 2023 第90条；复议法 2023 第88条' });
    const all = await confirmationsOf(other);
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({ address: '新路1号', electronic: true });
    expect((await call('service-address', other, { ...address, phone: '' })).status).toBe(422);
  });
});

describe('papers sent to him', () => {
  it('are told once they are sent, and received by confirming: the day they were sent counts', async () => {
    expect(await documentsOf(receipt)).toEqual([]);
    const id = await citizen.sentDocument(receipt);
    expect(await documentsOf(receipt)).toEqual([
      expect.objectContaining({ id, sentOn: '2026-11-24', servedOn: null, toConfirm: true }),
    ]);
    t.clock.set('2026-11-26T20:00:00+08:00');
    const answers = await Promise.all([1, 2].map(() => call('documents/receive', receipt, { documentId: id })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]!.body).toMatchObject({ id, servedOn: '2026-11-24', toConfirm: false });
    expect(await documentsOf(receipt)).toEqual([expect.objectContaining({ servedOn: '2026-11-24', toConfirm: false })]);
  });

  it('are not another’s, nor what is only planned, nor letters', async () => {
    const id = await citizen.sentDocument(receipt);
    const letter = await citizen.sentDocument(receipt, 'POST');
    for (const [of, documentId] of [
      [other, id],
      [receipt, letter],
      [receipt, newId()],
    ] as const)
      expect((await call('documents/receive', of, { documentId })).status).toBe(404);
    expect(await documentsOf(other)).toEqual([]);
    expect((await documentsOf(receipt)).find((d) => d.id === letter)).toMatchObject({
      toConfirm: false,
      servedOn: null,
    });
  });
});

describe('a paper that was made here', () => {
  const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];
  let paper: GivenPaper;
  let deliveryId: Id;

  const content = (id: Id, of: GivenReceipt) => call(`documents/${id}/content`, of);

  beforeAll(async () => {
    const { caseId } = await citizen.caseOf(receipt);
    await story.step('lian', caseId, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
    await story.step('lian', caseId, 'accept', { met: SEVEN });
    paper = await signedPaper(t, caseId, await submittedPaper(t, caseId, 'R06'));
    const agent = await t.as('lian');
    const all = mustBe(200, await agent.get(`/cases/${caseId}/deliveries`)) as { id: Id; documentId: Id | null }[];
    deliveryId = all.find(({ documentId }) => documentId === paper.id)!.id;
  });

  it('is not there before it is sent, and then only for him, with the code', async () => {
    expect((await content(deliveryId, receipt)).status).toBe(404);
    const sent = { method: 'ELECTRONIC', on: t.clock.today() };
    mustBe(200, await (await t.as('lian')).post(`/deliveries/${deliveryId}/attempts`).send(sent));
    expect((await content(deliveryId, receipt)).status).toBe(409);
    await t.drain();
    const found = (await documentsOf(receipt)).find(({ id }) => id === deliveryId);
    expect(found).toMatchObject({ number: paper.number, readable: true, toConfirm: true });
    const answer = await content(deliveryId, receipt);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((answer.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await content(deliveryId, other)).status).toBe(404);
    expect((await content(deliveryId, { ...receipt, code: other.code })).status).toBe(404);
    expect((await content(newId(), receipt)).status).toBe(404);
  });

  it('is confirmed and can still be read; each reading is on record', async () => {
    mustBe(200, await call('documents/receive', receipt, { documentId: deliveryId }));
    expect((await content(deliveryId, receipt)).status).toBe(200);
    const [read] = await t.database.read<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit.entry WHERE action = 'portal.read-paper' AND subject_id = $1`,
      [deliveryId],
    );
    expect(read!.n).toBe(2);
  });

  it('cannot be read where it came by post, was made elsewhere, or is void', async () => {
    const letters = (await documentsOf(receipt)).filter(({ id }) => id !== deliveryId);
    expect(letters.length).toBeGreaterThan(0);
    for (const { id } of letters) expect((await content(id, receipt)).status).toBe(404);
    const { caseId } = await citizen.caseOf(receipt);
    const body = { version: paper.version, reason: '文号有误。' };
    mustBe(200, await (await t.as('juzhang')).post(`/cases/${caseId}/papers/${paper.id}/void`).send(body));
    expect((await content(deliveryId, receipt)).status).toBe(404);
  });
});

describe('the file', () => {
  let own: Id;
  let inside: Id;
  let withheld: Id;

  beforeAll(async () => {
    own = await citizen.file(receipt);
    inside = await citizen.file(receipt, { side: 'INSTITUTION', category: 'RECORD', title: '讨论记录' });
    await t.database.read(`UPDATE documents.file SET volume = 'SUB' WHERE id = $1`, [inside]);
    withheld = await citizen.file(receipt, {
      side: 'RESPONDENT',
      title: '被申请人的证据',
      organId: await story.organId(UNIT),
    });
    await t.database.read(
      `UPDATE documents.file SET withheld_grounds = '{TRADE_SECRET}', withheld_reason = '涉及经营信息', withheld_by = $2 WHERE id = $1`,
      [withheld, await story.personId('fuyi')],
    );
  });

  it('is inspected as far as the law permits: what is withheld is named with the reason, 副卷 is not there', async () => {
    const files = mustBe(200, await call('files', receipt)) as Body[];
    expect(files.map((file) => [file['id'], file['withheld']]).sort()).toEqual(
      [
        [own, null],
        [withheld, '涉及商业秘密'],
      ].sort(),
    );
    const read = await call(`files/${own}/content`, receipt);
    expect([read.status, read.type]).toEqual([200, 'application/pdf']);
    const statuses = [withheld, inside, newId()].map(async (id) => (await call(`files/${id}/content`, receipt)).status);
    expect(await Promise.all(statuses)).toEqual([403, 404, 404]);
    const [act] = await t.database.read<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit.entry WHERE action = 'cases.read-file' AND subject_id = $1`,
      [own],
    );
    expect(act!.n).toBe(1);
  });

  it('is not another’s', async () => {
    expect((mustBe(200, await call('files', other)) as Body[]).map((file) => file['id'])).toEqual([]);
    expect((await call(`files/${own}/content`, other)).status).toBe(404);
    expect((await call(`files/${own}/content`, { ...other, caseNumber: receipt.caseNumber })).status).toBe(404);
  });
});

it('neither leaves personal data in the trail', async () => {
  const rows = await t.database.read<{ text: string }>('SELECT detail::text AS text FROM audit.entry');
  const text = rows.map((row) => row.text).join('\n');
  expect([...Object.values(SECRETS), '新路1号', '13900005678'].filter((secret) => text.includes(secret))).toEqual([]);
});
