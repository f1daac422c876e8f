import { newId } from '@app/kernel';
import { createReadStream } from 'node:fs';
import { access, constants, copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange } from '../domain/byte-range.js';
import { FileStorage } from './file-storage.js';

/** A directory that every process of the service shares: `<ab>/<cd>/<sha256>`. */
export class DirectoryStorage extends FileStorage {
  constructor(private readonly root: string) {
    super();
  }

  async check(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    await access(this.root, constants.R_OK | constants.W_OK | constants.X_OK);
  }

  async put(sha256: string, file: string): Promise<void> {
    const target = this.pathOf(sha256);
    if (await exists(target)) return;
    const folder = path.dirname(target);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = path.join(folder, `.${newId()}.part`);
    try {
      await copyFile(file, part);
      await sync(part);
      await rename(part, target);
      await sync(folder);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const handle = await open(this.pathOf(sha256), 'r');
    return createReadStream('', { fd: handle, ...range });
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    return path.join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** A file's bytes, or a directory's entries, are on disk when this returns. */
async function sync(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
