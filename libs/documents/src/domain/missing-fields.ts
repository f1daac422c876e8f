import { isCalendarDate } from '@app/kernel';
import type { DocumentData, DocumentField, DocumentKind } from './document-kind.js';

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isRow = (value: unknown): boolean => Array.isArray(value) && value.every((cell) => typeof cell === 'string');

/** Yuan, two decimals at most: a number, or as text so that none is lost. */
const MONEY = /^\d{1,13}(\.\d{1,2})?$/;

/** Whether a value is of a field's type, and not empty. */
const FORMS: Readonly<Record<DocumentField['type'], (value: unknown, field: DocumentField) => boolean>> = {
  text: isText,
  'long-text': isText,
  date: isCalendarDate,
  number: Number.isFinite,
  money: (value) => (typeof value === 'number' || typeof value === 'string') && MONEY.test(String(value)),
  list: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  table: (value) => Array.isArray(value) && value.length > 0 && value.every(isRow),
  choice: (value, field) => typeof value === 'string' && Object.hasOwn(field.choices ?? {}, value),
};

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The fields because of which a paper cannot be composed: required with this data and empty, or holding what their type
 * does not allow. In the order of the kind's fields; empty if the data is complete.
 */
export function missingFields(kind: Pick<DocumentKind, 'fields'>, data: DocumentData): readonly DocumentField[] {
  return kind.fields.filter((field) => {
    const value = data[field.name];
    if (isAbsent(value)) return field.required || (field.requiredWhen?.(data) ?? false);
    return !FORMS[field.type](value, field);
  });
}
