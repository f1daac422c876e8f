import { HandlerRegistry, Metrics } from '@app/platform';
import { instantOf, newId, type CalendarDate, type Id } from '@app/kernel';
import { heyiOn } from '../cli/heyi.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe } from '../support/given.js';
import { codeOf } from '../reconsideration/trial-story.js';
import { IntegrityStory, type FindingSeen } from './support.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: IntegrityStory;

beforeAll(async () => {
  t = await startApp();
  story = new IntegrityStory(t);
});

afterAll(() => t.close());

interface RunSeen {
  id: Id;
  night: string | null;
  walked: number;
  endedAt: string | null;
}

const CHECK = 'clock-under-closed-case';
const runs = async () => mustBe(200, await (await t.as('xitong')).get('/integrity/runs')) as RunSeen[];
const night = (day: CalendarDate) => t.clock.set(instantOf(day, '02:00'));
const day = (of: CalendarDate) => t.clock.set(instantOf(of, '09:00'));

/** A clock under a closed mediation: the centre's to mend. */
async function fault(): Promise<{ subject: Id; disputeId: Id; mend: () => Promise<unknown> }> {
  const { id, disputeId } = await story.referred();
  const subject = await story.clockOf(id, 'MD_ACCEPT');
  await story.setOpen(id, false);
  return { subject, disputeId, mend: () => story.setOpen(id, true) };
}

async function findingOf(subject: Id, login = 'zhongxinzhuren', query = ''): Promise<FindingSeen | undefined> {
  return (await story.seenBy(login, `check=${CHECK}&${query}`)).find((finding) => finding.subjectId === subject);
}

async function inbox(login: string): Promise<{ kind: string; title: string; body: string }[]> {
  return (await story.inboxOf(login)).filter((message) => message.kind === 'integrity-found');
}

describe('a night', () => {
  let first: Awaited<ReturnType<typeof fault>>;

  it('has no run by day', async () => {
    await t.tick('integrity.check');
    expect(await runs()).toEqual([]);
  });

  it('has one run, however many workers there are', async () => {
    first = await fault();
    night('2026-11-25');
    await Promise.all([1, 2, 3].map(() => story.walk()));
    const [run, ...more] = await runs();
    expect(run).toMatchObject({ night: '2026-11-25', endedAt: expect.any(String) as string });
    expect([more, run!.walked > 0]).toEqual([[], true]);
    await Promise.all([1, 2].map(() => t.tick('integrity.check')));
    expect(await runs()).toHaveLength(1);
  });

  it('tells the owner once, in counts', async () => {
    const [message, ...more] = await inbox('zhongxinzhuren');
    expect(more).toEqual([]);
    expect(message).toMatchObject({ title: '数据核查新发现1项需要处理' });
    expect(message!.body).toContain('案件已办结，期限仍在计算 1项');
  });

  it('says nothing again of what was told, and counts it when something new comes', async () => {
    night('2026-11-26');
    await story.walk();
    expect(await inbox('zhongxinzhuren')).toHaveLength(1);
    await fault();
    night('2026-11-27');
    await story.walk();
    const messages = await inbox('zhongxinzhuren');
    expect(messages.map((m) => m.title)).toEqual(Array(2).fill('数据核查新发现1项需要处理'));
    expect(messages[1]!.body).toContain('共2项待您处理');
  });

  it('goes on where it was stopped', async () => {
    night('2026-11-28');
    for (let step = 0; step < 5; step += 1) await t.tick('integrity.check');
    const [before] = await runs();
    expect(before).toMatchObject({ night: '2026-11-28', endedAt: null });
    // Whoever was at it is gone; a claim is a lock, and lasts no longer than its transaction.
    day('2026-11-28');
    await story.walk();
    expect((await runs())[0]).toMatchObject({ id: before!.id, endedAt: expect.any(String) as string });
    expect(await findingOf(first.subject)).toMatchObject({ firstSeenOn: '2026-11-25', state: 'OPEN' });
  });

  it('resolves by itself what it does not find again, and begins anew what comes back', async () => {
    await first.mend();
    await story.check();
    expect(await findingOf(first.subject)).toBeUndefined();
    expect(await findingOf(first.subject, 'zhongxinzhuren', 'state=RESOLVED')).toMatchObject({ state: 'RESOLVED' });
    const [row] = await story.read<{ caseId: Id }>('SELECT subject_id AS "caseId" FROM deadlines.clock WHERE id = $1', [
      first.subject,
    ]);
    await story.setOpen(row!.caseId, false);
    await story.check();
    expect(await findingOf(first.subject)).toMatchObject({ firstSeenOn: '2026-11-28', state: 'OPEN' });
  });

  it('has a history whose every number opens its cases', async () => {
    const agent = await t.as('zhongxinzhuren');
    const days = mustBe(200, await agent.get(`/integrity/checks/${CHECK}/history?days=5`)) as {
      on: string;
      found: number;
    }[];
    expect(days).toEqual([
      { on: '2026-11-24', found: 0 },
      { on: '2026-11-25', found: 1 },
      { on: '2026-11-26', found: 1 },
      { on: '2026-11-27', found: 2 },
      { on: '2026-11-28', found: 2 },
    ]);
    for (const { on, found } of days) {
      expect(await story.seenBy('zhongxinzhuren', `check=${CHECK}&on=${on}`)).toHaveLength(found);
    }
    const checks = mustBe(200, await agent.get('/integrity/checks')) as { code: string; open: number; mine: number }[];
    for (const { code, open, mine } of checks) {
      expect(await story.seenBy('zhongxinzhuren', `check=${code}`)).toHaveLength(open);
      expect(await story.seenBy('zhongxinzhuren', `check=${code}&mine=true`)).toHaveLength(mine);
    }
  });

  it('is a gauge for each check', async () => {
    const metrics = await t.app.get(Metrics, { strict: false }).registry.metrics();
    expect(metrics).toContain(`heyi_integrity_findings{check="${CHECK}"} 2`);
    expect(metrics).toContain('heyi_integrity_findings{check="case-stuck"} 0');
  });
});

