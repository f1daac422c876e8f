import { addDays, type Id } from '@app/kernel';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { digest } from '../support/digest.js';
import { Given, mustBe, UNIT } from '../support/given.js';

interface Settlement {
  id: Id;
  month: string;
  state: string;
  version: number;
  lines: number;
  totalFen: number;
  totalInCapitals: string;
  withoutTariff: number;
  organs: {
    organId: Id;
    name: string;
    payee: string;
    totalFen: number;
    mediators: { personId: Id; totalFen: number }[];
  }[];
}
interface Line {
  id: Id;
  kind: string;
  caseId: Id | null;
  caseNumber: string | null;
  personId: Id;
  result: string;
  complexity: string;
  payee: string;
  tariffId: Id | null;
  tariffFen: number | null;
  sharing: number;
  amountFen: number;
  endedOn: string;
  correctsId: Id | null;
  correctsMonth: string | null;
  reason: string | null;
}

let t: TestApp;
let given: Given;
/** Cases by what they are: of a mediator paid by the case, of an organisation under contract, of two mediators. */
let own: Id;
let organisations: Id;
let shared: Id;

beforeAll(async () => {
  t = await startApp();
  given = new Given(t);
  await paidByCase('tiaojie-yuhang');
  own = await returned('330110013-MC', 'zhuren-yuhang', ['tiaojie-yuhang'], 1);
  organisations = await returned('330110-N-shehui-01', 'zhuren-shehui-01', ['tiaojie-shehui-01'], 2);
  shared = await returned('330110013-MC', 'zhuren-yuhang', ['tiaojie-yuhang', 'tiaojie'], 1, { major: true });
  // Full time, by a committee without contract: earns nothing.
  await returned('330110012-MC', 'zhuren-cangqian', ['tiaojie-cangqian'], 1);
  // Turned away, and still open: nothing either.
  const rejected = await given.mediation((await given.dispute({}, { by: 'zhongxin' })).id);
  await given.step('zhongxin', rejected, 'review');
  await given.step('zhongxin', rejected, 'reject', { reason: 'OUT_OF_SCOPE', explanation: '不属于受理范围。' });
  await given.confirmedMediation(await given.dispute({}, { by: 'zhongxin' }));
});

afterAll(() => t.close());

const get = async (path: string, login = 'zhongxin') => (await t.as(login)).get(`/mediation${path}`);
const post = async (path: string, body: object, login = 'zhongxin') =>
  (await t.as(login)).post(`/mediation${path}`).send(body);
const codeOf = (answer: Response): [number, string] => [answer.status, (answer.body as { code: string }).code];
const build = async (month: string, login = 'zhongxin') =>
  mustBe(200, await post('/settlements', { month }, login)) as Settlement;
const view = async (id: Id, login = 'zhongxin') => mustBe(200, await get(`/settlements/${id}`, login)) as Settlement;
const linesOf = async (id: Id, login = 'zhongxin', query = '') =>
  (mustBe(200, await get(`/settlements/${id}/lines?size=100${query}`, login)) as { items: Line[] }).items;
const act = (id: Id, name: string, body: object, login = 'zhongxinzhuren') =>
  post(`/settlements/${id}/${name}`, body, login);

async function paidByCase(login: string): Promise<void> {
  const personId = await given.personId(login);
  await t.database.read(`UPDATE mediation.mediator_profile SET engagement = 'PER_CASE' WHERE person_id = $1`, [
    personId,
  ]);
}

