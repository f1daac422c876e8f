import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Bench } from '../harness/context.js';
import { median } from '../harness/numbers.js';

interface Bound {
  seconds: number;
  peakMb: number;
  mb: number;
  pages: number;
}

const FEW = 50;
const MANY = 200;

/** A case file of 200 documents as one PDF; and whether memory grows with the number of documents. */
export function measureCaseFile({ options, report }: Bench): void {
  const few = Array.from({ length: options.rounds }, () => bind(FEW));
  const many = Array.from({ length: options.rounds }, () => bind(MANY));
  const seconds = median(many.map((b) => b.seconds));
  const peak = median(many.map((b) => b.peakMb));
  const { pages, mb } = many[0]!;
  report.add({
    what: `case file of ${MANY} documents, ${pages} pages, ${mb.toFixed(0)} MB`,
    ours: `${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB at most`,
    target: '≤ 60 s, ≤ 512 MB',
    met: seconds <= 60 && peak <= 512,
  });
  const ratio = peak / median(few.map((b) => b.peakMb));
  report.add({
    what: `case file: memory of ${MANY} documents beside ${FEW}`,
    ours: `${peak.toFixed(0)} MB`,
    limit: `${median(few.map((b) => b.peakMb)).toFixed(0)} MB`,
    ratio,
    target: '≤ 1.50',
    met: ratio <= 1.5,
  });
}

function bind(count: number): Bound {
  const script = path.resolve(import.meta.dirname, '..', 'bind-case-file.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', script, String(count)], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`binding ${count} documents failed:\n${run.stderr}`);
  return JSON.parse(run.stdout) as Bound;
}
