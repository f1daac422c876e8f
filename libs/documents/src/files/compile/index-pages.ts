import { PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A table on pages of A4: a title, lines below it, columns with their widths in points. */
export interface TablePages {
  title: string;
  lines: readonly string[];
  columns: readonly { heading: string; width: number }[];
  /** A row of one cell is a heading across the table. */
  rows: readonly (readonly string[])[];
}

const FONT = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
);
const PAGE = { width: 595.28, height: 841.89, margin: 40 };
const SIZE = 9;
const LEADING = 13;
const PADDING = 4;

let fontBytes: Promise<Buffer> | undefined;

/** Sets a table; the font carries all common characters, and only those used go into the file. */
export async function tablePages(table: TablePages): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  fontBytes ??= readFile(FONT);
  const font = await document.embedFont(await fontBytes, { subset: true });
  const sheet = new Sheet(document, font, table.columns);
  sheet.begin();
  sheet.centred(table.title, 18);
  for (const line of table.lines) sheet.line(line);
  sheet.row(table.columns.map((c) => c.heading));
  for (const row of table.rows) sheet.row(row);
  return document;
}

class Sheet {
  private page!: PDFPage;
  private y = 0;
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly document: PDFDocument,
    private readonly font: PDFFont,
    private readonly columns: TablePages['columns'],
  ) {}

  begin(): void {
    this.page = this.document.addPage([PAGE.width, PAGE.height]);
    this.y = PAGE.height - PAGE.margin;
  }

  centred(text: string, size: number): void {
    this.y -= size;
    const x = (PAGE.width - this.font.widthOfTextAtSize(text, size)) / 2;
    this.page.drawText(text, { x, y: this.y, font: this.font, size });
    this.y -= size;
  }

  line(text: string): void {
    for (const part of this.wrapped(text, PAGE.width - 2 * PAGE.margin)) {
      this.y -= LEADING;
      this.page.drawText(part, { x: PAGE.margin, y: this.y, font: this.font, size: SIZE });
    }
    this.y -= PADDING;
  }

  row(cells: readonly string[]): void {
    const across = cells.length === 1;
    const widths = across ? [this.columns.reduce((sum, c) => sum + c.width, 0)] : this.columns.map((c) => c.width);
    const texts = cells.map((cell, i) => this.wrapped(cell, widths[i]! - 2 * PADDING));
    const height = Math.max(...texts.map((lines) => lines.length)) * LEADING + PADDING;
    if (this.y - height < PAGE.margin) this.begin();
    let x = PAGE.margin;
    for (const [i, lines] of texts.entries()) {
      this.page.drawRectangle({ x, y: this.y - height, width: widths[i]!, height, borderWidth: 0.5, opacity: 0 });
      for (const [n, text] of lines.entries())
        this.page.drawText(text, { x: x + PADDING, y: this.y - LEADING * (n + 1), font: this.font, size: SIZE });
      x += widths[i]!;
    }
    this.y -= height;
  }

  /** Broken at any character, as Chinese may be. */
  private wrapped(text: string, width: number): string[] {
    const lines = [''];
    let used = 0;
    for (const character of text) {
      const own = this.widthOf(character);
      if (used + own > width && lines.at(-1) !== '') {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] += character;
      used += own;
    }
    return lines;
  }

  private widthOf(character: string): number {
    let width = this.widths.get(character);
    if (width === undefined) this.widths.set(character, (width = this.font.widthOfTextAtSize(character, SIZE)));
    return width;
  }
}
