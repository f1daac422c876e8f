import { bearer, demoDatabase, startIdentity, type Call, type IdentityApp } from './identity-app.js';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let heyi: IdentityApp;
let replica: IdentityApp;

beforeAll(async () => {
  database = await demoDatabase();
  heyi = await startIdentity(database.url);
  replica = await startIdentity(database.url);
});

afterAll(async () => {
  await replica?.close();
  await heyi?.close();
  await database?.drop();
});

const me = (token: string, app = heyi) => app.call('get', '/me').set(bearer(token));

/** The newest session of a demo account. */
async function newest(login: string): Promise<{ id: string; lastSeenAt: Date }> {
  const [row] = await heyi.database.read<{ id: string; lastSeenAt: Date }>(
    `SELECT s.id, s.last_seen_at AS "lastSeenAt" FROM identity.session s JOIN identity.account a ON a.id = s.account_id
     WHERE a.login = $1 ORDER BY s.id DESC LIMIT 1`,
    [login],
  );
  return row!;
}

const shift = (column: 'last_seen_at' | 'expires_at', id: string, to: string) =>
  heyi.database.read(
    column === 'last_seen_at'
      ? 'UPDATE identity.session SET last_seen_at = now() + $2::interval WHERE id = $1'
      : 'UPDATE identity.session SET expires_at = now() + $2::interval WHERE id = $1',
    [id, to],
  );

describe('a session', () => {
  it('ends after 30 minutes without a request', async () => {
    const token = await heyi.token('fuyi');
    const { id } = await newest('fuyi');
    await shift('last_seen_at', id, '-29 minutes -50 seconds');
    expect((await me(token)).status).toBe(200);
    expect(Date.now() - (await newest('fuyi')).lastSeenAt.getTime()).toBeLessThan(60_000);
    await shift('last_seen_at', id, '-30 minutes -1 second');
    const { status, body } = await me(token);
    expect([status, body.code]).toEqual([401, 'identity.not-logged-in']);
    expect((await me(token)).status).toBe(401);
  });

  it('ends after 12 hours, however busy it is', async () => {
    const token = await heyi.token('fuyi');
    const { id } = await newest('fuyi');
    const [row] = await heyi.database.read<{ hours: number }>(
      'SELECT extract(epoch FROM expires_at - created_at)::float8 / 3600 AS hours FROM identity.session WHERE id = $1',
      [id],
    );
    expect(row!.hours).toBeCloseTo(12, 1);
    await shift('expires_at', id, '-1 second');
    expect((await me(token)).status).toBe(401);
  });

  it('does not care what day the business clock shows', async () => {
    const token = await heyi.token('fuyi');
    heyi.clock.set('2027-11-24T09:00:00+08:00');
    expect((await me(token)).status).toBe(200);
    heyi.clock.set('2026-11-24T09:00:00+08:00');
  });

  it('is written down as used at most once a minute', async () => {
    const token = await heyi.token('fuyi');
    const { lastSeenAt } = await newest('fuyi');
    for (let i = 0; i < 3; i++) expect((await me(token)).status).toBe(200);
    expect((await newest('fuyi')).lastSeenAt).toEqual(lastSeenAt);
  });

  it('lasts as long as the settings say', async () => {
    const strict = await startIdentity(database.url, { idleMinutes: 1, absoluteHours: 1 });
    try {
      const token = await strict.token('fuyi2');
      const { id } = await newest('fuyi2');
      expect((await me(token, strict)).status).toBe(200);
      await shift('last_seen_at', id, '-61 seconds');
      expect((await me(token, strict)).status).toBe(401);
    } finally {
      await strict.close();
    }
  });
});

