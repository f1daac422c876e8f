import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import pg from 'pg';

export const MEASURES = [
  'register',
  'transition',
  'queue',
  'search',
  'reminders',
  'documents',
  'case-file',
  'rebuild',
  'footprint',
  'periods',
  'ranking',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface BenchOptions {
  /** Of the server; its own database does not matter. */
  serverUrl: string;
  redisUrl: string | undefined;
  /** Disputes, e.g. 100,000. */
  size: number;
  rounds: number;
  /** Of each load. */
  seconds: number;
  only: ReadonlySet<Measure>;
  /** Leaves the databases, and uses those that are there. */
  keep: boolean;
}

const HELP = `npm run bench -- [options]
  --size 100k|1m|<n>   disputes in the database (100k); with 1m, lists are measured at 100k too
  --rounds <n>         repetitions, of which the median counts (3)
  --seconds <n>        of each load (10)
  --only a,b           of ${MEASURES.join(', ')}
  --keep               leave the databases heyi_bench_*, and use those that are there already
Needs PostgreSQL at DATABASE_URL (or 127.0.0.1:5432 without a password), as a role that may create databases; psql and
pgbench; uses Redis if REDIS_URL is set.
`;

/** Reads the command line and looks whether everything needed is there; says what is missing and exits otherwise. */
export async function readOptions(args: string[]): Promise<BenchOptions> {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '100k' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '10' },
      only: { type: 'string', default: MEASURES.join() },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const only = values.only.split(',').filter((m): m is Measure => (MEASURES as readonly string[]).includes(m));
  const options: BenchOptions = {
    serverUrl: process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
    redisUrl: process.env['REDIS_URL'] || undefined,
    size: sizeOf(values.size),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    only: new Set(only),
    keep: values.keep,
  };
  const missing = await whatIsMissing(options);
  if (missing.length > 0) {
    process.stderr.write(`bench cannot run:\n${missing.map((m) => `  ${m}\n`).join('')}\n${HELP}`);
    process.exit(1);
  }
  return options;
}

function sizeOf(text: string): number {
  const factor = { k: 1000, m: 1_000_000 }[text.at(-1)!.toLowerCase()] ?? 1;
  return Math.round(Number.parseFloat(text) * factor);
}

async function whatIsMissing(options: BenchOptions): Promise<string[]> {
  const missing: string[] = [];
  for (const tool of ['psql', 'pgbench'])
    if (spawnSync(tool, ['--version']).status !== 0)
      missing.push(`${tool} is not on the PATH (package postgresql-client or postgresql-contrib)`);
  if (!(options.size > 0 && options.rounds > 0 && options.seconds > 0))
    missing.push('--size, --rounds and --seconds must be numbers above 0');
  if (options.only.size === 0) missing.push(`--only knows ${MEASURES.join(', ')}`);
  try {
    const client = new pg.Client(options.serverUrl);
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>(
      'SELECT rolsuper AS may FROM pg_roles WHERE rolname = current_user',
    );
    await client.end();
    if (!rows[0]?.may)
      missing.push('the role of DATABASE_URL must be a superuser (filling sets session_replication_role)');
  } catch (error) {
    missing.push(`no PostgreSQL at ${hostOf(options.serverUrl)}: ${(error as Error).message}`);
  }
  return missing;
}

/** Without the password. */
function hostOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || '5432'}`;
}
