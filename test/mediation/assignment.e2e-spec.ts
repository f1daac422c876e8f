import type { Id } from '@app/kernel';
import { Database } from '@app/platform';
import { replayAll } from '@app/mediation';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, mustBe, UNIT, type Body, type GivenDispute } from '../support/given.js';
import { Story } from '../journeys/story.js';

let t: TestApp;
let story: Story;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

interface Candidate {
  id: Id;
  name: string;
  rank: number | null;
  tier: number;
  score: number;
  factors: { code: string; points: number }[];
  exclusions: { code: string; article: string; overriddenBy: string[] }[];
}

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

async function candidates(login: string, caseId: Id, query: string): Promise<Candidate[]> {
  const agent = await t.as(login);
  const found: Candidate[] = [];
  for (let page = 1; ; page++) {
    const answer = await agent.get(`/cases/${caseId}/candidates?size=100&page=${page}&${query}`);
    const { items, total } = mustBe(200, answer) as { items: Candidate[]; total: number };
    found.push(...items);
    if (found.length >= total) return found;
  }
}

async function consents(dispute: GivenDispute): Promise<Body[]> {
  const parties = [...dispute.partyIds, await story.organId(UNIT)];
  return parties.map((partyId) => ({ partyId, form: 'WRITTEN', answeredOn: t.clock.today() }));
}

/** Accepted, and without a committee. */
async function accepted(): Promise<{ dispute: GivenDispute; id: Id }> {
  const dispute = await story.dispute({ actOn: '2026-11-20', actKnownOn: '2026-11-23' });
  const id = await story.mediation(dispute.id);
  await story.step('zhongxin', id, 'review');
  await story.step('zhongxin', id, 'take-on');
  for (const consent of await consents(dispute))
    await story.step('zhongxin', id, 'record-consent', { ...consent, answer: 'AGREED' });
  await story.step('zhongxin', id, 'accept', {});
  return { dispute, id };
}

const post = async (login: string, path: string, body: Body) => (await t.as(login)).post(path).send(body);