/** A mediation that found no agreement after so many sessions, and went back to its source today. */
async function returned(
  code: string,
  chair: string,
  mediators: string[],
  sessions: number,
  over: object = {},
): Promise<Id> {
  // His own periods must not end within the term.
  const acted = { actOn: addDays(t.clock.today(), -4), actKnownOn: addDays(t.clock.today(), -3) };
  const dispute = await given.dispute(acted, { by: 'zhongxin' });
  const caseId = await given.mediation(dispute.id, { stage: 'DEPARTMENT', source: 'PARTY', ...over });
  await given.step('zhongxin', caseId, 'review');
  await given.step('zhongxin', caseId, 'take-on');
  for (const partyId of [...dispute.partyIds, await given.organId(UNIT)]) {
    const answer = { partyId, answer: 'AGREED', form: 'WRITTEN', answeredOn: t.clock.today() };
    await given.step('zhongxin', caseId, 'record-consent', answer);
  }
  await given.step('zhongxin', caseId, 'accept', {});
  const [organ] = await t.database.read<{ id: Id }>('SELECT id FROM directory.organ WHERE code = $1', [code]);
  await given.step('zhongxin', caseId, 'assign-committee', { committeeId: organ!.id });
  const mediatorIds = await Promise.all(mediators.map((login) => given.personId(login)));
  const presiding = mediatorIds.length > 1 ? { presidingId: mediatorIds[0] } : {};
  await given.step(chair, caseId, 'appoint-mediator', { mediatorIds, ...presiding, basis: 'LEFT_TO_CENTRE' });
  for (const login of mediators) await given.step(login, caseId, 'confirm-mediator', { noConflict: true });
  for (let held = 0; held < sessions; held += 1) await given.step(mediators[0]!, caseId, 'hold-session', session());
  await given.step(mediators[0]!, caseId, 'terminate', {
    reason: sessions > 0 ? 'TOO_FAR_APART' : 'OTHER',
    explanation: '不能达成协议。',
  });
  await given.step('zhongxin', caseId, 'return', { report: '未达成协议。', remediesTold: true });
  return caseId;
}

const session = () => ({
  heldOn: t.clock.today(),
  mode: 'ON_SITE',
  place: '调解室',
  rightsTold: true,
  identitiesChecked: true,
  open: false,
  minutes: '双方陈述意见。',
});

