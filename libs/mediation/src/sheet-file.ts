import type { Worksheet } from 'exceljs';

export type Cell = string | number | null;

/** A column of a sheet: its heading, how wide, and of what kind. */
export interface SheetColumn {
  readonly heading: string;
  readonly width: number;
  /** Amounts are shown with two decimals. */
  readonly money?: boolean;
}

export interface SheetContent {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Lines above the heading. */
  readonly above?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Lines below, such as totals. */
  readonly below?: readonly (readonly Cell[])[];
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

/** A workbook with one sheet. Texts are written as texts: none of them is a formula, whatever it begins with. */
export async function writeXlsx({ name, columns, above = [], rows, below = [] }: SheetContent): Promise<Buffer> {
  // Thirty megabytes that few processes ever need.
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  const sheet: Worksheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: above.length + 1 }] });
  sheet.columns = columns.map(({ width, money }) => ({ width, ...(money ? { style: { numFmt: '#,##0.00' } } : {}) }));
  for (const line of above) sheet.addRow([line]);
  sheet.addRow(columns.map(({ heading }) => heading)).font = { bold: true };
  for (const row of [...rows, ...below]) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The same as .csv in UTF-8 with its mark, so that office spreadsheets read it rightly. */
export function writeCsv({ columns, rows }: SheetContent): Buffer {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(csvCell).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** What a spreadsheet would take for a formula when it opens a .csv, also in full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text as {@link writeCsv} got it: the apostrophe before what would be a formula is not its own. */
export function plainText(cell: string): string {
  return cell.startsWith(`'`) && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
