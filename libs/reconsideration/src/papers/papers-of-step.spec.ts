import { describeNames } from '../../../documents/testing/step-suite.js';
import { RECONSIDERATION } from '../domain/lifecycle.js';
import { RECONSIDERATION_PAPERS } from './catalogue.js';
import { PAPERS_BY_NAME, PAPERS_OF_STEP, PAPERS_ON_DEMAND, RECEIVED_PAPERS } from './papers-of-step.js';

const codes = new Set(RECONSIDERATION_PAPERS.map((kind) => kind.code));

describeNames({
  catalogue: RECONSIDERATION_PAPERS,
  steps: RECONSIDERATION.transitions,
  byName: PAPERS_BY_NAME,
  received: RECEIVED_PAPERS,
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
