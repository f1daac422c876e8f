import { DomainError } from '@app/kernel';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { FileTypeCode } from '../domain/file-types.js';

/** A document of an office has some dozen parts; a bomb has many, or few that unpack to a thousand times their size. */
const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 512 * 1024 * 1024;

/** The part that makes a package what it is. */
const MAIN_PART: Readonly<Record<string, FileTypeCode>> = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'OFD.xml': 'ofd',
};

/**
 * What kind of package a zip file is, by its central directory; nothing is unpacked. Undefined if it is none of ours.
 * @throws DomainError documents.zip-bomb if it has too many parts, would unpack to too much, or its parts overlap;
 *   documents.file-damaged if it cannot be read
 */
export async function packageType(file: string, bytes: number): Promise<FileTypeCode | undefined> {
  const zip = await opened(file);
  try {
    if (zip.entryCount > MOST_ENTRIES) throw bomb();
    let type: FileTypeCode | undefined;
    let [unpacked, packed] = [0, 0];
    for await (const entry of entries(zip)) {
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (unpacked > MOST_UNPACKED || packed > bytes) throw bomb();
      type ??= MAIN_PART[entry.fileName];
    }
    return type;
  } finally {
    zip.close();
  }
}

function opened(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(damaged()) : resolve(zip),
    );
  });
}

async function* entries(zip: ZipFile): AsyncGenerator<Entry> {
  for (let i = 0; i < zip.entryCount; i++) yield await nextEntry(zip);
}

function nextEntry(zip: ZipFile): Promise<Entry> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      zip.removeAllListeners();
      done();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('error', () => settle(() => reject(damaged())));
    zip.once('end', () => settle(() => reject(damaged())));
    zip.readEntry();
  });
}

function bomb(): DomainError {
  return new DomainError('documents.zip-bomb', {
    kind: 'invalid',
    detail: '文件解压后过大或者结构异常，不予接收。请另存为正常文档后重新上传。',
  });
}

function damaged(): DomainError {
  return new DomainError('documents.file-damaged', {
    kind: 'invalid',
    detail: '文件已损坏，无法读取。请检查后重新上传。',
  });
}
