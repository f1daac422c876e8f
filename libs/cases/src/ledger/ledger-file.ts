import { DomainError } from '@app/kernel';
import { LEDGER_COLUMNS, type LedgerKey, type LedgerRow } from './domain/columns.js';
import { readSheet, type Cells } from './sheet.js';

/** Rows of a ledger at most; more come as several files. */
export const LEDGER_MAX_ROWS = 5000;

/**
 * Reads a ledger: .xlsx (the first sheet), or .csv in UTF-8 or GB 18030. The first row that names the columns is the
 * heading; rows above it and empty rows are skipped.
 * @throws DomainError cases.ledger-unreadable, cases.ledger-no-heading, cases.ledger-too-long
 */
export async function readLedger(bytes: Buffer): Promise<LedgerRow[]> {
  const sheet = await readSheet(bytes);
  if (!sheet) throw unreadable();
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

function unreadable(): DomainError {
  return new DomainError('cases.ledger-unreadable', {
    kind: 'invalid',
    detail: '文件无法读取，请使用 .xlsx 或 .csv 格式。',
  });
}
