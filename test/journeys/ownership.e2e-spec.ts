import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { UNIT, type GivenDispute } from '../support/given.js';
import { Story } from './story.js';

let t: TestApp;
let story: Story;
let dispute: GivenDispute;
let id: Id;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

const PLAN = {
  facts: '涉及十二户商铺。',
  claim: '请求退还罚款。',
  legalView: '处罚程序有瑕疵。',
  options: '先行协商，分期退还。',
  budgetFen: 1_200_000,
  steps: [{ measure: '逐户走访', responsible: '综合执法队', dueOn: '2026-12-18' }],
};

describe('a dispute owned by a district leader', () => {
  it('is proposed: only what is eligible, with a leader in office and the unit’s own leader', async () => {
    dispute = await story.dispute();
    await t.drain();
    const open = async (over: Record<string, unknown>) =>
      (await t.as('kezhang')).post(`/disputes/${dispute.id}/cases`).send({
        procedure: 'ownership',
        input: {
          leaderId: await story.personId('lingdao1'),
          unitId: await story.organId(UNIT),
          unitLeaderId: await story.personId('fuze-wuchang'),
          resolveBy: '2027-02-26',
          risk: 'HIGH',
          target: '双方和解。',
          ...over,
        },
      });
    expect(codeOf(await open({}))).toBe('ownership.not-eligible');
    const meeting = { jointMeetingOn: '2026-11-24', jointMeetingReason: '涉及人数较多。' };
    const wrong = await story.personId('lian');
    expect(codeOf(await open({ ...meeting, leaderId: wrong }))).toBe('ownership.leader-without-district-post');
    id = await story.ownership(dispute.id);
    expect(await story.stateOf(id)).toBe('PROPOSED');
  });

  it('is listed: leader and unit see it now, and have three working days to sign', async () => {
    expect(await story.step('quzhang', id, 'list', { basis: 'JOINT_MEETING', opinion: '同意列入' })).toBe('LISTED');
    expect(await story.clocksOf(id)).toMatchObject({
      CO_ACK: { dueOn: '2026-11-27', state: 'RUNNING' },
      CO_ACK_LEADER: { dueOn: '2026-11-27', state: 'RUNNING' },
      CO_RESOLVE: { state: 'RUNNING' },
    });
    expect((await (await t.as('lingdao1')).get(`/cases/${id}`)).status).toBe(200);
    expect((await (await t.as('lingdao2')).get(`/cases/${id}`)).status).toBe(404);
  });

  it('reminds the one who must sign on the day before', async () => {
    const number = await story.numberOf(id);
    await t.drain();
    await story.remindedOf(number, '包案区领导签收期限');
    await story.remindedOf(number, '责任单位签收期限');
    await story.on('2026-11-26', '09:00');
    expect(await story.remindedOf(number, '包案区领导签收期限')).toContain('lingdao1 clock-near');
    expect(await story.remindedOf(number, '责任单位签收期限')).toContain('fuze-wuchang clock-near');
  });

  it('is acknowledged by both, in either order; then the plan has ten working days', async () => {
    expect(await story.step('lingdao1', id, 'acknowledge-leader')).toBe('LISTED');
    expect(codeOf(await story.tries('lingdao1', id, 'acknowledge-leader'))).toBe('ownership.leader-acknowledged');
    expect(await story.step('lianluo-wuchang', id, 'acknowledge-unit')).toBe('ACKNOWLEDGED');
    expect(await story.clocksOf(id)).toMatchObject({
      CO_ACK: { state: 'MET' },
      CO_ACK_LEADER: { state: 'MET' },
      CO_PLAN: { startsOn: '2026-11-26', dueOn: '2026-12-10', state: 'RUNNING' },
    });
  });

  it('has a plan that is returned once and then approved', async () => {
    await story.on('2026-12-01');
    expect(codeOf(await story.tries('lingdao1', id, 'approve-plan', { opinion: '同意' }))).toBe(
      'ownership.plan-missing',
    );
    await story.step('fuze-wuchang', id, 'submit-plan', PLAN);
    expect(codeOf(await story.tries('fuze-wuchang', id, 'submit-plan', PLAN))).toBe('ownership.plan-pending');
    expect(await story.step('lingdao1', id, 'return-plan', { opinion: '经费来源请写明' })).toBe('ACKNOWLEDGED');
    await story.step('fuze-wuchang', id, 'submit-plan', { ...PLAN, options: '先行协商，经费由街道列支。' });
    expect(await story.step('lingdao1', id, 'approve-plan', { opinion: '同意' })).toBe('PLANNED');
    expect((await story.clocksOf(id))['CO_PLAN']).toMatchObject({ state: 'MET' });
  });

  it('is resolved with reports: each starts the next period; a late one is told to the leader too', async () => {
    expect(await story.step('fuze-wuchang', id, 'start-resolving')).toBe('RESOLVING');
    expect((await story.clocksOf(id))['CO_REPORT']).toMatchObject({ dueOn: '2026-12-16', state: 'RUNNING' });
    const number = await story.numberOf(id);
    await t.drain();
    await story.remindedOf(number, '进展报告期限');
    await story.on('2026-12-15', '09:00');
    expect(await story.remindedOf(number, '进展报告期限')).not.toContain('lingdao1 clock-near');
    await story.on('2026-12-16', '09:00');
    expect(await story.remindedOf(number, '进展报告期限')).toEqual(
      expect.arrayContaining(['fuze-wuchang clock-due', 'lingdao1 clock-due']),
    );
    const report = { kind: 'PROGRESS', done: '已走访六户。', next: '继续走访。', risk: 'MEDIUM', partyContacted: true };
    expect(await story.step('lianluo-wuchang', id, 'report-progress', report)).toBe('RESOLVING');
    expect((await story.clocksOf(id))['CO_REPORT']).toMatchObject({
      startsOn: '2026-12-16',
      dueOn: '2026-12-31',
      state: 'RUNNING',
    });
    await story.on('2026-12-17', '09:00');
    const later = await story.remindedOf(number, '进展报告期限');
    expect(later.filter((message) => message.endsWith('clock-overdue'))).toEqual([]);
  });

  it('tells its history in Chinese', async () => {
    const history = await story.historyOf(dispute.id, 'lingdao1');
    expect(history.join('\n')).toMatch(/签收[\s\S]*方案[\s\S]*化解/);
    expect(history.filter((sentence) => !/[\u4e00-\u9fff]/.test(sentence))).toEqual([]);
  });
});
