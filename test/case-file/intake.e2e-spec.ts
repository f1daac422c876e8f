import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { evidence, fileHead, form, upload } from './forms.js';
import { Ground } from './ground.js';
import { bomb, docx, pdf, png, zip } from './samples.js';

let g: Ground;
let token: string;
let port: number;

beforeAll(async () => {
  g = await Ground.begin();
  await g.app.app.listen(0, '127.0.0.1');
  port = (g.app.app.getHttpServer().address() as AddressInfo).port;
  const answer = await g.app.anonymous().post('/auth/token').send({ login: 'lian', password: 'Heyi-demo-2026' });
  ({ token } = answer.body as { token: string });
});

afterAll(() => g.app.close());

/** Everything below a directory that is a file. */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
const staged = () => filesIn(path.join(tmpdir(), 'heyi-uploads'));

describe('an upload', () => {
  it('is kept by its content: hashed, typed, its pages counted', async () => {
    const content = await pdf(3);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = await g.adds('lian', evidence(g.partyId), content);
    expect(file.versions).toMatchObject([{ no: 1, name: '缴费凭证.pdf', bytes: content.length, sha256, pages: null }]);
    await g.app.drain();
    const [seen] = (await g.list('lian')).filter((f) => f.id === file.id);
    expect(seen!.versions[0]!.pages).toBe(3);
    expect(filesIn(g.app.filesDir)).toContain(
      path.join(g.app.filesDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256),
    );
    expect(staged()).toEqual([]);
  });

  it.each([
    ['图.png', () => png()],
    ['申请书.docx', () => docx('申请书')],
    ['数据.xlsx', () => zip([['xl/workbook.xml', Buffer.from('<workbook/>')]])],
    ['公文.ofd', () => zip([['OFD.xml', Buffer.from('<ofd/>')]])],
  ])('may be %s', async (name, content) => {
    const file = await g.adds('lian', evidence(g.partyId), content(), name);
    expect(file.versions[0]!.name).toBe(name);
  });

  it('is answered once for one key', async () => {
    const [agent, content] = [await g.app.as('lian'), await pdf(1, 'once')];
    const send = () =>
      upload(agent, `/cases/${g.caseId}/files`, evidence(g.partyId), content).set('idempotency-key', 'upload-1');
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((second.body as { id: string }).id).toBe((first.body as { id: string }).id);
  });
});

describe('refused, with nothing kept:', () => {
  const cases: [string, string, () => Buffer | Promise<Buffer>, string, number][] = [
    ['a path in the name', '../../etc/passwd.pdf', () => pdf(1, 'a'), 'documents.bad-file-name', 422],
    ['a Windows path in the name', 'C:\\\\公文\\\\a.pdf', () => pdf(1, 'b'), 'documents.bad-file-name', 422],
    ['a hidden name', '.htaccess', () => pdf(1, 'c'), 'documents.bad-file-name', 422],
    ['a name turned around', '答复\u202efdp.exe', () => pdf(1, 'd'), 'documents.bad-file-name', 422],
    ['a PDF called .png', '图.png', () => pdf(1, 'e'), 'documents.file-type', 422],
    ['a page called .pdf', '答复.pdf', () => Buffer.from('<html><script>alert(1)</script></html>'), 'documents.file-type', 422],
    ['a program called .docx', '答复.docx', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 'documents.file-type', 422],
    ['any zip file called .docx', '答复.docx', () => zip([['a.exe', Buffer.from('MZ')]]), 'documents.file-type', 422],
    ['a zip bomb called .docx', '答复.docx', () => bomb(), 'documents.zip-bomb', 422],
    ['half a zip file', '答复.docx', () => docx('半').subarray(0, 200), 'documents.file-damaged', 422],
    ['an empty file', '答复.pdf', () => Buffer.alloc(0), 'documents.file-empty', 422],
    ['a file over the limit', '答复.pdf', () => Buffer.alloc(5 * 1024 * 1024), 'documents.file-too-large', 413],
  ]; // prettier-ignore

  it.each(cases)('%s', async (_what, name, content, code, status) => {
    const before = await g.rows();
    const kept = filesIn(g.app.filesDir);
    const agent = await g.app.as('lian');
    const answer = await upload(agent, `/cases/${g.caseId}/files`, evidence(g.partyId), await content(), name);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    expect(await g.rows()).toBe(before);
    expect(filesIn(g.app.filesDir)).toEqual(kept);
    expect(staged()).toEqual([]);
  });

  it.each([
    ['no file', { file: false, over: {} }, '/'],
    ['another’s party', { file: true, over: { partyId: '00000000-0000-7000-8000-000000000001' } }, '#/partyId'],
    ['evidence without its kind', { file: true, over: { evidenceKind: '' } }, '#/evidenceKind'],
    ['a kind of what is no evidence', { file: true, over: { category: 'IDENTITY' } }, '#/evidenceKind'],
    ['a day to come', { file: true, over: { submittedOn: '2026-11-25' } }, '#/submittedOn'],
    ['an unknown field', { file: true, over: { admitted: 'true' } }, '#/admitted'],
    ['an organ nobody knows', { file: true, over: { side: 'RESPONDENT', partyId: '', organId: '00000000-0000-7000-8000-000000000001' } }, '#/organId'],
  ])('%s', async (_what, { file, over }, pointer) => {
    const before = await g.rows();
    const fields = Object.fromEntries(Object.entries(evidence(g.partyId, over)).filter(([, value]) => value !== ''));
    const agent = await g.app.as('lian');
    const answer = await upload(agent, `/cases/${g.caseId}/files`, fields, await pdf(1, 'f'), file ? 'a.pdf' : null);
    expect(answer.status).toBe(422);
    const { errors = [], code } = answer.body as { code: string; errors?: { pointer: string }[] };
    expect(file ? errors.map((e) => e.pointer) : code).toEqual(
      file ? expect.arrayContaining([pointer]) : 'documents.file-missing',
    );
    expect(await g.rows()).toBe(before);
    expect(staged()).toEqual([]);
  }); // prettier-ignore
});

