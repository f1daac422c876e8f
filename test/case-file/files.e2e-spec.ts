import { CaseFilesService, FileAccess } from '@app/cases';
import { FILE_OPTIONS, type FileOptions } from '@app/documents';
import { SYSTEM, type Id } from '@app/kernel';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'supertest';
import { UNIT } from '../support/given.js';
import { mustBe } from '../support/given.js';
import { evidence, upload } from './forms.js';
import { binary, Ground, type FileSeen } from './ground.js';
import { docx, pdf } from './samples.js';

let g: Ground;
/** Liaison of the respondent, and of another unit. */
const LIAISON = 'lianluo-wuchang';

beforeAll(async () => {
  g = await Ground.begin();
});

beforeEach(() => g.anotherCase());

afterAll(() => g.app.close());

const codeOf = (answer: Response) => [answer.status, (answer.body as { code?: string }).code];

async function read(login: string, id: Id, headers: Record<string, string> = {}, query = ''): Promise<Response> {
  return (await g.app.as(login)).get(`/files/${id}${query}`).set(headers).buffer().parse(binary);
}

describe('reading', () => {
  it('answers the bytes with headers under which nothing of them can run', async () => {
    const content = await pdf(1, 'read');
    const { id } = await g.adds('lian', evidence(g.partyId), content);
    const answer = await read('fuyi', id);
    expect(answer.status).toBe(200);
    expect((answer.body as Buffer).equals(content)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
      'content-security-policy': "default-src 'none'",
      'content-disposition': `inline; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('缴费凭证.pdf')}`,
    });
    const word = await g.adds('lian', evidence(g.partyId), docx('文'), '文.docx');
    const { headers } = await read('fuyi', word.id);
    expect(headers['content-disposition']).toMatch(/^attachment;/);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  });

  it('answers a part (206), the whole for what it does not know, and 416 for what there is not', async () => {
    const content = await pdf(1, 'range');
    const { id } = await g.adds('lian', evidence(g.partyId), content);
    const size = content.length;
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 99],
      ['bytes=100-', 100, size - 1],
      ['bytes=-50', size - 50, size - 1],
      ['bytes=10-10', 10, 10],
    ] as const) {
      const answer = await read('fuyi', id, { range });
      expect([answer.status, answer.headers['content-range']]).toEqual([206, `bytes ${start}-${end}/${size}`]);
      expect((answer.body as Buffer).equals(content.subarray(start, end + 1))).toBe(true);
    }
    expect((await read('fuyi', id, { range: 'bytes=0-1,5-6' })).status).toBe(200);
    const beyond = await (await g.app.as('fuyi')).get(`/files/${id}`).set('range', `bytes=${size}-`);
    expect([...codeOf(beyond), beyond.headers['content-range']]).toEqual([
      416,
      'documents.range-unsatisfiable',
      `bytes */${size}`,
    ]);
  });

  it('is on record: who, which file, which version', async () => {
    const { id } = await g.adds('lian');
    const before = await g.acts('cases.read-file');
    await read('fuyi', id);
    await read('shenli', id, { range: 'bytes=5-9' });
    await read(LIAISON, id);
    const after = (await g.acts('cases.read-file')).slice(before.length);
    expect(after).toEqual([
      { subjectId: id, actorId: await g.given.personId('fuyi'), detail: { no: 1, category: 'EVIDENCE' } },
      { subjectId: id, actorId: await g.given.personId('shenli'), detail: { no: 1, category: 'EVIDENCE' } },
    ]);
  });

  it('is in the history of the dispute, if the file is of the 正卷', async () => {
    const open = await g.adds('lian');
    const inside = await g.adds('fuyi', g.institutions('RECORD', 'SUB'));
    for (const { id } of [open, inside]) expect((await read('fuyi', id)).status).toBe(200);
    const history = await (await g.app.as('lian')).get(`/disputes/${g.disputeId}/history?limit=200`);
    const told = (history.body as { subjectId: Id; action: string }[]).filter(
      ({ action }) => action === 'cases.read-file',
    );
    expect(told.map(({ subjectId }) => subjectId)).toContain(open.id);
    expect(told.map(({ subjectId }) => subjectId)).not.toContain(inside.id);
  });

  it('leaves titles and names of files out of trail, outbox and history', async () => {
    await g.adds('lian', evidence(g.partyId, { title: '钱某某的凭证' }), await pdf(1, 'x'), '钱某某.pdf');
    const [row] = await g.app.database.read<{ text: string }>(
      `SELECT (SELECT string_agg(detail::text, '') FROM audit.entry) || (SELECT string_agg(payload::text, '') FROM platform.outbox) AS text`,
    );
    expect(row!.text).not.toContain('钱某某');
    const history = await (await g.app.as('lian')).get(`/disputes/${g.disputeId}/history`);
    expect(JSON.stringify(history.body)).toContain('添加了材料（证据）');
    expect(JSON.stringify(history.body)).not.toContain('进行了操作');
  });
});

