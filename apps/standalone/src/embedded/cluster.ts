import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresProblem } from './problem.js';

/** The name of the only database user. */
export const USER = 'heyi';

/** Makes the command line of a program of the server. */
export type Command = (name: string, args: string[]) => [exe: string, args: string[]];

export interface Cluster {
  /** The server's files. */
  data: string;
  password: string;
}

/**
 * The database's files below `dir`, made on the first start. They are made beside their place and moved there when
 * complete, so what an interrupted start leaves is never taken for a database.
 * @throws EmbeddedPostgresProblem if they belong to another user, or their password is lost
 */
export function openCluster(dir: string, command: Command, options: { durable: boolean }): Cluster {
  const data = path.join(dir, 'pgdata');
  const secret = path.join(dir, 'pg-password');
  if (!existsSync(data)) {
    const unfinished = `${data}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600, flush: true });
    chmodSync(secret, 0o600); // the mode above is only for a new file
    initialise(unfinished, secret, command, options.durable);
    renameSync(unfinished, data);
    if (options.durable) flush(dir);
  }
  checkOwner(dir, data);
  if (!existsSync(secret)) {
    throw new EmbeddedPostgresProblem(
      `数据目录 ${dir} 中缺少 pg-password 文件，无法登录内置数据库：请恢复该文件，或者设置 DATA_DIR 使用新的目录。\n` +
        `The file pg-password is missing in ${dir}: restore it, or set DATA_DIR to a new directory.`,
    );
  }
  return { data, password: readFileSync(secret, 'utf8').trim() };
}

function initialise(data: string, secret: string, command: Command, durable: boolean): void {
  // The built-in locale does not depend on what the machine has.
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = ['-U', USER, '-A', 'scram-sha-256', `--pwfile=${secret}`];
  const [exe, args] = command('initdb', ['-D', data, ...login, ...locale, ...(durable ? [] : ['--no-sync'])]);
  const result = spawnSync(exe, args, { encoding: 'utf8' });
  if (result.status === 0) return;
  const why = result.error?.message ?? result.stderr.trim();
  throw new EmbeddedPostgresProblem(`内置数据库初始化失败。The embedded PostgreSQL could not be initialised.\n${why}`);
}

/** PostgreSQL only opens files of the user that it runs as. */
function checkOwner(dir: string, data: string): void {
  const owner = statSync(data).uid;
  const self = process.getuid?.();
  if (self === undefined || owner === self) return;
  throw new EmbeddedPostgresProblem(
    `数据目录 ${dir} 属于另一用户（uid ${owner}）：请以该用户运行，或者设置 DATA_DIR 使用自己的目录。\n` +
      `The data directory ${dir} belongs to another user (uid ${owner}): run as that user, or set DATA_DIR to a directory of your own.`,
  );
}

function flush(dir: string): void {
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
