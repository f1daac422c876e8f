import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, mustBe, UNIT, type GivenDispute } from '../support/given.js';
import { Citizen, type GivenReceipt } from '../support/portal.js';
import { proveTrail } from '../support/prove-trail.js';
import { CHAIR, HELD, LIAISON, MANAGER, MEDIATOR, MediationStory, ROOM, STAFF } from './people.js';

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

describe('a session', () => {
  let dispute: GivenDispute;
  let mediation: Id;
  let organ: Id;
  let session: Id;

  it('is planned with everybody invited, and reminds mediator and liaison by its own clocks', async () => {
    ({ dispute, mediation, organ } = await story.begun());
    const plan = { ...ROOM, on: '2026-12-02', partyIds: [dispute.partyIds[0], organ], headWanted: true };
    expect(await story.outcome(MEDIATOR, mediation, 'schedule-session', plan)).toBe('MEDIATOR_ASSIGNED');
    session = await story.plannedOf(mediation);
    const clocks = await story.clocksOf(mediation, MEDIATOR);
    expect(clocks).toMatchObject({
      MD_SESSION: { dueOn: '2026-12-02', state: 'RUNNING' },
      MD_ATTEND: { dueOn: '2026-12-02', state: 'RUNNING' },
    });
    const number = await story.numberOf(mediation);
    await story.on('2026-12-01');
    expect(await story.remindedOf(number, '参加调解会')).toContain(`${LIAISON} clock-near`);
    const ofSession = await t.database.read<{ login: string }>(
      `SELECT DISTINCT a.login FROM notifications.notification n JOIN identity.account a ON a.person_id = n.recipient_id
       WHERE n.title LIKE '%' || $1 || ' 调解会%'`,
      [number],
    );
    expect(ofSession.map(({ login }) => login)).toContain(MEDIATOR);
  });

  it.each([
    ['in the past', { on: '2026-11-30' }, 'mediation.session-in-past'],
    ['of no length', { on: '2026-12-03', from: '11:00' }, 'mediation.session-hours'],
    ['online, nobody knows where', { on: '2026-12-03', mode: 'ONLINE' }, 'mediation.session-link'],
    ['on a day off, unconfirmed', { on: '2026-12-05' }, 'mediation.session-day-off'],
    ['after the term', { on: '2027-01-20' }, 'mediation.session-after-term'],
    ['when another is held', { on: '2026-12-02', from: '10:59', until: '12:00' }, 'mediation.mediator-busy'],
  ])('is not planned %s', async (_why, over, code) => {
    const plan = { ...ROOM, partyIds: [organ], ...over };
    expect(await story.outcome(MEDIATOR, mediation, 'schedule-session', plan)).toBe(code);
  });

  it('is not planned by a stranger, nor with one invited', async () => {
    const plan = { ...ROOM, on: '2026-12-03', partyIds: [await story.personId('lian')] };
    expect(await story.outcome(MEDIATOR, mediation, 'schedule-session', plan)).toBe('mediation.party-unknown');
    expect((await story.tries('tiaojie-wuchang', mediation, 'schedule-session', plan)).status).toBe(404);
  });

  it('is planned on a day off if that was agreed, and called off with a reason', async () => {
    const plan = { ...ROOM, on: '2026-12-05', dayOffAgreed: true, partyIds: [organ] };
    expect(await story.outcome(STAFF, mediation, 'schedule-session', plan)).toBe('MEDIATOR_ASSIGNED');
    const onDayOff = (await story.diary(MEDIATOR, '2026-12-05', '2026-12-05'))[0]!.id;
    const end = { sessionId: onDayOff, reason: '一方临时有事。' };
    expect(await story.outcome(STAFF, mediation, 'cancel-session', end)).toBe('MEDIATOR_ASSIGNED');
    expect(await story.outcome(STAFF, mediation, 'cancel-session', end)).toBe('mediation.session-not-planned');
    expect((await story.diary(MEDIATOR, '2026-12-05', '2026-12-05'))[0]).toMatchObject({ state: 'CANCELLED' });
  });

  it('is moved, and its clocks with it', async () => {
    const move = { ...ROOM, sessionId: session, on: '2026-12-03', reason: '调解室调整。' };
    expect(await story.outcome(MEDIATOR, mediation, 'reschedule-session', move)).toBe('MEDIATOR_ASSIGNED');
    const { MD_SESSION, MD_ATTEND } = await story.clocksOf(mediation, MEDIATOR);
    expect([MD_SESSION!.dueOn, MD_ATTEND!.dueOn]).toEqual(['2026-12-03', '2026-12-03']);
  });

  it('stands in the diary of those it concerns, and of nobody else', async () => {
    for (const login of [MEDIATOR, CHAIR, LIAISON, STAFF, MANAGER])
      expect([login, (await story.diary(login, '2026-12-03', '2026-12-03')).map(({ id }) => id)]).toEqual([
        login,
        [session],
      ]);
    for (const login of [
      'tiaojie-wuchang',
      'zhuren-wuchang',
      'tiaojie',
      'lianluo-jiaoyu',
      'lian',
      'juzhang',
      'quzhang',
    ])
      expect([login, await story.diary(login, '2026-12-03', '2026-12-03')]).toEqual([login, []]);
  });

  it('the diary is of some days, and not of a year', async () => {
    const agent = await t.as(MEDIATOR);
    for (const days of [
      'from=2026-12-03&to=2026-12-02',
      'from=2026-01-01&to=2026-12-31',
      'from=2026-12-01',
      'from=x&to=y',
    ])
      expect([days, (await agent.get(`/mediation/sessions?${days}`)).status]).toEqual([days, 422]);
  });

  it('is held on its day with who came; its clocks are met; the organ reads no minutes', async () => {
    await story.on('2026-12-03', '15:00');
    const attendances = [
      { inviteeId: dispute.partyIds[0], attendance: 'ABSENT', explanation: '住院' },
      { inviteeId: organ, attendance: 'REPRESENTED', representedBy: '测试代表（副主任）' },
    ];
    const held = { ...HELD, sessionId: session, heldOn: '2026-12-03', attendances };
    expect(await story.outcome(MEDIATOR, mediation, 'hold-session', { ...HELD, heldOn: '2026-12-03' })).toBe(
      'mediation.session-not-as-planned',
    );
    expect(await story.outcome(MEDIATOR, mediation, 'hold-session', { ...held, open: true })).toBe(
      'mediation.session-not-public',
    );
    expect(await story.outcome(MEDIATOR, mediation, 'hold-session', held)).toBe('IN_SESSION');
    const { MD_SESSION, MD_ATTEND } = await story.clocksOf(mediation, MEDIATOR);
    expect([MD_SESSION!.state, MD_ATTEND!.state]).toEqual(['MET', 'MET']);
    const seen = await story.detailOf<{ sessions: { id: Id; minutes?: string; invitees: object[] }[] }>(
      STAFF,
      mediation,
    );
    const row = seen.sessions.find(({ id }) => id === session)!;
    expect(row.invitees).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ inviteeId: organ, attendance: 'REPRESENTED', representedBy: '测试代表（副主任）' }),
        expect.objectContaining({ inviteeId: dispute.partyIds[0], attendance: 'ABSENT', explanation: '住院' }),
        expect.objectContaining({ kind: 'MEDIATOR', attendance: 'PRESENT' }),
      ]),
    );
    expect(row.minutes).toBeUndefined();
  });

  it('of two cases planned at one moment for one mediator, one gets the time', async () => {
    const [a, b] = [await story.begun(), await story.begun()];
    const plan = { ...ROOM, on: '2026-12-10', partyIds: [a.organ] };
    const answers = await Promise.all(
      [a, b].map((each) => story.tries(MEDIATOR, each.mediation, 'schedule-session', plan)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect((lost.body as { code: string }).code).toBe('mediation.mediator-busy');
    expect(await story.diary(MEDIATOR, '2026-12-10', '2026-12-10')).toHaveLength(1);
  });

  it('falls away when the mediation pauses; suspicion of sham is reported, and cleared before it goes on', async () => {
    const plan = { ...ROOM, on: '2026-12-11', partyIds: [organ] };
    await story.step(MEDIATOR, mediation, 'schedule-session', plan);
    const pause = { reason: 'SHAM_SUSPECTED', from: '2026-12-03', explanation: '双方陈述一致得反常。' };
    expect(await story.outcome(MEDIATOR, mediation, 'pause', pause)).toBe('mediation.sham-not-reported');
    const reported = { ...pause, reportedTo: '测试法院', reportedOn: '2026-12-03' };
    expect(await story.outcome(MEDIATOR, mediation, 'pause', reported)).toBe('PAUSED');
    expect(await story.diary(MEDIATOR, '2026-12-11', '2026-12-11')).toMatchObject([{ state: 'CANCELLED' }]);
    expect((await story.clocksOf(mediation, MEDIATOR))['MD_ATTEND']!.state).toBe('CANCELLED');
    expect(await story.outcome(MEDIATOR, mediation, 'resume', { on: '2026-12-03' })).toBe(
      'mediation.suspicion-not-cleared',
    );
    const cleared = { on: '2026-12-03', outcome: '经核查未发现虚假调解。' };
    expect(await story.outcome(MEDIATOR, mediation, 'resume', cleared)).toBe('IN_SESSION');
  });

  it('the term is extended by all, and the record says by whom', async () => {
    const extension = { days: 15, reason: '等待评估。', agreedBy: [organ] };
    expect(await story.outcome(MEDIATOR, mediation, 'extend', extension)).toBe('mediation.extension-not-agreed');
    const agreedBy = [organ, ...dispute.partyIds];
    expect(await story.outcome(MEDIATOR, mediation, 'extend', { ...extension, agreedBy })).toBe('IN_SESSION');
    const { extensions } = await story.detailOf<{ extensions: object[] }>(STAFF, mediation);
    expect(extensions).toEqual([{ days: 15, agreedBy, agreedOn: '2026-12-03' }]);
  });
});

