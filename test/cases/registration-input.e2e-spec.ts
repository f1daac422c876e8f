import { newId } from '@app/kernel';
import { disputeRequest, person, startRegistration, type RegistrationApp } from './registration-app.js';

let app: RegistrationApp;
let disputeId: string;

beforeAll(async () => {
  app = await startRegistration();
  const answer = await app.call('登记员甲', 'post', '/disputes').send(disputeRequest(app)).expect(201);
  disputeId = answer.body.id;
});
afterAll(() => app.close());

const TABLES = ['cases.dispute', 'cases.party', 'cases.access', 'audit.entry', 'platform.outbox', 'deadlines.clock'];

/** What is in the database, as far as a refused request must not touch it. */
async function footprint(): Promise<unknown> {
  const counts = TABLES.map((table) => `(SELECT count(*) FROM ${table})`).join(', ');
  return app.sql(`SELECT ${counts}, (SELECT last FROM documents.counter WHERE series = 'dispute') AS last`);
}

/** The answer is a refusal as every refusal is, and nothing was written. */
function mustBeProblem(answer: { status: number; body: Record<string, unknown>; type: string }, status: number): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status } });
  expect(answer.type).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ code: expect.any(String), detail: expect.stringMatching(/\p{Script=Han}/u) });
}

const applicants = (over: Record<string, unknown>) => ({ parties: [person(over)] });

const WRONG: [name: string, over: () => Record<string, unknown>, pointer: string][] = [
  ['a number for a text', () => ({ facts: 12 }), '#/facts'],
  ['a text for a number', () => ({ amount: '12' }), '#/amount'],
  ['a negative sum', () => ({ amount: -1 }), '#/amount'],
  ['three decimals', () => ({ amount: 1.234 }), '#/amount'],
  ['an object for a text', () => ({ claims: { a: 1 } }), '#/claims'],
  ['a list for a text', () => ({ actName: ['x'] }), '#/actName'],
  ['an unknown field', () => ({ status: 'REGISTERED' }), '#/status'],
  ['a number of its own', () => ({ number: '余争〔2026〕999号' }), '#/number'],
  ['an unknown field of a party', () => applicants({ idHash: 'x' }), '#/parties/0/idHash'],
  ['a day that does not exist', () => ({ receivedOn: '2026-02-30' }), '#/receivedOn'],
  ['a day in another form', () => ({ receivedOn: '2026/11/20' }), '#/receivedOn'],
  ['a time instead of a day', () => ({ actOn: '2026-11-02T00:00:00Z' }), '#/actOn'],
  ['a day in the future', () => ({ receivedOn: '2026-11-25' }), '#/receivedOn'],
  ['an act before the republic', () => ({ actOn: '0001-01-01' }), '#/actOn'],
  ['knowing before the act', () => ({ actKnownOn: '2026-11-01' }), '#/actKnownOn'],
  ['an unknown channel', () => ({ channel: 'FAX' }), '#/channel'],
  ['an unknown field code', () => ({ fieldCode: 'NOTHING' }), '#/fieldCode'],
  ['a transfer without its source', () => ({ channel: 'TRANSFER' }), '#/sourceOrganId'],
  ['an organ that does not exist', () => ({ respondentOrganId: newId() }), '#/respondentOrganId'],
  ['an id that is none', () => ({ respondentOrganId: '1; DROP TABLE' }), '#/respondentOrganId'],
  ['a person as organ', () => ({ respondentOrganId: app.ids['登记员甲'] }), '#/respondentOrganId'],
  ['a mediation centre as respondent', () => ({ respondentOrganId: app.ids['测试区调解中心'] }), '#/respondentOrganId'],
  ['an office of others', () => ({ organId: app.ids['测试区调解中心'] }), '#/organId'],
  ['a handler of another office', () => ({ handlerId: app.ids['中心人员戊'] }), '#/handlerId'],
  ['a NUL', () => ({ facts: '事实\u0000' }), '#/facts'],
  ['half a character', () => ({ title: '\ud83d' }), '#/title'],
  ['a control character in a name', () => applicants({ name: '甲\u0007' }), '#/parties/0/name'],
  ['a blank name', () => applicants({ name: '　 ' }), '#/parties/0/name'],
  ['only invisible characters', () => applicants({ name: '\u200b\u200b' }), '#/parties/0/name'],
  ['a name too long', () => applicants({ name: '甲'.repeat(101) }), '#/parties/0/name'],
  ['facts too long', () => ({ facts: '长'.repeat(10_001) }), '#/facts'],
  ['no parties', () => ({ parties: [] }), '#/parties'],
  ['too many parties', () => ({ parties: Array.from({ length: 201 }, () => ({})) }), '#/parties'],
  ['nothing as a party', () => ({ parties: [null] }), '#/parties/0'],
  ['a text as parties', () => ({ parties: '甲' }), '#/parties'],
  ['no applicant', () => applicants({ role: 'THIRD_PARTY' }), '#/parties'],
  ['an ID number of a wrong shape', () => applicants({ idType: 'ID_CARD', idNumber: '123' }), '#/parties/0/idNumber'],
  [
    'a birth date that does not exist',
    () => applicants({ idType: 'ID_CARD', idNumber: '110105199902301234' }),
    '#/parties/0/idNumber',
  ],
  [
    'a birth in the future',
    () => applicants({ idType: 'ID_CARD', idNumber: '110105203001011234' }),
    '#/parties/0/idNumber',
  ],
  ['a phone that is none', () => applicants({ phone: '12345' }), '#/parties/0/phone'],
  [
    'an agent of nobody',
    () => ({ parties: [person(), person({ role: 'AGENT', authority: 'GENERAL' })] }),
    '#/parties/1/actsFor',
  ],
  ['a party of another dispute', () => applicants({ id: newId() }), '#/parties/0/id'],
  ['tags that are no texts', () => ({ tags: [1] }), '#/tags'],
];

