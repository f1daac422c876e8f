import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef, PDFStream, type PDFDocument } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Staged } from '../intake/staging.js';

/**
 * Binds documents into one PDF that is written as it grows: in memory there is one document at a time. What hangs on
 * the pages comes along; what hangs on the catalogue (scripts, attachments, outlines) does not.
 */
export class PdfBinder {
  private readonly out: WriteStream;
  private readonly hash = createHash('sha256');
  private readonly offsets: number[] = [];
  private bytes = 0;
  private lastNumber = 0;
  private readonly root = this.next();

  private constructor(private readonly file: string) {
    this.out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    // Whoever writes next, or ends, is told.
    this.out.on('error', () => undefined);
  }

  static async create(file: string): Promise<PdfBinder> {
    const binder = new PdfBinder(file);
    await once(binder.out, 'open');
    await binder.write(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
    return binder;
  }

  /** Writes a document's pages; answers the node that stands for them in the tree of pages. */
  async add(document: PDFDocument): Promise<BoundPages> {
    await document.flush();
    const { context } = document;
    const numbers = new Map<PDFRef, PDFRef>();
    const waiting: PDFRef[] = [];
    const renumber = (ref: PDFRef): PDFRef => {
      let own = numbers.get(ref);
      if (!own) {
        own = this.next();
        numbers.set(ref, own);
        waiting.push(ref);
      }
      return own;
    };
    const tree = document.catalog.get(PDFName.of('Pages')) as PDFRef;
    const pages = { node: renumber(tree), count: document.getPageCount() };
    const seen = new WeakSet<object>();
    for (let ref = waiting.shift(); ref; ref = waiting.shift()) {
      const object = context.lookup(ref) ?? PDFNull;
      replaceRefs(object, renumber, seen);
      if (ref === tree) (object as PDFDict).set(PDFName.of('Parent'), this.root);
      await this.object(numbers.get(ref)!, object);
    }
    return pages;
  }

  /** Ends the file with the pages in this order. */
  async end(order: readonly BoundPages[]): Promise<Staged> {
    const kids = order.map(({ node }) => node.toString()).join(' ');
    const count = order.reduce((sum, pages) => sum + pages.count, 0);
    const catalog = this.next();
    await this.text(this.root, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`);
    await this.text(catalog, `<< /Type /Catalog /Pages ${this.root.toString()} >>`);
    const start = this.bytes;
    const entries = Array.from({ length: this.lastNumber }, (_, i) => entry(this.offsets[i + 1]!));
    const size = this.lastNumber + 1;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
    const trailer = `trailer\n<< /Size ${size} /Root ${catalog.toString()} >>\nstartxref\n${start}\n%%EOF\n`;
    await this.write(Buffer.from(table + trailer, 'latin1'));
    this.out.end();
    await finished(this.out);
    return { file: this.file, sha256: this.hash.digest('hex'), bytes: this.bytes };
  }

  /** Lets go of the file, which is not whole. */
  abandon(): void {
    this.out.destroy();
  }

  private next(): PDFRef {
    this.lastNumber += 1;
    return PDFRef.of(this.lastNumber);
  }

  private async object(
    ref: PDFRef,
    object: { sizeInBytes(): number; copyBytesInto(b: Uint8Array, o: number): number },
  ) {
    const body = Buffer.allocUnsafe(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    await this.body(ref, body);
  }

  private async text(ref: PDFRef, text: string): Promise<void> {
    await this.body(ref, Buffer.from(text, 'latin1'));
  }

  private async body(ref: PDFRef, body: Buffer): Promise<void> {
    this.offsets[ref.objectNumber] = this.bytes;
    await this.write(Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }

  private async write(chunk: Buffer): Promise<void> {
    if (this.out.errored) throw this.out.errored;
    this.bytes += chunk.length;
    this.hash.update(chunk);
    if (!this.out.write(chunk)) await once(this.out, 'drain');
  }
}

/** Pages of one document within the whole. */
export interface BoundPages {
  node: PDFRef;
  count: number;
}

const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

/** Gives every reference in an object its new number, in place. */
function replaceRefs(object: unknown, renumber: (ref: PDFRef) => PDFRef, seen: WeakSet<object>): void {
  if (typeof object !== 'object' || object === null || seen.has(object)) return;
  seen.add(object);
  if (object instanceof PDFStream) replaceRefs(withLength(object).dict, renumber, seen);
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) {
      if (value instanceof PDFRef) object.set(key, renumber(value));
      else replaceRefs(value, renumber, seen);
    }
  else if (object instanceof PDFArray)
    for (const [i, value] of object.asArray().entries()) {
      if (value instanceof PDFRef) object.set(i, renumber(value));
      else replaceRefs(value, renumber, seen);
    }
}

/** A length that stands elsewhere would be written there for nothing. */
function withLength(stream: PDFStream): PDFStream {
  stream.dict.set(PDFName.of('Length'), PDFNumber.of(stream.getContentsSize()));
  return stream;
}
