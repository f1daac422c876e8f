import { bearer, demoDatabase, PASSWORD, startIdentity, type Call, type IdentityApp } from './identity-app.js';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let heyi: IdentityApp;
let anquan: Call;
let xitong: Call;

beforeAll(async () => {
  database = await demoDatabase();
  heyi = await startIdentity(database.url);
  [anquan, xitong] = [await heyi.as('anquan'), await heyi.as('xitong')];
});

afterAll(async () => {
  await heyi?.close();
  await database?.drop();
});

const login = (name: string, password: string) => heyi.call('post', '/auth/token').send({ login: name, password });

/** A new person with a post in 区司法局, without an account. */
async function newPerson(name: string): Promise<string> {
  const organ = (await heyi.directory.findOrganByName('区司法局', '2026-11-24'))!;
  const post = { name, organId: organ.id, role: 'case_handler', title: '科员', validFrom: '2026-11-01' };
  expect((await xitong('post', '/directory/posts').send(post)).status).toBe(201);
  const [row] = await heyi.database.read<{ id: string }>('SELECT id FROM directory.person WHERE name = $1', [name]);
  return row!.id;
}

describe('a new account', () => {
  let personId: string;
  let temporary: string;

  it('is opened for a person with a password shown once', async () => {
    personId = await newPerson('柳明川');
    const answer = await anquan('post', '/accounts').send({ personId, login: 'Liu.Mingchuan' });
    expect(answer.status).toBe(201);
    temporary = answer.body.temporaryPassword;
    expect(temporary).toHaveLength(16);
    const [row] = await heyi.database.read<{ login: string; hash: string }>(
      'SELECT login, password_hash AS hash FROM identity.account WHERE person_id = $1',
      [personId],
    );
    expect(row).toMatchObject({ login: 'liu.mingchuan', hash: expect.stringMatching(/^\$argon2id\$/) });
    const list = await anquan('get', `/accounts?keyword=${encodeURIComponent('柳明')}`);
    expect(list.body).toMatchObject({ total: 1, items: [{ login: 'liu.mingchuan', mustChangePassword: true }] });
    expect(list.text).not.toContain(row!.hash);
  });

  it('can do nothing before the password is changed, except what concerns itself', async () => {
    const token = (await login('liu.mingchuan', temporary)).body.token;
    for (const path of ['/directory/organs', '/directory/people', '/accounts', '/audit']) {
      const { status, body } = await heyi.call('get', path).set(bearer(token));
      expect([path, status, body.code]).toEqual([path, 403, 'identity.password-change-required']);
    }
    const me = await heyi.call('get', '/me').set(bearer(token));
    expect([me.status, me.body.mustChangePassword]).toEqual([200, true]);
    expect((await heyi.call('get', '/me/sessions').set(bearer(token))).status).toBe(200);
  });

  it.each([
    ['too short', 'Short-1', 422, 'identity.weak-password'],
    ['of two kinds', 'lowercase-letters-only', 422, 'identity.weak-password'],
    ['with the login in it', 'My-Liu.Mingchuan-7', 422, 'identity.weak-password'],
    ['a common one', 'Password-2026-x', 422, 'identity.weak-password'],
    ['too long', `Aa1-${'xy'.repeat(100)}`, 422, 'request.invalid'],
  ])('does not take a password %s', async (_, newPassword, status, code) => {
    const token = (await login('liu.mingchuan', temporary)).body.token;
    const answer = await heyi
      .call('post', '/me/password')
      .set(bearer(token))
      .send({ currentPassword: temporary, newPassword });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors[0].pointer).toBe('#/newPassword');
    expect(answer.text).not.toContain(newPassword);
  });

  it('does not take the same password again, nor a change without the current one', async () => {
    const token = (await login('liu.mingchuan', temporary)).body.token;
    const change = (currentPassword: string, newPassword: string) =>
      heyi.call('post', '/me/password').set(bearer(token)).send({ currentPassword, newPassword });
    expect((await change(temporary, temporary)).body.code).toBe('identity.same-password');
    expect((await change('Wrong-password-1', 'Mountain-rain-26')).body.code).toBe('identity.bad-credentials');
  });

  it('works once it is changed: this session goes on, the others end, the old password is gone', async () => {
    const [token, other] = [
      (await login('liu.mingchuan', temporary)).body.token,
      (await login('liu.mingchuan', temporary)).body.token,
    ];
    const answer = await heyi
      .call('post', '/me/password')
      .set(bearer(token))
      .send({ currentPassword: temporary, newPassword: 'Mountain-rain-26' });
    expect(answer.status).toBe(204);
    expect((await heyi.call('get', '/directory/organs').set(bearer(token))).status).toBe(200);
    expect((await heyi.call('get', '/me').set(bearer(other))).status).toBe(401);
    expect((await login('liu.mingchuan', temporary)).status).toBe(401);
    expect((await login('liu.mingchuan', 'Mountain-rain-26')).status).toBe(200);
  });

  it('is not opened twice for a person, nor twice under a login: 409 identity.login-taken', async () => {
    const another = await newPerson('柳明山');
    for (const body of [
      { personId, login: 'another' },
      { personId: another, login: 'LIU.mingchuan' },
    ]) {
      const answer = await anquan('post', '/accounts').send(body);
      expect([answer.status, answer.body.code]).toEqual([409, 'identity.login-taken']);
    }
  });

  it('is opened once for an Idempotency-Key; its password is not told again', async () => {
    const body = { personId: await newPerson('柳明河'), login: 'liu.minghe' };
    const open = (more: object = {}) =>
      anquan('post', '/accounts')
        .set('idempotency-key', 'account-1')
        .send({ ...body, ...more });
    const first = await open();
    expect((await open()).body).toEqual({ id: first.body.id, temporaryPassword: null });
    expect((await login('liu.minghe', first.body.temporaryPassword)).status).toBe(200);
    expect((await open({ login: 'liu.minghe2' })).body.code).toBe('request.idempotency-key-reused');
  });

  it.each([
    ['nobody', { personId: '00000000-0000-7000-8000-000000000001', login: 'nobody' }, 404],
    ['no person', { login: 'nobody' }, 422],
    ['a login with a space', { personId: '00000000-0000-7000-8000-000000000001', login: 'no body' }, 422],
    [
      'a password of choice',
      { personId: '00000000-0000-7000-8000-000000000001', login: 'nobody', password: PASSWORD },
      422,
    ],
  ])('is not opened for %s', async (_, body, status) => {
    expect((await anquan('post', '/accounts').send(body)).status).toBe(status);
  });
});

