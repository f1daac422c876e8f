import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Another process has the data directory. */
export class DataDirInUse extends Error {
  constructor(
    readonly pid: number,
    readonly address: string,
  ) {
    super(`data directory in use by process ${pid} at ${address}`);
  }
}

interface Holder {
  pid: number;
  /** When that process started: a number that is used again is another process. */
  startedAt: string;
  address: string;
}

/**
 * Takes the data directory for this process, until `release`. A lock whose holder is dead is taken over.
 * @throws DataDirInUse
 */
export function lockDataDir(dir: string, address: string): { release(): void } {
  const file = path.join(dir, 'running.json');
  const own: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '', address };
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, JSON.stringify(own));
      closeSync(handle);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
    const holder = read(file);
    if (holder && startOf(holder.pid) === holder.startedAt) throw new DataDirInUse(holder.pid, holder.address);
    rmSync(file, { force: true });
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined; // gone meanwhile, or cut short by a crash
  }
}

/** The start of a running process, as the kernel counts it; where that cannot be read, only that it runs. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EPERM') return undefined;
  }
  if (process.platform !== 'linux') return 'running';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22, counted after the name, which may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
