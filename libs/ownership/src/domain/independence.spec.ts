import type { CaseFacts, Procedure, Transition } from '@app/cases';
import { ownerSteps, respectsIndependence, type LeaderAct } from './independence.js';
import { OWNERSHIP } from './lifecycle.js';

const log = { on: '2026-11-24', content: '请加强与当事人沟通', personId: '1' };

it.each<[string, LeaderAct, boolean]>([
  ['moves a mediation', { procedure: 'mediation', kind: 'transition' }, true],
  ['moves a reconsideration', { procedure: 'reconsideration', kind: 'transition' }, false],
  ['edits the text of a reconsideration', { procedure: 'reconsideration', kind: 'edit' }, false],
  ['instructs and it is kept', { procedure: 'reconsideration', kind: 'instruct', log }, true],
  ['instructs and it is not kept', { procedure: 'ownership', kind: 'instruct' }, false],
  ['instructs with no words', { procedure: 'ownership', kind: 'instruct', log: { ...log, content: ' ' } }, false],
])('a leader who %s: %#', (_what, act, respected) => {
  expect(respectsIndependence(act)).toBe(respected);
});

it('finds the steps an owning leader could take, propose or review', () => {
  const step = (change: Partial<Transition>): Transition => ({
    code: 'XX-01',
    name: 'decide',
    label: '决定',
    from: ['OPEN'],
    to: null,
    roles: ['authority_head'],
    guards: [],
    documents: [],
    article: '某法 第1条',
    ...change,
  });
  const procedure: Procedure<CaseFacts> = {
    code: 'reconsideration',
    name: '试验',
    initial: 'OPEN',
    states: { OPEN: { name: '办理中', open: true } },
    transitions: [
      step({}),
      step({ name: 'reviewed', proposal: { by: ['case_handler'], reviewers: ['case_leader'] } }),
      step({ name: 'proposed', proposal: { by: ['unit_leader'], reviewers: [] } }),
    ],
  };
  expect(ownerSteps(procedure)).toEqual(['reviewed', 'proposed']);
  expect(ownerSteps(OWNERSHIP)).toContain('approve-plan');
});
