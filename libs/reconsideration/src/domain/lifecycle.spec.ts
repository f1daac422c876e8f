import { judge, validateProcedure, type ClockEffect } from '@app/cases';
import { ROLES, type RoleCode } from '@app/kernel';
import { exampleFacts, TODAY, WHO } from './example-facts.js';
import { TOPIC_MATRIX, TOPIC_PROPOSALS, TOPIC_ROWS } from './example-table.js';
import type { ReconsiderationFacts } from './facts.js';
import { RECONSIDERATION } from './lifecycle.js';
import { RECONSIDERATION_STATES, type ReconsiderationState } from './states.js';
import { RECONSIDERATION_CLOCKS } from './time-limits.js';

type State = ReconsiderationState | '';

const LETTERS_OUT: Record<string, RoleCode[]> = {
  'issue-opinion-letter': ['authority_head'],
  'issue-suggestion': ['institution_head'],
};
const LETTERS: Record<string, RoleCode[]> = {
  'record-letter-receipt': ['case_handler', 'intake_officer'],
  'record-letter-report': ['case_handler', 'dept_liaison'],
};
const PUBLICATION: Record<string, RoleCode[]> = {
  'open-privacy-review': ['case_handler'],
  'close-privacy-review': ['case_handler'],
  'decide-publication': ['institution_head'],
  'publish-decision': ['case_handler'],
};
const WITHOUT_END: Record<string, RoleCode[]> = {
  'copy-to-superior': ['intake_officer', 'case_handler'],
  'link-litigation': ['intake_officer', 'case_handler'],
};
const AFTER_SERVICE: Record<string, RoleCode[]> = {
  'add-performance-item': ['case_handler'],
  'order-performance': ['authority_head'],
  'interview-respondent': ['institution_head', 'authority_head'],
  'criticise-respondent': ['authority_head'],
  'refer-discipline': ['authority_head'],
  'enforce-against-party': ['authority_head'],
  close: ['dept_head'],
  ...LETTERS,
  ...LETTERS_OUT,
  ...PUBLICATION,
  ...WITHOUT_END,
};

/** Who may do what in which state, written from the law's table; '' is before there is a case. All else is refused. */
const MAIN: Record<State, Record<string, RoleCode[]>> = {
  '': { receive: ['intake_officer', 'applicant'] },
  RECEIVED: { 'assign-reviewer': ['intake_officer'], 'accept-deemed': ['system'] },
  UNDER_REVIEW: {
    'notify-correction': ['intake_officer'],
    refuse: ['authority_head'],
    'decline-repeat': ['intake_officer'],
    'withdraw-early': ['intake_officer', 'applicant'],
    accept: ['intake_officer', 'institution_head', 'authority_head'],
    'accept-deemed': ['system'],
  },
  CORRECTION: {
    'serve-correction-notice': ['intake_officer', 'system'],
    'extend-correction': ['institution_head'],
    'receive-correction': ['intake_officer', 'applicant'],
    'accept-late-correction': ['institution_head'],
    'lapse-correction': ['system', 'intake_officer'],
  },
  ABANDONED: { 'accept-late-correction': ['institution_head'] },
  NOT_ACCEPTED: {
    'serve-refusal': ['intake_officer', 'system'],
    'link-litigation': ['intake_officer', 'case_handler'],
  },
  NOT_HANDLED: {},
  PRE_SETTLED: {},
  ACCEPTED: { 'open-trial': ['institution_head', 'dept_head'] },
  IN_TRIAL: {
    'send-copy': ['case_handler'],
    'record-copy-receipt': ['case_handler', 'dept_liaison', 'system'],
    'receive-reply': ['case_handler', 'dept_liaison'],
    'default-reply': ['system'],
    'record-opinion': ['case_handler', 'panel_member'],
    extend: ['institution_head'],
    suspend: ['authority_head'],
    'start-drafting': ['case_handler'],
    ...LETTERS,
    ...LETTERS_OUT,
  },
  SUSPENDED: { resume: ['authority_head'], 'default-reply': ['system'], 'note-mediation-ended': ['system'] },
  DRAFTING: { 'submit-draft': ['case_handler'], ...LETTERS, ...LETTERS_OUT },
  INSTITUTION_REVIEW: {
    'pass-department-review': ['dept_head'],
    'pass-institution-review': ['institution_head'],
    'return-draft': ['dept_head', 'institution_head'],
    ...LETTERS,
  },
  AUTHORITY_APPROVAL: { 'approve-decision': ['authority_head'], 'return-approval': ['authority_head'], ...LETTERS },
  DECIDED: { 'record-service': ['case_handler', 'intake_officer', 'system'], ...LETTERS, ...LETTERS_OUT },
  SERVED: { 'follow-up': ['system', 'case_handler'], ...AFTER_SERVICE },
  PERFORMANCE: {
    'report-performance': ['case_handler', 'dept_liaison'],
    'confirm-performance': ['case_handler'],
    ...AFTER_SERVICE,
  },
  CLOSED: { archive: ['archivist'], ...PUBLICATION, ...WITHOUT_END },
  ARCHIVED: { 'link-litigation': ['intake_officer', 'case_handler'] },
  MEDIATED: {},
  TERMINATED: {},
  DISMISSED: {},
  TRANSFERRED_UP: {},
};
const MATRIX = Object.fromEntries(
  Object.entries(MAIN).map(([state, rows]) => [state, { ...rows, ...TOPIC_MATRIX[state as ReconsiderationState] }]),
) as typeof MAIN;