describe('who is to have a mediation', () => {
  let id: Id;
  let first: Candidate;

  it('committees are ranked with what speaks for each and what stands against', async () => {
    ({ id } = await accepted());
    const ranked = await candidates('zhongxin', id, 'kind=COMMITTEE');
    const named = await candidates('zhongxin', id, `kind=COMMITTEE&keyword=${encodeURIComponent(ranked[3]!.name)}`);
    expect(named).toContainEqual(ranked[3]);
    expect(named.length).toBeLessThan(ranked.length);
    // Villages, stations and industries mediate between citizens alone.
    const peoples = ranked.filter((c) => c.exclusions.some(({ code }) => code === 'PEOPLES_ONLY'));
    expect([peoples.length > 200, peoples.every((c) => c.rank === null)]).toEqual([true, true]);
    first = ranked[0]!;
    expect(first).toMatchObject({ rank: 1, exclusions: [] });
    expect(first.factors.reduce((sum, f) => sum + f.points, 0)).toBe(first.score);
    const pages = await (await t.as('zhongxin')).get(`/cases/${id}/candidates?kind=COMMITTEE&size=1&page=2`);
    expect((mustBe(200, pages) as { items: Candidate[] }).items[0]).toEqual(ranked[1]);
  });

  it('the first is taken without a reason, another only with one; the respondent’s own never', async () => {
    const own = await story.tries('zhongxin', id, 'assign-committee', {
      committeeId: await story.committeeOf(UNIT),
      deviationReason: '就近',
    });
    expect(codeOf(own)).toBe('mediation.committee-conflicted');
    const committeeId = await story.committeeOf(COMMITTEE_UNIT);
    expect(committeeId).not.toBe(first.id);
    expect(codeOf(await story.tries('zhongxin', id, 'assign-committee', { committeeId }))).toBe(
      'mediation.other-than-first',
    );
    await story.step('zhongxin', id, 'assign-committee', { committeeId, deviationReason: '熟悉当地情况' });
    const [kept] = mustBe(200, await (await t.as('zhongxin')).get(`/cases/${id}/assignments`)) as Body[];
    expect(kept).toMatchObject({
      step: 'assign-committee',
      reason: '熟悉当地情况',
      first: [first.name],
      weightsVersion: 1,
    });
  });

  it('the chair sees the mediators of his committee, nobody else of the house any', async () => {
    const own = await candidates('zhuren-yuhang', id, 'kind=MEDIATOR');
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map((c) => c.tier))).toEqual(new Set([0]));
    expect((await candidates('zhongxin', id, 'kind=MEDIATOR')).length).toBeGreaterThan(own.length);
    const status = async (login: string, kind = 'MEDIATOR') =>
      (await (await t.as(login)).get(`/cases/${id}/candidates?kind=${kind}`)).status;
    expect(await status('zhuren-yuhang', 'COMMITTEE')).toBe(403);
    expect(await status('zhuren-wuchang')).toBe(404);
    expect(await status('tiaojie-yuhang')).toBe(403);
    expect(await status('lianluo-wuchang')).toBe(403);
    expect(await status('fuyi')).toBe(403);
  });

  it('a mediator at his cap is for the centre’s head alone, with a reason', async () => {
    const personId = await story.personId('tiaojie-yuhang');
    await t.database.read(`UPDATE mediation.mediator_profile SET cap = 0 WHERE person_id = $1`, [personId]);
    await t.database.read(
      `INSERT INTO mediation.mediator_profile (person_id, engagement, cap, term_from) VALUES ($1, 'FULL_TIME', 0, '2020-01-01')
       ON CONFLICT DO NOTHING`,
      [personId],
    );
    const appoint = { mediatorIds: [personId], basis: 'LEFT_TO_CENTRE', deviationReason: '人手不足' };
    const chair = await story.tries('zhuren-yuhang', id, 'appoint-mediator', appoint);
    expect(codeOf(chair)).toBe('mediation.override-not-permitted');
    expect(await story.step('zhongxinzhuren', id, 'appoint-mediator', appoint)).toBe('MEDIATOR_ASSIGNED');
    await t.database.read('UPDATE mediation.mediator_profile SET cap = 30 WHERE person_id = $1', [personId]);
    const kept = mustBe(200, await (await t.as('zhongxinzhuren')).get(`/cases/${id}/assignments`)) as Body[];
    expect(kept[1]).toMatchObject({ kind: 'MEDIATOR', overridden: ['OVER_CAP'], reason: '人手不足' });
  });

  it('a relation declared since is found at confirmation and told to the centre, once', async () => {
    const personId = await story.personId('tiaojie-yuhang');
    const body = {
      personId,
      organId: await story.organId(UNIT),
      kind: 'INTEREST',
      explanation: '承包其工程',
      fromOn: '2026-01-01',
    };
    const made = mustBe(201, await post('tiaojie-yuhang', '/mediation/relations', body)) as { id: Id };
    expect((await post('tiaojie-wuchang', '/mediation/relations', body)).status).toBe(403);
    const confirm = await story.tries('tiaojie-yuhang', id, 'confirm-mediator', { noConflict: true });
    expect(codeOf(confirm)).toBe('mediation.conflict-found');
    const { disputeId } = mustBe(200, await (await t.as('zhongxin')).get(`/cases/${id}`)) as { disputeId: Id };
    for (const facts of ['事实一。', '事实二。']) {
      const { version } = mustBe(200, await (await t.as('zhongxin')).get(`/disputes/${disputeId}`)) as {
        version: number;
      };
      mustBe(
        200,
        await (
          await t.as('zhongxin')
        )
          .patch(`/disputes/${disputeId}`)
          .send({ version, facts: `申请人不服处罚，${facts}` }),
      );
      await t.drain();
    }
    const told = (await story.inboxOf('zhongxinzhuren')).filter((m) => m.kind === 'mediation-conflict');
    expect(told).toHaveLength(1);
    mustBe(204, await post('tiaojie-yuhang', `/mediation/relations/${made.id}/withdraw`, {}));
    expect((await post('tiaojie-yuhang', `/mediation/relations/${made.id}/withdraw`, {})).status).toBe(404);
    await story.step('tiaojie-yuhang', id, 'confirm-mediator', { noConflict: true });
  });
});

