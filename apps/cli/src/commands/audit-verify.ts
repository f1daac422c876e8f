import { AuditVerifier, type AuditFault } from '@app/audit';
import { Database, dataSourceOptions } from '@app/platform';
import type { Writable } from 'node:stream';
import { DataSource } from 'typeorm';

const KINDS: Readonly<Record<AuditFault['kind'], string>> = {
  changed: '内容与校验值不符 / the entry was changed',
  unlinked: '与前一条不相连 / the entry does not follow the one before it',
  missing: '其前缺少记录 / entries before it are missing',
  'tail-cut': '链尾与记录不符 / the end of the chain is not what was written',
};

/**
 * `heyi audit verify`: proves the audit trail, and names the place of every fault.
 * @returns exit code: 0, or 1 if there is a fault
 */
export async function auditVerify(databaseUrl: string, output: Writable): Promise<number> {
  const options = dataSourceOptions({ url: databaseUrl, poolSize: 2, applicationName: 'heyi-audit' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const { entries, faults } = await new AuditVerifier(new Database(dataSource)).verify();
    for (const { chain, seq, entryId, kind } of faults) {
      output.write(`${kind} chain=${chain} seq=${seq} entry=${entryId ?? '-'}  ${KINDS[kind]}\n`);
    }
    output.write(`审计日志 ${entries} 条，异常 ${faults.length} 处 / ${entries} entries, ${faults.length} faults\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}
