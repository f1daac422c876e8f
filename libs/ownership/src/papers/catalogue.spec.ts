import { describeKind } from '../../../documents/testing/catalogue-suite.js';
import { textOf } from '../../../documents/testing/paper-examples.js';
import { exampleData } from '../../testing/paper-examples.js';
import { OWNERSHIP_PAPERS, ownershipPaper } from './catalogue.js';
import { LIST_COLUMNS } from './listing.js';

const text = (code: string): string => textOf(ownershipPaper(code), exampleData(ownershipPaper(code)));

it('C01 to C20 are all there, each code once', () => {
  const wanted = Array.from({ length: 20 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`);
  expect(OWNERSHIP_PAPERS.map((kind) => kind.code).sort()).toEqual(wanted);
  expect(() => ownershipPaper('C99')).toThrow('C99');
});

describe.each(OWNERSHIP_PAPERS.map((kind) => [kind.code, kind] as const))('%s', (_code, kind) => {
  describeKind(kind, exampleData);

  it('is the practice of the district, names no identity, and is no business of those who try the case', () => {
    expect(kind.article).toContain('[L]');
    expect(kind.fields.some((field) => field.label.includes('身份证'))).toBe(false);
    for (const role of ['panel_member', 'mediator', 'applicant', 'statistician'] as const)
      expect(kind.readers).not.toContain(role);
    expect(kind.readers?.includes('unit_leader')).toBe(kind.volume === 'MAIN');
  });
});

it('the list has a row for a case under the columns that are approved', () => {
  expect(text('C01')).toContain(LIST_COLUMNS.join('　'));
  expect(ownershipPaper('C01').layout).toBe('LIST');
});

it('the order has its number of the register, and a part for the reply', () => {
  expect(text('C11')).toContain('督办号：余包督〔2026〕3号');
  expect(text('C11')).toMatch(/签收：\s*签名：[\s\S]*办理情况反馈：/);
  expect(ownershipPaper('C11').series).toBeNull();
});

it('what goes out says that it does not touch how the case is tried', () => {
  expect(text('C03')).toContain('不得干预行政复议、行政诉讼案件的审理和裁决');
  expect(text('C09')).toContain('依法独立审理');
});

it('striking off shows the three checks and all who sign', () => {
  const paper = text('C17');
  for (const words of ['化解文书已经生效：是', '款项支付：已付清', '当事人确认：是（2026年7月20日回访）'])
    expect(paper).toContain(words);
  expect(paper).toMatch(/责任单位意见[\s\S]*包案区领导意见[\s\S]*审核意见/);
});
