import { demoDatabase, startIdentity, type Call, type IdentityApp } from '../identity/identity-app.js';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let heyi: IdentityApp;
let xitong: Call;
let fuyi: Call;

beforeAll(async () => {
  database = await demoDatabase();
  heyi = await startIdentity(database.url);
  [xitong, fuyi] = [await heyi.as('xitong'), await heyi.as('fuyi')];
});

afterAll(async () => {
  await heyi?.close();
  await database?.drop();
});

const NOBODY = '00000000-0000-7000-8000-000000000001';
const list = async (query: string) => (await fuyi('get', `/directory/organs?${query}`)).body;

describe('the split of 2021', () => {
  const townships = async (districtCode: string, on: string): Promise<string[]> => {
    const district = (await list(`kind=GOVERNMENT&on=${on}`)).items.find(
      (o: { code: string }) => o.code === districtCode,
    );
    const of = async (kind: string) => (await list(`kind=${kind}&parentId=${district.id}&on=${on}&size=100`)).items;
    return [...(await of('SUBDISTRICT')), ...(await of('TOWN'))].map((o) => o.shortName);
  };

  it('left 余杭区 12 of its 20 镇街', async () => {
    expect(await townships('330110', '2021-04-08')).toHaveLength(20);
    const stayed = await townships('330110', '2021-04-09');
    expect(stayed.sort()).toEqual(
      '五常街道 仁和街道 良渚街道 闲林街道 仓前街道 余杭街道 中泰街道 径山镇 瓶窑镇 鸬鸟镇 百丈镇 黄湖镇'
        .split(' ')
        .sort(),
    );
    expect(await townships('330110', '2026-11-24')).toEqual(expect.arrayContaining(stayed));
  });

  it('gave 8 to 临平区, which did not exist before', async () => {
    expect((await list('on=2021-04-08&keyword=临平区')).total).toBe(0);
    expect(await townships('330113', '2021-04-09')).toHaveLength(8);
  });

  it("an act of 临平街道 of 2021-03-01 is the old organ's, and its successor answers since", async () => {
    const then = (await heyi.directory.findOrganByName('临平街道', '2021-03-01'))!;
    expect(then).toMatchObject({ code: '330110001', validUntil: '2021-04-09' });
    expect((await heyi.directory.successorOf(then.id, '2021-03-01'))!.code).toBe('330110001');
    expect((await heyi.directory.successorOf(then.id, '2021-04-08'))!.code).toBe('330110001');
    expect((await heyi.directory.successorOf(then.id, '2021-04-09'))!.code).toBe('330113001');
    expect((await heyi.directory.successorOf(then.id, '2026-11-24'))!.code).toBe('330113001');
    expect((await heyi.directory.findOrganByName('临平街道', '2026-11-24'))!.code).toBe('330113001');
    const shown = (await fuyi('get', `/directory/organs/${then.id}`)).body;
    expect(shown).toMatchObject({ code: '330110001', validUntil: '2021-04-09', kindName: '街道办事处' });
  });

  it('changed nothing for 五常街道', async () => {
    const then = (await heyi.directory.findOrganByName('五常街道', '2021-03-01'))!;
    expect((await heyi.directory.successorOf(then.id, '2026-11-24'))!.id).toBe(then.id);
  });
});