describe('a month', () => {
  it('is built from the cases closed in it: each line with its case, result, complexity and tariff', async () => {
    const built = await build('2026-11');
    expect(built).toMatchObject({ state: 'DRAFT', lines: 3, withoutTariff: 0, version: 1 });
    const lines = await linesOf(built.id);
    const of = (caseId: Id) => lines.find((line) => line.caseId === caseId);
    const common = { kind: 'CASE', result: 'NO_AGREEMENT', endedOn: '2026-11-24', sharing: 1 };
    expect(of(own)).toMatchObject({ ...common, complexity: 'SIMPLE', payee: 'MEDIATOR', amountFen: 100_00 });
    expect(of(organisations)).toMatchObject({
      ...common,
      complexity: 'ORDINARY',
      payee: 'ORGANISATION',
      amountFen: 150_00,
    });
    // Two mediators share; the centre's own, who is full time, is not paid his half.
    expect(of(shared)).toMatchObject({
      ...common,
      complexity: 'COMPLEX',
      tariffFen: 300_00,
      sharing: 2,
      amountFen: 150_00,
    });
    expect(built).toMatchObject({ totalFen: 400_00, totalInCapitals: '肆佰元整' });
    expect(built.organs.map((o) => [o.payee, o.totalFen])).toEqual([
      ['MEDIATOR', 250_00],
      ['ORGANISATION', 150_00],
    ]);
    expect((await (await t.as('zhongxin')).get(`/cases/${of(own)!.caseId}`)).status).toBe(200);
  });

  it('built by two at once is one month with the same lines', async () => {
    const answers = await Promise.all([build('2026-11'), build('2026-11', 'zhongxin2'), build('2026-11')]);
    expect(new Set(answers.map((a) => a.id)).size).toBe(1);
    expect((await linesOf(answers[0].id)).map((line) => line.amountFen).sort()).toEqual([10000, 15000, 15000]);
    const months = mustBe(200, await get('/settlements')) as { total: number };
    expect(months.total).toBe(1);
  });

  it('is not built before it has begun, and not approved before it is over', async () => {
    expect(codeOf(await post('/settlements', { month: '2026-12' }))).toEqual([422, 'mediation.month-not-begun']);
    expect(codeOf(await post('/settlements', { month: '2026-13' }))).toEqual([422, 'request.invalid']);
    const { id, version } = await build('2026-11');
    expect(codeOf(await act(id, 'approve', { version }))).toEqual([409, 'mediation.month-not-over']);
  });

  it('is seen by whoever settles; while it is a draft by nobody else', async () => {
    const { id } = await build('2026-11');
    for (const login of ['tiaojie-yuhang', 'zhuren-yuhang', 'lianluo-wuchang', 'fuyi', 'quzhang', 'tongji']) {
      for (const path of ['', '/lines', '/export'])
        expect([login, (await get(`/settlements/${id}${path}`, login)).status]).toEqual([login, 404]);
      expect((mustBe(200, await get('/settlements', login)) as { total: number }).total).toBe(0);
      expect((await post('/settlements', { month: '2026-11' }, login)).status).toBe(403);
    }
    expect((await get('/settlements', 'xitong')).status).toBe(403);
  });

  it('with a case for which the tariff has nothing is not approved', async () => {
    t.clock.set('2026-12-01T09:00:00+08:00');
    const { id } = await build('2026-11');
    await t.database.read('UPDATE mediation.settlement_line SET tariff_id = NULL WHERE case_id = $1', [own]);
    const { version, withoutTariff } = await view(id);
    expect(withoutTariff).toBe(1);
    expect(codeOf(await act(id, 'approve', { version }))).toEqual([409, 'mediation.tariff-missing']);
  });

  it('for which a case closed after it was built is built again before it is approved', async () => {
    const { id, version } = await build('2026-11');
    await t.database.read('DELETE FROM mediation.settlement_line WHERE case_id = $1', [own]);
    expect(codeOf(await act(id, 'approve', { version }))).toEqual([409, 'mediation.settlement-outdated']);
  });

  it('is approved by another than who built it, and only by the centre’s head', async () => {
    const mine = await build('2026-11', 'zhongxinzhuren');
    expect(codeOf(await act(mine.id, 'approve', { version: mine.version }))).toEqual([409, 'mediation.same-person']);
    const { id, version } = await build('2026-11');
    expect((await act(id, 'approve', { version }, 'zhongxin2')).status).toBe(403);
    expect(codeOf(await act(id, 'approve', { version: version - 1 }))).toEqual([
      409,
      'mediation.settlement.stale-version',
    ]);
    expect(codeOf(await act(id, 'freeze', { version }))).toEqual([409, 'mediation.settlement-not-approved']);
    const approved = mustBe(200, await act(id, 'approve', { version })) as Settlement;
    expect(approved).toMatchObject({ state: 'APPROVED', stateName: '已审核' });
    expect(codeOf(await post('/settlements', { month: '2026-11' }))).toEqual([409, 'mediation.settlement-approved']);
    const back = mustBe(200, await act(id, 'return', { version: approved.version, reason: '漏列案件' })) as Settlement;
    expect(back).toMatchObject({ state: 'DRAFT', approvedByName: null });
    expect((await act(id, 'approve', { version: back.version })).status).toBe(200);
  });

  it('once approved shows a mediator his own lines, a chair those of the committee, and others nothing', async () => {
    const [{ id }] = (mustBe(200, await get('/settlements')) as { items: [Settlement] }).items;
    expect((await linesOf(id, 'tiaojie-yuhang')).map((line) => line.caseId).sort()).toEqual([own, shared].sort());
    expect((await linesOf(id, 'zhuren-yuhang')).map((line) => line.caseId).sort()).toEqual([own, shared].sort());
    const mine = await view(id, 'tiaojie-shehui-01');
    expect(mine).toMatchObject({ lines: 1, totalFen: 150_00 });
    expect(mine.organs).toHaveLength(1);
    expect((await linesOf(id, 'zhuren-shehui-01')).map((line) => line.caseId)).toEqual([organisations]);
    const other = (await view(id)).organs.find((o) => o.payee === 'MEDIATOR')!.organId;
    expect(await linesOf(id, 'tiaojie-shehui-01', `&organId=${other}`)).toEqual([]);
    for (const login of ['tiaojie-cangqian', 'zhuren-shehui-02', 'lianluo-wuchang', 'fuyi', 'quzhang'])
      expect((await get(`/settlements/${id}`, login)).status).toBe(404);
  });

  it('frozen stays as it is, whoever asks', async () => {
    const [{ id, version }] = (mustBe(200, await get('/settlements')) as { items: [Settlement] }).items;
    const frozen = mustBe(200, await act(id, 'freeze', { version }, 'zhongxin')) as Settlement;
    expect(frozen.state).toBe('FROZEN');
    const before = await digest(t.database);
    const current = { version: frozen.version };
    const [line] = await linesOf(id);
    for (const answer of [
      await post('/settlements', { month: '2026-11' }),
      await act(id, 'approve', current),
      await act(id, 'return', { ...current, reason: '有误' }),
      await act(id, 'freeze', current),
      await act(id, 'corrections', { ...current, lineId: line!.id, differenceFen: 100, reason: '有误' }),
    ])
      expect(codeOf(answer)).toEqual([409, 'mediation.month-frozen']);
    expect(codeOf(await post('/tariffs', tariff({ validFrom: '2026-11-30' })))).toEqual([
      409,
      'mediation.month-frozen',
    ]);
    expect(await digest(t.database)).toEqual(before);
  });
});