/** Code of the law's table, states it leads to (null: stays), clocks as `+start -end >extend ||pause |>go on`. */
const ROWS: Record<string, [code: string, to: ReconsiderationState[] | null, clocks: string]> = {
  ...TOPIC_ROWS,
  receive: ['RC-01', ['RECEIVED'], '+RC_REVIEW +RC_FORWARD -RC_FORWARD'],
  'assign-reviewer': ['RC-02', ['UNDER_REVIEW'], ''],
  'notify-correction': ['RC-03', ['CORRECTION'], '-RC_REVIEW'],
  'serve-correction-notice': ['RC-03', null, '+RC_CORRECT'],
  'extend-correction': ['RC-03', null, '>RC_CORRECT'],
  'receive-correction': ['RC-04', ['UNDER_REVIEW'], '-RC_CORRECT +RC_REVIEW'],
  'accept-late-correction': ['RC-04', ['UNDER_REVIEW'], '-RC_CORRECT +RC_REVIEW'],
  'lapse-correction': ['RC-05', ['ABANDONED', 'UNDER_REVIEW'], '-RC_CORRECT +RC_REVIEW'],
  refuse: ['RC-06', ['NOT_ACCEPTED'], '-RC_REVIEW'],
  'serve-refusal': ['RC-06', null, '+RC_SUE'],
  'decline-repeat': ['RC-07', ['NOT_HANDLED'], '-RC_REVIEW'],
  'withdraw-early': ['RC-08', ['PRE_SETTLED'], '-RC_REVIEW'],
  accept: ['RC-09', ['ACCEPTED'], '-RC_REVIEW +RC_DECIDE +RC_COPY'],
  'accept-deemed': ['RC-10', ['ACCEPTED'], '-RC_REVIEW +RC_DECIDE +RC_COPY'],
  'open-trial': ['RC-11', ['IN_TRIAL'], '-RC_COPY +RC_COPY -RC_DECIDE +RC_DECIDE'],
  'send-copy': ['RC-12', null, '-RC_COPY'],
  'record-copy-receipt': ['RC-12', null, '+RC_REPLY'],
  'receive-reply': ['RC-13', null, '-RC_REPLY'],
  'default-reply': ['RC-13', null, '-RC_REPLY'],
  'record-opinion': ['RC-15', null, ''],
  extend: ['RC-20', null, '>RC_DECIDE'],
  suspend: ['RC-21', ['SUSPENDED'], '||RC_DECIDE ||RC_REPLY ||RC_COPY +RC_SUSP_TERM'],
  resume: ['RC-21', ['IN_TRIAL'], '|>RC_DECIDE |>RC_REPLY |>RC_COPY -RC_SUSP_TERM -RC_RESUME'],
  'note-mediation-ended': ['RC-21', null, '+RC_RESUME'],
  'start-drafting': ['RC-25', ['DRAFTING'], ''],
  'submit-draft': ['RC-26', ['INSTITUTION_REVIEW'], ''],
  'pass-department-review': ['RC-26', null, ''],
  'pass-institution-review': ['RC-26', ['AUTHORITY_APPROVAL'], ''],
  'return-draft': ['RC-27', ['DRAFTING'], ''],
  'return-approval': ['RC-27', ['DRAFTING'], ''],
  'approve-decision': ['RC-28', ['DECIDED'], '-RC_DECIDE'],
  'record-service': ['RC-29', ['DECIDED', 'SERVED'], '+RC_SUE +RC_REMAKE +RC_PERFORM'],
  'follow-up': ['RC-30', ['SERVED', 'PERFORMANCE'], '+RC_SUPERIOR'],
  'add-performance-item': ['RC-30', ['PERFORMANCE'], '+RC_PERFORM'],
  'report-performance': ['RC-30', null, ''],
  'confirm-performance': ['RC-30', null, '-RC_REMAKE -RC_PERFORM -RC_ORDERED'],
  'order-performance': ['RC-31', null, '-RC_ORDERED +RC_ORDERED'],
  'interview-respondent': ['RC-31', null, ''],
  'criticise-respondent': ['RC-31', null, ''],
  'refer-discipline': ['RC-31', null, ''],
  'enforce-against-party': ['RC-31', null, ''],
  'issue-opinion-letter': ['RC-32', null, ''],
  'issue-suggestion': ['RC-32', null, ''],
  'record-letter-receipt': ['RC-32', null, '+RC_OPINION_REPORT'],
  'record-letter-report': ['RC-32', null, '-RC_OPINION_REPORT -RC_ORDERED'],
  'copy-to-superior': ['RC-33', null, '-RC_SUPERIOR'],
  'open-privacy-review': ['RC-33a', null, ''],
  'close-privacy-review': ['RC-33a', null, ''],
  'decide-publication': ['RC-33a', null, ''],
  'publish-decision': ['RC-33a', null, ''],
  close: ['RC-34', ['CLOSED'], '+RC_ARCHIVE'],
  archive: ['RC-35', ['ARCHIVED'], '-RC_ARCHIVE'],
  'link-litigation': ['RC-38', null, '-RC_SUE'],
};

