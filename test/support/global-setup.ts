import { execFileSync, spawn, type StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/**
 * Our own sources run in processes of their own: jest runs this file outside its module system, where neither
 * `moduleNameMapper` (`@app/…`) nor an import that ends in `.js` leads to a TypeScript file; tsx knows both. A process
 * also notices the end of a killed test run, and stops its server.
 */
const script = (name: string, argument: string): string[] => [
  '--import',
  'tsx',
  path.join(process.cwd(), 'test', 'support', name),
  argument,
];

/**
 * Migrates one template database that every test file clones: on the server of DATABASE_URL, or on an embedded one.
 */
export default async function setup(): Promise<void> {
  if (process.env['HEYI_REQUIRE_REDIS'] && !process.env['REDIS_URL']) throw new Error('REDIS_URL is required here');
  const { url: admin, stop } = await server();
  // The time in the name tells later runs which leftovers of crashed ones to drop.
  const template = `heyi_template_${Date.now()}_${randomBytes(4).toString('hex')}`;
  globalThis.stopTestServer = async () => {
    try {
      await query(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`));
    } finally {
      await stop();
    }
  };
  try {
    await query(admin, dropLeftovers);
    await query(admin, (client) => client.query(`CREATE DATABASE ${template}`));
    const url = new URL(admin);
    url.pathname = `/${template}`;
    const stdio: StdioOptions = ['ignore', 'inherit', 'inherit'];
    execFileSync(process.execPath, script('migrate-template.ts', url.href), { stdio });
  } catch (error) {
    await globalThis.stopTestServer(); // after a failed setup there is no teardown
    throw error;
  }
  process.env['HEYI_TEST_ADMIN_URL'] = admin;
  process.env['HEYI_TEST_TEMPLATE'] = template;
}

interface Server {
  url: string;
  stop(): Promise<unknown>;
}

async function server(): Promise<Server> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const dir = mkdtempSync(path.join(tmpdir(), 'heyi-test-pg-'));
  const child = spawn(process.execPath, script('embedded-server.ts', dir), { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const [url] = await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), gone.then(() => [])]);
  if (typeof url !== 'string') throw new Error('the embedded server for the tests does not start');
  return {
    url: url.trim(),
    stop: () => {
      child.stdin.end();
      return gone;
    },
  };
}

async function query(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Databases of runs that did not come to their teardown. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database d WHERE datname ~ '^heyi_(template|test)_[0-9]{13}_[0-9a-f]+$'
       AND to_timestamp(split_part(datname, '_', 3)::bigint / 1000.0) < now() - interval '1 hour'
       AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)`,
  );
  for (const { datname } of rows) {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)}`).catch((error: unknown) => {
      if ((error as { code?: string }).code !== '55006') throw error; // somebody uses it after all
    });
  }
}
