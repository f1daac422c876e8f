import type { Id } from '@app/kernel';
import { codeOf, MediationStory } from '../mediation/mediation-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { UNIT, type GivenDispute } from '../support/given.js';
import { proveTrail } from '../support/prove-trail.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: MediationStory;
let dispute: GivenDispute;
let mediation: Id;
let respondent: Id;
let applicant: Id;

beforeAll(async () => {
  t = await startApp();
  story = new MediationStory(t);
});

afterAll(() => t.close());

describe('a suit that the court refers before it is filed', () => {
  it('is mediated until both sides agree on three instalments', async () => {
    respondent = await story.organId(UNIT);
    dispute = await story.dispute({ actOn: '2026-11-20', actKnownOn: '2026-11-23' }, { by: 'zhongxin' });
    applicant = dispute.partyIds[0]!;
    mediation = await story.mediation(dispute.id, { source: 'COURT', letterNumber: '（2026）浙0110诉前调1号' });
    await story.confirmed(mediation, dispute, [respondent]);
    await story.on('2026-11-30');
    await story.hold(mediation);
    const agreement = await story.instalments('2026-12-10', '2026-12-20', '2027-01-10');
    expect(await story.step('tiaojie-yuhang', mediation, 'agree', agreement)).toBe('AGREED');
  });

  it('is effective only when every party, the mediator and the committee have signed', async () => {
    const signers = await story.signers([applicant, respondent]);
    expect(await story.signedBy(mediation, signers.slice(0, -1))).toBe('AGREED');
    expect((await story.detailOf(mediation)).agreement!.effectiveOn).toBeNull();
    expect(await story.performClocks(mediation)).toEqual([]);
    expect(codeOf(await story.tries('zhongxin', mediation, 'begin-performance'))).toBe('cases.illegal-transition');
    await story.on('2026-12-01');
    expect(await story.signedBy(mediation, signers.slice(-1))).toBe('AGREEMENT_EFFECTIVE');
    expect((await story.detailOf(mediation)).agreement!.effectiveOn).toBe('2026-12-01');
    expect((await story.clocksOf(mediation))['MD_CONFIRM']).toMatchObject({ dueOn: '2026-12-31', state: 'RUNNING' });
    // The second instalment is due on a Sunday, and stays so.
    expect(await story.performClocks(mediation)).toEqual([
      '2026-12-10 RUNNING',
      '2026-12-20 RUNNING',
      '2027-01-10 RUNNING',
    ]);
  });

  it('is confirmed by the court on the application of both', async () => {
    const apply = { partyIds: [applicant], court: '余杭区人民法院', appliedOn: '2026-12-01' };
    expect(codeOf(await story.tries('zhongxin', mediation, 'apply-confirmation', apply))).toBe(
      'mediation.application-not-joint',
    );
    const both = { ...apply, partyIds: [applicant, respondent] };
    expect(await story.step('zhongxin', mediation, 'apply-confirmation', both)).toBe('CONFIRMATION_PENDING');
    expect(await story.clocksOf(mediation)).toMatchObject({
      MD_CONFIRM: { state: 'MET' },
      MD_CT_ACCEPT: { dueOn: '2026-12-04', state: 'RUNNING' },
    });
    await story.on('2026-12-03');
    const accepted = { acceptedOn: '2026-12-03', courtNumber: '（2026）浙0110行诉前调1号' };
    await story.step('zhongxin', mediation, 'record-court-acceptance', accepted);
    expect((await story.clocksOf(mediation))['MD_CT_DECIDE']).toMatchObject({ dueOn: '2026-12-18' });
    await story.on('2026-12-08');
    const paper = { outcome: 'CONFIRMED', decidedOn: '2026-12-08', paperNumber: '（2026）浙0110行诉前调1号' };
    expect(await story.step('zhongxin', mediation, 'record-confirmation', paper)).toBe('CONFIRMED');
    expect(await story.step('zhongxin', mediation, 'begin-performance')).toBe('PERFORMING');
  });

  it('is performed by instalment, one of them late: the liaison is reminded, and late stays late', async () => {
    const [first, second, third] = (await story.detailOf(mediation)).obligations;
    await story.on('2026-12-10');
    expect(await story.performs(mediation, first!.id, applicant, 100_000)).toBe('PERFORMING');
    const number = await story.numberOf(mediation);
    await story.remindedOf(number, '协议履行期限');
    for (const day of ['2026-12-17', '2026-12-18', '2026-12-21', '2026-12-22']) await story.on(day);
    expect((await story.remindedOf(number, '协议履行期限')).join()).toContain('lianluo-wuchang');
    const urging = { obligationIds: [second!.id], content: '电话督促街道付款。' };
    expect(
      codeOf(await story.tries('zhongxin', mediation, 'urge-performance', { ...urging, obligationIds: [third!.id] })),
    ).toBe('mediation.obligation-not-overdue');
    await story.step('zhongxin', mediation, 'urge-performance', urging);
    expect(await story.performs(mediation, second!.id, applicant, 100_000)).toBe('PERFORMING');
    await story.on('2027-01-08');
    const short = {
      obligationId: third!.id,
      outcome: 'WHOLE',
      performedOn: '2027-01-08',
      amountFen: 99_900,
      description: '少付',
    };
    const proofFileId = await story.proof(mediation, applicant);
    expect(
      codeOf(await story.tries('tiaojie-yuhang', mediation, 'record-performance', { ...short, proofFileId })),
    ).toBe('mediation.amount-wrong');
    expect(await story.performs(mediation, third!.id, applicant, 100_000)).toBe('FOLLOW_UP');
    const { obligations, performances } = await story.detailOf(mediation);
    expect(obligations.map(({ state, late, paidFen }) => [state, late, paidFen])).toEqual([
      ['DONE', false, 100_000],
      ['DONE', true, 100_000],
      ['DONE', false, 100_000],
    ]);
    expect(performances.map(({ late }) => late)).toEqual([false, true, false]);
    expect(performances.every(({ proofFileId: file }) => file !== null)).toBe(true);
    expect((await story.performClocks(mediation)).every((clock) => clock.endsWith('MET'))).toBe(true);
  });

  it('is visited ten working days after the last day agreed, again after ninety days, and then closed', async () => {
    expect(await story.clocksOf(mediation)).toMatchObject({
      MD_VISIT_FIRST: { startsOn: '2027-01-10', dueOn: '2027-01-22', state: 'RUNNING' },
      MD_VISIT_SECOND: { startsOn: '2027-01-10', dueOn: '2027-04-12', state: 'RUNNING' },
    });
    await story.on('2027-01-20');
    await story.visits(mediation, 'FIRST');
    const close = { summary: '协议已经履行。' };
    expect(codeOf(await story.tries('zhongxin', mediation, 'close', close))).toBe('mediation.visits-missing');
    await story.on('2027-04-12');
    await story.visits(mediation, 'SECOND');
    expect(codeOf(await story.tries('zhongxin', mediation, 'close', close))).toBe('mediation.citizen-clocks-untold');
    const toldClocks = await story.toldClocks(mediation);
    expect(toldClocks.map(({ rule }) => rule)).toContain('LT_FILE');
    expect(await story.step('zhongxin', mediation, 'close', { ...close, toldClocks })).toBe('CLOSED_SUCCESS');
  });

  it('tells its history, and the trail proves it', async () => {
    const history = (await story.historyOf(dispute.id, 'zhongxin')).join('\n');
    for (const words of ['调解协议各方均已签章', '确认有效', '晚于约定日期', '调解成功结案'])
      expect(history).toContain(words);
    expect(history).not.toContain('退还罚款三千元');
    await proveTrail(t);
  });
});