/** Who proposes, and who reviews before the step is performed (approval matrix). */
const PROPOSALS: Record<string, [by: RoleCode[], reviewers: RoleCode[]]> = {
  ...TOPIC_PROPOSALS,
  'extend-correction': [['intake_officer'], []],
  'accept-late-correction': [['intake_officer'], []],
  refuse: [['intake_officer'], ['institution_head']],
  extend: [['case_handler'], []],
  suspend: [['case_handler'], ['institution_head']],
  resume: [['case_handler'], ['institution_head']],
  'order-performance': [['case_handler'], ['institution_head']],
  'criticise-respondent': [['case_handler'], ['institution_head']],
  'refer-discipline': [['case_handler'], ['institution_head']],
  'enforce-against-party': [['case_handler'], ['institution_head']],
  'issue-opinion-letter': [['case_handler'], ['institution_head']],
  'issue-suggestion': [['case_handler'], []],
  'decide-publication': [['case_handler'], []],
  close: [['case_handler'], []],
};

const STATES = Object.keys(MATRIX) as State[];
const STEPS = Object.keys(ROWS);
const ALL_ROLES = Object.keys(ROLES) as RoleCode[];
const MARK = { start: '+', meet: '-', cancel: '-', extend: '>', suspend: '||', resume: '|>', convert: '~' } as const;
const step = (name: string) => RECONSIDERATION.transitions.find((each) => each.name === name)!;
const moment = { today: TODAY, actorId: WHO.stranger, input: {} };
/** The table without its conditions: what is left is states and roles. */
const bare = {
  ...RECONSIDERATION,
  transitions: RECONSIDERATION.transitions.map((each) => ({ ...each, guards: [] })),
};

