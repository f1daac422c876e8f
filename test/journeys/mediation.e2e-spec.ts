import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, UNIT, type GivenDispute } from '../support/given.js';
import { Story } from './story.js';

let t: TestApp;
let story: Story;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

/** The citizen's own periods, as they stand. */
async function told(id: Id): Promise<{ rule: string; dueOn: string }[]> {
  const view = (await (await t.as('zhongxin')).get(`/cases/${id}`)).body as {
    detail: { filingClocks: { rule: string; dueOn: string }[] };
  };
  return view.detail.filingClocks.map(({ rule, dueOn }) => ({ rule, dueOn }));
}

const SESSION = {
  heldOn: '2026-11-30',
  mode: 'ON_SITE',
  place: '余杭街道调解室',
  rightsTold: true,
  identitiesChecked: true,
  open: false,
  minutes: '双方陈述意见，愿意继续协商。',
};

describe('a mediation that succeeds', () => {
  let dispute: GivenDispute;
  let mediation: Id;

  it('is referred, taken on, agreed to by both sides and accepted', async () => {
    dispute = await story.dispute({}, { by: 'zhongxin' });
    mediation = await story.mediation(dispute.id);
    expect((await story.clocksOf(mediation))['MD_ACCEPT']).toMatchObject({ dueOn: '2026-11-27', state: 'RUNNING' });
    expect(await story.step('zhongxin', mediation, 'review')).toBe('INTAKE_REVIEW');
    expect(await story.step('zhongxin', mediation, 'take-on')).toBe('CONSENT_PENDING');
    const early = await story.tries('zhongxin', mediation, 'accept', {});
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'mediation.consent-incomplete']);
    for (const partyId of [...dispute.partyIds, await story.organId(UNIT)]) {
      const answer = { partyId, answer: 'AGREED', form: 'WRITTEN', answeredOn: '2026-11-24' };
      await story.step('zhongxin', mediation, 'record-consent', answer);
    }
    expect(await story.step('zhongxin', mediation, 'accept', {})).toBe('ACCEPTED');
    expect(await story.clocksOf(mediation)).toMatchObject({
      MD_ACCEPT: { state: 'MET' },
      MD_COMMITTEE: { dueOn: '2026-11-25', state: 'RUNNING' },
      MD_APPOINT: { dueOn: '2026-11-27', state: 'RUNNING' },
    });
  });

  it('goes to a committee that is not the respondent’s, and to its mediator', async () => {
    const own = await story.tries('zhongxin', mediation, 'assign-committee', {
      committeeId: await story.committeeOf(UNIT),
    });
    expect((own.body as { code: string }).code).toBe('mediation.committee-conflicted');
    const committeeId = await story.committeeOf(COMMITTEE_UNIT);
    await story.step('zhongxin', mediation, 'assign-committee', { committeeId });
    const mediatorIds = [await story.personId('tiaojie-yuhang')];
    const appoint = { mediatorIds, basis: 'LEFT_TO_CENTRE' };
    expect(await story.step('zhuren-yuhang', mediation, 'appoint-mediator', appoint)).toBe('MEDIATOR_ASSIGNED');
    const other = await story.tries('tiaojie-wuchang', mediation, 'confirm-mediator', { noConflict: true });
    expect(other.status).toBe(404);
    await story.step('tiaojie-yuhang', mediation, 'confirm-mediator', { noConflict: true });
    const { MD_TERM } = await story.clocksOf(mediation, 'tiaojie-yuhang');
    expect(MD_TERM).toMatchObject({ startsOn: '2026-11-24', dueOn: '2026-12-24', state: 'RUNNING' });
    expect(MD_TERM!.article).toContain('第27条');
  });

  it('ends in an agreement with a schedule; its term is met, and nobody is reminded of it any more', async () => {
    await story.on('2026-11-30');
    expect(await story.step('tiaojie-yuhang', mediation, 'hold-session', SESSION)).toBe('IN_SESSION');
    await story.on('2026-12-03');
    const agreement = {
      matter: '罚款数额。',
      terms: '退还一半罚款。',
      lawful: true,
      respondentMayBind: true,
      schedule: [{ obligorId: await story.organId(UNIT), content: '退还罚款', dueOn: '2026-12-20', amountFen: 50_000 }],
    };
    const unapproved = await story.tries('tiaojie-yuhang', mediation, 'agree', agreement);
    expect((unapproved.body as { code: string }).code).toBe('mediation.payment-not-approved');
    expect(await story.step('tiaojie-yuhang', mediation, 'agree', { ...agreement, headApprovedPayment: true })).toBe(
      'AGREED',
    );
    expect((await story.clocksOf(mediation))['MD_TERM']).toMatchObject({ state: 'MET' });
    const number = await story.numberOf(mediation);
    await story.remindedOf(number, '调解期限');
    for (const day of ['2026-12-10', '2026-12-21', '2026-12-23', '2026-12-24', '2026-12-25']) await story.on(day);
    expect(await story.remindedOf(number, '调解期限')).toEqual([]);
  });

  it('tells its history in Chinese, and keeps what was said in sessions to itself', async () => {
    const history = await story.historyOf(dispute.id, 'zhongxin');
    expect(history.join('\n')).toContain('达成协议');
    expect(history.join('\n')).not.toContain(SESSION.minutes);
    for (const sentence of history) expect(sentence).toMatch(/[\u4e00-\u9fff]/);
    const liaison = await (await t.as('lianluo-wuchang')).get(`/cases/${mediation}`);
    expect(liaison.status).toBe(200);
    expect(liaison.text).not.toContain(SESSION.minutes);
  });
});

