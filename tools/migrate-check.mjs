// Fails if a freshly migrated database and the entities differ. On DATABASE_URL's server, else on an embedded one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, ensureBuilt } from './build.mjs';

ensureBuilt();
const load = (file) => import(pathToFileURL(built(file)).href);
const { migrationDrift } = await load('apps/cli/src/migration-drift.js');

let drift;
if (process.env.DATABASE_URL) drift = await migrationDrift(process.env.DATABASE_URL);
else {
  const { startPostgres } = await load('apps/standalone/src/embedded-postgres.js');
  const dir = mkdtempSync(path.join(tmpdir(), 'heyi-migrate-check-'));
  const server = await startPostgres({ dir, database: 'postgres', settings: { fsync: 'off' } });
  try {
    drift = await migrationDrift(server.url);
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
for (const statement of drift) console.error(`${statement};`);
if (drift.length > 0) console.error('\nThe entities want these statements, which no migration has.');
process.exit(drift.length > 0 ? 1 : 0);