describe('consent', () => {
  async function asked(disputeId: Id): Promise<Id> {
    const mediation = await story.mediation(disputeId);
    await story.step(STAFF, mediation, 'review');
    await story.step(STAFF, mediation, 'take-on');
    return mediation;
  }

  it('the liaison answers for his organ, for nobody else, and only once', async () => {
    const dispute = await story.dispute();
    const mediation = await asked(dispute.id);
    const organ = await story.organId(UNIT);
    const foreign = { partyId: dispute.partyIds[0], answer: 'AGREED' };
    expect(await story.outcome(LIAISON, mediation, 'answer-as-respondent', foreign)).toBe('mediation.not-your-side');
    expect((await story.tries(LIAISON, mediation, 'answer-as-applicant', foreign)).status).toBe(403);
    await story.step(LIAISON, mediation, 'answer-as-respondent', { partyId: organ, answer: 'AGREED' });
    const { consents } = await story.detailOf<{ consents: object[] }>(STAFF, mediation);
    expect(consents).toMatchObject([{ partyId: organ, answer: 'AGREED', form: 'ELECTRONIC' }]);
  });

  it('the paper it is said to be on must be there', async () => {
    const dispute = await story.dispute();
    const mediation = await asked(dispute.id);
    const answer = { partyId: dispute.partyIds[0], answer: 'AGREED', form: 'WRITTEN', answeredOn: t.clock.today() };
    const documentId = await story.personId('lian');
    const refused = await story.tries(STAFF, mediation, 'record-consent', { ...answer, documentId });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'mediation.paper-unknown', errors: [{ pointer: '#/input/documentId' }] },
    ]);
    expect(await story.outcome(STAFF, mediation, 'record-consent', answer)).toBe('CONSENT_PENDING');
  });

  it('taken back, nothing goes on but the end', async () => {
    const { dispute, mediation, organ } = await story.begun();
    const back = {
      partyId: dispute.partyIds[0],
      kind: 'WITHDRAWN',
      form: 'WRITTEN',
      on: t.clock.today(),
      explanation: '不愿继续。',
    };
    expect(await story.outcome(MEDIATOR, mediation, 'withdraw-consent', back)).toBe('MEDIATOR_ASSIGNED');
    const plan = { ...ROOM, on: '2026-12-16', partyIds: [organ] };
    const code = 'mediation.consent-does-not-stand';
    expect(await story.outcome(MEDIATOR, mediation, 'schedule-session', plan)).toBe(code);
    expect(await story.outcome(MEDIATOR, mediation, 'hold-session', { ...HELD, heldOn: t.clock.today() })).toBe(code);
    expect(await story.outcome(MEDIATOR, mediation, 'withdraw-consent', back)).toBe('mediation.consent-refused');
    const end = {
      reason: 'PARTY_REFUSES',
      explanation: '申请人不愿继续调解。',
      partyIds: [dispute.partyIds[0]],
      occurredOn: t.clock.today(),
    };
    expect(await story.step(MEDIATOR, mediation, 'terminate', end)).toBe('TERMINATED');
  });

  it('whoever refuses the mediator appointed refuses to mediate; of one the parties chose that is no refusal', async () => {
    const { mediation, organ } = await story.begun();
    const refusal = {
      partyId: organ,
      kind: 'REFUSES_APPOINTEE',
      form: 'WRITTEN',
      on: t.clock.today(),
      explanation: '不接受。',
    };
    expect(await story.outcome(STAFF, mediation, 'withdraw-consent', refusal)).toBe('MEDIATOR_ASSIGNED');
    expect(await story.historyOf((await caseRow(mediation)).disputeId)).toContainEqual(
      expect.stringContaining('一名当事人不接受指定的调解员'),
    );
    const dispute = await story.dispute({ actOn: t.clock.today(), actKnownOn: t.clock.today() });
    const chosen = await story.acceptedMediation(dispute);
    const mediatorIds = [await story.personId(MEDIATOR)];
    const choice = { mediatorIds, chosenOn: t.clock.today() };
    await story.step(STAFF, chosen, 'record-choice', { ...choice, partyId: dispute.partyIds[0] });
    expect(await story.outcome(CHAIR, chosen, 'choose-mediator', { mediatorIds })).toBe('mediation.choice-not-joint');
    await story.step(STAFF, chosen, 'record-choice', { ...choice, partyId: organ });
    expect(await story.outcome(CHAIR, chosen, 'choose-mediator', { mediatorIds })).toBe('MEDIATOR_ASSIGNED');
    expect(await story.outcome(STAFF, chosen, 'withdraw-consent', refusal)).toBe('mediation.no-appointee');
    const { consents } = await story.detailOf<{ consents: object[] }>(STAFF, chosen);
    expect(consents).toMatchObject([{ chosenIds: mediatorIds }, { chosenIds: mediatorIds }]);
  });
});

