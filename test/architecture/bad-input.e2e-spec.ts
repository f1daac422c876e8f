import type { Response } from 'supertest';
import { startApp, type Agent, type TestApp } from '../support/app.js';
import { digest } from '../support/digest.js';
import { Given, UNIT } from '../support/given.js';
import { badBodies } from './bad-bodies.js';
import { SamplePapersModule } from '../support/sample-papers.js';
import { CALLS, PUBLIC_CALLS, type Call } from './calls.js';
import { Maker } from './refs.js';
import { addressOf, begin, routesOf, send, type Route } from './route-table.js';

/** What is kept of a refused login, a wrong password or a wrong code is not the caller's doing. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'POST /auth/login': ['identity.login_failure', 'audit.entry', 'audit.chain'],
  'POST /auth/token': ['identity.login_failure', 'audit.entry', 'audit.chain'],
  'POST /me/password': ['identity.account', 'audit.entry', 'audit.chain'],
  // That a ledger was refused, and why, is shown to who uploaded it.
  'POST /disputes/imports': ['cases.ledger_import'],
  ...Object.fromEntries(
    Object.keys(PUBLIC_CALLS)
      .filter((key) => key.includes(' /portal/'))
      .map((key) => [key, ['portal.access_failure']]),
  ),
};

const JSON_TYPE = 'application/json';
const SQL = `'; DROP TABLE cases.dispute; --`;
const NESTED = `{"input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

/** Bodies that are no request at all, with the status each must have. */
const RAW: readonly [what: string, type: string, body: string, status: number][] = [
  ['half a document', JSON_TYPE, '{"version":', 400],
  ['no JSON', JSON_TYPE, 'version=1', 400],
  ['10 MB', JSON_TYPE, `{"facts":"${'x'.repeat(10 * 1024 * 1024)}"}`, 413],
  ['a key of the prototype', JSON_TYPE, '{"__proto__":{"version":1}}', 400],
  ['another type', 'text/plain', 'version: 1', 415],
  ['XML', 'application/xml', '<version>1</version>', 415],
];

/** The same for routes that read a body. */
const RAW_BODIES: readonly [what: string, type: string, body: string][] = [
  ['null', JSON_TYPE, 'null'],
  ['a list', JSON_TYPE, '[]'],
  ['a text', JSON_TYPE, '"text"'],
  ['a number', JSON_TYPE, '7'],
  ['an empty object', JSON_TYPE, '{}'],
  ['100,000 brackets', JSON_TYPE, NESTED],
];

let t: TestApp;
let given: Given;
let routes: Map<string, Route>;

beforeAll(async () => {
  t = await startApp({ extra: [SamplePapersModule] });
  given = new Given(t);
  routes = new Map(routesOf(t.app).map((route) => [route.key, route]));
});

afterAll(() => t.close());

it('covers every route that writes', () => {
  const writing = [...routes.values()].filter((r) => r.method !== 'GET').map((r) => r.key);
  expect([...WRITING, ...DELETING].sort()).toEqual(writing.sort());
});

const ALL = { ...CALLS, ...PUBLIC_CALLS };
const WRITING = Object.keys(ALL).filter((key) => /^(POST|PUT|PATCH) /.test(key));
const DELETING = Object.keys(ALL).filter((key) => key.startsWith('DELETE '));
const READING = Object.keys(CALLS).filter((key) => key.startsWith('GET '));

describe.each(WRITING)('%s', (key) => {
  it('refuses everything wrong with a reason (4xx), writes nothing, and takes what is right', async () => {
    const { agent, call, route } = await prepared(key);
    const before = await digest(t.database, KEPT[key]);
    const faults: string[] = [];
    const raw = [...RAW, ...(call.body ? RAW_BODIES : [])];
    for (const [what, type, body, status] of raw) {
      const answer = await begin(agent, route, call).set('content-type', type).send(body);
      faults.push(...faultOf(answer, what, status));
    }
    for (const bad of call.body ? badBodies(call.body, route.path) : []) {
      const answer = await begin(agent, route, call).set('content-type', JSON_TYPE).send(JSON.stringify(bad.body));
      faults.push(...faultOf(answer, bad.what, bad.status));
    }
    faults.push(...(await wrongParams(agent, route, call)));
    expect(faults).toEqual([]);
    expect(await digest(t.database, KEPT[key])).toEqual(before);
    // What was left over from the valid call must have been the only thing that was wrong.
    const answer = await send(agent, route, call);
    expect(answer.status < 300 ? 'done' : [answer.status, answer.body]).toBe('done');
  });
});

describe.each(DELETING)('%s', (key) => {
  it('refuses wrong ids and versions (4xx), writes nothing, and takes what is right', async () => {
    const { agent, call, route } = await prepared(key);
    const before = await digest(t.database, KEPT[key]);
    expect(await wrongParams(agent, route, call)).toEqual([]);
    if (call.query?.['version']) {
      for (const version of ['', 'abc', '1.5', '999', SQL]) {
        expectRefusal(await send(agent, route, { ...call, query: { version } }), `version ${version}`);
      }
    }
    expect(await digest(t.database, KEPT[key])).toEqual(before);
    expect((await send(agent, route, call)).status).toBe(204);
  });
});

/** Of every list. */
const PAGING: readonly Record<string, string>[] = [
  { page: '0' },
  { page: '-1' },
  { page: 'abc' },
  { page: '1.5' },
  { page: '99999999999999999999' },
  { size: '0' },
  { size: '101' },
  { size: SQL },
  { unexpected: '1' },
];

const LISTS = [
  '/disputes',
  '/disputes/export',
  '/disputes/drafts',
  '/cases',
  '/notifications',
  '/accounts',
  '/directory/organs',
  '/directory/people',
  '/settings/failed-deliveries',
  '/mediation/committees',
  '/mediation/mediators',
  '/mediation/tariffs',
  '/mediation/settlements',
];

