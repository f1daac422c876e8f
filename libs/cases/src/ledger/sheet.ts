import { parse } from 'csv-parse/sync';
import type exceljs from 'exceljs';

export type Cells = string[];

/** A line of a sheet, by its number in the file. */
export interface SheetLine {
  line: number;
  cells: Cells;
}

/**
 * The lines of a file that people filled in: .xlsx (the first sheet), or .csv in UTF-8 or GB 18030; undefined if it is
 * neither.
 */
export async function readSheet(bytes: Buffer): Promise<SheetLine[] | undefined> {
  try {
    return bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : readCsv(bytes);
  } catch {
    return undefined;
  }
}

async function readXlsx(bytes: Buffer): Promise<SheetLine[]> {
  // Thirty megabytes that few processes ever need.
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  await book.xlsx.load(bytes as unknown as exceljs.Buffer);
  const rows: SheetLine[] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    const values = row.values as exceljs.CellValue[];
    rows.push({ line, cells: Array.from({ length: values.length }, (_, i) => cellText(values[i + 1])) });
  });
  return rows;
}

function readCsv(bytes: Buffer): SheetLine[] {
  const rows = parse(decode(bytes), { bom: true, relax_column_count: true, info: true }) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  return rows.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }));
}

/** Office spreadsheets save .csv in GB 18030. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A cell as text; a date cell is the day it shows (exceljs gives it as UTC). */
function cellText(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    if ('richText' in value)
      return value.richText
        .map((part) => part.text)
        .join('')
        .trim();
    if ('result' in value) return cellText(value.result);
    if ('text' in value) return value.text.trim();
    return '';
  }
  return String(value).trim();
}
