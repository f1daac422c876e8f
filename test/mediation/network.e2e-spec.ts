import type { Id } from '@app/kernel';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { digest } from '../support/digest.js';
import { COMMITTEE_UNIT, Given, mustBe, UNIT } from '../support/given.js';

interface Committee {
  id: Id;
  code: string;
  name: string;
  version: number;
  mediators: number;
  openCases: number;
  chairName: string | null;
  liaisonName: string | null;
  contractUntil: string | null;
  active: boolean;
  members: { postId: Id; personId: Id; name: string; role: string; current: boolean; version: number }[];
}
interface Mediator {
  personId: Id;
  name: string;
  openCases: number;
  available: boolean;
  unavailable: string[];
  version: number;
}
interface Imported {
  state: string;
  total: number;
  created: number;
  changed: number;
  unchanged: number;
  errors: { line: number; column: string; code: string }[];
}

const TODAY = '2026-11-24';
let t: TestApp;
let given: Given;

beforeAll(async () => {
  t = await startApp();
  given = new Given(t);
});

afterAll(() => t.close());

const get = async (path: string, login = 'zhongxin') => (await t.as(login)).get(`/mediation${path}`);
const post = async (path: string, body: object, login = 'zhongxin') =>
  (await t.as(login)).post(`/mediation${path}`).send(body);
const put = async (path: string, body: object, login = 'zhongxin') =>
  (await t.as(login)).put(`/mediation${path}`).send(body);
const codeOf = (answer: Response): [number, string] => [answer.status, (answer.body as { code: string }).code];
const totalOf = async (path: string): Promise<number> => (mustBe(200, await get(path)) as { total: number }).total;
const committee = async (id: Id) => mustBe(200, await get(`/committees/${id}`)) as Committee;
const mediator = async (login: string) =>
  mustBe(200, await get(`/mediators/${await given.personId(login)}`)) as Mediator;
const upload = async (of: string, bytes: Buffer, query = '') =>
  mustBe(
    200,
    await (await t.as('zhongxin')).post(`/mediation/${of}/import${query}`).attach('file', bytes, 'sheet.xlsx'),
  ) as Imported;
const download = async (of: string, format: string): Promise<Buffer> => {
  const agent = await t.as('zhongxin');
  const answer = await agent
    .get(`/mediation/${of}/export?format=${format}`)
    .buffer()
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return mustBe(200, answer) as Buffer;
};

let serial = 0;
const newCommittee = (over: object = {}) => {
  serial += 1;
  return {
    code: `330110-T-${serial}`,
    name: `余杭区示例${serial}行业调解委员会`,
    shortName: `示例${serial}调委会`,
    level: 'DISTRICT',
    kind: 'INDUSTRY',
    industry: '示例行业',
    matters: ['MARKET'],
    areas: [],
    validFrom: '2026-01-01',
    ...over,
  };
};
const made = async (over: object = {}) => mustBe(201, await post('/committees', newCommittee(over))) as Committee;
const PROFILE = { level: 'DISTRICT', kind: 'INDUSTRY', industry: '示例行业', matters: ['MARKET'], areas: [] };

