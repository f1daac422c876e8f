import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { UNIT, type GivenDispute } from '../support/given.js';
import { Story } from './story.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: Story;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

describe('a reconsideration from receipt to service', () => {
  let dispute: GivenDispute;
  let id: Id;

  it('is received: five working days to review', async () => {
    dispute = await story.dispute();
    id = await story.reconsideration(dispute.id);
    expect((await story.clocksOf(id))['RC_REVIEW']).toMatchObject({ dueOn: '2026-12-01', state: 'RUNNING' });
    expect(await story.numberOf(id)).toBe('余政复〔2026〕1号');
    expect(await story.step('lian', id, 'assign-reviewer', { reviewerId: await story.personId('fuyi') })).toBe(
      'UNDER_REVIEW',
    );
  });

  it('needs a correction, once: the review stops, the applicant’s ten working days run, and it starts anew', async () => {
    await story.on('2026-11-26');
    const notice = { kind: 'MATERIALS', items: ['补充身份证明', '补充处罚决定书复印件'] };
    expect(await story.step('lian', id, 'notify-correction', notice)).toBe('CORRECTION');
    expect((await story.clocksOf(id))['RC_REVIEW']).toMatchObject({ state: 'MET' });
    await story.step('lian', id, 'serve-correction-notice', { method: 'DIRECT', on: '2026-11-26' });
    expect((await story.clocksOf(id))['RC_CORRECT']).toMatchObject({ dueOn: '2026-12-10', state: 'RUNNING' });
    await story.on('2026-12-03');
    expect(await story.step('lian', id, 'receive-correction', { receivedOn: '2026-12-03' })).toBe('UNDER_REVIEW');
    expect(await story.clocksOf(id)).toMatchObject({
      RC_CORRECT: { state: 'MET' },
      RC_REVIEW: { startsOn: '2026-12-03', dueOn: '2026-12-10', state: 'RUNNING' },
    });
    expect(codeOf(await story.tries('lian', id, 'notify-correction', notice))).toBe(
      'reconsideration.second-correction',
    );
  });

  it('is accepted on all seven conditions: sixty days to decide, seven working days to send the copy', async () => {
    await story.on('2026-12-04');
    expect(codeOf(await story.tries('lian', id, 'accept', { met: SEVEN.slice(1) }))).toBe(
      'reconsideration.conditions-not-met',
    );
    expect(await story.step('lian', id, 'accept', { met: SEVEN })).toBe('ACCEPTED');
    expect(await story.clocksOf(id)).toMatchObject({
      RC_REVIEW: { state: 'MET' },
      RC_DECIDE: { dueOn: '2027-02-02', state: 'RUNNING', provisional: true },
      RC_COPY: { dueOn: '2026-12-15', state: 'RUNNING' },
    });
  });

  it('is given to two officers; the respondent gets the copy and has ten working days', async () => {
    const [handlerId, other] = [await story.personId('fuyi'), await story.personId('shenli')];
    const alone = await story.tries('kezhang', id, 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [] });
    expect(codeOf(alone)).toBe('reconsideration.too-few-officers');
    expect(await story.step('kezhang', id, 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [other] })).toBe(
      'IN_TRIAL',
    );
    expect(codeOf(await story.tries('fuyi2', id, 'send-copy', { sentOn: '2026-12-04' }))).toBe('cases.role-required');
    await story.step('fuyi', id, 'send-copy', { sentOn: '2026-12-04' });
    await story.step('fuyi', id, 'record-copy-receipt', { method: 'DIRECT', on: '2026-12-04' });
    expect(await story.clocksOf(id)).toMatchObject({
      RC_COPY: { state: 'MET' },
      RC_REPLY: { dueOn: '2026-12-18', state: 'RUNNING' },
    });
  });

  it('reminds the respondent’s liaison and the handler of the reply; when it does not come, time makes it a default', async () => {
    const number = await story.numberOf(id);
    await story.on('2026-12-15');
    await story.remindedOf(number, '被申请人答复期限');
    await story.on('2026-12-17', '09:00');
    expect(await story.remindedOf(number, '被申请人答复期限')).toEqual([
      'fuyi clock-near',
      'lianluo-wuchang clock-near',
    ]);
    await story.on('2026-12-18', '23:00');
    expect((await story.clocksOf(id))['RC_REPLY']).toMatchObject({ state: 'RUNNING' });
    await story.on('2026-12-19', '00:30');
    expect((await story.clocksOf(id))['RC_REPLY']).toMatchObject({ state: 'CANCELLED' });
    expect((await story.historyOf(dispute.id)).join('\n')).toContain('被申请人逾期未答复');
  });

  it('stands still while it is suspended, with two approvals: no reminder, and its due day moves when it goes on', async () => {
    await story.on('2026-12-21');
    const suspension = { ground: 'S8', explanation: '须以另一案的审理结果为依据。' };
    expect(codeOf(await story.tries('fuyi', id, 'suspend', suspension))).toBe('cases.role-required');
    await story.proposes('fuyi', id, 'suspend', suspension);
    expect(codeOf(await story.tries('fuyi', id, 'record-opinion', { partyId: dispute.partyIds[0] }))).toBe(
      'cases.proposal-pending',
    );
    expect(await story.decides('juzhang', id, 'pass', '同意中止')).toBe('IN_TRIAL');
    expect(await story.decides('quzhang', id, 'pass', '同意')).toBe('SUSPENDED');
    expect((await story.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'SUSPENDED' });
    const number = await story.numberOf(id);
    await t.drain();
    await story.remindedOf(number, '复议审理期限');
    for (const day of ['2027-01-19', '2027-01-26', '2027-01-28', '2027-02-01', '2027-02-02', '2027-02-03'])
      await story.on(day);
    expect(await story.remindedOf(number, '复议审理期限')).toEqual([]);
    await story.proposes('fuyi', id, 'resume', { explanation: '另案已经审结。', causeEnded: true });
    await story.decides('juzhang', id, 'pass', '同意恢复');
    expect(await story.decides('quzhang', id, 'pass', '同意')).toBe('IN_TRIAL');
    // 21 December to 2 February are 44 days that do not count: 2 February moves to 18 March, a Thursday.
    expect((await story.clocksOf(id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-03-18', state: 'RUNNING' });
    await story.on('2027-03-17');
    expect(await story.remindedOf(number, '复议审理期限')).toContain('fuyi clock-near');
  });

  it('is drafted after both sides were heard; a default allows no decision that upholds the act', async () => {
    await story.on('2027-03-18');
    expect(codeOf(await story.tries('fuyi', id, 'start-drafting', { report: '审理报告。' }))).toBe(
      'reconsideration.opinions-missing',
    );
    for (const partyId of [...dispute.partyIds, await story.organId(UNIT)]) {
      await story.step('fuyi', id, 'record-opinion', { partyId, method: 'PHONE', heardOn: '2027-03-18' });
    }
    for (const login of ['fuyi', 'shenli']) {
      await story.step(login, id, 'give-opinion', { opinion: '被申请人未举证。', vote: 'AGREE', kind: 'REVOKE' });
    }
    expect(await story.step('fuyi', id, 'start-drafting', { report: '审理报告。' })).toBe('DRAFTING');
    const signedByIds = [await story.personId('fuyi'), await story.personId('shenli')];
    const draft = {
      kind: 'REVOKE',
      ground: 'NO_REPLY',
      conclusion: '撤销该处罚决定。',
      signedByIds,
      compensation: 'NONE',
    };
    const maintain = { ...draft, kind: 'MAINTAIN', ground: 'LAWFUL' };
    expect(codeOf(await story.tries('fuyi', id, 'submit-draft', maintain))).toBe(
      'reconsideration.kind-barred-by-default',
    );
    expect(await story.step('fuyi', id, 'submit-draft', draft)).toBe('INSTITUTION_REVIEW');
  });

  it('passes three approvals, with a return on the way, and is decided by who may', async () => {
    await story.step('kezhang', id, 'pass-department-review', { opinion: '同意' });
    expect(await story.step('juzhang', id, 'pass-institution-review', { opinion: '同意，报审批' })).toBe(
      'AUTHORITY_APPROVAL',
    );
    expect(await story.step('quzhang', id, 'return-approval', { opinion: '主文请写明文号' })).toBe('DRAFTING');
    const signedByIds = [await story.personId('fuyi'), await story.personId('shenli')];
    const conclusion = '撤销余五街罚〔2026〕1号行政处罚决定。';
    await story.step('fuyi', id, 'submit-draft', {
      kind: 'REVOKE',
      ground: 'NO_REPLY',
      conclusion,
      signedByIds,
      compensation: 'NONE',
    });
    await story.step('kezhang', id, 'pass-department-review', { opinion: '同意' });
    await story.step('juzhang', id, 'pass-institution-review', { opinion: '同意' });
    expect((await story.tries('juzhang', id, 'approve-decision', { mode: 'HEAD', opinion: '同意' })).status).toBe(403);
    expect(await story.step('quzhang', id, 'approve-decision', { mode: 'HEAD', opinion: '同意' })).toBe('DECIDED');
    expect((await story.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'MET' });
  });

  it('is served on all parties; the period to sue runs from the applicant’s day', async () => {
    await story.on('2027-03-22');
    const respondent = await story.organId(UNIT);
    expect(
      await story.step('fuyi', id, 'record-service', { recipientId: respondent, method: 'DIRECT', on: '2027-03-19' }),
    ).toBe('DECIDED');
    const applicant = { recipientId: dispute.partyIds[0], method: 'POST', on: '2027-03-22' };
    expect(await story.step('fuyi', id, 'record-service', applicant)).toBe('SERVED');
    expect((await story.tries('fuyi', id, 'record-service', applicant)).status).toBe(409);
    // 15 days from 22 March end on 6 April.
    expect((await story.clocksOf(id))['RC_SUE']).toMatchObject({ startsOn: '2027-03-22', dueOn: '2027-04-06' });
  });

  it('tells the whole way in Chinese sentences', async () => {
    const history = await story.historyOf(dispute.id);
    expect(history.length).toBeGreaterThan(20);
    expect(history.filter((sentence) => !/[\u4e00-\u9fff]/.test(sentence))).toEqual([]);
    expect(history.filter((sentence) => /undefined|null|\[object/.test(sentence))).toEqual([]);
    expect(history.join('\n')).not.toContain('测试申请人');
  });
});

describe('silence', () => {
  it('accepts: an application nobody reviewed is accepted by the passing of time, from the day after its review ended', async () => {
    const today = t.clock.today(); // Monday, 22 March 2027
    const dispute = await story.dispute({ receivedOn: today, actOn: '2027-03-01', actKnownOn: '2027-03-05' });
    const id = await story.reconsideration(dispute.id);
    expect((await story.clocksOf(id))['RC_REVIEW']).toMatchObject({ dueOn: '2027-03-29' });
    await story.on('2027-03-29', '23:30');
    expect(await story.stateOf(id)).toBe('RECEIVED');
    await story.on('2027-03-30', '00:10');
    expect(await story.stateOf(id)).toBe('ACCEPTED');
    expect(codeOf(await story.tries('lian', id, 'accept', { met: SEVEN }))).toMatch(/^cases\.|^reconsideration\./);
    expect((await story.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'RUNNING' });
    expect((await story.historyOf(dispute.id)).join('\n')).toContain('视为受理');
  });

  it('abandons: a correction that does not come ends the application when its period has run out', async () => {
    const today = t.clock.today(); // Tuesday, 30 March 2027
    const dispute = await story.dispute({ receivedOn: today, actOn: '2027-03-01', actKnownOn: '2027-03-05' });
    const id = await story.reconsideration(dispute.id);
    await story.step('lian', id, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
    await story.step('lian', id, 'notify-correction', { kind: 'MATERIALS', items: ['补充身份证明'] });
    await story.step('lian', id, 'serve-correction-notice', { method: 'DIRECT', on: today });
    const { dueOn } = (await story.clocksOf(id))['RC_CORRECT']!;
    await story.on(dueOn, '23:30');
    expect(await story.stateOf(id)).toBe('CORRECTION');
    await story.on('2027-05-06');
    expect(await story.stateOf(id)).toBe('ABANDONED');
  });
});
