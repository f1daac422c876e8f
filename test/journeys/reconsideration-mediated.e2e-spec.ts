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

describe('a case that both sides agree to mediate', () => {
  it('is suspended with their consent: its decision period stands still', async () => {
    tried = await journey.assessed();
    const { id, dispute, respondentId } = tried;
    await journey.accepted(tried);
    await journey.replied(tried, '2026-12-04');
    await journey.remember(id);
    await journey.on('2026-12-07');
    const [applicant] = dispute.partyIds;
    const consent = { ground: 'S6', explanation: '双方愿意调解。', consentedIds: [applicant, respondentId] };
    await journey.proposes('fuyi', id, 'suspend', consent);
    await journey.issue(id, 'R31-SUSPENSION', ['effectiveOn', 'officerOpinion']);
    await journey.decides('juzhang', id, 'pass', '同意');
    expect(await journey.decides('quzhang', id, 'pass', '同意')).toBe('SUSPENDED');
    const paper = await journey.issue(id, 'R16');
    expect(paper.data).toMatchObject({ ground: 'S6', suspendedFrom: '2026-12-07' });
    for (const recipientId of [applicant!, respondentId]) await journey.served(id, 'SUSPENSION_NOTICE', recipientId);
    expect((await journey.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'SUSPENDED' });
    await journey.remember(id);
  });

  it('is mediated meanwhile by the centre, on the same dispute', async () => {
    await journey.on('2026-12-08');
    await journey.confirmedMediation(tried.dispute);
  });

  it('goes on when they agree: the days it stood still do not count', async () => {
    const { id, dispute, respondentId } = tried;
    await journey.on('2026-12-17');
    const resumption = { explanation: '双方达成一致。', causeEnded: true };
    expect(await journey.byAuthority(id, 'resume', resumption)).toBe('IN_TRIAL');
    // 60 days end on 23 January 2027; ten more on 2 February.
    expect((await journey.clocksOf(id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-02-02', state: 'RUNNING' });
    const paper = await journey.issue(id, 'R17');
    expect(paper.data).toMatchObject({ resumedOn: '2026-12-17', newDueOn: '2027-02-02' });
    for (const recipientId of [dispute.partyIds[0]!, respondentId])
      await journey.served(id, 'RESUMPTION_NOTICE', recipientId);
  });

  it('ends with the statement of mediation, which is served and performed', async () => {
    const { id, dispute, respondentId } = tried;
    const terms = '被申请人退还罚款二千元。';
    const performances = [{ partyId: respondentId, what: '退还罚款二千元', dueOn: '2026-12-28' }];
    const signedByIds = [respondentId, ...dispute.partyIds];
    const statement = { terms, thirdPartyIds: [], signedByIds, performances, lawful: true, sealed: true };
    expect(await journey.byAuthority(id, 'conclude-mediation', statement)).toBe('MEDIATED');
    const paper = await journey.issue(id, 'R23');
    expect(paper.number).not.toBeNull();
    expect(await journey.clocksOf(id)).toMatchObject({
      RC_DECIDE: { state: 'CANCELLED' },
      RC_PERFORM: { startsOn: '2026-12-17', dueOn: '2026-12-28', state: 'RUNNING' },
    });
    await journey.remember(id);
    await journey.on('2026-12-18');
    await journey.servedOnAll(tried, 'MEDIATION_STATEMENT');
  });

  it('is performed under supervision', async () => {
    const { id } = tried;
    expect(await journey.stateOf(id)).toBe('PERFORMANCE');
    await journey.on('2026-12-25');
    await journey.performed(id);
    expect((await journey.clocksOf(id))['RC_PERFORM']).toMatchObject({ state: 'MET' });
  });

  it('is closed and archived', async () => {
    await journey.closed(tried.id, '行政复议调解书');
  });

  it('was what it was, and nothing is untold', () => journey.proved());
});
