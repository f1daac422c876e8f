import { CalendarStore } from '@app/deadlines';
import { instantOf, newId, type Id } from '@app/kernel';
import { Metrics } from '@app/platform';
import { heyiOn } from '../cli/heyi.js';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, UNIT, type GivenDispute } from '../support/given.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

interface ClockLine {
  id: Id;
  rule: string;
  state: string;
  dueOn: string;
  rawDueOn: string;
  provisional: boolean;
  light: string;
  remainingWorkingDays: number | null;
}

interface View {
  state: string;
  stateName: string;
  version: number;
  open: boolean;
  openedOn: string;
  closedOn: string | null;
  participants: object[];
  clocks: ClockLine[];
}

interface AsOf extends View {
  handlerName: string | null;
  documents: object[];
  history: { sentence: string; action: string }[];
}

let t: TestApp;
let story: Story;
let dispute: GivenDispute;
let id: Id;
/** The case as it was seen at each instant. */
const seen = new Map<string, View>();

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

const asOf = async (at: string, login = 'lian') =>
  (await t.as(login)).get(`/cases/${id}/as-of?at=${encodeURIComponent(at)}`);

const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

function facts({ state, stateName, version, open, openedOn, closedOn, participants }: View) {
  return { state, stateName, version, open, openedOn, closedOn, participants: sorted(participants) };
}

/** On that day, after everything that was due by then, this is done; then the case is looked at. */
async function on(day: string, time: string, work: () => Promise<unknown>): Promise<void> {
  await story.on(day, time);
  await work();
  const view = mustBe(200, await (await t.as('lian')).get(`/cases/${id}`)) as View;
  const at = instantOf(day, time).toISOString();
  const rebuilt = mustBe(200, await asOf(at)) as AsOf;
  expect(facts(rebuilt)).toEqual(facts(view));
  expect(rebuilt.clocks).toEqual(view.clocks);
  seen.set(at, view);
}

async function handOver(): Promise<void> {
  const row = mustBe(200, await (await t.as('lian')).get(`/disputes/${dispute.id}`)) as {
    version: number;
    handlerId: Id | null;
  };
  const officers = [await story.personId('lian'), await story.personId('lian2')];
  const personId = officers.find((officer) => officer !== row.handlerId)!;
  const body = { personId, reason: '工作调整', version: row.version };
  mustBe(200, await (await t.as('kezhang')).put(`/disputes/${dispute.id}/handler`).send(body));
}

async function loadYear(): Promise<void> {
  const days = ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12', '2027-03-18'];
  const year = {
    year: 2027,
    source: '测试用2027年放假安排（虚构）',
    days: days.map((date) => ({ date, working: false, name: '春节' })),
  };
  const agent = await t.as('xitong');
  const { hash } = mustBe(200, await agent.post('/calendar/years/preview').send(year)) as { hash: string };
  const applied = mustBe(200, await agent.post('/calendar/years/apply').send({ ...year, hash, reason: '通知公布' }));
  expect((applied as { counts: { changed: number } }).counts.changed).toBeGreaterThan(0);
  // Views may be made on a calendar a second old.
  await t.app.get(CalendarStore, { strict: false }).current();
}

