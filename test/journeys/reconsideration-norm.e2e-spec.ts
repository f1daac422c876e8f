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

const NORM = {
  kind: 'GOVERNMENT',
  title: '《市容管理实施细则》',
  clause: '第三条',
  maker: '区综合行政执法局',
  basis: 'APPLIED',
  appliedOn: '2026-11-24',
  reason: '与上位法不一致。',
};

describe('a case with a normative document reviewed along with the act', () => {
  it('is suspended from that day; the periods of the review run', async () => {
    tried = await journey.assessed();
    const { id } = tried;
    await journey.accepted(tried);
    await journey.replied(tried, '2026-12-01');
    await journey.remember(id);
    await journey.on('2026-12-02');
    expect(await journey.byAuthority(id, 'suspend-for-review', { ...NORM, competent: true })).toBe('SUSPENDED');
    const paper = await journey.issue(id, 'R16');
    expect(paper.data).toMatchObject({ ground: 'S9', suspendedFrom: '2026-12-02' });
    await journey.servedOnBoth(tried, 'SUSPENSION_NOTICE');
    const { RC_DECIDE, RC_ND_HANDLE, RC_ND_NOTIFY } = await journey.clocksOf(id);
    expect(RC_DECIDE).toMatchObject({ state: 'SUSPENDED' });
    expect(RC_ND_HANDLE).toMatchObject({ startsOn: '2026-12-02', dueOn: '2027-01-01', state: 'RUNNING' });
    expect(RC_ND_NOTIFY).toMatchObject({ dueOn: '2026-12-07' });
    expect(RC_ND_NOTIFY!.article).toContain('第58条');
  });

  it('is reviewed: the maker is asked, answers, and the document is found unlawful', async () => {
    const { id } = tried;
    await journey.on('2026-12-03');
    const makerId = await journey.organId('区综合行政执法局');
    const maker = [{ role: 'OTHER_ORGAN', name: '区综合行政执法局', organId: makerId }];
    const paper = await journey.issue(id, 'R19', [], { addressees: maker });
    expect(paper.data).toMatchObject({ normTitle: NORM.title, clauses: [NORM.clause], suspendedFrom: '2026-12-02' });
    await journey.step('fuyi', id, 'send-norm', { sentOn: '2026-12-03' });
    await journey.served(id, 'NOTICE', makerId);
    await journey.step('fuyi', id, 'record-norm-receipt', { receivedOn: '2026-12-03' });
    expect(await journey.clocksOf(id)).toMatchObject({
      RC_ND_NOTIFY: { state: 'MET' },
      RC_ND_MAKER_REPLY: { startsOn: '2026-12-03', dueOn: '2026-12-17', state: 'RUNNING' },
    });
    await journey.remember(id);
    await journey.on('2026-12-11');
    await journey.step('fuyi', id, 'receive-norm-answer', { answeredOn: '2026-12-11', answer: '认为有依据。' });
    const found = { outcome: 'UNLAWFUL', fault: 'AGAINST_HIGHER', reason: '增设处罚。' };
    await journey.byAuthority(id, 'conclude-norm-review', found);
    await journey.issue(id, 'R20', [], { addressees: maker });
    await journey.served(id, 'NOTICE', makerId);
    expect(await journey.clocksOf(id)).toMatchObject({
      RC_ND_HANDLE: { state: 'MET' },
      RC_ND_MAKER_REPLY: { state: 'MET' },
    });
  });

  it('goes on, is decided, served, closed and archived', async () => {
    const { id } = tried;
    await journey.byAuthority(id, 'resume', { explanation: '审查完毕。', causeEnded: true });
    await journey.issue(id, 'R17');
    await journey.servedOnBoth(tried, 'RESUMPTION_NOTICE');
    // 60 days end on 23 January 2027; nine more on 1 February.
    expect((await journey.clocksOf(id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-02-01', state: 'RUNNING' });
    await journey.heard(tried, 'REVOKE');
    await journey.remember(id);
    await journey.on('2026-12-14');
    const draft = { kind: 'REVOKE', ground: 'BASIS_ILLEGAL', conclusion: '撤销该处罚决定。' };
    await journey.decidedAs(id, draft, { scope: 'WHOLE' });
    await journey.servedOnAll(tried, 'DECISION');
    await journey.on('2026-12-30');
    await journey.archived(id, '行政复议决定书');
  });

  it('was what it was, and nothing is untold', () => journey.proved());
});