describe('a reset password', () => {
  it('ends the sessions, replaces the password, and must be changed', async () => {
    const token = await heyi.token('fuyi2');
    const { id } = (await anquan('get', '/accounts?keyword=fuyi2')).body.items[0];
    const answer = await anquan('post', `/accounts/${id}/reset-password`);
    expect(answer.status).toBe(200);
    expect((await heyi.call('get', '/me').set(bearer(token))).status).toBe(401);
    expect((await login('fuyi2', PASSWORD)).status).toBe(401);
    const again = await login('fuyi2', answer.body.temporaryPassword);
    const organs = await heyi.call('get', '/directory/organs').set(bearer(again.body.token));
    expect(organs.body.code).toBe('identity.password-change-required');
  });
});

describe('who may do what', () => {
  const nobody = '00000000-0000-7000-8000-000000000001';
  const ROUTES: [method: 'get' | 'post' | 'patch' | 'delete', path: string, allowed: string][] = [
    ['get', '/accounts', 'anquan'],
    ['post', '/accounts', 'anquan'],
    ['post', `/accounts/${nobody}/reset-password`, 'anquan'],
    ['post', `/accounts/${nobody}/disable`, 'anquan'],
    ['post', `/accounts/${nobody}/enable`, 'anquan'],
    ['post', `/accounts/${nobody}/unlock`, 'anquan'],
    ['get', `/accounts/${nobody}/sessions`, 'anquan'],
    ['delete', `/accounts/${nobody}/sessions/${nobody}`, 'anquan'],
    ['post', '/directory/organs', 'xitong'],
    ['patch', `/directory/organs/${nobody}`, 'xitong'],
    ['post', `/directory/organs/${nobody}/end`, 'xitong'],
    ['post', '/directory/posts', 'xitong'],
    ['post', `/directory/posts/${nobody}/end`, 'xitong'],
    ['get', '/audit', 'shenji'],
  ];
  const LOGINS = [
    ...[
      'anquan',
      'xitong',
      'shenji',
      'tongji',
      'dangan',
      'zhongxin',
      'zhongxinzhuren',
      'tiaojie',
      'lian',
      'fuyi',
      'shenli',
    ],
    ...[
      'kezhang',
      'juzhang',
      'quzhang',
      'lingdao1',
      'fuze-wuchang',
      'lianluo-wuchang',
      'zhuren-wuchang',
      'tiaojie-wuchang',
    ],
  ];

  it.each(ROUTES)('%s %s is for %s alone: 403 identity.forbidden', async (method, path, allowed) => {
    for (const name of LOGINS) {
      const call = await heyi.as(name);
      const { status, body } = await call(method, path).send(method === 'post' || method === 'patch' ? {} : undefined);
      if (name === allowed) expect([200, 404, 422]).toContain(status);
      else expect([name, status, body.code]).toEqual([name, 403, 'identity.forbidden']);
    }
  });

  it.each(['anquan', 'xitong', 'shenji'])('%s has no permission on cases', async (name) => {
    const { permissions } = (await (await heyi.as(name))('get', '/me')).body;
    expect(permissions.filter((p: string) => p.startsWith('cases.'))).toEqual([]);
  });

  it('follows the posts at once: a post that ends takes its permissions with it', async () => {
    const shenji = await heyi.as('shenji');
    expect((await shenji('get', '/audit')).status).toBe(200);
    const [post] = (await xitong('get', '/directory/people?role=auditor')).body.items;
    const end = { version: post.version, validUntil: '2026-11-24', reason: '轮岗' };
    expect((await xitong('post', `/directory/posts/${post.postId}/end`).send(end)).status).toBe(204);
    const { status, body } = await shenji('get', '/audit');
    expect([status, body.code]).toEqual([403, 'identity.forbidden']);
  });
});

describe('the trail', () => {
  it('holds what was done to accounts and logins, and no password, login name or token', async () => {
    const rows = await heyi.database.read<{ action: string; text: string }>(
      'SELECT action, e::text AS text FROM audit.entry e',
    );
    expect(rows.map((r) => r.action)).toEqual(
      expect.arrayContaining([
        'identity.login',
        'identity.fail-login',
        'identity.change-password',
        'identity.create-account',
        'identity.reset-password',
        'directory.create-post',
        'directory.end-post',
      ]),
    );
    const all = rows.map((r) => r.text).join('\n');
    for (const secret of [PASSWORD, 'Mountain-rain-26', 'liu.mingchuan', '柳明川']) expect(all).not.toContain(secret);
  });
});
