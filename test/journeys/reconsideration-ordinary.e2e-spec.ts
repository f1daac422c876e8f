import { startApp, type TestApp } from '../support/app.js';
import { Journey } from '../support/journey.js';
import type { TriedCase } from '../reconsideration/trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let journey: Journey;
let tried: TriedCase;

beforeAll(async () => {
  t = await startApp();
  journey = new Journey(t);
});

afterAll(() => t.close());

describe('the ordinary procedure, ending in the act’s being upheld', () => {
  it('is received and accepted: sixty days to decide from that day', async () => {
    tried = await journey.assessed();
    expect((await journey.clocksOf(tried.id))['RC_REVIEW']).toMatchObject({ dueOn: '2026-12-01', state: 'RUNNING' });
    await journey.remember(tried.id);
    await journey.on('2026-11-25');
    await journey.accepted(tried);
    const { RC_REVIEW, RC_DECIDE, RC_COPY } = await journey.clocksOf(tried.id);
    expect(RC_REVIEW).toMatchObject({ state: 'MET' });
    expect(RC_DECIDE).toMatchObject({ startsOn: '2026-11-25', dueOn: '2027-01-25', state: 'RUNNING' });
    expect(RC_DECIDE!.article).toContain('第62条');
    expect(RC_COPY).toMatchObject({ dueOn: '2026-12-04', state: 'RUNNING' });
  });

  it('is answered, heard and decided', async () => {
    await journey.on('2026-11-26');
    await journey.replied(tried, '2026-12-07');
    await journey.heard(tried, 'MAINTAIN');
    await journey.remember(tried.id);
    await journey.on('2026-12-14');
    const draft = { kind: 'MAINTAIN', ground: 'LAWFUL', conclusion: '维持该处罚决定。' };
    const paper = await journey.decidedAs(tried.id, draft);
    expect(paper.number).toMatch(/^余政复/);
    expect(paper.preview!.relief).toContain('十五日内向有管辖权的基层人民法院提起行政诉讼');
  });

  it('is served on each, and the period to sue is that of his own proven day', async () => {
    const { id, dispute, respondentId } = tried;
    await journey.on('2026-12-18');
    await journey.served(id, 'DECISION', respondentId, { on: '2026-12-15' });
    const record = { method: 'POST', on: '2026-12-16', receivedBy: 'FAMILY' };
    await journey.served(id, 'DECISION', dispute.partyIds[0]!, record);
    expect(await journey.stateOf(id)).toBe('SERVED');
    const { RC_SUE } = await journey.clocksOf(id);
    expect(RC_SUE).toMatchObject({ startsOn: '2026-12-16', dueOn: '2026-12-31', state: 'RUNNING' });
    expect(RC_SUE!.article).toContain('行诉法 第45条');
  });

  it('is closed and archived', async () => {
    await journey.on('2027-01-05');
    await journey.archived(tried.id, '行政复议决定书');
  });

  it('was what it was, and nothing is untold', () => journey.proved());
});
