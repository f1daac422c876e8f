import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import type { GivenDispute } from '../support/given.js';
import { proveTrail } from '../support/prove-trail.js';
import { CHAIR, HELD, LIAISON, MANAGER, MEDIATOR, MediationStory, ROOM, STAFF } from './people.js';

const SUCCESSOR = 'tiaojie';

let t: TestApp;
let story: MediationStory;

beforeAll(async () => {
  t = await startApp();
  story = new MediationStory(t);
});

afterAll(async () => {
  await proveTrail(t);
  await t.close();
});

describe('recusal and replacement', () => {
  let dispute: GivenDispute;
  let mediation: Id;
  let organ: Id;
  let mediatorId: Id;

  it('the organ raises it before mediation begins, in its own name only', async () => {
    ({ dispute, mediation, organ } = await story.begun());
    mediatorId = await story.personId(MEDIATOR);
    await story.step(MEDIATOR, mediation, 'schedule-session', { ...ROOM, on: '2026-11-30', partyIds: [organ] });
    const ground = { mediatorId, ground: 'INTEREST', explanation: '与申请人有往来。' };
    const inAnothersName = { ...ground, raisedBy: 'APPLICANT' };
    expect(await story.outcome(LIAISON, mediation, 'raise-recusal', inAnothersName)).toBe('mediation.not-your-side');
    expect(await story.outcome(LIAISON, mediation, 'raise-recusal', { ...ground, raisedBy: 'RESPONDENT' })).toBe(
      'MEDIATOR_ASSIGNED',
    );
    const { MD_RECUSAL } = await story.clocksOf(mediation, STAFF);
    expect(MD_RECUSAL).toMatchObject({ dueOn: '2026-11-27', state: 'RUNNING' });
  });

  it('until it is decided nothing is mediated', async () => {
    const code = 'mediation.recusal-pending';
    const plan = { ...ROOM, on: '2026-12-01', partyIds: [organ] };
    expect(await story.outcome(MEDIATOR, mediation, 'schedule-session', plan)).toBe(code);
    expect(await story.outcome(MEDIATOR, mediation, 'hold-session', { ...HELD, heldOn: '2026-11-24' })).toBe(code);
    const proposal = { by: 'MEDIATOR', visibleTo: 'BOTH', text: '退还一半。' };
    expect(await story.outcome(MEDIATOR, mediation, 'record-proposal', proposal)).toBe(code);
  });

  it('is decided by the chair, who names another; the term runs on', async () => {
    const { MD_TERM } = await story.clocksOf(mediation, MEDIATOR);
    await story.on('2026-11-26');
    const same = { mediatorIds: [mediatorId], reason: '重新指定。' };
    expect(await story.outcome(CHAIR, mediation, 'replace-mediator', same)).toBe('mediation.mediators-unchanged');
    const successor = [await story.personId(SUCCESSOR)];
    const input = { mediatorIds: successor, reason: '与申请人有往来，应当回避。', deviationReason: '熟悉案情。' };
    expect((await story.tries(LIAISON, mediation, 'replace-mediator', input)).status).toBe(403);
    expect(await story.outcome(CHAIR, mediation, 'replace-mediator', input)).toBe('MEDIATOR_ASSIGNED');
    const clocks = await story.clocksOf(mediation, SUCCESSOR);
    const { startsOn, dueOn, state } = MD_TERM!;
    expect(clocks['MD_TERM']).toMatchObject({ startsOn, dueOn, state });
    expect(clocks['MD_RECUSAL']!.state).toBe('MET');
    expect(clocks['MD_SESSION']!.state).toBe('CANCELLED');
    const { recusals } = await story.detailOf<{ recusals: object[] }>(CHAIR, mediation);
    expect(recusals).toMatchObject([
      { state: 'GRANTED', raisedBy: 'RESPONDENT', decidedBy: await story.personId(CHAIR), decidedOn: '2026-11-26' },
    ]);
  });

  it('whoever was recused is shut out of the dispute, also through his committee', async () => {
    const agent = await t.as(MEDIATOR);
    for (const path of [`/cases/${mediation}`, `/cases/${mediation}/actions`, `/disputes/${dispute.id}`])
      expect([path, (await agent.get(path)).status]).toEqual([path, 404]);
    expect((await agent.get('/cases?size=100')).text).not.toContain(mediation);
    expect(await story.diary(MEDIATOR, '2026-11-01', '2026-12-31')).toEqual([]);
    expect((await story.tries(MEDIATOR, mediation, 'hold-session', { ...HELD, heldOn: '2026-11-26' })).status).toBe(
      404,
    );
  });

  it('and does not come back', async () => {
    const back = { mediatorIds: [mediatorId], reason: '另行安排。' };
    expect(await story.outcome(CHAIR, mediation, 'replace-mediator', back)).toBe('mediation.mediator-was-replaced');
  });

  it('the successor confirms, and mediates', async () => {
    expect(await story.outcome(SUCCESSOR, mediation, 'hold-session', { ...HELD, heldOn: '2026-11-26' })).toBe(
      'mediation.mediator-not-confirmed',
    );
    await story.step(SUCCESSOR, mediation, 'confirm-mediator', { noConflict: true });
    expect(await story.outcome(SUCCESSOR, mediation, 'hold-session', { ...HELD, heldOn: '2026-11-26' })).toBe(
      'IN_SESSION',
    );
  });

  it('later only what became known later is raised', async () => {
    const late = {
      mediatorId: await story.personId(SUCCESSOR),
      raisedBy: 'RESPONDENT',
      ground: 'OTHER_RELATION',
      explanation: '另有关系。',
    };
    expect(await story.outcome(LIAISON, mediation, 'raise-recusal', late)).toBe('mediation.recusal-late');
    expect(await story.outcome(LIAISON, mediation, 'raise-recusal', { ...late, knownOn: '2026-11-26' })).toBe(
      'IN_SESSION',
    );
    const rejected = { reason: '事由不成立。' };
    expect(await story.outcome(MANAGER, mediation, 'reject-recusal', rejected)).toBe('IN_SESSION');
    expect(await story.outcome(MANAGER, mediation, 'reject-recusal', rejected)).toBe('mediation.no-recusal');
  });

  it('a mediator who discloses a ground goes on only if all sides agree', async () => {
    const own = {
      mediatorId: await story.personId(SUCCESSOR),
      raisedBy: 'MEDIATOR',
      ground: 'OTHER_RELATION',
      explanation: '与代理人曾是同事。',
    };
    await story.step(SUCCESSOR, mediation, 'raise-recusal', own);
    const keep = { reason: '双方知悉后同意继续。', agreedBy: [organ] };
    expect(await story.outcome(CHAIR, mediation, 'reject-recusal', keep)).toBe('mediation.disclosure-not-accepted');
    const agreedBy = [organ, ...dispute.partyIds];
    expect(await story.outcome(CHAIR, mediation, 'reject-recusal', { ...keep, agreedBy })).toBe('IN_SESSION');
  });

  it('replaced without a ground, one leaves the case but is not shut out of the dispute', async () => {
    const second = [await story.personId('tiaojie2')];
    await story.step(MANAGER, mediation, 'replace-mediator', { mediatorIds: second, reason: '调解员病休。' });
    expect(
      (await story.tries(SUCCESSOR, mediation, 'hold-session', { ...HELD, heldOn: '2026-11-26' })).status,
    ).not.toBe(200);
    const excluded = await t.database.read<{ personId: Id }>(
      'SELECT person_id AS "personId" FROM cases.exclusion WHERE dispute_id = $1',
      [dispute.id],
    );
    expect(excluded).toEqual([{ personId: mediatorId }]);
    expect((await (await t.as(SUCCESSOR)).get(`/cases/${mediation}`)).text).not.toContain(HELD.minutes);
  });
});

