import { loadBundledCalendar } from '@app/deadlines';
import { APP_ROLE, dataSourceOptions, migrateQueues } from '@app/platform';
import { DataSource } from 'typeorm';
import { grantToAppRole } from './grants.js';
import * as migrations from './migrations/index.js';

/** A connection for migrations; as the owner, not as the role of the apps. */
export function migrationDataSource(url: string): DataSource {
  return new DataSource({
    ...dataSourceOptions({ url, poolSize: 2, applicationName: 'heyi-migrate' }),
    // No role is set: migrations create what the apps may only use.
    extra: {},
    migrations: Object.values(migrations),
    migrationsTransactionMode: 'each',
  });
}

/**
 * Brings a database to this release: our schemas, BullMQ's, and the rights of the apps' role. Repeating it changes
 * nothing; two at a time wait for each other.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const dataSource = await migrationDataSource(url).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock(7310023)');
    try {
      await dataSource.runMigrations();
      await loadBundledCalendar(runner);
      await migrateQueues(url);
      await grantToAppRole(runner, APP_ROLE);
    } finally {
      await runner.query('SELECT pg_advisory_unlock(7310023)');
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
