import { disputeRequest, person, startRegistration, type RegistrationApp } from './registration-app.js';

let app: RegistrationApp;
beforeAll(async () => {
  app = await startRegistration();
});
afterAll(() => app.close());

const register = (over: Record<string, unknown> = {}, who = '登记员甲') =>
  app.call(who, 'post', '/disputes').send(disputeRequest(app, over));
const counted = async () => (await app.sql<{ n: number }>('SELECT count(*)::int AS n FROM cases.dispute'))[0]!.n;

describe('registering a dispute', () => {
  it('answers number, masked parties, clocks with article and light, and keeps the number encrypted', async () => {
    const answer = await register({
      parties: [
        person({
          name: ' 测试　人０１ ',
          idType: 'ID_CARD',
          idNumber: '11010519491231002Ｘ',
          phone: '＋86 138-0000-5678',
        }),
      ],
    }).expect(201);
    expect(answer.body).toMatchObject({
      number: '余争〔2026〕1号',
      status: 'REGISTERED',
      version: 1,
      title: '不服测试区市场监管局行政处罚决定',
      respondentOrganName: '测试区市场监管局',
      organName: '测试区司法局',
      nextDueOn: '2026-11-25',
    });
    expect(answer.body.parties[0]).toMatchObject({
      name: '测试人01',
      idNumberMasked: '110105********002X',
      phoneMasked: '138****5678',
    });
    expect(answer.body.clocks.map((c: { rule: string }) => c.rule).sort()).toEqual([
      'DISPUTE_TRIAGE',
      'LT_FILE',
      'RC_APPLY',
      'RC_APPLY_ABS',
    ]);
    expect(answer.body.clocks.find((c: { rule: string }) => c.rule === 'RC_APPLY')).toMatchObject({
      dueOn: '2027-01-04',
      article: '复议法 2023 第20条第1款、第3款',
    });
    const [kept] = await app.sql<{ cipher: string; masked: string }>(
      `SELECT encode(id_cipher, 'escape') AS cipher, id_masked AS masked FROM cases.party WHERE dispute_id = $1`,
      [answer.body.id],
    );
    expect(kept!.cipher).not.toContain('19491231');
    const again = await app.call('登记员甲', 'get', `/disputes/${answer.body.id}`).expect(200);
    expect(again.headers['etag']).toBe('"1"');
    expect({ ...again.body, clocks: [] }).toEqual({ ...answer.body, clocks: [] });
    expect(again.body.clocks).toHaveLength(4);
  });

  it('warns of a wrong check digit and of what is missing, and registers all the same', async () => {
    const answer = await register({
      actKnownOn: null,
      actName: '行政处罚决定（另案）',
      parties: [
        person({ idType: 'ID_CARD', idNumber: '110105194912310021', address: undefined }),
        person({ kind: 'ORGANISATION', idType: undefined, idNumber: undefined }),
      ],
    }).expect(201);
    expect(answer.body.warnings.map((w: { code: string }) => w.code)).toEqual(
      expect.arrayContaining([
        'idCheckDigit',
        'usccMissing',
        'legalRepresentativeMissing',
        'addressMissing',
        'actKnownOnMissing',
      ]),
    );
  });

  it('requires representatives of more than ten applicants from 2026-07-01, of more than five before', async () => {
    const many = Array.from({ length: 11 }, () => person());
    const refused = await register({ parties: many }).expect(422);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '#/parties', code: 'representativesMissing' });
    const parties = many.map((p, i) => ({ ...p, isRepresentative: i < 2 }));
    await register({ parties, actDocumentNo: '余市监罚〔2026〕13号' }).expect(201);
    const before = await register({
      receivedOn: '2026-06-30',
      actOn: '2026-05-02',
      actKnownOn: '2026-05-05',
      parties: Array.from({ length: 6 }, () => person()),
    }).expect(422);
    expect(before.body.errors[0].detail).toContain('2007');
  });

  it('takes one or two agents a party, with authority', async () => {
    const agent = (over = {}) => person({ role: 'AGENT', actsFor: 0, authority: 'GENERAL', ...over });
    await register({ parties: [person(), agent(), agent({ authority: 'SPECIAL' })] }).expect(201);
    const answer = await register({
      parties: [person(), agent(), agent(), agent(), agent({ authority: null })],
    }).expect(422);
    expect(answer.body.errors.map((e: { code: string }) => e.code)).toEqual(['tooManyAgents', 'authorityMissing']);
  });

  it('names the successor of a respondent that has ended', async () => {
    const answer = await register({ respondentOrganId: app.ids['老城街道办事处'] }).expect(422);
    expect(answer.body.errors[0]).toMatchObject({ pointer: '#/respondentOrganId', code: 'organEnded' });
    expect(answer.body.errors[0].detail).toContain('新城街道办事处');
    // The successor answers for an act made before it existed.
    await register({
      respondentOrganId: app.ids['新城街道办事处'],
      actOn: '2021-03-01',
      actKnownOn: '2026-11-01',
    }).expect(201);
  });

  it('counts one year at most for those who were not told of their right, and 20 years for real property', async () => {
    const answer = await register({
      fieldCode: 'EXPROPRIATION',
      actOn: '2026-01-05',
      actKnownOn: '2026-01-10',
      rightsKnownOn: '2026-11-16',
    }).expect(201);
    const due = Object.fromEntries(answer.body.clocks.map((c: { rule: string; dueOn: string }) => [c.rule, c.dueOn]));
    expect(due).toMatchObject({ RC_APPLY: '2027-01-15', RC_APPLY_CAP: '2027-01-11', RC_APPLY_ABS: '2046-01-05' });
  });
});

