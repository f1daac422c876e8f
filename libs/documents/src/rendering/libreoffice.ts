import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { FONT_SUBSTITUTES } from './font-substitutes.js';
import { RenderError } from './render-error.js';

/** LibreOffice of this machine; undefined if it has none on its PATH. */
export function findSoffice(searched = process.env['PATH'] ?? ''): string | undefined {
  return searched
    .split(path.delimiter)
    .filter((dir) => path.isAbsolute(dir))
    .map((dir) => path.join(dir, 'soffice'))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a PDF of an office file with LibreOffice: a process and a profile of its own for each, so that several run side by
 * side; one that takes too long is killed with all its children.
 * @param extension what kind of file it is: `docx`, `xlsx`, `wps` …
 * @throws RenderError TIMEOUT, ENGINE_DIED, NO_OUTPUT
 */
export async function convertWithLibreOffice(
  soffice: string,
  content: Buffer | Readable,
  timeoutMs: number,
  extension = 'docx',
): Promise<Buffer> {
  const [pdf] = await convertTogether(soffice, [content], timeoutMs, extension);
  return pdf!;
}

/** The same for many files in one process, which is given that time for all of them. */
export async function convertTogether(
  soffice: string,
  files: readonly (Buffer | Readable)[],
  timeoutMs: number,
  extension = 'docx',
): Promise<Buffer[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'heyi-office-'));
  const papers = files.map((_, at) => path.join(dir, `paper-${at}`));
  const sources = papers.map((paper) => `${paper}.${extension}`);
  try {
    await mkdir(path.join(dir, 'profile'));
    await writeFile(path.join(dir, 'fonts.conf'), FONT_SUBSTITUTES);
    for (const [at, file] of files.entries()) await writeFile(sources[at]!, file);
    await run(soffice, dir, sources, timeoutMs);
    return await Promise.all(papers.map((paper) => readFile(`${paper}.pdf`))).catch(() => {
      throw new RenderError('NO_OUTPUT');
    });
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(soffice: string, dir: string, sources: readonly string[], timeoutMs: number): Promise<void> {
  const args = [
    `-env:UserInstallation=${pathToFileURL(path.join(dir, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    'pdf',
    '--outdir',
    dir,
    ...sources,
  ];
  return new Promise((resolve, reject) => {
    // `detached` makes it the head of a process group, which is what is killed.
    const child = spawn(soffice, args, {
      cwd: dir,
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], HOME: dir, LANG: 'C.UTF-8', FONTCONFIG_FILE: path.join(dir, 'fonts.conf') },
    });
    const end = (): void => killGroup(child.pid);
    // It does not outlive us.
    process.once('exit', end);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, timeoutMs);
    const ended = (): void => {
      clearTimeout(timer);
      process.off('exit', end);
    };
    child.once('error', () => {
      ended();
      reject(new RenderError('ENGINE_DIED'));
    });
    child.once('exit', (code) => {
      ended();
      // Children it left behind would hold the directory.
      end();
      if (late) reject(new RenderError('TIMEOUT'));
      else if (code === 0) resolve();
      else reject(new RenderError('ENGINE_DIED'));
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended.
  }
}