describe('a case as of any moment', () => {
  it('is at every step what one sees of it then', async () => {
    await story.on('2026-11-24', '08:00');
    dispute = await story.dispute();
    await on('2026-11-24', '09:30', async () => (id = await story.reconsideration(dispute.id)));
    const [fuyi, shenli] = [await story.personId('fuyi'), await story.personId('shenli')];
    await on('2026-11-25', '09:00', () => story.step('lian', id, 'assign-reviewer', { reviewerId: fuyi }));
    await on('2026-11-25', '10:00', handOver);
    const notice = { kind: 'MATERIALS', items: ['补充身份证明'] };
    await on('2026-11-26', '09:00', () => story.step('lian', id, 'notify-correction', notice));
    const served = { method: 'DIRECT', on: '2026-11-26' };
    await on('2026-11-26', '10:00', () => story.step('lian', id, 'serve-correction-notice', served));
    await on('2026-12-03', '09:00', () => story.step('lian', id, 'receive-correction', { receivedOn: '2026-12-03' }));
    await on('2026-12-04', '09:00', () => story.step('lian', id, 'accept', { met: SEVEN }));
    const trial = { track: 'ORDINARY', handlerId: fuyi, memberIds: [shenli] };
    await on('2026-12-04', '10:00', () => story.step('kezhang', id, 'open-trial', trial));
    await on('2026-12-04', '11:00', () => story.step('fuyi', id, 'send-copy', { sentOn: '2026-12-04' }));
    const receipt = { method: 'DIRECT', on: '2026-12-04' };
    await on('2026-12-04', '12:00', () => story.step('fuyi', id, 'record-copy-receipt', receipt));
    await on('2026-12-19', '00:30', () => Promise.resolve());
    const suspension = { ground: 'S8', explanation: '须以另一案的审理结果为依据。' };
    await on('2026-12-21', '09:00', () => story.proposes('fuyi', id, 'suspend', suspension));
    await on('2026-12-21', '10:00', () => story.decides('juzhang', id, 'pass', '同意中止'));
    await on('2026-12-21', '11:00', () => story.decides('quzhang', id, 'pass', '同意'));
    await on('2027-02-02', '09:00', () => story.proposes('fuyi', id, 'resume', { explanation: '审结。', causeEnded: true })); // prettier-ignore
    await on('2027-02-02', '10:00', () => story.decides('juzhang', id, 'pass', '同意恢复'));
    await on('2027-02-02', '11:00', () => story.decides('quzhang', id, 'pass', '同意'));
    await on('2027-02-03', '09:00', loadYear);
    await on('2027-02-04', '09:00', () => story.proposes('fuyi', id, 'extend', { days: 30, reason: '案情复杂。' }));
    await on('2027-02-04', '10:00', () => story.decides('juzhang', id, 'pass', '同意延长'));
  });

  it('is later still what one saw then: state, version, participants, clocks with their dates and articles', async () => {
    expect(seen.size).toBeGreaterThan(15);
    for (const [at, view] of seen) {
      const rebuilt = mustBe(200, await asOf(at)) as AsOf;
      expect({ at, ...facts(rebuilt) }).toEqual({ at, ...facts(view) });
      expect(rebuilt.clocks.map(asStored)).toEqual(view.clocks.map(asStored));
    }
    const states = new Set([...seen.values()].flatMap((view) => view.clocks.map((clock) => clock.state)));
    expect([...states].sort()).toEqual(['CANCELLED', 'MET', 'RUNNING', 'SUSPENDED']);
  });

  it('tells what had been done until then, and who handled it', async () => {
    const early = mustBe(200, await asOf('2026-11-25T09:00:00+08:00')) as AsOf;
    expect(early.stateName).toBe('受理审查');
    expect(early.history.map((entry) => entry.action)).not.toContain('reconsideration.accept');
    expect(early.history[0]!.action).toBe('reconsideration.assign-reviewer');
    expect(early.handlerName).toBeTruthy();
    const late = mustBe(200, await asOf('2027-02-04T10:00:00+08:00')) as AsOf;
    expect(late.history.map((entry) => entry.action)).toContain('deadlines.recount-clock');
    expect(late.history.map((entry) => entry.sentence).join()).not.toMatch(/undefined|进行了操作/);
  });

  it('is not there before it was opened (404), in the future or without a zone (422), or for strangers (404)', async () => {
    const before = await asOf('2026-11-24T08:30:00+08:00');
    expect([before.status, (before.body as { code: string }).code]).toEqual([404, 'cases.not-yet-opened']);
    const future = await asOf('2027-02-05T09:00:00+08:00');
    expect([future.status, (future.body as { code: string }).code]).toEqual([422, 'cases.moment-in-future']);
    for (const at of ['2026-12-01', '2026-12-01T10:00:00', '2026-02-30T10:00:00Z', 'yesterday', ''])
      expect([at, (await asOf(at)).status]).toEqual([at, 422]);
    expect((await asOf('2026-12-01T10:00:00Z', 'lianluo-yuhang')).status).toBe(404);
    const nowhere = await (await t.as('lian')).get(`/cases/${newId()}/as-of?at=2026-12-01T10:00:00Z`);
    expect(nowhere.status).toBe(404);
  });
});

/** Of a clock that stands still, the due day is as if it went on that day, on today's calendar. */
function asStored({ light: _light, remainingWorkingDays: _days, dueOn, rawDueOn, provisional, ...clock }: ClockLine) {
  return clock.state === 'SUSPENDED' ? clock : { ...clock, dueOn, rawDueOn, provisional };
}

interface Proof {
  night: string;
  since: Date | null;
  cases: number;
  found: number;
  differences: { caseId: Id; field: string }[];
  endedAt: Date | null;
}

