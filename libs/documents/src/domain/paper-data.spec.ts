import { inChinese } from '@app/kernel';
import type { DocumentField, DocumentKind } from './document-kind.js';
import { asText, missingData, missingFields, namingBlankDays, withBlanks, wrongData } from './paper-data.js';

const field = (type: DocumentField['type'], required = true): DocumentField => ({
  name: type.replace('-', ''),
  label: `标签${type}`,
  type,
  required,
  ...(type === 'choice' ? { choices: { YES: '同意', NO: '不同意' } } : {}),
});
const TYPES = ['text', 'long-text', 'date', 'number', 'money', 'list', 'table', 'choice'] as const;
const kind = { fields: TYPES.map((type) => field(type)) } as unknown as DocumentKind;

describe('data of a paper', () => {
  it.each<[DocumentField['type'], unknown[], unknown[]]>([
    ['text', ['甲', 'x'.repeat(500)], [7, 'x'.repeat(501), '甲\u0000', '甲\u0007', '\ud800', ['甲']]],
    ['long-text', ['甲\n乙\t丙'], [true, {}, 'x'.repeat(50_001)]],
    ['date', ['2026-11-24'], ['2026-02-30', '24.11.2026', 20261124]],
    ['number', [0, -1.5], ['1', NaN, Infinity]],
    ['money', [12, '12.50', 0], ['12.505', -1, '一元', 1e300]],
    ['list', [[], ['甲', '乙']], ['甲', [7], [['甲']], Array(501).fill('甲')]],
    ['table', [[['甲', '乙']], [{ no: 1, text: '甲' }]], [['甲'], [[['甲']]], [[null]]]],
    ['choice', ['YES'], ['同意', 'MAYBE', 'toString', 1]],
  ])('%s', (type, right, wrong) => {
    const name = type.replace('-', '');
    for (const value of right) expect([value, wrongData(kind, { [name]: value })]).toEqual([value, []]);
    for (const value of wrong) {
      const errors = wrongData(kind, { [name]: value });
      expect([value, errors.map((error) => error.pointer)]).toEqual([value, [`#/data/${name}`]]);
    }
  });

  it('refuses what is of no field, under its pointer', () => {
    expect(wrongData(kind, { 'a/b~c': 1 })).toEqual([
      { pointer: '#/data/a~1b~0c', code: 'unknownField', detail: '该文书没有这个字段' },
    ]);
  });

  it('names every required datum that is missing, empty or blank', () => {
    const data = { text: ' ', longtext: '有', list: [], table: null };
    expect(missingData(kind, data).map((error) => error.pointer)).toEqual(
      ['text', 'date', 'number', 'money', 'list', 'table', 'choice'].map((name) => `#/data/${name}`),
    );
    expect(missingData(kind, data)[0]!.detail).toBe('请填写“标签text”');
    expect(missingData({ ...kind, fields: [field('text', false)] }, {})).toEqual([]);
    expect(missingData(kind, { number: 0 }).map((e) => e.pointer)).not.toContain('#/data/number');
  });

  it('asks for what other data make necessary', () => {
    const when = { ...field('text', false), requiredWhen: (data: object) => 'number' in data };
    const conditional = { fields: [when, field('number')] } as unknown as DocumentKind;
    expect(missingData(conditional, {}).map((error) => error.pointer)).toEqual(['#/data/number']);
    expect(missingData(conditional, { number: 1 }).map((error) => error.pointer)).toEqual(['#/data/text']);
  });

  it('shows what is missing as such, in data that fit every field', () => {
    const blanks = withBlanks(kind, { text: '有' });
    expect(wrongData(kind, blanks)).toEqual([]);
    expect(blanks).toMatchObject({ text: '有', longtext: '（待填：标签long-text）', list: ['（待填：标签list）'] });
  });

  it('names days that are missing where the text has them', () => {
    const day = withBlanks(kind, {})['date'] as string;
    expect(namingBlankDays(kind, {}, `于${inChinese(day)}前，${day}`)).toBe(
      '于（待填：标签date）前，（待填：标签date）',
    );
    expect(namingBlankDays(kind, { date: day }, day)).toBe(day);
  });

  it('writes days in Chinese and choices by their label', () => {
    expect(asText(field('date'), '2026-01-05')).toBe('2026年1月5日');
    expect(asText(field('choice'), 'NO')).toBe('不同意');
    expect(asText(field('text'), undefined)).toBe('');
  });
});

const named = (name: string, type: DocumentField['type'], more: Partial<DocumentField> = {}): DocumentField => ({
  name,
  label: name,
  type,
  required: true,
  ...more,
});
const names = (field: DocumentField, value: unknown): string[] =>
  missingFields({ fields: [field] }, { [field.name]: value }).map((f) => f.name);

it.each`
  type           | good                 | bad
  ${'text'}      | ${'补正通知书'}      | ${7}
  ${'long-text'} | ${'事实和理由'}      | ${1}
  ${'date'}      | ${'2026-07-01'}      | ${'2026-02-30'}
  ${'number'}    | ${0}                 | ${Number.NaN}
  ${'money'}     | ${0}                 | ${-1}
  ${'list'}      | ${['身份证明']}      | ${['身份证明', '']}
  ${'table'}     | ${[['1', '证据一']]} | ${['证据一']}
`('a $type is there, is missing, is of another form', ({ type, good, bad }) => {
  expect(names(named('x', type), good)).toEqual([]);
  expect(names(named('x', type), bad)).toEqual(['x']);
  for (const nothing of [undefined, null, '', '  ', []]) {
    expect(names(named('x', type), nothing)).toEqual(['x']);
    expect(names(named('x', type, { required: false }), nothing)).toEqual([]);
  }
  expect(names(named('x', type, { required: false }), bad)).toEqual(['x']);
});

it('a choice is one of its codes', () => {
  const track = named('track', 'choice', { choices: { ORDINARY: '普通程序' } });
  expect(names(track, 'ORDINARY')).toEqual([]);
  expect(names(track, '普通程序')).toEqual(['track']);
  expect(names(track, 'toString')).toEqual(['track']);
});

it('a field may be required by the rest of the data, and all that is missing is named in order', () => {
  const kind = {
    fields: [
      named('failed', 'list'),
      named('reason', 'text'),
      named('competent', 'text', {
        required: false,
        requiredWhen: (data) => (data.failed as string[] | undefined)?.includes('JURISDICTION') ?? false,
      }),
    ],
  };
  expect(missingFields(kind, { failed: ['IN_TIME'], reason: '逾期' })).toEqual([]);
  expect(missingFields(kind, { failed: ['JURISDICTION'] }).map((f) => f.name)).toEqual(['reason', 'competent']);
});
