import { startApp, type TestApp } from '../support/app.js';
import { person } from '../support/given.js';
import { codeOf, TrialStory, type TriedCase } from './trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: TrialStory;

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
});

afterAll(() => t.close());

describe('a case that is mediated', () => {
  let tried: TriedCase;

  it('is suspended only with the consent of applicant and respondent; the decision period stands still', async () => {
    tried = await story.inTrial();
    const { id, dispute, respondentId } = tried;
    expect((await story.clocksOf(id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-01-25', state: 'RUNNING' });
    const consent = { ground: 'S6', explanation: '双方愿意调解。', consentedIds: [dispute.partyIds[0]] };
    expect(codeOf(await story.tries('quzhang', id, 'suspend', consent))).toBe('reconsideration.suspension-not-agreed');
    const both = { ...consent, consentedIds: [dispute.partyIds[0], respondentId] };
    expect(await story.byAuthority(id, 'suspend', both)).toBe('SUSPENDED');
    const clocks = await story.clocksOf(id);
    expect(clocks).toMatchObject({ RC_DECIDE: { state: 'SUSPENDED' }, RC_COPY: { state: 'SUSPENDED' } });
    expect(clocks['RC_SUSP_TERM']).toBeUndefined();
    const events = await t.database.read<{ payload: object }>(
      `SELECT payload FROM platform.outbox WHERE name = 'reconsideration.suspended-for-mediation'`,
    );
    expect(events.map((event) => event.payload)).toEqual([{ caseId: id, disputeId: dispute.id }]);
  });

  it('cannot be decided or settled while it stands still', async () => {
    expect(codeOf(await story.tries('fuyi', tried.id, 'start-drafting', { report: '审理报告。' }))).toBe(
      'cases.illegal-transition',
    );
    expect((await story.tries('quzhang', tried.id, 'dismiss', { ground: 'BEYOND_POWER', reason: '无' })).status).toBe(
      409,
    );
  });

  it('goes on: the days it stood still do not count', async () => {
    await story.on('2026-12-04');
    const resumption = { explanation: '双方达成一致。', causeEnded: true };
    expect(await story.byAuthority(tried.id, 'resume', resumption)).toBe('IN_TRIAL');
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-02-01', state: 'RUNNING' });
  });

  it('ends with a statement that everybody has signed: all periods are over, that of performance begins', async () => {
    const { id, dispute, respondentId } = tried;
    const statement = {
      terms: '被申请人退还罚款二千元，申请人不再追究。',
      thirdPartyIds: [],
      signedByIds: [respondentId],
      performances: [{ partyId: respondentId, what: '退还罚款', dueOn: '2026-12-14' }],
      lawful: true,
      sealed: true,
    };
    expect(codeOf(await story.tries('quzhang', id, 'conclude-mediation', statement))).toBe(
      'reconsideration.statement-not-signed',
    );
    expect((await story.tries('quzhang', id, 'conclude-mediation', { ...statement, sealed: false })).status).toBe(422);
    const signed = { ...statement, signedByIds: [respondentId, dispute.partyIds[0]] };
    expect(await story.byAuthority(id, 'conclude-mediation', signed)).toBe('MEDIATED');
    expect(await story.clocksOf(id)).toMatchObject({
      RC_DECIDE: { state: 'CANCELLED' },
      RC_PERFORM: { startsOn: '2026-12-04', dueOn: '2026-12-14', state: 'RUNNING' },
    });
    const trial = await story.trialOf(id);
    expect(trial['ending']).toMatchObject([{ kind: 'MEDIATED', decidedOn: '2026-12-04' }]);
    expect(trial['mediationPerformance']).toMatchObject([{ dueOn: '2026-12-14', what: '退还罚款' }]);
    const history = (await story.historyOf(dispute.id)).join('\n');
    expect(history).toContain('行政复议调解书');
    expect(history).not.toMatch(/undefined|退还罚款/);
  });
});

describe('a case of two applicants that is withdrawn', () => {
  let tried: TriedCase;

  it('needs both of them', async () => {
    tried = await story.inTrial({ parties: [person(801), person(802)] });
    const [one] = tried.dispute.partyIds;
    const filed = { signedByIds: [one], receivedOn: '2026-12-04', afterSettlement: true, reason: '已经和解。' };
    expect(codeOf(await story.tries('fuyi', tried.id, 'file-withdrawal', filed))).toBe(
      'reconsideration.withdrawal-not-by-all',
    );
    await story.step('fuyi', tried.id, 'file-withdrawal', { ...filed, signedByIds: tried.dispute.partyIds });
  });

  it('is terminated after the institution has allowed it', async () => {
    const end = { ground: 'T1', reason: '撤回申请出于自愿。' };
    expect(codeOf(await story.tries('quzhang', tried.id, 'terminate', end))).toBe(
      'reconsideration.withdrawal-not-allowed',
    );
    await story.byInstitution(tried.id, 'decide-withdrawal', { allowed: true, reason: '出于自愿。' });
    expect(await story.byAuthority(tried.id, 'terminate', end)).toBe('TERMINATED');
    expect(Object.values(await story.clocksOf(tried.id)).filter((clock) => clock.state === 'RUNNING')).toEqual([]);
  });
});

describe('a case whose applicant died', () => {
  it('may be terminated after sixty days of suspension, not before, and not if he is only missing', async () => {
    const today = t.clock.today();
    const tried = await story.inTrial({ receivedOn: today });
    const missing = await story.inTrial({ receivedOn: today });
    await story.step('quzhang', tried.id, 'suspend', { ground: 'S1', explanation: '申请人死亡。' });
    await story.step('quzhang', missing.id, 'suspend', { ground: 'S3', explanation: '申请人下落不明。' });
    const term = (await story.clocksOf(tried.id))['RC_SUSP_TERM']!;
    expect(term).toMatchObject({ state: 'RUNNING', dueOn: '2027-02-02' });
    const end = { ground: 'T5', reason: '近亲属未表示参加。' };
    await story.on('2027-02-01');
    expect(codeOf(await story.tries('quzhang', tried.id, 'terminate', end))).toBe(
      'reconsideration.suspension-term-running',
    );
    await story.on('2027-02-02');
    expect(codeOf(await story.tries('quzhang', missing.id, 'terminate', end))).toBe(
      'reconsideration.suspension-term-running',
    );
    expect(await story.step('quzhang', tried.id, 'terminate', end)).toBe('TERMINATED');
  });
});

describe('a case that is dismissed where reconsideration must come first', () => {
  it('opens the way to the court: fifteen days from service on the applicant', async () => {
    const today = t.clock.today(); // Tuesday, 2 February 2027
    const facts = { receivedOn: today, actOn: '2027-01-04', actKnownOn: '2027-01-05' };
    const { id, dispute, respondentId } = await story.inTrial(facts, {}, { priorGround: 'ON_THE_SPOT_PENALTY' });
    await story.byAuthority(id, 'dismiss', { ground: 'CONDITIONS', failed: ['INTEREST'], reason: '无利害关系。' });
    const served = { method: 'DIRECT', on: today };
    expect(await story.step('fuyi', id, 'serve-ending', { ...served, recipientId: respondentId })).toBe('DISMISSED');
    expect((await story.clocksOf(id))['RC_SUE']).toBeUndefined();
    expect(await story.step('fuyi', id, 'serve-ending', { ...served, recipientId: dispute.partyIds[0] })).toBe(
      'SERVED',
    );
    expect((await story.clocksOf(id))['RC_SUE']).toMatchObject({ startsOn: today, dueOn: '2027-02-17' });
  });
});

describe('a case that is dismissed', () => {
  it('is tried after all when the superior orders so: a new period to decide', async () => {
    const today = t.clock.today();
    const tried = await story.inTrial({ receivedOn: today, actOn: '2027-01-04', actKnownOn: '2027-01-05' });
    const groundless = { ground: 'GROUNDLESS', reason: '请求明显没有依据。' };
    expect(codeOf(await story.tries('quzhang', tried.id, 'dismiss', groundless))).toBe(
      'reconsideration.explanation-missing',
    );
    const explained = { ...groundless, explainedOn: today, explanation: '已当面释明，申请人坚持请求。' };
    expect(await story.byAuthority(tried.id, 'dismiss', explained)).toBe('DISMISSED');
    expect(codeOf(await story.tries('fuyi', tried.id, 'record-opinion', {}))).toBe('request.invalid');
    await story.on('2027-02-10');
    const order = { superior: '杭州市人民政府', documentNo: '杭政复责〔2027〕1号', receivedOn: '2027-02-10' };
    expect(await story.step('juzhang', tried.id, 'order-trial', order)).toBe('IN_TRIAL');
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ startsOn: '2027-02-10', state: 'RUNNING' });
    expect((await story.trialOf(tried.id))['ending']).toMatchObject([{ kind: 'DISMISSED', revokedOn: '2027-02-10' }]);
  });
});
