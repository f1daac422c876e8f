import { newId, type Id } from '@app/kernel';
import { SERIES } from '@app/documents';
import { createHash } from 'node:crypto';
import { OTHER_UNIT } from '../support/given.js';
import { codeOf, Papers, type Paper } from './papers.js';

let given: Papers;
let caseId: Id;

beforeAll(async () => {
  given = await Papers.start();
  caseId = await given.caseOf();
});

afterAll(() => given.app.close());

/** JSON with its keys in order. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${ordered(each)}`).join()}}`;
}

async function statusOf(login: string, path: string): Promise<number> {
  return (await (await given.app.as(login)).get(path)).status;
}

describe('a paper from draft to signature', () => {
  let paper: Paper;

  it('is drafted incomplete: what is missing is named, and it can be looked at', async () => {
    paper = await given.draft(caseId, 'Z01', { data: { reason: '材料不齐。' }, addressees: [] });
    expect(paper).toMatchObject({ state: 'DRAFT', version: 1, number: null, hash: null, files: [] });
    expect(paper.missing.map((error) => error.pointer)).toEqual(['#/data/answerBy', '#/addressees']);
    expect(paper.missing[0]!.detail).toBe('请填写“答复期限”');
    expect(JSON.stringify(paper.preview!.blocks)).toContain('材料不齐。');
    expect(JSON.stringify(paper.preview!.blocks)).toContain('请于（待填：答复期限）前答复。');
  });

  it('is not taken with data of no field, of a wrong type, or to somebody who is nobody', async () => {
    const agent = await given.app.as('lian');
    const tries = [
      { kind: 'Z01', data: { nothing: 1 } },
      { kind: 'Z01', data: { answerBy: '2026-02-30' } },
      { kind: 'Z01', addressees: [{ role: 'COURT', name: '某法院' }] },
      { kind: 'Z01', addressees: [{ role: 'RESPONDENT', name: '某局', organId: newId() }] },
      { kind: 'Z99' },
    ];
    for (const body of tries) {
      const answer = await agent.post(`/cases/${caseId}/papers`).send(body);
      expect([body, answer.status]).toEqual([body, 422]);
    }
  });

  it('is not submitted while something is missing', async () => {
    const answer = await given.act('lian', caseId, paper, 'submit');
    expect([answer.status, codeOf(answer)]).toEqual([409, 'documents.incomplete']);
    expect((answer.body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer)).toEqual([
      '#/data/answerBy',
      '#/addressees',
    ]);
  });

  it('is saved again: one of two who read the same version', async () => {
    const body = {
      version: 1,
      data: { reason: '材料不齐。', answerBy: '2026-12-08' },
      addressees: await given.toRespondent(),
    };
    const path = `/cases/${caseId}/papers/${paper.id}`;
    const agent = await given.app.as('lian');
    const answers = await Promise.all([agent.put(path).send(body), agent.put(path).send(body)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const versions = (await agent.get(`${path}/versions`)).body as {
      version: number;
      hash: string;
      savedByName: string;
    }[];
    expect(versions.map((each) => each.version)).toEqual([1, 2]);
    expect(new Set(versions.map((each) => each.hash)).size).toBe(2);
    expect(versions.every((each) => /^[0-9a-f]{64}$/.test(each.hash) && each.savedByName !== '')).toBe(true);
  });

  it('is submitted, returned with a reason, submitted again', async () => {
    paper = (await given.act('lian', caseId, await given.paper(caseId, paper.id), 'submit')).body as Paper;
    expect(paper.state).toBe('SUBMITTED');
    expect(codeOf(await given.act('lian', caseId, paper, 'return', { reason: '不对' }))).toBe(
      'documents.role-required',
    );
    paper = (await given.act('juzhang', caseId, paper, 'return', { reason: '事由请写明日期' })).body as Paper;
    expect(paper).toMatchObject({ state: 'RETURNED', returnReason: '事由请写明日期' });
    expect(codeOf(await given.act('juzhang', caseId, paper, 'sign'))).toBe('documents.wrong-state');
    paper = (await given.act('lian', caseId, paper, 'submit')).body as Paper;
  });

  it('is signed by who may: number, today’s date, hash; two at once are one', async () => {
    expect(codeOf(await given.act('lian', caseId, paper, 'sign'))).toBe('documents.role-required');
    const answers = await Promise.all([
      given.act('juzhang', caseId, paper, 'sign'),
      given.act('juzhang', caseId, paper, 'sign'),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    paper = await given.paper(caseId, paper.id);
    expect(paper).toMatchObject({
      state: 'SIGNED',
      number: '余政复告〔2026〕1号',
      issuedOn: '2026-11-24',
      missing: [],
    });
    const [row] = await given.app.database.read<{ content: object }>(
      'SELECT content FROM documents.document WHERE id = $1',
      [paper.id],
    );
    expect(paper.hash).toBe(createHash('sha256').update(ordered(row!.content)).digest('hex'));
  });

  it('never changes again, not even past the service', async () => {
    const body = { version: paper.version, data: {}, addressees: [] };
    const answer = await (await given.app.as('lian')).put(`/cases/${caseId}/papers/${paper.id}`).send(body);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'documents.wrong-state']);
    const change = (set: string) =>
      given.app.database.read(`UPDATE documents.document SET ${set} WHERE id = $1`, [paper.id]);
    await expect(change(`data = '{}'`)).rejects.toThrow('not changed');
    await expect(change(`number = NULL`)).rejects.toThrow('not changed');
    await expect(given.app.database.read('DELETE FROM documents.document WHERE id = $1', [paper.id])).rejects.toThrow(
      'not deleted',
    );
  });

  it('is in the history without a name, and announced by ids alone', async () => {
    const [{ dispute_id: disputeId } = { dispute_id: '' }] = await given.app.database.read<{ dispute_id: Id }>(
      'SELECT dispute_id FROM documents.document WHERE id = $1',
      [paper.id],
    );
    const history = (await (await given.app.as('lian')).get(`/disputes/${disputeId}/history?limit=200`)).body as {
      sentence: string;
    }[];
    const sentences = history.map((entry) => entry.sentence);
    expect(sentences).toEqual(
      expect.arrayContaining([
        '起草了《样例通知书》',
        '退回了《样例通知书》',
        '签发了《样例通知书》余政复告〔2026〕1号',
      ]),
    );
    const [event] = await given.app.database.read<{ payload: object }>(
      `SELECT payload FROM platform.outbox WHERE name = 'document.signed'`,
    );
    expect(event!.payload).toEqual({ documentId: paper.id, caseId, disputeId, kind: 'Z01' });
  });
});

describe('four eyes', () => {
  it('the drafter does not sign what he drafted, though he may sign; where two are not asked for, he does', async () => {
    await given.app.database.read(
      `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order)
       SELECT $1, person_id, organ_id, 'intake_officer', '立案', '2026-01-01', 0 FROM directory.post
       WHERE person_id = $2 LIMIT 1`,
      [newId(), await given.personId('juzhang')],
    );
    const paper = await given.draft(caseId, 'Z01', {}, 'juzhang');
    const submitted = (await given.act('juzhang', caseId, paper, 'submit')).body as Paper;
    const answer = await given.act('juzhang', caseId, submitted, 'sign');
    expect([answer.status, codeOf(answer)]).toEqual([403, 'documents.own-paper']);
    const record = await given.draft(caseId, 'Z04');
    const signed = await given.act('lian', caseId, record, 'sign');
    expect(signed.body).toMatchObject({ state: 'SIGNED', number: null });
  });
});

describe('a text of his own for each addressee', () => {
  it('under one number; what is his must fit, and may complete the paper', async () => {
    const post = async (body: object) => (await given.app.as('lian')).post(`/cases/${caseId}/papers`).send(body);
    const respondent = { role: 'RESPONDENT', name: '测试街道办事处' };
    const wrong = [
      { kind: 'Z02', addressees: [{ ...respondent, data: { nothing: 1 } }] },
      { kind: 'Z01', addressees: [{ ...respondent, data: { reason: '事由' } }] },
    ];
    for (const body of wrong) expect((await post(body)).status).toBe(422);
    const addressees = [
      { role: 'APPLICANT', name: '测试申请人', data: { parties: '致申请人。' } },
      { ...respondent, data: { parties: '致被申请人。' } },
    ];
    const signed = await given.signed(caseId, 'Z02', { data: { result: '撤销。' }, addressees });
    const [row] = await given.app.database.read<{ copies: { addressees: string[]; blocks: unknown[] }[] }>(
      `SELECT content->'copies' AS copies FROM documents.document WHERE id = $1`,
      [signed.id],
    );
    expect(row!.copies.map((copy) => copy.addressees)).toEqual([['测试申请人'], ['测试街道办事处']]);
    expect(JSON.stringify(row!.copies[0])).toContain('致申请人。');
    expect(JSON.stringify(row!.copies[0])).not.toContain('致被申请人。');
    expect(JSON.stringify(row!.copies[1])).toContain('致被申请人。');
  });
});

describe('void papers', () => {
  it('a draft is discarded; a signed one keeps its number for ever, and the next gets the next', async () => {
    const [draft, signed] = [await given.draft(caseId), await given.signed(caseId)];
    const discarded = (await given.act('lian', caseId, draft, 'void', { reason: '重复起草' })).body as Paper;
    expect(discarded).toMatchObject({ state: 'DISCARDED', number: null, voidReason: '重复起草' });
    expect(codeOf(await given.act('lian', caseId, signed, 'void', { reason: '错' }))).toBe('documents.role-required');
    const voided = (await given.act('juzhang', caseId, signed, 'void', { reason: '当事人名称有误' })).body as Paper;
    expect(voided).toMatchObject({ state: 'VOID', number: signed.number });
    const register = await (await given.app.as('lian')).get('/documents/void-numbers');
    expect(register.body).toMatchObject([{ number: signed.number, title: '样例通知书', reason: '当事人名称有误' }]);
    const serial = (paper: Paper) => Number(/〕(\d+)号$/.exec(paper.number!)![1]);
    expect(serial(await given.signed(caseId))).toBe(serial(signed) + 1);
    expect(codeOf(await given.act('juzhang', caseId, voided, 'void', { reason: '再次' }))).toBe(
      'documents.wrong-state',
    );
  });
});

describe('who reads what', () => {
  it('the liaison of the respondent: what is signed and addressed to his organ; nothing internal, no draft', async () => {
    const other = await given.caseOf();
    const [draft, signed, internal, foreign] = [
      await given.draft(other),
      await given.signed(other),
      await given.signed(other, 'Z05'),
      await given.signed(other, 'Z01', { addressees: [{ role: 'APPLICANT', name: '测试申请人' }] }),
    ];
    const liaison = await given.app.as('lianluo-wuchang');
    const list = (await liaison.get(`/cases/${other}/papers`)).body as Paper[];
    expect(list.map((paper) => paper.id)).toEqual([signed.id]);
    for (const [paper, status] of [
      [signed, 200],
      [draft, 404],
      [internal, 404],
      [foreign, 404],
    ] as const) {
      for (const part of ['', '/versions'])
        expect([part, await statusOf('lianluo-wuchang', `/cases/${other}/papers/${paper.id}${part}`)]).toEqual([
          part,
          status,
        ]);
    }
    for (const paper of [draft, internal, foreign])
      expect((await given.act('lianluo-wuchang', other, paper, 'void', { reason: '试试' })).status).toBe(404);
    expect(await statusOf('juzhang', `/cases/${other}/papers/${internal.id}`)).toBe(200);
  });

  it('nobody by way of another case, or of a case he may not see', async () => {
    const [one, two] = [await given.caseOf(), await given.caseOf()];
    const paper = await given.draft(one);
    expect(await statusOf('lian', `/cases/${two}/papers/${paper.id}`)).toBe(404);
    const stranger = await given.dispute({}, { unit: OTHER_UNIT });
    const hidden = await given.reconsideration(stranger.id);
    expect(await statusOf('lianluo-wuchang', `/cases/${hidden}/papers`)).toBe(404);
  });
});

describe('the remedy', () => {
  it('is what the dated table says on the day of signing; a change is a new version, and one of two editors wins', async () => {
    const agent = await given.app.as('xitong');
    const rules = (await agent.get('/settings/relief-rules')).body as { id: Id; code: string; text: string }[];
    const current = rules.find((rule) => rule.code === 'LITIGATION')!;
    const change = {
      replacesId: current.id,
      validFrom: '2026-11-30',
      text: '如不服本决定，可以依照新的规定向{court}提起行政诉讼。',
      article: '某法 第9条',
      court: '某人民法院',
      reason: '法律修订',
    };
    const put = () => agent.put('/settings/relief-rules/LITIGATION').send(change);
    expect((await Promise.all([put(), put()])).map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(((await agent.get('/settings/relief-rules')).body as object[]).length).toBe(rules.length + 1);
    const before = await given.signed(caseId, 'Z02');
    expect(before.preview!.relief).toBe(current.text.replace('{court}', '人民法院'));
    given.app.clock.set('2026-11-30T10:00:00+08:00');
    const after = await given.signed(caseId, 'Z02');
    expect(after.preview!.relief).toBe('如不服本决定，可以依照新的规定向某人民法院提起行政诉讼。');
    expect((await given.paper(caseId, before.id)).preview!.relief).toBe(before.preview!.relief);
    const early = await agent.put('/settings/relief-rules/MEDIATION').send({
      ...change,
      replacesId: rules.find((rule) => rule.code === 'MEDIATION')!.id,
      validFrom: '2024-01-01',
    });
    expect([early.status, codeOf(early)]).toEqual([409, 'documents.relief-too-early']);
    expect((await (await given.app.as('lian')).get('/settings/relief-rules')).status).toBe(403);
  });
});

it('every series the kinds may name is installed with its prefix', async () => {
  const rows = await given.app.database.read<{ code: string; prefix: string }>(
    'SELECT code, prefix FROM documents.series ORDER BY code',
  );
  expect(Object.fromEntries(rows.map((row) => [row.code, row.prefix]))).toEqual(SERIES);
});

it('a repeated draft with one key is one paper', async () => {
  const agent = await given.app.as('lian');
  const post = () => agent.post(`/cases/${caseId}/papers`).set('idempotency-key', 'draft-1').send({ kind: 'Z04' });
  const [one, two] = [await post(), await post()];
  expect([one.status, two.status]).toEqual([201, 201]);
  expect((one.body as { id: Id }).id).toBe((two.body as { id: Id }).id);
});

it('a paper the law of the day does not know is neither drafted nor signed', async () => {
  const before = await given.draft(caseId, 'Z04');
  given.app.clock.set('2027-01-04T10:00:00+08:00');
  const drafted = await (await given.app.as('lian')).post(`/cases/${caseId}/papers`).send({ kind: 'Z04' });
  const signed = await given.act('lian', caseId, before, 'sign');
  for (const answer of [drafted, signed])
    expect([answer.status, codeOf(answer)]).toEqual([409, 'documents.kind-unknown-to-law']);
  const next = await given.signed(caseId);
  expect(next.number).toBe('余政复告〔2027〕1号');
});
