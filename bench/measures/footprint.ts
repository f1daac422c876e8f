import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Bench } from '../harness/context.js';
import { median, sleep } from '../harness/numbers.js';
import { Service } from '../harness/processes.js';

/** Start and memory of an api that has nothing to do, on an existing database. */
export async function measureFootprint({ databases, options, report }: Bench): Promise<void> {
  const databaseUrl = await databases.filled(options.size);
  const starts: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const api = await Service.start('api', databaseUrl);
    starts.push(api.readyAfterMs);
    await sleep(3000);
    idle.push(api.residentMb());
    await api.stop();
  }
  const start = median(starts) / 1000;
  report.add({ what: 'api start to ready', ours: `${start.toFixed(2)} s`, target: '≤ 3 s', met: start <= 3 });
  const memory = median(idle);
  report.add({ what: 'api memory idle', ours: `${memory.toFixed(0)} MB`, target: '≤ 160 MB', met: memory <= 160 });
}

/** The arithmetic of periods; see bench/periods.ts. */
export function measurePeriods({ report }: Bench): void {
  const script = path.resolve(import.meta.dirname, '..', 'periods.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  const figures = run.stdout.match(/[\d,]+(?= (results|of))/g) ?? [];
  report.add({
    what: 'period arithmetic, without and with steps; wrong',
    ours: `${figures[0]}/s, ${figures[1]}/s; ${figures[2] ?? '?'}`,
    target: '≥ 1,000,000/s, ≥ 200,000/s; 0',
    met: run.status === 0,
  });
}
