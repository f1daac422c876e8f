import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  ACROSS,
  CHARACTER,
  CHARACTER_SPACING,
  LETTER,
  LINE,
  lineWidth,
  PAGE,
  POINTS_OF_MM,
  SIZE,
  TYPE_AREA,
} from './gb9704.js';
import type { Line, SetPaper, TextLine } from './page.js';
import { printable } from '../domain/printable.js';
import { standsTogether, type TableLines } from './tables.js';

/** Ascent and descent of Noto Serif SC in parts of its size: pdfmake's line height is a multiple of it. */
const FONT_HEIGHT = 1.437;
const RED = '#ff0000';
/** A paragraph longer than this may be parted from the signature: it could not stand on one page with it. */
const LONGEST_KEPT = 400;

const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const normal = path.join(fonts, '400Regular', 'NotoSerifSC_400Regular.ttf');
const bold = path.join(fonts, '700Bold', 'NotoSerifSC_700Bold.ttf');
pdfmake.addFonts({ Song: { normal, bold } });
// Papers name no address and no file; whatever in them looks like one is not fetched.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file: string) => file === normal || file === bold);

/** The paper as a PDF without an office suite: one typeface for all, otherwise the same layout. */
export async function toPdf(paper: SetPaper): Promise<Buffer> {
  return pdfmake.createPdf(definition(paper)).getBuffer();
}

const mm = (length: number): number => length * POINTS_OF_MM;

function definition(paper: SetPaper): TDocumentDefinitions {
  const { top, bottom, left, right } = paper.across ? ACROSS : PAGE;
  /** The pages on which copies begin, as they are laid out. */
  const starts = new Map<string, number>();
  const pageOfCopy = (page: number): number =>
    page - Math.max(1, ...[...starts.values()].filter((at) => at <= page)) + 1;
  return {
    pageSize: 'A4',
    pageOrientation: paper.across ? 'landscape' : 'portrait',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: { title: printable(paper.title) },
    defaultStyle: { font: 'Song', fontSize: SIZE.body },
    // A heading goes with what it heads.
    pageBreakBefore: (node, nodes) => {
      if (node.id) starts.set(node.id, node.startPosition.pageNumber);
      return node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0;
    },
    footer: (page) => (paper.mark !== null && pageOfCopy(page) === 1 ? '' : pageNumber(pageOfCopy(page))),
    content: paper.copies.flatMap((lines, at) => copy(lines, at, paper.mark)),
  };
}

/** What the head of a letter takes of the type area. */
const LETTER_HEAD = 17;

/** A copy begins a page; under the red head of a letter, lower down. */
function copy(lines: readonly Line[], at: number, mark: string | null): Content[] {
  const begin: Content = {
    id: `copy-${at}`,
    text: ' ',
    fontSize: 1,
    lineHeight: 0.1,
    margin: [0, 0, 0, mark === null ? 0 : mm(LETTER_HEAD)],
    ...(at > 0 ? { pageBreak: 'before' } : {}),
  };
  return [begin, ...(mark === null ? [] : letterHead(mark)), ...stacked(lines)];
}

/** What is kept with the next stands in one stack with it, so that a signature does not stand alone on a page. */
function stacked(lines: readonly Line[]): Content[] {
  const contents: Content[] = [];
  let held: Content[] = [];
  for (const line of lines) {
    held.push(contentOf(line));
    if (line.type === 'text' && line.keepNext && line.text.length <= LONGEST_KEPT) continue;
    contents.push(held.length === 1 ? held[0]! : { stack: held, unbreakable: true });
    held = [];
  }
  return [...contents, ...held];
}

function contentOf(line: Line): Content {
  if (line.type === 'text') return text(line);
  return line.type === 'table' ? table(line) : { text: '', pageBreak: 'after' };
}

function text(line: TextLine): Content {
  return {
    text: line.text === '' ? '\u3000' : printable(line.text),
    alignment: line.align === 'both' ? 'justify' : line.align,
    fontSize: line.size,
    bold: line.font === 'title' || line.font === 'first',
    lineHeight: line.line / (line.size * FONT_HEIGHT),
    characterSpacing: line.size === SIZE.body ? CHARACTER_SPACING : 0,
    ...(line.heading ? { headlineLevel: 1 } : {}),
    leadingIndent: (line.first ?? 0) * CHARACTER,
    margin: [0, 0, (line.right ?? 0) * CHARACTER, 0],
    ...(line.grey ? { color: '#808080' } : {}),
  };
}

function table({ head, rows, widths, wide }: TableLines): Content {
  const height = wide ? 'list' : 'small';
  const columns = Math.max(1, head?.length ?? 0, ...rows.map((row) => row.length));
  const shares = widths ?? Array.from({ length: columns }, () => 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const cells = (row: readonly string[], strong: boolean) =>
    shares.map((_, at) => ({
      text: printable(row[at] ?? ''),
      preserveLeadingSpaces: true,
      fontSize: SIZE[height],
      bold: strong,
      lineHeight: LINE[height] / (SIZE[height] * FONT_HEIGHT),
    }));
  const body = [...(head ? [cells(head, true)] : []), ...rows.map((row) => cells(row, false))];
  if (body.length === 0) return '';
  // Lines and paddings take their part of the width.
  const usable = mm(lineWidth(wide ? ACROSS : PAGE)) - shares.length * 9;
  return {
    table: {
      headerRows: head ? 1 : 0,
      dontBreakRows: rows.every(standsTogether),
      widths: shares.map((share) => (usable * share) / total),
      body,
    },
  };
}

function pageNumber(page: number): Content {
  const odd = page % 2 === 1;
  return {
    text: `— ${page} —`,
    fontSize: SIZE.small,
    alignment: odd ? 'right' : 'left',
    margin: [mm(PAGE.left) + (odd ? 0 : CHARACTER), mm(7), mm(PAGE.right) + (odd ? CHARACTER : 0), 0],
  };
}

/** 信函格式: red name, red double lines above and below, on the first page. */
function letterHead(mark: string): Content[] {
  const size = Math.min(36, Math.floor((TYPE_AREA.width * POINTS_OF_MM) / Math.max(1, mark.length)));
  const [x, width] = [mm((PAGE.width - LETTER.line) / 2), mm(LETTER.line)];
  const line = (y: number, lineWidth: number) =>
    ({ type: 'line', x1: x, x2: x + width, y1: y, y2: y, lineWidth, lineColor: RED }) as const;
  const [upper, lower] = [mm(LETTER.markTop) + size * FONT_HEIGHT + mm(2), mm(PAGE.height - LETTER.lowerLine)];
  return [
    {
      canvas: [line(upper, 2), line(upper + 3, 0.75), line(lower, 0.75), line(lower + 3, 2)],
      absolutePosition: { x: 0, y: 0 },
    },
    {
      text: printable(mark),
      fontSize: size,
      bold: true,
      color: RED,
      alignment: 'center',
      absolutePosition: { x: mm(PAGE.left), y: mm(LETTER.markTop) },
    },
  ];
}
