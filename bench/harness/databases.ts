import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { BenchOptions } from './options.js';
import { psql } from './pgbench.js';

const root = path.resolve(import.meta.dirname, '..', '..');
/** A module of the built apps. */
const built = async (file: string): Promise<unknown> => import(pathToFileURL(path.join(root, 'dist', file)).href);

export const DEMO_PASSWORD = 'Heyi-demo-2026';

/** Databases made for a run, dropped after it. */
export class Databases {
  private readonly made: string[] = [];

  constructor(private readonly options: BenchOptions) {}

  url(name: string): string {
    const url = new URL(this.options.serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Migrated, with the demo district and `size` invented disputes. */
  async filled(size: number): Promise<string> {
    return this.make(`heyi_bench_${size}`, async (url) => {
      const { migrateDatabase } = (await built('apps/cli/src/migrate.js')) as {
        migrateDatabase(url: string): Promise<void>;
      };
      const { seedDemo } = (await built('apps/cli/src/commands/seed.js')) as {
        seedDemo(url: string, options: { password: string }): Promise<unknown>;
      };
      await migrateDatabase(url);
      await seedDemo(url, { password: DEMO_PASSWORD });
      await psql(url, path.join(root, 'bench', 'fill-disputes.sql'), { n: size });
    });
  }

  /** The lean shape of bench/limit, of the same size. */
  async lean(size: number): Promise<string> {
    return this.make(`heyi_bench_lean_${size}`, async (url) => {
      await psql(url, path.join(root, 'bench', 'limit', 'schema.sql'));
      await psql(url, path.join(root, 'bench', 'limit', 'fill.sql'), { n: size });
    });
  }

  /** A copy of a filled database, to be written to. */
  async copy(size: number, purpose: string): Promise<string> {
    await this.filled(size);
    const name = `heyi_bench_${size}_${purpose}`;
    await this.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    this.made.push(name);
    await this.run(`CREATE DATABASE ${name} TEMPLATE heyi_bench_${size}`);
    return this.url(name);
  }

  async drop(): Promise<void> {
    if (this.options.keep) return;
    for (const name of this.made.splice(0)) await this.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }

  private async make(name: string, fill: (url: string) => Promise<void>): Promise<string> {
    const url = this.url(name);
    if (this.made.includes(name)) return url;
    const there = await this.run('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    this.made.push(name);
    if (there.length > 0 && this.options.keep) return url;
    process.stderr.write(`filling ${name} …\n`);
    await this.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.run(`CREATE DATABASE ${name}`);
    await fill(url);
    return url;
  }

  private async run(text: string, values: unknown[] = []): Promise<unknown[]> {
    return query(this.options.serverUrl, text, values);
  }
}

/** One statement on a connection of its own. */
export async function query<R extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}
