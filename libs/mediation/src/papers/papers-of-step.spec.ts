import { describeNames } from '../../../documents/testing/step-suite.js';
import { MEDIATION } from '../domain/lifecycle.js';
import { MEDIATION_PAPERS } from './catalogue.js';
import {
  COMPILED_BY_EXPORT,
  MEDIATION_PAPERS_BY_NAME,
  MEDIATION_PAPERS_OF_STEP,
  RECEIVED_BY_MEDIATION,
} from './papers-of-step.js';

describeNames({
  catalogue: MEDIATION_PAPERS,
  steps: MEDIATION.transitions,
  byName: MEDIATION_PAPERS_BY_NAME,
  received: [...RECEIVED_BY_MEDIATION, ...COMPILED_BY_EXPORT],
});

it('steps know their papers', () => {
  expect(MEDIATION_PAPERS_OF_STEP['accept']).toEqual(['M07', 'M16', 'M10']);
  expect(MEDIATION_PAPERS_OF_STEP['agree']).toEqual(['M25']);
  expect(Object.keys(MEDIATION_PAPERS_OF_STEP)).toHaveLength(MEDIATION.transitions.length);
});
