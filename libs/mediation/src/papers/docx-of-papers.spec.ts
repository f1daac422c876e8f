import { describeDocx } from '../../../documents/testing/docx-suite.js';
import { exampleContent } from '../../testing/paper-examples.js';
import { MEDIATION_PAPERS } from './catalogue.js';

describe.each(MEDIATION_PAPERS.map((kind) => [kind.code, kind] as const))('%s', (_code, kind) =>
  describeDocx(kind, exampleContent(kind)),
);
