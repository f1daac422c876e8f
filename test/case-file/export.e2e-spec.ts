import { CaseFileExports, Superseded } from '@app/documents';
import type { Id } from '@app/kernel';
import { JobRunner } from '@app/platform';
import { decodePDFRawStream, PDFArray, PDFDocument, type PDFPage, type PDFRawStream } from '@cantoo/pdf-lib';
import { chmodSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mustBe } from '../support/given.js';
import { signedPaper, submittedPaper } from '../support/papers-of-case.js';
import { evidence } from './forms.js';
import { binary, Ground, type FileSeen } from './ground.js';
import { docx, pdf, png } from './samples.js';

interface ExportSeen {
  id: Id;
  state: string;
  done: number;
  total: number;
  pages: number | null;
  errorCode: string | null;
}

let g: Ground;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'heyi-export-'));
  // A test double of LibreOffice: whatever it is given becomes the same two pages.
  writeFileSync(path.join(dir, 'two.pdf'), await pdf(2, 'office'));
  const office = path.join(dir, 'soffice');
  writeFileSync(
    office,
    `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nname=$(basename "$3")\ncp "${dir}/two.pdf" "$2/\${name%.*}.pdf"\n`,
  );
  chmodSync(office, 0o755);
  g = await Ground.begin({ files: { libreOffice: office } });
});

beforeEach(() => g.anotherCase());

afterAll(async () => {
  await g.app.close();
  rmSync(dir, { recursive: true, force: true });
});

async function asks(login: string, withSub = false): Promise<ExportSeen> {
  const answer = await (await g.app.as(login)).post(`/cases/${g.caseId}/file-exports`).send({ withSub });
  return mustBe(201, answer) as ExportSeen;
}

async function seen(login: string, id: Id): Promise<ExportSeen> {
  return mustBe(200, await (await g.app.as(login)).get(`/file-exports/${id}`)) as ExportSeen;
}

async function fetched(login: string, id: Id): Promise<PDFDocument> {
  const answer = await (await g.app.as(login)).get(`/file-exports/${id}/content`).buffer().parse(binary);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return PDFDocument.load(answer.body as Buffer);
}

/** The last text drawn on a page in the stamp's font. */
function stampOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.node.context.lookup(ref)) : [contents];
  const text = streams
    .map((s) => Buffer.from(decodePDFRawStream(s as PDFRawStream).decode()).toString('latin1'))
    .join('\n');
  const hex = [...text.matchAll(/<([0-9A-F]+)> Tj/g)].at(-1)?.[1] ?? '';
  return Buffer.from(hex, 'hex').toString('latin1');
}

/** Hands an event to its handler once more, as after a crash. */
async function handleAgain(exportId: Id): Promise<void> {
  const [event] = await g.app.database.read<{ id: Id }>(
    `SELECT id FROM platform.outbox WHERE name = 'case-file.requested' AND payload->>'exportId' = $1`,
    [exportId],
  );
  const runner = g.app.app.get(JobRunner, { strict: false });
  await runner.process({ eventId: event!.id, handler: 'cases.compile-case-file' });
}

it('binds everything into one PDF in the order of the volume, with running page numbers', async () => {
  await g.adds('lian', evidence(g.partyId, { title: '照片' }), png(), '照片.png');
  await g.adds('lian', { category: 'APPLICATION', side: 'APPLICANT', partyId: g.partyId, submittedOn: '2026-11-24' }, await pdf(3), '申请书.pdf'); // prettier-ignore
  await g.adds('lian', await g.respondents('REPLY'), docx('答复'), '答复.docx');
  await g.adds('lian', evidence(g.partyId, { evidenceKind: 'AUDIOVISUAL', title: '录音' }), wav(), '录音.wav');
  await g.adds('fuyi', g.institutions('RECORD', 'SUB'), await pdf(1), '审理报告.pdf');
  const withdrawn = await g.adds('lian', evidence(g.partyId, { title: '误传' }));
  await (await g.app.as('lian')).post(`/files/${withdrawn.id}/withdraw`).send({ version: 1, reason: '误传' });

  const { id, state } = await asks('lian');
  expect(state).toBe('QUEUED');
  expect((await (await g.app.as('lian')).get(`/file-exports/${id}/content`)).status).toBe(409);
  await g.app.drain();
  expect(await seen('lian', id)).toMatchObject({ state: 'DONE', done: 4, total: 4, pages: 1 + 3 + 2 + 1 + 1 });
  const document = await fetched('lian', id);
  expect(document.getPageCount()).toBe(8);
  // Application, reply, photograph; then comes the list of hashes.
  expect(document.getPages().slice(1, 7).map(stampOf)).toEqual(['1', '2', '3', '4', '5', '6']);

  const whole = await asks('fuyi', true);
  await g.app.drain();
  expect(await seen('fuyi', whole.id)).toMatchObject({ state: 'DONE', total: 5, pages: 9 });
  expect((await g.acts('cases.read-case-file')).at(-1)).toMatchObject({ subjectId: g.caseId });
});

