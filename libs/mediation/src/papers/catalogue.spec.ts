import { missingFields, type DocumentData } from '@app/documents';
import { describeKind, GAPS } from '../../../documents/testing/catalogue-suite.js';
import { textOf } from '../../../documents/testing/paper-examples.js';
import { exampleData } from '../../testing/paper-examples.js';
import { MEDIATION_PAPERS, mediationPaper } from './catalogue.js';

const each = MEDIATION_PAPERS.map((kind) => [kind.code, kind] as const);
const text = (code: string, data: DocumentData = {}): string => {
  const kind = mediationPaper(code);
  return textOf(kind, { ...exampleData(kind), ...data });
};

it('M01 to M35 are all there, each code once', () => {
  const numbers = new Set(MEDIATION_PAPERS.map((kind) => kind.code.slice(0, 3)));
  const wanted = Array.from({ length: 35 }, (_, i) => `M${String(i + 1).padStart(2, '0')}`);
  expect([...numbers].sort()).toEqual(wanted);
  expect(new Set(MEDIATION_PAPERS.map((kind) => kind.code)).size).toBe(MEDIATION_PAPERS.length);
  expect(() => mediationPaper('M99')).toThrow('M99');
});

describe.each(each)('%s', (_code, kind) => {
  describeKind(kind, exampleData);

  it('names a law or the practice, and asks for no identity but in the application', () => {
    expect(kind.article).toMatch(/第\d+条|\[L\]/);
    expect(kind.fields.some((field) => field.label.includes('身份证号码'))).toBe(kind.code === 'M02');
  });

  it('is read by its house; how it ended passes to the institution; no other', () => {
    const readers = new Set(kind.readers);
    for (const role of ['statistician', 'dept_liaison', 'unit_leader', 'case_leader', 'applicant'] as const)
      expect(readers.has(role)).toBe(false);
    const passes = ['M03', 'M07', 'M08', 'M08-SOURCE', 'M09', 'M12', 'M25', 'M31', 'M32', 'M33'];
    expect(readers.has('institution_head')).toBe(passes.includes(kind.code));
    expect(readers.has('mediator')).toBe(true);
  });
});

it('the minutes are behind the wall: the mediators alone', () => {
  const minutes = mediationPaper('M20');
  expect([minutes.readers, minutes.drafters, minutes.signers]).toEqual([['mediator'], ['mediator'], ['mediator']]);
  expect([minutes.volume, minutes.addressees, minutes.served]).toEqual(['SUB', [], false]);
  const others = MEDIATION_PAPERS.filter((kind) => kind.fields.some((field) => field.name === 'transcript'));
  expect(others).toEqual([minutes]);
});

it('a field that a choice brings in is required with it, and shown', () => {
  const cases: [code: string, choice: DocumentData, field: string][] = [
    ['M18', { recusal: 'GRANTED' }, 'replacements'],
    ['M34', { result: 'TERMINATED' }, 'terminationReason'],
  ];
  for (const [code, choice, field] of cases) {
    const kind = mediationPaper(code);
    const data = { ...exampleData(kind), ...choice };
    expect(missingFields(kind, { ...data, [field]: null }).map((f) => f.name)).toEqual([field]);
    expect(textOf(kind, data)).not.toMatch(GAPS);
    expect(textOf(kind, data)).not.toBe(textOf(kind, { ...data, [field]: null }));
  }
});

it('the agreement sets out who owes what, by when, how, and money in capitals; all sign, it knows no appeal', () => {
  const paper = text('M25');
  expect(paper).toContain('义务人　内容　期限　方式　金额（大写）');
  expect(paper).toContain('退还罚款　2026年8月31日前　转入申请人银行账户　人民币肆仟元整（4000.00元）');
  expect(paper).toContain('申请食品经营许可　2026年9月30日前　向行政许可窗口提交材料　无');
  expect(paper).toContain('自生效之日起三十日内共同申请司法确认');
  expect(paper).toContain('本协议一式4份');
  expect(paper).toMatch(/申请人（签名、盖章或者按指印）\n被申请人（对方当事人）（签名或者盖章）\n调解员（签名）$/);
  expect(paper).not.toMatch(/如不服|上诉|不服本/);
  expect(text('M25', { parties: ['申请人：甲', '被申请人：乙', '第三人：丙'] })).toContain(
    '第三人（签名、盖章或者按指印）',
  );
  expect(mediationPaper('M25')).toMatchObject({ seal: 'COMMITTEE', issuerField: 'committee', volume: 'MAIN' });
});

it('the joint application names the court, the thirty days and the promises of both', () => {
  const paper = text('M26');
  expect(paper).toMatch(
    /第二百零五条、《中华人民共和国人民调解法》第三十三条的规定，自调解协议生效之日起三十日内共同提出申请/,
  );
  expect(paper).toMatch(/申请人（签名、盖章或者按指印）\n申请人（对方当事人）（签名或者盖章）\n申请日期：/);
});

it('what tells of an end or a beginning tells of the periods that run on', () => {
  for (const code of ['M07', 'M08', 'M10', 'M31', 'M33'])
    expect([code, text(code)]).toEqual([
      code,
      expect.stringContaining('申请行政复议　2026年8月3日　杭州市余杭区人民政府'),
    ]);
  expect(text('M31')).toContain('六十日内申请行政复议');
  expect(text('M31')).toContain('六个月内向人民法院提起行政诉讼');
  expect(text('M31', { periods: [] })).not.toContain('期限届满日');
});

it('a pause says whether the term stands still', () => {
  expect(text('M21', { pauseReason: 'APPRAISAL' })).toContain('不计入调解期限');
  expect(text('M21', { pauseReason: 'SHAM_SUSPECTED' })).toContain('核实期间计入调解期限');
});

it('the committee issues in its own name, else the centre', () => {
  expect(text('M13')).toContain('本调解委员会指定林一苇、周砚秋');
  expect(text('M13', { committee: null })).toContain('本中心指定');
});
