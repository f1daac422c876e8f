import { CasesModule, LedgerService, type LedgerImportView } from '@app/cases';
import { fileOptions, FileStorageModule } from '@app/documents';
import { actorOf } from '@app/identity';
import { Clock, DomainError } from '@app/kernel';
import { MediationModule } from '@app/mediation';
import { OwnershipModule } from '@app/ownership';
import { createLogger, Database, parseConfig, PlatformModule, platformOptions, ServiceConfig } from '@app/platform';
import { ReconsiderationModule } from '@app/reconsideration';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readFile } from 'node:fs/promises';
import type { CommandIo } from '../command.js';

@Module({})
class ImportModule {
  static forRoot(config: ServiceConfig): DynamicModule {
    const logger = createLogger('import', 'error');
    return {
      module: ImportModule,
      imports: [
        PlatformModule.forRoot(platformOptions(config, 'import', logger)),
        FileStorageModule.forRoot(fileOptions(config)),
        CasesModule,
        ReconsiderationModule,
        MediationModule,
        OwnershipModule,
      ],
    };
  }
}

export interface ImportOptions {
  file: string;
  /** Login of the person in whose name the disputes are registered. */
  as: string;
  dryRun: boolean;
}

/** `heyi import`: a ledger, all of it or nothing, with progress on the error stream. */
export async function importLedger(options: ImportOptions, io: CommandIo, env: NodeJS.ProcessEnv): Promise<number> {
  const bytes = await readFile(options.file);
  const app = await NestFactory.createApplicationContext(ImportModule.forRoot(parseConfig(ServiceConfig, env)), {
    logger: false,
  });
  try {
    const actor = await actorOf(
      app.get(Database, { strict: false }),
      options.as,
      app.get(Clock, { strict: false }).today(),
    );
    if (!actor?.permissions.has('cases.import')) {
      throw new DomainError('cases.may-not-import', {
        kind: 'forbidden',
        detail: '该账号不存在，或者没有导入台账的权限。',
      });
    }
    const ledgers = app.get(LedgerService, { strict: false });
    const result = await ledgers.import(actor, bytes, options.dryRun, (done, total) => {
      if (done % 50 === 0 || done === total) io.errors.write(`\r${done}/${total}`);
    });
    io.errors.write('\n');
    io.output.write(report(result));
    return result.state === 'DONE' ? 0 : 1;
  } finally {
    await app.close();
  }
}

function report(result: LedgerImportView): string {
  const lines = result.errors.map(
    (e) => `第${e.line}行 ${e.column === '' ? '整行' : e.column}：${e.detail} (${e.code})`,
  );
  const summary =
    result.state === 'DONE'
      ? `${result.dryRun ? '校验通过，未写入' : '导入完成'}：共${result.total}行，导入${result.imported}行，跳过已导入${result.skipped}行`
      : `有${result.errors.length}处错误，未导入任何一行`;
  return [...lines, summary, ''].join('\n');
}
