import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { entities } from '../../apps/cli/src/entities.js';
import { migrationDrift } from '../../apps/cli/src/migration-drift.js';
import { migrateDatabase } from '../../apps/cli/src/migrate.js';
import * as migrations from '../../apps/cli/src/migrations/index.js';
import { cloneDatabase } from '../support/database.js';
import { heyiOn } from './heyi.js';

const timeOf = (name: string): string => /(\d{13})$/.exec(name)?.[1] ?? name;
/** In the order in which they run. */
const inTime = Object.keys(migrations).sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));

let url: string;
let drop: () => Promise<void>;
let client: pg.Client;

beforeAll(async () => {
  ({ url, drop } = await cloneDatabase());
  // An empty database: what the template holds goes.
  client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
  );
  for (const { name } of rows) await client.query(`DROP SCHEMA ${client.escapeIdentifier(name)} CASCADE`);
  await client.query('CREATE SCHEMA public');
});

afterAll(async () => {
  await client.end();
  await drop();
});

async function catalogue(): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `SELECT n.nspname || '.' || c.relname || ' ' || c.relkind::text AS what
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`,
  );
  return rows.map((row) => row.what);
}

describe('heyi migrate', () => {
  it('makes everything in an empty database, the calendar too (0)', async () => {
    const { code, out } = await heyiOn(url, 'migrate');
    expect([code, out]).toEqual([0, expect.stringContaining('up to date')]);
    const { rows } = await client.query('SELECT name FROM schema_migration ORDER BY id');
    expect(rows.map((row: { name: string }) => row.name)).toEqual(inTime);
    const years = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM deadlines.calendar_year');
    expect(years.rows[0]!.n).toBe(2026 - 2004 + 1);
  });

  it('changes nothing when repeated, also twice at once (0)', async () => {
    const before = await catalogue();
    expect((await heyiOn(url, 'migrate')).code).toBe(0);
    await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
    expect(await catalogue()).toEqual(before);
  });

  it('is called wrongly without a database (2)', async () => {
    expect((await heyiOn(undefined, 'migrate')).code).toBe(2);
    expect((await heyiOn('mysql://root@127.0.0.1/heyi', 'migrate')).code).toBe(2);
  });

  it('does not hide that there is no server', async () => {
    await expect(heyiOn('postgres://nobody@127.0.0.1:1/heyi', 'migrate')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('migrations', () => {
  it('say what the entities say', async () => {
    expect(await migrationDrift(url)).toEqual([]);
  });

  it('have a time each, no two the same, and their files are called by it', () => {
    const files = readdirSync('apps/cli/src/migrations').filter((file) => /^\d{13}-/.test(file));
    expect(files.map((file) => file.slice(0, 13)).sort()).toEqual(inTime.map(timeOf));
    expect(new Set(inTime.map(timeOf)).size).toBe(inTime.length);
  });

  it('are compared with every entity of every lib', () => {
    const written = readdirSync('libs', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.entity.ts'))
      .flatMap((file) => [...readFileSync(path.join('libs', file), 'utf8').matchAll(/^export class (\w+)/gm)].map((m) => m[1]!)); // prettier-ignore
    expect(entities.map((entity) => entity.name).sort()).toEqual(written.sort());
  });
});
