import type { ValueFinding } from './finding.js';

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-\d{1,6})?$/;
const SERVICE = /^(?:400-?\d{3}-?\d{4}|9\d{4,5})$/;
const ABROAD = /^\+\d{1,3}-?\d{5,14}$/;

/** @param phone normalised (see normalisePhone) */
export function checkPhone(phone: string): ValueFinding[] {
  if ([MOBILE, LANDLINE, SERVICE, ABROAD].some((shape) => shape.test(phone))) return [];
  return [
    { severity: 'error', code: 'phoneShape', detail: '电话号码的格式不正确：手机 11 位，固定电话如 0571-88888888' },
  ];
}
