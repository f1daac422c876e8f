import { Clock, SystemClock } from '@app/kernel';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { FieldCipher } from './crypto.js';
import { dataSourceOptions } from './database/data-source-options.js';
import { Database } from './database/database.js';
import { InboxEntry, OutboxEvent } from './events/event.entity.js';
import { HandlerRegistry } from './events/handler-registry.js';
import { QUEUE_OPTIONS, Queues, type QueueOptions } from './events/queues.js';
import { OutboxRelay } from './events/relay.js';
import { JobRunner } from './events/runner.js';
import { HealthController } from './http/health.controller.js';
import { IdempotencyKey } from './http/idempotency.entity.js';
import { RateLimitCount } from './http/rate-limit.entity.js';
import { RateLimiter } from './http/rate-limiter.js';
import { LOGGER } from './logging.js';
import { Metrics } from './metrics.js';

export interface PlatformOptions {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** 32 bytes in base64, for the encryption of fields. */
  dataKey: string;
  poolSize: number;
  logger: Logger;
  applicationName: string;
  queuePrefix: string;
  /** The business clock; the system's if absent. */
  clock?: Clock;
}

/** The technical ground, given once to each app. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const queueOptions: QueueOptions = {
      redisUrl: options.redisUrl,
      databaseUrl: options.databaseUrl,
      prefix: options.queuePrefix,
    };
    const providers: Provider[] = [
      Database,
      RateLimiter,
      Queues,
      Metrics,
      { provide: QUEUE_OPTIONS, useValue: queueOptions },
      { provide: LOGGER, useValue: options.logger },
      { provide: Clock, useValue: options.clock ?? new SystemClock() },
      { provide: FieldCipher, useFactory: () => new FieldCipher(options.dataKey) },
    ];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({
            url: options.databaseUrl,
            poolSize: options.poolSize,
            applicationName: options.applicationName,
          }),
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 1000,
        }),
        TypeOrmModule.forFeature([OutboxEvent, InboxEntry, IdempotencyKey, RateLimitCount]),
      ],
      providers,
      exports: [Database, RateLimiter, Queues, Metrics, LOGGER, Clock, FieldCipher],
    };
  }
}

/** Health and metrics, for apps that serve HTTP. */
@Module({ controllers: [HealthController] })
export class PlatformHttpModule {}

/** The relay and the runner of handlers and ticks, for apps that work jobs. */
@Module({
  imports: [DiscoveryModule],
  providers: [HandlerRegistry, OutboxRelay, JobRunner],
  exports: [JobRunner, HandlerRegistry],
})
export class PlatformJobsModule {}
