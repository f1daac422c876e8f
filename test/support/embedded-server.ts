// Run as a process of its own by global-setup: an embedded server for the tests in the directory given, until its input
// ends, which it does when the test run is over or was killed. The directory is removed.
import { rmSync } from 'node:fs';
import { startPostgres } from '../../apps/standalone/src/embedded-postgres.js';

// Ctrl-C reaches every process of the terminal; the tests come first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const dir = process.argv[2]!;
const server = await startPostgres({
  dir,
  database: 'postgres',
  settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
});
// Nobody may be left to read it.
process.stdout.on('error', () => undefined);
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once('end', () => {
  void server.stop().then(() => {
    rmSync(dir, { recursive: true, force: true });
    process.exit(0);
  });
});