describe('versions', () => {
  async function newVersion(login: string, id: Id, version: number, content: Buffer): Promise<Response> {
    return upload(await g.app.as(login), `/files/${id}/versions`, { version: String(version) }, content, '凭证二.pdf');
  }

  it('supersede, and the old one can still be read', async () => {
    const [first, second] = [await pdf(1, 'first'), await pdf(2, 'second')];
    const { id } = await g.adds('lian', evidence(g.partyId), first);
    const changed = mustBe(201, await newVersion('lian', id, 1, second)) as FileSeen;
    expect(changed.versions.map((v) => [v.no, v.name])).toEqual([
      [1, '缴费凭证.pdf'],
      [2, '凭证二.pdf'],
    ]);
    expect(((await read('fuyi', id)).body as Buffer).equals(second)).toBe(true);
    expect(((await read('fuyi', id, {}, '?no=1')).body as Buffer).equals(first)).toBe(true);
    expect((await read('fuyi', id, {}, '?no=3')).status).toBe(404);
  });

  it('at once: one is kept, the other is told (409)', async () => {
    const { id } = await g.adds('lian');
    const contents = [await pdf(1, 'left'), await pdf(1, 'right')];
    const answers = await Promise.all(contents.map((content) => newVersion('lian', id, 1, content)));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
    expect(answers.map((a) => codeOf(a)[1]).filter(Boolean)).toEqual(['documents.file.stale-version']);
    expect((await g.list('lian')).find((f) => f.id === id)!.versions).toHaveLength(2);
  });

  it('keeps the same bytes once', async () => {
    const content = await pdf(1, 'same');
    await g.adds('lian', evidence(g.partyId), content);
    const [{ n: before }] = (await g.app.database.read<{ n: number }>('SELECT count(*) AS n FROM documents.content')) as [{ n: number }]; // prettier-ignore
    await g.adds('lian', evidence(g.partyId), content);
    const [after] = await g.app.database.read<{ n: number }>('SELECT count(*) AS n FROM documents.content');
    expect(after!.n).toBe(before);
  });
});

describe('what is said about a file', () => {
  const said = (over: Record<string, unknown>) => ({ ...evidence(g.partyId), title: '新题名', ...over });

  it('is changed by whoever may add it, with its version; admission by the officers of the case', async () => {
    const { id } = await g.adds('lian');
    const [lian, fuyi] = [await g.app.as('lian'), await g.app.as('fuyi')];
    const changed = await lian.patch(`/files/${id}`).send(said({ version: 1 }));
    expect((mustBe(200, changed) as FileSeen).title).toBe('新题名');
    expect(codeOf(await lian.patch(`/files/${id}`).send(said({ version: 1 })))).toEqual([409, 'documents.file.stale-version']); // prettier-ignore
    const admission = said({ version: 2, admitted: false, admissionReason: '与本案无关联' });
    expect(codeOf(await lian.patch(`/files/${id}`).send(admission))).toEqual([403, 'cases.admission-not-yours']);
    expect((await fuyi.patch(`/files/${id}`).send(admission)).status).toBe(200);
    const catalogue = mustBe(200, await fuyi.get(`/cases/${g.caseId}/evidence`)) as {
      kind: string;
      kindName: string;
      items: { fileId: Id; submittedBy: string; admitted: boolean | null }[];
    }[];
    expect(catalogue.map((k) => k.kindName)).toHaveLength(8);
    expect(catalogue.find((k) => k.kind === 'DOCUMENTARY')!.items).toMatchObject([
      { fileId: id, sideName: '申请人', submittedOn: '2026-11-24', admitted: false, admissionReason: '与本案无关联' },
    ]);
    expect(catalogue.find((k) => k.kind === 'DOCUMENTARY')!.items[0]!.submittedBy).toMatch(/^测试申请人/);
  });

  it('says that it is withdrawn, with the reason; the bytes stay', async () => {
    const { id } = await g.adds('lian', await g.respondents('EVIDENCE'));
    expect((await read(LIAISON, id)).status).toBe(200);
    const lian = await g.app.as('lian');
    const withdrawn = await lian.post(`/files/${id}/withdraw`).send({ version: 1, reason: '误传' });
    expect((mustBe(200, withdrawn) as FileSeen).withdrawnOn).toBe('2026-11-24');
    expect((await read('fuyi', id)).status).toBe(200);
    expect((await read(LIAISON, id)).status).toBe(404);
    expect(await g.list(LIAISON)).toEqual([]);
    const again = await lian.patch(`/files/${id}`).send(said({ version: 2 }));
    expect(codeOf(again)).toEqual([409, 'documents.file-withdrawn']);
  });
});

