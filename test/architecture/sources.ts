import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve('libs');

export const LIBS: readonly string[] = readdirSync(ROOT).sort();

/** The sources of a lib without its tests. */
export function sourcesOf(lib: string): { file: string; text: string }[] {
  return readdirSync(path.join(ROOT, lib, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, lib, 'src', file), 'utf8') }));
}

/** Names of the events a lib declares. */
export function eventsDefinedIn(lib: string): string[] {
  return sourcesOf(lib).flatMap(({ text }) =>
    [...text.matchAll(/= defineEvent(?:<[\s\S]*?>)?\(\s*'([^']+)'/g)].map((match) => match[1]!),
  );
}

/** A lib's README; empty if there is none. */
export function readmeOf(lib: string): string {
  const file = path.join(ROOT, lib, 'README.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