it('binds the papers that were signed before what was filed, and those of the 副卷 with it only', async () => {
  await g.adds('lian', evidence(g.partyId), await pdf(1));
  const paper = await signedPaper(
    g.app,
    g.caseId,
    await submittedPaper(g.app, g.caseId, 'R06', { acceptedOn: '2026-11-24' }),
  );
  await g.app.drain();
  const [{ pages }] = (await g.app.database.read<{ pages: string }>(
    `SELECT encode(file, 'base64') AS pages FROM documents.rendition WHERE document_id = $1 AND format = 'pdf'`,
    [paper.id],
  )) as [{ pages: string }];
  const count = (await PDFDocument.load(Buffer.from(pages, 'base64'))).getPageCount();
  const { id } = await asks('lian');
  await g.app.drain();
  expect(await seen('lian', id)).toMatchObject({ state: 'DONE', done: 2, total: 2, pages: 1 + count + 1 + 1 });
});

it('binds pages that lie on their side, and lists what cannot be read instead of failing', async () => {
  const turned = await PDFDocument.load(await pdf(4));
  for (const [i, page] of turned.getPages().entries()) page.setRotation({ type: 'degrees', angle: i * 90 } as never);
  await g.adds('lian', evidence(g.partyId), Buffer.from(await turned.save()));
  await g.adds(
    'lian',
    evidence(g.partyId),
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500, 'x')]),
    '坏.pdf',
  );
  const { id } = await asks('lian');
  await g.app.drain();
  expect(await seen('lian', id)).toMatchObject({ state: 'DONE', total: 2, pages: 1 + 4 + 1 });
  expect((await fetched('lian', id)).getPages().slice(1, 5).map(stampOf)).toEqual(['1', '2', '3', '4']);
});

it('is for those who read all of it, and each has his own', async () => {
  await g.adds('lian');
  const refused = async (login: string, body: object) => {
    const answer = await (await g.app.as(login)).post(`/cases/${g.caseId}/file-exports`).send(body);
    return [answer.status, (answer.body as { code: string }).code];
  };
  expect(await refused('lian', { withSub: true })).toEqual([403, 'cases.case-file-refused']);
  expect(await refused('lianluo-wuchang', { withSub: false })).toEqual([403, 'cases.case-file-refused']);
  expect((await refused('lianluo-jiaoyu', { withSub: false }))[0]).toBe(404);
  const { id } = await asks('fuyi', true);
  expect((await (await g.app.as('lian')).get(`/file-exports/${id}`)).status).toBe(404);
});

describe('a worker killed midway', () => {
  it('leaves an export that another begins anew; the first, if it lives, stops', async () => {
    await g.adds('lian', evidence(g.partyId), await pdf(2));
    const { id } = await asks('lian');
    const exports = g.app.app.get(CaseFileExports, { strict: false });
    const killed = await exports.begin(id);
    await exports.progress(id, killed!.run, 0, 1);
    expect((await seen('lian', id)).state).toBe('RUNNING');
    await handleAgain(id);
    expect(await seen('lian', id)).toMatchObject({ state: 'DONE', done: 1, pages: 4 });
    await expect(exports.progress(id, killed!.run, 1, 1)).rejects.toBeInstanceOf(Superseded);
  });

  it('three times over leaves an export that says so', async () => {
    await g.adds('lian');
    const { id } = await asks('lian');
    const exports = g.app.app.get(CaseFileExports, { strict: false });
    for (let i = 0; i < 3; i++) await exports.begin(id);
    await handleAgain(id);
    expect(await seen('lian', id)).toMatchObject({ state: 'FAILED', errorCode: 'documents.export-given-up' });
  });

  it('that cannot read a file fails visibly at the third attempt', async () => {
    const file: FileSeen = await g.adds('lian', evidence(g.partyId), await pdf(1, 'lost'));
    await g.app.drain();
    const { sha256 } = file.versions[0]!;
    unlinkSync(path.join(g.app.filesDir, 'kept', sha256.slice(0, 2), sha256.slice(2, 4), sha256));
    const { id } = await asks('lian');
    for (let i = 1; i <= 3; i++) {
      await expect(handleAgain(id)).rejects.toThrow();
      expect((await seen('lian', id)).state).toBe(i < 3 ? 'RUNNING' : 'FAILED');
    }
    expect((await seen('lian', id)).errorCode).toBe('documents.export-failed');
  });
});

it('is removed after seven days', async () => {
  await g.adds('lian', evidence(g.partyId), await pdf(1, 'expires'));
  const { id } = await asks('lian');
  await handleAgain(id);
  await g.app.database.read(
    `UPDATE documents.case_file_export SET ended_at = now() - interval '8 days' WHERE id = $1`,
    [id],
  );
  await g.app.tick('documents.clear-contents');
  expect((await seen('lian', id)).state).toBe('EXPIRED');
  const answer = await (await g.app.as('lian')).get(`/file-exports/${id}/content`);
  expect((answer.body as { code: string }).code).toBe('documents.export-not-ready');
});

/** A hundredth of a second of silence. */
function wav(): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + 160, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(16000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(160, 40);
  return Buffer.concat([header, Buffer.alloc(160)]);
}
