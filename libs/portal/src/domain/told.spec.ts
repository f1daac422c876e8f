import { RECONSIDERATION, RECONSIDERATION_CLOCKS } from '@app/reconsideration';
import { REQUEST_KINDS } from './request-kinds.js';
import { permittedRequests, stageOf, STAGES } from './stages.js';
import { awaitedOf, toldOf } from './told.js';

const STATES = Object.keys(RECONSIDERATION.states);
/** What goes on inside the authority. */
const INSIDE = /draft|-review$|proposal|report|opinion|approval$|committee/;

describe('states', () => {
  it('have words for parties, all of them', () => {
    expect(STATES.filter((state) => STAGES[state] === undefined)).toEqual([]);
  });

  it('of drafting, review and approval look like the trial', () => {
    for (const state of ['DRAFTING', 'INSTITUTION_REVIEW', 'AUTHORITY_APPROVAL'])
      expect(stageOf(state)).toEqual(stageOf('IN_TRIAL'));
  });

  it('that have no words tell nothing of themselves', () => {
    expect(JSON.stringify(stageOf('SECRET_COUNCIL'))).not.toContain('SECRET');
    expect(stageOf('SECRET_COUNCIL').title).toBe('正在办理');
  });

  it('permit nothing once there is a decision, and withdrawal and mediation until then', () => {
    for (const [state, { open }] of Object.entries(RECONSIDERATION.states)) {
      const permitted = permittedRequests(state);
      if (!open || state === 'DECIDED' || state === 'SERVED') expect([state, permitted]).toEqual([state, []]);
      else expect(permitted).toEqual(expect.arrayContaining(['SUPPLEMENT', 'WITHDRAWAL', 'MEDIATION', 'RECUSAL']));
    }
    expect(permittedRequests('UNDER_REVIEW')).not.toContain('HEARING');
    expect(permittedRequests('IN_TRIAL')).toContain('HEARING');
    for (const { article } of Object.values(REQUEST_KINDS)) expect(article).toMatch(/第\d+条/);
  });
});

describe('steps', () => {
  it('are told if they are done towards the parties, and inside ones never', () => {
    const told = RECONSIDERATION.transitions.filter(({ name }) => toldOf(`reconsideration.${name}`) !== undefined);
    expect(told.length).toBeGreaterThan(20);
    expect(told.map(({ name }) => name).filter((name) => INSIDE.test(name))).toEqual([]);
  });

  it.each([
    'cases.proposed-proposal',
    'portal.read-application',
    'mediation.record-session',
    'reconsideration.later-step',
    'nothing',
  ])('of other libs and of later releases are not told: %s', (action) => expect(toldOf(action)).toBeUndefined());
});

it('periods of parties are told, the office’s own are not', () => {
  const rules = [...new Set(RECONSIDERATION_CLOCKS.map((rule) => rule.code))];
  expect(rules.filter((rule) => awaitedOf(rule) === undefined)).toEqual(['RC_SUSP_TERM']);
  expect(awaitedOf('DISPUTE_TRIAGE')).toBeUndefined();
});
