import { fairnessOf, replayAll } from '@app/mediation';
import { SystemClock } from '@app/kernel';
import { Database, dataSourceOptions } from '@app/platform';
import { DataSource } from 'typeorm';
import { UsageError, type CommandIo } from '../command.js';

/**
 * `heyi assignments replay`: makes the ranking of every stored assignment again and names those that differ. Reads only.
 * @returns exit code: 0, or 1 if one differs
 */
export async function replayAssignments(databaseUrl: string, { output }: CommandIo): Promise<number> {
  return withDatabase(databaseUrl, async (database) => {
    const { replayed, different } = await replayAll(database);
    for (const id of different) output.write(`assignment=${id}\n`);
    output.write(
      `推荐 ${replayed} 次，不一致 ${different.length} 次 / ${replayed} rankings, ${different.length} differ\n`,
    );
    return different.length === 0 ? 0 : 1;
  });
}

/** `heyi assignments fairness`: how evenly mediators were burdened at the end of each month. @throws UsageError */
export async function printFairness(
  databaseUrl: string,
  year: string | undefined,
  { output }: CommandIo,
): Promise<number> {
  if (year === undefined || !/^20\d\d$/.test(year)) throw new UsageError('请给出 --year，例如 --year 2026');
  return withDatabase(databaseUrl, async (database) => {
    for (const { month, mediators, load, fairness } of await fairnessOf(
      database,
      Number(year),
      new SystemClock().today(),
    ))
      output.write(
        `${month}  调解员 mediators=${mediators}  加权在办 load=${load / 10}  均衡度 gini=${fairness / 1000}\n`,
      );
    return 0;
  });
}

async function withDatabase(url: string, work: (database: Database) => Promise<number>): Promise<number> {
  const options = dataSourceOptions({ url, poolSize: 1, applicationName: 'heyi-assignments' });
  const dataSource = await new DataSource(options).initialize();
  try {
    return await work(new Database(dataSource));
  } finally {
    await dataSource.destroy();
  }
}
