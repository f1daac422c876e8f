import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { OTHER_UNIT } from '../support/given.js';
import { OwnerStory, ORDER } from './owner-story.js';

interface NumberSeen {
  code: string;
  count: number;
  query: string;
}

interface Overview {
  lastLookAt: string | null;
  numbers: NumberSeen[];
  units: { unitId: Id; numbers: NumberSeen[] }[];
  resolutionRate: { value: string; numerator: number; denominator: number };
}

interface Lines {
  total: number;
  items: { caseId: Id; leaderId: Id; unitId: Id; state: string }[];
}

let t: TestApp;
let story: OwnerStory;
/** The unit leader of the other unit. */
let otherUnitLeader: { personId: Id; login: string };
const cases: Record<string, Id> = {};

const overviewOf = (login: string): Promise<Overview> => story.get(login, '/ownership/overview');
const linesOf = (login: string, query: string): Promise<Lines> =>
  story.get(login, `/ownership/lines?${query}&size=100`);
const counts = ({ numbers }: Overview): Record<string, number> =>
  Object.fromEntries(numbers.map(({ code, count }) => [code, count]));

/** Lines in every situation a number is about. */
beforeAll(async () => {
  t = await startApp();
  story = new OwnerStory(t);
  const unitId = await story.organId(OTHER_UNIT);
  [otherUnitLeader] = (await t.database.read<{ personId: Id; login: string }>(
    `SELECT p.person_id AS "personId", a.login FROM directory.post p JOIN identity.account a ON a.person_id = p.person_id
     WHERE p.organ_id = $1 AND p.role = 'unit_leader'`,
    [unitId],
  )) as [typeof otherUnitLeader];
  const elsewhere = { unitId, unitLeaderId: otherUnitLeader.personId, leaderId: await story.personId('lingdao2') };
  cases['late'] = await story.resolving();
  cases['struckOff'] = await story.resolving();
  await story.struckOff(cases['struckOff']);
  cases['unresolved'] = await story.resolving();
  const end = { ground: 'IRRECONCILABLE', explanation: '无法化解。', lessons: '早介入。' };
  await story.step('quzhang', cases['unresolved'], 'close-unresolved', end);
  cases['elsewhere'] = await story.listed(elsewhere);
  cases['idle'] = await story.resolving({ resolveBy: '2026-12-20' });
  await story.on('2026-12-21');
  cases['claimed'] = await story.resolving();
  await story.claimed(cases['claimed']);
  cases['ordered'] = await story.resolving();
  await story.step('lingdao1', cases['ordered'], 'issue-supervision', ORDER);
  cases['instructed'] = await story.resolving();
  await story.instruct('lingdao1', cases['instructed'], { content: '请抓紧。' });
  cases['fresh'] = await story.listed();
  const { id } = await story.dispute({ tags: ['KEY_LITIGATION'] });
  cases['proposed'] = await story.ownership(id, { leaderId: await story.personId('lingdao1') });
  await t.drain();
});

afterAll(() => t.close());

const READERS = ['lingdao1', 'lingdao2', 'fuze-wuchang', 'lianluo-wuchang', 'kezhang', 'juzhang', 'quzhang', 'fuyi'];

it.each(READERS)('%s: every number is exactly as long as the list it opens', async (login) => {
  const overview = await overviewOf(login);
  const all = [...overview.numbers, ...overview.units.flatMap(({ numbers }) => numbers)];
  for (const { code, count, query } of all) {
    const { total, items } = await linesOf(login, query);
    expect([code, query, total, items.length]).toEqual([code, query, count, count]);
  }
});

it('each situation is counted where it belongs', async () => {
  expect(counts(await overviewOf('kezhang'))).toMatchObject({
    owned: 7,
    proposed: 1,
    overdue: 3,
    yellow: 1,
    red: 1,
    supervisions: 1,
    instructions: 1,
    struckOff: 1,
    unresolved: 1,
    resolveOverdue: 1,
    idle: 3,
    toSign: 1,
  });
});

