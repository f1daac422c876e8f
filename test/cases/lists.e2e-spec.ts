import exceljs from 'exceljs';
import { disputeRequest, person, startRegistration, type RegistrationApp } from './registration-app.js';

let app: RegistrationApp;
const ids: Record<string, string> = {};

interface Row {
  id: string;
  number: string;
  nextDueOn: string | null;
  light: string;
  title: string;
  applicantName: string;
  applicants: number;
}

beforeAll(async () => {
  app = await startRegistration();
  const add = async (key: string, over: Record<string, unknown>, who = '登记员甲') => {
    const answer = await app.call(who, 'post', '/disputes').send(disputeRequest(app, over)).expect(201);
    ids[key] = answer.body.id;
  };
  await add('late', { receivedOn: '2026-11-10', facts: '工伤认定程序违法。' });
  await add('soon', { receivedOn: '2026-11-20', channel: 'LETTER', tags: ['噪声'] });
  await add('later', {
    receivedOn: '2026-11-24',
    respondentOrganId: app.ids['测试区人力社保局'],
    fieldCode: 'HUMAN_RESOURCES',
  });
  await add('centre', { receivedOn: '2026-11-23', facts: '工伤待遇核定。' }, '中心人员戊');
  await add('many', {
    receivedOn: '2026-11-24',
    parties: [person({ name: '欧阳测试' }), person(), person()],
    actDocumentNo: '余城管罚〔2026〕77号',
    title: '100%_占道\\经营',
  });
});
afterAll(() => app.close());

const list = async (who: string, query = ''): Promise<{ items: Row[]; total: number; totalIsCapped: boolean }> =>
  (await app.call(who, 'get', `/disputes?${query}`).expect(200)).body;
const keys = (rows: { id: string }[]) =>
  rows.map((row) => Object.entries(ids).find(([, id]) => id === row.id)?.[0] ?? row.id);
const found = async (who: string, query: string) => keys((await list(who, query)).items);
const keyword = (text: string) => `keyword=${encodeURIComponent(text)}`;

describe('the queue', () => {
  it('shows the nearest due date first, with lamp, names and cases', async () => {
    const page = await list('登记员甲');
    expect(keys(page.items)).toEqual(['late', 'soon', 'later', 'many']);
    expect(page).toMatchObject({ total: 4, totalIsCapped: false });
    expect(page.items[0]).toMatchObject({
      nextDueOn: '2026-11-13',
      light: 'red',
      respondentOrganName: '测试区市场监管局',
      fieldName: '市场监管',
      cases: [],
    });
    expect(page.items[3]).toMatchObject({ applicantName: '欧阳测试', applicants: 3, light: 'yellow' });
  });

  it('pages without losing or repeating a row, in both directions, in every sort', async () => {
    for (const sort of ['dueOn', '-dueOn', 'registeredOn', '-registeredOn', 'number', '-number']) {
      const whole = await found('机构负责人丁', `sort=${sort}`);
      expect(whole).toHaveLength(5);
      const pages = [];
      for (const page of [1, 2, 3]) pages.push(...(await found('机构负责人丁', `sort=${sort}&page=${page}&size=2`)));
      expect(pages).toEqual(whole);
      expect(await found('机构负责人丁', `sort=${sort}&page=9&size=2`)).toEqual([]);
    }
    expect((await list('机构负责人丁', 'page=9&size=2')).total).toBe(5);
    expect(await found('机构负责人丁', 'sort=-number&size=1')).toEqual(['many']);
  });

  it('filters by scope, channel, field, respondent, lamp and due date', async () => {
    expect(await found('登记员甲', 'scope=myOrgan')).toHaveLength(4);
    expect(await found('登记员甲', 'scope=mine')).toEqual([]);
    await app.drain();
    const [mine, others] = [await found('登记员甲', 'scope=mine'), await found('登记员乙', 'scope=mine')];
    expect([...mine, ...others].sort()).toEqual(['late', 'later', 'many', 'soon']);
    expect(await found('登记员甲', 'channel=LETTER')).toEqual(['soon']);
    expect(await found('登记员甲', 'field=HUMAN_RESOURCES')).toEqual(['later']);
    expect(await found('登记员甲', `respondentOrganId=${app.ids['测试区人力社保局']}`)).toEqual(['later']);
    expect(await found('登记员甲', 'light=red')).toEqual(['late', 'soon']);
    expect(await found('登记员甲', 'light=yellow')).toEqual(['later', 'many']);
    expect(await found('登记员甲', 'light=green')).toEqual([]);
    expect(await found('登记员甲', 'dueBefore=2026-11-25')).toEqual(['late']);
    expect(await found('登记员甲', 'channel=LETTER&light=yellow')).toEqual([]);
    expect((await list('登记员甲', 'count=exact')).total).toBe(4);
  });

  it('filters by procedure and state, and shows a dispute in both its states once', async () => {
    await app.sql(
      `INSERT INTO cases.case_file (id, dispute_id, procedure, number, state, open, opened_on)
       SELECT gen_random_uuid(), $1, 'mediation', '余行调〔2026〕' || n || '号', s, n = 2, '2026-11-24'
       FROM (VALUES (1, 'RETURNED'), (2, 'MEDIATING')) AS c(n, s)`,
      [ids['soon']],
    );
    expect(await found('登记员甲', 'procedure=mediation')).toEqual(['soon']);
    expect(await found('登记员甲', 'procedure=mediation&state=MEDIATING')).toEqual(['soon']);
    expect(await found('登记员甲', 'procedure=mediation&state=NONE')).toEqual([]);
    const { items } = await list('登记员甲', 'channel=LETTER');
    expect((items[0] as unknown as { cases: object[] }).cases).toHaveLength(2);
    expect(await found('登记员甲', keyword('余行调〔2026〕2号'))).toEqual(['soon']);
    expect(await found('登记员甲', keyword('余行调[2026]2'))).toEqual(['soon']);
  });
});

