import { bearer, demoDatabase, PASSWORD, startIdentity, type IdentityApp } from './identity-app.js';

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

const login = (name: string, password: string) => heyi.call('post', '/auth/token').send({ login: name, password });

async function fail(name: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) expect((await login(name, 'Wrong-password-1')).status).toBe(401);
}

/** The right password is refused. */
async function expectLocked(name: string): Promise<void> {
  const { status, body } = await login(name, PASSWORD);
  expect(status).not.toBe(200);
  expect(body.token).toBeUndefined();
}

async function account(name: string): Promise<{ id: string; personId: string }> {
  const [row] = await heyi.database.read<{ id: string; personId: string }>(
    'SELECT id, person_id AS "personId" FROM identity.account WHERE login = $1',
    [name],
  );
  return row!;
}

const letTimePass = (name: string) =>
  heyi.database.read(`UPDATE identity.account SET locked_until = now() - interval '1 second' WHERE login = $1`, [name]);

describe('lock-out', () => {
  it('comes with the fifth failure; then the right password is refused too, and others are not concerned', async () => {
    await fail('fuyi', 5);
    await expectLocked('fuyi');
    expect((await login('fuyi2', PASSWORD)).status).toBe(200);
  });

  it('does not end sessions: who is logged in goes on working', async () => {
    const token = await heyi.token('fuyi3');
    await fail('fuyi3', 5);
    expect((await heyi.call('get', '/me').set(bearer(token))).status).toBe(200);
  });

  it('lasts 15 minutes at first, by real time', async () => {
    await fail('lian', 5);
    const [row] = await heyi.database.read<{ minutes: number }>(
      `SELECT extract(epoch FROM locked_until - now())::float8 / 60 AS minutes FROM identity.account WHERE login = 'lian'`,
    );
    expect(row!.minutes).toBeGreaterThan(14.5);
    expect(row!.minutes).toBeLessThanOrEqual(15);
    heyi.clock.set('2027-11-24T09:00:00+08:00');
    await expectLocked('lian');
    heyi.clock.set('2026-11-24T09:00:00+08:00');
    await letTimePass('lian');
    expect((await login('lian', PASSWORD)).status).toBe(200);
  });

  it('grows with further failures, and a success forgets them', async () => {
    await fail('lian2', 5);
    await letTimePass('lian2');
    await fail('lian2', 1);
    const [row] = await heyi.database.read<{ minutes: number }>(
      `SELECT extract(epoch FROM locked_until - now())::float8 / 60 AS minutes FROM identity.account WHERE login = 'lian2'`,
    );
    expect(row!.minutes).toBeGreaterThan(15);
    await letTimePass('lian2');
    expect((await login('lian2', PASSWORD)).status).toBe(200);
    await fail('lian2', 4);
    expect((await login('lian2', PASSWORD)).status).toBe(200);
  });

  it('is lifted by the security administrator, and by nobody else', async () => {
    await fail('kezhang', 5);
    const { id, personId } = await account('kezhang');
    const anquan = await heyi.as('anquan');
    const { body } = await anquan('get', '/accounts?keyword=kezhang');
    expect(body.items).toMatchObject([{ id, locked: true }]);
    for (const other of ['xitong', 'shenji', 'juzhang']) {
      expect((await (await heyi.as(other))('post', `/accounts/${id}/unlock`)).status).toBe(403);
    }
    expect((await anquan('post', `/accounts/${id}/unlock`)).status).toBe(204);
    expect((await login('kezhang', PASSWORD)).status).toBe(200);
    const acts = await (await heyi.as('shenji'))('get', '/audit?limit=200');
    const actions = acts.body
      .filter((e: { subjectId: string }) => e.subjectId === personId)
      .map((e: { action: string }) => e.action);
    expect(actions).toEqual(
      expect.arrayContaining(['identity.lock-account', 'identity.unlock-account', 'identity.login']),
    );
  });

  it('holds when the guesses come at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => login('juzhang', 'Wrong-password-1')));
    await expectLocked('juzhang');
  });
});

describe('too many logins from one address', () => {
  it('are refused with the time to wait, in every replica: 429 request.too-many', async () => {
    const replica = await startIdentity(database.url);
    try {
      let refused = await login('nobody-of-this-name', 'x');
      for (let i = 0; i < 80 && refused.status !== 429; i++) refused = await login('nobody-of-this-name', 'x');
      expect(refused.status).toBe(429);
      expect(refused.body.code).toBe('request.too-many');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      const there = await replica.call('post', '/auth/login').send({ login: 'quzhang', password: PASSWORD });
      expect(there.status).toBe(429);
    } finally {
      await replica.close();
    }
  });

  it('leave no trace of the names that were tried', async () => {
    const [row] = await heyi.database.read<{ found: number }>(
      `SELECT (SELECT count(*) FROM audit.entry e WHERE e::text LIKE $1) + (SELECT count(*) FROM platform.rate_limit r WHERE r::text LIKE $1) AS found`,
      ['%nobody-of-this-name%'],
    );
    expect(row!.found).toBe(0);
  });
});
