import { seedDemo } from '../../apps/cli/src/commands/seed.js';
import { demoDatabase, PASSWORD, startIdentity, type Call, type IdentityApp } from '../identity/identity-app.js';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let heyi: IdentityApp;
let xitong: Call;
let fuyi: Call;
let justiceId: string;

beforeAll(async () => {
  database = await demoDatabase();
  heyi = await startIdentity(database.url);
  [xitong, fuyi] = [await heyi.as('xitong'), await heyi.as('fuyi')];
  justiceId = (await heyi.directory.findOrganByName('区司法局', '2026-11-24'))!.id;
});

afterAll(async () => {
  await heyi?.close();
  await database?.drop();
});

const NOBODY = '00000000-0000-7000-8000-000000000001';

async function personOf(login: string): Promise<string> {
  const [row] = await heyi.database.read<{ id: string }>(
    'SELECT person_id AS id FROM identity.account WHERE login = $1',
    [login],
  );
  return row!.id;
}

describe('people', () => {
  it('are listed by role and organ, with their posts of today', async () => {
    const leaders = (await fuyi('get', '/directory/people?role=case_leader')).body;
    expect(leaders).toMatchObject({ total: 6, items: Array(6).fill({ role: 'case_leader', roleName: '包案区领导' }) });
    expect(leaders.items.map((p: { title: string }) => p.title)[0]).toBe('区领导（排名第一）');
    const wuchang = (await heyi.directory.findOrganByName('五常街道', '2026-11-24'))!;
    const there = (await fuyi('get', `/directory/people?organId=${wuchang.id}`)).body;
    expect(there.items.map((p: { role: string }) => p.role).sort()).toEqual(['dept_liaison', 'unit_leader']);
  });

  it.each(['role=king', 'role=system', 'organId=x', 'size=1000'])('are not listed for ?%s: 422', async (query) => {
    expect((await fuyi('get', `/directory/people?${query}`)).status).toBe(422);
  });

  it('are found by the other libs: committees, roster, heads and names', async () => {
    const today = '2026-11-24';
    const committees = await heyi.directory.committees(today);
    expect(committees).toHaveLength(401);
    const roster = await heyi.directory.roster(today);
    expect(roster.filter((m) => m.committeeId === null)).toHaveLength(4);
    for (const { id } of committees) expect(roster.some((m) => m.committeeId === id)).toBe(true);
    const heads = await heyi.directory.headsOf(justiceId, today);
    expect(heads.map((h) => h.role)).toEqual(['dept_head', 'institution_head']);
    const names = await heyi.directory.names([heads[0]!.personId, justiceId, heads[0]!.personId, NOBODY]);
    expect([...names.values()].sort()).toEqual([heads[0]!.personName, '杭州市余杭区司法局'].sort());
  });
});