describe('the network', () => {
  it('has 402 committees on three levels, of seven kinds', async () => {
    expect(await totalOf('/committees')).toBe(402);
    const levels = await Promise.all(['DISTRICT', 'TOWN', 'VILLAGE'].map((l) => totalOf(`/committees?level=${l}`)));
    expect(levels).toEqual([73, 12, 317]);
    const kinds = ['CENTRE', 'DEPARTMENT', 'TOWNSHIP', 'INDUSTRY', 'VILLAGE', 'STATION', 'SOCIAL_ORGANISATION'];
    expect(await Promise.all(kinds.map((kind) => totalOf(`/committees?kind=${kind}`)))).toEqual([
      1, 32, 12, 15, 245, 72, 25,
    ]);
  });

  it('is seen by everybody who sees cases, and by nobody else', async () => {
    for (const login of ['lianluo-wuchang', 'tiaojie-yuhang', 'fuyi', 'lingdao1'])
      expect((await get('/committees', login)).status).toBe(200);
    for (const login of ['xitong', 'shenji']) expect((await get('/mediators', login)).status).toBe(403);
    for (const login of ['zhuren-yuhang', 'tiaojie', 'lian']) {
      expect((await post('/committees', newCommittee(), login)).status).toBe(403);
      expect((await get('/mediators/export', login)).status).toBe(403);
    }
  });

  it('shows a committee with what it is for, its chair, its organ’s liaison, mediators and open cases', async () => {
    const dispute = await given.dispute({}, { by: 'zhongxin' });
    await given.confirmedMediation(dispute);
    const view = await committee(await given.committeeOf(COMMITTEE_UNIT));
    expect(view).toMatchObject({
      level: 'TOWN',
      levelName: '镇街',
      kind: 'TOWNSHIP',
      areas: [{ code: '330110013', name: '余杭街道' }],
      openCases: 1,
      active: true,
    });
    expect(view.chairName).toBeTruthy();
    expect(view.liaisonName).toBeTruthy();
    expect(view.members.filter((m) => m.role === 'mediator' && m.current)).toHaveLength(view.mediators);
    expect(await mediator('tiaojie-yuhang')).toMatchObject({ openCases: 1, available: true });
  });

  it('is filtered by matter, area and name; committees for all are for each', async () => {
    const forTax = await totalOf('/committees?level=DISTRICT&kind=DEPARTMENT&matter=TAX');
    expect(forTax).toBeLessThan(32);
    expect(await totalOf('/committees?kind=VILLAGE&area=330110005')).toBe(21);
    expect(await totalOf(`/committees?keyword=${encodeURIComponent('物业')}`)).toBe(1);
    expect(await totalOf('/committees?keyword=%25')).toBe(0);
    expect((await get('/committees?matter=NOTHING')).status).toBe(422);
  });

  it('does not drown the lists of organs', async () => {
    const agent = await t.as('lian');
    const list = async (query: string) =>
      (mustBe(200, await agent.get(`/directory/organs?size=100&${query}`)) as { total: number }).total;
    expect(await list('')).toBeGreaterThan(450);
    expect(await list('committees=false')).toBeLessThan(80);
    const organs = mustBe(200, await t.anonymous().get('/portal/organs')) as { kind: string }[];
    expect(organs.length).toBeLessThan(80);
    expect(organs.filter((o) => o.kind.startsWith('MEDIATION'))).toEqual([]);
  });
});

