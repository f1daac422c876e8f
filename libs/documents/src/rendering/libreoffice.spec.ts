import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { convertWithLibreOffice, findSoffice } from './libreoffice.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'heyi-soffice-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A stand-in for soffice. */
function script(...lines: string[]): string {
  const file = path.join(dir, 'soffice');
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(file, 0o755);
  return file;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that was killed but not yet waited for is dead.
    return existsSync(`/proc/${pid}/stat`) ? !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')) : true;
  } catch {
    return false;
  }
}

const docx = Buffer.from('docx');

describe('LibreOffice', () => {
  it('is found on the PATH, and not elsewhere', () => {
    const file = script('exit 0');
    expect(findSoffice(`/nowhere:${dir}`)).toBe(file);
    expect(findSoffice('/nowhere:.')).toBeUndefined();
  });

  it('that hangs is killed with all its children', async () => {
    const pids = path.join(dir, 'pids');
    const file = script(`sleep 600 &`, `echo $! $$ > ${pids}`, 'wait');
    await expect(convertWithLibreOffice(file, docx, 1000)).rejects.toMatchObject({ code: 'TIMEOUT' });
    const started = readFileSync(pids, 'utf8').trim().split(' ').map(Number);
    expect(started).toHaveLength(2);
    const deadline = Date.now() + 5000;
    while (started.some(isAlive) && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
    expect(started.filter(isAlive)).toEqual([]);
  });

  it('that dies, leaves nothing, or is not there says so', async () => {
    await expect(convertWithLibreOffice(script('kill -9 $$'), docx, 5000)).rejects.toMatchObject({
      code: 'ENGINE_DIED',
    });
    await expect(convertWithLibreOffice(script('exit 3'), docx, 5000)).rejects.toMatchObject({ code: 'ENGINE_DIED' });
    await expect(convertWithLibreOffice(script('exit 0'), docx, 5000)).rejects.toMatchObject({ code: 'NO_OUTPUT' });
    await expect(convertWithLibreOffice('/nowhere/soffice', docx, 5000)).rejects.toMatchObject({ code: 'ENGINE_DIED' });
  });

  it('gets a profile of its own for each job, and leaves no file behind', async () => {
    const seen = path.join(dir, 'seen');
    const file = script(`echo "$1 $PWD" >> ${seen}`, 'cp paper-0.docx paper-0.pdf');
    const made = await Promise.all([
      convertWithLibreOffice(file, docx, 5000),
      convertWithLibreOffice(file, docx, 5000),
    ]);
    expect(made.map(String)).toEqual(['docx', 'docx']);
    const lines = readFileSync(seen, 'utf8').trim().split('\n');
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(2);
    expect(lines.map((line) => existsSync(line.split(' ')[1]!))).toEqual([false, false]);
  });

  it('is told what kind of file it is, by a stream too', async () => {
    const file = script('cp paper-0.xlsx paper-0.pdf');
    const workbook = Readable.from([Buffer.from('xl'), Buffer.from('sx')]);
    expect(String(await convertWithLibreOffice(file, workbook, 5000, 'xlsx'))).toBe('xlsx');
  });
});
