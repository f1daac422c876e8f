import { judge, validateProcedure, type ClockFact } from '@app/cases';
import { ROLES, type RoleCode } from '@app/kernel';
import { exampleFacts, exampleMoment, ID, TODAY } from './example-facts.js';
import type { MediationFacts } from './facts.js';
import { MEDIATION } from './lifecycle.js';
import { callsOffSessions } from './sittings/called-off.js';
import { MEDIATION_STATES, type MediationState } from './states.js';
import { MEDIATION_CLOCKS, termVariant } from './time-limits.js';
import { standingIn } from './wall.js';

const CENTRE: RoleCode[] = ['centre_staff', 'centre_manager'];
const DECIDE: RoleCode[] = ['committee_chair', 'centre_manager'];
const RAISE: RoleCode[] = ['mediator', 'applicant', 'dept_liaison', ...CENTRE];
const END: RoleCode[] = ['mediator', 'centre_manager'];
const MEDIATOR: RoleCode[] = ['mediator'];
const SESSIONS = {
  'schedule-session': ['mediator', ...CENTRE],
  'reschedule-session': ['mediator', ...CENTRE],
  'cancel-session': ['mediator', ...CENTRE],
  'hold-session': MEDIATOR,
  'record-proposal': MEDIATOR,
  'submit-offer': ['applicant', 'dept_liaison'],
  'put-proposal': MEDIATOR,
  'record-undisputed-fact': MEDIATOR,
  'confirm-undisputed-fact': MEDIATOR,
} satisfies Record<string, RoleCode[]>;
const OWN_ANSWER = {
  'answer-as-applicant': ['applicant'],
  'answer-as-respondent': ['dept_liaison'],
} satisfies Record<string, RoleCode[]>;
const CONSENT_ENDS = { ...OWN_ANSWER, 'withdraw-consent': ['mediator', ...CENTRE] } satisfies Record<
  string,
  RoleCode[]
>;
const RECUSAL = { 'raise-recusal': RAISE, 'reject-recusal': DECIDE, 'replace-mediator': DECIDE };

/** Who may do what in which state, as MD-01 … MD-16 say; '' is before there is a case. What is not here is refused. */
const MATRIX: Record<MediationState | '', Record<string, RoleCode[]>> = {
  '': {
    refer: [...CENTRE, 'intake_officer', 'case_handler', 'institution_head', 'dept_liaison', 'applicant'],
  },
  REFERRED: { review: CENTRE },
  INTAKE_REVIEW: { reject: CENTRE, 'take-on': CENTRE },
  CONSENT_PENDING: {
    'ask-consent': CENTRE,
    'record-consent': CENTRE,
    ...OWN_ANSWER,
    accept: CENTRE,
    'return-unconsented': CENTRE,
  },
  ACCEPTED: {
    'assign-committee': CENTRE,
    'reassign-committee': CENTRE,
    ...CONSENT_ENDS,
    'record-choice': [...CENTRE, 'committee_chair'],
    'choose-mediator': [...CENTRE, 'committee_chair'],
    'appoint-mediator': DECIDE,
    terminate: END,
  },
  MEDIATOR_ASSIGNED: {
    'release-mediator': DECIDE,
    'reassign-committee': CENTRE,
    'confirm-mediator': MEDIATOR,
    ...CONSENT_ENDS,
    ...RECUSAL,
    ...SESSIONS,
    extend: ['mediator', ...CENTRE],
    terminate: END,
  },
  IN_SESSION: {
    'release-mediator': DECIDE,
    ...CONSENT_ENDS,
    ...RECUSAL,
    ...SESSIONS,
    pause: MEDIATOR,
    extend: ['mediator', ...CENTRE],
    agree: MEDIATOR,
    terminate: END,
  },
  PAUSED: {
    ...CONSENT_ENDS,
    'confirm-mediator': MEDIATOR,
    ...RECUSAL,
    resume: MEDIATOR,
    extend: ['mediator', ...CENTRE],
    terminate: END,
  },
  AGREED: { ...RECUSAL, terminate: END },
  TERMINATED: { return: CENTRE },
  RETURNED: {},
  REJECTED: {},
};

