import { createHttpApp, createLogger, parseConfig, stopOnSignals } from '@app/platform';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { serveOpenApi } from '../../api/src/openapi.js';
import { seedDemo } from '../../cli/src/commands/seed.js';
import { migrateDatabase } from '../../cli/src/migrate.js';
import { StandaloneModule } from './app.module.js';
import { banner, DEMO_PASSWORD } from './banner.js';
import { StandaloneConfig } from './config.js';
import { DataDirInUse, lockDataDir } from './data-dir-lock.js';
import { DemoClock } from './demo-clock.js';
import { loadDemoLedger } from './demo-ledger.js';
import { startPostgres } from './embedded-postgres.js';

const config = parseConfig(StandaloneConfig, process.env);
const address = `http://127.0.0.1:${config.PORT}`;
const dir = path.resolve(config.DATA_DIR);
const logger = createLogger('standalone', config.LOG_LEVEL);

const release = takeDataDir();
await mustBeFree(config.PORT);
const server = config.DATABASE_URL ? undefined : await startPostgres({ dir });
const databaseUrl = config.DATABASE_URL ?? server!.url;
void server?.ended.then((why) => {
  if (!stopping) giveUp(`内置数据库意外停止。The embedded database ended.\n${why}`);
});
let stopping = false;

await migrateDatabase(databaseUrl);
const accounts = await seedDemo(databaseUrl, { password: DEMO_PASSWORD });
const app = await createHttpApp(
  StandaloneModule.forRoot(
    {
      databaseUrl,
      redisUrl: config.REDIS_URL,
      dataKey: dataKey(),
      poolSize: 12,
      logger,
      applicationName: 'heyi-standalone',
      queuePrefix: 'heyi',
      clock: new DemoClock(path.join(dir, 'demo-clock')),
    },
    { smtpUrl: config.SMTP_URL, mailFrom: 'heyi@localhost', publicUrl: address, allowPrivateWebhooks: true },
  ),
  logger,
);
serveOpenApi(app);
stopOnSignals(async () => {
  stopping = true;
  await app.close();
  await server?.stop();
  release();
}, logger);
await app.listen(config.PORT, '127.0.0.1');
await loadDemoLedger(app);
console.log(banner(address, accounts));

function takeDataDir(): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  try {
    const lock = lockDataDir(dir, address);
    process.on('exit', () => lock.release());
    return () => lock.release();
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error;
    return giveUp(
      `和议已在运行（进程 ${error.pid}，${error.address}）。\n` +
        `Heyi is already running on this data directory (process ${error.pid}, ${error.address}).`,
    );
  }
}

/** Said before the database starts, which takes longer. */
async function mustBeFree(port: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      giveUp(`端口 ${port} 已被占用，请设置 PORT。Port ${port} is in use: set PORT, e.g. PORT=3100 npm start`);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** The demo's own key, made once. */
function dataKey(): string {
  const file = path.join(dir, 'data-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function giveUp(why: string): never {
  console.error(why);
  process.exit(1);
}
