import { DomainError, newId } from '@app/kernel';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** An upload that is whole and counted, in a temporary file until it is kept or dropped. */
export interface Staged {
  file: string;
  sha256: string;
  bytes: number;
}

const FOLDER = path.join(tmpdir(), 'heyi-uploads');

/**
 * Takes a stream into a temporary file; in memory there is never more than a chunk of it. Whatever goes wrong, nothing
 * is left.
 * @throws DomainError documents.file-too-large as soon as there is one byte too many; documents.file-empty
 */
export async function stage(stream: Readable, maxBytes: number): Promise<Staged> {
  await mkdir(FOLDER, { recursive: true, mode: 0o700 });
  const file = path.join(FOLDER, newId());
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(stream, meter, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    if (bytes === 0)
      throw new DomainError('documents.file-empty', { kind: 'invalid', detail: '文件是空的，请检查后重新上传。' });
    return { file, sha256: hash.digest('hex'), bytes };
  } catch (error) {
    await drop({ file });
    throw error;
  }
}

/** Removes what was staged. */
export async function drop({ file }: Pick<Staged, 'file'>): Promise<void> {
  await rm(file, { force: true });
}

export function tooLarge(maxBytes: number): DomainError {
  const most = Math.floor(maxBytes / 1024 / 1024);
  return new DomainError('documents.file-too-large', {
    kind: 'too-large',
    detail: `文件超过 ${most} MB，请拆分或者压缩后再上传。`,
    params: { maxBytes },
  });
}
