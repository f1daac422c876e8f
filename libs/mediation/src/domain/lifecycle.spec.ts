import { judge, validateProcedure, type ClockFact } from '@app/cases';
import { ROLES, type RoleCode } from '@app/kernel';
import { exampleFacts, exampleMoment, ID, owed, signed, TODAY } from './example-facts.js';
import { STAGE_TABLE } from './stages.js';
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
const ALL: RoleCode[] = ['mediator', ...CENTRE];
const BINDING = {
  'record-performance': [...ALL, 'dept_liaison'] as RoleCode[],
  reschedule: ALL,
  'urge-performance': ALL,
};
const RECUSAL = { 'raise-recusal': RAISE, 'reject-recusal': DECIDE, 'replace-mediator': DECIDE };

/** Who may do what in which state, as MD-01 … MD-18 say; '' is before there is a case. What is not here is refused. */
const MATRIX: Record<MediationState | '', Record<string, RoleCode[]>> = {
  '': {
    refer: [...CENTRE, 'intake_officer', 'case_handler', 'institution_head', 'dept_liaison', 'applicant', 'system'],
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
  AGREED: { ...RECUSAL, 'record-signature': ALL, terminate: END },
  AGREEMENT_EFFECTIVE: {
    ...BINDING,
    'apply-confirmation': ALL,
    'hand-over': ALL,
    'record-instrument': ['system', ...ALL],
    'begin-performance': ALL,
    'advise-suit': ALL,
    terminate: END,
  },
  CONFIRMATION_PENDING: { ...BINDING, 'record-court-acceptance': ALL, 'record-confirmation': ALL },
  CONFIRMED: { ...BINDING, 'begin-performance': ALL, 'record-enforcement': ALL },
  CONFIRMATION_REFUSED: { ...BINDING, 'begin-performance': ALL, 'advise-suit': ALL, terminate: END },
  PERFORMING: {
    ...BINDING,
    'apply-confirmation': ALL,
    'mediate-again': ALL,
    'record-enforcement': ALL,
    'advise-suit': ALL,
    terminate: END,
  },
  FOLLOW_UP: { 'record-visit': ALL, close: CENTRE },
  CLOSED_SUCCESS: {},
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
  agree: ['AGREED', 'AGREEMENT_EFFECTIVE'],
  'record-signature': ['AGREED', 'AGREEMENT_EFFECTIVE'],
  'apply-confirmation': ['CONFIRMATION_PENDING'],
  'record-court-acceptance': null,
  'record-confirmation': ['CONFIRMED', 'CONFIRMATION_REFUSED'],
  'hand-over': null,
  'record-instrument': ['PERFORMING', 'FOLLOW_UP'],
  'begin-performance': ['PERFORMING', 'FOLLOW_UP'],
  'record-performance': [
    'AGREEMENT_EFFECTIVE',
    'CONFIRMATION_PENDING',
    'CONFIRMED',
    'CONFIRMATION_REFUSED',
    'PERFORMING',
    'FOLLOW_UP',
  ],
  reschedule: null,
  'urge-performance': null,
  'mediate-again': ['IN_SESSION'],
  'record-enforcement': null,
  'advise-suit': null,
  'record-visit': ['FOLLOW_UP', 'PERFORMING'],
  close: ['CLOSED_SUCCESS'],
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

const toOf = (name: string, facts: Partial<MediationFacts>, input: object): string => {
  const { to } = step(name);
  if (to === null || typeof to !== 'object') throw new Error(`${name} does not choose`);
  return to.choose(exampleFacts(facts), exampleMoment(input));
};
const signing = (ids: string[]): Partial<MediationFacts> => ({
  ...signed(),
  state: 'AGREED',
  signatures: ids.map((signerId) => ({ signerId, signedOn: TODAY })),
});
const ALL_BUT_SEAL = [ID.applicant, ID.respondent, ID.mediator];
const performing = (done: boolean): Partial<MediationFacts> => ({
  ...signed({ obligations: [owed({ done }), owed({ id: ID.otherObligation, done: true })] }),
  state: 'PERFORMING',
});
const whole = { obligationId: ID.obligation, outcome: 'WHOLE', performedOn: TODAY };

it.each<[string, string, Partial<MediationFacts>, object, MediationState]>([
  ['a written agreement waits for signatures', 'agree', {}, {}, 'AGREED'],
  ['an oral one is effective at once', 'agree', {}, { oral: true }, 'AGREEMENT_EFFECTIVE'],
  ['one signature of four', 'record-signature', signing([]), { signerId: ID.applicant }, 'AGREED'],
  [
    'the seal, but a party is missing',
    'record-signature',
    signing([ID.applicant]),
    { signerId: ID.townCommittee },
    'AGREED',
  ],
  ['the last of all', 'record-signature', signing(ALL_BUT_SEAL), { signerId: ID.townCommittee }, 'AGREEMENT_EFFECTIVE'],
  ['confirmed', 'record-confirmation', {}, { outcome: 'CONFIRMED' }, 'CONFIRMED'],
  ['refused', 'record-confirmation', {}, { outcome: 'REFUSED' }, 'CONFIRMATION_REFUSED'],
  ['not accepted', 'record-confirmation', {}, { outcome: 'NOT_ACCEPTED' }, 'CONFIRMATION_REFUSED'],
  ['the authority supervises its statement', 'record-instrument', signed(), { instrument: 'STATEMENT' }, 'FOLLOW_UP'],
  ['after a withdrawal the centre does', 'record-instrument', signed(), { instrument: 'WITHDRAWAL' }, 'PERFORMING'],
  [
    'a court’s statement is performed',
    'record-instrument',
    signed({ stage: 'IN_LITIGATION' }),
    { instrument: 'STATEMENT' },
    'PERFORMING',
  ],
  ['something is owed', 'begin-performance', performing(false), {}, 'PERFORMING'],
  ['performed on the spot', 'begin-performance', performing(true), {}, 'FOLLOW_UP'],
  ['the last obligation', 'record-performance', performing(false), whole, 'FOLLOW_UP'],
  ['a part of it', 'record-performance', performing(false), { ...whole, outcome: 'PART' }, 'PERFORMING'],
  [
    'the last while the court has it',
    'record-performance',
    { ...performing(false), state: 'CONFIRMATION_PENDING' },
    whole,
    'CONFIRMATION_PENDING',
  ],
  ['a visit that finds it performed', 'record-visit', {}, { outcome: 'PERFORMED' }, 'FOLLOW_UP'],
  ['and one that does not', 'record-visit', {}, { outcome: 'NOT_PERFORMED' }, 'PERFORMING'],
])('goes on: %s', (_why, name, facts, input, expected) => {
  expect(toOf(name, facts, input)).toBe(expected);
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
  ['agreement', 'agree', {}, {}, ['-MD_TERM', ...OFF]],
  ['oral agreement', 'agree', {}, { oral: true }, ['-MD_TERM', '+MD_CONFIRM', ...OFF]],
  ['one signature', 'record-signature', signing([]), { signerId: ID.applicant, signedOn: TODAY }, []],
  [
    'the last: from the latest signature on',
    'record-signature',
    { ...signing(ALL_BUT_SEAL), stage: 'PRE_LITIGATION' },
    { signerId: ID.townCommittee, signedOn: '2026-11-22' },
    ['+MD_CONFIRM 2026-11-24'],
  ],
  [
    'the last, in reconsideration',
    'record-signature',
    signing(ALL_BUT_SEAL),
    { signerId: ID.townCommittee, signedOn: TODAY },
    [],
  ],
  ['application', 'apply-confirmation', {}, { appliedOn: TODAY }, [`-MD_CONFIRM ${TODAY}`, `+MD_CT_ACCEPT ${TODAY}`]],
  [
    'the court takes it',
    'record-court-acceptance',
    {},
    { acceptedOn: TODAY },
    [`-MD_CT_ACCEPT ${TODAY}`, `+MD_CT_DECIDE ${TODAY}`],
  ],
  [
    'the court decides',
    'record-confirmation',
    {},
    { decidedOn: TODAY },
    [`-MD_CT_ACCEPT ${TODAY}`, `-MD_CT_DECIDE ${TODAY}`],
  ],
  [
    'a statement of the authority: it supervises, the centre visits after the last day agreed',
    'record-instrument',
    signed(),
    { instrument: 'STATEMENT' },
    ['~MD_PERFORM', '+MD_VISIT_FIRST 2026-12-01', '+MD_VISIT_SECOND 2026-12-01'],
  ],
  ['a withdrawal', 'record-instrument', signed(), { instrument: 'WITHDRAWAL' }, []],
  ['performed in part', 'record-performance', performing(false), { ...whole, outcome: 'PART' }, []],
  [
    'performed in whole before the last day',
    'record-performance',
    performing(false),
    whole,
    [`-MD_PERFORM ${TODAY} ${ID.obligation}`, '+MD_VISIT_FIRST 2026-12-01', '+MD_VISIT_SECOND 2026-12-01'],
  ],
  [
    'performed late: visits from the day of performance',
    'record-performance',
    { ...performing(false), obligations: [owed({ dueOn: '2026-11-20' })] },
    whole,
    [`-MD_PERFORM ${TODAY} ${ID.obligation}`, `+MD_VISIT_FIRST ${TODAY}`, `+MD_VISIT_SECOND ${TODAY}`],
  ],
  ['mediated again', 'mediate-again', {}, {}, ['~*', '+MD_TERM IN_RECONSIDERATION']],
  [
    'first visit',
    'record-visit',
    {},
    { round: 'FIRST', outcome: 'PERFORMED', visitedOn: TODAY },
    [`-MD_VISIT_FIRST ${TODAY}`],
  ],
  [
    'a visit that finds nothing performed',
    'record-visit',
    {},
    { round: 'FIRST', outcome: 'NOT_PERFORMED', visitedOn: TODAY },
    [`-MD_VISIT_FIRST ${TODAY}`, '~MD_VISIT_SECOND'],
  ],
  ['success', 'close', {}, {}, ['~*']],
  ['termination', 'terminate', {}, {}, ['-MD_TERM', '~*', '+MD_RETURN']],
  ['back to the source', 'return', {}, {}, ['-MD_RETURN']],
  ['back without consent', 'return-unconsented', {}, {}, ['-MD_ASK_OTHER', '~*']],
])('clocks: %s', (_why, name, facts, input, expected) => {
  expect(clocksOf(name, facts, input)).toEqual(expected);
});

it.each`
  stage                   | court         | amount | unit              | setting
  ${'PRE_LITIGATION'}     | ${null}       | ${30}  | ${'calendar-day'} | ${'mediation.term.pre-litigation'}
  ${'IN_LITIGATION'}      | ${'ORDINARY'} | ${15}  | ${'calendar-day'} | ${'mediation.term.in-litigation-ordinary'}
  ${'IN_LITIGATION'}      | ${'SUMMARY'}  | ${7}   | ${'calendar-day'} | ${'mediation.term.in-litigation-summary'}
  ${'IN_RECONSIDERATION'} | ${null}       | ${30}  | ${'calendar-day'} | ${'mediation.term.in-reconsideration'}
  ${'PRE_PETITION'}       | ${null}       | ${60}  | ${'calendar-day'} | ${'mediation.term.pre-petition'}
  ${'DEPARTMENT'}         | ${null}       | ${30}  | ${'calendar-day'} | ${'mediation.term.department'}
  ${'PEOPLES_MEDIATION'}  | ${null}       | ${1}   | ${'month'}        | ${'mediation.term.peoples-mediation'}
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
  for (const { code, setting, article } of MEDIATION_CLOCKS)
    expect([code, setting !== undefined]).toEqual([code, code === 'MD_TERM' || article.endsWith('[L]')]);
});

it('has in the table of stages every variant of the term, once', () => {
  const variants = MEDIATION_CLOCKS.filter(({ code }) => code === 'MD_TERM').map(({ variant }) => variant);
  expect(
    Object.values(STAGE_TABLE)
      .flatMap(({ terms }) => terms)
      .sort(),
  ).toEqual(variants.sort());
  for (const row of Object.values(STAGE_TABLE)) expect(row.confirmable && row.handedOver).toBe(false);
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
