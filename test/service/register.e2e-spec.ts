import { newId, type Id } from '@app/kernel';
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
const pointerOf = (answer: { body: unknown }): string =>
  (answer.body as { errors: { pointer: string }[] }).errors[0]!.pointer;
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
    const served = { method: 'POST', on: '2026-11-27', receivedBy: 'FAMILY' };
    const unproved = await story.does('served', id, { ...served, proofFileId: newId() }, 'fuyi');
    expect([unproved.status, codeOf(unproved), pointerOf(unproved)]).toEqual([
      422,
      'documents.file-not-of-case',
      '#/proofFileId',
    ]);
    mustBe(200, await story.does('served', id, served, 'fuyi'));
    // At the case, the delivery planned or not.
    const byStep = { recipientId: third, method: 'DIRECT', on: '2026-11-30' };
    const wrong = await story.tries('fuyi', caseId, 'record-service', { ...byStep, proofFileId: newId() });
    expect([wrong.status, pointerOf(wrong)]).toEqual([422, '#/input/proofFileId']);
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

describe('a process of the release before', () => {
  it('still writes its own table, and the register takes it over', async () => {
    const dispute = await story.dispute({ parties: [person(650)] });
    const caseId = await story.reconsideration(dispute.id);
    const [recipientId] = dispute.partyIds as [Id];
    await t.database.read(
      `INSERT INTO reconsideration.service (id, case_id, document, subject_id, recipient_id, served_on, record)
       VALUES ($1, $2, 'REFUSAL', $2, $3, '2026-11-20', '{"method": "POST", "on": "2026-11-20"}')`,
      [newId(), caseId, recipientId],
    );
    expect(await story.delivery(caseId, 'REFUSAL', recipientId)).toMatchObject({
      state: 'SERVED',
      method: 'POST',
      servedOn: '2026-11-20',
      attempts: [],
    });
  });
});

describe('a foreign case', () => {
  it('is not found, on every route', async () => {
    const dispute = await story.dispute({ parties: [person(700)] });
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