it('a leader sees his own, and nothing that is not on the list', async () => {
  const [mine, leaderId] = [await linesOf('lingdao1', ''), await story.personId('lingdao1')];
  expect(mine.items.every((line) => line.leaderId === leaderId)).toBe(true);
  expect(mine.items.map(({ caseId }) => caseId)).not.toContain(cases['proposed']);
  expect((await linesOf('lingdao2', '')).items.map(({ caseId }) => caseId)).toEqual([cases['elsewhere']]);
});

it('a unit sees its own; a mediator, another unit and an officer without cases none', async () => {
  const own = await linesOf(otherUnitLeader.login, '');
  expect(own.items.map(({ caseId }) => caseId)).toEqual([cases['elsewhere']]);
  expect((await linesOf('tiaojie-yuhang', '')).total).toBe(0);
  expect((await (await t.as('xitong')).get('/ownership/lines')).status).toBe(403);
});

it('what waits for a signature is asked of whom it waits for', async () => {
  const waiting = async (login: string) =>
    (await linesOf(login, 'show=toSign')).items.map(({ caseId }) => caseId).sort();
  expect(await waiting('lingdao1')).toEqual([cases['fresh']]);
  expect(await waiting('fuze-wuchang')).toEqual([cases['fresh'], cases['ordered']].sort());
  expect(await waiting('kezhang')).toEqual([cases['claimed']]);
  expect(await waiting('quzhang')).toEqual([cases['proposed']]);
});

it('the rate is struck off of struck off, unresolved and past the day to resolve by', async () => {
  expect((await overviewOf('kezhang')).resolutionRate).toEqual({ value: '33.3%', numerator: 1, denominator: 3 });
  expect((await overviewOf('lingdao2')).resolutionRate).toEqual({ value: '—', numerator: 0, denominator: 0 });
});

it('new and moved count from the last look, each reader’s own', async () => {
  const before = counts(await overviewOf('lingdao1'));
  expect(before['new']).toBeGreaterThan(0);
  const looked = await (await t.as('lingdao1')).post('/ownership/overview/looked');
  expect(looked.status).toBe(200);
  expect(counts(await overviewOf('lingdao1'))).toMatchObject({ new: 0, moved: 0 });
  expect(counts(await overviewOf('kezhang'))['new']).toBe(7);
  await story.on('2026-12-21', '10:30');
  await story.step('fuze-wuchang', cases['fresh']!, 'acknowledge-unit');
  const after = await overviewOf('lingdao1');
  expect([after.lastLookAt, counts(after)]).toMatchObject([expect.any(String), { new: 0, moved: 1 }]);
  expect((await linesOf('lingdao1', 'show=moved')).items).toMatchObject([{ caseId: cases['fresh'] }]);
});

it('filters add up: state, mark, leader and unit', async () => {
  const leaderId = await story.personId('lingdao2');
  expect((await linesOf('kezhang', `leaderId=${leaderId}`)).total).toBe(1);
  expect((await linesOf('kezhang', 'state=CANCELLED&mark=NONE')).items).toMatchObject([{ caseId: cases['struckOff'] }]);
  expect((await (await t.as('kezhang')).get('/ownership/lines?show=nothing')).status).toBe(422);
});

it('what waits too long for an approval, or stands still, is stuck', async () => {
  await story.on('2026-12-28');
  const stuck = (await linesOf('kezhang', 'show=awaiting')).items.map(({ caseId }) => caseId);
  expect(stuck).toEqual(expect.arrayContaining([cases['claimed'], cases['proposed']]));
  await t.database.read(
    `UPDATE deadlines.clock SET state = 'SUSPENDED', suspensions = '[{"from":"2026-10-01","to":null}]'
     WHERE subject_id = $1 AND rule = 'CO_RESOLVE'`,
    [cases['ordered']],
  );
  expect((await linesOf('kezhang', 'show=suspended')).items).toMatchObject([{ caseId: cases['ordered'] }]);
});
