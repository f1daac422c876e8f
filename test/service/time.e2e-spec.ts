import type { Id } from '@app/kernel';
import { Database } from '@app/platform';
import { ElectronicService } from '@app/service-of-process';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, person, type GivenDispute } from '../support/given.js';
import { ServiceStory } from './support.js';

/** Tuesday, 24 November 2026. */
const TODAY = '2026-11-24';

let t: TestApp;
let story: ServiceStory;

beforeAll(async () => {
  t = await startApp();
  story = new ServiceStory(t);
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

describe('a failed attempt', () => {
  let caseId: Id;
  let id: Id;

  it('is a task of the handler, who is reminded of it', async () => {
    await story.on(TODAY);
    const dispute = await story.dispute({ parties: [person(400)] });
    ({ caseId } = await story.decided(dispute));
    ({ id } = await story.delivery(caseId, 'DECISION', dispute.partyIds[0]!));
    mustBe(200, await story.does('attempts', id, { method: 'DIRECT', on: TODAY }, 'fuyi'));
    const again = await story.does('attempts', id, { method: 'POST', on: TODAY }, 'fuyi');
    expect(codeOf(again)).toBe('service.attempt-open');
    mustBe(200, await story.does('failed', id, { on: TODAY, reason: 'ABSENT', note: '两次上门无人' }, 'fuyi'));
    // Three working days after Tuesday: Friday.
    expect(await story.clocksOn(caseId, 'SV_RETRY')).toMatchObject([
      { concernsId: id, dueOn: '2026-11-27', state: 'RUNNING' },
    ]);
    const number = await story.numberOf(caseId);
    await story.on('2026-11-26');
    expect(await story.remindedOf(number, '重新送达期限')).toContain('fuyi clock-near');
  });

  it('is done with by the next one', async () => {
    mustBe(200, await story.does('attempts', id, { method: 'POST', on: '2026-11-26' }, 'fuyi'));
    expect(await story.clocksOn(caseId, 'SV_RETRY')).toMatchObject([{ state: 'MET' }]);
    const number = await story.numberOf(caseId);
    await story.on('2026-11-27');
    expect(await story.remindedOf(number, '重新送达期限')).toEqual([]);
  });

  it('opens announcement, which time completes: 30 days, on a day off, and the system records it', async () => {
    await story.on('2026-12-04');
    const announce = { method: 'ANNOUNCE', on: '2026-12-04', note: '上门、邮寄均未送达，登报公告' };
    const early = await story.does('attempts', id, announce, 'fuyi');
    expect(codeOf(early)).toBe('service.attempt-open');
    mustBe(200, await story.does('failed', id, { on: '2026-12-04', reason: 'MOVED' }, 'fuyi'));
    const bare = await story.does('attempts', id, { ...announce, note: undefined }, 'fuyi');
    expect(codeOf(bare)).toBe('service.particulars-missing');
    mustBe(200, await story.does('attempts', id, announce, 'fuyi'));
    // 4 December + 30 = 3 January 2027, a Sunday.
    expect(await story.clocksOn(caseId, 'SV_ANNOUNCE')).toMatchObject([{ concernsId: id, dueOn: '2027-01-03' }]);
    await story.on('2027-01-03', '23:30');
    expect((await story.deliveries(caseId)).find((d) => d.id === id)).toMatchObject({ state: 'SENT' });
    await story.on('2027-01-04', '00:30');
    expect((await story.deliveries(caseId)).find((d) => d.id === id)).toMatchObject({
      state: 'SERVED',
      method: 'ANNOUNCE',
      servedOn: '2027-01-03',
    });
    expect(await story.clocksOn(caseId, 'RC_SUE')).toMatchObject([{ startsOn: '2027-01-03', dueOn: '2027-01-18' }]);
    expect(await story.clocksOn(caseId, 'SV_ANNOUNCE')).toMatchObject([{ state: 'MET' }]);
  });

  it('is needed for an announcement of this paper', async () => {
    const dispute = await story.dispute({ parties: [person(410)], actKnownOn: '2026-12-10', actOn: '2026-12-09' });
    const other = await story.reconsideration(dispute.id);
    const [notice] = await story.plan(other, 'NOTICE', dispute.partyIds);
    const announce = { method: 'ANNOUNCE', on: '2027-01-04', note: '登报公告' };
    expect(codeOf(await story.does('attempts', notice!, announce))).toBe('service.announcement-too-early');
    mustBe(200, await story.does('attempts', notice!, { ...announce, whereaboutsUnknown: 'POLICE' }));
  });
});

describe('electronic service', () => {
  let dispute: GivenDispute;
  let caseId: Id;
  const received = (id: Id, at: Date) =>
    t.app
      .get(Database, { strict: false })
      .transaction((tx) => t.app.get(ElectronicService, { strict: false }).received(tx, id, at));

  beforeAll(async () => {
    await story.on('2027-01-05');
    dispute = await story.dispute({ parties: [person(500)], actKnownOn: '2026-12-10', actOn: '2026-12-09' });
    caseId = await story.reconsideration(dispute.id);
  });

  it('needs the party’s confirmation, from its day on (SV-1)', async () => {
    const [party] = dispute.partyIds as [Id];
    const [id] = await story.plan(caseId, 'NOTICE', [party]);
    const send = { method: 'ELECTRONIC', on: '2027-01-05' };
    expect(codeOf(await story.does('attempts', id!, send))).toBe('service.no-electronic-consent');
    const nowhere = await story.confirms(dispute.id, party, { portal: false });
    expect([nowhere.status, codeOf(nowhere)]).toEqual([422, 'service.electronic-address-missing']);
    mustBe(201, await story.confirms(dispute.id, party, { electronic: false }));
    expect(codeOf(await story.does('attempts', id!, send))).toBe('service.no-electronic-consent');
    const [latest] = mustBe(201, await story.confirms(dispute.id, party, { email: 'party@example.com' })) as {
      phone: string;
      email: string;
    }[];
    expect(latest).toMatchObject({ phone: '138****1234', email: 'p***@example.com', electronic: true });
    mustBe(200, await story.does('attempts', id!, send));
  });

  it('counts from the day our system sent it, when the recipient confirms', async () => {
    const [party] = dispute.partyIds as [Id];
    const waiting = () =>
      t.app
        .get(Database, { strict: false })
        .transaction((tx) => t.app.get(ElectronicService, { strict: false }).waiting(tx, [party]));
    const [item] = await waiting();
    expect(item).toMatchObject({ caseId, paper: 'NOTICE', paperName: '其他文书', sentOn: '2027-01-05' });
    t.clock.set('2027-01-06T08:00:00+08:00');
    await received(item!.deliveryId, t.clock.now());
    expect((await story.deliveries(caseId)).at(-1)).toMatchObject({ state: 'SERVED', servedOn: '2027-01-05' });
    expect(await waiting()).toEqual([]);
    await expect(received(item!.deliveryId, t.clock.now())).rejects.toMatchObject({ code: 'service.not-sent' });
  });

  it('counts the same when nobody confirms: time records it', async () => {
    const [id] = await story.plan(caseId, 'NOTICE', dispute.partyIds);
    mustBe(200, await story.does('attempts', id!, { method: 'ELECTRONIC', on: '2027-01-06' }));
    await story.on('2027-01-07', '23:00');
    expect((await story.deliveries(caseId)).find((d) => d.id === id)).toMatchObject({ state: 'SENT' });
    await story.on('2027-01-08', '00:30');
    expect((await story.deliveries(caseId)).find((d) => d.id === id)).toMatchObject({
      state: 'SERVED',
      servedOn: '2027-01-06',
    });
  });

  it('of organs is the district’s to allow', async () => {
    const settings = await t.as('xitong');
    mustBe(
      200,
      await settings.put('/settings/service').send({ electronicToOrgans: false, version: 1, reason: '试行' }),
    );
    const organ = await story.organId('区教育局');
    const [id] = await story.plan(caseId, 'NOTICE', [organ]);
    const send = { method: 'ELECTRONIC', on: '2027-01-08' };
    expect(codeOf(await story.does('attempts', id!, send))).toBe('service.no-electronic-consent');
    const stale = await settings
      .put('/settings/service')
      .send({ electronicToOrgans: true, version: 1, reason: '试行' });
    expect(stale.status).toBe(409);
    mustBe(200, await settings.put('/settings/service').send({ electronicToOrgans: true, version: 2, reason: '恢复' }));
    mustBe(200, await story.does('attempts', id!, send));
  });
});

describe('a correction notice', () => {
  it('that was answered before its receipt came back is recorded, and starts nothing', async () => {
    await story.on('2027-01-11');
    const dispute = await story.dispute({ parties: [person(600)], actKnownOn: '2026-12-10', actOn: '2026-12-09' });
    const caseId = await story.reconsideration(dispute.id);
    await story.step('lian', caseId, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
    await story.step('lian', caseId, 'notify-correction', { kind: 'MATERIALS', items: ['补充身份证明'] });
    const { id } = await story.delivery(caseId, 'CORRECTION_NOTICE', dispute.partyIds[0]!);
    mustBe(200, await story.does('attempts', id, { method: 'POST', on: '2027-01-11' }));
    await story.on('2027-01-13');
    await story.step('lian', caseId, 'receive-correction', { receivedOn: '2027-01-13' });
    mustBe(200, await story.does('served', id, { method: 'POST', on: '2027-01-12' }));
    expect(await story.clocksOn(caseId, 'RC_CORRECT')).toEqual([]);
    expect(await story.delivery(caseId, 'CORRECTION_NOTICE', dispute.partyIds[0]!)).toMatchObject({
      servedOn: '2027-01-12',
    });
  });

  it('recorded at the register starts the applicant’s period', async () => {
    const dispute = await story.dispute({ parties: [person(610)], actKnownOn: '2026-12-10', actOn: '2026-12-09' });
    const caseId = await story.reconsideration(dispute.id);
    await story.step('lian', caseId, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
    await story.step('lian', caseId, 'notify-correction', { kind: 'MATERIALS', items: ['补充身份证明'] });
    const { id } = await story.delivery(caseId, 'CORRECTION_NOTICE', dispute.partyIds[0]!);
    mustBe(200, await story.does('served', id, { method: 'DIRECT', on: '2027-01-13' }));
    expect(await story.clocksOn(caseId, 'RC_CORRECT')).toMatchObject([{ startsOn: '2027-01-13' }]);
  });
});

describe('a message whose case stands still', () => {
  it('is not recorded by time, but kept in the trail; the handler records it when the case goes on', async () => {
    await story.on('2027-01-18');
    const dispute = await story.dispute({ parties: [person(620)], actKnownOn: '2026-12-10', actOn: '2026-12-09' });
    const { caseId, respondent } = await story.inTrial(dispute);
    const { id } = await story.delivery(caseId, 'COPY', respondent);
    mustBe(200, await story.does('attempts', id, { method: 'ELECTRONIC', on: '2027-01-18' }, 'fuyi'));
    await story.proposes('fuyi', caseId, 'suspend', { ground: 'S8', explanation: '等待另案裁判。' });
    await story.decides('juzhang', caseId, 'pass', '同意');
    expect(await story.decides('quzhang', caseId, 'pass', '同意')).toBe('SUSPENDED');
    await story.on('2027-01-20');
    expect(await story.delivery(caseId, 'COPY', respondent)).toMatchObject({ state: 'SENT' });
    expect((await story.historyOf(dispute.id)).join('\n')).toContain('送达期间届满，案件已进入其他步骤');
    await story.proposes('fuyi', caseId, 'resume', { explanation: '另案已经审结。', causeEnded: true });
    await story.decides('juzhang', caseId, 'pass', '同意');
    await story.decides('quzhang', caseId, 'pass', '同意');
    mustBe(200, await story.does('served', id, { method: 'ELECTRONIC', on: '2027-01-18' }, 'fuyi'));
    expect(await story.clocksOn(caseId, 'RC_REPLY')).toMatchObject([{ startsOn: '2027-01-18' }]);
    expect(await story.clocksOn(caseId, 'SV_ELECTRONIC')).toMatchObject([{ state: 'MET' }]);
  });
});
