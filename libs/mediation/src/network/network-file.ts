import { readSheet } from '@app/cases';
import { DomainError } from '@app/kernel';
import { plainText } from '../sheet-file.js';
import type { SheetRow } from './domain/sheet-cells.js';

/** Rows of a file at most. */
const MOST_ROWS = 2000;

type Columns = Readonly<Record<string, { heading: string; required: boolean }>>;

/**
 * The rows of a sheet (.xlsx or .csv) below the line that names the columns; empty rows are skipped.
 * @throws DomainError mediation.sheet-unreadable, mediation.sheet-no-heading, mediation.sheet-empty, mediation.sheet-too-long
 */
export async function readNetworkSheet(bytes: Buffer, columns: Columns): Promise<SheetRow[]> {
  const sheet = await readSheet(bytes);
  if (!sheet) throw fault('unreadable', '文件无法读取，请使用 .xlsx 或 .csv 格式。');
  const required = Object.values(columns).filter((c) => c.required);
  const at = sheet.findIndex(({ cells }) => required.every(({ heading }) => cells.includes(heading)));
  if (at < 0) {
    const names = required.map((c) => c.heading).join('、');
    throw fault('no-heading', `没有找到表头，请使用导出文件的列名，至少应有：${names}。`);
  }
  const heading = sheet[at]!.cells;
  const known = new Map(Object.values(columns).map((c) => [c.heading, heading.indexOf(c.heading)]));
  const rows = sheet
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries([...known].map(([name, i]) => [name, i < 0 ? '' : plainText(cells[i] ?? '')])),
    }));
  if (rows.length === 0) throw fault('empty', '文件中没有数据行。');
  if (rows.length > MOST_ROWS) throw fault('too-long', `一次最多导入 ${MOST_ROWS} 行，请分次导入。`);
  return rows;
}

function fault(what: string, detail: string): DomainError {
  return new DomainError(`mediation.sheet-${what}`, { kind: 'invalid', detail });
}
