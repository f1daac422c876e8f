import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as twips,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IBorderOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  ACROSS,
  CHARACTER,
  CHARACTER_SPACING,
  FONTS,
  LETTER,
  LINE,
  lineWidth,
  PAGE,
  PAGE_NUMBER_FROM_EDGE,
  POINTS_OF_MM,
  SIZE,
  TWIPS_OF_POINT,
  TYPE_AREA,
  type Font,
} from './gb9704.js';
import type { Line, SetPaper, TextLine } from './page.js';
import { printable } from '../domain/printable.js';
import { standsTogether, type TableLines } from './tables.js';

const RED = 'FF0000';
const GREY = '808080';

/** The paper as an editable .docx: fonts by the names office computers know them by, nothing embedded. */
export async function toDocx(paper: SetPaper): Promise<Buffer> {
  const document = new Document({
    title: printable(paper.title),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: runOptions('body', SIZE.body) } } },
    sections: paper.copies.map((lines) => ({ ...section(paper), children: lines.map(block) })),
  });
  return settled(await Packer.toBuffer(document));
}

const DAY_ZERO = '2000-01-01T00:00:00Z';

/**
 * What the library leaves open: no gaps between digits and 汉字 (it writes autoSpaceDN alone), and no time of making, so
 * that equal papers give equal files.
 */
function settled(docx: Buffer): Buffer {
  const entries = Object.entries(unzipSync(docx)).map(([name, bytes]): [string, Uint8Array] => {
    if (name === 'word/document.xml')
      return [name, changed(bytes, /<w:autoSpaceDN /g, '<w:autoSpaceDE w:val="false"/><w:autoSpaceDN ')];
    return name === 'docProps/core.xml' ? [name, changed(bytes, /\d{4}-\d\d-\d\dT[\d:.]+Z/g, DAY_ZERO)] : [name, bytes];
  });
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: DAY_ZERO }));
}

function changed(bytes: Uint8Array, what: RegExp, by: string): Uint8Array {
  return strToU8(strFromU8(bytes).replace(what, by));
}

function section({ mark, across }: SetPaper): Omit<ISectionOptions, 'children'> {
  const { top, bottom, left, right } = across ? ACROSS : PAGE;
  const footers = { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) };
  return {
    properties: {
      titlePage: mark !== null,
      page: {
        pageNumbers: { start: 1 },
        // With its orientation the library turns the page itself.
        size: {
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          ...(across ? { orientation: PageOrientation.LANDSCAPE } : {}),
        },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(mark === null ? 15 : LETTER.markTop),
          footer: twips(PAGE_NUMBER_FROM_EDGE - PAGE.bottom + bottom),
        },
      },
    },
    ...(mark === null
      ? { footers }
      : { headers: { first: letterHead(mark) }, footers: { ...footers, first: letterFoot() } }),
  };
}

function block(line: Line): Paragraph | Table {
  if (line.type === 'text') return paragraph(line);
  return line.type === 'table' ? table(line) : new Paragraph({ children: [new PageBreak()] });
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

function paragraph(line: TextLine): Paragraph {
  return new Paragraph({
    alignment: ALIGN[line.align],
    spacing: exactly(line.line),
    indent: { firstLine: characters(line.first), right: characters(line.right) },
    keepNext: line.keepNext ?? line.heading ?? false,
    autoSpaceEastAsianText: false,
    children: [run(line.text, line.font, line.size, line.grey ? { color: GREY } : {})],
  });
}

function table({ head, rows, widths, keepNext, wide }: TableLines): Table {
  const width = twips(lineWidth(wide ? ACROSS : PAGE));
  const columns = Math.max(1, head?.length ?? 0, ...rows.map((row) => row.length));
  const shares = widths ?? Array.from({ length: columns }, () => 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.floor((width * share) / total));
  const cells = (row: readonly string[], font: Font) =>
    columnWidths.map((each, at) =>
      cell(row[at] ?? '', font, each, { keepNext: keepNext ?? false, height: wide ? 'list' : 'small' }),
    );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, 'first') })] : []),
      ...rows.map((row) => new TableRow({ cantSplit: standsTogether(row), children: cells(row, 'body') })),
    ],
  });
}

interface CellManner {
  readonly keepNext: boolean;
  readonly height: 'small' | 'list';
}

function cell(text: string, font: Font, width: number, { keepNext, height }: CellManner): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 100, right: 100, top: 60, bottom: 60 },
    children: text.split(/\r?\n/).map(
      (line) =>
        new Paragraph({
          spacing: exactly(LINE[height]),
          keepNext,
          autoSpaceEastAsianText: false,
          children: [run(line, font, SIZE[height])],
        }),
    ),
  });
}

function run(text: string, font: Font, size: number, more: Partial<IRunOptions> = {}): TextRun {
  return new TextRun({ ...runOptions(font, size), ...more, text: printable(text) });
}

/** A size of the type in half-points, the spacing of characters in twips. */
function runOptions(font: Font, size: number) {
  return {
    font: FONTS[font],
    size: size * 2,
    ...(size === SIZE.body ? { characterSpacing: CHARACTER_SPACING * TWIPS_OF_POINT } : {}),
  };
}

function exactly(points: number) {
  return { line: Math.round(points * TWIPS_OF_POINT), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
}

function characters(count = 0): number {
  return Math.round(count * CHARACTER * TWIPS_OF_POINT);
}

/** “— 1 —” in 4号宋体: on odd pages one character from the right, on even ones from the left. */
function pageNumber(side: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const indent = side === AlignmentType.RIGHT ? { right: characters(1) } : { left: characters(1) };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent,
        children: [new TextRun({ ...runOptions('song', SIZE.small), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

const BEYOND = -twips((LETTER.line - TYPE_AREA.width) / 2);
const LINES_WIDER = { left: BEYOND, right: BEYOND };

/** 信函格式: the organ's name in red over a thick and a thin line; the first page carries no number. */
function letterHead(mark: string): Header {
  const size = Math.min(36, Math.floor((TYPE_AREA.width * POINTS_OF_MM) / Math.max(1, mark.length)));
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: LINES_WIDER,
        border: { bottom: redLine(BorderStyle.THICK_THIN_MEDIUM_GAP) },
        children: [run(mark, 'title', size, { color: RED })],
      }),
    ],
  });
}

function letterFoot(): Footer {
  const border = { top: redLine(BorderStyle.THIN_THICK_MEDIUM_GAP) };
  return new Footer({ children: [new Paragraph({ indent: LINES_WIDER, border, children: [] })] });
}

function redLine(style: IBorderOptions['style']): IBorderOptions {
  return { style, color: RED, size: 24, space: 4 };
}
