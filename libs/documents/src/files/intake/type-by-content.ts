import { DomainError } from '@app/kernel';
import { fileTypeFromFile } from 'file-type';
import { open } from 'node:fs/promises';
import { agreedType, FILE_TYPES, type FileTypeCode } from '../domain/file-types.js';
import type { Staged } from './staging.js';
import { packageType } from './zip.js';

/** What the library calls what we take. */
const KNOWN: Readonly<Record<string, FileTypeCode>> = {
  pdf: 'pdf',
  png: 'png',
  jpg: 'jpg',
  cfb: 'doc',
  mp3: 'mp3',
  wav: 'wav',
  mp4: 'mp4',
  m4v: 'mp4',
  m4a: 'mp4',
};
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * The type of an upload by its content, which its name must agree with.
 * @throws DomainError documents.file-type if it is none of ours or the name says something else; documents.zip-bomb;
 *   documents.file-damaged
 */
export async function typeByContent({ file, bytes }: Staged, name: string): Promise<FileTypeCode> {
  const detected = (await startsWithZip(file)) ? await packageType(file, bytes) : await typeByMagic(file);
  const type = detected && agreedType(detected, name);
  if (type) return type;
  const allowed = [...new Set(Object.values(FILE_TYPES).flatMap((t) => t.extensions))].join('、');
  throw new DomainError('documents.file-type', {
    kind: 'invalid',
    detail: `文件内容与扩展名不符，或者不是可接收的类型（${allowed}）。请检查后重新上传。`,
    params: { detected: detected ?? null },
  });
}

async function typeByMagic(file: string): Promise<FileTypeCode | undefined> {
  const found = await fileTypeFromFile(file);
  return found && KNOWN[found.ext];
}

/** Packages are judged by their directory alone: the library would unpack some. */
async function startsWithZip(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return bytesRead === ZIP.length && buffer.equals(ZIP);
  } finally {
    await handle.close();
  }
}
