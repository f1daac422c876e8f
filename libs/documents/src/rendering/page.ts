import { inChinese } from '@app/kernel';
import type { Block, Layout } from '../domain/document-kind.js';
import type { PaperContent } from '../domain/paper-content.js';
import { CHARACTERS, LINE, SIZE, widthOf, type Font } from './gb9704.js';
import { formRows, signatureCell, widthsFor, type TableLines } from './tables.js';

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

export type Line = TextLine | TableLines | { readonly type: 'break' };

/** A paper as it is set, before it is a file of any format. */
export interface SetPaper {
  readonly title: string;
  /** 信函格式: the red name at its head. */
  readonly mark: string | null;
  /** A list: its pages lie across. */
  readonly across: boolean;
  /** One for each addressee who has a text of his own; each begins at page 1. */
  readonly copies: readonly (readonly Line[])[];
}

/** Sets a paper by its layout (GB/T 9704-2012). */
export function setPaper(content: PaperContent): SetPaper {
  const copies = content.copies ?? [content];
  return {
    title: content.title,
    mark: content.layout === 'LETTER' ? content.issuer : null,
    across: content.layout === 'LIST',
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
  return joined(closing.length === 0 ? main : [...keptWithClosing(main), ...closing]);
}

/** The last paragraph of the text, and the annex after it, stand on a page with the signature. */
function keptWithClosing(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex((line) => line.type !== 'text' || !(line.text === '' || ANNEX.test(line.text)));
  return lines.map((line, at) => (at < last || line.type === 'break' ? line : { ...line, keepNext: true }));
}

const BODY = { type: 'text', font: 'body', size: SIZE.body, line: LINE.body } as const;
const TITLE = { type: 'text', font: 'title', size: SIZE.title, line: LINE.title, align: 'center' } as const;
const BLANK: TextLine = { ...BODY, text: '', align: 'left' };

/** One that leads up to others (“现决定：”) goes with the first of them. */
function paragraph(text: string): TextLine {
  return { ...BODY, text, align: 'both', first: 2, ...(text.endsWith('：') ? { keepNext: true } : {}) };
}

/** Characters of 2号 on a line. */
const TITLE_ROOM = 20;
/** Where the name of an organ within another's may be parted. */
const ORGAN_ENDS = /(?<=(?:局|委员会|办事处|政府|中心|街道|镇|院|会))(?=.{4})/gu;

/** A name too long for one line, parted by sense: where one organ's name ends, as near to the middle as may be. */
export function titleLines(name: string): string[] {
  if (widthOf(name) <= TITLE_ROOM) return [name];
  const middle = name.length / 2;
  const ends = [...name.matchAll(ORGAN_ENDS)].map((match) => match.index);
  const [at = Math.ceil(middle)] = ends.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return [name.slice(0, at), name.slice(at)];
}

/** 附件说明, after a blank line. */
const ANNEX = /^附件：./u;

function headOf({ layout, issuer, title, number, addressees }: PaperContent): Line[] {
  const numbered: Line[] = number === null ? [] : [{ ...BODY, text: number, align: 'right' }];
  const to: Line[] = addressees.length === 0 ? [] : [{ ...BODY, text: `${addressees.join('、')}：`, align: 'left' }];
  const name: Line = { ...TITLE, text: title };
  const organ: Line[] = issuer === '' ? [] : titleLines(issuer).map((text) => ({ ...TITLE, text }));
  switch (layout) {
    case 'LETTER':
      return [...numbered, BLANK, name, BLANK, ...to];
    case 'NOTICE':
      return [...organ, name, BLANK, ...numbered, ...to];
    case 'DECISION':
      return [...organ, name, BLANK, ...numbered];
    case 'LIST':
      return [{ ...BODY, text: '附件', font: 'first', align: 'left' }, name, ...numbered, BLANK];
    case 'RECORD':
    case 'FORM':
      return [name, ...numbered, BLANK];
  }
}

const HEADING: Record<1 | 2 | 3, Font> = { 1: 'first', 2: 'second', 3: 'body' };

function setBlock(block: Block, { layout }: PaperContent): Line[] {
  switch (block.type) {
    case 'heading':
      return [{ ...paragraph(block.text), font: HEADING[block.level], heading: true }];
    case 'paragraph':
      return block.text.split(/\r?\n/).flatMap((text) => setParagraph(text, block.flush ?? false, layout));
    case 'list':
      return block.items.map((item, at) => paragraph(`${at + 1}. ${item}`));
    case 'table':
      return [tableLines(block.columns, block.rows, layout === 'LIST')];
    case 'fields':
      return layout === 'FORM'
        ? [formRows(block.rows)]
        : block.rows.map(([label, value]) => ({ ...BODY, text: `${label}：${value}`, align: 'both' }));
    case 'signatures':
      return layout === 'FORM'
        ? [formRows(block.slots.map((slot) => [slot, signatureCell(block.undated ?? false)]))]
        : block.slots.flatMap((slot) => signatureLines(slot, block.undated ?? false));
    case 'page-break':
      return [{ type: 'break' }];
  }
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[], wide: boolean): TableLines {
  return { type: 'table', head, rows, widths: widthsFor([head, ...rows], wide), ...(wide ? { wide } : {}) };
}

function setParagraph(text: string, flush: boolean, layout: Layout): Line[] {
  if (flush) return [{ ...BODY, text, align: 'left' }];
  if (layout === 'FORM' || layout === 'LIST') return [{ ...paragraph(text), size: SIZE.small, line: LINE.small }];
  return ANNEX.test(text) && layout !== 'RECORD' ? [BLANK, paragraph(text)] : [paragraph(text)];
}

/** Where somebody signs: on the line of who it is, or on the next if that leaves too little of it. */
function signatureLines(slot: string, undated: boolean): Line[] {
  const day = undated ? '' : '\u3000\u3000年\u3000月\u3000日';
  const room = CHARACTERS - widthOf(`${slot}：${day}`);
  const space = '＿'.repeat(Math.max(0, Math.min(6, room))) + day;
  const line = (text: string, align: 'left' | 'right'): Line => ({ ...BODY, text, align });
  return room < 4
    ? [BLANK, line(`${slot}：`, 'left'), line('＿'.repeat(6) + day, 'right')]
    : [BLANK, line(`${slot}：${space}`, 'left')];
}

function reliefOf({ relief }: PaperContent): Line[] {
  return relief === null ? [] : [paragraph(relief)];
}

/**
 * 署名、成文日期: under a seal the date is four characters from the right and the name centred over it; without, the name is
 * two from the right and the date begins two to the right of it. Where the seal goes is said, never drawn.
 */
function closingOf({ layout, issuer, issuedOn, seal }: PaperContent): Line[] {
  if (layout === 'RECORD' || layout === 'FORM' || layout === 'LIST' || issuer === '') return [];
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

/** Tables that follow each other: rows of one form if they are of one shape, otherwise apart, for Word would join them. */
function joined(lines: readonly Line[]): Line[] {
  return lines.reduce<Line[]>((done, line) => {
    const before = done.at(-1);
    if (line.type !== 'table' || before?.type !== 'table') return [...done, line];
    if (line.head !== null || before.head !== null) return [...done, BLANK, line];
    return [...done.slice(0, -1), { ...before, rows: [...before.rows, ...line.rows] }];
  }, []);
}
