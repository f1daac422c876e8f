import { startApp, type TestApp } from '../support/app.js';
import { person } from '../support/given.js';
import { Journey } from '../support/journey.js';
import type { TriedCase } from '../reconsideration/trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let journey: Journey;
let lead: TriedCase;
let joined: TriedCase;

beforeAll(async () => {
  t = await startApp();
  journey = new Journey(t);
});

afterAll(() => t.close());

describe('thirteen applicants: twelve in one case, with two representatives, one in another', () => {
  it('are joined by the institution', async () => {
    const twelve = Array.from({ length: 12 }, (_, i) => person(900 + i, { isRepresentative: i < 2 }));
    lead = await journey.assessed({ parties: twelve }, { electionSigned: true });
    const election = await journey.issue(lead.id, 'R30-REPRESENTATIVES', ['signedOn'], { by: 'lian' });
    expect(election.data['representatives']).toHaveLength(2);
    joined = await journey.assessed({ parties: [person(950)] });
    await journey.accepted(lead);
    await journey.accepted(joined);
    await journey.remember(lead.id);
    await journey.on('2026-11-25');
    const ground = { ground: 'SEVERAL_APPLICANTS', reason: '同一执法行动中的处罚。' };
    await journey.byInstitution(lead.id, 'join-cases', { ...ground, caseIds: [joined.id] });
    const joinder = await journey.issue(lead.id, 'R30-JOINDER');
    expect(joinder.data['joined']).toEqual([await journey.numberOf(joined.id)]);
    for (const each of [lead, joined]) await journey.servedOnBoth(each, 'NOTICE');
    expect((await journey.trialOf(joined.id))['joinder']).toMatchObject([{ leadCaseId: lead.id }]);
  });

  it('are decided by one document, which is that of each case', async () => {
    await journey.replied(lead, '2026-12-03');
    await journey.heard(lead, 'REVOKE');
    await journey.remember(joined.id);
    await journey.on('2026-12-04');
    const draft = { kind: 'REVOKE', ground: 'PROCEDURE_ILLEGAL', conclusion: '撤销该处罚决定。' };
    const paper = await journey.decidedAs(lead.id, draft, { scope: 'WHOLE' });
    expect(paper.data['parties']).toHaveLength(13);
    expect(await journey.step('quzhang', joined.id, 'decide-with-lead', { opinion: '同意' })).toBe('DECIDED');
    expect((await journey.clocksOf(joined.id))['RC_DECIDE']).toMatchObject({ state: 'MET' });
  });

  it('are served one by one: each applicant’s period to sue is his own', async () => {
    await journey.on('2026-12-10');
    const [first, ...others] = lead.dispute.partyIds;
    await journey.served(lead.id, 'DECISION', first!, { on: '2026-12-07' });
    for (const partyId of others) await journey.served(lead.id, 'DECISION', partyId, { on: '2026-12-09' });
    await journey.served(lead.id, 'DECISION', lead.respondentId);
    expect(await journey.stateOf(lead.id)).toBe('SERVED');
    const suits = await journey.register.clocksOn(lead.id, 'RC_SUE');
    expect(suits).toHaveLength(12);
    expect(suits[0]).toMatchObject({ concernsId: first, startsOn: '2026-12-07', dueOn: '2026-12-22' });
    expect(suits.slice(1).map(({ dueOn }) => dueOn)).toEqual(others.map(() => '2026-12-24'));
    await journey.servedOnAll(joined, 'DECISION');
  });

  it('are closed and archived, each', async () => {
    await journey.on('2026-12-28');
    await journey.archived(lead.id, '行政复议决定书');
    await journey.archived(joined.id, '行政复议决定书');
  });

  it('were what they were, and nothing is untold', () => journey.proved());
});