const TARGETS: Record<string, MediationState[] | null> = {
  refer: ['REFERRED'],
  review: ['INTAKE_REVIEW'],
  reject: ['REJECTED'],
  'take-on': ['CONSENT_PENDING'],
  'ask-consent': null,
  'record-consent': null,
  'answer-as-applicant': null,
  'answer-as-respondent': null,
  'withdraw-consent': null,
  'record-choice': null,
  'schedule-session': null,
  'reschedule-session': null,
  'cancel-session': null,
  'record-proposal': null,
  'submit-offer': null,
  'put-proposal': null,
  'record-undisputed-fact': null,
  'confirm-undisputed-fact': null,
  accept: ['ACCEPTED'],
  'return-unconsented': ['RETURNED'],
  'assign-committee': null,
  'reassign-committee': ['ACCEPTED'],
  'choose-mediator': ['MEDIATOR_ASSIGNED'],
  'appoint-mediator': ['MEDIATOR_ASSIGNED'],
  'release-mediator': ['ACCEPTED'],
  'confirm-mediator': null,
  'raise-recusal': null,
  'reject-recusal': null,
  'replace-mediator': ['MEDIATOR_ASSIGNED', 'PAUSED'],
  'hold-session': ['IN_SESSION'],
  pause: ['PAUSED'],
  resume: ['IN_SESSION'],
  extend: null,
  agree: ['AGREED'],
  terminate: ['TERMINATED'],
  return: ['RETURNED'],
};

const STATES = Object.keys(MATRIX) as (MediationState | '')[];
const STEPS = MEDIATION.transitions.map((t) => t.name);
const roles = Object.keys(ROLES) as RoleCode[];
const step = (name: string) => MEDIATION.transitions.find((t) => t.name === name)!;
const unguarded = { ...MEDIATION, transitions: MEDIATION.transitions.map((t) => ({ ...t, guards: [] })) };

it('passes the boot check', () => {
  expect(() => validateProcedure(MEDIATION)).not.toThrow();
});

it('has the states and steps of the matrix, and no others', () => {
  expect(Object.keys(MEDIATION_STATES).sort()).toEqual(STATES.filter(Boolean).sort());
  expect([...STEPS].sort()).toEqual(Object.keys(TARGETS).sort());
});

describe.each(STATES)('state %s', (state) => {
  it.each(STEPS)('%s is for the roles of the matrix, and for nobody else', (name) => {
    const facts = exampleFacts({ state });
    const permitted = roles.filter(
      (role) => judge(unguarded, state, new Set([role]), facts, exampleMoment({}), name)[0]!.permitted,
    );
    expect(permitted).toEqual(roles.filter((role) => MATRIX[state][name]?.includes(role)));
  });
});

it.each(STEPS)('%s leads where the matrix says', (name) => {
  const { to } = step(name);
  expect(to === null ? null : typeof to === 'object' ? [...to.among] : [to]).toEqual(TARGETS[name]);
});

it('replaces the mediator of a paused mediation without ending the pause', () => {
  const { to } = step('replace-mediator');
  const after = (state: string) => typeof to === 'object' && to?.choose(exampleFacts({ state }), exampleMoment({}));
  expect(after('PAUSED')).toBe('PAUSED');
  expect(['MEDIATOR_ASSIGNED', 'IN_SESSION', 'AGREED'].map(after)).toEqual(Array(3).fill('MEDIATOR_ASSIGNED'));
});

/** `+RULE`, `-RULE`, `~RULE` cancel, `=RULE` suspend, `>RULE` resume, `^RULE` extend, with day, variant and amount. */
function clocksOf(name: string, facts: Partial<MediationFacts>, input: object = {}): string[] {
  const [f, m] = [exampleFacts(facts), exampleMoment(input)];
  const sign = { start: '+', meet: '-', cancel: '~', suspend: '=', resume: '>', extend: '^', convert: '%' };
  return (step(name).clocks ?? [])
    .filter((c) => c.when?.(f, m) ?? true)
    .map((c) =>
      [sign[c.do] + c.rule, c.on?.(f, m), c.variant?.(f, m), c.amount?.(f, m), c.concerns?.(f, m)]
        .filter(Boolean)
        .join(' '),
    );
}

const term = (state: ClockFact['state']): Partial<MediationFacts> => ({
  clocks: [{ rule: 'MD_TERM', state, startsOn: TODAY, dueOn: '2026-12-24', rawDueOn: '2026-12-24' }],
});
const OFF = ['~MD_SESSION', '~MD_ATTEND'];
const planned: Partial<MediationFacts> = {
  plannedSessions: [
    { sessionId: ID.session, on: '2026-11-26', from: '09:00', until: '10:00', partyIds: [ID.applicant, ID.respondent] },
  ],
  respondentOrganIds: [ID.respondent],
};
const waiting = { unconfirmedMediatorIds: [ID.mediator] };

