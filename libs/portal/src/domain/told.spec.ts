import { RECONSIDERATION, RECONSIDERATION_CLOCKS } from '@app/reconsideration';
import { REQUEST_KINDS } from './request-kinds.js';
import { permittedRequests, stageOf, STAGES } from './stages.js';
import { awaitedOf, toldOf } from './told.js';

const STATES = Object.keys(RECONSIDERATION.states);

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

  it('permit nothing once there is a decision or an end, and withdrawal and mediation until then', () => {
    for (const [state, { open }] of Object.entries(RECONSIDERATION.states)) {
      const [permitted, { stage }] = [permittedRequests(state), stageOf(state)];
      if (!open || stage === 'DECIDED' || stage === 'ENDED') expect([state, permitted]).toEqual([state, []]);
      else expect(permitted).toEqual(expect.arrayContaining(['SUPPLEMENT', 'WITHDRAWAL', 'MEDIATION', 'RECUSAL']));
    }
    expect(permittedRequests('UNDER_REVIEW')).not.toContain('HEARING');
    expect(permittedRequests('IN_TRIAL')).toContain('HEARING');
    expect(permittedRequests('DECIDED')).toEqual([]);
    for (const { article } of Object.values(REQUEST_KINDS)) expect(article).toMatch(/第\d+条/);
  });
});

describe('steps', () => {
  it('are told if they are done towards the parties', () => {
    const told = RECONSIDERATION.transitions.filter(({ name }) => toldOf(`reconsideration.${name}`) !== undefined);
    expect(told.length).toBeGreaterThan(20);
  });

  it.each([
    ...['start-drafting', 'submit-draft', 'pass-department-review', 'pass-institution-review', 'return-draft'],
    ...['return-approval', 'record-opinion', 'assess-complexity', 'consult-committee', 'receive-committee-opinion'],
    ...[
      'give-opinion',
      'judge-evidence',
      'request-uplift',
      'open-privacy-review',
      'issue-suggestion',
      'refer-discipline',
    ],
    'later-step',
  ])('inside the authority, and of later releases, are not: %s', (name) => {
    expect(toldOf(`reconsideration.${name}`)).toBeUndefined();
  });

  it.each([
    'cases.proposed-proposal',
    'portal.read-application',
    'mediation.accept',
    'service.send-delivery',
    'nothing',
  ])('of other libs are not: %s', (action) => expect(toldOf(action)).toBeUndefined());
});

it('periods of parties are told, the office’s own are not', () => {
  const rules = new Set(RECONSIDERATION_CLOCKS.map((rule) => rule.code));
  for (const rule of [
    'RC_REVIEW',
    'RC_CORRECT',
    'RC_COPY',
    'RC_REPLY',
    'RC_DECIDE',
    'RC_SUE',
    'RC_REMAKE',
    'RC_PERFORM',
  ])
    expect([rule, rules.has(rule), typeof awaitedOf(rule)]).toEqual([rule, true, 'string']);
  for (const rule of ['RC_SUSP_TERM', 'DISPUTE_TRIAGE', 'SV_RETRY']) expect(awaitedOf(rule)).toBeUndefined();
});
