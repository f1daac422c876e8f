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

describe('the simplified procedure by one officer', () => {
  it('has thirty days to decide, three working days to send the copy, five to reply', async () => {
    tried = await journey.assessed();
    await journey.accepted(tried, {
      track: 'SIMPLIFIED',
      simplifiedGround: 'ON_THE_SPOT',
      clearCase: true,
      memberIds: [],
    });
    await journey.remember(tried.id);
    const { RC_DECIDE, RC_COPY } = await journey.clocksOf(tried.id);
    expect(RC_DECIDE).toMatchObject({ startsOn: '2026-11-24', dueOn: '2026-12-24', state: 'RUNNING' });
    expect(RC_DECIDE!.article).toContain('第62条第2款');
    expect(RC_COPY).toMatchObject({ dueOn: '2026-11-27', state: 'RUNNING' });
    await journey.on('2026-11-25');
    await journey.replied(tried, '2026-12-02');
    const { RC_REPLY } = await journey.clocksOf(tried.id);
    expect(RC_REPLY).toMatchObject({ startsOn: '2026-11-25', dueOn: '2026-12-02', state: 'MET' });
    expect(RC_REPLY!.article).toContain('第54条');
  });

  it('is decided by him, on papers alone', async () => {
    await journey.on('2026-12-09');
    const draft = { kind: 'CONFIRM_ILLEGAL', ground: 'SLIGHT_PROCEDURE', conclusion: '确认该处罚决定违法。' };
    await journey.decidedAs(tried.id, draft, {}, ['fuyi']);
  });

  it('is served, closed and archived; nobody sued', async () => {
    const { id } = tried;
    await journey.servedOnAll(tried, 'DECISION');
    expect((await journey.clocksOf(id))['RC_SUE']).toMatchObject({ startsOn: '2026-12-09', dueOn: '2026-12-24' });
    await journey.on('2026-12-25');
    await journey.archived(id, '行政复议决定书');
  });

  it('was what it was, and nothing is untold', () => journey.proved());
});
