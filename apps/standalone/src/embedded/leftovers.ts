import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOfProcess } from '../process-start.js';

/**
 * Ends what a killed process left running on the files in `data`; the caller holds the data directory's lock. Also
 * removes the server's note of its process number where PostgreSQL would mistake something else for a running server:
 * a process that has the number now, or the dead server itself. Both are usual in containers, where every start has the
 * same few numbers and nobody collects orphans.
 * @throws Error if something cannot be ended
 */
export async function endLeftovers(data: string): Promise<void> {
  const directory = realpathSync(data);
  const note = path.join(directory, 'postmaster.pid');
  // A fast shutdown, then one without a last checkpoint, then none.
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    const running = serversOn(directory, note);
    if (running.length === 0) break;
    const main = notedPid(note);
    for (const pid of main !== undefined && running.includes(main) ? [main] : running) end(pid, signal);
    const until = Date.now() + patience;
    while (Date.now() < until && serversOn(directory, note).length > 0) await sleep(20);
  }
  const left = serversOn(directory, note);
  if (left.length > 0) throw new Error(`processes ${left.join(', ')} still use ${directory}`);
  if (process.platform === 'linux' && isNoServer(notedPid(note))) rmSync(note, { force: true });
}

/** The processes of PostgreSQL that work in `directory`; where the system does not tell, the main one. */
function serversOn(directory: string, note: string): number[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && worksIn(name) === directory && nameOf(name) === 'postgres')
      .map(Number);
  }
  const pid = notedPid(note);
  if (pid === undefined) return [];
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return stdout?.includes('postgres') && stdout.includes(directory) ? [pid] : [];
}

/** The process that the server wrote down as its own. */
function notedPid(note: string): number | undefined {
  try {
    const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** It is over (PostgreSQL does not see that while nobody has asked for its exit code), or visibly not our server. */
function isNoServer(pid: number | undefined): boolean {
  return pid !== undefined && (startOfProcess(pid) === undefined || worksIn(String(pid)) !== undefined);
}

function worksIn(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // ended, or somebody else's
  }
}

function nameOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended meanwhile.
  }
}