describe('an applicant without an account', () => {
  let citizen: Citizen;
  let receipt: GivenReceipt;
  let mediation: Id;
  let disputeId: Id;

  it('reads that he is asked, and his answer is his consent', async () => {
    citizen = new Citizen(story);
    receipt = await citizen.submitted();
    ({ disputeId } = await citizen.caseOf(receipt));
    mediation = await story.mediation(disputeId, {
      stage: 'IN_RECONSIDERATION',
      source: 'RECONSIDERATION_INSTITUTION',
    });
    await story.step(STAFF, mediation, 'review');
    await story.step(STAFF, mediation, 'take-on');
    const seen = await tracked();
    expect(seen.mediation).toMatchObject({ state: 'CONSENT_PENDING', title: '正在征询各方意见' });
    expect(seen.acts.map((act) => act.kind)).toContain('MEDIATION_REFUSAL');
    const answer = mustBe(201, await citizen.act(receipt, 'MEDIATION', '愿意调解。')) as { statement: string };
    expect(answer.statement).toContain('已经送达调解中心');
    const { consents } = await story.detailOf<{ consents: object[] }>(STAFF, mediation);
    expect(consents).toMatchObject([
      { partyId: await citizen.partyOf(disputeId), answer: 'AGREED', form: 'ELECTRONIC' },
    ]);
  });

  it('makes his offer to the mediators alone, once for a key, and not where nothing is mediated', async () => {
    const body = { number: receipt.caseNumber, code: receipt.code, text: '退还一半即可。' };
    const offers = () => citizen.agent.post('/portal/mediation/offers');
    const early = await offers().send(body);
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'cases.illegal-transition']);
    const organ = await story.organId(UNIT);
    await story.step(LIAISON, mediation, 'answer-as-respondent', { partyId: organ, answer: 'AGREED' });
    await acceptAndAssign();
    for (let i = 0; i < 2; i++) mustBe(201, await offers().set('idempotency-key', 'one').send(body));
    const { proposals } = await story.detailOf<{ proposals: object[] }>(MEDIATOR, mediation);
    expect(proposals).toMatchObject([{ bySide: 'APPLICANT', visibleTo: 'OWN_SIDE', offer: body.text }]);
    expect((await story.inboxOf(MEDIATOR)).map((each) => each.body).join()).toContain('提出了调解方案');
    const other = await citizen.submitted(await citizen.content({ actDocumentNo: '余五街罚〔2026〕903号' }));
    const unmediated = await offers().send({ ...body, number: other.caseNumber, code: other.code });
    expect([unmediated.status, (unmediated.body as { code: string }).code]).toEqual([409, 'portal.not-mediated']);
  });

  it('is shown what is put to all, with the offerer’s leave', async () => {
    const { proposals } = await story.detailOf<{ proposals: { id: Id }[] }>(MEDIATOR, mediation);
    const put = { proposalId: proposals[0]!.id, proposerAllows: false };
    expect(await story.outcome(MEDIATOR, mediation, 'put-proposal', put)).toBe('mediation.proposer-does-not-allow');
    expect((await story.detailOf<{ proposals: object[] }>(LIAISON, mediation)).proposals).toEqual([]);
    await story.step(MEDIATOR, mediation, 'put-proposal', { ...put, proposerAllows: true });
    expect((await story.detailOf<{ proposals: object[] }>(LIAISON, mediation)).proposals).toHaveLength(1);
    expect(await story.outcome(MEDIATOR, mediation, 'put-proposal', put)).toBe('mediation.proposal-unknown');
    await story.step(MEDIATOR, mediation, 'record-undisputed-fact', { text: '罚款已经缴纳。' });
    const [fact] = (await story.detailOf<{ undisputedFacts: { id: Id }[] }>(LIAISON, mediation)).undisputedFacts;
    const organ = await story.organId(UNIT);
    const confirmed = { factId: fact!.id, partyId: organ, on: t.clock.today(), mayPassOn: true };
    await story.step(MEDIATOR, mediation, 'confirm-undisputed-fact', confirmed);
    const { undisputedFacts } = await story.detailOf<{ undisputedFacts: object[] }>(MEDIATOR, mediation);
    expect(undisputedFacts).toMatchObject([{ confirmations: [{ partyId: organ, mayPassOn: true }] }]);
  });

  it('reads when and where the session is, and may want no more', async () => {
    const organ = await story.organId(UNIT);
    const online = { ...ROOM, mode: 'ONLINE', place: '云上调解室', onlineLink: 'https://meet.example.com/123' };
    const plan = { ...online, on: '2026-12-15', partyIds: [await citizen.partyOf(disputeId), organ] };
    await story.step(MEDIATOR, mediation, 'schedule-session', plan);
    expect((await tracked()).mediation).toMatchObject({
      title: '已确定调解员',
      sessions: [
        { stateName: '待举行', on: '2026-12-15', from: '09:30', isOnline: true, onlineLink: online.onlineLink },
      ],
    });
    const refused = mustBe(201, await citizen.act(receipt, 'MEDIATION_REFUSAL', '不愿继续。')) as { statement: string };
    expect(refused.statement).toContain('调解不再进行');
    expect(await story.outcome(MEDIATOR, mediation, 'hold-session', { ...HELD, heldOn: t.clock.today() })).toBe(
      'mediation.consent-does-not-stand',
    );
  });

  it('cannot refuse what nobody asked him', async () => {
    const other = await citizen.submitted(await citizen.content({ actDocumentNo: '余五街罚〔2026〕902号' }));
    const refused = await citizen.act(other, 'MEDIATION_REFUSAL', '不愿调解。');
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'portal.not-now']);
  });

  async function tracked(): Promise<{ mediation: object; acts: { kind: string }[] }> {
    return mustBe(200, await citizen.track(receipt.caseNumber, receipt.code)) as never;
  }

  async function acceptAndAssign(): Promise<void> {
    const acknowledgedClocks = await acknowledged();
    await story.step(STAFF, mediation, 'accept', { acknowledgedClocks });
    const committeeId = await story.committeeOf(COMMITTEE_UNIT);
    await story.step(STAFF, mediation, 'assign-committee', { committeeId });
    const mediatorIds = [await story.personId(MEDIATOR)];
    await story.step(CHAIR, mediation, 'appoint-mediator', { mediatorIds, basis: 'LEFT_TO_CENTRE' });
    await story.step(MEDIATOR, mediation, 'confirm-mediator', { noConflict: true, acknowledgedClocks });
  }

  /** Every period of his that runs, as it stands. */
  async function acknowledged(): Promise<{ rule: string; dueOn: string }[]> {
    return t.database.read(
      `SELECT rule, due_on AS "dueOn" FROM deadlines.clock
       WHERE scope_id = $1 AND state = 'RUNNING' AND rule IN ('RC_APPLY','RC_APPLY_CAP','RC_APPLY_ABS','RC_SUE','LT_FILE')`,
      [disputeId],
    );
  }
});

async function caseRow(id: Id): Promise<{ disputeId: Id }> {
  const [row] = await t.database.read<{ disputeId: Id }>(
    'SELECT dispute_id AS "disputeId" FROM cases.case_file WHERE id = $1',
    [id],
  );
  return row!;
}
