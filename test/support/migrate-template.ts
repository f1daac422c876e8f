// Run as a process of its own by global-setup, which jest executes outside its module system.
import { migrateDatabase } from '../../apps/cli/src/migrate.js';

await migrateDatabase(process.argv[2]!);
