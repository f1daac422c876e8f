import type { DocumentData, DocumentField, DocumentKind } from '../src/domain/document-kind.js';

/** Makes complete data of kinds: by the names of fields what the sample says, else a value that names the field. */
export const exampleDataOf =
  (sample: DocumentData) =>
  (kind: DocumentKind, { optional = true } = {}): DocumentData =>
    Object.fromEntries(
      kind.fields
        .filter((field) => optional || field.required || field.requiredWhen !== undefined)
        .map((field) => [field.name, valueOf(field, sample)]),
    );

/** A value of the field's form, which names the field where it is text. */
function valueOf({ name, label, type, choices }: DocumentField, sample: DocumentData): unknown {
  if (name in sample) return sample[name];
  const words = label.replace(/（.*）$/u, '');
  switch (type) {
    case 'date':
      return '2026-07-20';
    case 'number':
      return 30;
    case 'money':
      return 1200.5;
    case 'list':
      return [`${words}甲`, `${words}乙`];
    case 'table':
      return [[`${words}一`]];
    case 'choice':
      return Object.keys(choices ?? {})[0];
    default:
      return `${words}的内容`;
  }
}

/** All that stands on paper, a line for each paragraph, row and slot. */
export function textOf(kind: DocumentKind, data: DocumentData): string {
  return kind
    .compose(data)
    .flatMap((block) => {
      switch (block.type) {
        case 'heading':
        case 'paragraph':
          return [block.text];
        case 'list':
          return [...block.items];
        case 'fields':
          return block.rows.map((row) => row.join('：'));
        case 'table':
          return [block.columns.join('　'), ...block.rows.map((row) => row.join('　'))];
        case 'signatures':
          return [...block.slots];
        case 'page-break':
          return [];
      }
    })
    .join('\n');
}
