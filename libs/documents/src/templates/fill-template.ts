import { DomainError, inChinese, type FieldError } from '@app/kernel';
import { TemplateHandler, type TemplateData } from 'easy-template-x';
import type { DocumentField, DocumentKind } from '../domain/document-kind.js';
import type { PaperContent } from '../domain/paper-content.js';
import { asText } from '../domain/paper-data.js';
import { printable } from '../domain/printable.js';
import { notDocx } from './unpack.js';

const handler = new TemplateHandler();

/** What every paper has, besides the fields of its kind. */
const COMMON = ['title', 'number', 'issuedOn', 'issuer', 'addressees', 'relief', 'article'] as const;

/**
 * Compares a template's placeholders with the fields of its kind: `{name}`, and `{#name}…{/name}` around what is repeated
 * for each item of a list (`{no}`, `{text}`) or row of a table (its columns by name, or `{c1}`, `{c2}` …).
 * @throws DomainError documents.template-not-docx; documents.template-placeholders naming each unknown or missing one
 */
export async function checkPlaceholders(template: Buffer, kind: DocumentKind): Promise<string[]> {
  const tags = await handler.parseTags(template).catch((error: unknown) => {
    throw placeholderFault(error);
  });
  const names = tags.map((tag) => tag.name);
  const unknown = outside(
    tags.map((tag) => ({ name: tag.name, mark: tag.rawText.replace(/^\{\s*/, '')[0] ?? '' })),
    kind,
  );
  const missing = neededBy(kind).filter((name) => !names.includes(name));
  const errors: FieldError[] = [
    ...unknown.map((name) => fieldError(name, 'unknownPlaceholder', `模板中的“{${name}}”不是该文书的字段`)),
    ...missing.map((name) => fieldError(name, 'missingPlaceholder', `模板中缺少“{${name}}”（${labelOf(kind, name)}）`)),
  ];
  if (errors.length === 0) {
    // Only filling it in shows whether everything opened is closed.
    await previewTemplate(template, kind).catch((error: unknown) => {
      throw placeholderFault(error);
    });
    return [...new Set(names)];
  }
  throw new DomainError('documents.template-placeholders', {
    kind: 'invalid',
    detail: `模板的占位符与该文书的字段不一致，共 ${errors.length} 处，请修改模板。`,
    errors,
  });
}

/** The .docx of a paper, made with the office's own template. */
export async function fillTemplate(template: Buffer, kind: DocumentKind, content: PaperContent): Promise<Buffer> {
  const { data, addressees, number, issuedOn, relief, title, issuer, article } = content;
  const filled: TemplateData = {
    ...Object.fromEntries(kind.fields.map((field) => [field.name, valueOf(field, data[field.name])])),
    title,
    number: number ?? '',
    issuedOn: issuedOn === null ? '' : inChinese(issuedOn),
    issuer,
    addressees: addressees.join('、'),
    relief: relief ?? '',
    article,
  };
  return handler.process(template, filled);
}

/** A template filled with the names of what will stand there. */
export async function previewTemplate(template: Buffer, kind: DocumentKind): Promise<Buffer> {
  const blanks = [...COMMON.map((name) => [name, `【${labelOf(kind, name)}】`] as const), ...kind.fields.map(blankOf)];
  return handler.process(template, Object.fromEntries(blanks) as TemplateData);
}

function blankOf(field: DocumentField): readonly [string, unknown] {
  const blank = `【${field.label}】`;
  if (field.type === 'list') return [field.name, [{ no: 1, text: blank }]];
  return [field.name, field.type === 'table' ? [] : blank];
}

function valueOf(field: DocumentField, value: unknown): TemplateData[string] {
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  if (field.type === 'list') return items.map((item, at) => ({ no: at + 1, text: printable(String(item)) }));
  if (field.type === 'table') return items.map((row) => rowOf(row as object));
  return printable(asText(field, value));
}

function rowOf(row: object): TemplateData {
  const cells = Array.isArray(row) ? row.map((cell, at) => [`c${at + 1}`, cell] as const) : Object.entries(row);
  return Object.fromEntries(cells.map(([name, cell]) => [name, printable(String(cell))]));
}

/** Names that stand for nothing; within the loop of a table, columns are free. */
function outside(tags: readonly { name: string; mark: string }[], kind: DocumentKind): string[] {
  const unknown = new Set<string>();
  const loops: DocumentField[] = [];
  for (const { name, mark } of tags) {
    const field = kind.fields.find((each) => each.name === name);
    if (mark === '/') {
      loops.pop();
    } else if (mark === '#' && field && (field.type === 'list' || field.type === 'table')) {
      loops.push(field);
    } else if (!isKnown(name, field, loops.at(-1))) {
      unknown.add(name);
    }
  }
  return [...unknown];
}

function isKnown(name: string, field: DocumentField | undefined, loop: DocumentField | undefined): boolean {
  if (loop?.type === 'table') return true;
  if (loop?.type === 'list' && (name === 'no' || name === 'text')) return true;
  return field !== undefined || (COMMON as readonly string[]).includes(name);
}

/** What a paper may not lack: its date, its number, its remedy, and all that must be filled in. */
function neededBy(kind: DocumentKind): string[] {
  return [
    'issuedOn',
    ...(kind.series === null ? [] : ['number']),
    ...(kind.relief === undefined ? [] : ['relief']),
    ...kind.fields.filter((field) => field.required).map((field) => field.name),
  ];
}

const COMMON_LABELS: Readonly<Record<(typeof COMMON)[number], string>> = {
  title: '文书名称',
  number: '文号',
  issuedOn: '成文日期',
  issuer: '发文机关',
  addressees: '主送',
  relief: '权利救济告知',
  article: '法律依据',
};

function labelOf(kind: DocumentKind, name: string): string {
  return (
    kind.fields.find((field) => field.name === name)?.label ?? COMMON_LABELS[name as (typeof COMMON)[number]] ?? name
  );
}

function fieldError(name: string, code: string, detail: string): FieldError {
  return { pointer: `#/placeholders/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, code, detail };
}

/** A file the library cannot read is no .docx; a tag that is not closed is a fault of the template's author. */
function placeholderFault(error: unknown): DomainError {
  const name = (error as { name?: string }).name ?? '';
  if (!/Tag|Delimiter|Template/.test(name) && !/tag|delimiter/i.test((error as Error).message)) return notDocx();
  return new DomainError('documents.template-placeholders', {
    kind: 'invalid',
    detail: '模板的占位符没有成对书写，请检查“{”“}”和“{#…}”“{/…}”。',
  });
}
