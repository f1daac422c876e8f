import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Bench } from '../harness/context.js';

/** Ranking mediators inside the process; see bench/ranking.ts. */
export function measureRanking({ report }: Bench): void {
  const script = path.resolve(import.meta.dirname, '..', 'ranking.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  const [, median = '?', p99 = '?'] = /([\d.]+) ms median, ([\d.]+) ms p99/.exec(run.stdout) ?? [];
  const [, different = '?'] = /(\d+) of/.exec(run.stdout) ?? [];
  const [, even = '?', random = '?'] = /([\d.]+) Gini by ranking, ([\d.]+) at random/.exec(run.stdout) ?? [];
  report.add({
    what: 'ranking 500 mediators, median and p99; of 1,000 replayed differ',
    ours: `${median} ms, ${p99} ms; ${different}`,
    target: '≤ 50 ms; 0',
    met: run.status === 0,
  });
  report.add({ what: 'fairness of the demo year (Gini), by ranking and at random', ours: `${even}, ${random}` });
}