describe('a run that is asked for', () => {
  it('is the one under way, asked for twice', async () => {
    const begun = await Promise.all(
      ['kezhang', 'zhongxinzhuren', 'xitong'].map(async (login) => (await t.as(login)).post('/integrity/runs').send()),
    );
    const ids = begun.map((answer) => (mustBe(201, answer) as RunSeen).id);
    expect(new Set(ids).size).toBe(1);
    // A night waits until it has ended.
    night('2026-11-29');
    await t.tick('integrity.check');
    expect((await runs())[0]).toMatchObject({ id: ids[0], night: null });
    await story.walk();
    await story.walk();
    expect((await runs())[0]).toMatchObject({ night: '2026-11-29' });
  });

  it('is a command of the operator', async () => {
    const { code, out } = await heyiOn(t.databaseUrl, 'integrity', 'check');
    expect(code).toBe(1);
    expect(out).toContain('     2  clock-under-closed-case  案件已办结，期限仍在计算');
    expect(out).toContain('核查 ');
  });
});

describe('who sees what', () => {
  it('only what he may see of cases: who is shut out sees neither the finding nor its count', async () => {
    day('2026-12-01');
    const { subject, disputeId } = await fault();
    await story.check();
    const finding = (await findingOf(subject, 'kezhang'))!;
    const count = async () =>
      (mustBe(200, await (await t.as('kezhang')).get('/integrity/checks')) as { code: string; open: number }[]).find(
        (check) => check.code === CHECK,
      )!.open;
    const before = await count();
    await story.read('INSERT INTO cases.exclusion (person_id, dispute_id, since, reason) VALUES ($1, $2, $3, $4)', [
      await story.personId('kezhang'),
      disputeId,
      '2026-12-01',
      '回避',
    ]);
    expect(await findingOf(subject, 'kezhang')).toBeUndefined();
    expect(await count()).toBe(before - 1);
    const gone = await (await t.as('kezhang')).get(`/integrity/findings/${finding.id}`);
    expect([gone.status, codeOf(gone)]).toEqual([404, 'integrity.finding.not-found']);
    const days = await (await t.as('kezhang')).get(`/integrity/checks/${CHECK}/history?days=1`);
    expect(days.body).toEqual([{ on: '2026-12-01', found: before - 1 }]);
  });

  it('the system administrator sees the machinery’s findings by their ids, and no case', async () => {
    const { id, number } = await story.dispute();
    await story.read(`UPDATE cases.dispute SET next_due_on = '2027-06-30' WHERE id = $1`, [id]);
    await story.check();
    const [finding, ...more] = await story.seenBy('xitong', 'check=queue-out-of-order');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ subjectId: id, label: null, mine: true });
    expect(await story.seenBy('xitong', `check=${CHECK}`)).toEqual([]);
    const [same] = await story.seenBy('juzhang', 'check=queue-out-of-order');
    expect(same).toMatchObject({ id: finding!.id, label: number, mine: false });
  });

  it('nobody without the permission', async () => {
    for (const login of ['lian', 'tiaojie-yuhang', 'lianluo-wuchang', 'shenji'])
      expect((await (await t.as(login)).get('/integrity/findings')).status).toBe(403);
  });
});

