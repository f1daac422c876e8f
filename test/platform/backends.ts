import { newId } from '@app/kernel';
import { setTimeout as sleep } from 'node:timers/promises';

/** What may carry jobs. PostgreSQL always; Redis where there is one, which CI requires. */
export interface QueueBackend {
  name: string;
  redisUrl: string | undefined;
}

const redisUrl = process.env['REDIS_URL'];
if (process.env['HEYI_REQUIRE_REDIS'] && !redisUrl) throw new Error('REDIS_URL is required here');

export const BACKENDS: QueueBackend[] = [
  { name: 'PostgreSQL', redisUrl: undefined },
  ...(redisUrl ? [{ name: 'Redis', redisUrl }] : []),
];

export function uniquePrefix(): string {
  return `t-${newId()}`;
}

/** Waits until `holds` answers true. @throws Error after `limit` milliseconds */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limit = 20_000): Promise<void> {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await sleep(25);
  }
}
