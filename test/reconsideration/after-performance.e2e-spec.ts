import { newId, type Id } from '@app/kernel';
import { evidence, upload } from '../case-file/forms.js';
import { pdf } from '../case-file/samples.js';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe } from '../support/given.js';
import { REMAKE, servedCase, type DecidedCase } from './decided.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: Story;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

async function itemsOf(caseId: Id): Promise<{ id: Id; kind: string; state: string; dueOn: string | null }[]> {
  return t.database.read(
    `SELECT id, kind, state, due_on AS "dueOn" FROM reconsideration.performance_item WHERE case_id = $1 ORDER BY id`,
    [caseId],
  );
}

describe('a decision to make the act anew', () => {
  let made: DecidedCase;
  let id: Id;
  let itemId: Id;

  it('is under supervision once everybody is served, without anybody’s asking', async () => {
    made = await servedCase(story, REMAKE);
    id = made.id;
    expect(await story.stateOf(id)).toBe('SERVED');
    await t.drain();
    expect(await story.stateOf(id)).toBe('PERFORMANCE');
    // 60 days from 24 November are 23 January, a Saturday: Monday, the 25th. Ten working days are 8 December.
    expect(await story.clocksOf(id)).toMatchObject({
      RC_REMAKE: { dueOn: '2027-01-25', state: 'RUNNING' },
      RC_SUPERIOR: { dueOn: '2026-12-08', state: 'RUNNING' },
    });
    const [item, ...others] = await itemsOf(id);
    expect([item, others]).toMatchObject([{ kind: 'REMAKE', state: 'OPEN', dueOn: '2027-01-25' }, []]);
    itemId = item!.id;
    expect((await story.tries('fuyi', id, 'follow-up')).status).toBe(409);
  });

  it('is listed once, however often the event comes', async () => {
    await t.drain();
    expect(await itemsOf(id)).toHaveLength(1);
  });

  it('is copied to the superior department', async () => {
    await story.on('2026-11-26');
    await story.step('lian', id, 'copy-to-superior', {
      superior: '市教育局',
      sentOn: '2026-11-26',
      withLetters: false,
    });
    expect((await story.clocksOf(id))['RC_SUPERIOR']).toMatchObject({ state: 'MET' });
  });

  it('cannot be ordered before it is overdue; then it can, by the authority', async () => {
    const input = { targetId: itemId, days: 15, reason: '期限届满未重新作出行政行为。' };
    await story.on('2027-01-25');
    const early = await (
      await t.as('fuyi')
    )
      .post(`/cases/${id}/actions/order-performance/proposal`)
      .send({ version: await story.versionOf(id), input });
    expect(codeOf(early)).toBe('reconsideration.nothing-overdue');
    await story.on('2027-01-26');
    expect(
      codeOf(await story.tries('juzhang', id, 'interview-respondent', { on: '2027-01-26', content: '约谈' })),
    ).toBe('reconsideration.order-missing');
    await story.proposes('fuyi', id, 'order-performance', input);
    await story.decides('juzhang', id, 'pass', '同意');
    await story.decides('quzhang', id, 'pass', '同意');
    // 15 days from 26 January are 10 February; the calendar of 2027 is not known yet.
    expect((await story.clocksOf(id))['RC_ORDERED']).toMatchObject({ dueOn: '2027-02-10', state: 'RUNNING' });
    await story.step('juzhang', id, 'interview-respondent', { on: '2027-01-26', content: '约谈被申请人负责人。' });
    expect(codeOf(await story.tries('quzhang', id, 'order-performance', input))).toBe('reconsideration.order-running');
  });

  it('is not done by the same act again', async () => {
    await story.on('2027-02-03');
    const report = {
      itemId,
      outcome: 'FULL',
      performedOn: '2027-02-02',
      description: '重新作出处罚决定。',
      proofFileId: newId(),
      sameResult: true,
      sameFactsAndReasons: true,
    };
    expect(codeOf(await story.tries('fuyi', id, 'report-performance', report))).toBe(
      'reconsideration.remake-repeats-act',
    );
    const elsewhere = await story.tries('lianluo-jiaoyu', id, 'report-performance', { ...report, sameResult: false });
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([422, 'documents.file-not-of-case']);
    expect((elsewhere.body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe('#/input/proofFileId');
    expect(await itemsOf(id)).toMatchObject([{ state: 'OPEN' }]);
    const fields = evidence(made.dispute.partyIds[0]!);
    const proof = mustBe(201, await upload(await t.as('fuyi'), `/cases/${id}/files`, fields, await pdf(1))) as {
      id: Id;
    };
    const own = { ...report, sameResult: false, proofFileId: proof.id };
    await story.step('lianluo-jiaoyu', id, 'report-performance', own);
    expect(await itemsOf(id)).toMatchObject([{ state: 'REPORTED' }]);
    expect((await story.clocksOf(id))['RC_REMAKE']).toMatchObject({ state: 'RUNNING' });
  });

  it('is not closed before performance is looked into and publication decided', async () => {
    expect(codeOf(await story.tries('kezhang', id, 'close', { summary: '结案。' }))).toBe(
      'reconsideration.performance-pending',
    );
    await story.step('fuyi', id, 'confirm-performance', { itemId, outcome: 'DONE', finding: '核对新的决定书。' });
    expect(await story.clocksOf(id)).toMatchObject({ RC_REMAKE: { state: 'MET' }, RC_ORDERED: { state: 'MET' } });
    expect(codeOf(await story.tries('kezhang', id, 'close', { summary: '结案。' }))).toBe(
      'reconsideration.publication-undecided',
    );
  });

  it('is closed on the proposal of its handler, and archived within three months in the year of closing', async () => {
    await story.step('fuyi', id, 'open-privacy-review');
    await story.step('fuyi', id, 'close-privacy-review', { redactions: ['NAME'], finding: '已隐去。' });
    await story.step('juzhang', id, 'decide-publication', { decision: 'PUBLIC', originalActPublic: true });
    await story.proposes('fuyi', id, 'close', { summary: '被申请人已重新作出行政行为。' });
    expect(await story.decides('kezhang', id, 'pass', '同意结案')).toBe('CLOSED');
    expect((await story.clocksOf(id))['RC_ARCHIVE']).toMatchObject({ dueOn: '2027-05-03', state: 'RUNNING' });
    await story.on('2027-03-01');
    const entry = (title: string, volume = 'MAIN') => ({ title, volume, pages: 2 });
    const entries = [entry('行政复议申请书'), entry('行政复议决定书'), entry('送达回证'), entry('审理报告', 'SUB')];
    const file = { archiveNumber: '2027-XZFY-0001', year: 2027, entries };
    expect(codeOf(await story.tries('dangan', id, 'archive', { ...file, year: 2026 }))).toBe(
      'reconsideration.archive-year-wrong',
    );
    const mixed = [...entries, entry('集体讨论记录')];
    expect(codeOf(await story.tries('dangan', id, 'archive', { ...file, entries: mixed }))).toBe(
      'reconsideration.volumes-mixed',
    );
    expect(await story.step('dangan', id, 'archive', file)).toBe('ARCHIVED');
    const [row] = await t.database.read<{ closedOn: string; open: boolean }>(
      'SELECT closed_on AS "closedOn", open FROM cases.case_file WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ closedOn: '2027-02-03', open: false });
  });

  it('is linked to a suit of which the court gives notice, even from the archive; his period to sue ends', async () => {
    const link = {
      court: '杭州市中级人民法院',
      courtNumber: '（2027）浙01行初10号',
      plaintiffId: made.dispute.partyIds[0],
      noticedOn: '2027-03-01',
    };
    expect(await story.step('lian', id, 'link-litigation', link)).toBe('ARCHIVED');
    expect(codeOf(await story.tries('lian', id, 'link-litigation', link))).toBe(
      'reconsideration.litigation-already-linked',
    );
    expect((await story.clocksOf(id))['RC_SUE']).toMatchObject({ state: 'MET' });
    const events = await t.database.read(`SELECT 1 FROM platform.outbox WHERE name = 'reconsideration.sued'`);
    expect(events).toHaveLength(1);
    const [suit] = await t.database.read<{ role: string }>('SELECT role FROM reconsideration.litigation');
    expect(suit).toEqual({ role: 'SOLE' });
  });

  it('tells all of it in Chinese sentences', async () => {
    const history = (await story.historyOf(made.dispute.id)).join('\n');
    for (const words of [
      '进入履行监督',
      '责令在15日内履行',
      '核实履行情况：已履行',
      '结案',
      '归入2027年度',
      '应诉通知',
    ])
      expect(history).toContain(words);
    expect(history).not.toMatch(/undefined|null|\[object/);
  });
});

describe('a decision in collective discussion', () => {
  it('is kept with its record, and marked if it is late', async () => {
    const attendees = ['FOR', 'FOR', 'AGAINST'].map((vote, at) => ({ name: `参会${at}`, title: '副区长', vote }));
    const meeting = {
      mode: 'COLLECTIVE',
      opinion: '讨论通过',
      meetingOn: t.clock.today(),
      meetingRecord: '〔2027〕1号',
    };
    const { id } = await servedCase(story, REMAKE, '区教育局', { ...meeting, attendees });
    const [kept] = await t.database.read(
      'SELECT mode, overdue, meeting_record AS "meetingRecord", attendees FROM reconsideration.decision_record WHERE case_id = $1',
      [id],
    );
    expect(kept).toEqual({ mode: 'COLLECTIVE', overdue: false, meetingRecord: '〔2027〕1号', attendees });
  });
});