it.each<[string, string, Partial<MediationFacts>, object, string[]]>([
  ['the day of receipt is day 0', 'refer', {}, { receivedOn: '2026-11-20' }, ['+MD_ACCEPT 2026-11-20']],
  ['declining meets the period of review', 'reject', {}, {}, ['-MD_ACCEPT', '~*']],
  ['so does taking on, and the other side is to be asked', 'take-on', {}, {}, ['-MD_ACCEPT', '+MD_ASK_OTHER']],
  ['all asked before: met', 'ask-consent', {}, { partyIds: [ID.applicant] }, ['-MD_ASK_OTHER']],
  [
    'one left unasked: not met',
    'ask-consent',
    { parties: exampleFacts().parties.map((p) => ({ ...p, askedOn: null, consent: null })) },
    { partyIds: [ID.applicant] },
    [],
  ],
  ['acceptance', 'accept', {}, {}, ['-MD_ASK_OTHER', '+MD_CHOOSE', '+MD_COMMITTEE', '+MD_APPOINT']],
  ['joint choice', 'choose-mediator', {}, {}, ['-MD_CHOOSE', '-MD_APPOINT']],
  ['appointment', 'appoint-mediator', {}, {}, ['~MD_CHOOSE', '-MD_APPOINT']],
  ['another committee while none has appointed', 'reassign-committee', { state: 'ACCEPTED' }, {}, OFF],
  ['another committee afterwards', 'reassign-committee', { state: 'MEDIATOR_ASSIGNED' }, {}, ['+MD_APPOINT', ...OFF]],
  ['confirmation starts the term', 'confirm-mediator', waiting, {}, ['+MD_TERM IN_RECONSIDERATION']],
  [
    'the last of several starts it',
    'confirm-mediator',
    { unconfirmedMediatorIds: [ID.mediator, ID.centreMediator] },
    {},
    [],
  ],
  ['a successor does not renew a running term', 'confirm-mediator', { ...waiting, ...term('RUNNING') }, {}, []],
  ['nor one that stands still', 'confirm-mediator', { ...waiting, ...term('SUSPENDED') }, {}, []],
  [
    'after a tainted agreement a new term',
    'confirm-mediator',
    { ...waiting, ...term('MET') },
    {},
    ['+MD_TERM IN_RECONSIDERATION'],
  ],
  [
    'appraisal stops the term',
    'pause',
    {},
    { reason: 'APPRAISAL', from: '2026-11-23' },
    ['=MD_TERM 2026-11-23', ...OFF],
  ],
  ['suspicion of sham does not', 'pause', {}, { reason: 'SHAM_SUSPECTED', from: '2026-11-23' }, OFF],
  [
    'the term goes on with the result',
    'resume',
    { pause: { reason: 'APPRAISAL', from: '2026-11-01' } },
    { on: '2026-11-20' },
    ['>MD_TERM 2026-11-20'],
  ],
  ['nothing to resume', 'resume', { pause: { reason: 'SHAM_SUSPECTED', from: '2026-11-01' } }, { on: TODAY }, []],
  ['extension', 'extend', {}, { days: 15 }, ['^MD_TERM 15']],
  ['agreement', 'agree', {}, {}, ['-MD_TERM', ...OFF]],
  ['recusal', 'raise-recusal', {}, {}, ['+MD_RECUSAL']],
  ['recusal refused', 'reject-recusal', {}, {}, ['-MD_RECUSAL']],
  ['another is to be appointed', 'release-mediator', {}, {}, ['+MD_APPOINT', ...OFF]],
  ['recusal granted', 'replace-mediator', {}, {}, ['-MD_RECUSAL', ...OFF]],
  [
    'a session, both invited',
    'schedule-session',
    { respondentOrganIds: [ID.respondent] },
    { on: '2026-11-26', partyIds: [ID.applicant, ID.respondent] },
    [`+MD_SESSION 2 ${ID.nextSession}`, `+MD_ATTEND 2 ${ID.nextSession}`],
  ],
  [
    'a session without the organ',
    'schedule-session',
    { respondentOrganIds: [ID.respondent] },
    { on: '2026-11-26', partyIds: [ID.applicant] },
    [`+MD_SESSION 2 ${ID.nextSession}`],
  ],
  ['a session of today: nothing to wait for', 'schedule-session', {}, { on: TODAY, partyIds: [ID.applicant] }, []],
  [
    'a session moved',
    'reschedule-session',
    planned,
    { sessionId: ID.session, on: '2026-11-27' },
    [
      `~MD_SESSION ${ID.session}`,
      `~MD_ATTEND ${ID.session}`,
      `+MD_SESSION 3 ${ID.session}`,
      `+MD_ATTEND 3 ${ID.session}`,
    ],
  ],
  [
    'a session called off',
    'cancel-session',
    planned,
    { sessionId: ID.session },
    [`~MD_SESSION ${ID.session}`, `~MD_ATTEND ${ID.session}`],
  ],
  [
    'a session held',
    'hold-session',
    planned,
    { sessionId: ID.session },
    [`-MD_SESSION ${ID.session}`, `-MD_ATTEND ${ID.session}`],
  ],
  ['one that was not planned', 'hold-session', {}, {}, []],
  ['termination', 'terminate', {}, {}, ['-MD_TERM', '~*', '+MD_RETURN']],
  ['back to the source', 'return', {}, {}, ['-MD_RETURN']],
  ['back without consent', 'return-unconsented', {}, {}, ['-MD_ASK_OTHER', '~*']],
])('clocks: %s', (_why, name, facts, input, expected) => {
  expect(clocksOf(name, facts, input)).toEqual(expected);
});

