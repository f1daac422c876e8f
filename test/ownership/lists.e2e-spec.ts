import type { Id } from '@app/kernel';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, OTHER_UNIT, type Body } from '../support/given.js';
import { codeOf, OwnerStory } from './owner-story.js';

interface Line {
  caseId: Id;
  serial: number;
  batch: number;
  revisions: number;
  approved: { title: string; resolveBy: string; parties: string[]; leader: string };
  current: { resolveBy: string };
}

let t: TestApp;
let story: OwnerStory;
const proposed: Id[] = [];

beforeAll(async () => {
  t = await startApp();
  story = new OwnerStory(t);
  const unitId = await story.organId(OTHER_UNIT);
  const [leader] = await t.database.read<{ personId: Id }>(
    `SELECT person_id AS "personId" FROM directory.post WHERE organ_id = $1 AND role = 'unit_leader'`,
    [unitId],
  );
  const other = { unitId, unitLeaderId: leader!.personId, leaderId: await story.personId('lingdao2') };
  for (const [over, dispute] of [
    [{}, { title: '=1+1 商铺罚款争议' }],
    [other, {}],
    [{}, {}],
    [{}, {}],
  ] as [Body, Body][])
    proposed.push(await story.ownership((await story.dispute({ tags: ['KEY_LITIGATION'], ...dispute })).id, over));
});

afterAll(() => t.close());

async function approve(ids: Id[], login = 'quzhang', key?: string): Promise<Response> {
  const cases = await Promise.all(ids.map(async (caseId) => ({ caseId, version: await story.versionOf(caseId) })));
  return approveAs(cases, login, key);
}

async function approveAs(cases: Body[], login = 'quzhang', key?: string): Promise<Response> {
  const post = (await t.as(login)).post('/ownership/lists');
  if (key !== undefined) void post.set('idempotency-key', key);
  return post.send({ cases, basis: 'JOINT_MEETING', opinion: '同意列入' });
}

const linesOf = async (login: string): Promise<Line[]> =>
  (await story.get<{ items: Line[] }>(login, '/ownership/lists/2026/lines')).items;

async function sheetOf(login: string, sheet: number): Promise<ExcelJS.CellValue[][]> {
  const answer = await (
    await t.as(login)
  )
    .get('/ownership/lists/2026/xlsx')
    .buffer()
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(answer.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.body as ArrayBuffer);
  const rows: ExcelJS.CellValue[][] = [];
  book.worksheets[sheet]!.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)));
  return rows;
}

it('is approved as a whole or not at all', async () => {
  expect((await approve(proposed.slice(0, 2), 'kezhang')).status).toBe(403);
  const [first, second] = proposed as [Id, Id];
  const stale = [
    { caseId: first, version: await story.versionOf(first) },
    { caseId: second, version: 99 },
  ];
  expect((await approveAs(stale)).status).toBe(409);
  expect(await story.stateOf(first)).toBe('PROPOSED');
  expect((await (await t.as('kezhang')).get('/ownership/lists/2026')).status).toBe(404);
});

it('stands in the order given, under one number; repeated with its key it is the same', async () => {
  const [first, second] = proposed as [Id, Id];
  const cases = await Promise.all(
    [second, first].map(async (caseId) => ({ caseId, version: await story.versionOf(caseId) })),
  );
  const made = mustBe(201, await approveAs(cases, 'quzhang', 'the-list')) as Body;
  expect(made).toMatchObject({ no: 1, number: '余包清〔2026〕1号', caseIds: [second, first] });
  expect(mustBe(201, await approveAs(cases, 'quzhang', 'the-list'))).toEqual(made);
  expect((await linesOf('kezhang')).map(({ caseId, serial }) => [caseId, serial])).toEqual([
    [second, 1],
    [first, 2],
  ]);
});

