import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A line of the result. */
export interface Finding {
  what: string;
  /** Ours: rate or figure, as shown. */
  ours: string;
  p50?: number;
  p99?: number;
  /** What it is compared with, as shown. */
  limit?: string;
  ratio?: number;
  /** What is asked for, as shown. */
  target?: string;
  /** Absent if nothing is asked for. */
  met?: boolean;
}

/** Findings in the order they come; printed at once, so that a run that is cut short has told something. */
export class Report {
  readonly findings: Finding[] = [];

  add(finding: Finding): void {
    this.findings.push(finding);
    process.stdout.write(`${line(finding)}\n`);
  }

  get allMet(): boolean {
    return this.findings.every((f) => f.met !== false);
  }

  /** Writes bench/results/<date>.json. */
  save(about: Record<string, unknown>): string {
    const dir = path.resolve(import.meta.dirname, '..', 'results');
    mkdirSync(dir, { recursive: true });
    const file = path.join(dir, `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`);
    writeFileSync(file, `${JSON.stringify({ ...about, findings: this.findings }, null, 2)}\n`);
    return path.relative(process.cwd(), file);
  }

  /** The whole as a table in Markdown. */
  table(): string {
    const rows = this.findings.map((f) => [
      f.what,
      f.ours,
      f.p50 === undefined ? '' : f.p50.toFixed(1),
      f.p99 === undefined ? '' : f.p99.toFixed(1),
      f.limit ?? '',
      f.ratio === undefined ? '' : f.ratio.toFixed(2),
      f.target ?? '',
      mark(f),
    ]);
    const head = ['work', 'ours', 'p50 ms', 'p99 ms', 'compared with', 'ratio', 'target', 'met'];
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }
}

function mark(f: Finding): string {
  return f.met === undefined ? '' : f.met ? 'yes' : 'NO';
}

function line(f: Finding): string {
  const times = f.p99 === undefined ? '' : `p50 ${f.p50?.toFixed(1) ?? '-'} p99 ${f.p99.toFixed(1)} ms`;
  const compared = f.limit === undefined ? '' : `against ${f.limit}`;
  const ratio = f.ratio === undefined ? '' : `= ${f.ratio.toFixed(2)}`;
  const target =
    f.target === undefined ? '' : `(target ${f.target}${f.met === undefined ? '' : f.met ? ', met' : ', NOT MET'})`;
  return [`${f.what}:`, f.ours, times, compared, ratio, target].filter((part) => part !== '').join(' ');
}

/** 1234.5 → "1,235/s" */
export const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;
