import { judge, validateProcedure } from '@app/cases';
import { ROLES, type RoleCode } from '@app/kernel';
import { exampleFacts, exampleMoment } from './example-facts.js';
import type { OwnershipFacts } from './facts.js';
import { OWNERSHIP } from './lifecycle.js';
import { OWNERSHIP_STATES, type OwnershipState } from './states.js';
import { OWNERSHIP_CLOCKS } from './time-limits.js';

/** Who may do what in which state, as CO-01 … CO-04 say; '' is before there is a case. What is not here is refused. */
const MATRIX: Record<OwnershipState | '', Record<string, RoleCode[]>> = {
  '': { propose: ['dept_head', 'institution_head'] },
  PROPOSED: { list: ['authority_head'], decline: ['authority_head'] },
  NOT_LISTED: {},
  LISTED: { 'acknowledge-leader': ['case_leader'], 'acknowledge-unit': ['unit_leader', 'dept_liaison'] },
  ACKNOWLEDGED: { 'submit-plan': ['unit_leader'], 'approve-plan': ['case_leader'], 'return-plan': ['case_leader'] },
  PLANNED: { 'start-resolving': ['unit_leader'] },
  RESOLVING: { 'report-progress': ['unit_leader', 'dept_liaison'] },
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

/** `+RULE` start, `-RULE` meet, with variant and amount. */
function clocksOf(name: string, facts: Partial<OwnershipFacts>): string[] {
  const [f, m] = [exampleFacts(facts), exampleMoment({})];
  return (step(name).clocks ?? [])
    .filter((c) => c.when?.(f, m) ?? true)
    .map((c) =>
      [(c.do === 'start' ? '+' : '-') + c.rule, c.variant?.(f, m), c.amount?.(f, m)].filter(Boolean).join(' '),
    );
}

it.each<[string, string, Partial<OwnershipFacts>, string[]]>([
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
])('clocks: %s', (_why, name, facts, expected) => {
  expect(clocksOf(name, facts)).toEqual(expected);
});

it.each`
  code               | variant      | amount | unit
  ${'CO_ACK'}        | ${undefined} | ${3}   | ${'working-day'}
  ${'CO_ACK_LEADER'} | ${undefined} | ${3}   | ${'working-day'}
  ${'CO_PLAN'}       | ${undefined} | ${10}  | ${'working-day'}
  ${'CO_REPORT'}     | ${undefined} | ${15}  | ${'calendar-day'}
  ${'CO_REPORT'}     | ${'RED'}     | ${7}   | ${'calendar-day'}
  ${'CO_RESOLVE'}    | ${undefined} | ${90}  | ${'calendar-day'}
`('$code $variant is $amount $unit, local practice with a setting', ({ code, variant, amount, unit }) => {
  const rule = OWNERSHIP_CLOCKS.find((r) => r.code === code && r.variant === variant);
  expect(rule).toMatchObject({ amount, unit, setting: expect.stringMatching(/^ownership\./) });
  expect(rule?.article).toMatch(/\[L\]$/);
});

it('has a rule for every clock of the table', () => {
  const codes = new Set(OWNERSHIP_CLOCKS.map((rule) => rule.code));
  expect(OWNERSHIP.transitions.flatMap((t) => t.clocks ?? []).filter((c) => !codes.has(c.rule))).toEqual([]);
});
