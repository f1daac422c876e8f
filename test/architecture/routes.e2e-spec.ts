import { ROLE_PERMISSIONS } from '@app/identity';
import { newId, ROLES, type Id, type RoleCode } from '@app/kernel';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { startApp, type Agent, type TestApp } from '../support/app.js';
import { Given, OTHER_UNIT, UNIT, type GivenDispute } from '../support/given.js';
import { SamplePapersModule } from '../support/sample-papers.js';
import { CALLS, PUBLIC, type Call, type RouteCall } from './calls.js';
import { Maker, nowhere, REFS, type Refs } from './refs.js';
import { routesOf, send, type Route } from './route-table.js';

type Role = Exclude<RoleCode, 'system'>;

/** Somebody in each role; those of a unit are of {@link UNIT}. */
const PEOPLE: Readonly<Record<Role, string>> = {
  intake_officer: 'lian',
  case_handler: 'fuyi',
  panel_member: 'shenli',
  dept_head: 'kezhang',
  institution_head: 'juzhang',
  authority_head: 'quzhang',
  centre_staff: 'zhongxin',
  centre_manager: 'zhongxinzhuren',
  committee_chair: 'zhuren-yuhang',
  mediator: 'tiaojie-yuhang',
  dept_liaison: 'lianluo-wuchang',
  case_leader: 'lingdao1',
  unit_leader: 'fuze-wuchang',
  statistician: 'tongji',
  archivist: 'dangan',
  auditor: 'shenji',
  security_admin: 'anquan',
  sysadmin: 'xitong',
  applicant: 'shenqingren',
};
const EVERYBODY = Object.entries(PEOPLE) as [Role, string][];

let t: TestApp;
let given: Given;
let routes: Map<string, Route>;
/** Records of somebody who is in none of {@link PEOPLE}, about another unit. */
let foreign: Refs;
let foreignDispute: GivenDispute;
/** A dispute in which everybody who can take part does, with a case of each procedure. */
let own: { dispute: Id; party: Id; clock: Id; cases: Id[] };

beforeAll(async () => {
  t = await startApp({ extra: [SamplePapersModule] });
  given = new Given(t);
  routes = new Map(routesOf(t.app).map((route) => [route.key, route]));
  await addApplicant();
  own = await sharedDispute();
  await t.drain();
  foreign = await new Maker(given, { login: 'lian2', unit: OTHER_UNIT }).refs(REFS);
  foreignDispute = await given.dispute({ title: '外单位的争议' }, { by: 'lian2', unit: OTHER_UNIT });
  await given.reconsideration(foreignDispute.id);
});

afterAll(() => t.close());

describe('the route table', () => {
  it('has a call here for every route, and no call without a route', () => {
    const guarded = [...routes.values()].filter((r) => !r.isPublic).map((r) => r.key);
    expect(Object.keys(CALLS).sort()).toEqual(guarded.sort());
  });

  it('is public only where it is said here', () => {
    const open = [...routes.values()].filter((r) => r.isPublic).map((r) => r.key);
    expect(open.sort()).toEqual(PUBLIC);
  });

  it('has somebody for every role', () => {
    expect([...Object.keys(PEOPLE), 'system'].sort()).toEqual(Object.keys(ROLES).sort());
  });

  it('gives every permission to somebody', () => {
    const needed = new Set([...routes.values()].flatMap((r) => (r.permission ? [r.permission] : [])));
    const held = new Set<string>(Object.values(ROLE_PERMISSIONS).flat());
    expect([...needed].filter((permission) => !held.has(permission))).toEqual([]);
  });
});

describe.each(Object.keys(CALLS))('%s', (key) => {
  const spec = CALLS[key]!;

  it('refuses whoever is not logged in (401)', async () => {
    const call = await callOf(spec, nowhere());
    const route = routes.get(key)!;
    const anonymous = await send(t.anonymous(), route, call);
    const wrong = await send(t.anonymous(), route, call).set('authorization', `Bearer ${'A'.repeat(43)}`);
    const cookie = await send(t.anonymous(), route, call).set('cookie', `heyi_session=${'A'.repeat(43)}`);
    for (const answer of [anonymous, wrong, cookie]) expectProblem(answer, 401);
  });

  it('refuses every role without its permission (403)', async () => {
    const route = routes.get(key)!;
    const call = await callOf(spec, foreign);
    for (const [role, login] of EVERYBODY) {
      if (permits(role, route)) continue;
      expectProblem(await send(await t.as(login), route, call), 403, `${role} ${key}`);
    }
  });

  it('does not know foreign records, whoever asks (403, 404)', async () => {
    const route = routes.get(key)!;
    if (!/:(id|otherId|partyId|sessionId)\b/.test(route.path)) return; // names no record
    const everywhere = await callOf(spec, nowhere());
    const others = await callOf(spec, foreign);
    for (const [role, login] of EVERYBODY) {
      const agent = await t.as(login);
      expectHidden(await send(agent, route, everywhere), `${role} ${key} nowhere`);
      const mayKnow = spec.reach === 'district' || (spec.reach === 'scope' && seesAll(role));
      if (!mayKnow) expectHidden(await send(agent, route, others), `${role} ${key} foreign`);
    }
  });

  it('answers who may, on records of his own (2xx)', async () => {
    const refs = await new Maker(given, { login: spec.as, unit: UNIT }).refs(spec.needs ?? []);
    const answer = await send(await t.as(spec.as), routes.get(key)!, await callOf(spec, refs));
    expect(answer.status < 300 ? 'done' : [answer.status, answer.body]).toBe('done');
  });
});

