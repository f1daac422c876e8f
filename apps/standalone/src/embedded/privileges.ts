import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { useOwnServer } from './problem.js';

/**
 * What to put before the server's command. `setpriv` makes the kernel end the server if this process dies without doing
 * so. As root, whom PostgreSQL refuses, the server runs in a user namespace in which the same user has another id: no
 * account is made, no file changes its owner, and a data directory below /root stays in reach.
 * @throws EmbeddedPostgresProblem if this is root and the system allows no user namespaces
 */
export function serverPrefix(): string[] {
  if (process.platform !== 'linux') return [];
  const dieWithUs = ['setpriv', '--pdeathsig', 'INT'];
  // Without setpriv the server of a killed process runs on; the next start ends it.
  const prefix = works(dieWithUs) ? dieWithUs : [];
  if (process.getuid?.() !== 0) return prefix;
  const id = String(knownUserId());
  const namespace = ['unshare', '--user', `--map-user=${id}`, `--map-group=${id}`, '--'];
  if (!works(namespace)) {
    throw useOwnServer(
      '内置数据库不能以 root 运行，而本系统（常见于容器）不允许用户命名空间：请改用普通用户运行 npm start；',
      'The embedded PostgreSQL does not run as root, and this system allows no user namespaces (as in many containers): ' +
        'run npm start as an ordinary user.',
    );
  }
  return [...namespace, ...prefix];
}

function works([command, ...args]: string[]): boolean {
  return spawnSync(command!, [...args, 'true']).status === 0;
}

/** initdb looks its user id up, so it must be one that the system knows. */
function knownUserId(): number {
  const ids = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => Number(line.split(':')[2]));
  return ids.find((id) => id > 0) ?? 1;
}