/** An upload without end and without a length: zeros, until the server has had enough. */
async function endless(most: number): Promise<{ status: number | undefined; sent: number }> {
  const { type, body } = form(evidence(g.partyId), null, Buffer.alloc(0));
  const boundary = type.split('boundary=')[1]!;
  const request = httpRequest({
    port,
    method: 'POST',
    path: `/api/v1/cases/${g.caseId}/files`,
    headers: { authorization: `Bearer ${token}`, 'content-type': type, 'transfer-encoding': 'chunked' },
  });
  let status: number | undefined;
  let over = false;
  request.on('response', (response) => {
    status = response.statusCode;
    response.resume();
    over = true;
  });
  request.on('error', () => (over = true));
  request.on('close', () => (over = true));
  request.write(body.subarray(0, body.length - boundary.length - 6));
  request.write(fileHead(boundary, 'zeros.pdf'));
  const zeros = Buffer.alloc(64 * 1024);
  let sent = 0;
  while (!over && sent < most) {
    sent += zeros.length;
    if (!request.write(zeros)) await Promise.race([new Promise((r) => request.once('drain', r)), sleep(50)]);
  }
  for (let i = 0; !over && i < 100; i++) await sleep(20);
  request.destroy();
  return { status, sent };
}

it('stops an upload of 2 GB at the limit, long before its end, and keeps nothing of it', async () => {
  const before = [await g.rows(), filesIn(g.app.filesDir).length];
  const { status, sent } = await endless(2 * 1024 ** 3);
  expect(status).toBe(413);
  expect(sent).toBeLessThan(64 * 1024 * 1024);
  expect([await g.rows(), filesIn(g.app.filesDir).length]).toEqual(before);
  expect(staged()).toEqual([]);
});

it('refuses by the length that is announced, without reading', async () => {
  const { type } = form(evidence(g.partyId), null, Buffer.alloc(0));
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest({
      port,
      method: 'POST',
      path: `/api/v1/cases/${g.caseId}/files`,
      headers: { authorization: `Bearer ${token}`, 'content-type': type, 'content-length': 2 * 1024 ** 3 },
    });
    request.on('response', (response) => resolve(response.resume().statusCode));
    request.on('error', reject);
    request.flushHeaders();
  });
  expect(status).toBe(413);
});

it('keeps nothing of an upload that breaks off', async () => {
  const before = [await g.rows(), filesIn(g.app.filesDir).length];
  const { type, body } = form(evidence(g.partyId), 'a.pdf', await pdf(40, 'broken off'));
  const request = httpRequest({
    port,
    method: 'POST',
    path: `/api/v1/cases/${g.caseId}/files`,
    headers: { authorization: `Bearer ${token}`, 'content-type': type, 'content-length': body.length },
  });
  request.on('error', () => undefined);
  request.write(body.subarray(0, body.length / 2));
  for (let i = 0; staged().length === 0 && i < 200; i++) await sleep(10);
  expect(staged()).toHaveLength(1);
  request.destroy();
  for (let i = 0; staged().length > 0 && i < 200; i++) await sleep(10);
  expect(staged()).toEqual([]);
  expect([await g.rows(), filesIn(g.app.filesDir).length]).toEqual(before);
});
