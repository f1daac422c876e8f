import { newId, type Id } from '@app/kernel';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { mustBe, type Body } from '../support/given.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];
const FOUND = {
  actGround: 'PENALTY',
  exclusion: 'NONE',
  interest: 'ADDRESSEE',
  claimSpecific: true,
  reasonsGiven: true,
  identityProved: true,
  courtAccepted: false,
};

interface Condition {
  condition: string;
  article: string;
  computed: string;
  confirmed: string | null;
  reason: string | null;
  findings: { rule: string; facts: Body; settle: string | null; dueOn: string | null }[];
}
interface View {
  id: Id;
  outcome: string;
  competent: string[];
  law: { law: string; regulation: string };
  conditions: Condition[];
}

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: Story;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

async function underReview(over: Body = {}, unit?: string): Promise<Id> {
  const dispute = await story.dispute(over, unit === undefined ? {} : { unit });
  const id = await story.reconsideration(dispute.id);
  await story.step('lian', id, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
  return id;
}

const assessed = async (login: string, id: Id, stated: Body): Promise<View> =>
  (await story.assess(login, id, stated)) as unknown as View;
const last = async (login: string, id: Id): Promise<View> =>
  mustBe(200, await (await t.as(login)).get(`/cases/${id}/admissibility`)) as View;
const said = async (login: string, id: Id, condition: string, body: Body) =>
  (await t.as(login)).post(`/cases/${id}/admissibility/conditions/${condition}`).send(body);
const computedOf = ({ conditions }: View): Record<string, string> =>
  Object.fromEntries(conditions.map((each) => [each.condition, each.computed]));

describe('an assessment', () => {
  let id: Id;
  let first: View;

  it('is not there before somebody makes it', async () => {
    id = await underReview();
    const answer = await (await t.as('lian')).get(`/cases/${id}/admissibility`);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'reconsideration.assessment.not-found']);
  });

  it('answers what is known and says what would settle the rest', async () => {
    first = await assessed('lian', id, {});
    expect(computedOf(first)).toEqual({
      IDENTIFIED: 'UNKNOWN',
      INTEREST: 'UNKNOWN',
      CLAIM: 'UNKNOWN',
      IN_TIME: 'MET',
      IN_SCOPE: 'UNKNOWN',
      JURISDICTION: 'MET',
      NOT_REPEATED: 'UNKNOWN',
    });
    expect(first).toMatchObject({ outcome: 'CORRECT', law: { law: '2023', regulation: '2026' } });
    const open = first.conditions.flatMap((each) => (each.computed === 'UNKNOWN' ? each.findings : []));
    expect(open.some((finding) => finding.settle !== null)).toBe(true);
  });

  it('shows the last day to apply, and whose the case is, from the register', async () => {
    const inTime = first.conditions.find((each) => each.condition === 'IN_TIME')!;
    // Known on 5 November; the 60th day is Monday, 4 January 2027.
    expect(inTime.findings.find((each) => each.rule === 'AP-1')).toMatchObject({ dueOn: '2027-01-04' });
    expect(first.competent).toEqual(['杭州市余杭区人民政府']);
  });

  it('bars acceptance until every condition is confirmed', async () => {
    expect(codeOf(await story.tries('lian', id, 'accept', { met: SEVEN }))).toBe(
      'reconsideration.admissibility-unconfirmed',
    );
    const view = await assessed('fuyi', id, FOUND);
    expect(view.outcome).toBe('ACCEPT');
    for (const condition of SEVEN) {
      const answer = await said('fuyi', id, condition, { assessmentId: view.id, answer: 'MET' });
      expect(answer.status).toBe(200);
    }
    expect(await story.step('lian', id, 'accept', { met: SEVEN })).toBe('ACCEPTED');
  });

  it('stays as it was made, with the facts of its day', async () => {
    const rows = await t.database.read<{ outcome: string }>(
      `SELECT result->>'outcome' AS outcome FROM reconsideration.assessment WHERE case_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows.map((row) => row.outcome)).toEqual(['CORRECT', 'ACCEPT']);
    expect((await last('fuyi', id)).conditions.every((each) => each.confirmed === 'MET')).toBe(true);
  });
});

describe('what is not met', () => {
  it('bars acceptance with its own code and article, until an officer overrides it with a reason', async () => {
    const id = await underReview();
    const view = await assessed('lian', id, { ...FOUND, interest: 'NONE' });
    const refused = await story.tries('lian', id, 'accept', { met: SEVEN });
    expect(refused.body).toMatchObject({
      code: 'reconsideration.interest-not-met',
      article: '复议法 2023 第30条第1款第2项',
    });
    const bare = await said('lian', id, 'INTEREST', { assessmentId: view.id, answer: 'MET' });
    expect([bare.status, codeOf(bare)]).toEqual([422, 'reconsideration.override-reason-missing']);
    const reason = '投诉人为维护自身合法权益请求查处，有利害关系';
    await said('lian', id, 'INTEREST', { assessmentId: view.id, answer: 'MET', reason });
    for (const condition of SEVEN.filter((each) => each !== 'INTEREST'))
      await said('lian', id, condition, { assessmentId: view.id, answer: 'MET' });
    const interest = (await last('lian', id)).conditions.find((each) => each.condition === 'INTEREST');
    expect(interest).toMatchObject({ computed: 'NOT_MET', confirmed: 'MET', reason });
    expect(await story.step('lian', id, 'accept', { met: SEVEN })).toBe('ACCEPTED');
  });

  it('tells the override in the history, without the reason', async () => {
    const [row] = await t.database.read<{ disputeId: Id }>(
      `SELECT c.dispute_id AS "disputeId" FROM cases.case_file c JOIN reconsideration.assessment a ON a.case_id = c.id
       WHERE a.facts->'stated'->>'interest' = 'NONE' LIMIT 1`,
    );
    const history = (await story.historyOf(row!.disputeId)).join('\n');
    expect(history).toContain('更正受理条件“申请人与被申请行政复议的行政行为有利害关系”的结论为：符合');
    expect(history).not.toContain('投诉人');
  });

  it('is no ground of a refusal if it was found met', async () => {
    const id = await underReview();
    await assessed('lian', id, FOUND);
    const input = { failed: ['IN_TIME'], reason: '超过申请期限。' };
    const version = await story.versionOf(id);
    const answer = await (await t.as('lian')).post(`/cases/${id}/actions/refuse/proposal`).send({ version, input });
    expect(codeOf(answer)).toBe('reconsideration.refusal-against-assessment');
  });
});

describe('jurisdiction', () => {
  it('over the tax authority is its superior’s: refused only with the competent authority named', async () => {
    const id = await underReview({}, '税务局');
    const view = await assessed('lian', id, FOUND);
    expect(computedOf(view)).toMatchObject({ JURISDICTION: 'NOT_MET' });
    expect(view).toMatchObject({ outcome: 'REFUSE', competent: ['国家税务总局杭州市余杭区税务局的上一级主管部门'] });
    expect(codeOf(await story.tries('lian', id, 'accept', { met: SEVEN }))).toBe(
      'reconsideration.jurisdiction-not-met',
    );
    const input = { failed: ['JURISDICTION'], reason: '不属于本机关管辖。' };
    const version = await story.versionOf(id);
    const bare = await (await t.as('lian')).post(`/cases/${id}/actions/refuse/proposal`).send({ version, input });
    expect(codeOf(bare)).toBe('reconsideration.competent-authority-missing');
    await story.proposes('lian', id, 'refuse', { ...input, competentAuthority: '国家税务总局杭州市税务局' });
    await story.decides('juzhang', id, 'pass', '同意');
    expect(await story.decides('quzhang', id, 'pass', '同意')).toBe('NOT_ACCEPTED');
  });

  it('over a branch of the city’s department is the applicant’s choice', async () => {
    const id = await underReview({}, '公安分局');
    expect((await assessed('lian', id, FOUND)).competent).toEqual(['杭州市余杭区人民政府', '杭州市人民政府']);
    const elsewhere = await assessed('lian', id, { ...FOUND, choosesThisAuthority: false });
    expect(computedOf(elsewhere)).toMatchObject({ JURISDICTION: 'NOT_MET' });
  });
});

describe('who may', () => {
  it('assess: the intake officer and the reviewer of this case, nobody else', async () => {
    const id = await underReview();
    for (const login of ['shenli', 'juzhang', 'quzhang']) {
      const answer = await (await t.as(login)).post(`/cases/${id}/admissibility`).send({ stated: FOUND });
      expect([login, answer.status]).toEqual([login, 403]);
    }
    expect((await assessed('fuyi', id, FOUND)).outcome).toBe('ACCEPT');
  });

  it('read: not the respondent’s liaison, and whoever may not see the case finds nothing', async () => {
    const id = await underReview();
    await story.assess('lian', id, FOUND);
    const liaison = await (await t.as('lianluo-wuchang')).get(`/cases/${id}/admissibility`);
    expect([403, 404]).toContain(liaison.status);
    expect((await (await t.as('tiaojie2')).get(`/cases/${id}/admissibility`)).status).toBe(404);
    expect((await (await t.as('lian')).get(`/cases/${newId()}/admissibility`)).status).toBe(404);
  });

  it('answer an assessment that another has replaced: nobody', async () => {
    const id = await underReview();
    const before = await assessed('lian', id, {});
    await assessed('lian', id, FOUND);
    const answer = await said('lian', id, 'INTEREST', { assessmentId: before.id, answer: 'UNKNOWN' });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'reconsideration.assessment-stale']);
  });

  it('ask twice with one key: one assessment; two who answer at once: both count, in some order', async () => {
    const id = await underReview();
    const ask = async () =>
      mustBe(
        201,
        await (
          await t.as('lian')
        )
          .post(`/cases/${id}/admissibility`)
          .set('idempotency-key', `assess-${id}`)
          .send({ stated: FOUND }),
      ) as View;
    const [once, again] = [await ask(), await ask()];
    expect(again.id).toBe(once.id);
    const answers = await Promise.all(
      ['lian', 'fuyi'].map((login) => said(login, id, 'CLAIM', { assessmentId: once.id, answer: 'MET' })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const rows = await t.database.read('SELECT 1 FROM reconsideration.condition_answer WHERE assessment_id = $1', [
      once.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('assess what is decided: nobody; a condition that does not exist, or facts that are none, are refused', async () => {
    const id = await underReview();
    const view = await assessed('lian', id, FOUND);
    expect((await said('lian', id, 'MOOD', { assessmentId: view.id, answer: 'MET' })).status).toBeLessThan(500);
    const answer = await (await t.as('lian')).post(`/cases/${id}/admissibility`).send({ stated: { mood: 'bad' } });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'request.invalid']);
    await story.step('lian', id, 'decline-repeat', {
      earlierNumber: '余政复〔2025〕3号',
      nothingNew: true,
      toldOn: t.clock.today(),
    });
    const late = await (await t.as('lian')).post(`/cases/${id}/admissibility`).send({ stated: FOUND });
    expect([late.status, codeOf(late)]).toEqual([409, 'reconsideration.admissibility-settled']);
  });
});
