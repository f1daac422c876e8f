import { describeDocx } from '../../../documents/testing/docx-suite.js';
import { exampleContent } from '../../testing/example-content.js';
import { RECONSIDERATION_PAPERS } from './catalogue.js';

describe.each(RECONSIDERATION_PAPERS.map((kind) => [kind.code, kind] as const))('%s', (_code, kind) =>
  describeDocx(kind, exampleContent(kind)),
);

it('kinds with an annex, a remedy, a seal and a number are among them', () => {
  const some = (of: (code: string) => boolean) => RECONSIDERATION_PAPERS.filter((kind) => of(kind.code)).length;
  const contents = new Map(RECONSIDERATION_PAPERS.map((kind) => [kind.code, exampleContent(kind)]));
  expect(some((code) => JSON.stringify(contents.get(code)!.blocks).includes('"附件：'))).toBeGreaterThan(3);
  expect(some((code) => contents.get(code)!.relief !== null)).toBeGreaterThan(8);
  expect(some((code) => contents.get(code)!.number !== null)).toBeGreaterThan(40);
});
