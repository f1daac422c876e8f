import { spawn } from 'node:child_process';
import { PDFDocument } from '@cantoo/pdf-lib';

/** Pages of a PDF, by what its own tree says. */
export async function countPages(pdf: Buffer): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

/**
 * The text of each page without any white space, as `pdftotext` reads it; undefined where this machine has no poppler.
 * @throws Error if it cannot read the file
 */
export function textOfPages(pdf: Buffer): Promise<string[] | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn('pdftotext', ['-enc', 'UTF-8', '-', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(undefined) : reject(error),
    );
    // A reader that is not there closes its end.
    child.stdin.on('error', () => undefined).end(pdf);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('close', (code) => {
      // Each page ends with a form feed.
      const pages = Buffer.concat(chunks).toString('utf8').split('\f').slice(0, -1);
      if (code === 0) resolve(pages.map((page) => page.replace(/\s+/gu, '')));
      else reject(new Error(`pdftotext ended with ${code}`));
    });
  });
}
