import type { Id } from '@app/kernel';
import { MEDIATION_PAPERS, MediationPaperCases } from '@app/mediation';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, mustBe, UNIT, type Body, type GivenDispute } from '../support/given.js';
import { CHAIR, HELD, LIAISON, MANAGER, MEDIATOR, MediationStory, STAFF } from './people.js';

const CONTACT = '调解中心，电话0571-00000000';
const CLERKS = ['lian', 'juzhang', 'quzhang', 'kezhang'];

interface Paper {
  id: Id;
  version: number;
  state: string;
  number: string | null;
  data: Body;
  addressees: { role: string; name: string }[];
  missing: { pointer: string }[];
  preview: { issuer: string } | null;
}

let t: TestApp;
let story: MediationStory;
let dispute: GivenDispute;
let mediation: Id;

beforeAll(async () => {
  t = await startApp();
  story = new MediationStory(t);
  ({ dispute, mediation } = await story.begun());
  await story.step(MEDIATOR, mediation, 'hold-session', { ...HELD, heldOn: t.clock.today() });
});

afterAll(() => t.close());

const papersOf = (caseId: Id) => `/cases/${caseId}/papers`;
const read = async (login: string, id: Id) => (await t.as(login)).get(`${papersOf(mediation)}/${id}`);
const paper = async (login: string, id: Id): Promise<Paper> => mustBe(200, await read(login, id)) as Paper;
const draft = async (login: string, kind: string, data: Body = {}) =>
  (await t.as(login)).post(papersOf(mediation)).send({ kind, data });
const drafted = async (login: string, kind: string, data: Body = {}): Promise<Paper> =>
  paper(login, (mustBe(201, await draft(login, kind, data)) as { id: Id }).id);
const act = async (login: string, of: Paper, name: string): Promise<Paper> =>
  mustBe(
    200,
    await (await t.as(login)).post(`${papersOf(mediation)}/${of.id}/${name}`).send({ version: of.version }),
  ) as Paper;
const listed = async (login: string): Promise<Id[]> =>
  (mustBe(200, await (await t.as(login)).get(papersOf(mediation))) as { id: Id }[]).map(({ id }) => id);

it('every kind begins with what the case says', async () => {
  await t.database.transaction(async (tx) => {
    const cases = t.app.get(MediationPaperCases, { strict: false });
    for (const { code } of MEDIATION_PAPERS) {
      const { data } = await cases.prefill(code, tx, mediation);
      expect([code, data]).toEqual([code, expect.any(Object)]);
      if (code !== 'M20') expect([code, JSON.stringify(data).includes(HELD.minutes)]).toEqual([code, false]);
    }
  });
  await expect(
    t.database.transaction((tx) => t.app.get(MediationPaperCases, { strict: false }).prefill('M07', tx, dispute.id)),
  ).rejects.toMatchObject({ code: 'cases.case.not-found' });
});

describe('a notice of the centre', () => {
  let notice: Paper;

  it('is drafted by its staff with parties, day and the periods that run on, for each party', async () => {
    notice = await drafted(STAFF, 'M07', { contact: CONTACT });
    expect(notice.data).toMatchObject({
      acceptedOn: '2026-11-24',
      others: [expect.stringContaining('五常街道') as unknown],
      periods: expect.arrayContaining([[expect.any(String), expect.any(String), expect.any(String)]]) as unknown,
    });
    expect(notice.addressees.map(({ role }) => role)).toEqual(['APPLICANT', 'RESPONDENT']);
    expect(notice.missing).toEqual([]);
    expect((await read(LIAISON, notice.id)).status).toBe(404);
  });

  it('is signed by its head, not by who drafted it, with a number of its series, under the centre’s name', async () => {
    notice = await act(STAFF, notice, 'submit');
    const own = await (
      await t.as(STAFF)
    )
      .post(`${papersOf(mediation)}/${notice.id}/sign`)
      .send({ version: notice.version });
    expect([own.status, (own.body as { code: string }).code]).toEqual([403, 'documents.role-required']);
    notice = await act(MANAGER, notice, 'sign');
    expect(notice.number).toBe('余行调受〔2026〕1号');
    expect(notice.preview!.issuer).toBe('杭州市余杭区行政争议调解中心');
  });

  it('is read by the organ it is addressed to once it is signed', async () => {
    expect(await listed(LIAISON)).toEqual([notice.id]);
    expect((await paper(LIAISON, notice.id)).number).toBe(notice.number);
  });
});

