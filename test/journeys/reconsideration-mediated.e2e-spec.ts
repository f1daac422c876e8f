import { startApp, type TestApp } from '../support/app.js';
import { Journey } from '../support/journey.js';
import { MediationStory } from '../mediation/mediation-story.js';
import type { TriedCase } from '../reconsideration/trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let journey: Journey;
let tried: TriedCase;
let centre: MediationStory;
let mediation: string;

beforeAll(async () => {
  t = await startApp();
  journey = new Journey(t);
  centre = new MediationStory(t);
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

  it('is mediated meanwhile by the centre, which is asked by itself: both sides show each other', async () => {
    await journey.on('2026-12-08');
    const { id, dispute, respondentId } = tried;
    const seen = (await (await t.as('fuyi')).get(`/cases/${id}`)).body as {
      detail: { mediations: { caseId: string; stateName: string }[] };
    };
    expect(seen.detail.mediations.map(({ stateName }) => stateName)).toEqual(['已移送']);
    mediation = seen.detail.mediations[0]!.caseId;
    expect((await centre.detailOf(mediation)).reconsiderations).toMatchObject([
      { caseId: id, state: 'SUSPENDED', stateName: '中止' },
    ]);
    await centre.confirmed(mediation, dispute, [respondentId], await centre.toldClocks(mediation));
    await journey.on('2026-12-14');
    await centre.hold(mediation);
    const agreement = await centre.instalments('2026-12-28');
    await centre.step('tiaojie-yuhang', mediation, 'agree', agreement);
    const outside = await centre.detailOf(mediation, 'fuyi');
    expect([outside.agreement, outside.obligations]).toEqual([null, []]);
    const signers = await centre.signers([...dispute.partyIds, respondentId]);
    expect(await centre.signedBy(mediation, signers)).toBe('AGREEMENT_EFFECTIVE');
    const over = { wanted: 'STATEMENT', handedOverOn: '2026-12-14' };
    expect(await centre.step('zhongxin', mediation, 'hand-over', over)).toBe('AGREEMENT_EFFECTIVE');
    await t.drain();
    expect((await centre.detailOf(mediation, 'fuyi')).agreement).toMatchObject({ terms: '退还罚款三千元。' });
  });

  it('does not stay suspended unnoticed: the handler is to have it resumed in three working days', async () => {
    await journey.on('2026-12-15');
    expect((await journey.clocksOf(tried.id))['RC_RESUME']).toMatchObject({ dueOn: '2026-12-17', state: 'RUNNING' });
    expect(await journey.remindedOf(await journey.numberOf(tried.id), '恢复审理期限')).toContain('fuyi clock-near');
  });

  it('goes on when they agree: the days it stood still do not count', async () => {
    const { id, dispute, respondentId } = tried;
    await journey.on('2026-12-17');
    const resumption = { explanation: '双方达成一致。', causeEnded: true };
    expect(await journey.byAuthority(id, 'resume', resumption)).toBe('IN_TRIAL');
    expect((await journey.clocksOf(id))['RC_RESUME']).toMatchObject({ state: 'MET' });
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
    // The authority supervises what its statement says; the centre only visits.
    expect(await journey.stateOf(mediation)).toBe('FOLLOW_UP');
    expect((await centre.detailOf(mediation)).agreement).toMatchObject({ instrument: 'STATEMENT' });
    expect(await centre.performClocks(mediation)).toEqual(['2026-12-28 CANCELLED']);
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

  it('is visited by the centre, twice, and closed as a success there too', async () => {
    await journey.on('2027-01-08');
    await centre.visits(mediation, 'FIRST');
    await journey.on('2027-03-26');
    await centre.visits(mediation, 'SECOND');
    const toldClocks = await centre.toldClocks(mediation);
    expect(await centre.step('zhongxin', mediation, 'close', { summary: '调解书已履行。', toldClocks })).toBe(
      'CLOSED_SUCCESS',
    );
  });

  it('was what it was, and nothing is untold', () => journey.proved());
});
