// Run as a process of its own by global-setup: an embedded server for the tests, until stdin closes.
import { startPostgres } from '../../apps/standalone/src/embedded-postgres.js';

const server = await startPostgres({
  dir: process.argv[2]!,
  database: 'postgres',
  settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
});
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once('end', () => void server.stop().then(() => process.exit(0)));
