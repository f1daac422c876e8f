import type { DocumentData, DocumentKind } from '../domain/document-kind.js';
import { missingFields } from '../domain/paper-data.js';

/** The values of the kind's fields that have the field's form. What was recorded otherwise is left to the drafter. */
export function fitting(kind: Pick<DocumentKind, 'fields'>, values: DocumentData): DocumentData {
  const fields = kind.fields.filter(
    (field) => missingFields({ fields: [{ ...field, required: true }] }, values).length === 0,
  );
  return Object.fromEntries(fields.map(({ name }) => [name, values[name]]));
}

/** The items of a text somebody wrote: by line or semicolon, without the numbers he gave them. */
export function itemsOf(written: string): string[] {
  return written
    .split(/[\n；;]+/u)
    .map((item) =>
      item.trim().replace(/^(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)]|[\d一二三四五六七八九十]{1,2}[、.．])\s*/u, ''),
    )
    .filter((item) => item !== '');
}
