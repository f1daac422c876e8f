import { createHash } from 'node:crypto';
import { bearer, cookieOf, demoDatabase, PASSWORD, startIdentity, type IdentityApp } from './identity-app.js';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let heyi: IdentityApp;

beforeAll(async () => {
  database = await demoDatabase();
  heyi = await startIdentity(database.url);
});

afterAll(async () => {
  await heyi?.close();
  await database?.drop();
});

const login = (name: string, password: string, path = '/auth/token') =>
  heyi.call('post', path).send({ login: name, password });

describe('logging in', () => {
  it('gives a browser a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await login('fuyi', PASSWORD, '/auth/login');
    expect(answer.status).toBe(200);
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^heyi_session=[\w-]{43};/);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) expect(cookie).toContain(flag);
    expect(JSON.stringify(answer.body)).not.toContain(cookieOf(answer).split('=')[1]);
    expect((await heyi.call('get', '/me').set('cookie', cookieOf(answer))).body).toMatchObject({
      posts: expect.arrayContaining([
        expect.objectContaining({ role: 'case_handler', roleName: '承办人', organName: '杭州市余杭区司法局' }),
        expect.objectContaining({ role: 'panel_member', roleName: '审理人员', organName: '杭州市余杭区司法局' }),
      ]),
      mustChangePassword: false,
      csrf: answer.body.csrf,
    });
  });

  it.each([
    ['a form of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a neighbour under our domain', { 'sec-fetch-site': 'same-site' }],
    ['another site in an old browser', { origin: 'https://evil.example' }],
    ['a page that hides its origin', { origin: 'null' }],
  ])('gives no cookie to %s: 403 identity.csrf', async (_, headers) => {
    const answer = await heyi.call('post', '/auth/login').set(headers).send({ login: 'fuyi', password: PASSWORD });
    expect([answer.status, answer.body.code]).toEqual([403, 'identity.csrf']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('gives one to our own page', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { host: 'heyi.test', origin: 'https://heyi.test' }]) {
      const answer = await heyi.call('post', '/auth/login').set(headers).send({ login: 'fuyi', password: PASSWORD });
      expect(answer.status).toBe(200);
    }
  });

  it('leaves Secure out over http only if told so', async () => {
    const http = await startIdentity(database.url, { secureCookie: false });
    try {
      const answer = await http.call('post', '/auth/login').send({ login: 'fuyi', password: PASSWORD });
      expect(answer.headers['set-cookie']![0]).not.toContain('Secure');
      expect(answer.headers['set-cookie']![0]).toContain('HttpOnly');
    } finally {
      await http.close();
    }
  });

  it('gives a program a token, of which only the hash is kept', async () => {
    const { status, body } = await login('fuyi', PASSWORD);
    expect(status).toBe(200);
    const me = await heyi.call('get', '/me').set(bearer(body.token));
    expect(me.body).toMatchObject({ csrf: null, permissions: expect.arrayContaining(['cases.act']) });
    const hash = createHash('sha256').update(body.token).digest();
    expect(await heyi.database.read('SELECT kind FROM identity.session WHERE token_hash = $1', [hash])).toEqual([
      { kind: 'BEARER' },
    ]);
    const [row] = await heyi.database.read<{ all: string }>(
      'SELECT string_agg(s::text, $1) AS all FROM identity.session s',
      [' '],
    );
    expect(row!.all).not.toContain(body.token);
  });

  it('does not mind the case of the login name', async () => {
    expect((await login('FuYi', PASSWORD)).status).toBe(200);
  });

  it('answers an unknown login, a wrong password and a disabled account alike', async () => {
    await heyi.database.read(`UPDATE identity.account SET disabled = true WHERE login = 'fuyi4'`);
    const answers = [
      await login('nobody-of-this-name', PASSWORD),
      await login('fuyi2', 'Wrong-password-1'),
      await login('fuyi4', PASSWORD),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ ...body, traceId: '' }).toEqual({ ...answers[0]!.body, traceId: '' });
      expect(body.code).toBe('identity.bad-credentials');
    }
  });

  it('takes about as long for an unknown login as for a wrong password', async () => {
    const times: [number, number][] = [];
    for (let i = 0; i < 7; i++) {
      const start = performance.now();
      await login('nobody-of-this-name', 'Wrong-password-1');
      const middle = performance.now();
      await login(
        `tiaojie-${['jiaoyu', 'keji', 'fagai', 'minzheng', 'caizheng', 'renshe', 'guizi'][i]}`,
        'Wrong-password-1',
      );
      times.push([middle - start, performance.now() - middle]);
    }
    const median = (of: number[]) => of.sort((a, b) => a - b)[3]!;
    const [unknown, wrong] = [median(times.map((t) => t[0])), median(times.map((t) => t[1]))];
    expect(unknown / wrong).toBeGreaterThan(0.5);
    expect(unknown / wrong).toBeLessThan(2);
  });
});

describe('without a login', () => {
  it.each([
    ['nothing', {}],
    ['an empty bearer token', { authorization: 'Bearer ' }],
    ['a made-up bearer token', bearer('x'.repeat(43))],
    ['another scheme', { authorization: `Basic ${Buffer.from('fuyi:Heyi-demo-2026').toString('base64')}` }],
    ['a made-up cookie', { cookie: `heyi_session=${'x'.repeat(43)}` }],
    ['SQL for a cookie', { cookie: `heyi_session=' OR 1=1 --` }],
  ])('%s is refused: 401 identity.not-logged-in', async (_, headers) => {
    for (const path of ['/me', '/accounts', '/directory/organs', '/audit']) {
      const { status, body } = await heyi.call('get', path).set(headers);
      expect([path, status, body.code]).toEqual([path, 401, 'identity.not-logged-in']);
    }
  });

  it('a bearer token in the cookie, or the cookie as a bearer token, is refused', async () => {
    const token = await heyi.token('fuyi');
    const { cookie } = await heyi.browser('fuyi');
    expect((await heyi.call('get', '/me').set('cookie', `heyi_session=${token}`)).status).toBe(401);
    expect((await heyi.call('get', '/me').set(bearer(cookie.split('=')[1]!))).status).toBe(401);
  });

  it('a wrong bearer token is not made good by a right cookie', async () => {
    const { cookie } = await heyi.browser('fuyi');
    const { status } = await heyi.call('get', '/me').set({ cookie, ...bearer('x'.repeat(43)) });
    expect(status).toBe(401);
  });
});

describe('a login that makes no sense', () => {
  it.each([
    ['no body', undefined, 422],
    ['no password', { login: 'fuyi' }, 422],
    ['a number for a login', { login: 7, password: PASSWORD }, 422],
    ['an object for a password', { login: 'fuyi', password: { $ne: '' } }, 422],
    ['an unknown field', { login: 'fuyi', password: PASSWORD, role: 'sysadmin' }, 422],
    ['a long password', { login: 'fuyi', password: 'x'.repeat(100_000) }, 422],
    ['SQL', { login: `fuyi' OR '1'='1`, password: PASSWORD }, 401],
    ['a NUL', { login: 'fuyi\u0000', password: PASSWORD }, 400],
    ['a list', [], 422],
  ])('%s is refused', async (_, body, status) => {
    for (const path of ['/auth/login', '/auth/token']) {
      const answer = await heyi.call('post', path).send(body);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('malformed JSON is refused', async () => {
    const answer = await heyi.call('post', '/auth/token').set('content-type', 'application/json').send('{"login":');
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('request.malformed');
  });
});