describe('the minutes', () => {
  let minutes: Paper;

  it('are the mediator’s: nobody else drafts them', async () => {
    for (const login of [STAFF, MANAGER, CHAIR, LIAISON]) {
      const answer = await draft(login, 'M20');
      expect([login, answer.status, (answer.body as { code: string }).code]).toEqual([
        login,
        403,
        'documents.role-required',
      ]);
    }
    minutes = await drafted(MEDIATOR, 'M20', { recorder: '测试记录人', present: ['测试申请人，已核对身份'] });
    expect(minutes.data).toMatchObject({ transcript: HELD.minutes, mode: 'ON_SITE', place: HELD.place });
    expect(minutes.missing).toEqual([]);
  });

  it.each(['draft', 'signed'])('are behind the wall, %s: for everybody else there are none', async (state) => {
    if (state === 'signed') minutes = await act(MEDIATOR, minutes, 'sign');
    for (const login of [STAFF, MANAGER, CHAIR, LIAISON, ...CLERKS, 'tiaojie-wuchang', 'dangan']) {
      for (const part of ['', '/versions', '/docx', '/pdf'])
        expect([
          login,
          part,
          (await (await t.as(login)).get(`${papersOf(mediation)}/${minutes.id}${part}`)).status,
        ]).toEqual([login, part, 404]);
      const list = await (await t.as(login)).get(papersOf(mediation));
      expect([login, JSON.stringify(list.body).includes(minutes.id)]).toEqual([login, false]);
      const history = await (await t.as(login)).get(`/disputes/${dispute.id}/history?limit=200`);
      expect([login, JSON.stringify(history.body).includes('调解笔录')]).toEqual([login, false]);
    }
    expect(await listed(MEDIATOR)).toContain(minutes.id);
  });

  it('carry no number and no seal', () => {
    expect([minutes.number, minutes.preview!.issuer]).toEqual([null, '']);
  });
});

describe('the agreement', () => {
  let agreement: Paper;

  beforeAll(async () => {
    await story.step(MEDIATOR, mediation, 'agree', {
      matter: '罚款数额。',
      terms: '退还一半罚款；申请人不再申请行政复议。',
      lawful: true,
      respondentMayBind: true,
      headApprovedPayment: true,
      schedule: [{ obligorId: await story.organId(UNIT), content: '退还罚款', dueOn: '2026-12-20', amountFen: 50_000 }],
    });
  });

  it('is drafted with what was agreed; while it is a draft it is read by those who write it alone', async () => {
    agreement = await drafted(MEDIATOR, 'M25');
    expect(agreement.data).toMatchObject({
      terms: ['退还一半罚款', '申请人不再申请行政复议。'],
      obligations: [[expect.stringContaining('五常街道') as unknown, '退还罚款', '2026年12月20日前', '', '500.00']],
      mediators: [expect.any(String) as unknown],
      copies: 3,
    });
    expect(agreement.missing).toEqual([]);
    for (const login of [LIAISON, ...CLERKS])
      expect([login, (await read(login, agreement.id)).status]).toEqual([login, 404]);
  });

  it('is issued in the name of the committee that mediates, and passes to the organ', async () => {
    agreement = await act(MEDIATOR, agreement, 'submit');
    agreement = await act(CHAIR, agreement, 'sign');
    expect(agreement.number).toBe('余行调协〔2026〕1号');
    expect(agreement.preview!.issuer).toBe(
      (
        await t.database.read<{ name: string }>('SELECT name FROM directory.organ WHERE id = $1', [
          await story.committeeOf(COMMITTEE_UNIT),
        ])
      )[0]!.name,
    );
    expect((await paper(LIAISON, agreement.id)).number).toBe(agreement.number);
  });
});
