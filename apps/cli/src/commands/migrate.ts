import type { Writable } from 'node:stream';
import { migrateDatabase } from '../migrate.js';

/**
 * `heyi migrate`: brings the database to this release.
 * @returns exit code 0
 * @throws Error whatever the server refuses; what was migrated before stays
 */
export async function migrate(databaseUrl: string, output: Writable): Promise<number> {
  await migrateDatabase(databaseUrl);
  output.write('数据库已是本版本的结构 / the database is up to date\n');
  return 0;
}
