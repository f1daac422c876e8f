import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

const HERE = path.join(process.cwd(), 'test', 'support');
const script = (name: string): string[] => ['--import', 'tsx', path.join(HERE, name)];

/**
 * Migrates one template database that every test file clones: on the server of DATABASE_URL, or on an embedded one.
 */
export default async function setup(): Promise<void> {
  if (process.env['HEYI_REQUIRE_REDIS'] && !process.env['REDIS_URL']) throw new Error('REDIS_URL is required here');
  let admin = process.env['DATABASE_URL'];
  let stopServer = (): Promise<void> => Promise.resolve();
  if (!admin) {
    const server = await startEmbedded();
    admin = server.url;
    stopServer = server.stop;
  }
  // The time in the name tells later runs which leftovers of crashed ones to drop.
  const template = `heyi_template_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await query(admin, dropLeftovers);
  await query(admin, async (client) => {
    await client.query(`CREATE DATABASE ${template}`);
  });
  const url = new URL(admin);
  url.pathname = `/${template}`;
  execFileSync(process.execPath, [...script('migrate-template.ts'), url.href], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.env['HEYI_TEST_ADMIN_URL'] = admin;
  process.env['HEYI_TEST_TEMPLATE'] = template;
  globalThis.stopTestServer = async () => {
    await query(admin, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    });
    await stopServer();
  };
}

async function startEmbedded(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'heyi-test-pg-'));
  const child = spawn(process.execPath, [...script('embedded-server.ts'), dir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const url = await firstLine(child);
  return {
    url,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.stdin!.end();
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`the embedded server ended with ${code}`)));
    child.stdout!.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
}

async function query(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database d WHERE datname ~ '^heyi_(template|test)_[0-9]+_'
       AND to_timestamp(split_part(datname, '_', 3)::bigint / 1000.0) < now() - interval '1 hour'
       AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)`,
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname}`);
}
