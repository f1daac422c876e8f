import type { Id } from '@app/kernel';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe } from '../support/given.js';
import { servedCase, type DecidedCase } from './decided.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: Story;
let made: DecidedCase;

const MAINTAIN = { kind: 'MAINTAIN', ground: 'LAWFUL', conclusion: '维持该处罚决定。', compensation: 'NONE' };

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
  made = await servedCase(story, MAINTAIN);
  await t.drain();
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

interface Clock {
  rule: string;
  state: string;
  dueOn: string;
}
async function reportClocks(): Promise<Clock[]> {
  const view = mustBe(200, await (await t.as('lian')).get(`/cases/${made.id}`)) as { clocks: Clock[] };
  return view.clocks.filter((each) => each.rule === 'RC_OPINION_REPORT');
}

async function letters(): Promise<Id[]> {
  const rows = await t.database.read<{ id: Id }>(
    'SELECT id FROM reconsideration.letter WHERE case_id = $1 ORDER BY id',
    [made.id],
  );
  return rows.map((row) => row.id);
}

describe('a case with nothing to be performed', () => {
  it('stays served, and its handler finds that at once', async () => {
    expect(await story.stateOf(made.id)).toBe('SERVED');
    expect(await t.database.read('SELECT 1 FROM reconsideration.performance_item')).toEqual([]);
  });
});

describe('letters of opinion', () => {
  it('are the authority’s, to an organ that exists', async () => {
    const input = { recipientOrganId: made.respondentId, content: '告知程序不规范，请予纠正。' };
    const nobody = await story.tries('quzhang', made.id, 'issue-opinion-letter', {
      ...input,
      recipientOrganId: made.dispute.partyIds[0],
    });
    expect([nobody.status, codeOf(nobody)]).toEqual([422, 'request.invalid']);
    expect(codeOf(await story.tries('juzhang', made.id, 'issue-opinion-letter', input))).toBe('cases.role-required');
    await story.step('quzhang', made.id, 'issue-opinion-letter', input);
    await story.step('quzhang', made.id, 'issue-opinion-letter', {
      recipientOrganId: await story.organId('五常街道'),
      content: '请规范协助执法行为。',
    });
    await story.step('juzhang', made.id, 'issue-suggestion', { ...input, content: '建议完善内部制度。' });
    expect(await letters()).toHaveLength(3);
  });

  it('run sixty days from receipt, each its own', async () => {
    const [first, second, suggestion] = await letters();
    const received = (letterId: Id | undefined, receivedOn: string) => ({ letterId, receivedOn });
    await story.step('fuyi', made.id, 'record-letter-receipt', received(first, '2026-11-24'));
    await story.on('2026-11-27');
    await story.step('fuyi', made.id, 'record-letter-receipt', received(second, '2026-11-27'));
    expect(
      codeOf(await story.tries('fuyi', made.id, 'record-letter-receipt', received(suggestion, '2026-11-27'))),
    ).toBe('reconsideration.letter-not-on-its-way');
    expect((await reportClocks()).map((each) => each.dueOn).sort()).toEqual(['2027-01-25', '2027-01-26']);
  });

  it('are reported on one by one: the other’s period goes on', async () => {
    await story.on('2027-01-20');
    const [first] = await letters();
    await story.step('fuyi', made.id, 'record-letter-report', {
      letterId: first,
      reportedOn: '2027-01-20',
      content: '已经纠正。',
    });
    expect((await reportClocks()).map((each) => each.state).sort()).toEqual(['MET', 'RUNNING']);
  });

  it('not reported on in time are ordered; the case is not closed before', async () => {
    await story.on('2027-01-27');
    const [, second] = await letters();
    await story.step('quzhang', made.id, 'order-performance', { targetId: second, days: 10, reason: '逾期未报告。' });
    expect((await story.clocksOf(made.id))['RC_ORDERED']).toMatchObject({ dueOn: '2027-02-08', state: 'RUNNING' });
    expect(codeOf(await story.tries('kezhang', made.id, 'close', { summary: '结案。' }))).toBe(
      'reconsideration.letter-report-pending',
    );
    await story.step('fuyi', made.id, 'record-letter-report', {
      letterId: second,
      reportedOn: '2027-01-27',
      content: '已经规范。',
    });
    expect((await story.clocksOf(made.id))['RC_ORDERED']).toMatchObject({ state: 'MET' });
  });
});

describe('the publication gate', () => {
  const tries = (name: string, input?: Record<string, unknown>, login = 'fuyi') =>
    story.tries(login, made.id, name, input);
  const publication = { publishedOn: '2027-01-27', channel: '区政府门户网站' };

  it('is shut until somebody has looked for what must not be seen', async () => {
    const decision = { decision: 'PARTIAL', originalActPublic: false, reason: '涉及个人隐私' };
    expect(codeOf(await tries('decide-publication', decision, 'juzhang'))).toBe('reconsideration.privacy-review-open');
    await story.step('fuyi', made.id, 'open-privacy-review');
    expect(codeOf(await tries('decide-publication', decision, 'juzhang'))).toBe('reconsideration.privacy-review-open');
    await story.step('fuyi', made.id, 'close-privacy-review', { redactions: ['NAME', 'HEALTH'], finding: '已隐去。' });
    expect(codeOf(await tries('decide-publication', { ...decision, decision: 'PUBLIC' }, 'juzhang'))).toBe(
      'reconsideration.publication-wider-than-act',
    );
    expect(codeOf(await tries('publish-decision', publication))).toBe('reconsideration.publication-not-decided');
    await story.step('juzhang', made.id, 'decide-publication', decision);
  });

  it('shuts again when the review is opened again', async () => {
    await story.step('fuyi', made.id, 'open-privacy-review');
    expect(codeOf(await tries('publish-decision', publication))).toBe('reconsideration.privacy-review-open');
    await story.step('fuyi', made.id, 'close-privacy-review', { redactions: ['NAME'], finding: '复核无误。' });
    await story.step('fuyi', made.id, 'publish-decision', publication);
    expect(codeOf(await tries('publish-decision', publication))).toBe('reconsideration.already-published');
  });
});

describe('enforcement against the applicant', () => {
  it('waits for the end of his period to sue, and is the organ’s if the act was upheld', async () => {
    const input = { partyId: made.dispute.partyIds[0], by: 'AUTHORITY', manner: 'COURT', content: '罚款未缴纳。' };
    expect(codeOf(await story.tries('quzhang', made.id, 'enforce-against-party', input))).toBe(
      'reconsideration.enforcer-wrong',
    );
    await story.step('quzhang', made.id, 'enforce-against-party', { ...input, by: 'RESPONDENT' });
    const fresh = await servedCase(story, MAINTAIN);
    const early = { ...input, by: 'RESPONDENT', partyId: fresh.dispute.partyIds[0] };
    expect(codeOf(await story.tries('quzhang', fresh.id, 'enforce-against-party', early))).toBe(
      'reconsideration.suit-period-running',
    );
  });
});