describe('the list of organs', () => {
  it('comes in pages, in the official order, each organ once', async () => {
    const all = await list('size=100');
    const second = await list('size=30&page=2');
    expect(all.total).toBe(second.total);
    expect(second.items.map((o: { id: string }) => o.id)).toEqual(
      all.items.slice(30, 60).map((o: { id: string }) => o.id),
    );
    expect(all.items[0].code).toBe('330110');
    expect((await list('page=9999')).items).toEqual([]);
  });

  it('finds a part of the name, and takes no part of it for a pattern', async () => {
    expect((await list(`keyword=${encodeURIComponent('住房和城乡')}`)).items).toMatchObject([
      { shortName: '区住建局' },
    ]);
    for (const keyword of ['%', '_', '\\', "' OR '1'='1", '"; DROP TABLE directory.organ; --']) {
      expect((await list(`keyword=${encodeURIComponent(keyword)}`)).total).toBe(0);
    }
  });

  it.each([
    ['kind=PALACE', 'kind'],
    ['on=2026-02-30', 'on'],
    ['on=yesterday', 'on'],
    ['parentId=1', 'parentId'],
    ['size=101', 'size'],
    ['size=0', 'size'],
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
    ['page=10001', 'page'],
    ['keyword=', 'keyword'],
    [`keyword=${'长'.repeat(51)}`, 'keyword'],
    ['sort=name', 'sort'],
  ])('refuses ?%s: 422, and names the field', async (query, field) => {
    const { status, body } = await fuyi('get', `/directory/organs?${encodeURI(query)}`);
    expect([status, body.code]).toEqual([422, 'request.invalid']);
    expect(body.errors[0].pointer).toBe(`#/${field}`);
  });

  it('an organ of nobody is not found, and what is no id is no route', async () => {
    expect((await fuyi('get', `/directory/organs/${NOBODY}`)).status).toBe(404);
    expect((await fuyi('get', '/directory/organs/1')).status).toBe(400);
  });
});

describe('an organ', () => {
  const given = {
    code: '330110-test',
    name: '杭州市余杭区水上运动管理局',
    shortName: '区水运局',
    kind: 'DEPARTMENT',
    hasAuthorisation: false,
    validFrom: '2026-01-01',
    sortOrder: 900,
  };
  let id: string;

  it('is founded, and exists from that day', async () => {
    const answer = await xitong('post', '/directory/organs').send(given);
    expect(answer.status).toBe(201);
    id = answer.body.id;
    expect((await fuyi('get', `/directory/organs/${id}`)).body).toMatchObject({
      ...given,
      version: 1,
      validUntil: null,
    });
    expect((await list('on=2025-12-31&keyword=水上')).total).toBe(0);
    expect((await list('on=2026-01-01&keyword=水上')).total).toBe(1);
  });

  it('is not founded twice under a code: 409 directory.code-taken', async () => {
    const { status, body } = await xitong('post', '/directory/organs').send(given);
    expect([status, body.code]).toEqual([409, 'directory.code-taken']);
  });

  it.each([
    ['no name', { name: undefined }],
    ['an unknown kind', { kind: 'PALACE' }],
    ['an impossible day', { validFrom: '2026-02-30' }],
    ['a code with spaces', { code: 'a b c' }],
    ['an unknown field', { nickname: '水局' }],
    ['a text for a truth', { hasAuthorisation: 'yes' }],
    ['a number for a name', { name: 12 }],
    ['an unending rank', { sortOrder: 1e9 }],
  ])('is not founded with %s', async (_, change) => {
    const { status, body } = await xitong('post', '/directory/organs').send({ ...given, code: 'X-1', ...change });
    expect([status, body.code]).toEqual([422, 'request.invalid']);
    expect((await list('keyword=水上')).total).toBe(1);
  });

  it('is not founded under a parent that does not exist', async () => {
    const answer = await xitong('post', '/directory/organs').send({ ...given, code: 'X-1', parentId: NOBODY });
    expect([answer.status, answer.body.code]).toEqual([404, 'directory.organ.not-found']);
  });

  it('ends on a day, with a successor and a reason; nothing of it is deleted', async () => {
    const successor = (await heyi.directory.findOrganByName('区文广旅体局', '2026-11-24'))!;
    const end = { version: 1, validUntil: '2026-07-01', successorId: successor.id, reason: '机构改革' };
    const refused: [object, number, string][] = [
      [{ ...end, version: 7 }, 409, 'directory.organ.stale-version'],
      [{ ...end, validUntil: '2026-01-01' }, 422, 'directory.bad-end'],
      [{ ...end, successorId: id }, 422, 'directory.bad-successor'],
      [{ ...end, successorId: NOBODY }, 404, 'directory.organ.not-found'],
      [{ ...end, reason: '' }, 422, 'request.invalid'],
    ];
    for (const [body, status, code] of refused) {
      const answer = await xitong('post', `/directory/organs/${id}/end`).send(body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await xitong('post', `/directory/organs/${id}/end`).send(end)).body).toMatchObject({ version: 2 });
    expect((await list('on=2026-06-30&keyword=水上')).total).toBe(1);
    expect((await list('on=2026-07-01&keyword=水上')).total).toBe(0);
    expect((await heyi.directory.successorOf(id, '2026-07-01'))!.id).toBe(successor.id);
    expect((await fuyi('get', `/directory/organs/${id}`)).body).toMatchObject({ validUntil: '2026-07-01' });
  });

  it('has its history in the trail', async () => {
    const shenji = await heyi.as('shenji');
    const acts = (await shenji('get', '/audit?limit=200')).body.filter(
      (e: { subjectId: string }) => e.subjectId === id,
    );
    expect(acts.map((e: { action: string }) => e.action)).toEqual(['directory.end-organ', 'directory.create-organ']);
    expect(acts[0].detail).toMatchObject({ validUntil: '2026-07-01', reason: '机构改革' });
  });
});

