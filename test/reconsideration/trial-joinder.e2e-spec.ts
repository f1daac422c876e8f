import { startApp, type TestApp } from '../support/app.js';
import { person } from '../support/given.js';
import { codeOf, TrialStory, type TriedCase } from './trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: TrialStory;
let lead: TriedCase;
let joined: TriedCase;

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
});

afterAll(() => t.close());

const GROUND = { ground: 'SEVERAL_APPLICANTS', reason: '同一执法行动中的处罚。' };

describe('thirteen applicants against one operation: twelve in one case, with representatives, one in another', () => {
  it('are joined by the institution; the case that leads is not joined itself', async () => {
    const twelve = Array.from({ length: 12 }, (_, i) => person(900 + i, { isRepresentative: i < 2 }));
    lead = await story.inTrial({ parties: twelve }, {}, { electionSigned: true });
    joined = await story.inTrial({ parties: [person(950)] });
    await story.byInstitution(lead.id, 'join-cases', { ...GROUND, caseIds: [joined.id] });
    expect((await story.trialOf(joined.id))['joinder']).toMatchObject([{ leadCaseId: lead.id, separatedOn: null }]);
    const back = await story.tries('juzhang', joined.id, 'join-cases', { ...GROUND, caseIds: [lead.id] });
    expect(codeOf(back)).toBe('reconsideration.already-joined');
    const third = await story.inTrial();
    const again = await story.tries('juzhang', third.id, 'join-cases', { ...GROUND, caseIds: [joined.id] });
    expect([again.status, codeOf(again)]).toEqual([409, 'reconsideration.case-not-joinable']);
    const nowhere = await story.tries('juzhang', third.id, 'join-cases', { ...GROUND, caseIds: [third.dispute.id] });
    expect(nowhere.status).toBe(404);
  });

  it('are told on each case what was done in the one that leads', async () => {
    await story.heardOut(lead, '2026-11-24');
    expect((await story.historyOf(joined.dispute.id)).join('\n')).toContain(
      `随主案${await story.numberOf(lead.id)}：收到被申请人书面答复和证据`,
    );
  });

  it('are decided by one document, which is that of each case', async () => {
    expect(codeOf(await story.tries('quzhang', joined.id, 'decide-with-lead', { opinion: '同意' }))).toBe(
      'reconsideration.lead-not-decided',
    );
    expect(codeOf(await story.tries('fuyi', joined.id, 'start-drafting', { report: '审理报告。' }))).toBe(
      'reconsideration.decided-with-lead',
    );
    await story.decided(lead.id);
    expect(await story.step('quzhang', joined.id, 'decide-with-lead', { opinion: '同意' })).toBe('DECIDED');
    expect((await story.clocksOf(joined.id))['RC_DECIDE']).toMatchObject({ state: 'MET' });
    const [draft] = await t.database.read<{ kind: string; state: string }>(
      'SELECT kind, state FROM reconsideration.draft WHERE case_id = $1',
      [joined.id],
    );
    expect(draft).toEqual({ kind: 'REVOKE', state: 'DECIDED' });
  });

  it('may be separated again, and then goes its own way', async () => {
    const one = await story.inTrial();
    const two = await story.inTrial();
    await story.byInstitution(one.id, 'join-cases', { ...GROUND, caseIds: [two.id] });
    await story.byInstitution(two.id, 'separate-case', { reason: '争议焦点不同。' });
    expect(codeOf(await story.tries('quzhang', two.id, 'decide-with-lead', { opinion: '同意' }))).toBe(
      'reconsideration.not-joined',
    );
    expect(codeOf(await story.tries('fuyi', two.id, 'start-drafting', { report: '审理报告。' }))).toBe(
      'reconsideration.reply-missing',
    );
  });
});

describe('two joinders at once', () => {
  it('cannot join two cases each with the other', async () => {
    const [one, two] = [await story.inTrial(), await story.inTrial()];
    const [there, back] = await Promise.all([
      story.tries('juzhang', one.id, 'join-cases', { ...GROUND, caseIds: [two.id] }),
      story.tries('juzhang', two.id, 'join-cases', { ...GROUND, caseIds: [one.id] }),
    ]);
    expect([there.status, back.status].sort()).toEqual([200, 409]);
  });
});

describe('a third party', () => {
  it('takes part when admitted, and is no party when refused', async () => {
    const neighbour = person(970, { role: 'THIRD_PARTY' });
    const tried = await story.inTrial({ parties: [person(969), neighbour] });
    const partyId = tried.dispute.partyIds[1];
    const refusal = { partyId, way: 'APPLIED', interest: '相邻商铺', outcome: 'REFUSED' };
    expect(codeOf(await story.tries('juzhang', tried.id, 'decide-third-party', refusal))).toBe(
      'reconsideration.refusal-without-reason',
    );
    await story.byInstitution(tried.id, 'decide-third-party', { ...refusal, reason: '无利害关系。' });
    const views = { partyId, method: 'PHONE', heardOn: '2026-11-24' };
    expect(codeOf(await story.tries('fuyi', tried.id, 'record-opinion', views))).toBe('reconsideration.party-unknown');
    await story.byInstitution(tried.id, 'decide-third-party', { ...refusal, outcome: 'ADMITTED' });
    await story.step('fuyi', tried.id, 'record-opinion', views);
  });
});
