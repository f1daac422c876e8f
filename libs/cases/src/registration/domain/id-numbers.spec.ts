import fc from 'fast-check';
import { checkIdNumber, idCardCheck, organisationCodeCheck, usccCheck, type IdType } from './id-numbers.js';

const TODAY = '2026-11-24';
const codes = (type: IdType, number: string) =>
  checkIdNumber(type, number, TODAY).map((f) => `${f.severity} ${f.code}`);

describe('居民身份证 (GB 11643)', () => {
  it.each(['11010519491231002X', '440524188001010014'])('knows the standard’s own example %s', (number) => {
    expect(idCardCheck(number)).toBe(number[17]);
  });

  it.each([
    ['11010519491231002X', []],
    ['110105194912310021', ['warning idCheckDigit']],
    ['990105194912310029', ['warning idRegion', 'warning idCheckDigit']],
    ['110105199902300019', ['error idBirthDate']],
    ['110105202611250011', ['error idBirthDate']],
    ['440524188001010014', ['error idBirthDate']],
    ['11010519491231002', ['error idShape']],
    ['11010519491231002x', ['error idShape']],
    ['110105491231002', ['error idShape']],
  ])('%s → %j', (number, expected) => expect(codes('ID_CARD', number)).toEqual(expected));

  it('takes somebody born today', () => {
    const first = '33011020261124001';
    expect(codes('ID_CARD', first + idCardCheck(first))).toEqual([]);
  });

  const digits = fc.stringMatching(/^[1-9]\d{16}$/);

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (first, i, shift) => {
        const wrong = first.slice(0, i) + ((Number(first[i]) + shift) % 10) + first.slice(i + 1);
        expect(idCardCheck(wrong)).not.toBe(idCardCheck(first));
      }),
    );
  });

  it('catches every swap of two neighbouring unequal digits', () => {
    fc.assert(
      fc.property(digits, fc.nat(15), (first, i) => {
        fc.pre(first[i] !== first[i + 1]);
        const swapped = first.slice(0, i) + first[i + 1] + first[i] + first.slice(i + 2);
        expect(idCardCheck(swapped)).not.toBe(idCardCheck(first));
      }),
    );
  });
});

describe('统一社会信用代码 (GB 32100)', () => {
  const KNOWN = ['91350100M000100Y43', '91330100799655058B', '91110000802100433B', '114414000072083734'];

  it.each(KNOWN)('takes %s', (number) => {
    expect(usccCheck(number)).toBe(number[17]);
    expect(codes('USCC', number)).toEqual([]);
  });

  it.each([
    ['91350100M000100Y44', ['warning usccCheckDigit']],
    ['91350100M000100Y4', ['error usccShape']],
    ['91350100I000100Y43', ['error usccShape']],
    ['91350100m000100y43', ['error usccShape']],
  ])('%s → %j', (number, expected) => expect(codes('USCC', number)).toEqual(expected));

  const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const first17 = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((c) => c.join(''));

  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...ALPHABET), (first, i, c) => {
        fc.pre(first[i] !== c);
        expect(usccCheck(first.slice(0, i) + c + first.slice(i + 1))).not.toBe(usccCheck(first));
      }),
    );
  });

  it('is satisfied by the numbers it makes', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/),
        fc.stringMatching(/^\d{6}$/),
        (organisation, region) => {
          const check = organisationCodeCheck(organisation);
          const first = `91${region}${organisation}${check}`;
          expect(codes('USCC', first + usccCheck(first))).toEqual([]);
        },
      ),
    );
  });
});

describe('other papers', () => {
  it.each<[IdType, string, boolean]>([
    ['PASSPORT', 'E12345678', true],
    ['PASSPORT', 'E 1234', false],
    ['HK_MACAO_PERMIT', 'H12345678', true],
    ['HK_MACAO_PERMIT', 'X12345678', false],
    ['TAIWAN_PERMIT', '12345678', true],
    ['FOREIGN_RESIDENCE', 'USA330000012345', true],
    ['FOREIGN_RESIDENCE', '911330198001010013', true],
    ['OTHER', '军字第0012345号', true],
    ['OTHER', '330125490101001', true],
    ['OTHER', '<script>', false],
  ])('%s %s', (type, number, right) => expect(codes(type, number).length === 0).toBe(right));
});