describe('parties’ objections', () => {
  it('exclude a mediator in this case until they are taken back; the joint choice waives them', async () => {
    const { dispute, id } = await accepted();
    await story.step('zhongxin', id, 'assign-committee', { committeeId: await story.committeeOf(COMMITTEE_UNIT) });
    const personId = await story.personId('tiaojie-yuhang');
    const body = { partyId: dispute.partyIds[0], personId, reason: '曾有纠纷' };
    const made = mustBe(201, await post('zhongxin', `/cases/${id}/party-exclusions`, body)) as { id: Id };
    expect(codeOf(await post('zhongxin', `/cases/${id}/party-exclusions`, body))).toBe('mediation.already-excluded');
    const appoint = { mediatorIds: [personId], basis: 'LEFT_TO_CENTRE', deviationReason: '无他人' };
    expect(codeOf(await story.tries('zhongxinzhuren', id, 'appoint-mediator', appoint))).toBe(
      'mediation.candidate-excluded',
    );
    const seen = (await candidates('zhongxin', id, 'kind=MEDIATOR')).find((c) => c.id === personId)!;
    expect(seen).toMatchObject({ rank: null, exclusions: [{ code: 'PARTY_EXCLUDED', overriddenBy: [] }] });
    expect((await story.historyOf(dispute.id)).join()).toContain('不同意由一名调解员调解');
    const withdraw = `/cases/${id}/party-exclusions/${made.id}/withdraw`;
    mustBe(204, await post('zhongxin', withdraw, {}));
    expect((await post('zhongxin', withdraw, {})).status).toBe(404);
    await story.step('zhongxinzhuren', id, 'appoint-mediator', appoint);
  });
});

describe('three calls from registration to the mediator', () => {
  it('register, refer, admit: each step with its guards, and on record by itself', async () => {
    const manager = await t.as('zhongxinzhuren');
    const request = await story.disputeRequest({ actOn: '2026-11-20', actKnownOn: '2026-11-23' });
    const dispute = mustBe(201, await manager.post('/disputes').send(request)) as { id: Id; parties: { id: Id }[] };
    const input = {
      stage: 'PRE_LITIGATION',
      source: 'PARTY',
      receivedOn: t.clock.today(),
      major: false,
      request: '请求协调退还多缴的罚款。',
    };
    const { id } = mustBe(
      201,
      await manager.post(`/disputes/${dispute.id}/cases`).send({ procedure: 'mediation', input }),
    ) as {
      id: Id;
    };
    const parties = [...dispute.parties.map((p) => p.id), await story.organId(UNIT)];
    const inHand = parties.map((partyId) => ({ partyId, form: 'WRITTEN', answeredOn: t.clock.today() }));
    // What was just opened is at its second version.
    const admission = { version: 2, consents: inHand, upTo: 'MEDIATOR', basis: 'LEFT_TO_CENTRE' };
    const half = await manager
      .post(`/mediation/cases/${id}/admission`)
      .send({ ...admission, consents: inHand.slice(0, 1) });
    expect(codeOf(half)).toBe('mediation.consent-incomplete');
    expect(await story.stateOf(id, 'zhongxin')).toBe('REFERRED');
    const staff = await post('zhongxin', `/mediation/cases/${id}/admission`, admission);
    expect([staff.status, codeOf(staff)]).toEqual([403, 'cases.role-required']);
    const admitted = mustBe(200, await manager.post(`/mediation/cases/${id}/admission`).send(admission)) as Body;
    expect(admitted).toMatchObject({ state: 'MEDIATOR_ASSIGNED', version: 9 });
    const again = await manager.post(`/mediation/cases/${id}/admission`).send(admission);
    expect(codeOf(again)).toBe('cases.case.stale-version');
    const history = (await story.historyOf(dispute.id, 'zhongxin')).join('\n');
    for (const step of ['开始接收审查', '接收并征询意见', '一名当事人同意调解', '受理调解', '交办调委会', '指定调解员'])
      expect(history).toContain(step);
    const kept = mustBe(200, await manager.get(`/cases/${id}/assignments`)) as { chosen: string[]; first: string[] }[];
    expect(kept.map((s) => s.chosen)).toEqual(kept.map((s) => s.first));
  });
});