it('is sound', () => {
  expect(() => validateProcedure(RECONSIDERATION)).not.toThrow();
});

it('has the states and steps of the law’s table, and no others', () => {
  expect(Object.keys(RECONSIDERATION_STATES).sort()).toEqual(STATES.filter(Boolean).sort());
  expect(RECONSIDERATION.transitions.map((each) => each.name).sort()).toEqual([...STEPS].sort());
});

describe.each(STATES)('in state %s', (state) => {
  it.each(STEPS)('%s is for the roles of the matrix, and refuses all others with the right reason', (name) => {
    const mayPerform = MATRIX[state][name];
    const facts = exampleFacts(state);
    for (const role of ALL_ROLES) {
      const [answer] = judge(bare, state, new Set([role]), facts, moment, name);
      const may = mayPerform?.includes(role) ?? false;
      const byRole = step(name).roles.includes(role) ? [] : ['cases.role-required'];
      const byState = mayPerform ? [] : ['cases.illegal-transition'];
      expect([role, answer!.permitted]).toEqual([role, may]);
      expect([role, ...answer!.refusals.map((refusal) => refusal.code)]).toEqual([role, ...byRole, ...byState]);
    }
  });

  it('lists exactly its steps', () => {
    const listed = judge(RECONSIDERATION, state, new Set(), exampleFacts(state), moment);
    expect(listed.map((each) => each.transition.name).sort()).toEqual(Object.keys(MATRIX[state]).sort());
  });
});

describe.each(STEPS)('%s', (name) => {
  const [code, to, clocks] = ROWS[name]!;

  it('has the code, the targets and the clocks of the law’s table', () => {
    const row = step(name);
    const target = row.to;
    expect(row.code).toBe(code);
    expect(target === null ? null : typeof target === 'object' ? [...target.among] : [target]).toEqual(to);
    const effects: readonly ClockEffect<ReconsiderationFacts>[] = row.clocks ?? [];
    expect(effects.map((effect) => MARK[effect.do] + effect.rule).join(' ')).toBe(clocks);
  });

  it('goes the way of approval it should', () => {
    const { proposal } = step(name);
    expect(proposal && [proposal.by, proposal.reviewers]).toEqual(PROPOSALS[name]);
  });
});

it('moves only clocks that have a rule', () => {
  const rules = new Set(RECONSIDERATION_CLOCKS.map((rule) => rule.code));
  const used = RECONSIDERATION.transitions.flatMap((each) => (each.clocks ?? []).map((effect) => effect.rule));
  expect(used.filter((rule) => rule !== '*' && !rules.has(rule))).toEqual([]);
});

it('has for every timer of a rule the step it performs, and the other way round', () => {
  const ofRules = RECONSIDERATION_CLOCKS.filter((rule) => rule.onExpiry).map((rule) => `${rule.code} ${rule.onExpiry}`);
  const ofSteps = RECONSIDERATION.transitions
    .filter((each) => each.onExpiryOf)
    .map((each) => `${each.onExpiryOf} ${each.name}`);
  expect([...new Set(ofRules)].sort()).toEqual(ofSteps.sort());
});

it('gives every refusal a sentence and an article', () => {
  for (const guard of RECONSIDERATION.transitions.flatMap((each) => each.guards)) {
    expect(guard.detail).toMatch(/。$/);
    expect(guard.article).toMatch(/第\d+条/);
  }
});

it('lets no owning leader, administrator or statistician take any step', () => {
  const outsiders: RoleCode[] = ['case_leader', 'unit_leader', 'sysadmin', 'security_admin', 'auditor', 'statistician'];
  for (const { roles, proposal } of RECONSIDERATION.transitions) {
    const involved = [...roles, ...(proposal?.by ?? []), ...(proposal?.reviewers ?? [])];
    expect(involved.filter((role) => outsiders.includes(role))).toEqual([]);
  }
});