describe('a correction', () => {
  let december: Settlement;
  let line: Line;

  it('is a line of a later month that refers to the earlier one and says why', async () => {
    const [november] = (mustBe(200, await get('/settlements')) as { items: [Settlement] }).items;
    line = (await linesOf(november.id)).find((l) => l.caseId === own)!;
    december = await build('2026-12');
    expect(december).toMatchObject({ lines: 0, totalInCapitals: '零元整' });
    const correction = { lineId: line.id, differenceFen: -40_00, reason: '会次登记有误' };
    december = mustBe(
      200,
      await act(december.id, 'corrections', { version: december.version, ...correction }, 'zhongxin'),
    ) as Settlement;
    expect(december).toMatchObject({ lines: 1, totalFen: -40_00, totalInCapitals: '负肆拾元整' });
    expect(await linesOf(december.id)).toMatchObject([
      { kind: 'CORRECTION', caseId: own, correctsId: line.id, correctsMonth: '2026-11', reason: '会次登记有误' },
    ]);
  });

  it.each<[string, (l: Line) => object, [number, string]]>([
    ['of nothing', (l) => ({ lineId: l.id, differenceFen: 0 }), [422, 'mediation.correction-nothing']],
    ['below zero', (l) => ({ lineId: l.id, differenceFen: -60_01 }), [422, 'mediation.correction-below-zero']],
    ['of no line', () => ({ lineId: '019a2b96-0000-7000-8000-000000000000', differenceFen: 1 }), [404, 'mediation.line.not-found']], // prettier-ignore
  ])('%s is refused', async (_what, body, expected) => {
    const { id, version } = await view(december.id);
    const answer = await act(id, 'corrections', { version, reason: '更正', ...body(line) }, 'zhongxin');
    expect(codeOf(answer)).toEqual(expected);
  });

  it('of a correction is refused, and so is one of the same month', async () => {
    const { id, version } = await view(december.id);
    const [correction] = await linesOf(id);
    const body = { version, lineId: correction!.id, differenceFen: 1, reason: '更正' };
    expect(codeOf(await act(id, 'corrections', body, 'zhongxin'))).toEqual([422, 'mediation.not-correctable']);
  });

  it('stays when the month is built again, and can be taken out of a draft', async () => {
    const again = await build('2026-12');
    expect(again.lines).toBe(1);
    const [correction] = await linesOf(again.id);
    const remove = async (version: number) =>
      (await t.as('zhongxin')).delete(
        `/mediation/settlements/${again.id}/corrections/${correction!.id}?version=${version}`,
      );
    expect((await remove(again.version - 1)).status).toBe(409);
    expect((await remove(again.version)).status).toBe(204);
    expect((await remove(again.version + 1)).status).toBe(404);
    expect((await view(again.id)).lines).toBe(0);
  });

  it('is not approved by who wrote it', async () => {
    const { id, version } = await view(december.id);
    const body = { version, lineId: line.id, differenceFen: 5_00, reason: '补足' };
    mustBe(200, await act(id, 'corrections', body, 'zhongxinzhuren'));
    t.clock.set('2027-01-04T09:00:00+08:00');
    const now = await build('2026-12');
    expect(codeOf(await act(id, 'approve', { version: now.version }))).toEqual([409, 'mediation.same-person']);
  });
});

const tariff = (over: object = {}) => ({
  stage: 'DEPARTMENT',
  matter: 'PENALTY',
  result: 'NO_AGREEMENT',
  complexity: 'SIMPLE',
  amountFen: 180_00,
  validFrom: '2027-01-01',
  reason: '区司法局结算办法（2027）',
  ...over,
});

