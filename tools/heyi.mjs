// The operator's command: npm run -s heyi -- <command>
import { pathToFileURL } from 'node:url';
import { built, ensureBuilt } from './build.mjs';

ensureBuilt();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(built('apps/cli/src/main.js')).href);
