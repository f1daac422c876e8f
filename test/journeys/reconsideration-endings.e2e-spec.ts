import { startApp, type TestApp } from '../support/app.js';
import { person } from '../support/given.js';
import { Journey } from '../support/journey.js';
import type { TriedCase } from '../reconsideration/trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let journey: Journey;

beforeAll(async () => {
  t = await startApp();
  journey = new Journey(t);
});

afterAll(() => t.close());

describe('a case that both its applicants withdraw', () => {
  let tried: TriedCase;

  it('is in trial, and withdrawn by all of them', async () => {
    tried = await journey.assessed({ parties: [person(801), person(802)] });
    const { id, dispute } = tried;
    await journey.accepted(tried);
    await journey.replied(tried, '2026-12-01');
    await journey.remember(id);
    await journey.on('2026-12-02');
    const settled = { receivedOn: '2026-12-02', afterSettlement: true, reason: '已经和解。' };
    await journey.step('fuyi', id, 'file-withdrawal', { ...settled, signedByIds: dispute.partyIds });
    const paper = await journey.issue(id, 'R24-WITHDRAWAL');
    expect(paper.data).toMatchObject({ reason: '已经和解。', signedOn: '2026-12-02' });
  });

  it('is allowed to be, and terminated: all periods are over', async () => {
    const { id } = tried;
    await journey.byInstitution(id, 'decide-withdrawal', { allowed: true, reason: '出于自愿。' });
    await journey.issue(id, 'R24-PERMIT');
    await journey.servedOnApplicants(id, tried.dispute, 'NOTICE');
    const end = { ground: 'T1', reason: '撤回申请出于自愿。' };
    expect(await journey.byAuthority(id, 'terminate', end)).toBe('TERMINATED');
    const paper = await journey.issue(id, 'R24-TERMINATION');
    expect(paper.data['withdrawnOn']).toBe('2026-12-02');
    expect((await journey.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'CANCELLED' });
    expect(Object.values(await journey.clocksOf(id)).filter(({ state }) => state === 'RUNNING')).toEqual([]);
    await journey.remember(id);
  });

  it('is served, and goes to the archive without anything to be made public', async () => {
    await journey.on('2026-12-03');
    await journey.servedOnAll(tried, 'TERMINATION');
    expect((await journey.clocksOf(tried.id))['RC_SUE']).toBeUndefined();
    await journey.closed(tried.id, '行政复议终止决定书');
  });
});

describe('a case that is dismissed, where reconsideration must come first', () => {
  let tried: TriedCase;

  it('turns out in trial not to meet the conditions', async () => {
    tried = await journey.assessed({}, { priorGround: 'ON_THE_SPOT_PENALTY' });
    const { id } = tried;
    await journey.accepted(tried);
    await journey.replied(tried, '2026-12-10');
    await journey.remember(id);
    await journey.on('2026-12-11');
    const input = { ground: 'BEYOND_POWER', reason: '请求的事项明显不属于被申请人的权限。' };
    expect(await journey.byAuthority(id, 'dismiss', input)).toBe('DISMISSED');
    const paper = await journey.issue(id, 'R21', ['factsFound']);
    expect(paper.data).toMatchObject({ dismissalGround: 'BEYOND_POWER' });
    expect(paper.preview!.relief).not.toBeNull();
    expect((await journey.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'CANCELLED' });
  });

  it('opens the way to the court, from the applicant’s own proven day', async () => {
    const { id, dispute, respondentId } = tried;
    await journey.on('2026-12-15');
    await journey.served(id, 'DISMISSAL', respondentId, { on: '2026-12-14' });
    expect((await journey.clocksOf(id))['RC_SUE']).toBeUndefined();
    await journey.served(id, 'DISMISSAL', dispute.partyIds[0]!);
    const { RC_SUE } = await journey.clocksOf(id);
    expect(RC_SUE).toMatchObject({ startsOn: '2026-12-15', dueOn: '2026-12-30', state: 'RUNNING' });
    expect(RC_SUE!.article).toContain('第34条');
    await journey.remember(id);
  });

  it('is closed and archived', async () => {
    await journey.on('2026-12-31');
    await journey.archived(tried.id, '驳回行政复议申请决定书');
  });
});

describe('a case that the superior takes', () => {
  let tried: TriedCase;

  it('is proposed to it: the time in which it thinks does not count', async () => {
    tried = await journey.assessed({ actOn: '2026-12-10', actKnownOn: '2026-12-11' });
    const { id } = tried;
    await journey.accepted(tried);
    await journey.replied(tried, '2027-01-05');
    await journey.remember(id);
    await journey.on('2027-01-06');
    const superior = [{ role: 'SUPERIOR', name: '杭州市人民政府' }];
    await journey.proposes('fuyi', id, 'request-uplift', { ground: 'GUIDANCE', reason: '类案较多。' });
    const paper = await journey.issue(id, 'R30-UPLIFT-REQUEST', [], { addressees: superior });
    expect(paper.data).toMatchObject({ upliftGround: 'GUIDANCE', reason: '类案较多。' });
    await journey.decides('juzhang', id, 'pass', '同意');
    expect((await journey.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'SUSPENDED' });
    await journey.remember(id);
  });

  it('is no longer ours when it takes it: the files follow in five working days, the parties are told', async () => {
    const { id } = tried;
    await journey.on('2027-01-12');
    const notice = {
      ground: 'GUIDANCE',
      superior: '杭州市人民政府',
      documentNo: '杭政复提〔2027〕1号',
      receivedOn: '2027-01-12',
    };
    expect(await journey.step('juzhang', id, 'transfer-up', notice)).toBe('TRANSFERRED_UP');
    const { RC_DECIDE, RC_UPLIFT_FILES } = await journey.clocksOf(id);
    expect(RC_DECIDE).toMatchObject({ state: 'CANCELLED' });
    expect(RC_UPLIFT_FILES).toMatchObject({ startsOn: '2027-01-12', dueOn: '2027-01-19', state: 'RUNNING' });
    expect(RC_UPLIFT_FILES!.article).toContain('第40条');
    const superior = [{ role: 'SUPERIOR', name: '杭州市人民政府' }];
    const transfer = await journey.issue(id, 'R30-UPLIFT', ['materials', 'volumes'], { addressees: superior });
    expect(transfer.data).toMatchObject({ upliftNotice: notice.documentNo, noticedOn: '2027-01-12' });
    await journey.step('fuyi', id, 'send-files-up', { sentOn: '2027-01-12', partiesTold: true });
    expect((await journey.clocksOf(id))['RC_UPLIFT_FILES']).toMatchObject({ state: 'MET' });
    await journey.issue(id, 'R30-UPLIFT-NOTICE');
    await journey.servedOnBoth(tried, 'NOTICE');
    expect(Object.values(await journey.clocksOf(id)).filter(({ state }) => state === 'RUNNING')).toEqual([]);
  });
});

describe('all of these', () => {
  it('were what they were, and nothing is untold', () => journey.proved());
});