describe('the tariff', () => {
  it('gets a new line, which ends the old; nobody edits one', async () => {
    const first = mustBe(201, await post('/tariffs', tariff())) as { id: Id };
    const later = tariff({ validFrom: '2027-06-01', amountFen: 200_00 });
    mustBe(201, await post('/tariffs', later));
    expect(codeOf(await post('/tariffs', later))).toEqual([422, 'mediation.tariff-not-later']);
    const list = async (on: string) =>
      (
        mustBe(200, await get(`/tariffs?on=${on}&size=100`)) as {
          items: { id: Id; amountFen: number; matter: string }[];
        }
      ).items;
    expect((await list('2027-05-31')).filter((l) => l.matter === 'PENALTY')).toMatchObject([{ id: first.id }]);
    expect((await list('2027-06-01')).filter((l) => l.matter === 'PENALTY')).toMatchObject([{ amountFen: 200_00 }]);
    expect((await post('/tariffs', tariff(), 'tiaojie')).status).toBe(403);
    expect((await get('/tariffs', 'tiaojie-shehui-01')).status).toBe(200);
  });

  it('of two lines at once takes one', async () => {
    const answers = await Promise.all(
      [1, 2].map((n) => post('/tariffs', tariff({ validFrom: '2028-01-01', amountFen: n }))),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([201, 422]);
  });

  it.each([{ amountFen: -1 }, { amountFen: 0.5 }, { stage: 'X' }, { matter: '' }, { validFrom: '2027-02-30' }])(
    'refuses %j',
    async (over) => {
      expect(codeOf(await post('/tariffs', tariff(over)))).toEqual([422, 'request.invalid']);
    },
  );

  it('is that of the day on which the case closed, and of its stage and matter before others', async () => {
    const caseId = await returned('330110-N-shehui-02', 'zhuren-shehui-02', ['tiaojie-shehui-02'], 1);
    const { id } = await build('2027-01');
    expect((await linesOf(id)).filter((l) => l.caseId === caseId)).toMatchObject([{ amountFen: 180_00 }]);
  });
});

it('a case is paid once: what a frozen month has, no other takes', async () => {
  await t.database.read(`UPDATE cases.case_file SET closed_on = '2026-12-15' WHERE id = $1`, [own]);
  expect((await linesOf((await build('2026-12')).id)).filter((l) => l.kind === 'CASE')).toEqual([]);
});

it('a contract that was over pays the organisation nothing', async () => {
  const [organ] = await t.database.read<{ id: Id }>(`SELECT id FROM directory.organ WHERE code = '330110-N-shehui-02'`);
  await t.database.read(
    `UPDATE mediation.committee_profile SET contract_until = '2027-01-04' WHERE committee_id = $1`,
    [organ!.id],
  );
  const lines = await linesOf((await build('2027-01')).id);
  // Its mediator is paid by the case all the same, himself.
  expect(lines).toMatchObject([{ payee: 'MEDIATOR' }]);
});

it('the workbook shows what is seen: lines, sums and the total in capitals', async () => {
  const { items } = mustBe(200, await get('/settlements')) as { items: Settlement[] };
  const { id } = items.find((s) => s.month === '2026-11')!;
  const textOf = async (login: string, query = ''): Promise<string> => {
    const answer = await (
      await t.as(login)
    )
      .get(`/mediation/settlements/${id}/export${query}`)
      .buffer()
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(mustBe(200, answer) as ExcelJS.Buffer);
    const rows: string[] = [];
    book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1).join('|')));
    return rows.join('\n');
  };
  const all = await textOf('zhongxin');
  expect(all).toContain('2026-11  已锁定');
  expect(all).toMatch(/合计\|.*400/);
  expect(all).toContain('合计（大写）|肆佰元整');
  expect(all.match(/小计/g)).toHaveLength(2);
  const [one] = await linesOf(id, 'tiaojie-shehui-01');
  expect((await textOf('zhongxin', `?personId=${one!.personId}`)).match(/小计/g)).toHaveLength(1);
  const mine = await textOf('tiaojie-shehui-01');
  expect(mine).toContain('合计（大写）|壹佰伍拾元整');
  expect(mine.match(/小计/g)).toHaveLength(1);
});

it('whoever is shut out of a dispute sees the amount, but not which case it is', async () => {
  await t.database.read(
    `INSERT INTO cases.exclusion (person_id, dispute_id, since, reason)
     SELECT $1, dispute_id, '2026-11-24', '回避' FROM cases.case_file WHERE id = $2`,
    [await given.personId('zhongxin2'), own],
  );
  const { items } = mustBe(200, await get('/settlements')) as { items: Settlement[] };
  const lines = await linesOf(items.find((s) => s.month === '2026-11')!.id, 'zhongxin2');
  expect(lines.filter((l) => l.caseId === null)).toMatchObject([{ caseNumber: null, amountFen: 100_00 }]);
});
