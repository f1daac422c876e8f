// Writes docs/openapi.json from the built api; --check exits 1 if the committed file is stale. Needs no database.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, ensureBuilt } from './build.mjs';

ensureBuilt();
const { openApiDocument } = await import(pathToFileURL(built('apps/api/src/openapi.js')).href);
const text = `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
const file = path.resolve(import.meta.dirname, '..', 'docs', 'openapi.json');
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('docs/openapi.json is stale: npm run openapi');
  process.exit(1);
}
process.exit(0);
