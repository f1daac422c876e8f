import { readSheet } from '@app/cases';
import { DomainError } from '@app/kernel';
import { FAILURES, RECEIVERS } from '../domain/methods.js';
import { MOST_LETTERS, type PostalBatchView } from './postal.dto.js';

const OUTCOMES: Readonly<Record<string, string>> = { SERVED: '签收', FAILED: '退回' };
const COLUMNS = [
  { header: '序号', width: 6 },
  { header: '收件人', width: 20 },
  { header: '地址', width: 48 },
  { header: '电话', width: 16 },
  { header: '文书', width: 40 },
  { header: '邮件号', width: 20 },
  { header: '结果', width: 8 },
  { header: '日期', width: 12 },
  { header: '签收人', width: 12 },
  { header: '退回原因', width: 14 },
] as const;

/** The list for the post; what is filled into its last five columns may be uploaded as results. */
export async function writePostalList(batch: PostalBatchView): Promise<Buffer> {
  // Thirty megabytes that few processes ever need.
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  const sheet = book.addWorksheet('邮寄清单', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  sheet.addRow([`${batch.organName}  邮寄清单  ${batch.postedOn}  共 ${batch.items.length} 件`]);
  sheet.addRow(COLUMNS.map(({ header }) => header));
  for (const { line, recipient, address, phone, document, trackingNumber, outcome, endedOn } of batch.items)
    sheet.addRow([line, recipient, address, phone, document, trackingNumber, OUTCOMES[outcome], endedOn]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const CODES: Readonly<Record<string, (text: string) => [field: string, value: unknown]>> = {
  序号: (text) => ['line', /^\d+$/.test(text) ? Number(text) : text],
  邮件号: (text) => ['trackingNumber', text],
  结果: (text) => ['outcome', { 签收: 'RECEIVED', 退回: 'RETURNED' }[text] ?? text],
  日期: (text) => ['on', text],
  签收人: (text) => ['receivedBy', codeOf(RECEIVERS, text)],
  退回原因: (text) => ['reason', codeOf(FAILURES, text)],
};

/**
 * Rows of results from the filled list (.xlsx or .csv); lines without a result are left out.
 * @throws DomainError service.postal-file-unreadable, .postal-file-no-heading, .postal-file-empty, .postal-file-too-long
 */
export async function readPostalReturns(bytes: Buffer): Promise<object[]> {
  const sheet = await readSheet(bytes);
  if (!sheet) throw fault('unreadable', '文件无法读取，请使用 .xlsx 或 .csv 格式。');
  const at = sheet.findIndex(({ cells }) => cells.includes('序号') && cells.includes('结果'));
  if (at < 0) throw fault('no-heading', '没有找到表头“序号”“结果”，请使用下载的邮寄清单填写。');
  const heading = sheet[at]!.cells;
  const rows = sheet
    .slice(at + 1)
    .map(({ cells }) => cells.flatMap((text, i) => (text === '' ? [] : [CODES[heading[i] ?? '']?.(text) ?? []])))
    .map((fields) => Object.fromEntries(fields.filter((field) => field.length > 0)) as Record<string, unknown>)
    .filter((row) => row['outcome'] !== undefined);
  if (rows.length === 0) throw fault('empty', '没有填写结果的行。');
  if (rows.length > MOST_LETTERS) throw fault('too-long', '一次最多1000行。');
  return rows;
}

function codeOf(names: Readonly<Record<string, string>>, text: string): string {
  return Object.entries(names).find(([, name]) => name === text)?.[0] ?? text;
}

function fault(what: string, detail: string): DomainError {
  return new DomainError(`service.postal-file-${what}`, { kind: 'invalid', detail });
}
