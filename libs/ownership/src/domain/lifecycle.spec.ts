import { judge, validateProcedure } from '@app/cases';
import { ROLES, type RoleCode } from '@app/kernel';
import { exampleFacts, exampleMoment, ID } from './example-facts.js';
import type { OwnershipFacts } from './facts.js';
import { OWNERSHIP } from './lifecycle.js';
import { OWNERSHIP_STATES, type OwnershipState } from './states.js';
import { OWNERSHIP_CLOCKS } from './time-limits.js';

const BUREAU: RoleCode[] = ['dept_head', 'institution_head'];
const UNIT: RoleCode[] = ['unit_leader', 'dept_liaison'];

/** What goes on wherever a case is on the list. */
const ON_LIST: Record<string, RoleCode[]> = {
  'lift-mark': BUREAU,
  'issue-circular': ['institution_head'],
  'acknowledge-supervision': UNIT,
  'reply-supervision': UNIT,
  'accept-supervision': [...BUREAU, 'case_leader'],
  'return-supervision': [...BUREAU, 'case_leader'],
  'change-owners': ['authority_head'],
};

/** And while nobody has said that it is resolved. */
const ACTIVE: Record<string, RoleCode[]> = {
  ...ON_LIST,
  'mark-yellow': ['system'],
  'mark-red': ['system'],
  'mark-circular': ['system'],
  'issue-supervision': [...BUREAU, 'case_leader'],
  'request-extension': ['unit_leader'],
  extend: ['case_leader'],
  'refuse-extension': ['case_leader'],
};

/** Who may do what in which state, as CO-01 … CO-11 say; '' is before there is a case. What is not here is refused. */
const MATRIX: Record<OwnershipState | '', Record<string, RoleCode[]>> = {
  '': { propose: BUREAU },
  PROPOSED: { list: ['authority_head'], decline: ['authority_head'] },
  NOT_LISTED: {},
  LISTED: { ...ACTIVE, 'acknowledge-leader': ['case_leader'], 'acknowledge-unit': UNIT },
  ACKNOWLEDGED: {
    ...ACTIVE,
    'submit-plan': ['unit_leader'],
    'approve-plan': ['case_leader'],
    'return-plan': ['case_leader'],
  },
  PLANNED: { ...ACTIVE, 'start-resolving': ['unit_leader'] },
  RESOLVING: {
    ...ACTIVE,
    'report-progress': UNIT,
    'claim-resolution': ['unit_leader'],
    'close-unresolved': ['authority_head'],
  },
  RESOLVED_CLAIMED: { ...ON_LIST, verify: BUREAU, 'fail-verification': BUREAU },
  VERIFIED: { ...ON_LIST, 'strike-off': ['case_leader'], 'refuse-strike-off': ['case_leader'] },
  CANCELLED: { reopen: BUREAU },
  CLOSED_UNRESOLVED: {},
};

const TARGETS: Record<string, OwnershipState[] | null> = {
  propose: ['PROPOSED'],
  list: ['LISTED'],
  decline: ['NOT_LISTED'],
  'acknowledge-leader': ['LISTED', 'ACKNOWLEDGED'],
  'acknowledge-unit': ['LISTED', 'ACKNOWLEDGED'],
  'submit-plan': null,
  'approve-plan': ['PLANNED'],
  'return-plan': null,
  'start-resolving': ['RESOLVING'],
  'report-progress': null,
  ...Object.fromEntries(Object.keys(ACTIVE).map((name) => [name, null])),
  'claim-resolution': ['RESOLVED_CLAIMED'],
  verify: ['VERIFIED'],
  'fail-verification': ['RESOLVING'],
  'strike-off': ['CANCELLED'],
  'refuse-strike-off': ['RESOLVING'],
  reopen: ['RESOLVING'],
  'close-unresolved': ['CLOSED_UNRESOLVED'],
};

