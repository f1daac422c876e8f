import type { DocumentData, DocumentField } from '../domain/document-kind.js';

type Choices = Readonly<Record<string, string>>;
const field =
  (type: DocumentField['type']) =>
  (name: string, label: string): DocumentField => ({ name, label, type, required: true });

export const text = field('text');
export const longText = field('long-text');
export const day = field('date');
export const count = field('number');
export const money = field('money');
export const list = field('list');
export const table = field('table');
export const choice = (name: string, label: string, choices: Choices): DocumentField => ({
  ...field('choice')(name, label),
  choices,
});

/** The field may be empty. */
export const maybe = (required: DocumentField): DocumentField => ({ ...required, required: false });

/** The field is required with such data only. */
export const when = (required: DocumentField, requiredWhen: (data: DocumentData) => boolean): DocumentField => ({
  ...required,
  required: false,
  requiredWhen,
});
