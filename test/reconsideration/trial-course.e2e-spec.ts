import { startApp, type TestApp } from '../support/app.js';
import { codeOf, TrialStory, type TriedCase } from './trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: TrialStory;

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
});

afterAll(() => t.close());

const NORM = {
  kind: 'GOVERNMENT',
  title: '《市容管理实施细则》',
  clause: '第三条',
  maker: '区综合执法局',
  basis: 'APPLIED',
  appliedOn: '2026-11-24',
  reason: '与上位法不一致。',
};

describe('a normative document reviewed along with the act', () => {
  let tried: TriedCase;

  it('suspends the case; the periods of the review run from that day', async () => {
    tried = await story.inTrial();
    expect(await story.byAuthority(tried.id, 'suspend-for-review', { ...NORM, competent: true })).toBe('SUSPENDED');
    expect(await story.clocksOf(tried.id)).toMatchObject({
      RC_DECIDE: { state: 'SUSPENDED' },
      RC_ND_HANDLE: { startsOn: '2026-11-24', dueOn: '2026-12-24' },
      RC_ND_NOTIFY: { dueOn: '2026-11-27' },
    });
    const go = { explanation: '审查完毕。', causeEnded: true };
    expect(codeOf(await story.tries('quzhang', tried.id, 'resume', go))).toBe('reconsideration.norm-review-open');
  });

  it('the maker is told and answers; the authority that is competent concludes', async () => {
    await story.on('2026-11-26');
    await story.step('fuyi', tried.id, 'send-norm', { sentOn: '2026-11-26' });
    await story.step('fuyi', tried.id, 'record-norm-receipt', { receivedOn: '2026-11-26' });
    expect(await story.clocksOf(tried.id)).toMatchObject({
      RC_ND_NOTIFY: { state: 'MET' },
      RC_ND_MAKER_REPLY: { dueOn: '2026-12-10', state: 'RUNNING' },
    });
    await story.on('2026-12-04');
    await story.step('fuyi', tried.id, 'receive-norm-answer', { answeredOn: '2026-12-04', answer: '认为有依据。' });
    const found = { outcome: 'UNLAWFUL', fault: 'AGAINST_HIGHER', reason: '增设处罚。' };
    await story.byAuthority(tried.id, 'conclude-norm-review', found);
    expect(await story.clocksOf(tried.id)).toMatchObject({
      RC_ND_HANDLE: { state: 'MET' },
      RC_ND_MAKER_REPLY: { state: 'MET' },
    });
    expect(await story.byAuthority(tried.id, 'resume', { explanation: '审查完毕。', causeEnded: true })).toBe(
      'IN_TRIAL',
    );
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-02-01', state: 'RUNNING' });
  });

  it('is passed on by an authority that is not competent, which must wait for the answer', async () => {
    const other = await story.inTrial();
    await story.byAuthority(other.id, 'suspend-for-review', { ...NORM, competent: false, maker: '市综合执法局' });
    const clocks = await story.clocksOf(other.id);
    expect(clocks).toMatchObject({ RC_ND_FORWARD: { startsOn: '2026-12-04', dueOn: '2026-12-15' } });
    expect(clocks['RC_ND_HANDLE']).toBeUndefined();
    await story.step('fuyi', other.id, 'send-norm', { sentOn: '2026-12-04', recipient: '杭州市人民政府' });
    await story.step('fuyi', other.id, 'record-norm-receipt', { receivedOn: '2026-12-04' });
    expect((await story.clocksOf(other.id))['RC_ND_ANSWER']).toMatchObject({ dueOn: '2027-02-02', state: 'RUNNING' });
    const lawful = { outcome: 'LAWFUL', reason: '有权机关答复合法。' };
    expect(codeOf(await story.tries('quzhang', other.id, 'conclude-norm-review', lawful))).toBe(
      'reconsideration.norm-not-answered',
    );
    const order = { superior: '杭州市人民政府', documentNo: '杭政复责〔2026〕2号', receivedOn: '2026-12-04' };
    expect(await story.step('juzhang', other.id, 'order-resumption', order)).toBe('IN_TRIAL');
    expect(await story.clocksOf(other.id)).toMatchObject({
      RC_DECIDE: { state: 'RUNNING' },
      RC_ND_ANSWER: { state: 'CANCELLED' },
    });
  });
});

