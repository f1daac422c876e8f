import { dataSourceOptions } from '@app/platform';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';
import { migrateDatabase } from './migrate.js';

/**
 * The statements that would bring a freshly migrated database to what the entities say; none if they agree. Works in a
 * database of its own on the server of `url`, and drops it.
 */
export async function migrationDrift(url: string): Promise<string[]> {
  const name = `heyi_drift_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(url);
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    try {
      const scratch = new URL(url);
      scratch.pathname = `/${name}`;
      await migrateDatabase(scratch.href);
      return await compare(scratch.href);
    } finally {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  } finally {
    await admin.end();
  }
}

async function compare(url: string): Promise<string[]> {
  const options = dataSourceOptions({ url, poolSize: 1, applicationName: 'heyi-drift' });
  const dataSource = await new DataSource({ ...options, extra: {}, entities }).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map((q) => q.query).filter((statement) => !FOREIGN_KEY.test(statement));
  } finally {
    await dataSource.destroy();
  }
}

/** Foreign keys are the migrations' alone: entities of one lib do not know those of another. */
const FOREIGN_KEY = /^ALTER TABLE "\w+"\."\w+" DROP CONSTRAINT "fk_\w+"$/;
