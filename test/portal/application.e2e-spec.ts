import { newId } from '@app/kernel';
import { createHash } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { Given, mustBe, UNIT, type Body } from '../support/given.js';
import { Citizen, SECRETS, type GivenDraft, type GivenReceipt } from '../support/portal.js';

/** Tuesday, 24 November 2026, 23:40: after hours counts as the day all the same (AP-9). */
let t: TestApp;
let given: Given;
let citizen: Citizen;

beforeAll(async () => {
  t = await startApp({ at: '2026-11-24T23:40:00+08:00' });
  given = new Given(t);
  citizen = new Citizen(given);
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
const check = (draft: GivenDraft, body: Body = { own: [] }) =>
  citizen.agent.post(`/portal/drafts/${draft.id}/check`).set('x-portal-code', draft.code).send(body);

describe('what an applicant must know', () => {
  it('is there without a code: organs of a day, codes, rights and duties with their articles', async () => {
    const organs = mustBe(200, await citizen.agent.get('/portal/organs?on=2026-11-24')) as {
      name: string;
      kind: string;
    }[];
    expect(organs.length).toBeGreaterThan(20);
    expect(organs.filter((o) => o.kind.startsWith('MEDIATION'))).toEqual([]);
    const before = mustBe(200, await citizen.agent.get('/portal/organs?on=2020-01-01')) as { name: string }[];
    expect(before.map((o) => o.name)).not.toEqual(organs.map((o) => o.name));
    expect((await citizen.agent.get('/portal/organs?on=2026-02-30')).status).toBe(422);
    const codes = mustBe(200, await citizen.agent.get('/portal/codes')) as Record<string, unknown[]>;
    expect(Object.values(codes).map((list) => list.length > 5)).toEqual([true, true, true]);
    const rights = mustBe(200, await citizen.agent.get('/portal/rights')) as { kind: string; article: string }[];
    expect(new Set(rights.map((right) => right.kind))).toEqual(new Set(['RIGHT', 'DUTY', 'AID']));
    expect(rights.filter((right) => !/第\d+条/.test(right.article))).toEqual([]);
  });
});

describe('a draft', () => {
  it('may lack everything, is kept as it was written, and is encrypted', async () => {
    const draft = await citizen.draft({ claims: '' });
    const content = await citizen.content();
    expect((await citizen.save(draft, content)).body).toMatchObject({ version: 3, expiresOn: '2026-12-24' });
    const view = await citizen.agent.get(`/portal/drafts/${draft.id}`).set('x-portal-code', draft.code);
    expect(view.body).toMatchObject({ id: draft.id, version: 3, content });
    const [row] = await t.database.read<{ text: string }>(
      `SELECT encode(content, 'escape') || encode(code_hash, 'escape') AS text FROM portal.draft WHERE id = $1`,
      [draft.id],
    );
    for (const secret of [...Object.values(SECRETS), '处罚认定', draft.code.replaceAll('-', '')])
      expect(row!.text).not.toContain(secret);
  });

  it('is saved once of two at a time; the other has read an old version', async () => {
    const draft = await citizen.draft();
    const content = await citizen.content();
    const answers = await Promise.all([citizen.save(draft, content), citizen.save(draft, content)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('portal.draft.stale-version');
  });

  it('opens to its own code alone: another’s, none and an id of nobody are answered alike', async () => {
    const [draft, other] = [await citizen.draft(), await citizen.draft()];
    const body = { version: draft.version, content: {} };
    const shown = async (id: string, code: string) => {
      const answers = [
        await citizen.agent.get(`/portal/drafts/${id}`).set('x-portal-code', code),
        await citizen.agent.put(`/portal/drafts/${id}`).set('x-portal-code', code).send(body),
        await citizen.agent.post(`/portal/drafts/${id}/check`).set('x-portal-code', code).send({ own: [] }),
        await citizen.agent.post(`/portal/drafts/${id}/submit`).set('x-portal-code', code).send({ version: 2, declaration: true }), // prettier-ignore
      ];
      return answers.map(({ status, body: said }) => [status, said.code, said.detail]);
    };
    const wrong = await shown(draft.id, other.code);
    expect(wrong.map(([status, code]) => [status, code])).toEqual(Array(4).fill([404, 'portal.no-access']));
    expect(await shown(newId(), draft.code)).toEqual(wrong);
    expect((await citizen.agent.get(`/portal/drafts/${draft.id}`)).status).toBe(422);
    expect((await citizen.agent.delete(`/portal/drafts/${other.id}`).set('x-portal-code', other.code)).status).toBe(
      204,
    );
    expect((await citizen.agent.get(`/portal/drafts/${other.id}`).set('x-portal-code', other.code)).status).toBe(404);
  });

  it('goes when nobody has saved it for thirty days, and not before', async () => {
    const draft = await citizen.draft();
    const view = () => citizen.agent.get(`/portal/drafts/${draft.id}`).set('x-portal-code', draft.code);
    const rows = async () => (await t.database.read('SELECT 1 FROM portal.draft WHERE id = $1', [draft.id])).length;
    t.clock.set('2026-12-24T23:59:00+08:00');
    await t.tick('portal.expire-drafts');
    expect([(await view()).status, await rows()]).toEqual([200, 1]);
    t.clock.set('2026-12-25T00:01:00+08:00');
    expect([(await view()).status, await rows()]).toEqual([404, 1]);
    await t.tick('portal.expire-drafts');
    expect(await rows()).toBe(0);
    t.clock.set('2026-11-24T23:40:00+08:00');
  });
});

describe('the check', () => {
  it('says what is missing, where, and why; it invents nothing that the regulation no longer asks for', async () => {
    const draft = await citizen.draft({ applicants: [{ name: SECRETS.name }], agents: [{ name: '代理' }] });
    const found = mustBe(200, await check(draft)) as {
      complete: boolean;
      findings: { pointer: string; detail: string; severity: string }[];
    };
    expect(found.complete).toBe(false);
    const errors = found.findings.filter((f) => f.severity === 'error').map((f) => f.pointer);
    expect(errors.sort()).toEqual([
      '#/actName', '#/agents/0/authority', '#/agents/0/idNumber', '#/agents/0/matters', '#/agents/0/term',
      '#/applicants/0/address', '#/applicants/0/domicile', '#/applicants/0/idNumber', '#/applicants/0/phone', '#/applicants/0/sex',
      '#/claims', '#/facts', '#/matterCode', '#/respondentOrganId',
    ].sort()); // prettier-ignore
    expect(found.findings.filter((f) => !/[\u4e00-\u9fff]/.test(f.detail))).toEqual([]);
    const refused = await citizen.submit(draft);
    expect([refused.status, codeOf(refused)]).toEqual([422, 'portal.incomplete']);
    expect((refused.body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer)).toContain(
      '#/content/claims',
    );
    expect(await t.database.read(`SELECT 1 FROM cases.dispute WHERE channel = 'ONLINE'`)).toEqual([]);
  });

  it('finds a complete application complete, and counts the period to apply', async () => {
    const draft = await citizen.draft();
    const found = mustBe(200, await check(draft)) as Body;
    expect(found).toMatchObject({
      complete: true,
      duplicates: [],
      // 60 days from 5 November end on 4 January 2027.
      period: { dueOn: '2027-01-04', absoluteDueOn: '2031-11-03', inTime: true, article: '复议法 2023 第20条第1款' },
    });
  });

  it.each<[string, Body, Body]>([
    ['late', { actOn: '2026-08-01', actKnownOn: '2026-08-05' }, { dueOn: '2026-10-08', inTime: false }],
    [
      'not told of his right',
      { actOn: '2026-01-05', actKnownOn: '2026-01-06', rightsKnownOn: '2026-11-10' },
      { dueOn: '2027-01-06', inTime: true, article: '复议法 2023 第20条第3款' },
    ],
    [
      'failure to act',
      { matterCode: 'OMISSION', requestedOn: '2026-08-01', actOn: null, actKnownOn: null },
      { dueOn: '2026-11-30', inTime: true, article: '复议法 2023 第20条第1款；实施条例 2026 第24条' },
    ],
    [
      'more than five years',
      { actOn: '2021-11-01', actKnownOn: '2026-11-05' },
      { absoluteDueOn: '2026-11-02', inTime: false, article: '复议法 2023 第21条' },
    ],
    ['nothing known', { actOn: null, actKnownOn: null }, { dueOn: null, absoluteDueOn: null, inTime: null }],
  ])('warns of the period and stops nobody: %s', async (_what, over, period) => {
    // prettier-ignore
    const draft = await citizen.draft(await citizen.content(over));
    const found = mustBe(200, await check(draft)) as { complete: boolean; period: Body };
    expect(found.period).toMatchObject(period);
    expect(found.complete).toBe(true);
    expect(found.period['explanation']).toMatch(/[\u4e00-\u9fff]/);
  });

  it('finds the same matter only among applications whose code is shown', async () => {
    const first = await citizen.submitted();
    const draft = await citizen.draft();
    expect((await check(draft)).body).toMatchObject({ duplicates: [] });
    const own = { number: first.caseNumber, code: first.code };
    const found = (await check(draft, { own: [own] })).body as { duplicates: { number: string }[] };
    expect(found.duplicates.map((d) => d.number)).toEqual([first.caseNumber]);
    const other = await citizen.draft(await citizen.content({ actDocumentNo: '余五街罚〔2026〕902号' }));
    expect((await check(other, { own: [own] })).body).toMatchObject({ duplicates: [] });
    expect((await check(draft, { own: [{ ...own, code: draft.code }] })).status).toBe(404);
  });
});

describe('submitting', () => {
  it('registers once and opens one case, however often and from how many windows it is sent', async () => {
    const draft = await citizen.draft();
    const count = async () =>
      (await t.database.read<{ n: number }>('SELECT count(*)::int AS n FROM cases.dispute'))[0]!.n;
    const before = await count();
    const answers = await Promise.all([1, 2, 3, 4].map(() => citizen.submit(draft)));
    const receipts = answers.map((answer) => mustBe(200, answer) as GivenReceipt);
    expect(new Set(receipts.map((r) => JSON.stringify(r))).size).toBe(1);
    expect((await citizen.submit(draft)).body).toEqual(receipts[0]);
    expect(await count()).toBe(before + 1);
    expect(receipts[0]).toMatchObject({
      code: draft.code,
      receivedOn: '2026-11-24',
      receivedAt: '2026-11-24T15:40:00.000Z',
    });
    const { caseId, disputeId } = await citizen.caseOf(receipts[0]!);
    const seen = mustBe(200, await (await t.as('lian')).get(`/disputes/${disputeId}`)) as Body;
    expect(seen).toMatchObject({ channel: 'ONLINE', receivedOn: '2026-11-24', number: receipts[0]!.number });
    const file = mustBe(200, await (await t.as('lian')).get(`/cases/${caseId}`)) as { state: string; clocks: Body[] };
    expect(file.state).toBe('RECEIVED');
    // Five working days from the day it arrived, though after hours.
    expect(file.clocks.find((c) => c['rule'] === 'RC_REVIEW')).toMatchObject({
      startsOn: '2026-11-24',
      dueOn: '2026-12-01',
    });
  });

  it('hashes what was saved in its canonical form, which the applicant can do too', async () => {
    const draft = await citizen.draft(await citizen.content({ facts: '换个写法。\n第二行。', actDocumentNo: null }));
    const view = await citizen.agent.get(`/portal/drafts/${draft.id}`).set('x-portal-code', draft.code);
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.keys(value)
                .sort()
                .map((key) => [key, sorted((value as Body)[key])]),
            )
          : value;
    const text = JSON.stringify(sorted((view.body as { content: Body }).content));
    const receipt = mustBe(200, await citizen.submit(draft)) as GivenReceipt;
    expect(receipt.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect((await citizen.agent.get(`/portal/drafts/${draft.id}`).set('x-portal-code', draft.code)).status).toBe(404);
  });

  it('refuses what is not declared true, and a version that is not the last', async () => {
    const draft = await citizen.draft();
    const call = (body: Body) => citizen.agent.post(`/portal/drafts/${draft.id}/submit`).set('x-portal-code', draft.code).send(body); // prettier-ignore
    expect((await call({ version: 2, declaration: false })).status).toBe(422);
    expect((await call({ version: 2 })).status).toBe(422);
    expect(codeOf(await call({ version: 1, declaration: true }))).toBe('portal.draft.stale-version');
  });

  it('gives a receipt that is fetched with the code and verified without', async () => {
    const receipt = await citizen.submitted();
    const fetch = (number: string, code: string) => citizen.agent.post('/portal/receipts').send({ number, code });
    expect((await fetch(receipt.number, receipt.code.toLowerCase().replaceAll('-', ' '))).body).toEqual(receipt);
    expect((await fetch(receipt.caseNumber.replace('〔', '(').replace('〕', ')'), receipt.code)).body).toEqual(receipt);
    const verify = async (number: string, hash: string) =>
      mustBe(200, await citizen.agent.post('/portal/receipts/verify').send({ number, hash })) as Body;
    for (const number of [receipt.number, receipt.caseNumber])
      expect(await verify(number, receipt.hash)).toMatchObject({ genuine: true, receivedOn: '2026-11-24' });
    const forged = { genuine: false, receivedAt: null, receivedOn: null };
    expect(
      await verify(
        receipt.number,
        receipt.hash.replace(/^./, (c) => (c === '0' ? '1' : '0')),
      ),
    ).toEqual(forged);
    expect(await verify('余政复〔2026〕9999号', receipt.hash)).toEqual(forged);
    const other = await citizen.submitted();
    expect(
      await verify(other.number, (await citizen.submitted(await citizen.content({ facts: '另一份。' }))).hash),
    ).toEqual(forged);
  });

  it('takes many applicants with representatives, and refuses them without', async () => {
    const twelve = Array.from({ length: 12 }, (_, i) => ({
      name: `测试人${i}`,
      sex: 'FEMALE',
      idType: 'PASSPORT',
      idNumber: `E5000${10 + i}`,
      phone: '13900001234',
      domicile: '测试路1号',
      isRepresentative: i < 2,
    }));
    const none = await citizen.draft(
      await citizen.content({ applicants: twelve.map((a) => ({ ...a, isRepresentative: false })) }),
    );
    expect((await citizen.submit(none)).status).toBe(422);
    const receipt = await citizen.submitted(await citizen.content({ applicants: twelve, electionSigned: true }));
    const { disputeId } = await citizen.caseOf(receipt);
    const seen = mustBe(200, await (await t.as('lian')).get(`/disputes/${disputeId}`)) as { parties: unknown[] };
    expect(seen.parties).toHaveLength(12);
  });
});

it('leaves no personal data in events, jobs, the trail, messages and errors', async () => {
  const content = await citizen.content({ actDocumentNo: '余五街罚〔2026〕950号' });
  const receipt = await citizen.submitted(content);
  await citizen.act(receipt, 'WITHDRAWAL', `${SECRETS.name}请求撤回，电话${SECRETS.phone}。`);
  await t.drain();
  const kept = await t.database.read<{ text: string }>(
    `SELECT detail::text AS text FROM audit.entry UNION ALL SELECT payload::text FROM platform.outbox
     UNION ALL SELECT title || body FROM notifications.notification
     UNION ALL SELECT encode(content, 'escape') FROM portal.request UNION ALL SELECT encode(content, 'escape') FROM portal.submission`,
  );
  expect(kept.length).toBeGreaterThan(10);
  const text = kept.map((row) => row.text).join('\n');
  const found = [...Object.values(SECRETS), receipt.code, receipt.code.replaceAll('-', '')].filter((s) =>
    text.includes(s),
  );
  expect(found).toEqual([]);
  // The respondent reads of the applicant what the dispute shows of everybody, and no more.
  const { caseId } = await citizen.caseOf(receipt);
  const liaison = await (await t.as('lianluo-wuchang')).get(`/cases/${caseId}/requests`);
  expect([liaison.status, liaison.text.includes(SECRETS.phone), UNIT]).toEqual([403, false, UNIT]);
});