it.each`
  stage                   | court         | amount | unit              | setting
  ${'PRE_LITIGATION'}     | ${null}       | ${30}  | ${'calendar-day'} | ${undefined}
  ${'IN_LITIGATION'}      | ${'ORDINARY'} | ${15}  | ${'calendar-day'} | ${undefined}
  ${'IN_LITIGATION'}      | ${'SUMMARY'}  | ${7}   | ${'calendar-day'} | ${undefined}
  ${'IN_RECONSIDERATION'} | ${null}       | ${30}  | ${'calendar-day'} | ${'mediation.term.in-reconsideration'}
  ${'PRE_PETITION'}       | ${null}       | ${60}  | ${'calendar-day'} | ${'mediation.term.pre-petition'}
  ${'DEPARTMENT'}         | ${null}       | ${30}  | ${'calendar-day'} | ${'mediation.term.department'}
  ${'PEOPLES_MEDIATION'}  | ${null}       | ${1}   | ${'month'}        | ${undefined}
`('the term $stage $court is $amount $unit', ({ stage, court, amount, unit, setting }) => {
  const variant = termVariant({ stage, courtProcedure: court });
  const rule = MEDIATION_CLOCKS.find((r) => r.code === 'MD_TERM' && r.variant === variant);
  expect(rule).toMatchObject({ amount, unit, roll: true });
  expect(rule?.setting).toBe(setting);
});

it('has a rule for every clock of the table, and marks local practice by a setting', () => {
  const codes = new Set(MEDIATION_CLOCKS.map((rule) => rule.code));
  const used = MEDIATION.transitions.flatMap((t) => t.clocks ?? []).map((c) => c.rule);
  expect(used.filter((rule) => rule !== '*' && !codes.has(rule))).toEqual([]);
  for (const rule of MEDIATION_CLOCKS) expect(rule.setting !== undefined).toBe(rule.article.endsWith('[L]'));
});

it.each`
  step                    | from                   | to                     | off
  ${'hold-session'}       | ${'MEDIATOR_ASSIGNED'} | ${'IN_SESSION'}        | ${false}
  ${'raise-recusal'}      | ${'IN_SESSION'}        | ${'IN_SESSION'}        | ${false}
  ${'replace-mediator'}   | ${'IN_SESSION'}        | ${'MEDIATOR_ASSIGNED'} | ${true}
  ${'reassign-committee'} | ${'MEDIATOR_ASSIGNED'} | ${'ACCEPTED'}          | ${true}
  ${'pause'}              | ${'IN_SESSION'}        | ${'PAUSED'}            | ${true}
  ${'agree'}              | ${'IN_SESSION'}        | ${'AGREED'}            | ${true}
  ${'terminate'}          | ${'PAUSED'}            | ${'TERMINATED'}        | ${false}
`('$step from $from to $to calls planned sessions off: $off', ({ step, from, to, off }) => {
  expect(callsOffSessions(step as string, from as string, to as string)).toBe(off);
});

/** Where each role stands towards the mediation wall, written down a second time, by hand. */
it('lets mediators alone behind the wall', () => {
  const standings = Object.fromEntries(roles.map((role) => [role, standingIn(new Set([role]))]));
  const of = (standing: string) => roles.filter((role) => standings[role] === standing);
  expect(of('MEDIATOR')).toEqual(['mediator']);
  expect(of('CENTRE').sort()).toEqual(['centre_manager', 'centre_staff', 'committee_chair']);
  expect([of('APPLICANT'), of('RESPONDENT')]).toEqual([['applicant'], ['dept_liaison']]);
  expect(of('RESULT_ONLY')).toHaveLength(roles.length - 6);
});
