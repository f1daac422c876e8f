import { startApp, type TestApp } from '../support/app.js';
import { Given, type GivenDispute } from '../support/given.js';

const AT_ONCE = 16;

let heyi: TestApp;
let given: Given;
const disputes: GivenDispute[] = [];

beforeAll(async () => {
  heyi = await startApp({ poolSize: 4 });
  given = new Given(heyi);
  for (let i = 0; i < AT_ONCE; i++) disputes.push(await given.dispute());
});

afterAll(() => heyi?.close());

// A transaction that asked the directory on a second connection would hold its first for ever once four of them do.
describe('a pool of four connections', () => {
  it('serves sixteen steps and views of cases at once', async () => {
    const cases: string[] = [];
    for (const dispute of disputes) cases.push(await given.mediation(dispute.id));
    const steps = await Promise.all(cases.map((id) => given.step('zhongxin', id, 'review')));
    expect(new Set(steps).size).toBe(1);
    const staff = await heyi.as('zhongxin');
    const views = await Promise.all(
      cases.flatMap((id) => [staff.get(`/cases/${id}`), staff.get(`/cases/${id}/actions`)]),
    );
    expect(views.map((v) => v.status)).toEqual(views.map(() => 200));
  });

  it('serves sixteen receipts and proposed ownerships at once', async () => {
    await given.organId('五常街道');
    const opened = await Promise.all(disputes.flatMap((d) => [given.reconsideration(d.id), given.ownership(d.id)]));
    expect(new Set(opened).size).toBe(2 * AT_ONCE);
  });

  it('serves sixteen amendments and hand-overs at once', async () => {
    const officer = await heyi.as('lian');
    // Another respondent, which nobody has asked for in the last seconds.
    const respondentOrganId = await given.organId('区教育局');
    const amended = await Promise.all(
      disputes.map(({ id, version }) => officer.patch(`/disputes/${id}`).send({ version, respondentOrganId })),
    );
    expect(amended.map((a) => a.status)).toEqual(amended.map(() => 200));
    const personId = await given.personId('lian2');
    const handed = await Promise.all(
      amended.map(({ body }) =>
        officer.put(`/disputes/${body.id}/handler`).send({ version: body.version, personId, reason: '休假' }),
      ),
    );
    expect(handed.map((h) => h.status)).toEqual(handed.map(() => 200));
  });
});
