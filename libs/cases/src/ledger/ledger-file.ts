import { DomainError } from '@app/kernel';
import { parse } from 'csv-parse/sync';
import type exceljs from 'exceljs';
import { LEDGER_COLUMNS, type LedgerKey, type LedgerRow } from './domain/columns.js';

/** Rows of a ledger at most; more come as several files. */
export const LEDGER_MAX_ROWS = 5000;

type Cells = string[];

/**
 * Reads a ledger: .xlsx (the first sheet), or .csv in UTF-8 or GB 18030. The first row that names the columns is the
 * heading; rows above it and empty rows are skipped.
 * @throws DomainError cases.ledger-unreadable, cases.ledger-no-heading, cases.ledger-too-long
 */
export async function readLedger(bytes: Buffer): Promise<LedgerRow[]> {
  const sheet = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : readCsv(bytes);
  const heading = sheet.findIndex(({ cells }) => cells.includes('台账编号'));
  if (heading < 0) {
    throw new DomainError('cases.ledger-no-heading', { kind: 'invalid', detail: '没有找到表头，请使用模板的列名。' });
  }
  const columns = columnsOf(sheet[heading]!.cells);
  const rows = sheet
    .slice(heading + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => ({ line, cells: Object.fromEntries(columns.map(([key, i]) => [key, cells[i] ?? ''])) }));
  if (rows.length > LEDGER_MAX_ROWS) {
    throw new DomainError('cases.ledger-too-long', {
      kind: 'invalid',
      detail: `一次最多导入 ${LEDGER_MAX_ROWS} 行，请分次导入。`,
    });
  }
  return rows;
}

function columnsOf(heading: Cells): [LedgerKey, number][] {
  const missing = LEDGER_COLUMNS.filter((c) => c.required && !heading.includes(c.heading));
  if (missing.length > 0) {
    throw new DomainError('cases.ledger-no-heading', {
      kind: 'invalid',
      detail: `缺少列：${missing.map((c) => c.heading).join('、')}。请使用模板。`,
    });
  }
  return LEDGER_COLUMNS.flatMap((c): [LedgerKey, number][] => {
    const at = heading.indexOf(c.heading);
    return at < 0 ? [] : [[c.key, at]];
  });
}

async function readXlsx(bytes: Buffer): Promise<{ line: number; cells: Cells }[]> {
  // Thirty megabytes that few processes ever need.
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  try {
    await book.xlsx.load(bytes as unknown as exceljs.Buffer);
  } catch {
    throw unreadable();
  }
  const rows: { line: number; cells: Cells }[] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    const values = row.values as exceljs.CellValue[];
    rows.push({ line, cells: Array.from({ length: values.length }, (_, i) => cellText(values[i + 1])) });
  });
  return rows;
}

function readCsv(bytes: Buffer): { line: number; cells: Cells }[] {
  try {
    const rows = parse(decode(bytes), { bom: true, relax_column_count: true, info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }));
  } catch {
    throw unreadable();
  }
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

function unreadable(): DomainError {
  return new DomainError('cases.ledger-unreadable', {
    kind: 'invalid',
    detail: '文件无法读取，请使用 .xlsx 或 .csv 格式。',
  });
}
