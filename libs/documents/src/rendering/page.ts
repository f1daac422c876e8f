import { inChinese } from '@app/kernel';
import type { Block } from '../domain/document-kind.js';
import type { PaperContent } from '../domain/paper-content.js';
import { LINE, SIZE, widthOf, type Font } from './gb9704.js';

/** A paragraph as it is set; indents in characters of the body. */
export interface TextLine {
  readonly type: 'text';
  readonly text: string;
  readonly font: Font;
  readonly size: number;
  readonly line: number;
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly first?: number;
  readonly right?: number;
  readonly grey?: boolean;
  readonly heading?: boolean;
  /** Never the last of a page, as a heading is not: a signature does not stand alone. */
  readonly keepNext?: boolean;
}

export interface TableLines {
  readonly type: 'table';
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Shares of the width; equal if absent. */
  readonly widths?: readonly number[];
  readonly keepNext?: boolean;
}

export type Line = TextLine | TableLines | { readonly type: 'break' };

/** A paper as it is set, before it is a file of any format. */
export interface SetPaper {
  readonly title: string;
  /** 信函格式: the red name at its head. */
  readonly mark: string | null;
  /** One for each addressee who has a text of his own; each begins at page 1. */
  readonly copies: readonly (readonly Line[])[];
}

/** Sets a paper by its layout (GB/T 9704-2012). */
export function setPaper(content: PaperContent): SetPaper {
  const copies = content.copies ?? [content];
  return {
    title: content.title,
    mark: content.layout === 'LETTER' ? content.issuer : null,
    copies: copies.map((copy) => linesOf({ ...content, ...copy })),
  };
}

function linesOf(content: PaperContent): Line[] {
  const closing = closingOf(content);
  const main = [
    ...headOf(content),
    ...content.blocks.flatMap((block) => setBlock(block, content)),
    ...reliefOf(content),
  ];
  return closing.length === 0 ? main : [...main.slice(0, -1), ...main.slice(-1).map(kept), ...closing];
}

const BODY = { type: 'text', font: 'body', size: SIZE.body, line: LINE.body } as const;
const TITLE = { type: 'text', font: 'title', size: SIZE.title, line: LINE.title, align: 'center' } as const;
const BLANK: TextLine = { ...BODY, text: '', align: 'left' };

function paragraph(text: string): TextLine {
  return { ...BODY, text, align: 'both', first: 2 };
}

function headOf({ layout, issuer, title, number, addressees }: PaperContent): Line[] {
  const numbered: Line[] = number === null ? [] : [{ ...BODY, text: number, align: 'right' }];
  const to: Line[] = addressees.length === 0 ? [] : [{ ...BODY, text: `${addressees.join('、')}：`, align: 'left' }];
  const name: Line = { ...TITLE, text: title };
  switch (layout) {
    case 'LETTER':
      return [...numbered, BLANK, name, BLANK, ...to];
    case 'NOTICE':
      return [{ ...TITLE, text: issuer }, name, BLANK, ...numbered, ...to];
    case 'DECISION':
      return [{ ...TITLE, text: issuer }, name, BLANK, ...numbered];
    case 'RECORD':
    case 'FORM':
      return [name, ...numbered, BLANK];
  }
}

const SIGN_HERE = '＿＿＿＿＿＿\u3000\u3000年\u3000月\u3000日';
const HEADING: Record<1 | 2 | 3, Font> = { 1: 'first', 2: 'second', 3: 'body' };

function setBlock(block: Block, { layout }: PaperContent): Line[] {
  switch (block.type) {
    case 'heading':
      return [{ ...paragraph(block.text), font: HEADING[block.level], heading: true }];
    case 'paragraph':
      return block.text.split(/\r?\n/).map(paragraph);
    case 'list':
      return block.items.map((item, at) => paragraph(`${at + 1}. ${item}`));
    case 'table':
      return [{ type: 'table', head: block.columns, rows: block.rows }];
    case 'fields':
      return layout === 'FORM'
        ? [{ type: 'table', head: null, rows: block.rows.map(([label, value]) => [label, value]), widths: [1, 3] }]
        : block.rows.map(([label, value]) => ({ ...BODY, text: `${label}：${value}`, align: 'both' }));
    case 'signatures':
      return block.slots.flatMap((slot) => [BLANK, { ...BODY, text: `${slot}：${SIGN_HERE}`, align: 'left' }]);
    case 'page-break':
      return [{ type: 'break' }];
  }
}

function reliefOf({ relief }: PaperContent): Line[] {
  return relief === null ? [] : [paragraph(relief)];
}

/**
 * 署名、成文日期: under a seal the date is four characters from the right and the name centred over it; without, the name is
 * two from the right and the date begins two to the right of it. Where the seal goes is said, never drawn.
 */
function closingOf({ layout, issuer, issuedOn, seal }: PaperContent): Line[] {
  if (layout === 'RECORD' || layout === 'FORM' || issuer === '') return [];
  const date = issuedOn === null ? '（签发之日）' : inChinese(issuedOn);
  const over = widthOf(issuer) - widthOf(date);
  const [nameRight, dateRight] =
    seal === 'NONE'
      ? over >= 2
        ? [2, over]
        : [4 - over, 2]
      : [Math.max(0, 4 - over / 2), Math.max(0, 4 - over / 2) + over / 2];
  const above: TextLine =
    seal === 'NONE' ? BLANK : { ...BODY, text: '（印章位置）', align: 'right', right: 4, grey: true };
  return [
    { ...above, keepNext: true },
    { ...BODY, text: issuer, align: 'right', right: nameRight, keepNext: true },
    { ...BODY, text: date, align: 'right', right: dateRight },
  ];
}

function kept(line: Line): Line {
  return line.type === 'break' ? line : { ...line, keepNext: true };
}
