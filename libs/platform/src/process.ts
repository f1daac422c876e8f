import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { createAdapter, setupHttp } from './http/setup.js';
import { nestLogger } from './logging.js';
import type { PlatformOptions } from './platform.module.js';
import type { ServiceConfig } from './service-config.js';

/** What an app asks of the platform, from its configuration. */
export function platformOptions(config: ServiceConfig, app: string, logger: Logger): PlatformOptions {
  return {
    databaseUrl: config.DATABASE_URL,
    redisUrl: config.REDIS_URL,
    dataKey: config.HEYI_DATA_KEY,
    poolSize: config.DB_POOL_SIZE,
    logger,
    applicationName: `heyi-${app}`,
    queuePrefix: config.QUEUE_PREFIX,
  };
}

/** An HTTP application over a root module, with everything of ours; not yet listening. */
export async function createHttpApp(
  module: DynamicModule,
  logger: Logger,
  trustProxy?: string,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter({ logger, trustProxy }), {
    logger: nestLogger(logger),
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  await setupHttp(app);
  return app;
}

/** Stops gracefully on SIGTERM and SIGINT: no new requests, what is in hand ends, then `after`, then exit code 0. */
export function stopOnSignals(close: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}