describe('many cases at once', () => {
  let cases: { caseId: Id; version: number }[];

  it('go to the first of each ranking; one that somebody has changed is refused, the others done', async () => {
    const ids = [(await accepted()).id, (await accepted()).id, (await accepted()).id];
    cases = await Promise.all(ids.map(async (caseId) => ({ caseId, version: await story.versionOf(caseId) })));
    const stale = cases.map((c, i) => (i === 1 ? { ...c, version: 1 } : c));
    const all = await post('zhongxin', '/mediation/bulk-assignments', {
      kind: 'COMMITTEE',
      cases: stale,
      allOrNothing: true,
    });
    expect([all.status, codeOf(all)]).toEqual([409, 'cases.case.stale-version']);
    const some = mustBe(
      200,
      await post('zhongxin', '/mediation/bulk-assignments', { kind: 'COMMITTEE', cases: stale }),
    );
    expect(some).toMatchObject({ done: 2, refused: 1 });
    const refusals = (some as { outcomes: { caseId: Id; refusal: { code: string } | null }[] }).outcomes.filter(
      (o) => o.refusal,
    );
    expect(refusals).toEqual([expect.objectContaining({ caseId: ids[1], done: false, version: null })]);
    await story.step('zhongxin', ids[1]!, 'assign-committee', { committeeId: await story.committeeOf(COMMITTEE_UNIT) });
  });

  it('two who assign at once: one wins, the other is told', async () => {
    const { id } = await accepted();
    const version = await story.versionOf(id);
    const [best, next] = await candidates('zhongxin', id, 'kind=COMMITTEE');
    const assign = async (login: string, committeeId: Id) =>
      (await t.as(login))
        .post(`/cases/${id}/actions/assign-committee`)
        .send({ version, input: { committeeId, deviationReason: '测试' } });
    const answers = await Promise.all([assign('zhongxin', best!.id), assign('zhongxinzhuren', next!.id)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(codeOf(answers.find((a) => a.status === 409)!)).toBe('cases.case.stale-version');
    expect(await t.database.read('SELECT 1 FROM mediation.assignment_snapshot WHERE case_id = $1', [id])).toHaveLength(
      1,
    );
  });

  it('are handed over and given back, each with the reason', async () => {
    const id = cases[1]!.caseId;
    const [from, to] = [await story.personId('tiaojie-yuhang'), await story.personId('tiaojie')];
    await story.step('zhongxinzhuren', id, 'appoint-mediator', { mediatorIds: [from], basis: 'LEFT_TO_CENTRE' });
    const at = async () => [{ caseId: id, version: await story.versionOf(id) }];
    const blank = await post('zhongxinzhuren', '/mediation/hand-overs', { cases: await at(), fromId: from, toId: to });
    expect(blank.status).toBe(422);
    const wrong = mustBe(
      200,
      await post('zhongxinzhuren', '/mediation/hand-overs', {
        cases: await at(),
        fromId: to,
        toId: from,
        reason: '调岗',
      }),
    );
    expect(wrong).toMatchObject({
      refused: 1,
      outcomes: [{ refusal: { code: 'mediation.not-a-mediator-of-the-case' } }],
    });
    const over = mustBe(
      200,
      await post('zhongxinzhuren', '/mediation/hand-overs', {
        cases: await at(),
        fromId: from,
        toId: to,
        reason: '调岗',
      }),
    );
    expect(over).toMatchObject({ done: 1, refused: 0 });
    const back = mustBe(
      200,
      await post('zhongxinzhuren', '/mediation/releases', { cases: await at(), reason: '长期病假' }),
    );
    expect(back).toMatchObject({ done: 1, outcomes: [{ state: 'ACCEPTED' }] });
    expect((await story.clocksOf(id, 'zhongxin'))['MD_APPOINT']).toMatchObject({ state: 'RUNNING' });
  });
});

describe('weights', () => {
  const values = { matter: 0, area: 0, load: 100, continuity: 0, language: 0, availability: 0 };

  it('are proposed, tried on past cases without changing anything, and taken into effect by a separate act', async () => {
    expect((await post('zhongxin', '/mediation/weights', { ...values, reason: '试行' })).status).toBe(403);
    expect(codeOf(await post('zhongxinzhuren', '/mediation/weights', { ...values, load: 0, reason: '试行' }))).toBe(
      'mediation.weights-all-zero',
    );
    const made = mustBe(201, await post('zhongxinzhuren', '/mediation/weights', { ...values, reason: '试行' })) as Body;
    expect(made).toMatchObject({ version: 2, inEffect: false });
    const period = { from: '2026-11-01', until: '2026-12-31', kind: 'COMMITTEE' };
    const before = await t.database.read('SELECT count(*) FROM mediation.assignment_snapshot');
    const run = mustBe(200, await post('zhongxin', '/mediation/weights/2/dry-run', period)) as {
      assignments: number;
      fairnessBefore: number;
      fairnessAfter: number;
      shares: { before: number; after: number }[];
    };
    expect(run.assignments).toBeGreaterThan(3);
    const sum = (of: 'before' | 'after') => run.shares.reduce((all, share) => all + share[of], 0);
    expect(sum('before')).toBe(sum('after'));
    expect(run.fairnessAfter).toBeLessThanOrEqual(run.fairnessBefore);
    expect(await t.database.read('SELECT count(*) FROM mediation.assignment_snapshot')).toEqual(before);
    const take = { current: 1, reason: '试行结果较好' };
    const both = await Promise.all([
      post('zhongxinzhuren', '/mediation/weights/2/take-effect', take),
      post('zhongxinzhuren', '/mediation/weights/2/take-effect', take),
    ]);
    expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
    const list = mustBe(200, await (await t.as('zhongxin')).get('/mediation/weights')) as {
      version: number;
      inEffect: boolean;
    }[];
    expect(list.map((w) => [w.version, w.inEffect])).toEqual([
      [2, true],
      [1, false],
    ]);
    const { id } = await accepted();
    const ranked = await candidates('zhongxin', id, 'kind=COMMITTEE');
    expect(ranked[0]!.factors.filter((f) => f.points > 0).map((f) => f.code)).toEqual(['load']);
    expect((await post('zhongxin', '/mediation/weights/99/dry-run', period)).status).toBe(404);
  });
});

describe('what was decided', () => {
  it('1,000 stored assignments replay identically', async () => {
    const [one] = await t.database.read<{ id: Id }>(
      `SELECT id FROM mediation.assignment_snapshot WHERE kind = 'MEDIATOR' LIMIT 1`,
    );
    mustBe(200, await post('zhongxinzhuren', `/mediation/assignments/${one!.id}/replay`, {}));
    const { id } = await accepted();
    const [best, next] = await candidates('zhongxin', id, 'kind=COMMITTEE');
    for (let i = 0; i < 20; i++) {
      const step = i === 0 ? 'assign-committee' : 'reassign-committee';
      const input = { committeeId: [best, next][i % 2]!.id, deviationReason: '轮换', ...(i > 0 && { reason: '轮换' }) };
      await story.step('zhongxin', id, step, input);
    }
    // As many as a busy year has: the same facts under other ids.
    await t.database.read(
      `INSERT INTO mediation.assignment_snapshot SELECT gen_random_uuid(), case_id, step, kind, made_on, made_at, made_by,
         weights_version, chosen, first, reason, overridden, subject, candidates, weights, ranking
       FROM mediation.assignment_snapshot, generate_series(1, 1000 / (SELECT count(*)::int FROM mediation.assignment_snapshot) + 1)`,
    );
    const { replayed, different } = await replayAll(t.app.get(Database, { strict: false }));
    expect(replayed).toBeGreaterThanOrEqual(1000);
    expect(different).toEqual([]);
    await t.database.read(
      `UPDATE mediation.assignment_snapshot SET ranking = jsonb_set(ranking, '{0,score}', '1') WHERE id = $1`,
      [one!.id],
    );
    expect((await replayAll(t.app.get(Database, { strict: false }))).different).toEqual([one!.id]);
  });
});

describe('who carries how much', () => {
  it('each figure opens its cases; how even it is, by month', async () => {
    const agent = await t.as('zhongxin');
    const board = mustBe(200, await agent.get('/mediation/load?kind=MEDIATOR&size=100')) as {
      items: { id: Id; openCases: number; load: number }[];
    };
    const busy = board.items.find((row) => row.openCases > 0)!;
    const opened = mustBe(200, await agent.get(`/mediation/load/${busy.id}/cases`)) as {
      total: number;
      items: { weight: number }[];
    };
    expect(opened.total).toBe(busy.openCases);
    expect(opened.items.reduce((sum, c) => sum + c.weight, 0)).toBe(busy.load);
    const months = mustBe(200, await agent.get('/mediation/fairness?year=2026')) as {
      month: string;
      load: number;
      fairness: number;
    }[];
    expect(months).toHaveLength(11);
    expect(months.at(-1)).toMatchObject({ month: '2026-11', fairness: expect.any(Number) });
    expect(months.at(-1)!.load).toBeGreaterThan(0);
    for (const login of ['tiaojie-yuhang', 'zhuren-yuhang', 'lian'])
      expect((await (await t.as(login)).get('/mediation/load?kind=MEDIATOR')).status).toBe(403);
  });

  it('work whose owner has left is listed and counted, and the centre’s head hears of it once a day', async () => {
    const agent = await t.as('zhongxin');
    const listed = async () =>
      mustBe(200, await agent.get('/mediation/orphaned')) as { total: number; items: { reasons: string[] }[] };
    expect(await listed()).toMatchObject({ total: 0 });
    await t.tick('mediation.tell-orphaned');
    const dispute = await story.dispute({ actOn: '2026-11-20', actKnownOn: '2026-11-23' });
    await story.confirmedMediation(dispute);
    const personId = await story.personId('tiaojie-yuhang');
    await t.database.read('UPDATE identity.account SET disabled = true WHERE person_id = $1', [personId]);
    await t.database.read(`UPDATE mediation.mediator_profile SET term_until = '2026-11-24' WHERE person_id = $1`, [
      personId,
    ]);
    expect((await listed()).items[0]).toMatchObject({ reasons: ['ACCOUNT_DISABLED', 'TERM_OVER'] });
    const told = async () =>
      (await story.inboxOf('zhongxinzhuren')).filter((m) => m.kind === 'mediation-orphaned').length;
    for (let i = 0; i < 2; i++) await t.tick('mediation.tell-orphaned');
    await t.drain();
    expect(await told()).toBe(1);
    await story.on('2026-11-25');
    await t.tick('mediation.tell-orphaned');
    await t.drain();
    expect(await told()).toBe(2);
  });
});
