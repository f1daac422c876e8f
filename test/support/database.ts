import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A database of the caller's own, migrated and empty; `drop` it at the end. */
export async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = process.env['HEYI_TEST_ADMIN_URL'];
  const template = process.env['HEYI_TEST_TEMPLATE'];
  if (!admin || !template) throw new Error('global-setup has not run');
  const name = `heyi_test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  // Two at a time cannot copy one template.
  for (let tries = 0; ; tries++) {
    try {
      await run(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries > 100) throw error;
      await sleep(50 + Math.random() * 100);
    }
  }
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
