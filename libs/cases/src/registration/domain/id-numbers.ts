import { isCalendarDate, type CalendarDate } from '@app/kernel';
import type { ValueFinding } from './finding.js';

/** Papers a party may show. `ID_CARD` GB 11643, `USCC` GB 32100. */
export const ID_TYPES = {
  ID_CARD: '居民身份证',
  PASSPORT: '护照',
  HK_MACAO_PERMIT: '港澳居民来往内地通行证',
  TAIWAN_PERMIT: '台湾居民来往大陆通行证',
  FOREIGN_RESIDENCE: '外国人永久居留身份证',
  OTHER: '其他证件',
  USCC: '统一社会信用代码',
} as const;

export type IdType = keyof typeof ID_TYPES;

/** Shapes of the other papers, of normalised numbers. Old 15-digit identity cards are entered as OTHER. */
const SHAPES: Readonly<Record<Exclude<IdType, 'ID_CARD' | 'USCC'>, RegExp>> = {
  PASSPORT: /^[A-Z0-9]{5,17}$/,
  HK_MACAO_PERMIT: /^[HM]\d{8}(\d{2})?$/,
  TAIWAN_PERMIT: /^(\d{8}|\d{10}[A-Z]?)$/,
  FOREIGN_RESIDENCE: /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
  OTHER: /^[\p{Script=Han}A-Z0-9()（）〔〕-]{2,40}$/u,
};

const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54'.split(' '));
for (const code of '61 62 63 64 65 71 81 82 83'.split(' ')) PROVINCES.add(code);

const CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CARD_CHECKS = '10X98765432';

/** The 18th character of an identity card number, from its first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function idCardCheck(first17: string): string {
  const sum = CARD_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CARD_CHECKS[sum % 11]!;
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC_SHAPE = new RegExp(`^[${USCC_ALPHABET}]{2}\\d{6}[${USCC_ALPHABET}]{10}$`);

/** The 18th character of a 统一社会信用代码, from its first 17 (GB 32100). */
export function usccCheck(first17: string): string {
  const sum = USCC_WEIGHTS.reduce((total, weight, i) => total + weight * USCC_ALPHABET.indexOf(first17[i]!), 0);
  return USCC_ALPHABET[(31 - (sum % 31)) % 31]!;
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The 9th character of an organisation code, from its first 8 (GB 11714); it stands in positions 9–17 of a USCC. */
export function organisationCodeCheck(first8: string): string {
  const value = (c: string) => (/\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55);
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * value(first8[i]!), 0);
  return '0123456789X0'[11 - (sum % 11)]!;
}

/**
 * What is wrong with a number of a kind of paper. Wrong shape and impossible birth dates are errors; a wrong check
 * character is a warning, because old papers bear wrong numbers and must be taken as they are.
 * @param number normalised (see normaliseNumber)
 * @param today births after it are impossible
 */
export function checkIdNumber(type: IdType, number: string, today: CalendarDate): ValueFinding[] {
  if (type === 'ID_CARD') return checkIdCard(number, today);
  if (type === 'USCC') return checkUscc(number);
  if (SHAPES[type].test(number)) return [];
  return [error('idShape', `${ID_TYPES[type]}号码的格式不正确`)];
}

function checkIdCard(number: string, today: CalendarDate): ValueFinding[] {
  if (/^\d{15}$/.test(number)) return [error('idShape', '15 位旧身份证号码请选择“其他证件”')];
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return [error('idShape', '居民身份证号码应为 18 位数字，末位可为 X')];
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(born) || born < '1900-01-01') return [error('idBirthDate', '居民身份证号码中的出生日期不存在')];
  if (born > today) return [error('idBirthDate', '居民身份证号码中的出生日期晚于今天')];
  const findings: ValueFinding[] = [];
  if (!PROVINCES.has(number.slice(0, 2)))
    findings.push(warning('idRegion', '居民身份证号码的行政区划代码不存在，请核对'));
  if (idCardCheck(number) !== number[17]) findings.push(warning('idCheckDigit', '居民身份证号码的校验码不符，请核对'));
  return findings;
}

function checkUscc(number: string): ValueFinding[] {
  if (!USCC_SHAPE.test(number))
    return [error('usccShape', '统一社会信用代码应为 18 位数字或大写字母（不含 I、O、Z、S、V）')];
  const right = usccCheck(number) === number[17] && organisationCodeCheck(number.slice(8, 16)) === number[16];
  return right ? [] : [warning('usccCheckDigit', '统一社会信用代码的校验码不符，请核对')];
}

const error = (code: string, detail: string): ValueFinding => ({ severity: 'error', code, detail });
const warning = (code: string, detail: string): ValueFinding => ({ severity: 'warning', code, detail });