describe('a wrong request to register', () => {
  it.each(WRONG)('is refused with its pointer, and nothing written: %s', async (_, over, pointer) => {
    const body = disputeRequest(app, over());
    const before = await footprint();
    const answer = await app.call('登记员甲', 'post', '/disputes').send(body);
    mustBeProblem(answer, 422);
    expect((answer.body.errors as { pointer: string }[]).map((e) => e.pointer)).toContain(pointer);
    expect(await footprint()).toEqual(before);
  });

  it('is refused when malformed, too large, of another type, or without permission', async () => {
    const before = await footprint();
    const post = (who = '登记员甲') => app.call(who, 'post', '/disputes').set('content-type', 'application/json');
    mustBeProblem(await post().send('{"channel":'), 400);
    mustBeProblem(await post().send('[1,2]'), 422);
    mustBeProblem(await post().send('null'), 422);
    mustBeProblem(await post().send(JSON.stringify({ facts: 'x'.repeat(10 * 1024 * 1024) })), 413);
    mustBeProblem(await post().set('content-type', 'application/xml').send('x'), 415);
    mustBeProblem(await post('市监联络员').send(disputeRequest(app)), 403);
    mustBeProblem(await post().set('idempotency-key', 'two words').send(disputeRequest(app)), 422);
    expect(await footprint()).toEqual(before);
  });

  it('takes emoji, rare characters and SQL as the texts they are', async () => {
    const facts = `情况😀；'); DROP TABLE cases.dispute;-- ${'𠮷'} \\ % _`;
    const answer = await app
      .call('登记员甲', 'post', '/disputes')
      .send(disputeRequest(app, { facts, parties: [person({ name: '𠮷田·买买提' })] }))
      .expect(201);
    expect(answer.body.facts).toBe(facts);
    expect(answer.body.parties[0].name).toBe('𠮷田·买买提');
    const found = await app.call('登记员甲', 'get', `/disputes?keyword=${encodeURIComponent('𠮷田')}`).expect(200);
    expect(found.body.items.map((d: { id: string }) => d.id)).toEqual([answer.body.id]);
  });
});

describe('a wrong request about a dispute', () => {
  const ANY: [method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body: object | undefined][] = [
    ['get', '', undefined],
    ['patch', '', { version: 1, claims: 'x' }],
    ['post', '/close', { version: 1, reason: 'x' }],
    ['post', '/void', { version: 1, reason: 'x' }],
    ['get', '/history', undefined],
    ['post', '/parties/00000000-0000-7000-8000-000000000001/unmask', { reason: 'x' }],
    ['delete', '/links/00000000-0000-7000-8000-000000000001', undefined],
  ];

  it.each(ANY)('%s …%s answers 404 for another id, and 400 for what is no id', async (method, path, body) => {
    const before = await footprint();
    const call = (id: string) => app.call('登记员甲', method, `/disputes/${id}${path}`).send(body);
    mustBeProblem(await call(newId()), 404);
    mustBeProblem(await call("1'%20OR%201=1"), 400);
    expect(await footprint()).toEqual(before);
  });

  it('is refused with a version of the wrong type, or a stale one', async () => {
    const before = await footprint();
    const amend = (body: object) => app.call('登记员甲', 'patch', `/disputes/${disputeId}`).send(body);
    for (const version of ['1', 1.5, 0, null, undefined, {}]) mustBeProblem(await amend({ version, claims: 'x' }), 422);
    mustBeProblem(await amend({ version: 99, claims: 'x' }), 409);
    mustBeProblem(await amend({ version: 1, facts: null }), 422);
    expect(await footprint()).toEqual(before);
  });

  it('is refused with wrong filters', async () => {
    const LISTS = [
      'page=0',
      'page=x',
      'size=101',
      'size=-1',
      'sort=title',
      'sort=dueOn;DROP TABLE x',
      'sort=dueOn&status=CLOSED',
      'state=X',
      'light=purple',
      'dueBefore=2026-02-30',
      'respondentOrganId=x',
      'unknown=1',
      'keyword=a&keyword=b',
      `keyword=${'x'.repeat(51)}`,
      'keyword=a\u0000b',
      'scope=world',
      'count=never',
    ];
    for (const query of LISTS) mustBeProblem(await app.call('登记员甲', 'get', `/disputes?${encodeURI(query)}`), 422);
  });
});
