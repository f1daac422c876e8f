import type { Id } from '@app/kernel';
import { MediationStory, codeOf } from '../mediation/mediation-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { person, type GivenDispute } from '../support/given.js';

/** Saturday, 31 January 2026. */
let t: TestApp;
let story: MediationStory;
let dispute: GivenDispute;
let mediation: Id;
let neighbour: Id;

beforeAll(async () => {
  t = await startApp({ at: '2026-01-31T09:00:00+08:00' });
  story = new MediationStory(t);
});

afterAll(() => t.close());

/** A civil dispute has no organ; the neighbour is the other side. */
async function civilDispute(): Promise<GivenDispute> {
  const parties = [person(901), person(902, { role: 'THIRD_PARTY' })];
  const civil = { matterCode: 'CIVIL', actName: '噪声纠纷', respondentOrganId: null };
  return story.dispute({ parties, ...civil, actOn: undefined, actKnownOn: undefined }, { by: 'zhongxin' });
}

describe('a quarrel of neighbours', () => {
  it('may be mediated for a month: from 31 January to 28 February, a working Saturday', async () => {
    dispute = await civilDispute();
    neighbour = dispute.partyIds[1]!;
    const people = { stage: 'PEOPLES_MEDIATION', source: 'PARTY', request: '请求停止噪声。' };
    mediation = await story.mediation(dispute.id, people);
    await story.confirmed(mediation, dispute, [neighbour]);
    expect((await story.clocksOf(mediation, 'tiaojie-yuhang'))['MD_TERM']).toMatchObject({
      startsOn: '2026-01-31',
      dueOn: '2026-02-28',
      article: '杭州市人民调解条例 第39条',
    });
  });

  it('ends in an oral agreement, effective at once, which may be confirmed within thirty days', async () => {
    await story.on('2026-02-10');
    await story.hold(mediation);
    const schedule = [{ obligorId: neighbour, content: '晚十时后不再施工', dueOn: '2026-02-20' }];
    const agreement = {
      matter: '噪声。',
      terms: '晚十时后停工。',
      lawful: true,
      respondentMayBind: true,
      oral: true,
      schedule,
    };
    expect(await story.step('tiaojie-yuhang', mediation, 'agree', agreement)).toBe('AGREEMENT_EFFECTIVE');
    expect((await story.detailOf(mediation)).agreement!.effectiveOn).toBe('2026-02-10');
    expect((await story.clocksOf(mediation))['MD_CONFIRM']).toMatchObject({ dueOn: '2026-03-12', state: 'RUNNING' });
    expect(await story.performClocks(mediation)).toEqual(['2026-02-20 RUNNING']);
  });

  it('is rescheduled only by both, and urged when it is not performed; unconfirmed, it is not enforced', async () => {
    const [owed] = (await story.detailOf(mediation)).obligations;
    const later = { obligationId: owed!.id, dueOn: '2026-02-27', agreedBy: [neighbour], reason: '工期未到。' };
    expect(codeOf(await story.tries('zhongxin', mediation, 'reschedule', later))).toBe('mediation.change-not-agreed');
    await story.step('zhongxin', mediation, 'reschedule', { ...later, agreedBy: dispute.partyIds });
    expect(await story.performClocks(mediation)).toEqual(['2026-02-20 CANCELLED', '2026-02-27 RUNNING']);
    await story.step('zhongxin', mediation, 'begin-performance');
    await story.on('2026-03-02');
    const overdue = { obligationIds: [owed!.id], content: '电话督促。' };
    await story.step('zhongxin', mediation, 'urge-performance', overdue);
    const enforce = { ...overdue, court: '余杭区人民法院', appliedOn: '2026-03-02' };
    expect(codeOf(await story.tries('zhongxin', mediation, 'record-enforcement', enforce))).toBe(
      'mediation.not-enforceable',
    );
    await story.step('zhongxin', mediation, 'advise-suit', overdue);
  });

  it('is mediated again, and the new agreement takes the place of the old one', async () => {
    const [owed] = (await story.detailOf(mediation)).obligations;
    const again = { obligationIds: [owed!.id], content: '双方同意再谈。', agreedBy: dispute.partyIds };
    expect(await story.step('tiaojie-yuhang', mediation, 'mediate-again', again)).toBe('IN_SESSION');
    const schedule = [{ obligorId: neighbour, content: '加装隔音板', dueOn: '2026-03-10', amountFen: 5_000 }];
    const agreement = { matter: '噪声。', terms: '加装隔音板。', lawful: true, respondentMayBind: true, schedule };
    expect(await story.step('tiaojie-yuhang', mediation, 'agree', agreement)).toBe('AGREED');
    const detail = await story.detailOf(mediation);
    expect(detail.obligations.map(({ dueOn }) => dueOn)).toEqual(['2026-03-10']);
    expect(detail.signatures).toEqual([]);
    const signers = await story.signers(dispute.partyIds);
    const signature = { signerId: signers[0], signedOn: '2026-03-02', form: 'PAPER' };
    const version = await story.versionOf(mediation);
    const agents = await Promise.all([t.as('zhongxin'), t.as('tiaojie-yuhang')]);
    const both = await Promise.all(
      agents.map((agent) =>
        agent.post(`/cases/${mediation}/actions/record-signature`).send({ version, input: signature }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await story.signedBy(mediation, signers.slice(1))).toBe('AGREEMENT_EFFECTIVE');
  });
});
