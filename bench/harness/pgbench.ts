import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rateOf, type Rate } from './numbers.js';

export interface PgbenchRun {
  databaseUrl: string;
  script: string;
  clients: number;
  seconds: number;
  variables?: Record<string, number>;
  /** The database role to work as. */
  role?: string;
}

/** Runs a script with pgbench, statements prepared. @throws Error with pgbench's own words if a transaction failed */
export async function pgbench(run: PgbenchRun): Promise<Rate> {
  const dir = mkdtempSync(path.join(tmpdir(), 'heyi-pgbench-'));
  try {
    const variables = Object.entries(run.variables ?? {}).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const args = ['-n', '-M', 'prepared', '-c', String(run.clients), '-j', '2', '-T', String(run.seconds), '-l'];
    const output = await command(
      'pgbench',
      [...args, ...['--log-prefix', path.join(dir, 'log'), ...variables, '-f', run.script, run.databaseUrl]],
      run.role === undefined ? {} : { PGOPTIONS: `-c role=${run.role}` },
    );
    const failed = Number(/failed transactions: (\d+)/.exec(output)?.[1] ?? 0);
    if (failed > 0 || /aborted/.test(output)) throw new Error(`pgbench ${path.basename(run.script)}:\n${output}`);
    const times = readdirSync(dir).flatMap((file) => latencies(path.join(dir, file)));
    // Without the time it took to connect, which pgbench knows better than we.
    return { ...rateOf(times, run.seconds), perSecond: Number(/tps = ([\d.]+)/.exec(output)?.[1]) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A line is: client, number, microseconds, … */
function latencies(file: string): number[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(line.split(' ')[2]) / 1000);
}

/** Runs a script with psql. @throws Error with psql's own words */
export async function psql(databaseUrl: string, file: string, variables: Record<string, number> = {}): Promise<void> {
  const set = Object.entries(variables).flatMap(([name, value]) => ['-v', `${name}=${value}`]);
  await command('psql', ['-q', '-X', '-v', 'ON_ERROR_STOP=1', ...set, '-f', file, databaseUrl]);
}

function command(name: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${name} ended with ${code}:\n${output.slice(0, 4000)}`)),
    );
  });
}
