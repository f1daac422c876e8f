import { describeNames } from '../../../documents/testing/step-suite.js';
import { OWNERSHIP } from '../domain/lifecycle.js';
import { OWNERSHIP_PAPERS } from './catalogue.js';
import { OWNERSHIP_PAPERS_BY_NAME, OWNERSHIP_PAPERS_OF_STEP } from './papers-of-step.js';

describeNames({
  catalogue: OWNERSHIP_PAPERS,
  steps: OWNERSHIP.transitions,
  byName: OWNERSHIP_PAPERS_BY_NAME,
  received: [],
});

it('steps know their papers', () => {
  expect(OWNERSHIP_PAPERS_OF_STEP['list']).toEqual(['C01', 'C03']);
  expect(OWNERSHIP_PAPERS_OF_STEP['issue-supervision']).toEqual(['C11']);
  expect(Object.keys(OWNERSHIP_PAPERS_OF_STEP)).toHaveLength(OWNERSHIP.transitions.length);
});