const founded = async (change: object): Promise<string> => {
  const given = {
    kind: 'DEPARTMENT',
    shortName: '测试',
    hasAuthorisation: false,
    validFrom: '2026-01-01',
    sortOrder: 900,
  };
  const answer = await xitong('post', '/directory/organs').send({ ...given, ...change });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
};
const endOf = (id: string, change: object = {}) =>
  xitong('post', `/directory/organs/${id}/end`).send({
    version: 1,
    validUntil: '2026-07-01',
    reason: '改革',
    ...change,
  });

describe('the name of an organ', () => {
  const name = '杭州市余杭区低空经济局';

  it('is that of one organ at a time: 409 directory.name-taken', async () => {
    const first = await founded({ code: 'name-1', name });
    const again = {
      code: 'name-2',
      name,
      kind: 'DEPARTMENT',
      shortName: '区低空局',
      hasAuthorisation: false,
      sortOrder: 1,
    };
    const create = (validFrom: string) => xitong('post', '/directory/organs').send({ ...again, validFrom });
    const refused = await create('2026-03-01');
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      409,
      'directory.name-taken',
      { code: 'name-1' },
    ]);
    expect((await endOf(first)).status).toBe(200);
    expect((await create('2026-06-30')).status).toBe(409);
    const second = await create('2026-07-01');
    expect(second.status).toBe(201);
    expect((await endOf(first, { version: 2, validUntil: '2026-08-01' })).body.code).toBe('directory.name-taken');
    const third = await founded({ code: 'name-3', name: '杭州市余杭区低空经济管理局' });
    const rename = await xitong('patch', `/directory/organs/${third}`).send({ version: 1, name });
    expect([rename.status, rename.body.code]).toEqual([409, 'directory.name-taken']);
  });

  it('is not given to two that are founded at once', async () => {
    const answers = await Promise.allSettled([1, 2, 3, 4].map((i) => founded({ code: `once-${i}`, name: '区同时局' })));
    expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('an organ that is corrected', () => {
  it('has the new name, rank and authorisation, a new version, and both in the trail', async () => {
    const id = await founded({ code: 'patch-1', name: '区更名局', shortName: '更名局' });
    const change = { name: '区改名局', sortOrder: 901, hasAuthorisation: true, authorisationBasis: '某条例第3条' };
    const answer = await xitong('patch', `/directory/organs/${id}`).send({ version: 1, ...change });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({ ...change, shortName: '更名局', version: 2 }),
    ]);
    const stale = await xitong('patch', `/directory/organs/${id}`).send({ version: 1, shortName: '改名局' });
    expect([stale.status, stale.body.code]).toEqual([409, 'directory.organ.stale-version']);
    const same = await xitong('patch', `/directory/organs/${id}`).send({
      version: 2,
      name: '区改名局',
      shortName: null,
    });
    expect([same.status, same.body.version, same.body.shortName]).toEqual([200, 2, '更名局']);
    const taken = await xitong('patch', `/directory/organs/${id}`).send({ version: 2, authorisationBasis: null });
    expect(taken.body).toMatchObject({ authorisationBasis: null, version: 3 });
    const acts = (await (await heyi.as('shenji'))('get', '/audit?limit=200')).body.filter(
      (e: { subjectId: string; action: string }) => e.subjectId === id && e.action === 'directory.change-organ',
    );
    expect(acts).toHaveLength(2);
    expect(acts[1].detail).toMatchObject({ before: { name: '区更名局' }, after: { name: '区改名局' } });
  });

  it.each([
    ['no version', { name: '区改名局' }],
    ['another kind', { version: 1, kind: 'TOWN' }],
    ['a name of one character', { version: 1, name: '局' }],
    ['a text for a rank', { version: 1, sortOrder: 'first' }],
  ])('is not given %s: 422', async (_, body) => {
    const organ = (await heyi.directory.findOrganByName('区教育局', '2026-11-24'))!;
    expect((await xitong('patch', `/directory/organs/${organ.id}`).send(body)).status).toBe(422);
  });
});

