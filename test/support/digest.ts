import type { Database } from '@app/platform';

/** Written by merely being there: when somebody was last seen, how often he asked. */
const NOISE = new Set(['identity.session', 'platform.rate_limit']);

/** What every table of ours holds: its rows counted and hashed together. Two equal digests: nothing was written. */
export async function digest(database: Database, except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await database.read<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'bullmq') ORDER BY 1`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !NOISE.has(name) && !except.includes(name));
  const rows = await database.read<{ name: string; digest: string }>(
    names
      .map(
        (name) =>
          `SELECT '${name}' AS name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS digest FROM ${name} t`,
      )
      .join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.digest]));
}
