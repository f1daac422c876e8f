import type { Id } from '@app/kernel';
import { CHECKED, codeOf, OwnerStory, ORDER, planOf, REPORT } from '../ownership/owner-story.js';
import { startApp, type TestApp } from '../support/app.js';
import { UNIT, type GivenDispute } from '../support/given.js';
import { proveTrail } from '../support/prove-trail.js';

let t: TestApp;
let story: OwnerStory;
let dispute: GivenDispute;
let id: Id;
let orderId: Id;

beforeAll(async () => {
  t = await startApp();
  story = new OwnerStory(t);
});

afterAll(() => t.close());

interface Candidate {
  id: Id;
  disputeId: Id;
  matches: string[];
}

const candidates = async (): Promise<Candidate[]> =>
  (await story.get<{ items: Candidate[] }>('kezhang', '/ownership/candidates')).items;

describe('a dispute that enters by the rule, is pressed, and is struck off', () => {
  it('is found by the rule without anybody’s asking, once', async () => {
    dispute = await story.dispute({ amount: 1_500_000, tags: ['MEDIA_ATTENTION'] });
    await t.drain();
    expect(await candidates()).toMatchObject([{ disputeId: dispute.id, matches: ['AMOUNT', 'MEDIA'] }]);
  });

  it('is proposed without a meeting, and is a candidate no more', async () => {
    id = await story.ownership(dispute.id, { jointMeetingOn: undefined, jointMeetingReason: undefined });
    await t.drain();
    expect(await candidates()).toEqual([]);
    expect(await story.detailOf(id)).toMatchObject({ source: 'RULE' });
    // The unit is the respondent and sees the dispute, but not what is proposed about it.
    expect(await story.detailOf(id, 'lianluo-wuchang')).toEqual({});
  });

  it('is approved with the list of the year, and signed for', async () => {
    const cases = [{ caseId: id, version: await story.versionOf(id) }];
    const list = { cases, basis: 'JOINT_MEETING', opinion: '同意' };
    const approved = await (await t.as('quzhang')).post('/ownership/lists').send(list);
    expect([approved.status, approved.body]).toMatchObject([
      201,
      { year: 2026, no: 1, number: '余包清〔2026〕1号', caseIds: [id] },
    ]);
    expect(await story.step('fuze-wuchang', id, 'acknowledge-unit')).toBe('LISTED');
    expect(await story.step('lingdao1', id, 'acknowledge-leader')).toBe('ACKNOWLEDGED');
    await story.step('fuze-wuchang', id, 'submit-plan', planOf('2026-11-24'));
    await story.step('lingdao1', id, 'approve-plan', { opinion: '同意' });
    expect(await story.step('fuze-wuchang', id, 'start-resolving')).toBe('RESOLVING');
    expect((await story.clocksOf(id))['CO_REPORT']).toMatchObject({ dueOn: '2026-12-09' });
  });

  it('turns yellow three working days after the report was due, not before, once', async () => {
    await story.on('2026-12-11');
    expect(await story.markOf(id)).toBe('NONE');
    const number = await story.numberOf(id);
    await story.remindedOf(number, '进展报告期限');
    await story.on('2026-12-14');
    expect(await story.markOf(id)).toBe('YELLOW');
    expect(await story.remindedOf(number, '进展报告期限')).toEqual(
      expect.arrayContaining(['fuze-wuchang clock-overdue', 'lingdao1 clock-overdue']),
    );
    await t.tick('ownership.mark');
    const { marks } = await story.detailOf<{ marks: unknown[] }>(id);
    expect(marks).toMatchObject([{ mark: 'YELLOW', cause: 'REPORT_LATE', liftedOn: null }]);
  });

  it('turns red after ten, and the bureau issues an order with a number and a clock', async () => {
    await story.on('2026-12-23');
    expect(await story.markOf(id)).toBe('RED');
    await story.step('kezhang', id, 'issue-supervision', ORDER);
    const { supervisions } = await story.detailOf<{ supervisions: { id: Id }[] }>(id, 'fuze-wuchang');
    expect(supervisions).toMatchObject([{ number: '余包督〔2026〕1号', state: 'ISSUED', dueOn: '2026-12-30' }]);
    orderId = supervisions[0]!.id;
    expect((await story.clocksOf(id))['CO_SUPERVISION']).toMatchObject({ dueOn: '2026-12-30', state: 'RUNNING' });
  });

  it('must be acknowledged before it is answered, and only by the unit', async () => {
    const reply = { orderId, content: '已补报。' };
    expect(codeOf(await story.tries('lianluo-wuchang', id, 'reply-supervision', reply))).toBe(
      'ownership.no-order-to-reply',
    );
    await story.step('lianluo-wuchang', id, 'acknowledge-supervision', { orderId });
    const foreign = { ...reply, fileIds: [orderId] };
    expect(codeOf(await story.tries('fuze-wuchang', id, 'reply-supervision', foreign))).toBe(
      'documents.file-not-of-case',
    );
    await story.step('fuze-wuchang', id, 'reply-supervision', { ...reply, fileIds: [await story.file(id)] });
    expect((await story.clocksOf(id))['CO_SUPERVISION']).toMatchObject({ state: 'MET' });
  });

  it('is returned with a new term, answered again and accepted by who issued it; the light goes out', async () => {
    const returned = { orderId, opinion: '请写明户数', workingDays: 2 };
    expect(codeOf(await story.tries('lingdao1', id, 'return-supervision', returned))).toBe(
      'ownership.order-of-other-issuer',
    );
    await story.step('kezhang', id, 'return-supervision', returned);
    expect((await story.clocksOf(id))['CO_SUPERVISION']).toMatchObject({ dueOn: '2026-12-25', state: 'RUNNING' });
    await story.step('fuze-wuchang', id, 'report-progress', REPORT);
    expect(await story.markOf(id)).toBe('RED');
    await story.step('fuze-wuchang', id, 'reply-supervision', { orderId, content: '十二户均已走访。' });
    expect(codeOf(await story.tries('fuze-wuchang', id, 'claim-resolution', { kind: 'AGREEMENT', summary: '已签', fileIds: [await story.file(id)] }))).toBe('ownership.supervision-open'); // prettier-ignore
    await story.step('juzhang', id, 'accept-supervision', { orderId, opinion: '同意办结' });
    expect(await story.markOf(id)).toBe('NONE');
    const { supervisions } = await story.detailOf<{ supervisions: { replies: unknown[] }[] }>(id, 'lingdao1');
    expect(supervisions[0]).toMatchObject({
      state: 'ACCEPTED',
      replies: [{ outcome: 'RETURNED', opinion: '请写明户数' }, { outcome: 'ACCEPTED' }],
    });
  });

  it('reported while red, so the next report is due in seven days', async () => {
    expect((await story.clocksOf(id))['CO_REPORT']).toMatchObject({ startsOn: '2026-12-23', dueOn: '2026-12-30' });
  });

  it('is claimed with proof, fails verification, and goes on', async () => {
    expect(await story.claimed(id)).toBe('RESOLVED_CLAIMED');
    expect(await story.clocksOf(id)).toMatchObject({ CO_REPORT: { state: 'MET' }, CO_VERIFY: { dueOn: '2027-01-06' } });
    const unpaid = { ...CHECKED, payment: 'NOT_PAID', contactedOn: '2026-12-23' };
    expect(codeOf(await story.tries('kezhang', id, 'verify', unpaid))).toBe('ownership.checklist-incomplete');
    expect(await story.step('kezhang', id, 'fail-verification', unpaid)).toBe('RESOLVING');
    expect(await story.clocksOf(id)).toMatchObject({ CO_REPORT: { state: 'RUNNING' }, CO_VERIFY: { state: 'MET' } });
  });

  it('is claimed again, verified, signed by the leader and struck off; nothing runs any more', async () => {
    await story.on('2026-12-25');
    await story.claimed(id);
    expect(await story.step('juzhang', id, 'verify', { ...CHECKED, contactedOn: '2026-12-25' })).toBe('VERIFIED');
    expect(codeOf(await story.tries('kezhang', id, 'strike-off', { opinion: '同意' }))).toBe('cases.role-required');
    expect(await story.step('lingdao1', id, 'strike-off', { opinion: '同意销号' })).toBe('CANCELLED');
    const states = Object.values(await story.clocksOf(id)).map(({ state }) => state);
    expect(states.filter((state) => state === 'RUNNING')).toEqual([]);
    expect(await story.detailOf(id)).toMatchObject({
      struckOffOn: '2026-12-25',
      outcome: 'AGREEMENT',
      claims: [{ outcome: 'FAILED', checklist: { payment: 'NOT_PAID' } }, { outcome: 'STRUCK_OFF' }],
    });
  });

  it('breaks out again: the register is reopened with a reason and a new day', async () => {
    await story.on('2027-01-11');
    const reopen = { reason: '当事人反悔', resolveBy: '2027-03-01' };
    expect(codeOf(await story.tries('kezhang', id, 'reopen', { ...reopen, resolveBy: '2027-01-11' }))).toBe(
      'ownership.resolve-by-passed',
    );
    expect(await story.step('kezhang', id, 'reopen', reopen)).toBe('RESOLVING');
    expect((await story.clocksOf(id))['CO_RESOLVE']).toMatchObject({ dueOn: '2027-03-01', state: 'RUNNING' });
    expect(await story.detailOf(id, 'lingdao1')).toMatchObject({
      reopenings: [{ struckOffOn: '2026-12-25', reason: '当事人反悔' }],
      entries: [
        { serial: 1, revision: 0, kind: 'LISTED' },
        { serial: 1, revision: 1, kind: 'REOPENED' },
      ],
    });
    const { intact } = await story.get<{ intact: boolean }>('kezhang', '/ownership/lists/2026');
    expect(intact).toBe(true);
  });

  it('tells it in Chinese, and the trail proves it', async () => {
    const history = await story.historyOf(dispute.id, 'lingdao1');
    expect(history.join('\n')).toMatch(/提请领导包案[\s\S]*亮黄灯[\s\S]*亮红灯[\s\S]*督办单[\s\S]*销号[\s\S]*恢复台账/);
    expect(history.filter((sentence) => !/[一-鿿]/.test(sentence))).toEqual([]);
    await proveTrail(t);
  });
});

it(`${UNIT} is who it was about`, async () => {
  expect(await story.detailOf(id)).toMatchObject({ unitId: await story.organId(UNIT) });
});
