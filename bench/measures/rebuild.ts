import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { BASELINE } from '../../apps/cli/src/migrations/1764000001700-rebuild.js';
import type { Bench } from '../harness/context.js';
import { query } from '../harness/databases.js';
import { perSecond } from '../harness/report.js';

const HEYI = path.resolve(import.meta.dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');
/** Disputes, three fifths of which have a case. */
const DISPUTES = 17_000;
/** Acts of a case after it was opened. */
const ACTS = 12;
/** What the process may keep, whatever it goes through. */
const HEAP_MB = 64;

/** Proving 10,000 cases against their trail, by `heyi audit rebuild` in a heap that could not hold them. */
export async function measureRebuild({ databases, report }: Bench): Promise<void> {
  const databaseUrl = await databases.copy(DISPUTES, 'rebuild');
  const trailMb = await fillTrail(databaseUrl);
  const { cases, found, seconds, peakMb } = await prove(databaseUrl);
  report.add({
    what: `rebuild: ${cases.toLocaleString('en')} cases with ${trailMb} MB of trail`,
    ours: `${perSecond(cases / seconds)}, ${found} differences`,
    target: '≥ 500/s, 0 differences',
    met: cases >= 10_000 && cases / seconds >= 500 && found === 0,
  });
  report.add({ what: `rebuild: memory at most, with a heap of ${HEAP_MB} MB`, ours: `${peakMb.toFixed(0)} MB` });
}

/** Trail for cases that were filled into the tables: what they are, and acts that leave them so. Answers its size in MB. */
async function fillTrail(databaseUrl: string): Promise<number> {
  for (const statement of BASELINE) await query(databaseUrl, statement);
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    const taken: { last: string | null }[] = await query(databaseUrl, 'SELECT cases.take_baseline($1, 500) AS last', [
      after,
    ]);
    after = taken[0]!.last;
  }
  for (let act = 0; act < ACTS; act++) await query(databaseUrl, FURTHER_ACT);
  await query(databaseUrl, 'VACUUM ANALYZE audit.entry');
  const [size] = await query<{ mb: number }>(
    databaseUrl,
    'SELECT (sum(pg_column_size(detail)) / 1048576)::int AS mb FROM audit.entry',
  );
  return size!.mb;
}

const FURTHER_ACT = `SELECT audit.append(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'chain', 0, 'actorId', f.handler_id,
    'action', f.procedure || '.act', 'subjectType', 'case', 'subjectId', f.id, 'scopeId', f.dispute_id,
    'detail', jsonb_build_object('code', 'RC-10', 'number', f.number, 'from', f.state, 'to', f.state, 'sentence', '听取意见',
      'changes', jsonb_build_array(jsonb_build_object('is', 'case/1', 'state', f.state, 'open', f.open,
        'version', f.version, 'openedOn', f.opened_on, 'closedOn', f.closed_on))))))
  FROM cases.case_file f`;

interface Proof {
  cases: number;
  found: number;
  seconds: number;
  peakMb: number;
}

async function prove(databaseUrl: string): Promise<Proof> {
  const started = performance.now();
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, HEYI, 'audit', 'rebuild'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, residentMb(child.pid!))), 100);
  try {
    const out = await text(child.stdout);
    const [, cases = '0', found = 'NaN'] = /(\d+) cases, (\d+) differences/.exec(out) ?? [];
    return { cases: Number(cases), found: Number(found), seconds: (performance.now() - started) / 1000, peakMb };
  } finally {
    clearInterval(watch);
  }
}

function residentMb(pid: number): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()) / 1024;
}
