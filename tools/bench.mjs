// npm run bench: measures the built service on a real server; see bench/README.md.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';

ensureBuilt();
const main = path.resolve(import.meta.dirname, '..', 'bench', 'main.ts');
const run = spawnSync(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