describe('a case for the superior', () => {
  const stay = { ground: 'APPLIED', reason: '执行将造成难以弥补的损失。' };
  let tried: TriedCase;

  it('may see the act stayed while it is tried, and let go on', async () => {
    tried = await story.inTrial();
    expect(codeOf(await story.tries('quzhang', tried.id, 'stay-execution', stay))).toBe(
      'reconsideration.stay-applicant-missing',
    );
    await story.byAuthority(tried.id, 'stay-execution', { ...stay, partyId: tried.dispute.partyIds[0] });
    await story.byAuthority(tried.id, 'lift-stay', { reason: '已提供担保。' });
    expect((await story.trialOf(tried.id))['stay']).toMatchObject([{ ground: 'APPLIED', liftedOn: '2026-12-04' }]);
  });

  it('does not count the time in which the superior thinks about it', async () => {
    const { dueOn } = (await story.clocksOf(tried.id))['RC_DECIDE']!;
    expect(dueOn).toBe('2027-02-02');
    await story.byInstitution(tried.id, 'request-uplift', { ground: 'GUIDANCE', reason: '类案较多。' });
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ state: 'SUSPENDED' });
    await story.on('2026-12-14');
    const no = { answeredOn: '2026-12-14', documentNo: '杭政复〔2026〕9号' };
    await story.step('fuyi', tried.id, 'decline-uplift', no);
    // 5 to 13 December are nine days: 2 February moves to the 11th.
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-02-11', state: 'RUNNING' });
  });

  it('goes up when the superior takes it: the decision is no longer ours, the files follow in five working days', async () => {
    const notice = {
      ground: 'GUIDANCE',
      superior: '杭州市人民政府',
      documentNo: '杭政复提〔2026〕1号',
      receivedOn: '2026-12-14',
    };
    expect(await story.step('juzhang', tried.id, 'transfer-up', notice)).toBe('TRANSFERRED_UP');
    expect(await story.clocksOf(tried.id)).toMatchObject({
      RC_DECIDE: { state: 'CANCELLED' },
      RC_UPLIFT_FILES: { dueOn: '2026-12-21', state: 'RUNNING' },
    });
    await story.step('fuyi', tried.id, 'send-files-up', { sentOn: '2026-12-14', partiesTold: true });
    expect((await story.clocksOf(tried.id))['RC_UPLIFT_FILES']).toMatchObject({ state: 'MET' });
    expect(
      codeOf(await story.tries('fuyi', tried.id, 'send-files-up', { sentOn: '2026-12-14', partiesTold: true })),
    ).toBe('reconsideration.files-already-sent');
  });
});

describe('evidence', () => {
  it('has a catalogue: who gave what for what, admitted or not and why', async () => {
    const tried = await story.inTrial();
    const [partyId] = tried.dispute.partyIds;
    const piece = { kind: 'AUDIOVISUAL', partyId, submittedOn: '2026-12-14', title: '监控录像', proves: '未占道' };
    await story.step('fuyi', tried.id, 'record-evidence', piece);
    const { evidence } = await story.trialOf(tried.id);
    const judged = { evidenceId: evidence![0]!['id'], admitted: false, reason: '来源不明。' };
    expect(codeOf(await story.tries('fuyi', tried.id, 'judge-evidence', judged))).toBe(
      'reconsideration.non-admission-without-ground',
    );
    await story.step('fuyi', tried.id, 'judge-evidence', { ...judged, ground: 'NOT_PROVEN' });
    expect((await story.trialOf(tried.id))['evidence']).toMatchObject([{ admitted: false, ground: 'NOT_PROVEN' }]);
    expect(await story.trialOf(tried.id, 'lianluo-wuchang')).not.toHaveProperty('evidence');
    const ids = [await story.personId('fuyi'), await story.personId('shenli')];
    await story.step('fuyi', tried.id, 'record-investigation', {
      on: '2026-12-14',
      investigators: ids.map((officerId, i) => ({ officerId, certificateNo: `F000${i}` })),
      matter: '走访商铺',
      findings: '与录像一致',
    });
    expect((await story.trialOf(tried.id))['investigation']).toHaveLength(1);
  });
});
