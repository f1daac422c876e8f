import { RECONSIDERATION } from '../domain/lifecycle.js';
import { RECONSIDERATION_PAPERS } from './catalogue.js';
import { PAPERS_BY_NAME, PAPERS_OF_STEP, PAPERS_ON_DEMAND, RECEIVED_PAPERS } from './papers-of-step.js';

const codes = new Set(RECONSIDERATION_PAPERS.map((kind) => kind.code));

it('every document a step names is a kind of paper, or comes from others', () => {
  const named = RECONSIDERATION.transitions.flatMap((step) => step.documents);
  expect(named.filter((name) => !(name in PAPERS_BY_NAME) && !RECEIVED_PAPERS.includes(name))).toEqual([]);
});

it('every name stands for kinds there are, and every kind has a name', () => {
  const reached = new Set(Object.values(PAPERS_BY_NAME).flat());
  expect([...reached].filter((code) => !codes.has(code))).toEqual([]);
  expect([...codes].filter((code) => !reached.has(code))).toEqual([]);
  expect(RECEIVED_PAPERS.filter((name) => name in PAPERS_BY_NAME)).toEqual([]);
});

it('every kind is of a step or on demand, and none is both', () => {
  const ofSteps = [...new Set(Object.values(PAPERS_OF_STEP).flat())];
  expect([...ofSteps, ...PAPERS_ON_DEMAND].sort()).toEqual([...codes].sort());
  expect(PAPERS_ON_DEMAND).toEqual(expect.arrayContaining(['R29-ADDRESS', 'R30-AUTHORISATION', 'R30-FILE-ACCESS']));
  expect(PAPERS_ON_DEMAND).not.toContain('R04');
});

it('steps know their papers', () => {
  expect(PAPERS_OF_STEP['notify-correction']).toEqual(['R04', 'R04-RESPONDENT']);
  expect(PAPERS_OF_STEP['accept']).toEqual(['R06', 'R30-RIGHTS']);
  expect(PAPERS_OF_STEP['assign-reviewer']).toEqual([]);
  expect(PAPERS_OF_STEP['approve-decision']).toContain('R22-MAINTAIN');
  expect(Object.keys(PAPERS_OF_STEP)).toHaveLength(RECONSIDERATION.transitions.length);
});
