import { UsageError } from './command.js';

/** The database a command works on. @throws UsageError if DATABASE_URL does not name one; its value is not repeated. */
export function databaseUrl(env: NodeJS.ProcessEnv): string {
  const url = env['DATABASE_URL'] ?? '';
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new UsageError('DATABASE_URL：应为 postgres:// 地址 / must be a postgres:// URL');
}
