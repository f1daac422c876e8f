// npm start: the whole service on an embedded database. npm run dev: the same, restarted when a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, ensureBuilt } from './build.mjs';

if (process.argv.includes('--dev')) dev();
else {
  ensureBuilt();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(built('apps/standalone/src/main.js')).href);
}

function dev() {
  const root = path.resolve(import.meta.dirname, '..');
  let child = start();
  let timer;
  for (const dir of ['apps', 'libs']) {
    watch(path.join(root, dir), { recursive: true }, (_, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.spec.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        child.once('exit', () => (child = start()));
        child.kill('SIGTERM');
      }, 300);
    });
  }
  process.on('SIGINT', () => child.once('exit', () => process.exit(0)));

  function start() {
    return spawn(process.execPath, [path.join(import.meta.dirname, 'start.mjs')], { cwd: root, stdio: 'inherit' });
  }
}
