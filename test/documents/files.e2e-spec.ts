import { RENDER_OPTIONS, SealService } from '@app/documents';
import type { Id } from '@app/kernel';
import { Global, Module } from '@nestjs/common';
import { strFromU8, unzipSync } from 'fflate';
import { Document, Packer, Paragraph } from 'docx';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestSeal } from '../../libs/documents/testing/test-seal.js';
import { bytes, codeOf, Papers, type Paper } from './papers.js';

const seal = new TestSeal();
const dir = mkdtempSync(path.join(tmpdir(), 'heyi-files-'));
const soffice = path.join(dir, 'soffice');

/** Stands in for LibreOffice. */
function behave(...lines: string[]): void {
  writeFileSync(soffice, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(soffice, 0o755);
}

@Global()
@Module({
  providers: [
    { provide: RENDER_OPTIONS, useValue: { soffice: null } },
    { provide: SealService, useValue: seal },
  ],
  exports: [RENDER_OPTIONS, SealService],
})
class WithoutOfficeModule {}

@Global()
@Module({
  providers: [{ provide: RENDER_OPTIONS, useValue: { soffice, timeoutMs: 700 } }],
  exports: [RENDER_OPTIONS],
})
class FakeOfficeModule {}

afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function fileOf(given: Papers, caseId: Id, paper: Paper, format: string, login = 'lian') {
  return (await given.app.as(login)).get(`/cases/${caseId}/papers/${paper.id}/${format}`).buffer().parse(bytes);
}

describe('files of a signed paper', () => {
  let given: Papers;
  let caseId: Id;

  beforeAll(async () => {
    given = await Papers.start([WithoutOfficeModule]);
    caseId = await given.caseOf();
  });
  afterAll(() => given.app.close());

  it('are made in the background, and downloaded under their Chinese name', async () => {
    const draft = await given.draft(caseId);
    expect((await fileOf(given, caseId, draft, 'docx')).status).toBe(409);
    const paper = await given.signed(caseId);
    expect(paper.files.map((file) => file.state)).toEqual(['PENDING', 'PENDING']);
    const early = await (await given.app.as('lian')).get(`/cases/${caseId}/papers/${paper.id}/pdf`);
    expect([early.status, codeOf(early)]).toEqual([409, 'documents.rendition-pending']);
    await given.app.drain();
    expect((await given.paper(caseId, paper.id)).files).toMatchObject([
      { format: 'docx', state: 'DONE', attempts: 1, engine: 'docx' },
      { format: 'pdf', state: 'DONE', attempts: 1, engine: 'pdfmake' },
    ]);
    const docx = await fileOf(given, caseId, paper, 'docx');
    expect(docx.headers['content-disposition']).toBe(
      `attachment; filename="paper.docx"; filename*=UTF-8''${encodeURIComponent(`样例通知书${paper.number}.docx`)}`,
    );
    expect(docx.headers['content-type']).toContain('wordprocessingml.document');
    expect(strFromU8(unzipSync(docx.body as Buffer)['word/document.xml']!)).toContain(paper.number);
    const pdf = await fileOf(given, caseId, paper, 'pdf');
    expect([pdf.headers['content-type'], (pdf.body as Buffer).subarray(0, 5).toString()]).toEqual([
      'application/pdf',
      '%PDF-',
    ]);
  });

  it('are sealed by a seal system where there is one, and only what carries a seal', async () => {
    const before = seal.requests.length;
    const [sealed, record] = [await given.signed(caseId, 'Z02'), await given.signed(caseId, 'Z05')];
    await given.app.drain();
    expect(seal.requests.slice(before)).toEqual([
      { number: sealed.number, issuer: '杭州市余杭区人民政府', seal: 'AUTHORITY' },
    ]);
    expect(((await fileOf(given, caseId, sealed, 'pdf')).body as Buffer).toString('latin1')).toContain(
      '%test-seal AUTHORITY',
    );
    expect(((await fileOf(given, caseId, record, 'pdf')).body as Buffer).toString('latin1')).not.toContain(
      '%test-seal',
    );
  });

  it('are made with the office’s own template once it is active; papers signed before keep theirs', async () => {
    const admin = await given.app.as('xitong');
    const upload = async (...lines: string[]) => {
      const file = await Packer.toBuffer(
        new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
      );
      return admin.post('/settings/document-templates/Z03').attach('file', file, '模板.docx');
    };
    const wrong = await upload('{matter}', '{mattre}', '{issuedOn}');
    expect([wrong.status, codeOf(wrong)]).toEqual([422, 'documents.template-placeholders']);
    expect((wrong.body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer)).toEqual([
      '#/placeholders/mattre',
      '#/placeholders/number',
    ]);
    const noDocx = await admin
      .post('/settings/document-templates/Z03')
      .attach('file', Buffer.from('%PDF-1.7'), '模板.docx');
    expect([noDocx.status, codeOf(noDocx)]).toEqual([422, 'documents.template-not-docx']);
    const right = await upload('自制模板 {number}', '{addressees}：', '{matter}', '{issuedOn}');
    expect(right.body).toMatchObject({ kind: 'Z03', version: 1, active: false });
    const { id } = right.body as { id: Id };
    const preview = await admin.get(`/settings/document-templates/${id}/preview`).buffer().parse(bytes);
    expect(strFromU8(unzipSync(preview.body as Buffer)['word/document.xml']!)).toContain('【事项】');
    const addressees = [{ role: 'OTHER_ORGAN', name: '某机关' }];
    const before = await given.signed(caseId, 'Z03', { addressees });
    expect((await admin.put(`/settings/document-templates/${id}/active`).send({ active: true })).body).toMatchObject({
      active: true,
    });
    const after = await given.signed(caseId, 'Z03', { addressees });
    await given.app.drain();
    const words = async (paper: Paper) =>
      strFromU8(unzipSync((await fileOf(given, caseId, paper, 'docx')).body as Buffer)['word/document.xml']!);
    expect(await words(after)).toContain('自制模板');
    expect(await words(before)).not.toContain('自制模板');
    expect((await given.paper(caseId, after.id)).files[0]).toMatchObject({ engine: 'template' });
    expect((await (await given.app.as('lian')).get('/settings/document-templates')).status).toBe(403);
  });
});

describe('an office suite that fails', () => {
  let given: Papers;
  let caseId: Id;

  beforeAll(async () => {
    given = await Papers.start([FakeOfficeModule]);
    caseId = await given.caseOf();
  });
  afterAll(() => given.app.close());

  it('hangs: it is killed, tried three times, given up and shown; the case goes on; asked again, the file is made', async () => {
    behave('sleep 600');
    const paper = await given.signed(caseId);
    await given.app.drain();
    const [docx, pdf] = (await given.paper(caseId, paper.id)).files;
    expect(docx).toMatchObject({ state: 'DONE' });
    expect(pdf).toMatchObject({ state: 'FAILED', attempts: 3, errorCode: 'TIMEOUT' });
    const answer = await (await given.app.as('lian')).get(`/cases/${caseId}/papers/${paper.id}/pdf`);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'documents.rendition-failed']);
    expect(await given.step('lian', caseId, 'assign-reviewer', { reviewerId: await given.personId('fuyi') })).toBe(
      'UNDER_REVIEW',
    );

    behave('cp paper-0.docx paper-0.pdf');
    expect((await given.act('lian', caseId, paper, 'renditions')).status).toBe(202);
    await given.app.drain();
    expect((await given.paper(caseId, paper.id)).files[1]).toMatchObject({
      state: 'DONE',
      attempts: 1,
      errorCode: null,
      engine: 'libreoffice',
    });
  });

  it('fails once: the second attempt makes the file', async () => {
    behave(`if [ -e ${dir}/once ]; then cp paper-0.docx paper-0.pdf; else touch ${dir}/once; exit 1; fi`);
    const paper = await given.signed(caseId);
    await given.app.drain();
    expect((await given.paper(caseId, paper.id)).files[1]).toMatchObject({
      state: 'DONE',
      attempts: 2,
      errorCode: null,
    });
  });

  it('a worker dies over it: its claim runs out, and the attempt counts', async () => {
    behave('cp paper-0.docx paper-0.pdf');
    const paper = await given.signed(caseId);
    const died = (attempts: number) =>
      given.app.database.read(
        `UPDATE documents.rendition SET attempts = $2, claimed_until = now() - interval '1 second'
         WHERE document_id = $1 AND format = 'pdf'`,
        [paper.id, attempts],
      );
    await died(3);
    await given.app.drain();
    expect((await given.paper(caseId, paper.id)).files[1]).toMatchObject({ state: 'FAILED', errorCode: 'WORKER_DIED' });
  });
});