describe('the respondent’s liaison', () => {
  it('adds the papers of his own organ, and no other', async () => {
    const agent = await g.app.as(LIAISON);
    const path = `/cases/${g.caseId}/files`;
    const own = await upload(agent, path, await g.respondents('REPLY'), await pdf(1, 'reply'));
    expect(own.status).toBe(201);
    const foreign = { ...(await g.respondents('REPLY')), organId: await g.given.organId('区教育局') };
    const refused = [
      await upload(agent, path, foreign, await pdf(1, 'a')),
      await upload(agent, path, evidence(g.partyId), await pdf(1, 'b')),
      await upload(agent, path, { ...(await g.respondents('REPLY')), volume: 'SUB' }, await pdf(1, 'c')),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => [403, 'cases.file-not-yours']));
    expect((await g.list(LIAISON)).map((f) => f.title)).toEqual(['被申请人REPLY']);
  });

  it('knows nothing of 副卷, and another unit nothing of the case', async () => {
    const sub = await g.adds('fuyi', g.institutions('RECORD', 'SUB'));
    expect((await read(LIAISON, sub.id)).status).toBe(404);
    expect((await g.list(LIAISON)).map((f) => f.id)).not.toContain(sub.id);
    expect((await g.list('fuyi')).map((f) => f.id)).toContain(sub.id);
    const patch = await (await g.app.as(LIAISON)).post(`/files/${sub.id}/withdraw`).send({ version: 1, reason: '试' });
    expect(codeOf(patch)).toEqual([404, 'documents.file.not-found']);
    const history = await (await g.app.as(LIAISON)).get(`/disputes/${g.disputeId}/history`);
    expect(JSON.stringify(history.body)).not.toContain('材料（笔录）');
    expect(UNIT).toBe('五常街道');
  });
});

