import { newId, type Id } from '@app/kernel';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, UNIT, type Body } from '../support/given.js';
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
