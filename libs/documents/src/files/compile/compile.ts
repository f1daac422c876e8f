import { newId } from '@app/kernel';
import { PDFDocument } from '@cantoo/pdf-lib';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { convertWithLibreOffice } from '../../rendering/libreoffice.js';
import { RenderError } from '../../rendering/render-error.js';
import type { FileTypeCode } from '../domain/file-types.js';
import type { Staged } from '../intake/staging.js';
import { tablePages } from './index-pages.js';
import { LARGEST_OPENED } from './page-count.js';
import { PdfBinder, type BoundPages } from './pdf-binder.js';
import { imagePage, stampPages } from './stamp.js';

/** An item of the volume, as its index names it. */
export interface VolumeItem {
  volume: string;
  /** 责任者 */
  responsible: string;
  /** 文号 */
  documentNo: string;
  /** 题名 */
  title: string;
  date: string;
  /** 备注 */
  remark: string;
  name: string;
  type: FileTypeCode;
  bytes: number;
  sha256: string;
  /** Absent if nobody may open it now. */
  open: (() => Promise<Readable>) | undefined;
}

export interface CaseFileTitle {
  title: string;
  lines: readonly string[];
}

/** An item with its place: the first and last page, none if it is not rendered. */
type Bound = VolumeItem & { pages: BoundPages | undefined; first: number };

const OFFICE: ReadonlySet<FileTypeCode> = new Set<FileTypeCode>(['docx', 'xlsx', 'doc', 'xls']);
/** For one item; workbooks can be large. */
const PATIENCE_MS = 120_000;
const NOT_RENDERED = '电子附件，未装订';

/**
 * Binds a case file: index (卷内目录), the items with running page numbers, and the list of their SHA-256. Images
 * become pages, office files are converted; what cannot be is listed as an attachment. There is one item in memory at a
 * time, of at most 64 MB.
 * @param progress called after each item; it may throw to stop
 * @returns a temporary file, the caller's to drop, and the number of all pages
 */
export async function compileCaseFile(
  head: CaseFileTitle,
  items: readonly VolumeItem[],
  libreOffice: string,
  progress: (done: number) => Promise<void>,
): Promise<Staged & { pages: number }> {
  const file = path.join(tmpdir(), `heyi-case-file-${newId()}.pdf`);
  const binder = await PdfBinder.create(file);
  try {
    const bound: Bound[] = [];
    let next = 1;
    for (const item of items) {
      const document = await rendered(item, libreOffice);
      const pages = document && (await stamped(binder, document, next));
      bound.push({ ...item, pages, first: next });
      next += pages?.count ?? 0;
      await progress(bound.length);
    }
    const index = await binder.add(await indexOf(head, bound));
    const hashes = await binder.add(await hashesOf(bound));
    const order = [index, ...bound.flatMap(({ pages }) => (pages ? [pages] : [])), hashes];
    const staged = await binder.end(order);
    return { ...staged, pages: order.reduce((sum, pages) => sum + pages.count, 0) };
  } catch (error) {
    binder.abandon();
    await rm(file, { force: true });
    throw error;
  }
}

/** A document that can be parsed but not drawn on is listed like one that cannot be parsed. */
async function stamped(binder: PdfBinder, document: PDFDocument, first: number): Promise<BoundPages | undefined> {
  try {
    await stampPages(document, first);
  } catch {
    return undefined;
  }
  return binder.add(document);
}

/** The item as pages; undefined if it cannot be. An item nobody can read must not keep the rest from being bound. */
async function rendered(item: VolumeItem, libreOffice: string): Promise<PDFDocument | undefined> {
  const { type, open } = item;
  if (!open || item.bytes > LARGEST_OPENED) return undefined;
  if (OFFICE.has(type)) {
    const content = await open();
    const pdf = await convertWithLibreOffice(libreOffice, content, PATIENCE_MS, type).catch(unrendered);
    return pdf && readable(() => PDFDocument.load(pdf, { updateMetadata: false }));
  }
  if (type === 'pdf') {
    const content = await buffer(await open());
    return readable(() => PDFDocument.load(content, { updateMetadata: false }));
  }
  if (type === 'png' || type === 'jpg') {
    const content = await buffer(await open());
    return readable(() => imagePage(content, type));
  }
  return undefined;
}

/** Where there is no LibreOffice, or it makes nothing of the item in time, the item is listed. */
function unrendered(error: unknown): undefined {
  if (!(error instanceof RenderError)) throw error;
}

async function readable(load: () => Promise<PDFDocument>): Promise<PDFDocument | undefined> {
  try {
    const document = await load();
    return document.getPageCount() > 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

function indexOf(head: CaseFileTitle, items: readonly Bound[]): Promise<PDFDocument> {
  return tablePages({
    ...head,
    columns: [
      { heading: '序号', width: 32 },
      { heading: '责任者', width: 88 },
      { heading: '文号', width: 92 },
      { heading: '题名', width: 148 },
      { heading: '日期', width: 58 },
      { heading: '页号', width: 40 },
      { heading: '备注', width: 57 },
    ],
    rows: byVolume(items, (item, no) => [
      no,
      item.responsible,
      item.documentNo,
      item.title,
      item.date,
      pageRange(item),
      [item.remark, item.pages ? '' : NOT_RENDERED].filter((text) => text !== '').join('；'),
    ]),
  });
}

function hashesOf(items: readonly Bound[]): Promise<PDFDocument> {
  return tablePages({
    title: '电子文件校验清单',
    lines: ['各文件原件的 SHA-256 校验值。与原件重新计算的结果一致，即内容未经改动。'],
    columns: [
      { heading: '序号', width: 32 },
      { heading: '文件名', width: 133 },
      { heading: 'SHA-256', width: 350 },
    ],
    rows: byVolume(items, (item, no) => [no, item.name, item.sha256]),
  });
}

/** Rows under a heading for each volume; numbered through. */
function byVolume(items: readonly Bound[], row: (item: Bound, no: string) => string[]): string[][] {
  return items.flatMap((item, i) => {
    const own = row(item, String(i + 1));
    return item.volume === items[i - 1]?.volume ? [own] : [[item.volume], own];
  });
}

function pageRange({ pages, first }: Bound): string {
  if (!pages) return '—';
  return pages.count === 1 ? String(first) : `${first}-${first + pages.count - 1}`;
}
