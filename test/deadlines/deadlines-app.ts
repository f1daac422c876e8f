import { FixedClock, newId, type Actor } from '@app/kernel';
import { AuditModule } from '@app/audit';
import { ClockRules, ClocksService, DeadlinesHttpModule, DeadlinesJobsModule, type ClockRule } from '@app/deadlines';
import {
  ALLOW,
  createHttpApp,
  createLogger,
  Database,
  JobRunner,
  PlatformJobsModule,
  PlatformModule,
  type HeyiRequest,
} from '@app/platform';
import { Injectable, Module, type CanActivate, type DynamicModule, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';

const RULE = { roll: true, startsOn: '测试起算日', responsible: 'case_handler', effect: '测试后果' } as const;

/** The periods the tests count; lengths and articles as in the law. */
export const TEST_RULES: readonly ClockRule[] = [
  {
    ...RULE,
    code: 'RC_REVIEW',
    name: '受理审查期限',
    amount: 5,
    unit: 'working-day',
    article: '复议法 2023 第30条',
    onExpiry: 'deem-accepted',
  },
  {
    ...RULE,
    code: 'RC_DECIDE',
    name: '复议审理期限',
    amount: 60,
    unit: 'calendar-day',
    article: '复议法 2023 第62条',
    maxExtensions: 1,
    maxExtensionDays: 30,
  },
  {
    ...RULE,
    code: 'RC_DECIDE',
    variant: 'SIMPLIFIED',
    name: '简易程序审理期限',
    amount: 30,
    unit: 'calendar-day',
    article: '复议法 2023 第62条',
  },
  {
    ...RULE,
    code: 'RC_HEARING_NOTICE',
    name: '听证通知期限',
    amount: 5,
    unit: 'working-day',
    backward: true,
    article: '复议法 2023 第51条',
  },
  {
    ...RULE,
    code: 'DISPUTE_TRIAGE',
    name: '争议分流期限',
    amount: 3,
    unit: 'working-day',
    setting: 'cases.triage-days',
    article: '测试规程 [L]',
  },
];

export const ACTOR: Actor = {
  kind: 'person',
  personId: newId(),
  name: '测试员',
  posts: [],
  permissions: new Set(),
};

/** Stands in for identity: the permissions are those the header names. */
@Injectable()
class HeaderGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const needed = this.reflector.get<string | undefined>(ALLOW, context.getHandler());
    const http = context.switchToHttp().getRequest<HeyiRequest>();
    const held = String(http.headers['x-permissions'] ?? '').split(',');
    http.actor = { ...ACTOR, permissions: new Set(held) };
    return needed === undefined || held.includes(needed);
  }
}

@Module({})
class TestDeadlinesModule {}

export interface DeadlinesApp {
  app: NestFastifyApplication;
  clock: FixedClock;
  database: Database;
  clocks: ClocksService;
  runner: JobRunner;
  call(method: 'get' | 'post' | 'put', path: string, permission?: string): request.Test;
  close(): Promise<void>;
}

/** One process (api and worker) with this lib alone, on the database at `url`; background work runs on `runner.drain()`. */
export async function startDeadlines(url: string, at = '2026-11-24T09:00:00+08:00'): Promise<DeadlinesApp> {
  const clock = new FixedClock(at);
  const logger = createLogger('test', process.env['TEST_LOG'] ?? 'silent');
  const root: DynamicModule = {
    module: TestDeadlinesModule,
    imports: [
      PlatformModule.forRoot({
        databaseUrl: url,
        dataKey: Buffer.alloc(32, 7).toString('base64'),
        poolSize: 8,
        logger,
        applicationName: 'heyi-test',
        queuePrefix: `test-${newId()}`,
        clock,
      }),
      AuditModule,
      DeadlinesHttpModule,
      DeadlinesJobsModule,
      PlatformJobsModule,
    ],
    providers: [{ provide: APP_GUARD, useClass: HeaderGuard }],
  };
  const app = await createHttpApp(root, logger);
  const runner = app.get(JobRunner, { strict: false });
  runner.manual();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  app.get(ClockRules, { strict: false }).register(TEST_RULES);
  return {
    app,
    clock,
    database: app.get(Database, { strict: false }),
    clocks: app.get(ClocksService, { strict: false }),
    runner,
    call: (method, path, permission = '') =>
      request(app.getHttpServer())[method](`/api/v1${path}`).set('x-permissions', permission),
    close: () => app.close(),
  };
}