/** That these were read is itself kept. */
const RECORDED = [
  '/disputes/export',
  '/files/:id',
  '/file-exports/:id/content',
  '/mediation/committees/export',
  '/mediation/mediators/export',
  '/mediation/settlements/:id/export',
];

describe.each(READING)('%s', (key) => {
  it('answers wrong ids and filters with a reason (4xx), never with an error of its own, and writes nothing', async () => {
    const { agent, call, route } = await prepared(key);
    const kept = RECORDED.includes(route.path) ? ['audit.entry', 'audit.chain'] : [];
    const before = await digest(t.database, kept);
    const faults = await wrongParams(agent, route, call);
    for (const query of LISTS.includes(route.path) ? PAGING : []) {
      faults.push(...faultOf(await send(agent, route, { ...call, query }), JSON.stringify(query), 422));
    }
    for (const query of WILD) {
      const answer = await send(agent, route, { ...call, query: { ...call.query, ...query } });
      if (answer.status >= 400) faults.push(...faultOf(answer, JSON.stringify(query)));
    }
    expect(faults).toEqual([]);
    expect(await digest(t.database, kept)).toEqual(before);
    const answer = await send(agent, route, call);
    expect(answer.status).toBe(200);
  });
});

/** Texts that are as good as any other to search for, or are refused; they do no harm either way. */
const TEXTS = [SQL, `%' OR '1'='1`, '\\', '%_', '\u0000', '\ud800', '🦀', `"' & | ! ( ) : *`, 'x'.repeat(5000)];
const WILD: readonly Record<string, string>[] = [
  ...['keyword', 'state', 'field', 'sort', 'action', 'light', 'scope', 'role'].flatMap((name) =>
    TEXTS.map((text) => ({ [name]: text })),
  ),
  { dueBefore: '2026-02-30' },
  { on: '2026-02-30' },
  { before: 'nobody' },
];

it('lists find nothing by SQL in a keyword, and the tables are still there', async () => {
  await given.dispute();
  const agent = await t.as('lian');
  for (const keyword of [SQL, `' OR 1=1 --`, `%' OR '%'='`]) {
    const answer = await agent.get(`/disputes?keyword=${encodeURIComponent(keyword)}`);
    expect([answer.status, (answer.body as { total?: number }).total]).toEqual([200, 0]);
  }
  expect((await agent.get('/disputes')).body).toMatchObject({ total: expect.any(Number) as number });
});

it('refuses an Idempotency-Key that is none (422) or was used for something else (409)', async () => {
  const agent = await t.as('lian');
  const body = await given.disputeRequest();
  for (const key of ['', 'x'.repeat(201), 'a b']) {
    expectRefusal(await agent.post('/disputes').set('idempotency-key', key).send(body), `key ${key}`, 422);
  }
  expect((await agent.post('/disputes').set('idempotency-key', 'one').send(body)).status).toBe(201);
  const other = { ...body, claims: '另一请求' };
  expectRefusal(await agent.post('/disputes').set('idempotency-key', 'one').send(other), 'another request', 409);
});

it('answers unknown addresses and methods as problems (404)', async () => {
  const agent = await t.as('lian');
  expectRefusal(await agent.get('/nothing'), 'no route', 404);
  expectRefusal(await agent.delete('/disputes'), 'no method', 404);
  expectRefusal(await agent.get('/disputes/%'), 'half an escape', 400);
});

async function prepared(key: string): Promise<{ agent: Agent; call: Call; route: Route }> {
  // Tests ask more often than anybody.
  await t.database.read('DELETE FROM platform.rate_limit');
  const route = routes.get(key)!;
  const spec = CALLS[key];
  if (!spec) return { agent: t.anonymous(), call: await PUBLIC_CALLS[key]!(given), route };
  const refs = await new Maker(given, { login: spec.as, unit: UNIT }).refs(spec.needs ?? []);
  return { agent: await t.as(spec.as), call: (await spec.call?.(refs, given)) ?? {}, route };
}

/** Wrong ids in the address, with everything else as it should be. */
async function wrongParams(agent: Agent, route: Route, call: Call): Promise<string[]> {
  const faults: string[] = [];
  for (const name of Object.keys(call.params ?? {})) {
    for (const value of ['nobody', '\u0000', SQL, '../../etc', '019a2b96-0000-7000-8000-000000000000']) {
      const wrong = { ...call, params: { ...call.params, [name]: value } };
      faults.push(...faultOf(await send(agent, route, wrong), addressOf(route, wrong)));
    }
  }
  return faults;
}

/** What an answer to something wrong is not as it must be; nothing if it is. */
function faultOf(answer: Response, what: string, status?: number): string[] {
  const body = answer.body as { code?: string; detail?: string; status?: number };
  const faults = [
    ...(answer.status >= 400 && answer.status < 500 ? [] : ['no refusal']),
    ...(status === undefined || answer.status === status ? [] : [`not ${status}`]),
    ...(answer.type === 'application/problem+json' && body.status === answer.status ? [] : ['no problem+json']),
    ...(/^[a-z-]+(\.[a-z-]+)+$/.test(body.code ?? '') ? [] : ['no code']),
    ...(/[\u4e00-\u9fff]/.test(body.detail ?? '') ? [] : ['no Chinese detail']),
  ];
  return faults.length === 0
    ? []
    : [`${what.slice(0, 100)}: ${answer.status} ${body.code ?? ''} (${faults.join(', ')})`];
}

function expectRefusal(answer: Response, what: string, status?: number): void {
  expect(faultOf(answer, what, status)).toEqual([]);
}
