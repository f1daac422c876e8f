import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONNECTIONS, type Bench } from './context.js';
import { median, medianRate, type Rate } from './numbers.js';
import { pgbench } from './pgbench.js';
import { perSecond } from './report.js';

const APP_ROLE = 'heyi_app';
/** Transactions one run may make for each client before it would meet the ids of the next run. */
const BASE_STEP = 20_000;
let runs = 0;

/** A pgbench script beside which ours is run. */
export interface Limit {
  name: string;
  databaseUrl: string;
  /** A file, or the script itself. */
  script: { file: string } | { text: string };
  variables?: Record<string, number>;
  ours?: boolean;
  /** The least ratio asked for. */
  target?: number;
}

export interface Comparison {
  what: string;
  ours(): Promise<Rate>;
  limits: readonly Limit[];
  p99Ms?: number;
}

/** Runs ours and its limits in turn, several rounds in one go: the machine drifts, the ratios of a round do not. */
export async function compare(bench: Bench, { what, ours, limits, p99Ms }: Comparison): Promise<Rate> {
  const rounds: { ours: Rate; limits: Rate[] }[] = [];
  for (let round = 0; round < bench.options.rounds; round++) {
    const measured: Rate[] = [];
    for (const limit of limits) measured.push(await runLimit(limit, bench.options.seconds));
    rounds.push({ ours: await ours(), limits: measured });
  }
  const rate = medianRate(rounds.map((r) => r.ours));
  limits.forEach((limit, i) => {
    const ratio = median(rounds.map((r) => r.ours.perSecond / r.limits[i]!.perSecond));
    const theirs = medianRate(rounds.map((r) => r.limits[i]!));
    bench.report.add({
      what: `${what}, beside ${limit.name}`,
      ours: perSecond(rate.perSecond),
      p50: rate.p50,
      p99: rate.p99,
      limit: `${perSecond(theirs.perSecond)}, p99 ${theirs.p99.toFixed(1)} ms`,
      ratio,
      ...(limit.target === undefined ? {} : { target: `≥ ${limit.target.toFixed(2)}`, met: ratio >= limit.target }),
    });
  });
  if (p99Ms !== undefined)
    bench.report.add({
      what: `${what}, 99 of 100 within`,
      ours: `${rate.p99.toFixed(1)} ms`,
      target: `≤ ${p99Ms} ms`,
      met: rate.p99 <= p99Ms,
    });
  return rate;
}

async function runLimit(limit: Limit, seconds: number): Promise<Rate> {
  const dir = mkdtempSync(path.join(tmpdir(), 'heyi-script-'));
  try {
    let file = path.join(dir, 'script.sql');
    if ('file' in limit.script) file = limit.script.file;
    else writeFileSync(file, limit.script.text);
    runs += 1;
    return await pgbench({
      databaseUrl: limit.databaseUrl,
      script: file,
      clients: CONNECTIONS,
      seconds,
      variables: { ...limit.variables, ...(limit.ours ? { n: 0, base: runs * BASE_STEP } : {}) },
      ...(limit.ours ? { role: APP_ROLE } : {}),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A script of bench/limit. */
export const lean = (file: string): { file: string } => ({
  file: path.resolve(import.meta.dirname, '..', 'limit', file),
});