describe('records under somebody else’s roof', () => {
  const mixed: [string, () => Promise<[string, Call]>][] = [
    ['a party of another dispute', () => Promise.resolve(['POST /disputes/:id/parties/:partyId/unmask', { params: { id: own.dispute, partyId: foreign.party }, body: { reason: '核对' } }])], // prettier-ignore
    ['a link that another dispute has', () => Promise.resolve(['DELETE /disputes/:id/links/:otherId', { params: { id: own.dispute, otherId: foreign.second } }])], // prettier-ignore
    ['a link to a dispute that does not exist', () => Promise.resolve(['POST /disputes/:id/links', { params: { id: own.dispute }, body: { disputeId: newId(), kind: 'OTHER', reason: '关联' } }])], // prettier-ignore
  ];

  it.each(mixed)('are not found: %s', async (_what, make) => {
    const [key, call] = await make();
    expectProblem(await send(await t.as('lian'), routes.get(key)!, call), 404);
  });

  it('are not found: a session of another account', async () => {
    const [row] = await t.database.read<{ id: Id }>(`SELECT id FROM identity.account WHERE login = 'zhongxin2'`);
    const call = { params: { id: row!.id, sessionId: foreign.accountSession } };
    const answer = await send(await t.as('anquan'), routes.get('DELETE /accounts/:id/sessions/:sessionId')!, call);
    expectProblem(answer, 404);
  });
});

describe('lists, counts and exports', () => {
  const scoped = EVERYBODY.filter(([role]) => holds(role, 'cases.view') && !seesAll(role));
  const all = EVERYBODY.filter(([role]) => seesAll(role));

  it('there are roles that see a part and roles that see all', () => {
    expect([scoped.length, all.length].map((n) => n >= 5)).toEqual([true, true]);
  });

  it.each(scoped)('%s sees his own disputes and cases, counted, and nothing foreign', async (_role, login) => {
    const agent = await t.as(login);
    const disputes = await everyPage(agent, '/disputes?status=ALL');
    const cases = await everyPage(agent, '/cases?');
    const mine = await disputesOf(login);
    expect(mine).toContain(own.dispute);
    expect([disputes.ids, disputes.total]).toEqual([mine, mine.length]);
    const myCases = await casesOf(mine);
    expect([cases.ids, cases.total]).toEqual([myCases, myCases.length]);
    for (const answer of [disputes, cases]) expectNothingForeign(answer.text);
  });

  it.each(scoped)('%s finds nothing foreign by number, word or respondent', async (_role, login) => {
    const agent = await t.as(login);
    const organ = await given.organId(OTHER_UNIT);
    for (const query of [
      `keyword=${encodeURIComponent(foreignDispute.number)}`,
      `keyword=${encodeURIComponent('外单位')}`,
      `respondentOrganId=${organ}`,
      `respondentOrganId=${organ}&count=exact`,
    ]) {
      const answer = await agent.get(`/disputes?status=ALL&${query}`);
      expect([answer.status, (answer.body as { total: number }).total]).toEqual([200, 0]);
    }
  });

  it.each(all)('%s sees all disputes, but nobody else’s drafts', async (_role, login) => {
    const answer = await everyPage(await t.as(login), '/disputes?status=ALL&count=exact');
    expect(answer.ids).toContain(foreignDispute.id);
    expect(answer.text).not.toContain(foreign.draft);
    if (!holds(_role, 'cases.export')) return;
    const file = await (await t.as(login)).get('/disputes/export?status=ALL').buffer().parse(binary);
    const cells = await cellsOf(file.body as Buffer);
    expect(cells).toContain(foreignDispute.number);
    expect(cells).not.toContain('他人的草稿');
  });

  it.each(EVERYBODY)('%s sees only his own drafts, messages and sessions', async (role, login) => {
    const agent = await t.as(login);
    if (holds(role, 'cases.register')) {
      const drafts = await agent.get('/disputes/drafts?size=100');
      expect(drafts.status).toBe(200);
      expect(drafts.text).not.toContain(foreign.draft);
    }
    const [messages, unread, sessions] = [
      await agent.get('/notifications?size=100'),
      await agent.get('/notifications/unread-count'),
      await agent.get('/me/sessions'),
    ];
    expect([messages.status, unread.status, sessions.status]).toEqual([200, 200, 200]);
    expect(messages.text).not.toContain(foreign.notification);
    expect(sessions.text).not.toContain(foreign.session);
    const [mine] = await t.database.read<{ n: number }>(
      'SELECT count(*) AS n FROM notifications.notification WHERE recipient_id = $1 AND read_at IS NULL',
      [await given.personId(login)],
    );
    expect((unread.body as { unread: number }).unread).toBe(mine!.n);
  });
});