describe('an organ in use', () => {
  it('does not end unless its posts and bodies are said to end too: 409 directory.organ-in-use', async () => {
    const id = await founded({ code: 'use-1', name: '区在用局' });
    const committee = await founded({
      code: 'use-2',
      name: '区在用局调委会',
      kind: 'MEDIATION_COMMITTEE',
      parentId: id,
    });
    const post = { role: 'mediator', title: '调解员', validFrom: '2026-02-01' };
    const given = async (organId: string, change: object = {}) =>
      (await xitong('post', '/directory/posts').send({ ...post, organId, name: '柳明溪', ...change })).body.id;
    const [chair, mediator] = [await given(id, { role: 'unit_leader', title: '局长' }), await given(committee)];
    const refused = await endOf(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'directory.organ-in-use']);
    expect(refused.body.params).toMatchObject({ posts: 2, bodies: 1 });
    expect(refused.body.params.held.map((h: { id: string }) => h.id).sort()).toEqual(
      [chair, committee, mediator].sort(),
    );
    expect(refused.text).not.toContain('柳明溪');

    const later = await given(committee, { validFrom: '2026-08-01' });
    const still = await endOf(id, { withDependants: true });
    expect([still.body.code, still.body.params.held]).toEqual([
      'directory.organ-in-use',
      [{ kind: 'post', id: later, name: '调解员' }],
    ]);
    await heyi.database.read('DELETE FROM directory.post WHERE id = $1', [later]);
    expect((await endOf(id, { withDependants: true })).body).toMatchObject({ validUntil: '2026-07-01', version: 2 });
    const ended = await heyi.database.read<{ until: string }>(
      `SELECT valid_until AS until FROM directory.post WHERE organ_id = ANY($1::uuid[])
       UNION ALL SELECT valid_until FROM directory.organ WHERE id = $2`,
      [[id, committee], committee],
    );
    expect(ended).toEqual(Array(3).fill({ until: '2026-07-01' }));
  });

  it('has no body founded under it after its end: 422 directory.parent-ended', async () => {
    const id = await founded({ code: 'ended-1', name: '区已撤局' });
    await endOf(id);
    const body = {
      code: 'ended-2',
      name: '区已撤局调委会',
      shortName: '调委会',
      kind: 'MEDIATION_COMMITTEE',
      parentId: id,
    };
    const more = { hasAuthorisation: false, validFrom: '2026-07-01', sortOrder: 1 };
    expect((await xitong('post', '/directory/organs').send({ ...body, ...more })).body.code).toBe(
      'directory.parent-ended',
    );
  });

  it('is of a kind the database knows', async () => {
    await expect(heyi.database.read(`UPDATE directory.organ SET kind = 'PALACE'`)).rejects.toThrow('ck_organ_kind');
  });
});

describe('an organ founded with an Idempotency-Key', () => {
  it('is founded once, however often it is asked for', async () => {
    const body = { code: 'key-1', name: '区一次局', shortName: '一次局', kind: 'DEPARTMENT', hasAuthorisation: false };
    const found = () =>
      xitong('post', '/directory/organs')
        .set('idempotency-key', 'organ-1')
        .send({ ...body, validFrom: '2026-01-01', sortOrder: 1 });
    const answers = await Promise.all([found(), found(), found()]);
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
  });
});