it('approved twice at once it is approved once', async () => {
  const third = proposed[2]!;
  const cases = [{ caseId: third, version: await story.versionOf(third) }];
  const both = await Promise.all([approveAs(cases), approveAs(cases)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it('a case listed by itself later is a supplement of its own', async () => {
  await story.step('quzhang', proposed[3]!, 'list', { basis: 'AUTHORITY', opinion: '同意' });
  const list = await story.get<{ batches: { no: number; number: string; cases: number }[]; cases: number }>(
    'kezhang',
    '/ownership/lists/2026',
  );
  expect(list).toMatchObject({
    cases: 4,
    intact: true,
    batches: [
      { no: 1, cases: 2, basisName: '联席会议审定' },
      { no: 2, cases: 1 },
      { no: 3, number: '余包清〔2026〕3号', cases: 1, basisName: '区政府审定' },
    ],
  });
});

it('is frozen: changes are further entries, and what was approved stays', async () => {
  const first = proposed[0]!;
  await story.step('lingdao1', first, 'extend', { days: 10, reason: '等待鉴定' });
  const line = (await linesOf('kezhang')).find(({ caseId }) => caseId === first)!;
  expect(line).toMatchObject({
    revisions: 1,
    approved: { resolveBy: '2027-02-26' },
    current: { resolveBy: '2027-03-08' },
  });
  await expect(t.database.read(`UPDATE ownership.list_entry SET content = '{}'`)).rejects.toThrow('kept as it is');
  const { items } = await story.get<{ items: Body[] }>('kezhang', '/ownership/lists/2026/entries');
  expect(items.map(({ kind, serial, revision }) => [kind, serial, revision])).toEqual([
    ['LISTED', 1, 0],
    ['LISTED', 2, 0],
    ['LISTED', 3, 0],
    ['LISTED', 4, 0],
    ['EXTENDED', 2, 1],
  ]);
});

it('shows each reader his own lines', async () => {
  const numbers = async (login: string) => (await linesOf(login)).map(({ serial }) => serial);
  expect(await numbers('lingdao1')).toEqual([2, 3, 4]);
  expect(await numbers('lingdao2')).toEqual([1]);
  expect(await numbers('lianluo-wuchang')).toEqual([2, 3, 4]);
  expect(await numbers('shenli')).toEqual([1, 2, 3, 4]);
  for (const login of ['lingdao3', 'tiaojie-yuhang']) {
    expect(codeOf(await (await t.as(login)).get('/ownership/lists/2026'))).toBe('ownership.list.not-found');
    expect(codeOf(await (await t.as(login)).get('/ownership/lists/2026/xlsx'))).toBe('ownership.list.not-found');
    expect(await linesOf(login)).toEqual([]);
    expect(await story.get(login, '/ownership/lists')).toEqual([]);
  }
  expect(await story.get<Body[]>('lingdao2', '/ownership/lists')).toMatchObject([{ cases: 1, intact: null }]);
});

it('is printed with its columns, the lines one sees, and no formula', async () => {
  const all = await sheetOf('kezhang', 0);
  expect(all[2]).toEqual(
    '序号 案号 案件名称（案由） 类型 当事人 所处阶段与法院 争议焦点 风险等级 包案区领导 责任单位 包案责任领导 联络员 化解目标 措施 时限 进展 灯 结果 销号日期'.split(
      ' ',
    ),
  );
  expect(all.slice(3)).toHaveLength(4);
  expect(all[4]!.slice(0, 4)).toMatchObject([2, expect.any(String), '=1+1 商铺罚款争议', '重点行政诉讼']);
  expect((await sheetOf('lingdao2', 0)).slice(3).map(([serial]) => serial)).toEqual([1]);
  expect((await sheetOf('kezhang', 1)).slice(1).map(([serial, , kind]) => [serial, kind])).toEqual([[2, '延期']]);
  expect((await sheetOf('lingdao2', 1)).slice(1)).toEqual([]);
});

it('is found out if somebody changed it behind the service’s back', async () => {
  const owner = await new DataSource({ type: 'postgres', url: t.databaseUrl }).initialize();
  await owner.query('ALTER TABLE ownership.list_entry DISABLE TRIGGER tr_list_entry_keep');
  await owner.query(
    `UPDATE ownership.list_entry SET content = jsonb_set(content, '{leader}', '"别人"') WHERE position = 2`,
  );
  await owner.destroy();
  expect(await story.get('kezhang', '/ownership/lists/2026')).toMatchObject({ intact: false });
});
