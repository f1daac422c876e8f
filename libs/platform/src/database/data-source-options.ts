import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming.js';
import { surviveCut } from './survive-cut.js';

// A legal day stays the string it is: pg would make it a local midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
// Counts fit a number; nothing of ours comes near 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DatabaseOptions {
  url: string;
  poolSize: number;
  /** Shown in pg_stat_activity. */
  applicationName: string;
}

/** The database role of the apps; the migration makes it and gives it its rights. */
export const APP_ROLE = 'heyi_app';

/**
 * A process that was cut off, or hangs, must not hold its locks for as long as TCP believes in it: the server ends a
 * transaction nobody goes on with, and looks whether a silent client is still there.
 */
const LET_GO = '-c idle_in_transaction_session_timeout=60s -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10';

/** The one place where the connection is configured; apps and the command add entities or migrations. */
export function dataSourceOptions(options: DatabaseOptions) {
  return {
    type: 'postgres' as const,
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    namingStrategy: new SnakeNaming(),
    migrationsTableName: 'schema_migration',
    uuidExtension: 'pgcrypto' as const,
    installExtensions: false,
    // The apps work as a role that cannot change the audit trail, whoever they log in as.
    extra: {
      connectionTimeoutMillis: 10_000,
      options: `-c role=${APP_ROLE} ${LET_GO}`,
      onConnect: surviveCut,
    },
  } satisfies DataSourceOptions;
}
