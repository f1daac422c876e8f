import { Clock } from '@app/kernel';
import { createHttpApp, createLogger, parseConfig, stopOnSignals } from '@app/platform';
import type { DynamicModule } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Logger } from 'pino';
import { serveOpenApi } from '../../api/src/openapi.js';
import { seedDemo } from '../../cli/src/commands/seed.js';
import { migrateDatabase } from '../../cli/src/migrate.js';
import { StandaloneModule } from './app.module.js';
import { banner, DEMO_DAY, DEMO_PASSWORD } from './banner.js';
import { StandaloneConfig } from './config.js';
import { DataDirInUse, lockDataDir } from './data-dir-lock.js';
import { DemoClock } from './demo-clock.js';
import { loadDemoLedger } from './demo-ledger.js';
import { EmbeddedPostgresProblem, startPostgres } from './embedded-postgres.js';

/** A fault the user can mend, already in plain words. */
class PlainError extends Error {}

let stopping = false;

try {
  await main(parseConfig(StandaloneConfig, process.env));
} catch (error) {
  giveUp(inPlainWords(error));
}

async function main(config: StandaloneConfig): Promise<void> {
  const address = `http://127.0.0.1:${config.PORT}`;
  const dir = path.resolve(config.DATA_DIR);
  const logger = createLogger('standalone', config.LOG_LEVEL);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = lockDataDir(dir, address);
  process.on('exit', () => lock.release());
  await mustBeFree(config.PORT);
  const server = config.DATABASE_URL ? undefined : await startPostgres({ dir });
  void server?.ended.then((why) => {
    if (!stopping) giveUp(`内置数据库意外停止。The embedded database ended.\n${why}`);
  });
  const databaseUrl = config.DATABASE_URL ?? server!.url;
  await migrateDatabase(databaseUrl);
  const accounts = await seedDemo(databaseUrl, { password: DEMO_PASSWORD });
  const app = await createHttpApp(standalone(config, { dir, address, databaseUrl, logger }), logger);
  serveOpenApi(app);
  stopOnSignals(async () => {
    stopping = true;
    await app.close();
    await server?.stop();
  }, logger);
  await app.init();
  await loadDemoLedger(app);
  await app.listen(config.PORT, '127.0.0.1');
  console.log(banner(address, app.get(Clock, { strict: false }).today(), accounts));
}

interface Surroundings {
  dir: string;
  address: string;
  databaseUrl: string;
  logger: Logger;
}

function standalone(config: StandaloneConfig, { dir, address, databaseUrl, logger }: Surroundings): DynamicModule {
  return StandaloneModule.forRoot(
    {
      databaseUrl,
      redisUrl: config.REDIS_URL,
      dataKey: dataKey(dir),
      poolSize: 12,
      logger,
      applicationName: 'heyi-standalone',
      queuePrefix: 'heyi',
      clock: new DemoClock(path.join(dir, 'demo-clock'), DEMO_DAY),
    },
    { smtpUrl: config.SMTP_URL, mailFrom: 'heyi@localhost', publicUrl: address, allowPrivateWebhooks: true },
    {
      storage: { kind: 'directory', directory: path.join(dir, 'files') },
      maxBytes: 200 * 1024 * 1024,
      libreOffice: 'soffice',
    },
  );
}

/** Said before the database starts, which takes longer. */
async function mustBeFree(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      const why =
        code === 'EACCES'
          ? `没有使用端口 ${port} 的权限。No right to listen on port ${port}`
          : `端口 ${port} 已被占用。Port ${port} is in use`;
      reject(new PlainError(`${why}: PORT=3100 npm start`));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** The demo's own key, made once. */
function dataKey(dir: string): string {
  const file = path.join(dir, 'data-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** What is the user's to mend is said in a sentence; what is ours, with its stack. */
function inPlainWords(error: unknown): string {
  if (error instanceof DataDirInUse) {
    return (
      `和议已在运行（进程 ${error.pid || '未知'}，${error.address || '地址未知'}）。\n` +
      `Heyi is already running on this data directory (process ${error.pid || 'unknown'}, ${error.address || 'address unknown'}).`
    );
  }
  if (error instanceof EmbeddedPostgresProblem || error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function giveUp(why: string): never {
  console.error(why);
  process.exit(1);
}
