import { addDays, inChinese, isCalendarDate, type CalendarDate, type FieldError } from '@app/kernel';
import type { DocumentData, DocumentField, DocumentKind } from './document-kind.js';
import { isPrintable } from './printable.js';

const LONGEST = { text: 500, longText: 50_000, cell: 2000 } as const;
const MOST_ROWS = 500;
const MONEY = /^\d{1,13}(\.\d{1,2})?$/;

/**
 * Every datum that is of no field, or of another type than its field. Missing ones are no fault of a draft.
 * @param at where the data are, as a JSON pointer
 */
export function wrongData(kind: DocumentKind, data: DocumentData, at = '#/data'): FieldError[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const field = kind.fields.find((each) => each.name === name);
    const pointer = `${at}/${escaped(name)}`;
    if (!field) return [{ pointer, code: 'unknownField', detail: '该文书没有这个字段' }];
    const detail = value === null ? undefined : faultOf(field, value);
    return detail === undefined ? [] : [{ pointer, code: field.type, detail }];
  });
}

/**
 * The fields because of which a paper cannot be composed: required with this data and empty, or holding what their type
 * does not allow. In the order of the kind's fields; empty if the data is complete.
 */
export function missingFields(kind: Pick<DocumentKind, 'fields'>, data: DocumentData): DocumentField[] {
  return kind.fields.filter((field) => {
    const value = data[field.name];
    if (isEmpty(value)) return isRequired(field, data);
    return faultOf(field, value) !== undefined || (Array.isArray(value) && value.some(isBlank));
  });
}

/** The same as what is to be done about them: a paper is signed only when there is none. */
export function missingData(kind: Pick<DocumentKind, 'fields'>, data: DocumentData): FieldError[] {
  return missingFields(kind, data).map(({ name, label }) => ({
    pointer: `#/data/${escaped(name)}`,
    code: 'required',
    detail: `请填写“${label}”`,
  }));
}

/** The data with what is missing put in by name, so that an unfinished paper can be looked at. */
export function withBlanks(kind: DocumentKind, data: DocumentData): DocumentData {
  return Object.fromEntries(
    kind.fields.map((field, at) => [
      field.name,
      isEmpty(data[field.name]) && isRequired(field, data) ? blankOf(field, at) : (data[field.name] ?? undefined),
    ]),
  );
}

/** In the composed text of an unfinished paper, says of days that stand for missing ones what is to be filled in. */
export function namingBlankDays(kind: DocumentKind, data: DocumentData, composed: string): string {
  return kind.fields.reduce((text, field, at) => {
    const { name, label, type } = field;
    if (type !== 'date' || !isRequired(field, data) || !isEmpty(data[name])) return text;
    const day = blankDay(at);
    return text.replaceAll(day, blank(label)).replaceAll(inChinese(day), blank(label));
  }, composed);
}

/** A datum as text, for templates: days in Chinese, a choice by its label. */
export function asText(field: DocumentField, value: unknown): string {
  if (isEmpty(value)) return '';
  if (field.type === 'date') return inChinese(String(value));
  if (field.type === 'choice') return field.choices?.[String(value)] ?? String(value);
  return String(value);
}

function isRequired(field: DocumentField, data: DocumentData): boolean {
  return field.required || (field.requiredWhen?.(data) ?? false);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || isBlank(value) || (Array.isArray(value) && value.length === 0);
}

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** Lists, tables and days keep their form; everything else says what is to be filled in. */
function blankOf({ type, label, choices }: DocumentField, at: number): unknown {
  if (type === 'list') return [blank(label)];
  if (type === 'table') return [];
  if (type === 'date') return blankDay(at);
  if (type === 'number') return 0;
  if (type === 'money') return '0.00';
  return type === 'choice' ? Object.keys(choices ?? {})[0] : blank(label);
}

const blank = (label: string): string => `（待填：${label}）`;

/** A day no paper names, another for each field: kinds reckon with days, so it must be one. */
function blankDay(at: number): CalendarDate {
  return addDays('1800-01-01', at);
}

const FITS: Readonly<
  Record<DocumentField['type'], readonly [fits: (value: unknown, field: DocumentField) => boolean, detail: string]>
> = {
  text: [(value) => isText(value, LONGEST.text), `应为不超过 ${LONGEST.text} 字的文字`],
  'long-text': [(value) => isText(value, LONGEST.longText), `应为不超过 ${LONGEST.longText} 字的文字`],
  date: [isCalendarDate, '应为实际存在的日期，格式 YYYY-MM-DD'],
  number: [Number.isFinite, '应为数字'],
  money: [isMoney, '应为金额（元），最多两位小数'],
  choice: [
    (value, field) => typeof value === 'string' && Object.hasOwn(field.choices ?? {}, value),
    '应为所列选项之一',
  ],
  list: [(value) => isList(value, (item) => isText(item, LONGEST.cell)), '应为文字的列表'],
  table: [(value) => isList(value, isRow), '应为表格的行'],
};

function faultOf(field: DocumentField, value: unknown): string | undefined {
  const [fits, detail] = FITS[field.type];
  return fits(value, field) ? undefined : detail;
}

function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.length <= longest && isPrintable(value);
}

function isMoney(value: unknown): boolean {
  return (typeof value === 'number' || typeof value === 'string') && MONEY.test(String(value));
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MOST_ROWS && value.every(isItem);
}

/** A row is a list of cells, or cells by name. */
function isRow(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const cells = Object.values(row);
  return cells.length <= 30 && cells.every((cell) => isText(cell, LONGEST.cell) || typeof cell === 'number');
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
