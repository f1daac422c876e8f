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
  const { status, headers, body } = await login(name, PASSWORD);
  expect([status, body.code, body.token]).toEqual([401, 'identity.bad-credentials', undefined]);
  expect(Number(headers['retry-after'])).toBe(body.params.retryAfterSeconds);
}

async function account(name: string): Promise<{ id: string; personId: string }> {
  const [row] = await heyi.database.read<{ id: string; personId: string }>(
    'SELECT id, person_id AS "personId" FROM identity.account WHERE login = $1',
    [name],
  );
  return row!;
}

/** Everybody's locks end. */
const letTimePass = () =>
  heyi.database.read(
    `UPDATE identity.login_failure SET locked_until = now() - interval '1 second' WHERE locked_until > now()`,
  );

/** For how many minutes the login is locked, as everybody is told who tries it. */
async function minutesLeft(name: string): Promise<number> {
  return Number((await login(name, 'Wrong-password-1')).headers['retry-after']) / 60;
}

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
    const minutes = await minutesLeft('lian');
    expect(minutes).toBeGreaterThan(14.5);
    expect(minutes).toBeLessThanOrEqual(15);
    heyi.clock.set('2027-11-24T09:00:00+08:00');
    await expectLocked('lian');
    heyi.clock.set('2026-11-24T09:00:00+08:00');
    await letTimePass();
    expect((await login('lian', PASSWORD)).status).toBe(200);
  });

  it('grows with further failures, and a success forgets them', async () => {
    await fail('lian2', 5);
    await letTimePass();
    await fail('lian2', 1);
    expect(await minutesLeft('lian2')).toBeGreaterThan(15);
    await letTimePass();
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
    await Promise.all(Array.from({ length: 9 }, () => login('juzhang', 'Wrong-password-1')));
    await expectLocked('juzhang');
    expect(await minutesLeft('kezhang')).toBeNaN();
  });

  it('is of names, so that it tells nobody whether there is an account: the same answers, one by one', async () => {
    const answers = async (name: string, password: string) => {
      const all = [];
      for (let i = 0; i < 7; i++) {
        const { status, body, headers } = await login(name, i < 6 ? 'Wrong-password-1' : password);
        const wait = headers['retry-after'] === undefined ? 0 : Math.ceil(Number(headers['retry-after']) / 60);
        all.push({ status, wait, body: { ...body, traceId: '', params: undefined } });
      }
      return all;
    };
    const known = await answers('shenli', PASSWORD);
    expect(await answers('nobody-there', PASSWORD)).toEqual(known);
    expect(known.map((a) => [a.status, a.wait])).toEqual([...Array(4).fill([401, 0]), ...Array(3).fill([401, 15])]);
  });

  it('takes about as long for a locked login as for an unknown one', async () => {
    const times: Record<string, number[]> = { shenli: [], quzhang2: [] };
    for (let i = 0; i < 3; i++) {
      for (const [name, of] of Object.entries(times)) {
        const start = performance.now();
        await login(name, PASSWORD);
        of.push(performance.now() - start);
      }
    }
    const median = (of: number[]) => of.sort((a, b) => a - b)[1]!;
    const ratio = median(times['shenli']!) / median(times['quzhang2']!);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('audits failures under a name that nobody has, without the name', async () => {
    await login('nobody-either', PASSWORD);
    const rows = await heyi.database.read<{ action: string; text: string }>(
      `SELECT action, e::text AS text FROM audit.entry e WHERE subject_type = 'login'`,
    );
    expect(rows.map((r) => r.action)).toEqual(expect.arrayContaining(['identity.fail-login', 'identity.lock-account']));
    expect(rows.map((r) => r.text).join()).not.toContain('nobody');
  });

  it('is forgotten after a week, and leaves no rows behind', async () => {
    await heyi.database.read(`UPDATE identity.login_failure SET forget_at = now(), locked_until = NULL`);
    await login('nobody-at-all', PASSWORD);
    expect(await heyi.database.read('SELECT failures FROM identity.login_failure')).toEqual([{ failures: 1 }]);
  });
});

describe('too many logins', () => {
  it('of one name from one address are refused with the time to wait, in every replica: 429 request.too-many', async () => {
    const replica = await startIdentity(database.url);
    try {
      const answers = await Promise.all(Array.from({ length: 12 }, () => login('nobody-of-this-name', 'x')));
      expect(answers.filter((a) => a.status === 429)).toHaveLength(2);
      const there = await replica.call('post', '/auth/login').send({ login: 'Nobody-of-this-name', password: 'x' });
      expect([there.status, there.body.code]).toEqual([429, 'request.too-many']);
      expect(Number(there.headers['retry-after'])).toBeGreaterThan(0);
      expect((await login('quzhang', PASSWORD)).status).toBe(200);
    } finally {
      await replica.close();
    }
  });

  it('are not those that succeed', async () => {
    for (let i = 0; i < 12; i++) expect((await login('quzhang', PASSWORD)).status).toBe(200);
  });

  it('of an office behind one address are served; beyond 300 a minute they are refused', async () => {
    await heyi.database.read('DELETE FROM platform.rate_limit');
    const office = await Promise.all(Array.from({ length: 100 }, (_, i) => login(`clerk-${i}`, 'x')));
    expect(new Set(office.map((a) => a.status))).toEqual(new Set([401]));
    await heyi.database.read(`UPDATE platform.rate_limit SET points = 300 WHERE key LIKE 'identity.login-address:%'`);
    expect((await login('quzhang', PASSWORD)).status).toBe(429);
  });

  it('leave no trace of the names that were tried', async () => {
    const [row] = await heyi.database.read<{ found: number }>(
      `SELECT (SELECT count(*) FROM audit.entry e WHERE e::text LIKE $1) + (SELECT count(*) FROM platform.rate_limit r WHERE r::text LIKE $1) AS found`,
      ['%nobody-of-this-name%'],
    );
    expect(row!.found).toBe(0);
  });
});
