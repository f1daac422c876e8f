// A process of its own that runs the embedded database in the directory given until its input ends.
import { startPostgres } from '../../apps/standalone/src/embedded-postgres.js';

try {
  const server = await startPostgres({ dir: process.argv[2]! });
  console.log(server.url);
  process.stdin.resume().once('end', () => void server.stop().then(() => process.exit(0)));
} catch (error) {
  console.log((error as Error).message);
  process.exit(1);
}