describe('a party', () => {
  const access = () => g.app.app.get(FileAccess, { strict: false });
  const party = () => ({ role: 'APPLICANT' as const, partyIds: [g.partyId] });

  it('submits its own evidence, and nothing in another’s name', async () => {
    const seen = await access().caseForParty(g.caseId, party());
    const service = g.app.app.get(CaseFilesService, { strict: false });
    const content = await pdf(1, 'of a party');
    const file = path.join(g.app.filesDir, 'of-a-party');
    writeFileSync(file, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const upload = { staged: { file, sha256, bytes: content.length }, name: '证据.pdf', type: 'pdf' as const };
    const id = await service.add(SYSTEM, seen, { ...upload, fields: evidence(g.partyId) }, undefined);
    expect((await access().visibleTo(g.caseId, party())).map((f) => f.file.id)).toEqual([id]);
    const foreign = { ...upload, fields: await g.respondents('EVIDENCE') };
    await expect(service.add(SYSTEM, seen, foreign, undefined)).rejects.toThrow('cases.file-not-yours');
  });

  it('sees its own, the respondent’s, and what the institution found; nothing of 副卷', async () => {
    await g.adds('lian', evidence(g.partyId, { title: '自己的证据' }));
    await g.adds('lian', await g.respondents('REPLY'));
    await g.adds('lian', await g.respondents('AUTHORITY'));
    await g.adds('fuyi', g.institutions('EVIDENCE'));
    await g.adds('fuyi', g.institutions('RECORD', 'SUB'));
    const files = await access().visibleTo(g.caseId, party());
    expect(files.map(({ file }) => file.title)).toEqual(['被申请人REPLY', '自己的证据', '机构EVIDENCE']);
    await expect(access().visibleTo(g.caseId, { ...party(), partyIds: [g.caseId] })).rejects.toThrow(
      'cases.case.not-found',
    );
  });

  it('is told what is withheld and why, and may not read it; the head confirms or lifts', async () => {
    const { id } = await g.adds('lian', await g.respondents('BASIS'));
    const [fuyi, juzhang] = [await g.app.as('fuyi'), await g.app.as('juzhang')];
    const body = { version: 1, grounds: ['TRADE_SECRET'], reason: '涉及企业未公开的报价' };
    expect(codeOf(await (await g.app.as('lian')).post(`/files/${id}/withhold`).send(body))).toEqual([403, 'cases.role-required']); // prettier-ignore
    expect(codeOf(await juzhang.post(`/files/${id}/confirm-withholding`).send({ version: 1, confirmed: true }))).toEqual([409, 'cases.file-not-withheld']); // prettier-ignore
    const withheld = mustBe(200, await fuyi.post(`/files/${id}/withhold`).send(body)) as FileSeen;
    expect(withheld.withheld).toEqual({ grounds: ['TRADE_SECRET'], reason: body.reason, confirmed: false });
    expect(codeOf(await fuyi.post(`/files/${id}/confirm-withholding`).send({ version: 2, confirmed: true }))).toEqual([403, 'cases.role-required']); // prettier-ignore
    const confirmed = await juzhang.post(`/files/${id}/confirm-withholding`).send({ version: 2, confirmed: true });
    expect((mustBe(200, confirmed) as FileSeen).withheld?.confirmed).toBe(true);

    const [seen] = await access().visibleTo(g.caseId, party());
    expect(seen).toMatchObject({ withheld: true, file: { id, withheldGrounds: ['TRADE_SECRET'] } });
    await expect(access().readAsParty(SYSTEM, id, party())).rejects.toMatchObject({ code: 'documents.file-withheld', article: '复议法 2023 第47条' }); // prettier-ignore
    expect((await read('fuyi', id)).status).toBe(200);

    const lifted = await juzhang.post(`/files/${id}/confirm-withholding`).send({ version: 3, confirmed: false });
    expect((mustBe(200, lifted) as FileSeen).withheld).toBeNull();
    const reading = await access().readAsParty(SYSTEM, id, party());
    expect(reading.version.no).toBe(1);
  });
});

it('removes bytes that nothing refers to, after a day, and no others', async () => {
  const kept = await g.adds('lian', evidence(g.partyId), await pdf(1, 'kept'));
  await g.app.database.read(
    `INSERT INTO documents.content (sha256, bytes, scan, touched_at) VALUES ($1, 1, 'UNSCANNED', now() - interval '2 days'), ($2, 1, 'UNSCANNED', now())`,
    ['a'.repeat(64), 'b'.repeat(64)],
  );
  await g.app.database.read(`UPDATE documents.content SET touched_at = now() - interval '2 days' WHERE sha256 = $1`, [
    kept.versions[0]!.sha256,
  ]);
  await g.app.drain();
  const rows = await g.app.database.read<{ sha256: string }>(
    'SELECT sha256 FROM documents.content WHERE sha256 = ANY($1::text[]) ORDER BY 1',
    [['a'.repeat(64), 'b'.repeat(64), kept.versions[0]!.sha256]],
  );
  expect(rows.map((r) => r.sha256)).toEqual(['b'.repeat(64), kept.versions[0]!.sha256].sort());
  expect((await read('fuyi', kept.id)).status).toBe(200);
  expect(g.app.app.get<FileOptions>(FILE_OPTIONS, { strict: false }).clamd).toBeUndefined();
});
