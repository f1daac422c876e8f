import { inChinese } from '@app/kernel';
import type { DocumentField, DocumentKind } from './document-kind.js';
import { asText, missingData, namingBlankDays, withBlanks, wrongData } from './paper-data.js';

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
