import { DISTRICT } from '@app/cases';
import { disputeRequest, startRegistration, type RegistrationApp } from './registration-app.js';

/** More than every cap of the lists below which all matches are simply collected and sorted. */
const MANY = 24_000;

let app: RegistrationApp;

beforeAll(async () => {
  app = await startRegistration();
  await app.call('登记员甲', 'post', '/disputes').send(disputeRequest(app)).expect(201);
  await app.sql('CREATE TEMP TABLE made AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, $1::int) AS n', [
    MANY,
  ]);
  // Due later with every row. 乙词 stands in each tenth row, 丙词 in the last thousands only, 丁词 in three rows.
  await app.sql(
    `INSERT INTO cases.dispute (id, number, status, channel, received_on, registered_on, title, facts, claims, field_code,
       matter_code, respondent_organ_id, act_name, organ_id, next_due_on, created_by)
     SELECT id, '余争〔2025〕' || n || '号', 'REGISTERED', CASE WHEN n % 7 = 0 THEN 'LETTER' ELSE 'WINDOW' END,
       date '2020-01-01' + n / 20, date '2020-01-01' + n / 20, '题', '事', '求', 'MARKET', 'PENALTY', $1, '处罚', $2,
       date '2027-01-01' + n, $3 FROM made`,
    [app.ids['测试区市场监管局'], app.ids['测试区司法局'], app.ids['登记员甲']],
  );
  await app.sql(
    `INSERT INTO cases.dispute_search (dispute_id, content)
     SELECT id, c FROM made, LATERAL (SELECT '甲词' || CASE WHEN n % 10 = 0 THEN '乙词' ELSE '' END ||
       CASE WHEN n > ${MANY} - 3600 THEN '丙词' ELSE '' END || CASE WHEN n % 9000 = 1 THEN '丁词' ELSE '' END) AS t(c)`,
  );
  await app.sql(
    `INSERT INTO cases.access (principal_id, dispute_id, open, due_on, registered_on)
     SELECT p, id, true, date '2027-01-01' + n, date '2020-01-01' + n / 20 FROM made, unnest($1::uuid[]) AS p`,
    [[DISTRICT, app.ids['测试区司法局']]],
  );
  await app.sql(
    `INSERT INTO cases.access (principal_id, dispute_id, open, due_on, registered_on)
     SELECT $1, id, true, date '2027-01-01' + n, date '2020-01-01' + n / 20 FROM made WHERE n % 100 = 10`,
    [app.ids['登记员乙']],
  );
  await app.sql('ANALYZE');
}, 120_000);
afterAll(() => app.close());

/** The serial numbers of a page. */
async function page(who: string, query: string): Promise<{ n: number[]; total: number; totalIsCapped: boolean }> {
  const { body } = await app.call(who, 'get', `/disputes?${query}`).expect(200);
  const n = body.items.map((row: { number: string }) => Number(/〕(\d+)号/.exec(row.number)![1]));
  return { n, total: body.total, totalIsCapped: body.totalIsCapped };
}

const word = (text: string) => `keyword=${encodeURIComponent(text)}`;
const serial = (from: number, step: number, count: number) => Array.from({ length: count }, (_, i) => from + i * step);

describe('a list of many', () => {
  it('counts exactly up to 1,000, beyond only when asked', async () => {
    expect(await page('登记员甲', 'size=1')).toMatchObject({ total: 1000, totalIsCapped: true });
    expect(await page('登记员甲', 'size=1&count=exact')).toMatchObject({ total: MANY + 1, totalIsCapped: false });
    expect(await page('登记员甲', 'channel=LETTER&size=3')).toEqual({
      n: [7, 14, 21],
      total: 1000,
      totalIsCapped: true,
    });
    expect(await page('登记员乙', 'scope=mine&size=2')).toEqual({ n: [10, 110], total: 240, totalIsCapped: false });
  });

  it('sorts a common word whole, though it is too common to be collected', async () => {
    expect(await page('机构负责人丁', `${word('甲词')}&size=3`)).toEqual({
      n: [1, 2, 3],
      total: 1000,
      totalIsCapped: true,
    });
    expect((await page('登记员甲', `${word('乙词')}&size=3&sort=-dueOn`)).n).toEqual([24_000, 23_990, 23_980]);
    expect((await page('登记员甲', `${word('乙词')}&size=20&page=3`)).n).toEqual(serial(410, 10, 20));
    expect((await page('登记员甲', `${word('甲词')}&size=2&sort=registeredOn`)).n.every((n) => n < 20)).toBe(true);
    expect((await page('登记员甲', `${word('甲')}&size=2&sort=-number`)).n).toEqual([24_000, 23_999]);
  });

  it('finds a word that stands only where the walk comes last', async () => {
    expect((await page('登记员甲', `${word('丙词')}&size=3`)).n).toEqual([20_401, 20_402, 20_403]);
    expect(await page('登记员甲', `${word('丁词')}&size=3`)).toEqual({
      n: [1, 9001, 18_001],
      total: 3,
      totalIsCapped: false,
    });
    expect((await page('登记员甲', `${word('丁词')}&count=exact`)).total).toBe(3);
  });

  it('counts a common word exactly in a small scope', async () => {
    expect(await page('登记员乙', `${word('甲词')}&scope=mine&size=2`)).toEqual({
      n: [10, 110],
      total: 240,
      totalIsCapped: false,
    });
    expect((await page('登记员乙', `${word('丙词')}&scope=mine&size=100`)).n).toEqual(serial(20_410, 100, 36));
  });
});