const STATES = Object.keys(MATRIX) as (OwnershipState | '')[];
const STEPS = OWNERSHIP.transitions.map((t) => t.name);
const roles = Object.keys(ROLES) as RoleCode[];
const step = (name: string) => OWNERSHIP.transitions.find((t) => t.name === name)!;
const unguarded = { ...OWNERSHIP, transitions: OWNERSHIP.transitions.map((t) => ({ ...t, guards: [] })) };

it('passes the boot check', () => {
  expect(() => validateProcedure(OWNERSHIP)).not.toThrow();
});

it('has the states and steps of the matrix, and no others', () => {
  expect(Object.keys(OWNERSHIP_STATES).sort()).toEqual(STATES.filter(Boolean).sort());
  expect([...STEPS].sort()).toEqual(Object.keys(TARGETS).sort());
});

it('has every step of CO-01 to CO-11', () => {
  const codes = new Set(OWNERSHIP.transitions.map((t) => t.code));
  expect([...codes].sort()).toEqual(Array.from({ length: 11 }, (_, i) => `CO-${String(i + 1).padStart(2, '0')}`));
});

it('has every paper of the procedure', () => {
  const named = new Set(OWNERSHIP.transitions.flatMap((t) => t.documents));
  expect([...named].sort()).toEqual(
    '提请包案审批表 任务分解清单 交办单 签收单 化解方案 化解方案审批表 进展报告 会商纪要 接访记录 督办单 通报 延期审批表 变更单 化解报告 销号审批表 退回意见 情况说明'
      .split(' ')
      .sort(),
  );
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

it.each`
  name                    | facts                             | expected
  ${'acknowledge-leader'} | ${{}}                             | ${'LISTED'}
  ${'acknowledge-leader'} | ${{ acknowledgedByUnit: true }}   | ${'ACKNOWLEDGED'}
  ${'acknowledge-unit'}   | ${{}}                             | ${'LISTED'}
  ${'acknowledge-unit'}   | ${{ acknowledgedByLeader: true }} | ${'ACKNOWLEDGED'}
`('$name after $facts leads to $expected: both must sign', ({ name, facts, expected }) => {
  const { to } = step(name);
  expect(typeof to === 'object' && to?.choose(exampleFacts(facts), exampleMoment({}))).toBe(expected);
});

const SIGNS: Record<string, string> = { start: '+', meet: '-', cancel: 'x', extend: '>' };

/** `+RULE` start, `-RULE` meet, `xRULE` cancel, `>RULE` extend, with variant, amount and whom it concerns. */
function clocksOf(name: string, facts: Partial<OwnershipFacts>, input: object): string[] {
  const [f, m] = [exampleFacts(facts), exampleMoment(input)];
  return (step(name).clocks ?? [])
    .filter((c) => c.when?.(f, m) ?? true)
    .map((c) =>
      [SIGNS[c.do]! + c.rule, c.variant?.(f, m), c.amount?.(f, m), c.concerns?.(f, m) && 'of the order']
        .filter(Boolean)
        .join(' '),
    );
}

it.each<[string, string, Partial<OwnershipFacts>, string[], object?]>([
  ['listing, to the day named', 'list', { resolveBy: '2026-12-31' }, ['+CO_ACK', '+CO_ACK_LEADER', '+CO_RESOLVE 37']],
  ['the first to sign', 'acknowledge-leader', {}, ['-CO_ACK_LEADER']],
  ['the second to sign', 'acknowledge-leader', { acknowledgedByUnit: true }, ['-CO_ACK_LEADER', '+CO_PLAN']],
  ['the unit first', 'acknowledge-unit', {}, ['-CO_ACK']],
  ['the unit second', 'acknowledge-unit', { acknowledgedByLeader: true }, ['-CO_ACK', '+CO_PLAN']],
  ['a plan handed in is not yet a plan', 'submit-plan', {}, []],
  ['an approved plan', 'approve-plan', {}, ['-CO_PLAN']],
  ['the first report', 'start-resolving', {}, ['+CO_REPORT']],
  ['the next report', 'report-progress', {}, ['-CO_REPORT', '+CO_REPORT']],
  ['the next report, red', 'report-progress', { mark: 'RED' }, ['-CO_REPORT', '+CO_REPORT RED']],
  ['a reply', 'reply-supervision', {}, ['-CO_SUPERVISION of the order'], { orderId: ID.order }],
  [
    'a reply returned',
    'return-supervision',
    {},
    ['+CO_SUPERVISION 3 of the order'],
    { orderId: ID.order, workingDays: 3 },
  ],
  ['more time', 'extend', {}, ['>CO_RESOLVE 20'], { days: 20 }],
  ['another leader', 'change-owners', {}, [], { leaderId: ID.stranger }],
  ['another leader after the first signed', 'change-owners', { acknowledgedByLeader: true }, ['+CO_ACK_LEADER'], { leaderId: ID.stranger }], // prettier-ignore
  ['another unit after the first signed', 'change-owners', { acknowledgedByUnit: true }, ['+CO_ACK'], { unitId: ID.otherUnit }], // prettier-ignore
  ['another leader later', 'change-owners', { state: 'RESOLVING', acknowledgedByLeader: true }, [], { leaderId: ID.stranger }], // prettier-ignore
  ['a claim', 'claim-resolution', {}, ['-CO_REPORT', '+CO_VERIFY']],
  ['verified', 'verify', {}, ['-CO_VERIFY', '+CO_SIGN']],
  ['struck off', 'strike-off', {}, ['-CO_SIGN', '-CO_RESOLVE', 'x*']],
  ['not verified', 'fail-verification', {}, ['-CO_VERIFY', '+CO_REPORT']],
  ['not signed', 'refuse-strike-off', {}, ['-CO_SIGN', '+CO_REPORT']],
  ['reopened, to the day named', 'reopen', {}, ['+CO_REPORT', '+CO_RESOLVE 37'], { resolveBy: '2026-12-31' }],
  ['closed', 'close-unresolved', {}, ['x*']],
])('clocks: %s', (_why, name, facts, expected, input = {}) => {
  expect(clocksOf(name, facts, input)).toEqual(expected);
});

it.each`
  code                | variant      | amount | unit
  ${'CO_ACK'}         | ${undefined} | ${3}   | ${'working-day'}
  ${'CO_ACK_LEADER'}  | ${undefined} | ${3}   | ${'working-day'}
  ${'CO_PLAN'}        | ${undefined} | ${10}  | ${'working-day'}
  ${'CO_REPORT'}      | ${undefined} | ${15}  | ${'calendar-day'}
  ${'CO_REPORT'}      | ${'RED'}     | ${7}   | ${'calendar-day'}
  ${'CO_RESOLVE'}     | ${undefined} | ${90}  | ${'calendar-day'}
  ${'CO_SUPERVISION'} | ${undefined} | ${5}   | ${'working-day'}
  ${'CO_INSTRUCTION'} | ${undefined} | ${5}   | ${'working-day'}
  ${'CO_VERIFY'}      | ${undefined} | ${10}  | ${'working-day'}
  ${'CO_SIGN'}        | ${undefined} | ${3}   | ${'working-day'}
`('$code $variant is $amount $unit, local practice with a setting', ({ code, variant, amount, unit }) => {
  const rule = OWNERSHIP_CLOCKS.find((r) => r.code === code && r.variant === variant);
  expect(rule).toMatchObject({ amount, unit, setting: expect.stringMatching(/^ownership\./) });
  expect(rule?.article).toMatch(/\[L\]$/);
});

it('has a rule for every clock of the table', () => {
  const codes = new Set(OWNERSHIP_CLOCKS.map((rule) => rule.code));
  const used = OWNERSHIP.transitions.flatMap((t) => t.clocks ?? []).filter((c) => c.rule !== '*');
  expect(used.filter((c) => !codes.has(c.rule))).toEqual([]);
});