describe('a finding that may stay as it is', () => {
  let finding: FindingSeen;
  let subject: Id;
  const accept = async (login: string, over: object = {}) =>
    (await t.as(login))
      .post(`/integrity/findings/${finding.id}/accept`)
      .send({ version: finding.version, reason: '等待法院裁定', until: '2026-12-05', ...over });

  it('is accepted by its owner alone, with a reason and a day not too far away', async () => {
    ({ subject } = await fault());
    await story.check();
    finding = (await findingOf(subject))!;
    const other = await accept('juzhang');
    expect([other.status, codeOf(other)]).toEqual([403, 'integrity.not-owner']);
    for (const over of [{ until: '2026-11-30' }, { until: '2027-07-01' }, { reason: ' ' }, { until: '12月5日' }])
      expect((await accept('zhongxinzhuren', over)).status).toBe(422);
    const nowhere = await (
      await t.as('zhongxinzhuren')
    )
      .post(`/integrity/findings/${newId()}/accept`)
      .send({ version: 1, reason: '等待', until: '2026-12-05' });
    expect(nowhere.status).toBe(404);
    expect(await findingOf(subject)).toMatchObject({ state: 'OPEN', version: finding.version });
  });

  it('by two at once: one wins, the other is told', async () => {
    const answers = await Promise.all([accept('zhongxinzhuren'), accept('zhongxinzhuren')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await findingOf(subject, 'zhongxinzhuren', 'state=ACCEPTED')).toMatchObject({ acceptedUntil: '2026-12-05' });
  });

  it('stays accepted until that day, and is open again after it, told anew', async () => {
    const before = (await inbox('zhongxinzhuren')).length;
    night('2026-12-05');
    await story.walk();
    expect(await findingOf(subject)).toBeUndefined();
    const between = (await inbox('zhongxinzhuren')).length;
    night('2026-12-06');
    await story.walk();
    expect(await findingOf(subject)).toMatchObject({ state: 'OPEN' });
    expect((await inbox('zhongxinzhuren')).length).toBe(between + 1);
    expect(between).toBeLessThanOrEqual(before + 1);
  });

  it('is accepted by who stands in for its owner, while he does', async () => {
    finding = (await findingOf(subject))!;
    const [owner, cover] = await Promise.all(['zhongxinzhuren', 'juzhang'].map((login) => story.personId(login)));
    const until = { until: '2026-12-08' };
    expect((await accept('juzhang', until)).status).toBe(403);
    // He shares an organ with whom he stands in for.
    await story.read(
      `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order)
       SELECT $1, $3, p.organ_id, 'centre_manager', '副主任', '2026-01-01', 9 FROM directory.post p WHERE p.person_id = $2`,
      [newId(), owner, cover],
    );
    await story.read(
      `INSERT INTO directory.absence (id, person_id, from_on, until_on, cover_id, reason, created_by)
       VALUES ($1, $2, '2026-12-05', '2026-12-08', $3, '年休假', $2)`,
      [newId(), owner, cover],
    );
    expect((await accept('juzhang', until)).status).toBe(200);
    night('2026-12-09');
    await story.walk();
    expect(await findingOf(subject)).toMatchObject({ state: 'OPEN' });
  });

  it('cannot be accepted once it is mended', async () => {
    const [row] = await story.read<{ caseId: Id }>('SELECT subject_id AS "caseId" FROM deadlines.clock WHERE id = $1', [
      subject,
    ]);
    finding = (await findingOf(subject))!;
    await story.setOpen(row!.caseId, true);
    await story.check();
    const late = await accept('zhongxinzhuren', { until: '2026-12-20' });
    expect([late.status, codeOf(late)]).toEqual([409, 'integrity.finding-resolved']);
  });
});

describe('the figure of a check', () => {
  const put = async (code: string, body: object) =>
    (await t.as('xitong')).put(`/settings/integrity-checks/${code}`).send(body);

  it('is the district’s, from the next run on', async () => {
    const { id } = await story.dispute();
    await story.read(`UPDATE cases.dispute SET registered_on = registered_on - 10 WHERE id = $1`, [id]);
    const found = async () => (await story.seenBy('kezhang', 'check=dispute-without-case')).map((f) => f.subjectId);
    await story.check();
    expect(await found()).not.toContain(id);
    expect((await put('dispute-without-case', { amount: 9, version: 0, reason: '加快分流' })).status).toBe(200);
    await story.check();
    expect(await found()).toContain(id);
  });

  it('of no such check, or one without a figure, is not found; a stale version is refused; nonsense too', async () => {
    expect((await put('nothing', { amount: 9, version: 0, reason: '加快' })).status).toBe(404);
    expect((await put(CHECK, { amount: 9, version: 0, reason: '加快' })).status).toBe(404);
    expect((await put('dispute-without-case', { amount: 8, version: 0, reason: '加快' })).status).toBe(409);
    for (const amount of [-1, 1001, 1.5, '九'])
      expect((await put('dispute-without-case', { amount, version: 1, reason: '加快' })).status).toBe(422);
  });
});

it('a tick of the worker runs under its name', () => {
  expect(t.app.get(HandlerRegistry, { strict: false }).ticks.map((tick) => tick.name)).toContain('integrity.check');
});