describe('mediations that do not succeed', () => {
  it('a refusal sends it back to its source; it cannot be taken back', async () => {
    const dispute = await story.dispute();
    const mediation = await story.mediation(dispute.id);
    await story.step('zhongxin', mediation, 'review');
    await story.step('zhongxin', mediation, 'take-on');
    const refusal = {
      partyId: dispute.partyIds[0],
      answer: 'REFUSED',
      form: 'ORAL_RECORDED',
      answeredOn: t.clock.today(),
    };
    await story.step('zhongxin', mediation, 'record-consent', refusal);
    const again = await story.tries('zhongxin', mediation, 'record-consent', {
      ...refusal,
      answer: 'AGREED',
      form: 'WRITTEN',
    });
    expect((again.body as { code: string }).code).toBe('mediation.consent-refused');
    const toldClocks = await told(mediation);
    const back = { reason: 'REFUSED', explanation: '申请人不愿调解。', remediesTold: true, toldClocks };
    expect(await story.step('zhongxin', mediation, 'return-unconsented', back)).toBe('RETURNED');
    expect(Object.values(await story.clocksOf(mediation)).filter((c) => c.state === 'RUNNING')).toEqual([]);
  });

  it('one that finds no agreement is terminated and returned with a report, without what was offered', async () => {
    const dispute = await story.dispute({ actOn: '2026-12-20', actKnownOn: '2026-12-22' });
    const mediation = await story.confirmedMediation(dispute);
    await story.step('tiaojie-yuhang', mediation, 'hold-session', { ...SESSION, heldOn: t.clock.today() });
    const toldClocks = await told(mediation);
    const end = { reason: 'TOO_FAR_APART', explanation: '分歧过大。', toldClocks };
    expect(await story.step('tiaojie-yuhang', mediation, 'terminate', end)).toBe('TERMINATED');
    expect(await story.clocksOf(mediation)).toMatchObject({
      MD_TERM: { state: 'MET' },
      MD_RETURN: { state: 'RUNNING' },
    });
    const walled = { report: '未达成协议。', undisputedFacts: '处罚事实无争议。', remediesTold: true, toldClocks };
    const refused = await story.tries('zhongxin', mediation, 'return', walled);
    expect((refused.body as { code: string }).code).toBe('mediation.wall');
    expect(await story.step('zhongxin', mediation, 'return', { ...walled, undisputedFactsConsented: true })).toBe(
      'RETURNED',
    );
  });

  it('warns that the citizen’s own periods run on: one that ends within the term must be acknowledged', async () => {
    const dispute = await story.dispute(); // his 60 days end on 4 January 2027
    const mediation = await story.mediation(dispute.id);
    await story.step('zhongxin', mediation, 'review');
    await story.step('zhongxin', mediation, 'take-on');
    for (const partyId of [...dispute.partyIds, await story.organId(UNIT)]) {
      const answer = { partyId, answer: 'AGREED', form: 'ELECTRONIC', answeredOn: t.clock.today() };
      await story.step('zhongxin', mediation, 'record-consent', answer);
    }
    const silent = await story.tries('zhongxin', mediation, 'accept', {});
    expect((silent.body as { code: string }).code).toBe('mediation.clock-warning');
    const acknowledgedClocks = [{ rule: 'RC_APPLY', dueOn: '2027-01-04' }];
    expect(await story.step('zhongxin', mediation, 'accept', { acknowledgedClocks })).toBe('ACCEPTED');
  });
});