it('people’s mediation: whom a party does not want is replaced, without a reason being weighed', async () => {
  const { mediation } = await story.begun();
  await t.database.read(`UPDATE mediation.mediation SET stage = 'PEOPLES_MEDIATION' WHERE case_id = $1`, [mediation]);
  const raised = {
    mediatorId: await story.personId(MEDIATOR),
    raisedBy: 'APPLICANT',
    ground: 'OTHER_RELATION',
    explanation: '要求更换。',
  };
  await story.step(STAFF, mediation, 'raise-recusal', raised);
  expect(await story.outcome(CHAIR, mediation, 'reject-recusal', { reason: '没有理由。' })).toBe(
    'mediation.must-replace',
  );
  const mediatorIds = [await story.personId('tiaojie3')];
  expect(await story.outcome(CHAIR, mediation, 'replace-mediator', { mediatorIds, reason: '当事人要求更换。' })).toBe(
    'MEDIATOR_ASSIGNED',
  );
});

it('of two who decide at once, one is told', async () => {
  const { mediation } = await story.begun();
  const raised = {
    mediatorId: await story.personId(MEDIATOR),
    raisedBy: 'APPLICANT',
    ground: 'INTEREST',
    explanation: '有利害关系。',
  };
  await story.step(STAFF, mediation, 'raise-recusal', raised);
  const mediatorIds = [await story.personId('tiaojie3')];
  const [a, b] = await Promise.all([
    story.tries(CHAIR, mediation, 'replace-mediator', { mediatorIds, reason: '应当回避。' }),
    story.tries(MANAGER, mediation, 'reject-recusal', { reason: '事由不成立。' }),
  ]);
  expect([a.status, b.status].sort()).toEqual([200, 409]);
});