describe('a post', () => {
  const post = () => ({ organId: justiceId, role: 'statistician', title: '统计员', validFrom: '2026-11-25' });

  it('counts from its first day to the day before its end', async () => {
    const personId = await personOf('tiaojie4');
    const { status, body } = await xitong('post', '/directory/posts').send({ ...post(), personId });
    expect(status).toBe(201);
    const holds = async (on: string) =>
      (await heyi.directory.postsOf('statistician', on, justiceId)).some((p) => p.personId === personId);
    expect([await holds('2026-11-24'), await holds('2026-11-25')]).toEqual([false, true]);
    const end = { version: 1, validUntil: '2026-12-01', reason: '借用期满' };
    expect((await xitong('post', `/directory/posts/${body.id}/end`).send(end)).status).toBe(204);
    expect([await holds('2026-11-30'), await holds('2026-12-01')]).toEqual([true, false]);
    const again = await xitong('post', `/directory/posts/${body.id}/end`).send(end);
    expect([again.status, again.body.code]).toEqual([409, 'directory.post.stale-version']);
  });

  it('gives its permissions from the day it begins, by the business clock', async () => {
    const personId = await personOf('tiaojie3');
    await xitong('post', '/directory/posts').send({ ...post(), personId });
    const tiaojie = await heyi.as('tiaojie3');
    const permissions = async (): Promise<string[]> => (await tiaojie('get', '/me')).body.permissions;
    expect(await permissions()).not.toContain('cases.view-all');
    heyi.clock.set('2026-11-25T00:00:00+08:00');
    expect(await permissions()).toContain('cases.view-all');
    heyi.clock.set('2026-11-24T09:00:00+08:00');
  });

  it.each([
    ['neither person nor name', {}, 422, 'directory.person-or-name'],
    ['both', { personId: NOBODY, name: '柳明川' }, 422, 'directory.person-or-name'],
    ['nobody', { personId: NOBODY }, 404, 'directory.person.not-found'],
    ['an organ that is none', { name: '柳明川', organId: NOBODY }, 404, 'directory.organ.not-found'],
    ['an unknown role', { name: '柳明川', role: 'king' }, 422, 'request.invalid'],
    ['an impossible day', { name: '柳明川', validFrom: '2026-11-31' }, 422, 'request.invalid'],
  ])('is not given to %s', async (_, change, status, code) => {
    const answer = await xitong('post', '/directory/posts').send({ ...post(), ...change });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const [row] = await heyi.database.read<{ n: number }>(
      `SELECT count(*) AS n FROM directory.person WHERE name = '柳明川'`,
    );
    expect(row!.n).toBe(0);
  });

  it.each([
    ['xitong', 'auditor'],
    ['xitong', 'case_handler'],
    ['anquan', 'sysadmin'],
    ['shenji', 'security_admin'],
    ['fuyi', 'auditor'],
  ])('does not make %s a second thing, %s: 409 directory.roles-not-separate', async (login, role) => {
    const personId = await personOf(login);
    const answer = await xitong('post', '/directory/posts').send({ ...post(), personId, role });
    expect([answer.status, answer.body.code]).toEqual([409, 'directory.roles-not-separate']);
  });

  it('is not given in an organ that has ended or not begun: 422 directory.organ-not-there', async () => {
    const old = (await heyi.directory.findOrganByName('临平街道', '2021-03-01'))!;
    const young = (await heyi.directory.findOrganByName('临平街道', '2026-11-24'))!;
    const give = (organId: string, validFrom: string) =>
      xitong('post', '/directory/posts').send({ ...post(), name: '柳明泉', organId, validFrom });
    for (const [id, on] of [
      [old.id, '2021-04-09'],
      [young.id, '2021-04-08'],
    ]) {
      const { status, body } = await give(id!, on!);
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'directory.organ-not-there', '#/validFrom']);
    }
    const given = await give(old.id, '2021-04-08');
    const [row] = await heyi.database.read('SELECT valid_until AS until FROM directory.post WHERE id = $1', [
      given.body.id,
    ]);
    expect(row).toEqual({ until: '2021-04-09' });
    const end = { version: 1, validUntil: '2021-04-10', reason: '测试' };
    expect((await xitong('post', `/directory/posts/${given.body.id}/end`).send(end)).body.code).toBe(
      'directory.bad-end',
    );
  });

  it('is given once for an Idempotency-Key, and so is the new person made once', async () => {
    const give = () =>
      xitong('post', '/directory/posts')
        .set('idempotency-key', 'post-1')
        .send({ ...post(), name: '柳明湖' });
    const [a, b] = await Promise.all([give(), give()]);
    expect([a.status, b.status, a.body.id]).toEqual([201, 201, b.body.id]);
    expect(await heyi.database.read(`SELECT 1 FROM directory.person WHERE name = '柳明湖'`)).toHaveLength(1);
  });

  it('does not make one person two administrators when both posts are given at once', async () => {
    const made = await xitong('post', '/directory/posts').send({
      ...post(),
      name: '柳明山',
      role: 'statistician',
      validFrom: '2026-01-01',
    });
    await xitong('post', `/directory/posts/${made.body.id}/end`).send({
      version: 1,
      validUntil: '2026-02-01',
      reason: '测试',
    });
    const [person] = await heyi.database.read<{ id: string }>(`SELECT id FROM directory.person WHERE name = '柳明山'`);
    const answers = await Promise.all(
      ['sysadmin', 'security_admin', 'auditor', 'sysadmin', 'auditor'].map((role) =>
        xitong('post', '/directory/posts').send({ ...post(), personId: person!.id, role }),
      ),
    );
    expect(answers.map((a) => a.status)).toContain(201);
    const rows = await heyi.database.read<{ role: string }>(
      `SELECT DISTINCT role FROM directory.post WHERE person_id = $1 AND valid_until IS NULL`,
      [person!.id],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('the seed', () => {
  it('repeated changes nothing, not even what was changed since', async () => {
    const counts = () =>
      heyi.database
        .read(`SELECT (SELECT count(*) FROM directory.organ) AS organs, (SELECT count(*) FROM directory.person) AS people,
        (SELECT count(*) FROM directory.post) AS posts, (SELECT count(*) FROM identity.account) AS accounts`);
    await heyi.database.read(`UPDATE directory.organ SET short_name = '区司法局（复议局）' WHERE id = $1`, [justiceId]);
    const before = await counts();
    await Promise.all([
      seedDemo(database.url, { password: 'Another-word-26' }),
      seedDemo(database.url, { password: 'Another-word-26' }),
    ]);
    expect(await counts()).toEqual(before);
    expect((await heyi.directory.organ(justiceId))!.shortName).toBe('区司法局（复议局）');
    expect((await heyi.call('post', '/auth/token').send({ login: 'quzhang', password: PASSWORD })).status).toBe(200);
  });

  it('points out accounts that can log in, of every kind of user', async () => {
    const accounts = await seedDemo(database.url, { password: PASSWORD });
    expect(accounts.map((a) => a.login)).toEqual(
      expect.arrayContaining([
        'zhongxin',
        'tiaojie',
        'lian',
        'fuyi',
        'juzhang',
        'quzhang',
        'lingdao1',
        'lianluo-wuchang',
        'xitong',
        'anquan',
        'shenji',
      ]),
    );
    const roles = new Set<string>();
    for (const { login, sentence } of accounts) {
      expect(sentence.length).toBeGreaterThan(10);
      const me = await (await heyi.as(login))('get', '/me');
      expect(me.body.mustChangePassword).toBe(false);
      for (const { role } of me.body.posts) roles.add(role);
    }
    expect(roles.size).toBe(18);
  });
});
