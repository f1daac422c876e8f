import { SERIES, NUMBER_SHAPE } from '@app/documents';
import { mustBe, type Body } from '../support/given.js';
import { codeOf, Papers } from './papers.js';

let given: Papers;

beforeAll(async () => {
  given = await Papers.start();
});

afterAll(() => given.app.close());

const put = async (path: string, body: Body, login = 'juzhang') =>
  (await given.app.as(login)).put(`/settings/${path}`).send({ reason: '按区政府办规定。', ...body });
const list = async (path: string) =>
  mustBe(200, await (await given.app.as('juzhang')).get(`/settings/${path}`)) as (Body & { version: number })[];
const change = (prefix: string, version: number, code = 'rc-reply') => put(`paper-series/${code}`, { prefix, version });

it('a series goes on with its next number under another prefix', async () => {
  const caseId = await given.caseOf();
  const [before] = [await given.signed(caseId)];
  const [, prefix, serial] = /^(.+?)〔2026〕(\d+)号$/.exec(before.number!)!;
  const series = (await list('paper-series')).find((each) => each['prefix'] === prefix)!;
  const code = series['code'] as string;
  mustBe(200, await change('杭余政复', 1, code));
  const after = await given.signed(caseId);
  expect(after.number).toBe(`杭余政复〔2026〕${Number(serial) + 1}号`);
  expect(after.number).toMatch(NUMBER_SHAPE);
  expect((await given.paper(caseId, before.id)).number).toBe(before.number);
  const taken = await change(prefix!, 1, code === 'rc-opinion' ? 'rc-reply' : 'rc-opinion');
  expect([taken.status, codeOf(taken)]).toEqual([409, 'documents.prefix-taken']);
  mustBe(200, await change(prefix!, 2, code));
});

it('a prefix is two to twelve Chinese characters, of one series alone, changed by one who has read it', async () => {
  for (const prefix of ['余', '余'.repeat(13), 'RC', '余政复〔2026〕', '余政 复', '余政复1', '〇〇'])
    expect([prefix, (await change(prefix, 1, 'rc-letter')).status]).toEqual([prefix, 422]);
  expect((await change(SERIES['rc-opinion'], 1, 'rc-letter')).status).toBe(409);
  const twice = await Promise.all(['余复函', '余政函'].map((prefix) => change(prefix, 1, 'rc-letter')));
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  const rivals = await Promise.all(['rc-stay', 'rc-notice'].map((code) => change('余政复新', 1, code)));
  expect(rivals.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await change('余政复甲', 1, 'nothing')).status).toBe(404);
  expect((await put('paper-series/rc-hearing', { prefix: '余政复甲', version: 1 }, 'lian')).status).toBe(403);
});

it('papers go out in the name that is set when they are signed', async () => {
  const caseId = await given.caseOf();
  const before = await given.signed(caseId);
  const issuers = await list('paper-issuers');
  for (const { seal, version } of issuers)
    mustBe(200, await put(`paper-issuers/${String(seal)}`, { name: '杭州市测试区人民政府', version }));
  expect((await put(`paper-issuers/AUTHORITY`, { name: '某某政府', version: 1 })).status).toBe(409);
  expect((await put(`paper-issuers/AUTHORITY`, { name: ' ', version: 2 })).status).toBe(422);
  expect((await put(`paper-issuers/OTHER`, { name: '某某政府', version: 1 })).status).toBe(404);
  expect((await given.signed(caseId)).preview!.issuer).toBe('杭州市测试区人民政府');
  expect((await given.paper(caseId, before.id)).preview!.issuer).toBe(before.preview!.issuer);
});

it('each change is on record, with what was before', async () => {
  const rows = await given.app.database.read<{ action: string; detail: Record<string, unknown> }>(
    `SELECT action, detail FROM audit.entry WHERE action IN ('documents.change-series', 'documents.change-issuer') ORDER BY id`,
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(rows[0]!.detail).toMatchObject({ after: '杭余政复', reason: '按区政府办规定。' });
  expect(rows.every(({ detail }) => typeof detail['before'] === 'string')).toBe(true);
});
