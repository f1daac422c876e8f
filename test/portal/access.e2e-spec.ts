import { newId } from '@app/kernel';
import { symbols } from 'pino';
import { startApp, type TestApp } from '../support/app.js';
import { Given, mustBe, OTHER_UNIT, type Body } from '../support/given.js';
import { Citizen, SECRETS, type GivenReceipt } from '../support/portal.js';

let t: TestApp;
let given: Given;
let citizen: Citizen;
let receipt: GivenReceipt;

beforeAll(async () => {
  t = await startApp();
  given = new Given(t);
  citizen = new Citizen(given);
  receipt = await citizen.submitted();
});

beforeEach(() => t.database.read('DELETE FROM portal.access_failure'));
afterAll(() => t.close());

const WRONG = 'ABCD-EFGH-JKMN-PQRS';
const NOBODYS = '余政复〔2026〕777号';

/** What an answer tells, without what is its own alone. */
function told({ status, body, headers }: { status: number; body: unknown; headers: Record<string, string> }): unknown {
  const { traceId: _, ...said } = body as Body;
  return { status, said, names: Object.keys(headers).sort() };
}

describe('a wrong number and a wrong code', () => {
  it.each([
    ['/portal/track', {}],
    ['/portal/receipts', {}],
    ['/portal/requests', { kind: 'MEDIATION', text: '愿意调解。' }],
  ])('are answered alike and cost the same at %s', async (path, more) => {
    const call = (number: string, code: string) => citizen.agent.post(path).send({ number, code, ...more });
    const before = await written();
    const wrongCode = told(await call(receipt.caseNumber, WRONG));
    const between = await written();
    const wrongNumber = told(await call(NOBODYS, receipt.code));
    const after = await written();
    expect(wrongCode).toMatchObject({ status: 404, said: { code: 'portal.no-access' } });
    expect(wrongNumber).toEqual(wrongCode);
    expect([between - before, after - between]).toEqual([1, 1]);
  });

  it('lock the number there after five in a row, one that nobody has too; then the right code is as good as a wrong one', async () => {
    for (const number of [receipt.caseNumber, NOBODYS]) {
      const answers = [];
      for (let i = 0; i < 6; i++) answers.push(await citizen.track(number, WRONG));
      expect(answers.map((a) => a.status)).toEqual([404, 404, 404, 404, 429, 429]);
      expect(answers.at(-1)!.headers['retry-after']).toMatch(/^\d+$/);
    }
    const right = await citizen.track(receipt.caseNumber, receipt.code);
    expect([right.status, (right.body as Body)['code']]).toEqual([429, 'portal.locked']);
    // The register's number is another key to the same case, with a lock of its own.
    await t.database.read(`UPDATE portal.access_failure SET locked_until = now() - interval '1 second'`);
    expect((await citizen.track(receipt.caseNumber, receipt.code)).status).toBe(200);
    expect(await t.database.read('SELECT 1 FROM portal.access_failure WHERE locked_until > now()')).toEqual([]);
  });

  it('are forgotten after the right code', async () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) expect((await citizen.track(receipt.caseNumber, WRONG)).status).toBe(404);
      expect((await citizen.track(receipt.caseNumber, receipt.code)).status).toBe(200);
    }
  });

  it('are not locked out for the applicant by a stranger elsewhere: locks are by number and address', async () => {
    for (let i = 0; i < 6; i++) await citizen.track(receipt.caseNumber, WRONG);
    const [mine] = await t.database.read<{ n: number }>('SELECT count(*)::int AS n FROM portal.access_failure');
    expect(mine!.n).toBe(1);
    const [kept] = await t.database.read<{ text: string }>(
      `SELECT encode(key_hash, 'escape') AS text FROM portal.access_failure`,
    );
    expect(kept!.text).not.toContain('127.0.0.1');
  });
});

it('asks too much: 429 with Retry-After, by address', async () => {
  const answers = [];
  for (let i = 0; i < 125; i++)
    answers.push(await citizen.agent.post('/portal/receipts/verify').send({ number: NOBODYS, hash: 'a'.repeat(64) }));
  const refused = answers.filter((a) => a.status === 429);
  expect(answers.filter((a) => a.status === 200)).toHaveLength(120);
  expect(refused).toHaveLength(5);
  expect(refused[0]!.headers['retry-after']).toMatch(/^\d+$/);
});

describe('requests of a case', () => {
  let foreign: { caseId: string; requestId: string };

  beforeAll(async () => {
    const other = await citizen.submitted(
      await citizen.content({ respondentOrganId: await given.organId(OTHER_UNIT) }),
    );
    const made = mustBe(201, await citizen.act(other, 'MEDIATION', '愿意调解。')) as { id: string };
    foreign = { caseId: (await citizen.caseOf(other)).caseId, requestId: made.id };
  });

  const body = { version: 1, outcome: 'NOTED', reply: '已收悉。' };

  it.each([
    ['lianluo-wuchang', 404],
    ['tiaojie-yuhang', 404],
    ['quzhang', 403],
    ['tongji', 403],
  ])('are not there for %s, who does not take part or is no officer of it', async (login, status) => {
    const agent = await t.as(login);
    const { caseId, requestId } = foreign;
    expect((await agent.get(`/cases/${caseId}/requests`)).status).toBe(status);
    const settled = (await agent.post(`/cases/${caseId}/requests/${requestId}/settle`).send(body)).status;
    expect([status, 403]).toContain(settled);
    expect([status, 403]).toContain(
      (await agent.post(`/cases/${caseId}/online-application`).send({ reason: '核对' })).status,
    );
  });

  it('are not found under another case, nor where there is none', async () => {
    const { caseId } = await citizen.caseOf(receipt);
    const agent = await t.as('lian');
    for (const [of, id] of [
      [caseId, foreign.requestId],
      [caseId, newId()],
      [newId(), foreign.requestId],
    ] as const) {
      expect((await agent.post(`/cases/${of}/requests/${id}/settle`).send(body)).status).toBe(404);
    }
    expect((await agent.get(`/cases/${newId()}/requests`)).status).toBe(404);
    const offline = await given.reconsideration((await given.dispute()).id);
    expect((await agent.get(`/cases/${offline}/requests`)).body).toEqual([]);
    expect((await agent.post(`/cases/${offline}/online-application`).send({ reason: '核对' })).status).toBe(404);
  });
});

it('writes neither codes nor what was typed to the log, whatever goes wrong', async () => {
  const lines: string[] = [];
  const log = t.app.getHttpAdapter().getInstance().log as unknown as Record<symbol | string, unknown>;
  log[symbols.streamSym] = { write: (line: string) => lines.push(line) };
  log['level'] = 'trace';
  const draft = await citizen.draft();
  await citizen.save({ ...draft, version: 99 }, await citizen.content({ unexpected: SECRETS.name }));
  await citizen.submit(draft);
  await citizen.track(receipt.caseNumber, receipt.code);
  await citizen.track(receipt.caseNumber, `${receipt.code}X`);
  await citizen.act(receipt, 'MEDIATION', `${SECRETS.name}愿意调解，电话${SECRETS.phone}。`);
  log['level'] = 'silent';
  const text = lines.join('\n');
  expect(lines.length).toBeGreaterThan(5);
  expect(text).toContain('/api/v1/portal/track');
  const secrets = [...Object.values(SECRETS), receipt.code, receipt.code.replaceAll('-', ''), draft.code, draft.id];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

async function written(): Promise<number> {
  const [row] = await t.database.read<{ n: number }>(
    'SELECT coalesce(sum(failures), 0)::int AS n FROM portal.access_failure',
  );
  return row!.n;
}
