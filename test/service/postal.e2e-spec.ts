import type { Id } from '@app/kernel';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, person, type GivenDispute } from '../support/given.js';
import { ServiceStory } from './support.js';

/** Tuesday, 24 November 2026. */
const TODAY = '2026-11-24';

interface Item {
  line: number;
  deliveryId: Id;
  recipient: string;
  address: string;
  document: string;
  trackingNumber: string | null;
  outcome: string;
}
interface Result {
  line: number | null;
  result: string;
  code: string | null;
}

let t: TestApp;
let story: ServiceStory;
let dispute: GivenDispute;
let caseId: Id;
/** Decision for the applicant, and notices for him and the third party. */
let ids: [decision: Id, notice: Id, third: Id];
let batchId: Id;

beforeAll(async () => {
  t = await startApp();
  story = new ServiceStory(t);
  await story.on(TODAY);
  dispute = await story.dispute({ parties: [person(1), person(2, { role: 'THIRD_PARTY', address: '测试街道2号' })] });
  ({ caseId } = await story.decided(dispute));
  const [applicant, third] = dispute.partyIds as [Id, Id];
  const decision = (await story.delivery(caseId, 'DECISION', applicant)).id;
  const notices = (await story.plan(caseId, 'NOTICE', [applicant, third], 'fuyi')) as [Id, Id];
  ids = [decision, ...notices];
  mustBe(201, await story.confirms(dispute.id, applicant, { address: '确认的地址9号' }));
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
const make = async (body: object = {}, login = 'fuyi') =>
  (await t.as(login)).post('/service/postal-batches').send({ postedOn: TODAY, ...body });
const itemsOf = async (): Promise<Item[]> =>
  (mustBe(200, await (await t.as('fuyi')).get(`/service/postal-batches/${batchId}`)) as { items: Item[] }).items;
const returns = async (rows: object[], dryRun = false) =>
  (await t.as('fuyi')).post(`/service/postal-batches/${batchId}/returns?dryRun=${dryRun}`).send({ rows });
const upload = async (bytes: Buffer, dryRun = false) =>
  (await t.as('fuyi'))
    .post(`/service/postal-batches/${batchId}/returns/file?dryRun=${dryRun}`)
    .attach('file', bytes, 'letters.xlsx');
const short = (answer: Response) =>
  (mustBe(200, answer) as Result[]).map(({ line, result, code }) => [line, result, code]);

describe('a postal batch', () => {
  it('takes what is on its way by post, and nothing else', async () => {
    expect(codeOf(await make())).toBe('service.nothing-to-post');
    const organ = await story.organId('区教育局');
    const [unaddressed] = await story.plan(caseId, 'NOTICE', [organ], 'fuyi');
    const [direct] = await story.plan(caseId, 'NOTICE', [dispute.partyIds[0]!], 'fuyi');
    for (const id of [...ids, unaddressed!])
      mustBe(200, await story.does('attempts', id, { method: 'POST', on: TODAY }, 'fuyi'));
    mustBe(200, await story.does('attempts', direct!, { method: 'DIRECT', on: TODAY }, 'fuyi'));
    for (const wrong of [direct!, unaddressed!]) {
      const answer = await make({ deliveryIds: [ids[0], wrong] });
      expect([answer.status, codeOf(answer)]).toEqual([409, 'service.not-postable']);
    }
    const made = mustBe(201, await make()) as { id: Id; letters: number; withoutAddress: Id[] };
    expect(made).toMatchObject({ letters: 3, withoutAddress: [unaddressed] });
    batchId = made.id;
  });

  it('takes each letter once, whoever asks at the same time', async () => {
    const [id] = await story.plan(caseId, 'NOTICE', [dispute.partyIds[0]!], 'fuyi');
    mustBe(200, await story.does('attempts', id!, { method: 'POST', on: TODAY }, 'fuyi'));
    const answers = await Promise.all([
      make({ deliveryIds: [id] }),
      make({ deliveryIds: [id] }, 'lian'),
      make({ deliveryIds: [id] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is repeated by its key', async () => {
    const [id] = await story.plan(caseId, 'NOTICE', [dispute.partyIds[0]!], 'fuyi');
    mustBe(200, await story.does('attempts', id!, { method: 'POST', on: TODAY }, 'fuyi'));
    const send = async () => (await make({ deliveryIds: [id] })).body as { id: Id };
    const keyed = async () =>
      (await t.as('fuyi'))
        .post('/service/postal-batches')
        .set('idempotency-key', 'batch-1')
        .send({ postedOn: TODAY, deliveryIds: [id] });
    const [first, second] = [await keyed(), await keyed()];
    expect([first.status, (second.body as { id: Id }).id]).toEqual([201, (first.body as { id: Id }).id]);
    expect(codeOf({ body: await send() })).toBe('service.not-postable');
  });

  it('prints recipient, confirmed address, case and paper; it stays as it was', async () => {
    const before = await itemsOf();
    expect(before.map(({ address }) => address)).toEqual(['确认的地址9号', '确认的地址9号', '测试街道2号']);
    expect(before[0]).toMatchObject({ line: 1, recipient: '测试申请人000001', trackingNumber: null, outcome: 'SENT' });
    expect(before[0]!.document).toBe(`${await story.numberOf(caseId)} 行政复议决定书`);
    mustBe(201, await story.confirms(dispute.id, dispute.partyIds[0]!, { address: '后来的地址1号' }));
    expect(await itemsOf()).toEqual(before);
  });

  it('belongs to its organ: others do not find it', async () => {
    const agent = await t.as('zhongxin');
    const paths = [`/service/postal-batches/${batchId}`, `/service/postal-batches/${batchId}/list`];
    for (const path of paths) expect((await agent.get(path)).status).toBe(404);
    const rows = [{ line: 1, outcome: 'RECEIVED', on: TODAY }];
    expect((await agent.post(`/service/postal-batches/${batchId}/returns`).send({ rows })).status).toBe(404);
    expect((await agent.get('/service/postal-batches')).body).toEqual([]);
    expect((await (await t.as('lianluo-wuchang')).get(`/service/postal-batches/${batchId}`)).status).toBe(403);
    const organId = await story.organId('区教育局');
    expect(codeOf(await make({ organId }))).toBe('service.organ-not-own');
    expect(codeOf(await make({ postedOn: '2026-11-25' }))).toBe('service.date-wrong');
  });
});

describe('what the post brings back', () => {
  const received = { line: 1, outcome: 'RECEIVED', on: '2026-11-26', receivedBy: 'FAMILY', trackingNumber: 'XA2001CN' };

  it('is first tried without writing anything', async () => {
    await story.on('2026-11-27');
    expect(short(await returns([received], true))).toEqual([[1, 'RECORDED', null]]);
    expect((await itemsOf())[0]).toMatchObject({ outcome: 'SENT', trackingNumber: null });
    expect(await story.clocksOn(caseId, 'RC_SUE')).toEqual([]);
  });

  it('is recorded row by row: what is right counts, the rest is told, the case follows', async () => {
    const answer = await returns([
      received,
      { line: 2, outcome: 'RECEIVED', on: '2026-11-28' },
      { line: 99, outcome: 'RECEIVED', on: '2026-11-26' },
      { line: 2, outcome: 'RECEIVED', on: '2026-13-01' },
      { outcome: 'RECEIVED', on: '2026-11-26' },
      { line: 3, outcome: 'RETURNED', on: '2026-11-23', reason: 'MOVED' },
    ]);
    expect(short(answer)).toEqual([
      [1, 'RECORDED', null],
      [2, 'REFUSED', 'service.not-served-yet'],
      [99, 'REFUSED', 'service.line-unknown'],
      [2, 'REFUSED', 'request.invalid'],
      [null, 'REFUSED', 'request.invalid'],
      [3, 'REFUSED', 'service.date-wrong'],
    ]);
    expect((await itemsOf()).map(({ outcome, trackingNumber }) => [outcome, trackingNumber])).toEqual([
      ['SERVED', 'XA2001CN'],
      ['SENT', null],
      ['SENT', null],
    ]);
    expect(await story.clocksOn(caseId, 'RC_SUE')).toMatchObject([{ startsOn: '2026-11-26' }]);
  });

  it('may be sent again: nothing is done twice, and another result is refused', async () => {
    expect(short(await returns([received]))).toEqual([[1, 'UNCHANGED', null]]);
    const other = await returns([{ ...received, on: '2026-11-25' }]);
    expect([other.status, codeOf(other)]).toEqual([422, 'service.no-row-right']);
    expect((other.body as { errors: { pointer: string; code: string }[] }).errors).toMatchObject([
      { pointer: '#/rows/0', code: 'service.return-differs' },
    ]);
  });

  it('is uploaded as the list that was filled in', async () => {
    const file = await (await t.as('fuyi')).get(`/service/postal-batches/${batchId}/list`).buffer().parse(binary);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.body as never);
    const sheet = book.worksheets[0]!;
    expect((sheet.getRow(2).values as string[]).slice(1)).toEqual(['序号', '收件人', '地址', '电话', '文书', '邮件号', '结果', '日期', '签收人', '退回原因']); // prettier-ignore
    fill(sheet.getRow(4), { 6: 'XA2002CN', 7: '签收', 8: '2026-11-27', 9: '本人' });
    fill(sheet.getRow(5), { 6: 'XA2003CN', 7: '退回', 8: new Date('2026-11-27T00:00:00Z'), 10: '已迁离' });
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const expected = [
      [1, 'UNCHANGED', null],
      [2, 'RECORDED', null],
      [3, 'RECORDED', null],
    ];
    expect(short(await upload(bytes, true))).toEqual(expected);
    expect((await itemsOf()).map(({ outcome }) => outcome)).toEqual(['SERVED', 'SENT', 'SENT']);
    expect(short(await upload(bytes))).toEqual(expected);
    expect((await itemsOf()).map(({ outcome, trackingNumber }) => [outcome, trackingNumber])).toEqual([
      ['SERVED', 'XA2001CN'],
      ['SERVED', 'XA2002CN'],
      ['FAILED', 'XA2003CN'],
    ]);
    expect(await story.clocksOn(caseId, 'SV_RETRY')).toMatchObject([{ concernsId: ids[2], startsOn: '2026-11-27' }]);
    expect(short(await upload(bytes)).map(([, result]) => result)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
  });

  it('is refused as a whole if it is no list', async () => {
    const faults = [Buffer.from('PK nothing'), Buffer.from('甲,乙\n1,2'), Buffer.from('序号,结果,日期\n')];
    const codes: string[] = [];
    for (const bytes of faults) codes.push(codeOf(await upload(bytes)));
    expect(codes).toEqual([
      'service.postal-file-unreadable',
      'service.postal-file-no-heading',
      'service.postal-file-empty',
    ]);
  });

  it('came back from the confirmed address: the handler may let that day count (SV-4)', async () => {
    const [, third] = dispute.partyIds as [Id, Id];
    const back = { method: 'POST', on: '2026-11-27', returned: true };
    expect(codeOf(await story.does('served', ids[2], back, 'fuyi'))).toBe('service.address-not-confirmed');
    mustBe(201, await story.confirms(dispute.id, third, { confirmedOn: TODAY }));
    mustBe(200, await story.does('served', ids[2], back, 'fuyi'));
    expect(await story.clocksOn(caseId, 'SV_RETRY')).toMatchObject([{ state: 'MET' }]);
  });
});

function fill(row: ExcelJS.Row, cells: Record<number, ExcelJS.CellValue>): void {
  for (const [column, value] of Object.entries(cells)) row.getCell(Number(column)).value = value;
}

function binary(answer: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = answer as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
