import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { startOfProcess } from './process-start.js';

/** Another process has the data directory. */
export class DataDirInUse extends Error {
  constructor(
    /** 0 if it is not known. */
    readonly pid: number,
    readonly address: string,
  ) {
    super(`data directory in use by process ${pid} at ${address}`);
  }
}

/** Who has the directory; kept in `running.json` for the one who comes second. */
interface Holder {
  pid: number;
  /** When that process started: the same number used again is another process. */
  startedAt: string;
  address: string;
}

const PATIENCE_MS = 1000;
const SETTLE_MS = 300;

/**
 * Takes the data directory for this process, until `release` or its end, whatever that is: the kernel's lock on
 * `running.json` goes with the process, and what a killed one wrote there counts for nothing. Where the system has no
 * flock command, the process written down decides alone.
 * @throws DataDirInUse
 */
export function lockDataDir(dir: string, address: string): { release(): void } {
  const file = path.join(dir, 'running.json');
  const own: Holder = { pid: process.pid, startedAt: startOfProcess(process.pid) ?? '', address };
  const handle = open(file);
  try {
    for (const until = Date.now() + PATIENCE_MS; ; pause(20)) {
      const lock = flock(handle);
      const holder = read(file);
      // The kernel knows who is first; the one just before may not have written his name yet.
      if (holder && isRunning(holder)) throw inUse(holder);
      if (lock === 'taken') return keep(handle, file, own);
      if (lock === 'unknown') return claim(handle, file, own);
      if (Date.now() > until) throw inUse(holder);
    }
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

function inUse(holder: Holder | undefined): DataDirInUse {
  return new DataDirInUse(holder?.pid ?? 0, holder?.address ?? '');
}

/** Not emptied: it may be another's. */
function open(file: string): number {
  try {
    return openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    const dir = path.dirname(file);
    throw new Error(
      `当前用户不能写入数据目录 ${dir}：请以其所有者运行，或者设置 DATA_DIR。\n` +
        `This user cannot write to the data directory ${dir}: run as its owner, or set DATA_DIR.`,
      { cause: error },
    );
  }
}

/** We have the kernel's lock: the file must stay the one that is locked, so it is written in place and never removed. */
function keep(handle: number, file: string, own: Holder): { release(): void } {
  ftruncateSync(handle);
  writeSync(handle, JSON.stringify(own), 0);
  let held = true;
  return {
    release: () => {
      if (!held) return;
      held = false;
      ftruncateSync(handle);
      closeSync(handle);
    },
  };
}

/** Without the kernel's lock: everyone who sees the directory free signs, and the last to sign has it. */
function claim(handle: number, file: string, own: Holder): { release(): void } {
  const signed = `${file}.${own.pid}`;
  writeFileSync(signed, JSON.stringify(own), { mode: 0o600 });
  renameSync(signed, file);
  pause(SETTLE_MS);
  const holder = read(file);
  if (holder?.pid !== own.pid) throw inUse(holder);
  closeSync(handle);
  return {
    release: () => {
      if (read(file)?.pid === own.pid) truncateSync(file);
    },
  };
}

/** Locks an open file of ours by the command flock, to whom it is lent: the lock stays with the open file. */
function flock(handle: number): 'taken' | 'refused' | 'unknown' {
  const { status } = spawnSync('flock', ['-n', '-x', '3'], {
    stdio: ['ignore', 'ignore', 'ignore', handle],
  });
  if (status === 0) return 'taken';
  return status === 1 ? 'refused' : 'unknown';
}

function isRunning(holder: Holder): boolean {
  return holder.pid !== process.pid && startOfProcess(holder.pid) === holder.startedAt;
}

function read(file: string): Holder | undefined {
  try {
    const { pid, startedAt, address } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    if (!Number.isInteger(pid) || typeof startedAt !== 'string') return undefined;
    return { pid: pid!, startedAt, address: String(address) };
  } catch {
    return undefined; // released, not written yet, or cut short by a crash
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
