import { fenInCapitals } from './capitals.js';

it.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [101, '壹元零壹分'],
  [30_000, '叁佰元整'],
  [105_020, '壹仟零伍拾元贰角整'],
  [1_000_000, '壹万元整'],
  [1_000_100, '壹万零壹元整'],
  [1_010_000, '壹万零壹佰元整'],
  [10_000_000_00, '壹仟万元整'],
  [100_000_500_05, '壹亿零伍佰元零伍分'],
  [-45_650, '负肆佰伍拾陆元伍角整'],
])('%d fen is %s', (fen, text) => {
  expect(fenInCapitals(fen)).toBe(text);
});

it('refuses what is no amount', () => {
  expect(() => fenInCapitals(0.5)).toThrow(RangeError);
});