describe('a committee', () => {
  it('is founded with its profile in one request, once for a key', async () => {
    const body = newCommittee();
    const send = async () =>
      (await t.as('zhongxin')).post('/mediation/committees').set('idempotency-key', 'found-1').send(body);
    const [one, other] = (await Promise.all([send(), send()])).map((a) => mustBe(201, a) as Committee);
    expect(one!.id).toBe(other!.id);
    expect(one).toMatchObject({ kind: 'INDUSTRY', industry: '示例行业', version: 1, active: true, mediators: 0 });
    const again = await post('/committees', { ...newCommittee(), code: body.code });
    expect(codeOf(again)).toEqual([409, 'directory.code-taken']);
  });

  it.each<[string, object, string]>([
    ['an industry without its name', { industry: undefined }, 'mediation.bad-committee'],
    ['a village of the district', { kind: 'VILLAGE', industry: undefined }, 'mediation.bad-committee'],
    ['a social organisation without contract', { kind: 'SOCIAL_ORGANISATION', industry: undefined }, 'mediation.bad-committee'], // prettier-ignore
    ['an area that is not known', { areas: ['999999'] }, 'mediation.unknown-area'],
    ['a second centre', { kind: 'CENTRE' }, 'request.invalid'],
    ['a matter that is none', { matters: ['NOTHING'] }, 'request.invalid'],
  ])('is not founded as %s', async (_what, over, code) => {
    const before = await digest(t.database);
    expect(codeOf(await post('/committees', newCommittee(over)))).toEqual([422, code]);
    expect(await digest(t.database)).toEqual(before);
  });

  it('is changed by one of two at once; the trail knows by whom', async () => {
    const { id } = await made();
    const change = (name: string) => put(`/committees/${id}`, { version: 1, ...PROFILE, matters: ['TAX'], name });
    const answers = await Promise.all([change('余杭区甲行业调解会'), change('余杭区乙行业调解会')]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(codeOf(answers.find((a) => a.status === 409)!)[1]).toBe('mediation.committee.stale-version');
    const trail = await t.database.read<{ action: string }>('SELECT action FROM audit.entry WHERE subject_id = $1', [
      id,
    ]);
    const actions = trail.map((e) => e.action);
    expect(actions).toEqual(expect.arrayContaining(['directory.change-organ', 'mediation.change-committee']));
  });

  it('the centre itself is not changed here', async () => {
    const centre = await given.organId('区调解中心');
    const { version } = await committee(centre);
    const answer = await put(`/committees/${centre}`, { version, ...PROFILE });
    expect(codeOf(answer)).toEqual([409, 'mediation.centre-is-fixed']);
  });

  it('a department is no committee', async () => {
    expect((await get(`/committees/${await given.organId(UNIT)}`)).status).toBe(404);
    const answer = await put(`/committees/${await given.organId(UNIT)}`, { version: 0, ...PROFILE });
    expect(codeOf(answer)).toEqual([404, 'mediation.committee.not-found']);
  });

  it('ends only without open work, which is named', async () => {
    const dispute = await given.dispute({}, { by: 'zhongxin' });
    const caseId = await given.confirmedMediation(dispute);
    const id = await given.committeeOf(COMMITTEE_UNIT);
    const { version } = await committee(id);
    const end = { version, what: 'COMMITTEE', until: TODAY, reason: '机构调整', withDependants: true };
    const refused = await post(`/committees/${id}/end`, end);
    expect(codeOf(refused)).toEqual([409, 'mediation.committee-has-work']);
    const { params } = refused.body as { params: { open: number; cases: { caseId: Id }[] } };
    expect(params.cases.map((c) => c.caseId)).toContain(caseId);
    const idle = await made();
    const ended = { version: 1, what: 'COMMITTEE', until: TODAY, reason: '机构调整' };
    expect(mustBe(200, await post(`/committees/${idle.id}/end`, ended))).toMatchObject({ active: false });
    expect(codeOf(await post(`/committees/${idle.id}/end`, ended))).toEqual([404, 'mediation.committee.not-found']);
  });
});

describe('a contract', () => {
  const CONTRACT = { kind: 'SOCIAL_ORGANISATION', industry: undefined, contractFrom: '2026-01-01' };

  it('ends, and its mediators are no longer available; a new one may follow', async () => {
    const { id } = await made({ ...CONTRACT });
    const add = { name: '社会调解员', role: 'mediator', from: '2026-01-01', until: '2028-01-01' };
    const { members } = mustBe(201, await post(`/committees/${id}/members`, add)) as Committee;
    const { personId } = members[0]!;
    const of = async () => mustBe(200, await get(`/mediators/${personId}`)) as Mediator;
    expect(await of()).toMatchObject({ engagement: 'PER_CASE', available: true, termUntil: '2028-01-01' });
    const end = { version: 1, what: 'CONTRACT', until: TODAY, reason: '合同期满' };
    expect(mustBe(200, await post(`/committees/${id}/end`, end))).toMatchObject({
      active: false,
      contractUntil: TODAY,
      version: 2,
    });
    expect(await of()).toMatchObject({ available: false, unavailable: ['CONTRACT'] });
    const renewed = { version: 2, ...PROFILE, kind: 'SOCIAL_ORGANISATION', industry: undefined };
    mustBe(200, await put(`/committees/${id}`, { ...renewed, contractFrom: TODAY, contractUntil: '2029-01-01' }));
    expect(await of()).toMatchObject({ available: true });
  });

  it('is ended only where there is one', async () => {
    const { id } = await made();
    const end = { version: 1, what: 'CONTRACT', until: TODAY, reason: '合同期满' };
    expect(codeOf(await post(`/committees/${id}/end`, end))).toEqual([422, 'mediation.not-under-contract']);
  });
});

describe('a mediator', () => {
  const PROFILE_OF = {
    expertise: ['MARKET'],
    languages: ['PUTONGHUA', 'SIGN_LANGUAGE'],
    engagement: 'FULL_TIME',
    cap: 20,
    termFrom: '2025-01-01',
  };
  const change = async (login: string, over: object) => {
    const { version } = await mediator(login);
    return put(`/mediators/${await given.personId(login)}`, { version, ...PROFILE_OF, ...over });
  };

  it.each<[string, object, string[]]>([
    ['whose term is over', { termUntil: TODAY }, ['TERM']],
    ['whose term has not begun', { termFrom: '2026-11-25' }, ['TERM']],
    ['who has all he may have', { cap: 0 }, ['CAP']],
    ['in his last day', { termUntil: '2026-11-25' }, []],
  ])('%s is told so', async (_what, over, unavailable) => {
    expect(mustBe(200, await change('tiaojie-jiaoyu', over))).toMatchObject({
      unavailable,
      available: unavailable.length === 0,
    });
  });

  it('on leave is not available', async () => {
    const personId = await given.personId('tiaojie-keji');
    await t.database.read(
      `INSERT INTO directory.absence (id, person_id, from_on, until_on, reason, created_by)
       VALUES (gen_random_uuid(), $1, $2, '2026-11-30', '年休假', $1)`,
      [personId, TODAY],
    );
    expect(await mediator('tiaojie-keji')).toMatchObject({ absent: true, unavailable: ['ABSENT'] });
    const ids = async (query: string) =>
      (mustBe(200, await get(`/mediators?size=100&${query}`)) as { items: Mediator[] }).items.map((m) => m.personId);
    const of = `committeeId=${await given.committeeOf('区科技局')}`;
    expect(await ids(`${of}&available=false`)).toEqual([personId]);
    expect(await ids(`${of}&available=true`)).not.toContain(personId);
  });

  it('is found by committee, matter, language and engagement', async () => {
    mustBe(200, await change('tiaojie-jiaoyu', {}));
    const committeeId = await given.committeeOf('区教育局');
    const query = `committeeId=${committeeId}&matter=MARKET&language=SIGN_LANGUAGE&engagement=FULL_TIME`;
    const found = mustBe(200, await get(`/mediators?${query}`)) as { items: Mediator[] };
    expect(found.items.map((m) => m.personId)).toEqual([await given.personId('tiaojie-jiaoyu')]);
    expect(await totalOf('/mediators?engagement=PER_CASE')).toBeGreaterThanOrEqual(25);
  });

  it('is changed by one of two at once, and by right data only', async () => {
    const answers = await Promise.all([change('tiaojie-caizheng', { cap: 5 }), change('tiaojie-caizheng', { cap: 6 })]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(codeOf(await change('tiaojie-caizheng', { termUntil: '2025-01-01' }))).toEqual([422, 'mediation.bad-term']);
    const unknown = await change('tiaojie-caizheng', { formerOrganIds: ['019a2b96-0000-7000-8000-000000000000'] });
    expect(codeOf(unknown)).toEqual([422, 'mediation.unknown-employer']);
    expect((await get(`/mediators/${await given.personId('lian')}`)).status).toBe(404);
  });

  it('joins a committee for a term, and leaves it only without open cases', async () => {
    const { id } = await made();
    const add = { name: '新聘调解员', role: 'mediator', from: '2026-11-01', until: '2027-11-01' };
    const { members } = mustBe(201, await post(`/committees/${id}/members`, add)) as Committee;
    expect(members).toMatchObject([{ role: 'mediator', current: true, until: '2027-11-01' }]);
    const [member] = members;
    const end = { version: 1, until: TODAY, reason: '调离' };
    const elsewhere = await given.committeeOf('区教育局');
    const wrong = await post(`/committees/${elsewhere}/members/${member!.postId}/end`, end);
    expect(codeOf(wrong)).toEqual([404, 'mediation.member.not-found']);
    const ended = mustBe(200, await post(`/committees/${id}/members/${member!.postId}/end`, end)) as Committee;
    expect(ended.members).toMatchObject([{ current: false, until: TODAY }]);

    await given.confirmedMediation(await given.dispute({}, { by: 'zhongxin' }));
    const busy = await committee(await given.committeeOf(COMMITTEE_UNIT));
    const personId = await given.personId('tiaojie-yuhang');
    const { postId } = busy.members.find((m) => m.personId === personId)!;
    expect(codeOf(await post(`/committees/${busy.id}/members/${postId}/end`, end))).toEqual([
      409,
      'mediation.mediator-has-work',
    ]);
  });

  it('does not become an administrator’s colleague in one person', async () => {
    const { id } = await made();
    const add = { personId: await given.personId('xitong'), role: 'mediator', from: TODAY };
    expect(codeOf(await post(`/committees/${id}/members`, add))).toEqual([409, 'directory.roles-not-separate']);
  });
});

describe('a sheet', () => {
  it.each(['xlsx', 'csv'])('of committees and mediators comes back as it went (.%s)', async (format) => {
    for (const what of ['committees', 'mediators']) {
      const bytes = await download(what, format);
      const before = await digest(t.database, ['audit.entry', 'audit.chain']);
      const again = await upload(what, bytes);
      expect(again).toMatchObject({ state: 'DONE', created: 0, changed: 0, errors: [] });
      expect(again.unchanged).toBe(again.total);
      expect(again.total).toBeGreaterThan(400);
      expect(await digest(t.database, ['audit.entry', 'audit.chain'])).toEqual(before);
    }
  });

  const HEAD = '编码,名称,简称,上级编码,层级,类别,行业,调解事项,负责区域,成立日期,合同起始日,合同终止日';
  const csv = (...rows: string[]) => Buffer.from([HEAD, ...rows].join('\n'));

  it('founds, changes and leaves alone, children after parents; a dry run writes nothing; twice is once', async () => {
    const file = csv(
      'S-2,上塘村调解委员会,上塘村调委会,S-1,村社,村社调委会,,,五常街道,2026/1/1,,',
      'S-1,上塘片区行业调解会,上塘调委会,,区级,行业调委会,片区行业,市场监管、城管综合执法,,2026年1月1日,,',
    );
    const before = await digest(t.database);
    expect(await upload('committees', file, '?dryRun=true')).toMatchObject({ state: 'DONE', created: 2 });
    expect(await digest(t.database)).toEqual(before);
    expect(await upload('committees', file)).toMatchObject({ state: 'DONE', created: 2, changed: 0 });
    expect(await upload('committees', file)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    const renamed = csv('S-1,上塘片区调解会,上塘调委会,,区级,行业调委会,片区行业,,,2026-01-01,,');
    expect(await upload('committees', renamed)).toMatchObject({ created: 0, changed: 1 });
    const { items } = mustBe(200, await get(`/committees?keyword=${encodeURIComponent('上塘片区调解会')}`)) as {
      items: { matters: object[] }[];
    };
    expect(items).toMatchObject([{ matters: [] }]);
  });

  it('with one wrong cell is refused whole, and every wrong cell is named', async () => {
    const before = await digest(t.database);
    const file = csv(
      'S-3,下塘村调解委员会,下塘村调委会,,村社,村社调委会,,,,2026-01-01,,',
      'S-3,另一调解委员会,另一调委会,NOWHERE,村社,村社调委会,,,,2026-01-01,,',
      ',无编码调解会,无编码会,,区级,什么会,,飞行,月球,2026-02-30,,',
      'S-5,甲调解会,甲会,S-6,村社,村社调委会,,,,2026-01-01,,',
      'S-6,乙调解会,乙会,S-5,村社,村社调委会,,,,2026-01-01,,',
      '330110-jiaoyu,教育调解会,教育会,,村社,村社调委会,,,,2001-01-01,,',
    );
    const answer = await upload('committees', file);
    expect(answer).toMatchObject({ state: 'REFUSED', created: 0 });
    expect(answer.errors.map((e) => [e.line, e.column, e.code])).toEqual([
      [3, '编码', 'repeated'],
      [3, '上级编码', 'unknownParent'],
      [4, '编码', 'required'],
      [4, '类别', 'notOneOf'],
      [4, '成立日期', 'notADate'],
      [4, '调解事项', 'notOneOf'],
      [4, '负责区域', 'notOneOf'],
      [5, '上级编码', 'circle'],
      [6, '上级编码', 'circle'],
      [7, '编码', 'notACommittee'],
    ]);
    expect(await digest(t.database)).toEqual(before);
  });

  it('brings mediators, known by committee and name, or by their number', async () => {
    const { code, id } = await made();
    const head = '调委会编码,人员编号,姓名,专长,语言,用工方式,在办上限,任期起始日,任期届满日';
    const sheet = (...rows: string[]) => Buffer.from([head, ...rows].join('\n'));
    const row = (cap: number) => `${code},,导入调解员,市场监管,普通话、手语,计件,${cap},2026-01-01,2028-01-01`;
    expect(await upload('mediators', sheet(row(8)))).toMatchObject({ state: 'DONE', created: 1 });
    expect(await upload('mediators', sheet(row(8)))).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect(await upload('mediators', sheet(row(9)))).toMatchObject({ created: 0, changed: 1 });
    const { members } = await committee(id);
    expect(members).toMatchObject([{ name: '导入调解员', role: 'mediator' }]);
    const { personId } = members[0]!;
    expect(mustBe(200, await get(`/mediators/${personId}`))).toMatchObject({ cap: 9, engagement: 'PER_CASE' });
    const wrong = await upload(
      'mediators',
      sheet(
        `${code},${personId},另一人,,,计件,,2026-01-01,`,
        `NOWHERE,,某某人,,,计件,,2026-01-01,`,
        `${code},,导入调解员,,,临时,1001,2026-01-01,2025-01-01`,
      ),
    );
    expect(wrong.errors.map((e) => [e.line, e.column, e.code])).toEqual([
      [2, '人员编号', 'unknownPerson'],
      [3, '调委会编码', 'unknownCommittee'],
      [4, '用工方式', 'notOneOf'],
      [4, '在办上限', 'notANumber'],
      [4, '任期届满日', 'badTerm'],
    ]);
  });

  it('is refused if it is none, or has no heading, or nothing below it', async () => {
    const sent = async (bytes: Buffer) =>
      (await t.as('zhongxin')).post('/mediation/committees/import').attach('file', bytes, 'x.xlsx');
    expect(codeOf(await sent(Buffer.from('PK nothing')))).toEqual([422, 'mediation.sheet-unreadable']);
    expect(codeOf(await sent(Buffer.from('a,b\n1,2')))).toEqual([422, 'mediation.sheet-no-heading']);
    expect(codeOf(await sent(csv()))).toEqual([422, 'mediation.sheet-empty']);
    expect(codeOf(await post('/committees/import', {}))).toEqual([422, 'mediation.sheet-missing']);
  });

  it('holds no formula, whatever a committee is called, and still comes back', async () => {
    const { id } = await made({ name: '=HYPERLINK("http://evil.example")', shortName: '@SUM(A1)' });
    const text = (await download('committees', 'csv')).toString();
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).toContain(`'@SUM(A1)`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await download('committees', 'xlsx')) as unknown as ExcelJS.Buffer);
    const types: ExcelJS.ValueType[] = [];
    book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => types.push(cell.type)));
    expect(types).not.toContain(ExcelJS.ValueType.Formula);
    expect(types).not.toContain(ExcelJS.ValueType.Hyperlink);
    expect(await upload('committees', Buffer.from(text))).toMatchObject({ state: 'DONE', changed: 0 });
    expect((await committee(id)).name).toBe('=HYPERLINK("http://evil.example")');
  });
});
