import { newId, type Id } from '@app/kernel';
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
const withThirdParty = (serial: number) => ({
  parties: [person(serial), person(serial + 1, { role: 'THIRD_PARTY' })],
});

describe('a decision for three parties', () => {
  let dispute: GivenDispute;
  let caseId: Id;
  let respondent: Id;

  beforeAll(async () => {
    await story.on(TODAY);
    dispute = await story.dispute(withThirdParty(100));
    ({ caseId, respondent } = await story.decided(dispute));
  });

  it('is in the register, planned, as soon as it is made', async () => {
    const planned = (await story.deliveries(caseId)).filter(({ paper }) => paper === 'DECISION');
    expect(planned.map(({ recipientId }) => recipientId).sort()).toEqual([...dispute.partyIds, respondent].sort());
    expect(planned.map(({ state }) => state)).toEqual(['PLANNED', 'PLANNED', 'PLANNED']);
    const again = { paper: 'DECISION', recipientIds: [respondent] };
    const twice = await (await t.as('lian')).post(`/cases/${caseId}/deliveries`).send(again);
    expect([twice.status, codeOf(twice)]).toEqual([409, 'service.already-planned']);
  });

  it('starts each party’s period from its own day, by whichever door, and is served with the last', async () => {
    const [applicant, third] = dispute.partyIds as [Id, Id];
    await story.on('2026-11-30');
    // At the register.
    const { id } = await story.delivery(caseId, 'DECISION', applicant);
    mustBe(
      200,
      await story.does('attempts', id, { method: 'POST', on: '2026-11-25', trackingNumber: 'XA1001CN' }, 'fuyi'),
    );
    mustBe(200, await story.does('served', id, { method: 'POST', on: '2026-11-27', receivedBy: 'FAMILY' }, 'fuyi'));
    // At the case, the delivery planned or not.
    const byStep = { recipientId: third, method: 'DIRECT', on: '2026-11-30' };
    expect(await story.step('fuyi', caseId, 'record-service', byStep)).toBe('DECIDED');
    await story.on('2026-12-02');
    const last = await story.delivery(caseId, 'DECISION', respondent);
    mustBe(200, await story.does('served', last.id, { method: 'ELECTRONIC', on: '2026-12-01' }, 'fuyi'));
    expect(await story.stateOf(caseId)).toBe('SERVED');
    expect(await story.clocksOn(caseId, 'RC_SUE')).toMatchObject([
      { concernsId: applicant, startsOn: '2026-11-27', dueOn: '2026-12-14' },
      { concernsId: third, startsOn: '2026-11-30', dueOn: '2026-12-15' },
    ]);
  });

  it('has one row for each, with what was done', async () => {
    const rows = (await story.deliveries(caseId)).filter(({ paper }) => paper === 'DECISION');
    expect(rows).toHaveLength(3);
    expect(rows.map(({ state, servedOn, method }) => [state, servedOn, method]).sort()).toEqual([
      ['SERVED', '2026-11-27', 'POST'],
      ['SERVED', '2026-11-30', 'DIRECT'],
      ['SERVED', '2026-12-01', 'ELECTRONIC'],
    ]);
    const posted = rows.find(({ method }) => method === 'POST')!;
    expect(posted.attempts).toMatchObject([
      { outcome: 'SERVED', sentOn: '2026-11-25', endedOn: '2026-11-27', trackingNumber: 'XA1001CN' },
    ]);
    const detail = (await (await t.as('fuyi')).get(`/cases/${caseId}`)).body as {
      detail: { services: { document: string }[] };
    };
    expect(detail.detail.services.map(({ document }) => document).sort()).toEqual([
      'COPY',
      'DECISION',
      'DECISION',
      'DECISION',
    ]);
  });

  it('cannot be served again, at either door', async () => {
    const { id } = await story.delivery(caseId, 'DECISION', respondent);
    for (const act of ['served', 'attempts'] as const) {
      const again = await story.does(act, id, { method: 'DIRECT', on: '2026-12-02' }, 'fuyi');
      expect([again.status, codeOf(again)]).toEqual([409, 'service.already-served']);
    }
    const failed = await story.does('failed', id, { on: '2026-12-02', reason: 'ABSENT' }, 'fuyi');
    expect([failed.status, codeOf(failed)]).toEqual([409, 'service.not-sent']);
    const step = await story.tries('fuyi', caseId, 'record-service', {
      recipientId: respondent,
      method: 'DIRECT',
      on: '2026-12-02',
    });
    expect(step.status).toBe(409);
  });

  it('tells it in Chinese sentences, without names', async () => {
    const history = (await story.historyOf(dispute.id)).join('\n');
    expect(history).toContain('列入送达：行政复议决定书，受送达人3名');
    expect(history).toContain('登记行政复议决定书送达，送达日期2026-11-27（邮寄送达）');
    expect(history).not.toMatch(/undefined|\[object|测试申请人|进行了操作/);
  });
});

describe('two at once', () => {
  it('serve one paper: one succeeds, the other is told, and the case moves once', async () => {
    await story.on(TODAY);
    const dispute = await story.dispute({ parties: [person(200)] });
    const { caseId } = await story.decided(dispute);
    const { id } = await story.delivery(caseId, 'DECISION', dispute.partyIds[0]!);
    const record = { method: 'DIRECT', on: TODAY };
    const answers = await Promise.all([
      story.does('served', id, record, 'fuyi'),
      story.does('served', id, record, 'lian'),
      story.does('served', id, record, 'fuyi'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(codeOf)).toEqual(Array(2).fill('service.already-served'));
    expect(await story.clocksOn(caseId, 'RC_SUE')).toHaveLength(1);
    const [{ n }] = (await t.database.read<{ n: number }>(
      `SELECT count(*) AS n FROM audit.entry WHERE subject_id = $1 AND action = 'reconsideration.record-service'`,
      [caseId],
    )) as [{ n: number }];
    expect(Number(n)).toBe(1);
  });

  it('serve at the case and at the register: one succeeds', async () => {
    const dispute = await story.dispute({ parties: [person(210)] });
    const { caseId, respondent } = await story.decided(dispute);
    const { id } = await story.delivery(caseId, 'DECISION', respondent);
    const record = { method: 'DIRECT', on: TODAY };
    const answers = await Promise.all([
      story.does('served', id, record, 'fuyi'),
      story.tries('lian', caseId, 'record-service', { recipientId: respondent, ...record }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await story.delivery(caseId, 'DECISION', respondent)).attempts).toHaveLength(1);
  });
});

describe('what the step refuses', () => {
  it('is not in the register either', async () => {
    const dispute = await story.dispute({ parties: [person(300)] });
    const { caseId, respondent } = await story.decided(dispute);
    const { id } = await story.delivery(caseId, 'DECISION', respondent);
    const early = await story.does('served', id, { method: 'DIRECT', on: '2026-11-23' }, 'fuyi');
    expect([early.status, codeOf(early)]).toEqual([409, 'reconsideration.served-before-decision']);
    const stranger = await story.does('served', id, { method: 'DIRECT', on: TODAY }, 'juzhang');
    expect([stranger.status, codeOf(stranger)]).toEqual([403, 'cases.role-required']);
    expect(await story.delivery(caseId, 'DECISION', respondent)).toMatchObject({ state: 'PLANNED', attempts: [] });
    expect(await story.stateOf(caseId)).toBe('DECIDED');
  });

  it('a delivery of another case or recipient is not taken', async () => {
    const dispute = await story.dispute({ parties: [person(310)] });
    const { caseId, respondent } = await story.decided(dispute);
    const { id } = await story.delivery(caseId, 'DECISION', dispute.partyIds[0]!);
    const given = { recipientId: respondent, method: 'DIRECT', on: TODAY };
    const other = await story.tries('fuyi', caseId, 'record-service', { ...given, deliveryId: id });
    expect([other.status, codeOf(other)]).toEqual([409, 'service.paper-wrong']);
    const none = await story.tries('fuyi', caseId, 'record-service', { ...given, deliveryId: newId() });
    expect([none.status, codeOf(none)]).toEqual([404, 'service.delivery.not-found']);
  });
});

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

describe('a process of the release before', () => {
  it('still writes its own table, and the register takes it over', async () => {
    const dispute = await story.dispute({ parties: [person(650)], actKnownOn: '2026-12-10', actOn: '2026-12-09' });
    const caseId = await story.reconsideration(dispute.id);
    const [recipientId] = dispute.partyIds as [Id];
    await t.database.read(
      `INSERT INTO reconsideration.service (id, case_id, document, subject_id, recipient_id, served_on, record)
       VALUES ($1, $2, 'REFUSAL', $2, $3, '2027-01-12', '{"method": "POST", "on": "2027-01-12"}')`,
      [newId(), caseId, recipientId],
    );
    expect(await story.delivery(caseId, 'REFUSAL', recipientId)).toMatchObject({
      state: 'SERVED',
      method: 'POST',
      servedOn: '2027-01-12',
      attempts: [],
    });
  });
});

describe('a foreign case', () => {
  it('is not found, on every route', async () => {
    const dispute = await story.dispute({ parties: [person(700)], actKnownOn: '2026-12-10', actOn: '2026-12-09' });
    const caseId = await story.reconsideration(dispute.id);
    const [id] = await story.plan(caseId, 'NOTICE', dispute.partyIds);
    const agent = await t.as('tiaojie-yuhang');
    const today = t.clock.today();
    const answers = [
      await agent.get(`/cases/${caseId}/deliveries`),
      await agent.post(`/cases/${caseId}/deliveries`).send({ paper: 'NOTICE', recipientIds: dispute.partyIds }),
      await agent.post(`/deliveries/${id}/attempts`).send({ method: 'DIRECT', on: today }),
      await agent.post(`/deliveries/${id}/served`).send({ method: 'DIRECT', on: today }),
      await agent.post(`/deliveries/${id}/failed`).send({ on: today, reason: 'ABSENT' }),
      await agent.get(`/disputes/${dispute.id}/address-confirmations`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const seesAll = await (await t.as('shenli')).post(`/deliveries/${id}/served`).send({ method: 'DIRECT', on: today });
    expect([seesAll.status, codeOf(seesAll)]).toEqual([403, 'service.role-required']);
  });
});