describe('duplicates', () => {
  it('refuses what was registered before, with reasons, unless that is acknowledged', async () => {
    const parties = [person({ name: '重复人甲', idNumber: 'E12345678' })];
    const first = await register({ parties, actDocumentNo: '余市监罚[2026]第088号' }).expect(201);
    const probe = {
      parties: [person({ name: '另名', idNumber: 'Ｅ1234 5678' })],
      actDocumentNo: '余市监罚〔2026〕88号',
    };
    const answer = await register({ ...probe, actName: '罚款' }).expect(409);
    expect(answer.body.code).toBe('cases.possible-duplicate');
    expect(answer.body.params).toMatchObject({
      hidden: 0,
      duplicates: [
        {
          id: first.body.id,
          number: first.body.number,
          reasons: ['被申请人相同', '申请人证件号码相同', '行政行为文号相同'],
        },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toContain('重复人甲');
    await register({ ...probe, acknowledgeDuplicates: true }).expect(201);
  });

  it('only counts those the actor may not see', async () => {
    const parties = [person({ name: '重复人乙' })];
    await register({ parties }, '中心人员戊').expect(201);
    const answer = await app
      .call('登记员甲', 'post', '/disputes/duplicates')
      .send({
        applicants: [{ name: '重复人乙' }],
        respondentOrganId: app.ids['测试区市场监管局'],
        actName: '行政处罚决定',
      })
      .expect(200);
    expect(answer.body).toEqual({ duplicates: [], hidden: 1 });
  });
});

describe('doing it twice', () => {
  it('answers the same record to the same key, also at the same time, and refuses the key for another request', async () => {
    const body = disputeRequest(app, { parties: [person()] });
    const before = await counted();
    const send = () => app.call('登记员甲', 'post', '/disputes').set('idempotency-key', 'key-1').send(body);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    expect((await send().expect(201)).body.number).toBe(answers[0].body.number);
    expect(await counted()).toBe(before + 1);
    const other = await app
      .call('登记员甲', 'post', '/disputes')
      .set('idempotency-key', 'key-1')
      .send({ ...body, claims: '另一请求' })
      .expect(409);
    expect(other.body.code).toBe('request.idempotency-key-reused');
  });
});

describe('drafts', () => {
  it('are kept without number, changed, seen by their maker only, and submitted', async () => {
    const draft = await app
      .call('登记员甲', 'post', '/disputes/drafts')
      .send({ channel: 'LETTER', parties: [person({ name: '草稿人', idNumber: 'E77777777' })] })
      .expect(201);
    expect(draft.body).toMatchObject({ number: null, status: 'DRAFT', version: 1 });
    expect(draft.body.warnings.map((w: { code: string }) => w.code)).toContain('required');
    const at = `/disputes/drafts/${draft.body.id}`;
    await app.call('登记员乙', 'get', `/disputes/${draft.body.id}`).expect(404);
    await app.call('登记员甲', 'post', `${at}/submit`).send({ version: 1 }).expect(422);
    const whole = disputeRequest(app, { channel: 'LETTER', actDocumentNo: null, version: 1 });
    const [party] = draft.body.parties;
    const { idNumber: _, ...kept } = person({ id: party.id, name: '草稿人' });
    await app
      .call('登记员甲', 'put', at)
      .send({ ...whole, parties: [kept] })
      .expect(200);
    const stale = await app
      .call('登记员甲', 'put', at)
      .send({ ...whole, parties: [kept] })
      .expect(409);
    expect(stale.body.code).toBe('cases.dispute.stale-version');
    const list = await app.call('登记员甲', 'get', '/disputes/drafts').expect(200);
    expect(list.body.items.map((d: { id: string }) => d.id)).toEqual([draft.body.id]);
    const done = await app.call('登记员甲', 'post', `${at}/submit`).send({ version: 2 }).expect(200);
    expect(done.body).toMatchObject({
      status: 'REGISTERED',
      version: 3,
      number: expect.stringMatching(/^余争〔2026〕\d+号$/),
    });
    expect(done.body.parties[0].idNumberMasked).toBe('E7*****77');
    await app.call('登记员乙', 'get', `/disputes/${draft.body.id}`).expect(200);
  });

  it('can be thrown away', async () => {
    const draft = await app.call('登记员甲', 'post', '/disputes/drafts').send({ channel: 'HOTLINE' }).expect(201);
    await app.call('登记员乙', 'delete', `/disputes/drafts/${draft.body.id}?version=1`).expect(404);
    await app.call('登记员甲', 'delete', `/disputes/drafts/${draft.body.id}?version=1`).expect(204);
    await app.call('登记员甲', 'get', `/disputes/${draft.body.id}`).expect(404);
  });
});

describe('after registration', () => {
  it('amends with a version, keeps the names of fields only, and counts the clocks anew', async () => {
    const { body: d } = await register({ parties: [person()] }).expect(201);
    const answer = await app
      .call('登记员甲', 'patch', `/disputes/${d.id}`)
      .send({
        version: 1,
        actKnownOn: '2026-11-09',
        respondentOrganId: app.ids['测试区人力社保局'],
        claims: '请求变更。',
      })
      .expect(200);
    expect(answer.body).toMatchObject({ version: 2, claims: '请求变更。', respondentOrganName: '测试区人力社保局' });
    const apply = answer.body.clocks.find((c: { rule: string }) => c.rule === 'RC_APPLY');
    expect(apply.startsOn).toBe('2026-11-09');
    await app.call('市监联络员', 'get', `/disputes/${d.id}`).expect(404);
    await app.call('人社联络员', 'get', `/disputes/${d.id}`).expect(200);
    await app.call('登记员甲', 'patch', `/disputes/${d.id}`).send({ version: 1, claims: '又' }).expect(409);
    const [entry] = await app.sql<{ detail: object }>(
      `SELECT detail FROM audit.entry WHERE action = 'cases.amend' AND subject_id = $1`,
      [d.id],
    );
    expect(entry!.detail).toMatchObject({ fields: ['claims', 'respondentOrganId', 'actKnownOn'] });
  });

  it('assigns the officer with the fewest in hand, and hands over with a reason', async () => {
    const { body: d } = await register({ parties: [person()] }).expect(201);
    await app.drain();
    const one = (await app.call('登记员甲', 'get', `/disputes/${d.id}`)).body;
    expect(['登记员甲', '登记员乙']).toContain(one.handlerName);
    const other = one.handlerName === '登记员甲' ? '登记员乙' : '登记员甲';
    const body = { personId: app.ids[other], reason: '回避', version: one.version };
    await app.call('登记员甲', 'put', `/disputes/${d.id}/handler`).send(body).expect(403);
    const handed = await app.call('科长丙', 'put', `/disputes/${d.id}/handler`).send(body).expect(200);
    expect(handed.body.handlerName).toBe(other);
    await app.call('科长丙', 'put', `/disputes/${d.id}/handler`).send(body).expect(409);
    const stranger = { ...body, personId: app.ids['市监联络员'], version: handed.body.version };
    await app.call('科长丙', 'put', `/disputes/${d.id}/handler`).send(stranger).expect(422);
    const history = await app.call('登记员甲', 'get', `/disputes/${d.id}/history`).expect(200);
    expect(history.body.map((h: { actorName: string; sentence: string }) => `${h.actorName}：${h.sentence}`)).toEqual([
      '科长丙：变更了经办人，理由：回避',
      expect.stringMatching(/^系统：确定了经办人，理由：自动分派：在办 \d+ 件/),
      '登记员甲：登记了争议',
    ]);
  });

  it('shares new disputes out evenly', async () => {
    const loads = await app.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM cases.dispute WHERE status = 'REGISTERED' AND organ_id = $1 GROUP BY handler_id`,
      [app.ids['测试区司法局']],
    );
    expect(loads).toHaveLength(2);
    expect(Math.abs(loads[0]!.n - loads[1]!.n)).toBeLessThanOrEqual(2);
  });

  it('unmasks for a reason, audited without the number', async () => {
    const { body: d } = await register({ parties: [person({ idNumber: 'E99887766' })] }).expect(201);
    const at = `/disputes/${d.id}/parties/${d.parties[0].id}/unmask`;
    await app.call('登记员甲', 'post', at).send({}).expect(422);
    await app.call('市监联络员', 'post', at).send({ reason: '看看' }).expect(403);
    await app.call('中心人员戊', 'post', at).send({ reason: '看看' }).expect(404);
    const answer = await app.call('登记员甲', 'post', at).send({ reason: '核对身份' }).expect(200);
    expect(answer.body).toMatchObject({ idNumber: 'E99887766', phone: '13800005678' });
    const entries = await app.sql<{ detail: object; actor_id: string }>(
      `SELECT detail, actor_id FROM audit.entry WHERE action = 'cases.unmask-party' AND scope_id = $1`,
      [d.id],
    );
    expect(entries).toEqual([{ actor_id: app.ids['登记员甲'], detail: { reason: '核对身份' } }]);
  });

  it('links both ways, and shows the link to those who may see the other', async () => {
    const { body: a } = await register({ parties: [person()] }).expect(201);
    const { body: b } = await register({ respondentOrganId: app.ids['测试区人力社保局'] }).expect(201);
    const link = { disputeId: b.id, kind: 'FOLLOW_UP', reason: '后续' };
    await app.call('登记员甲', 'post', `/disputes/${a.id}/links`).send(link).expect(201);
    await app
      .call('登记员甲', 'post', `/disputes/${b.id}/links`)
      .send({ ...link, disputeId: a.id })
      .expect(409);
    await app
      .call('登记员甲', 'post', `/disputes/${a.id}/links`)
      .send({ ...link, disputeId: a.id })
      .expect(422);
    const seen = await app.call('登记员甲', 'get', `/disputes/${b.id}`).expect(200);
    expect(seen.body.links).toMatchObject([{ disputeId: a.id, number: a.number, kindName: '后续争议' }]);
    const liaison = await app.call('人社联络员', 'get', `/disputes/${b.id}`).expect(200);
    expect(liaison.body.links).toEqual([]);
    await app.call('登记员甲', 'delete', `/disputes/${b.id}/links/${a.id}`).expect(204);
    await app.call('登记员甲', 'delete', `/disputes/${b.id}/links/${a.id}`).expect(404);
  });

  it('makes a registration void: the number stays, the clocks go, nothing more can be done', async () => {
    const { body: d } = await register({ parties: [person()] }).expect(201);
    const body = { version: 1, reason: '误登' };
    const answer = await app.call('登记员甲', 'post', `/disputes/${d.id}/void`).send(body).expect(200);
    expect(answer.body).toMatchObject({ status: 'VOID', number: d.number, clocks: [], nextDueOn: null });
    await app
      .call('登记员甲', 'post', `/disputes/${d.id}/close`)
      .send({ ...body, version: 2 })
      .expect(409);
    await app.call('登记员甲', 'patch', `/disputes/${d.id}`).send({ version: 2, claims: 'x' }).expect(409);
  });

  it('does not close over an open case', async () => {
    const { body: d } = await register({ parties: [person()] }).expect(201);
    await app.sql(
      `INSERT INTO cases.case_file (id, dispute_id, procedure, number, state, opened_on)
       VALUES (gen_random_uuid(), $1, 'mediation', '余行调〔2026〕900号', 'X', '2026-11-24')`,
      [d.id],
    );
    const answer = await app
      .call('登记员甲', 'post', `/disputes/${d.id}/close`)
      .send({ version: 1, reason: '办结' })
      .expect(409);
    expect(answer.body).toMatchObject({ code: 'cases.has-open-cases', params: { numbers: ['余行调〔2026〕900号'] } });
  });
});
