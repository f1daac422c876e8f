import { StreamableFile } from '@nestjs/common';
import { CSV, writeCsv, writeXlsx, XLSX, type SheetContent } from './sheet-file.js';

/** A sheet to be downloaded. */
export async function fileOf(content: SheetContent, format: 'xlsx' | 'csv', name: string): Promise<StreamableFile> {
  const bytes = format === 'csv' ? writeCsv(content) : await writeXlsx(content);
  const disposition = `attachment; filename="${name}.${format}"`;
  return new StreamableFile(bytes, { type: format === 'csv' ? CSV : XLSX, disposition });
}
