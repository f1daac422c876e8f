import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PATIENCE_MS = 120_000;

/**
 * An office file as PDF, made by LibreOffice with a profile of its own (one profile runs one job at a time). Undefined
 * where there is no LibreOffice, or it makes nothing of the file within two minutes.
 */
export async function officePdf(command: string, file: string): Promise<Buffer | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'heyi-office-'));
  try {
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    const done = await run(command, [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ]);
    if (!done) return undefined;
    return await readFile(path.join(folder, `${path.parse(file).name}.pdf`)).catch(() => undefined);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** True if it ended well in time; its whole process group ends with it. */
function run(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, PATIENCE_MS);
    child.once('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