describe('my sessions', () => {
  it('are listed, newest first, without their tokens, and can be ended: at once and in every replica', async () => {
    const [kept, ended] = [await heyi.token('fuyi3'), await heyi.token('fuyi3')];
    const list = await heyi.call('get', '/me/sessions').set(bearer(kept));
    expect(list.body).toHaveLength(2);
    expect(list.body[0]).toMatchObject({ kind: 'BEARER', address: expect.any(String), lastSeenAt: expect.any(String) });
    expect(list.text).not.toContain(kept);
    expect((await me(ended, replica)).status).toBe(200);
    const answer = await heyi.call('delete', `/me/sessions/${(await newest('fuyi3')).id}`).set(bearer(kept));
    expect(answer.status).toBe(204);
    expect((await me(ended, replica)).status).toBe(401);
    expect((await me(ended)).status).toBe(401);
    expect((await me(kept, replica)).status).toBe(200);
    const after = await heyi.call('get', '/me/sessions').set(bearer(kept));
    expect(after.body).toHaveLength(1);
  });

  it("are nobody else's: 404", async () => {
    await heyi.token('fuyi');
    const { id } = await newest('fuyi');
    const other = await heyi.as('kezhang');
    for (const path of [`/me/sessions/${id}`, '/me/sessions/00000000-0000-7000-8000-000000000001']) {
      const { status, body } = await other('delete', path);
      expect([status, body.code]).toEqual([404, 'identity.session.not-found']);
    }
    expect((await other('delete', '/me/sessions/not-an-id')).status).toBe(400);
  });

  it('end with logging out', async () => {
    const { cookie, csrf } = await heyi.browser('shenli');
    const answer = await heyi.call('post', '/auth/logout').set({ cookie, 'x-heyi-csrf': csrf });
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']![0]).toMatch(/^heyi_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await replica.call('get', '/me').set({ cookie })).status).toBe(401);
  });
});

describe('the security administrator', () => {
  let anquan: Call;
  let id: string;
  beforeAll(async () => {
    anquan = await heyi.as('anquan');
    id = (await anquan('get', '/accounts?keyword=lian2')).body.items[0].id;
  });

  it('sees the sessions of an account and ends one', async () => {
    const token = await heyi.token('lian2');
    const list = await anquan('get', `/accounts/${id}/sessions`);
    expect(list.body).toHaveLength(1);
    expect((await anquan('delete', `/accounts/${id}/sessions/${list.body[0].id}`)).status).toBe(204);
    expect((await me(token, replica)).status).toBe(401);
    expect((await anquan('delete', `/accounts/${id}/sessions/${list.body[0].id}`)).status).toBe(404);
  });

  it('disables an account: its sessions end at once, and enabling it does not bring them back', async () => {
    const token = await heyi.token('lian2');
    expect((await anquan('post', `/accounts/${id}/disable`)).status).toBe(204);
    expect((await me(token, replica)).status).toBe(401);
    await expect(heyi.token('lian2')).rejects.toThrow('identity.bad-credentials');
    expect((await anquan('post', `/accounts/${id}/enable`)).status).toBe(204);
    expect((await me(token)).status).toBe(401);
    expect((await me(await heyi.token('lian2'))).status).toBe(200);
  });

  it('leaves an account of nobody alone: 404', async () => {
    const nobody = '00000000-0000-7000-8000-000000000001';
    for (const act of ['disable', 'enable', 'unlock', 'reset-password']) {
      expect((await anquan('post', `/accounts/${nobody}/${act}`)).status).toBe(404);
    }
    expect((await anquan('get', `/accounts/${nobody}/sessions`)).status).toBe(404);
  });
});

describe('a cookie', () => {
  const change = { currentPassword: 'x', newPassword: 'y' };

  it('reads without more, but changes nothing without the token of its pages', async () => {
    const { cookie, csrf } = await heyi.browser('tongji');
    const other = await heyi.browser('dangan');
    expect((await heyi.call('get', '/me').set({ cookie })).status).toBe(200);
    for (const headers of [
      {},
      { 'x-heyi-csrf': '' },
      { 'x-heyi-csrf': 'x'.repeat(43) },
      { 'x-heyi-csrf': other.csrf },
      { 'x-heyi-csrf': csrf, 'sec-fetch-site': 'cross-site' },
      { 'x-heyi-csrf': csrf, 'sec-fetch-site': 'same-site' },
    ]) {
      for (const [method, path] of [
        ['post', '/auth/logout'],
        ['post', '/me/password'],
        ['delete', '/me/sessions/00000000-0000-7000-8000-000000000001'],
      ] as const) {
        const answer = await heyi
          .call(method, path)
          .set({ cookie, ...headers })
          .send(change);
        expect([answer.status, answer.body.code]).toEqual([403, 'identity.csrf']);
      }
    }
    expect((await heyi.call('get', '/me').set({ cookie })).status).toBe(200);
    const ours = { cookie, 'x-heyi-csrf': csrf, 'sec-fetch-site': 'same-origin' };
    expect((await heyi.call('post', '/auth/logout').set(ours)).status).toBe(204);
  });

  it('is not asked of a bearer token', async () => {
    const token = await heyi.token('tongji');
    expect((await heyi.call('post', '/auth/logout').set(bearer(token))).status).toBe(204);
  });
});
