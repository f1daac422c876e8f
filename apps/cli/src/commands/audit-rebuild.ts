import { RebuildProver } from '@app/cases';
import { isId } from '@app/kernel';
import { Database, dataSourceOptions } from '@app/platform';
import { DataSource } from 'typeorm';
import { UsageError, type CommandIo } from '../command.js';

/**
 * `heyi audit rebuild`: proves that the rows of cases are what folding the audit trail gives, and names every field that
 * is not; all cases, or one. Reads only.
 * @returns exit code: 0, or 1 if there is a difference
 * @throws UsageError if the case's id is none
 */
export async function auditRebuild(
  databaseUrl: string,
  caseId: string | undefined,
  { output, errors }: CommandIo,
): Promise<number> {
  if (caseId !== undefined && !isId(caseId)) throw new UsageError('--case 后应为案件编号（UUID）');
  const options = dataSourceOptions({ url: databaseUrl, poolSize: 1, applicationName: 'heyi-rebuild' });
  const dataSource = await new DataSource(options).initialize();
  try {
    let [cases, found] = [0, 0];
    const prover = new RebuildProver(new Database(dataSource));
    for await (const batch of prover.all(caseId === undefined ? {} : { caseId })) {
      cases += batch.cases;
      found += batch.differences.length;
      for (const { caseId: id, field } of batch.differences) output.write(`case=${id}  ${field}\n`);
    }
    if (caseId !== undefined && cases === 0) {
      errors.write('没有这个案件 / no such case\n');
      return 1;
    }
    output.write(`案件 ${cases} 件，不一致 ${found} 处 / ${cases} cases, ${found} differences\n`);
    return found === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}