describe('search', () => {
  it('finds words of one, two and more characters, in the form they were typed or another', async () => {
    expect(await found('登记员甲', keyword('工伤'))).toEqual(['late']);
    expect(await found('机构负责人丁', keyword('工伤'))).toEqual(['late', 'centre']);
    expect(await found('登记员甲', keyword('工伤认定程序违法'))).toEqual(['late']);
    expect(await found('登记员甲', keyword('工 伤，认 定'))).toEqual(['late']);
    expect(await found('登记员甲', keyword('欧阳'))).toEqual(['many']);
    expect(await found('登记员甲', keyword('噪'))).toEqual(['soon']);
    expect(await found('登记员甲', keyword('声'))).toEqual(['soon']);
    expect(await found('登记员甲', keyword('余城管罚（２０２６）７７号'))).toEqual(['many']);
    expect(await found('登记员甲', keyword('不存'))).toEqual([]);
  });

  it('takes metacharacters and SQL as text', async () => {
    expect(await found('登记员甲', keyword('100%_占'))).toEqual(['many']);
    expect(await found('登记员甲', keyword('占道\\经营'))).toEqual(['many']);
    for (const text of ['%', '_', '\\', "'", "' OR 1=1 --", '工%伤认', "工'伤:*", '👍', '；；']) {
      const page = await list('登记员甲', keyword(text));
      expect(keys(page.items)).toEqual(text === '工%伤认' ? ['late'] : text === "工'伤:*" ? ['late'] : []);
    }
  });

  it('combines with filters and sorts, and counts', async () => {
    expect(await found('登记员甲', `${keyword('商铺')}&channel=LETTER`)).toEqual(['soon']);
    expect(await found('登记员甲', `${keyword('商铺')}&sort=-number`)).toEqual(['many', 'later', 'soon']);
    expect(await list('登记员甲', `${keyword('商铺')}&size=1`)).toMatchObject({ total: 3, totalIsCapped: false });
    expect((await list('登记员甲', `${keyword('商铺')}&count=exact`)).total).toBe(3);
  });
});

describe('scope', () => {
  it('keeps what is not theirs from liaisons: record, list, count, search, export, links, history, unmasking', async () => {
    const who = '人社联络员';
    expect(await list(who)).toMatchObject({ total: 1, items: [{ id: ids['later'] }] });
    expect(await list(who, 'count=exact')).toMatchObject({ total: 1 });
    expect(await list(who, `${keyword('工伤')}`)).toMatchObject({ total: 0, items: [] });
    expect(await list(who, `${keyword('余争〔2026〕1号')}`)).toMatchObject({ total: 0, items: [] });
    expect(await list(who, `respondentOrganId=${app.ids['测试区市场监管局']}`)).toMatchObject({ total: 0 });
    expect(await list(who, 'procedure=mediation&state=MEDIATING')).toMatchObject({ total: 0 });
    for (const sort of ['registeredOn', '-number']) expect(await found(who, `sort=${sort}`)).toEqual(['later']);
    const foreign = ids['late'];
    await app.call(who, 'get', `/disputes/${foreign}`).expect(404);
    await app.call(who, 'get', `/disputes/${foreign}/history`).expect(404);
    const link = { disputeId: foreign, kind: 'OTHER', reason: '试' };
    await app.call(who, 'post', `/disputes/${ids['later']}/links`).send(link).expect(404);
    await app
      .call(who, 'post', `/disputes/${foreign}/links`)
      .send({ ...link, disputeId: ids['later'] })
      .expect(404);
    const [party] = await app.sql<{ id: string }>('SELECT id FROM cases.party WHERE dispute_id = $1', [foreign]);
    await app.call(who, 'post', `/disputes/${foreign}/parties/${party!.id}/unmask`).send({ reason: '试' }).expect(404);
    expect((await exported(who)).map((row) => row[1])).toEqual(['登记号', expect.stringMatching(/^余争/)]);
  });

  it('shows nothing to somebody without posts in it, not even counts', async () => {
    await app.call('科长丙', 'get', `/disputes/${ids['centre']}`).expect(404);
    expect(await list('科长丙', `${keyword('待遇')}`)).toMatchObject({ total: 0 });
  });
});

describe('export', () => {
  it('holds exactly what the filters show, no numbers of papers or phones, and is audited without the keyword', async () => {
    const rows = await exported('登记员甲', keyword('商铺'));
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toMatch(/1380000|E0000|测试街道/);
    const [entry] = await app.sql<{ detail: object }>(
      `SELECT detail FROM audit.entry WHERE action = 'cases.export' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry!.detail).toMatchObject({ rows: 3, withKeyword: true, status: 'REGISTERED' });
    expect(JSON.stringify(entry!.detail)).not.toContain('商铺');
  });

  it('needs its permission, and refuses wrong filters before anything is sent', async () => {
    await app.call('科长丙', 'get', '/disputes/export').expect(403);
    const answer = await app.call('登记员甲', 'get', '/disputes/export?sort=x').expect(422);
    expect(answer.type).toBe('application/problem+json');
  });
});

/** The rows of an export after its first line, as lists from column 1. */
async function exported(who: string, query = ''): Promise<unknown[][]> {
  const answer = await app
    .call(who, 'get', `/disputes/export?${query}`)
    .buffer()
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(answer.body as never);
  const rows: unknown[][] = [];
  workbook.worksheets[0]!.eachRow((row) => rows.push(row.values as unknown[]));
  expect(String(rows[0]![1])).toContain(`导出人：${who}`);
  return rows.slice(1);
}