describe('the nightly proof', () => {
  const proofs = () =>
    t.database.read<Proof>(`SELECT night, since, cases, found, differences, ended_at AS "endedAt"
      FROM cases.rebuild_proof ORDER BY night`);
  const gauge = () =>
    t.app.get(Metrics, { strict: false }).registry.getSingleMetricAsString('heyi_rebuild_differences');
  const prove = async (day: string): Promise<Proof> => {
    t.clock.set(instantOf(day, '02:00'));
    await t.tick('cases.prove-rebuild');
    return (await proofs()).at(-1)!;
  };
  let clockId: Id;

  it('finds rows and trail equal, once a night, and keeps that it did', async () => {
    await t.tick('cases.prove-rebuild');
    expect(await proofs()).toEqual([]);
    expect(await prove('2027-02-05')).toMatchObject({ since: null, cases: 1, found: 0, differences: [] });
    await prove('2027-02-05');
    expect(await proofs()).toHaveLength(1);
    expect(await gauge()).toMatch(/heyi_rebuild_differences 0/);
    const [entry] = await t.database.read<{ detail: object }>(
      `SELECT detail FROM audit.entry WHERE action = 'cases.prove-rebuild'`,
    );
    expect(entry!.detail).toEqual({ night: '2027-02-05', all: true, cases: 1, differences: 0 });
  });

  it('finds what was changed past the trail, and names case and field', async () => {
    const [clock] = await t.database.read<{ id: Id }>(
      `UPDATE deadlines.clock SET due_on = due_on + 30 WHERE id = (SELECT id FROM deadlines.clock
         WHERE subject_id = $1 AND state = 'RUNNING' ORDER BY id LIMIT 1) RETURNING id`,
      [id],
    );
    clockId = clock!.id;
    await t.database.read(`UPDATE cases.case_file SET state = 'DECIDED' WHERE id = $1`, [id]);
    const expected = [
      { caseId: id, field: 'state' },
      { caseId: id, field: `clock ${clockId} dueOn` },
    ];
    expect(await prove('2027-02-06')).toMatchObject({ since: expect.any(Date) as Date, cases: 1, found: 2, differences: expected }); // prettier-ignore
    expect(await gauge()).toMatch(/heyi_rebuild_differences 2/);
    const cli = await heyiOn(t.databaseUrl, 'audit', 'rebuild');
    expect([cli.code, cli.out]).toEqual([
      1,
      `case=${id}  state\ncase=${id}  clock ${clockId} dueOn\n案件 1 件，不一致 2 处 / 1 cases, 2 differences\n`,
    ]);
  });

  it('goes on telling it, also if nothing moves, until it is put right; it repairs nothing', async () => {
    // As if the last proof had been long after everything.
    await t.database.read(`UPDATE cases.rebuild_proof SET started_at = now() + interval '1 day'`);
    expect(await prove('2027-02-07')).toMatchObject({ cases: 1, found: 2 });
    await t.database.read(`UPDATE deadlines.clock SET due_on = due_on - 30 WHERE id = $1`, [clockId]);
    await t.database.read(`UPDATE cases.case_file SET state = 'IN_TRIAL' WHERE id = $1`, [id]);
    await t.database.read(`UPDATE cases.rebuild_proof SET started_at = now() + interval '1 day'`);
    expect(await prove('2027-02-08')).toMatchObject({ cases: 1, found: 0 });
    await t.database.read(`UPDATE cases.rebuild_proof SET started_at = now() + interval '1 day'`);
    expect(await prove('2027-02-09')).toMatchObject({ cases: 0, found: 0 });
    expect(await prove('2027-03-08')).toMatchObject({ since: null, cases: 1 });
  });

  it('finds missing and added rows', async () => {
    const since = '2027-02-01';
    const [row] = await t.database.read<{ id: Id }>(
      `INSERT INTO cases.participant (id, dispute_id, case_id, role, person_id, since)
       VALUES ($1, $2, $3, 'case_handler', $4, $5) RETURNING id`,
      [newId(), dispute.id, id, await story.personId('fuyi2'), since],
    );
    await t.database.read('DELETE FROM reminders.reminder WHERE clock_id = $1', [clockId]);
    await t.database.read('DELETE FROM deadlines.clock WHERE id = $1', [clockId]);
    const { code, out } = await heyiOn(t.databaseUrl, 'audit', 'rebuild', '--case', id);
    expect([code, out.split('\n').slice(0, 2).sort()]).toEqual([1, [`case=${id}  clock ${clockId}`, `case=${id}  participant ${row!.id}`]]); // prettier-ignore
  });

  it('several workers at a time make one proof of a night', async () => {
    t.clock.set(instantOf('2027-03-20', '03:00'));
    await Promise.all([1, 2, 3].map(() => t.tick('cases.prove-rebuild')));
    const last = (await proofs()).filter((proof) => proof.night === '2027-03-20');
    expect(last).toMatchObject([{ cases: 1, found: 2, endedAt: expect.any(Date) as Date }]);
  });

  it('of no such case, or of what is no id, says so (1, 2)', async () => {
    expect((await heyiOn(t.databaseUrl, 'audit', 'rebuild', '--case', newId())).code).toBe(1);
    expect((await heyiOn(t.databaseUrl, 'audit', 'rebuild', '--case', UNIT)).code).toBe(2);
  });
});
