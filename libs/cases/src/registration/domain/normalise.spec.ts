import fc from 'fast-check';
import {
  normaliseDocumentNo,
  normaliseLine,
  normaliseLines,
  normaliseName,
  normaliseNumber,
  normalisePhone,
} from './normalise.js';

describe('names', () => {
  it.each([
    [' 张　三 ', '张三'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提 · 艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['Ｊｏｈｎ  Ｓｍｉｔｈ', 'John Smith'],
    ['J. Smith', 'J. Smith'],
    ['杭州测试(余杭)有限公司', '杭州测试（余杭）有限公司'],
    ['杭州测试（余杭）有限公司', '杭州测试（余杭）有限公司'],
    ['𠮷田\u200b一', '𠮷田一'],
  ])('%j → %j', (entered, kept) => expect(normaliseName(entered)).toBe(kept));
});

describe('numbers', () => {
  it.each([
    ['１１０１０５　19491231 002ｘ', '11010519491231002X'],
    ['91350100m000100y43', '91350100M000100Y43'],
    ['\u200b e12345678', 'E12345678'],
  ])('%j → %j', (entered, kept) => expect(normaliseNumber(entered)).toBe(kept));
});

describe('phones', () => {
  it.each([
    ['＋86 138-0000-5678', '13800005678'],
    ['0086 13800005678', '13800005678'],
    ['138 0000 5678', '13800005678'],
    ['0571－８８８８８８８８', '0571-88888888'],
    ['(0571)88888888', '057188888888'],
  ])('%j → %j', (entered, kept) => expect(normalisePhone(entered)).toBe(kept));
});

describe('document numbers', () => {
  it.each([
    ['余市监罚[2026]第0012号', '余市监罚〔2026〕12号'],
    ['余市监罚（２０２６）１２号', '余市监罚〔2026〕12号'],
    ['余市监罚【2026】12 号', '余市监罚〔2026〕12号'],
    ['余市监罚〔2026〕12号', '余市监罚〔2026〕12号'],
    ['（2026）浙01行初10号', '(2026)浙01行初10号'],
    ['A-17/2026', 'A-17/2026'],
  ])('%j → %j', (entered, kept) => expect(normaliseDocumentNo(entered)).toBe(kept));
});

it('keeps the lines of a text, without spaces at their ends', () => {
  expect(normaliseLines('一 \r\n\r\n\r\n二　\r三\n')).toBe('一\n\n二\n三');
});

it('changes nothing a second time', () => {
  const ways = [normaliseLine, normaliseLines, normaliseName, normaliseNumber, normalisePhone, normaliseDocumentNo];
  const nasty = fc.constantFrom(
    ...'甲乙A1 .·•()（）[〔2026〕]0第号　\n\r\t+-８６1３８',
    '\u200b',
    '2026',
    '13800005678',
  );
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: nasty, maxLength: 12 }));
  fc.assert(
    fc.property(text, fc.constantFrom(...ways), (text, normalise) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
    { numRuns: 3000 },
  );
});
