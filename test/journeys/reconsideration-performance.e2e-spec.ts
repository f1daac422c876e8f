import { startApp, type TestApp } from '../support/app.js';
import { Journey } from '../support/journey.js';
import type { TriedCase } from '../reconsideration/trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let journey: Journey;
let tried: TriedCase;
let decisionNo: string | null;

beforeAll(async () => {
  t = await startApp();
  journey = new Journey(t);
});

afterAll(() => t.close());

const REMAKE = {
  kind: 'REVOKE',
  ground: 'FACTS_UNCLEAR',
  conclusion: '撤销该处罚决定，责令重新作出行政行为。',
  remakeOrdered: true,
};

describe('an act that is revoked and must be made anew', () => {
  it('is decided so, against a department', async () => {
    tried = await journey.assessed({}, {}, '区教育局');
    await journey.accepted(tried);
    await journey.replied(tried, '2026-12-01');
    await journey.heard(tried, 'REVOKE');
    await journey.remember(tried.id);
    await journey.on('2026-12-02');
    const paper = await journey.decidedAs(tried.id, REMAKE, { scope: 'WHOLE' });
    decisionNo = paper.number;
    expect(paper.data).toMatchObject({ remake: 'YES', remakeDays: 60 });
  });

  it('is under supervision: the respondent’s sixty days run from its own day, the copy for the superior from the last', async () => {
    const { id, dispute, respondentId } = tried;
    await journey.on('2026-12-07');
    await journey.served(id, 'DECISION', respondentId, { on: '2026-12-03' });
    await journey.served(id, 'DECISION', dispute.partyIds[0]!, { on: '2026-12-04' });
    await t.drain();
    expect(await journey.stateOf(id)).toBe('PERFORMANCE');
    const { RC_REMAKE, RC_SUPERIOR, RC_SUE } = await journey.clocksOf(id);
    expect(RC_REMAKE).toMatchObject({ startsOn: '2026-12-03', dueOn: '2027-02-01', state: 'RUNNING' });
    expect(RC_REMAKE!.article).toContain('第58条');
    expect(RC_SUPERIOR).toMatchObject({ startsOn: '2026-12-04', dueOn: '2026-12-18', state: 'RUNNING' });
    expect(RC_SUE).toMatchObject({ startsOn: '2026-12-04', state: 'RUNNING' });
    const superior = [{ role: 'SUPERIOR', name: '市教育局' }];
    const copy = await journey.issue(id, 'R30-COPY', ['contact'], { addressees: superior });
    expect(copy.data).toMatchObject({ effectiveOn: '2026-12-04', effectivePaper: `行政复议决定书（${decisionNo}）` });
    await journey.step('lian', id, 'copy-to-superior', {
      superior: '市教育局',
      sentOn: '2026-12-07',
      withLetters: false,
    });
    expect((await journey.clocksOf(id))['RC_SUPERIOR']).toMatchObject({ state: 'MET' });
    await journey.remember(id);
  });

  it('is overdue and ordered by the authority', async () => {
    const { id, respondentId } = tried;
    await journey.on('2027-02-02');
    const [item] = await journey.itemsOf(id);
    const order = { targetId: item!.id, days: 15, reason: '期限届满未重新作出行政行为。' };
    expect(await journey.byAuthority(id, 'order-performance', order)).toBe('PERFORMANCE');
    const paper = await journey.issue(id, 'R27');
    expect(paper.data).toMatchObject({ servedOn: '2026-12-03', days: 15, duties: ['重新作出行政行为'] });
    await journey.served(id, 'PERFORMANCE_ORDER', respondentId);
    const { RC_ORDERED } = await journey.clocksOf(id);
    expect(RC_ORDERED).toMatchObject({ startsOn: '2027-02-02', dueOn: '2027-02-17', state: 'RUNNING' });
    expect(RC_ORDERED!.article).toContain('第77条第2款');
    await journey.issue(id, 'R27-TALK', ['default', 'invited', 'matters', 'place', 'time']);
    await journey.step('juzhang', id, 'interview-respondent', { on: '2027-02-02', content: '约谈被申请人负责人。' });
    await journey.issue(id, 'R27-TALK-RECORD', ['hosts', 'invited', 'place', 'time']);
    await journey.remember(id);
  });

  it('is performed, closed and archived', async () => {
    await journey.on('2027-02-10');
    await journey.performed(tried.id, { sameResult: false, sameFactsAndReasons: false });
    expect(await journey.clocksOf(tried.id)).toMatchObject({
      RC_REMAKE: { state: 'MET' },
      RC_ORDERED: { state: 'MET' },
    });
    await journey.archived(tried.id, '行政复议决定书');
  });

  it('was what it was, and nothing is untold', () => journey.proved());
});
