import { cpus } from 'node:os';
import type { Bench } from './harness/context.js';
import { Databases, query } from './harness/databases.js';
import { MEASURES, readOptions, type BenchOptions, type Measure } from './harness/options.js';
import { Report } from './harness/report.js';
import { measureDocuments } from './measures/documents.js';
import { measureCaseFile } from './measures/case-file.js';
import { measureFootprint, measurePeriods } from './measures/footprint.js';
import { measureQueue, measureSearch } from './measures/lists.js';
import { measureRanking } from './measures/ranking.js';
import { measureRebuild } from './measures/rebuild.js';
import { measureRegister } from './measures/register.js';
import { measureReminders } from './measures/reminders.js';
import { measureTransition } from './measures/transition.js';

const RUN: Record<Measure, (bench: Bench) => Promise<void> | void> = {
  footprint: measureFootprint,
  periods: measurePeriods,
  ranking: measureRanking,
  register: measureRegister,
  transition: measureTransition,
  queue: measureQueue,
  search: measureSearch,
  reminders: measureReminders,
  documents: measureDocuments,
  'case-file': measureCaseFile,
  rebuild: measureRebuild,
};

const options = await readOptions(process.argv.slice(2));
const bench: Bench = { options, databases: new Databases(options), report: new Report() };
const about = await machine(options);
process.stdout.write(`${JSON.stringify(about)}\n\n`);
try {
  for (const measure of MEASURES) if (options.only.has(measure)) await RUN[measure](bench);
} finally {
  await bench.databases.drop();
}
process.stdout.write(`\n${bench.report.table()}\n\nwritten to ${bench.report.save(about)}\n`);
process.exit(bench.report.allMet ? 0 : 1);

/** What the figures depend on; a server that does not write through is not worth measuring. */
async function machine({ serverUrl, redisUrl, size, rounds, seconds }: BenchOptions): Promise<Record<string, unknown>> {
  const settings = await query<{ name: string; setting: string }>(
    serverUrl,
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'server_version', 'shared_buffers')`,
  );
  const postgres = Object.fromEntries(settings.map((s) => [s.name, s.setting]));
  if (postgres['fsync'] !== 'on' || postgres['synchronous_commit'] === 'off')
    process.stderr.write('warning: fsync or synchronous_commit is off; the figures say nothing\n');
  const queues = redisUrl ? 'redis' : 'postgres';
  return {
    date: new Date().toISOString(),
    cores: cpus().length,
    node: process.version,
    postgres,
    queues,
    size,
    rounds,
    seconds,
  };
}
