import { startApp, type TestApp } from '../support/app.js';
import { Journey } from '../support/journey.js';
import { UNIT } from '../support/given.js';
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

describe('an application that is corrected, and then accepted by the passing of time', () => {
  it('is noticed once, and the ten working days to correct run from the applicant’s own proven day', async () => {
    const dispute = await journey.dispute();
    const id = await journey.reconsideration(dispute.id);
    tried = { id, dispute, respondentId: await journey.organId(UNIT) };
    await journey.step('lian', id, 'assign-reviewer', { reviewerId: await journey.personId('fuyi') });
    await journey.remember(id);
    await journey.on('2026-11-25');
    await journey.step('lian', id, 'notify-correction', { kind: 'MATERIALS', items: ['补充身份证明'] });
    const paper = await journey.issue(id, 'R04', ['contact'], { by: 'lian' });
    expect(paper.data['missingItems']).toEqual(['补充身份证明']);
    expect((await journey.clocksOf(id))['RC_CORRECT']).toBeUndefined();
    await journey.on('2026-11-30');
    await journey.served(id, 'CORRECTION_NOTICE', dispute.partyIds[0]!, { on: '2026-11-27' }, 'lian');
    const { RC_CORRECT, RC_REVIEW } = await journey.clocksOf(id);
    expect(RC_CORRECT).toMatchObject({ startsOn: '2026-11-27', dueOn: '2026-12-11', state: 'RUNNING' });
    expect(RC_CORRECT!.article).toContain('第31条第2款');
    expect(RC_REVIEW).toMatchObject({ state: 'MET' });
  });

  it('is reviewed anew, by nobody: it counts as accepted the day after', async () => {
    const { id, dispute } = tried;
    await journey.on('2026-12-04');
    await journey.step('lian', id, 'receive-correction', { receivedOn: '2026-12-04' });
    await journey.issue(id, 'R03', ['materials', 'receiver'], { by: 'lian' });
    expect((await journey.clocksOf(id))['RC_REVIEW']).toMatchObject({ startsOn: '2026-12-04', dueOn: '2026-12-11' });
    await journey.remember(id);
    await journey.on('2026-12-11', '23:59');
    expect(await journey.stateOf(id)).toBe('UNDER_REVIEW');
    await journey.on('2026-12-12', '00:10');
    expect(await journey.stateOf(id)).toBe('ACCEPTED');
    expect(await journey.clocksOf(id)).toMatchObject({
      RC_REVIEW: { state: 'CANCELLED' },
      RC_DECIDE: { state: 'RUNNING' },
      RC_COPY: { state: 'RUNNING' },
    });
    expect((await journey.historyOf(dispute.id)).join('\n')).toContain('视为受理');
  });

  it('is told so, tried, decided and archived', async () => {
    const { id, dispute } = tried;
    await journey.on('2026-12-14');
    await journey.issue(id, 'R06-DEEMED', ['contact'], { by: 'lian' });
    await journey.servedOnApplicants(id, dispute, 'ACCEPTANCE_NOTICE', 'lian');
    await journey.opened(tried);
    await journey.replied(tried, '2026-12-21');
    await journey.heard(tried, 'REVOKE');
    await journey.remember(id);
    await journey.on('2026-12-22');
    const draft = { kind: 'REVOKE', ground: 'PROCEDURE_ILLEGAL', conclusion: '撤销该处罚决定。' };
    await journey.decidedAs(id, draft, { scope: 'WHOLE' });
    await journey.servedOnAll(tried, 'DECISION');
    await journey.on('2027-01-11');
    await journey.archived(id, '行政复议决定书');
  });

  it('was what it was, and nothing is untold', () => journey.proved());
});
