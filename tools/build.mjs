// Builds dist/ if it is not of the current sources: every door (start, heyi, openapi, bench) opens on the current code.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'dist', '.built-from');

function* sources(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) yield* sources(file);
    else if (/\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.spec.ts')) yield file;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  const files = ['tsconfig.json', 'nest-cli.json', 'package-lock.json'].map((f) => path.join(root, f));
  for (const dir of ['apps', 'libs']) files.push(...sources(path.join(root, dir)));
  for (const file of files) hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Leaves dist/ built from the sources as they are; exits the process with the compiler's status if they do not compile. */
export function ensureBuilt() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('building …\n');
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const result = spawnSync(process.execPath, [nest, 'build', 'standalone'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) process.exit(result.status ?? 1);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The path of a built file, e.g. `built('apps/cli/src/main.js')`. */
export const built = (file) => path.join(root, 'dist', file);

if (process.argv[1] === import.meta.filename) ensureBuilt();
