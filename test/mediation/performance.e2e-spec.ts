import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { UNIT, type GivenDispute } from '../support/given.js';
import { codeOf, MediationStory } from './mediation-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: MediationStory;
let dispute: GivenDispute;
let mediation: Id;
let applicant: Id;
let respondent: Id;

beforeAll(async () => {
  t = await startApp();
  story = new MediationStory(t);
  respondent = await story.organId(UNIT);
  dispute = await story.dispute({ actOn: '2026-11-20', actKnownOn: '2026-11-23' }, { by: 'zhongxin' });
  applicant = dispute.partyIds[0]!;
  mediation = await story.mediation(dispute.id);
  await story.confirmed(mediation, dispute, [respondent]);
  await story.hold(mediation);
  await story.step('tiaojie-yuhang', mediation, 'agree', await story.instalments('2026-12-10'));
  await story.signedBy(mediation, await story.signers([applicant, respondent]));
});

afterAll(() => t.close());

it('is not handed over before suit, and applied for again if the court did not take it', async () => {
  const over = { wanted: 'STATEMENT', handedOverOn: '2026-11-24' };
  expect(codeOf(await story.tries('zhongxin', mediation, 'hand-over', over))).toBe('mediation.nothing-to-hand-over');
  const apply = { partyIds: [applicant, respondent], court: '余杭区人民法院', appliedOn: '2026-11-24' };
  await story.step('zhongxin', mediation, 'apply-confirmation', apply);
  const paper = { outcome: 'NOT_ACCEPTED', decidedOn: '2026-11-24', paperNumber: '（2026）浙0110民特2号' };
  expect(codeOf(await story.tries('zhongxin', mediation, 'record-confirmation', paper))).toBe(
    'mediation.refusal-without-reason',
  );
  const refused = { ...paper, reason: '材料不齐。' };
  expect(await story.step('zhongxin', mediation, 'record-confirmation', refused)).toBe('CONFIRMATION_REFUSED');
  await story.step('zhongxin', mediation, 'begin-performance');
  expect(await story.step('zhongxin', mediation, 'apply-confirmation', apply)).toBe('CONFIRMATION_PENDING');
  const confirmed = { ...paper, outcome: 'CONFIRMED' };
  expect(await story.step('zhongxin', mediation, 'record-confirmation', confirmed)).toBe('CONFIRMED');
  expect((await story.detailOf(mediation)).confirmations.map(({ outcome }) => outcome)).toEqual([
    'NOT_ACCEPTED',
    'CONFIRMED',
  ]);
});

it('is enforced, once confirmed, and not mediated again', async () => {
  await story.step('zhongxin', mediation, 'begin-performance');
  const [owed] = (await story.detailOf(mediation)).obligations;
  const overdue = { obligationIds: [owed!.id], content: '到期未付。' };
  const enforce = { ...overdue, court: '余杭区人民法院', appliedOn: '2026-12-14' };
  await story.on('2026-12-10');
  expect(codeOf(await story.tries('zhongxin', mediation, 'record-enforcement', enforce))).toBe(
    'mediation.nothing-overdue',
  );
  await story.on('2026-12-14');
  const again = { ...overdue, agreedBy: [applicant, respondent] };
  expect(codeOf(await story.tries('tiaojie-yuhang', mediation, 'mediate-again', again))).toBe('mediation.enforceable');
  await story.step('zhongxin', mediation, 'record-enforcement', enforce);
});

it('comes back from the follow-up when a visit finds nothing performed: owed under its old day, and still late', async () => {
  const [owed] = (await story.detailOf(mediation)).obligations;
  expect(await story.performs(mediation, owed!.id, applicant, 100_000)).toBe('FOLLOW_UP');
  await story.on('2026-12-20');
  const visit = {
    round: 'FIRST',
    visitedOn: '2026-12-20',
    method: 'ON_SITE',
    outcome: 'NOT_PERFORMED',
    finding: '未到账。',
  };
  expect(codeOf(await story.tries('tiaojie-yuhang', mediation, 'record-visit', visit))).toBe(
    'mediation.finding-not-named',
  );
  const named = { ...visit, obligationIds: [owed!.id] };
  expect(await story.step('tiaojie-yuhang', mediation, 'record-visit', named)).toBe('PERFORMING');
  expect((await story.detailOf(mediation)).obligations).toMatchObject([{ state: 'OPEN', late: true, paidFen: 0 }]);
  expect(await story.performClocks(mediation)).toEqual(['2026-12-10 MET', '2026-12-10 RUNNING']);
  expect(await story.performs(mediation, owed!.id, applicant, 100_000)).toBe('FOLLOW_UP');
  expect(await story.clocksOf(mediation)).toMatchObject({
    MD_VISIT_FIRST: { startsOn: '2026-12-20', state: 'RUNNING' },
  });
});

it('is nothing the mediator of another committee may record, nor the wrong office', async () => {
  const visit = { round: 'FIRST', visitedOn: '2026-12-20', method: 'PHONE', outcome: 'PERFORMED', finding: '已到账。' };
  expect((await story.tries('tiaojie-wuchang', mediation, 'record-visit', visit)).status).toBe(404);
  expect((await story.tries('fuyi', mediation, 'record-visit', visit)).status).toBe(403);
});
