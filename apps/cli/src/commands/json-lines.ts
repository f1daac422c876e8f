import { isUtf8 } from 'node:buffer';

/** A line that cannot be read as text; the others are not touched by it. */
export type LineFault = { readonly fault: 'line-too-long' | 'not-utf8' };
export type Line = string | LineFault;

const TOO_LONG: LineFault = { fault: 'line-too-long' };
const NOT_UTF8: LineFault = { fault: 'not-utf8' };
const NEWLINE = 0x0a;

/**
 * Cuts chunks of bytes into lines, holding at most one unfinished line. A line longer than `maxBytes` is dropped while
 * it is read, so that memory stays bounded whatever comes in.
 */
export class LineSplitter {
  private held: Buffer[] = [];
  private heldBytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** The lines finished by this chunk, without their newline. */
  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.hold(chunk.subarray(start, end));
      lines.push(this.take());
      start = end + 1;
    }
    if (start < chunk.length) this.hold(chunk.subarray(start));
    return lines;
  }

  /** The last line, if the input does not end with a newline. */
  end(): Line[] {
    return this.heldBytes > 0 ? [this.take()] : [];
  }

  private hold(piece: Buffer): void {
    this.heldBytes += piece.length;
    if (this.heldBytes > this.maxBytes) this.held = [];
    else this.held.push(piece);
  }

  private take(): Line {
    const tooLong = this.heldBytes > this.maxBytes;
    const bytes = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held);
    this.held = [];
    this.heldBytes = 0;
    if (tooLong) return TOO_LONG;
    return isUtf8(bytes) ? bytes.toString('utf8') : NOT_UTF8;
  }
}
