import { CHECKS, IntegrityRunner } from '@app/integrity';
import { SYSTEM, SystemClock } from '@app/kernel';
import { NotificationsService } from '@app/notifications';
import { Database, dataSourceOptions } from '@app/platform';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { CommandIo } from '../command.js';

/**
 * `heyi integrity check`: walks through the checks now, together with the workers if there are any, and says how much of
 * each there is.
 * @returns exit code: 0, or 1 if something is open
 */
export async function integrityCheck(databaseUrl: string, { output }: CommandIo): Promise<number> {
  const options = dataSourceOptions({ url: databaseUrl, poolSize: 2, applicationName: 'heyi-integrity' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const clock = new SystemClock();
    const database = new Database(dataSource, clock);
    const runner = new IntegrityRunner(database, new NotificationsService(clock), clock);
    await runner.begin(SYSTEM);
    for (let result = await runner.step(); result !== 'ended' && result !== 'none'; result = await runner.step())
      if (result === 'busy') await wait(200);
    const rows = await database.read<{ code: string; open: number; accepted: number }>(COUNTS);
    for (const { code, name, severity } of CHECKS) {
      const { open, accepted } = rows.find((row) => row.code === code) ?? { open: 0, accepted: 0 };
      output.write(
        `${String(open).padStart(6)}  ${code}  ${name}（${severity}${accepted > 0 ? `，另保留${accepted}` : ''}）\n`,
      );
    }
    const open = rows.reduce((sum, row) => sum + row.open, 0);
    output.write(`核查 ${CHECKS.length} 项，待处理 ${open} 处 / ${CHECKS.length} checks, ${open} open findings\n`);
    return open === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}

const COUNTS = `
  SELECT check_code AS code, count(*) FILTER (WHERE state = 'OPEN')::int AS open,
    count(*) FILTER (WHERE state = 'ACCEPTED')::int AS accepted
  FROM integrity.finding WHERE state <> 'RESOLVED' GROUP BY check_code`;
