import { cite, citing, enumerate, inCapitals, inNumerals, nameAll, operative, sentence } from './chinese.js';

const law = citing('《中华人民共和国行政复议法》');
const regulation = citing('《中华人民共和国行政复议法实施条例》');

it.each`
  yuan          | words
  ${0}          | ${'零元整'}
  ${0.05}       | ${'伍分'}
  ${0.5}        | ${'伍角整'}
  ${1}          | ${'壹元整'}
  ${10}         | ${'壹拾元整'}
  ${300}        | ${'叁佰元整'}
  ${1050.2}     | ${'壹仟零伍拾元贰角整'}
  ${1409.5}     | ${'壹仟肆佰零玖元伍角整'}
  ${6007.14}    | ${'陆仟零柒元壹角肆分'}
  ${325.04}     | ${'叁佰贰拾伍元零肆分'}
  ${10000}      | ${'壹万元整'}
  ${10100}      | ${'壹万零壹佰元整'}
  ${200345}     | ${'贰拾万零叁佰肆拾伍元整'}
  ${100050000}  | ${'壹亿零伍万元整'}
  ${1000000001} | ${'壹拾亿零壹元整'}
`('$yuan is $words', ({ yuan, words }) => {
  expect(inCapitals(yuan)).toBe(words);
});

it('there are no capitals of what is no amount', () => {
  for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e15]) {
    expect(() => inCapitals(wrong)).toThrow(RangeError);
  }
});

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [64, '六十四'],
  [90, '九十'],
  [100, '一百'],
  [205, '二百零五'],
  [210, '二百一十'],
  [999, '九百九十九'],
])('%i is %s', (n, words) => {
  expect(inNumerals(n)).toBe(words);
});

it('articles are cited by paragraph and item as they are counted', () => {
  expect(law(64, 1, 1)).toBe('《中华人民共和国行政复议法》第六十四条第一款第一项');
  expect(law(68)).toBe('《中华人民共和国行政复议法》第六十八条');
  expect(regulation(62, undefined, 2)).toBe('《中华人民共和国行政复议法实施条例》第六十二条第二项');
});

it('a text cited more than once is named once', () => {
  expect(cite([law(65, 1, 1), `${regulation(58, 1)}、${law(72, 1)}`])).toBe(
    '《中华人民共和国行政复议法》第六十五条第一款第一项、第七十二条第一款、《中华人民共和国行政复议法实施条例》第五十八条第一款',
  );
});

it('sentences and items end once, and are numbered', () => {
  expect(sentence('已经查明')).toBe('已经查明。');
  expect(sentence('已经查明；')).toBe('已经查明。');
  expect(sentence('已经查明。')).toBe('已经查明。');
  expect(sentence('处罚决定（文号）')).toBe('处罚决定（文号）。');
  expect(enumerate(['身份证明；', '授权委托书'])).toEqual(['1. 身份证明；', '2. 授权委托书。']);
  expect(operative(['撤销', '责令重作。'])).toEqual(['一、撤销。', '二、责令重作。']);
  expect(operative(['维持'])).toEqual(['维持。']);
});

it('many are named by the first of them', () => {
  expect(nameAll(['甲', '乙'])).toBe('甲、乙');
  expect(nameAll(['甲', '乙', '丙', '丁', '戊', '己'])).toBe('甲等6人');
});
