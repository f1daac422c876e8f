import { PDFDocument } from '@cantoo/pdf-lib';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { FileTypeCode } from '../domain/file-types.js';

/** A PDF is read whole to be counted, stamped and bound; a larger one is kept and listed, but not opened. */
export const LARGEST_OPENED = 64 * 1024 * 1024;

/** Pages of a PDF or an image; null of everything else, of a PDF that cannot be read, and of one too large to open. */
export async function countPages(
  { type, bytes }: { type: FileTypeCode; bytes: number },
  open: () => Promise<Readable>,
): Promise<number | null> {
  if (type === 'png' || type === 'jpg') return 1;
  if (type !== 'pdf' || bytes > LARGEST_OPENED) return null;
  const content = await buffer(await open());
  try {
    const document = await PDFDocument.load(content, { ignoreEncryption: true, updateMetadata: false });
    return document.getPageCount();
  } catch {
    return null;
  }
}