describe('records of one’s own', () => {
  const readers = EVERYBODY.filter(([role]) => holds(role, 'cases.view'));

  it.each(readers)(
    '%s reads the dispute he takes part in, its history, cases, steps and reminders (200)',
    async (_role, login) => {
      const agent = await t.as(login);
      const paths = [
        `/disputes/${own.dispute}`,
        `/disputes/${own.dispute}/history`,
        `/clocks/${own.clock}/reminders`,
        ...own.cases.flatMap((id) => [`/cases/${id}`, `/cases/${id}/actions`]),
      ];
      for (const path of paths) expect([path, (await agent.get(path)).status]).toEqual([path, 200]);
    },
  );
});

async function callOf(spec: RouteCall, refs: Refs): Promise<Call> {
  return (await spec.call?.(refs, given)) ?? {};
}

function holds(role: Role, permission: string): boolean {
  return (ROLE_PERMISSIONS[role] as readonly string[]).includes(permission);
}

function permits(role: Role, route: Route): boolean {
  return holds(role, route.permission!);
}

function seesAll(role: Role): boolean {
  return holds(role, 'cases.view-all');
}

function expectProblem(answer: Response, status: number, what = ''): void {
  const { code, status: said } = answer.body as { code?: string; status?: number };
  expect({ what, status: answer.status, type: answer.type, said, coded: typeof code }).toEqual({
    what,
    status,
    type: 'application/problem+json',
    said: status,
    coded: 'string',
  });
}

function expectHidden(answer: Response, what: string): void {
  expectProblem(answer, answer.status === 403 ? 403 : 404, what);
}

/** A whole list, page by page: its ids, its total, and all that was answered. */
async function everyPage(agent: Agent, path: string): Promise<{ ids: Id[]; total: number; text: string }> {
  const ids: Id[] = [];
  let text = '';
  for (let page = 1; ; page++) {
    const answer = await agent.get(`${path}&size=100&page=${page}`);
    expect(answer.status).toBe(200);
    const { items, total } = answer.body as { items: { id: Id }[]; total: number };
    ids.push(...items.map((item) => item.id));
    text += answer.text;
    if (items.length < 100) return { ids: ids.sort(), total, text };
  }
}

function expectNothingForeign(text: string): void {
  const secrets = [...Object.values(foreign), foreignDispute.id, foreignDispute.number, '外单位的争议'];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

/** By the participants, not by the access rows the service asks. */
async function disputesOf(login: string): Promise<Id[]> {
  const rows = await t.database.read<{ id: Id }>(
    `SELECT DISTINCT p.dispute_id AS id FROM cases.participant p
     LEFT JOIN directory.post s ON s.organ_id = p.organ_id AND s.person_id = $1
     WHERE p.until IS NULL AND (p.person_id = $1 OR s.id IS NOT NULL) ORDER BY 1`,
    [await given.personId(login)],
  );
  return rows.map((row) => row.id);
}

async function casesOf(disputes: Id[]): Promise<Id[]> {
  const rows = await t.database.read<{ id: Id }>(
    'SELECT id FROM cases.case_file WHERE dispute_id = ANY ($1::uuid[]) ORDER BY 1',
    [disputes],
  );
  return rows.map((row) => row.id);
}

async function sharedDispute(): Promise<typeof own> {
  const dispute = await given.dispute({ tags: ['ADMIN_COMPENSATION'] });
  const reconsideration = await given.reconsideration(dispute.id);
  const mediation = await given.confirmedMediation(dispute);
  const ownership = await given.ownership(dispute.id);
  await given.step('quzhang', ownership, 'list', { basis: 'JOINT_MEETING', opinion: '同意列入' });
  const [clock] = await t.database.read<{ id: Id }>('SELECT id FROM deadlines.clock WHERE scope_id = $1 LIMIT 1', [
    dispute.id,
  ]);
  return {
    dispute: dispute.id,
    party: dispute.partyIds[0]!,
    clock: clock!.id,
    cases: [reconsideration, mediation, ownership],
  };
}

/** The demo has no applicants: somebody who may look at his own messages and nothing else. */
async function addApplicant(): Promise<void> {
  const [personId, organId] = [newId(), await given.organId(UNIT)];
  await t.database.read(`INSERT INTO directory.person (id, name) VALUES ($1, '测试申请人')`, [personId]);
  await t.database.read(
    `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order)
     VALUES ($1, $2, $3, 'applicant', '申请人', '2026-01-01', 0)`,
    [newId(), personId, organId],
  );
  await t.database.read(
    `INSERT INTO identity.account (id, person_id, login, password_hash, must_change_password)
     SELECT $1, $2, $3, password_hash, false FROM identity.account WHERE login = 'lian'`,
    [newId(), personId, PEOPLE.applicant],
  );
}

function binary(answer: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks)));
}

/** Every text of a workbook. */
async function cellsOf(file: Buffer): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text))));
  return texts.join('\n');
}
