import type { Id } from '@app/kernel';
import { codeOf, MediationStory } from '../mediation/mediation-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { UNIT, type GivenDispute } from '../support/given.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: MediationStory;
let dispute: GivenDispute;
let mediation: Id;

beforeAll(async () => {
  t = await startApp();
  story = new MediationStory(t);
});

afterAll(() => t.close());

/** His sixty days from 5 November end on Monday, 4 January 2027. */
const APPLY = { rule: 'RC_APPLY', dueOn: '2027-01-04' };

describe('a mediation that a party gives up while his own period to apply runs out', () => {
  it('shows that period with its lamp and article while it lasts', async () => {
    dispute = await story.dispute({}, { by: 'lian' });
    mediation = await story.mediation(dispute.id, { stage: 'DEPARTMENT', source: 'TOWN' });
    await story.on('2026-12-10');
    await story.confirmed(mediation, dispute, [await story.organId(UNIT)], [APPLY]);
    const { filingClocks } = await story.detailOf(mediation);
    const clock = filingClocks.find(({ rule }) => rule === 'RC_APPLY');
    // Counted over a year whose calendar is not published yet.
    expect(clock).toMatchObject({ ...APPLY, light: 'blue' });
    expect(clock!.article).toContain('第20条');
    expect(clock!.remainingWorkingDays).toBeGreaterThan(0);
  });

  it('reminds the mediator of it', async () => {
    await story.remindedOf(dispute.number, '行政复议申请期限');
    for (const day of ['2026-12-25', '2026-12-28', '2026-12-30', '2026-12-31']) await story.on(day);
    expect((await story.remindedOf(dispute.number, '行政复议申请期限')).join()).toContain('tiaojie-yuhang');
  });

  it('cannot be ended silently: each period must be told, as it stands today', async () => {
    const [partyId] = dispute.partyIds;
    const refusal = { reason: 'PARTY_REFUSES', explanation: '申请人不愿继续调解。' };
    expect(codeOf(await story.tries('tiaojie-yuhang', mediation, 'terminate', refusal))).toBe(
      'mediation.termination-reason-wrong',
    );
    const told = { ...refusal, partyIds: [partyId], occurredOn: '2026-12-31' };
    expect(codeOf(await story.tries('tiaojie-yuhang', mediation, 'terminate', told))).toBe(
      'mediation.citizen-clocks-untold',
    );
    const stale = (await story.toldClocks(mediation)).map((clock) =>
      clock.rule === 'RC_APPLY' ? { ...clock, dueOn: '2027-01-03' } : clock,
    );
    expect(codeOf(await story.tries('tiaojie-yuhang', mediation, 'terminate', { ...told, toldClocks: stale }))).toBe(
      'mediation.citizen-clocks-untold',
    );
    const toldClocks = await story.toldClocks(mediation);
    expect(await story.step('tiaojie-yuhang', mediation, 'terminate', { ...told, toldClocks })).toBe('TERMINATED');
  });

  it('goes back to its source with what may pass, remedies and their days told', async () => {
    const back = { report: '未达成协议。', remediesTold: true };
    expect(codeOf(await story.tries('zhongxin', mediation, 'return', back))).toBe('mediation.citizen-clocks-untold');
    const toldClocks = await story.toldClocks(mediation);
    expect(await story.step('zhongxin', mediation, 'return', { ...back, toldClocks })).toBe('RETURNED');
    await t.drain();
  });

  it('leaves the citizen’s period running, and still reminded of', async () => {
    await story.remindedOf(dispute.number, '行政复议申请期限');
    for (const day of ['2027-01-04', '2027-01-05', '2027-01-06']) await story.on(day);
    const reminded = await story.remindedOf(dispute.number, '行政复议申请期限');
    expect(reminded.length).toBeGreaterThan(0);
    expect(reminded.join()).not.toContain('tiaojie-yuhang');
  });
});
