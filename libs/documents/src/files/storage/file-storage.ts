import type { Readable } from 'node:stream';
import type { ByteRange } from '../domain/byte-range.js';

/** Keeps bytes by their SHA-256: what is there never changes. */
export abstract class FileStorage {
  /** Throws if nothing can be kept; asked at start. */
  abstract check(): Promise<void>;
  /** Keeps the content of a local file whose hash is known; does nothing if it is there already. */
  abstract put(sha256: string, file: string): Promise<void>;
  /** Opens the content. @throws Error if it is not there */
  abstract open(sha256: string, range?: ByteRange): Promise<Readable>;
  /** Removes the content, if it is there. */
  abstract remove(sha256: string): Promise<void>;
}
