import { FileStorageModule, type FileOptions } from '@app/documents';
import { FixedClock, newId } from '@app/kernel';
import { createHttpApp, createLogger, Database, HandlerRegistry, JobRunner, PlatformModule } from '@app/platform';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { httpModules } from '../../apps/api/src/http-modules.js';
import { JOBS_MODULES } from '../../apps/worker/src/jobs-modules.js';
import { cloneDatabase } from './database.js';

export const DEMO_PASSWORD = 'Heyi-demo-2026';

@Module({})
class TestAppModule {}

export interface TestApp {
  app: NestFastifyApplication;
  clock: FixedClock;
  databaseUrl: string;
  /** Where the files are kept, unless the test says otherwise. */
  filesDir: string;
  database: Database;
  /** A supertest agent that acts as the demo account `login`. */
  as(login: string): Promise<Agent>;
  /** An agent that is not logged in. */
  anonymous(): Agent;
  /** Runs relay, handlers and ticks until nothing is left to do. */
  drain(): Promise<void>;
  /** Runs one tick once. */
  tick(name: string): Promise<void>;
  close(): Promise<void>;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** supertest with the API's prefix and somebody's bearer token. */
export type Agent = Record<Method, (path: string) => request.Test>;

/**
 * The whole service in this process, api and worker, on a database of its own with the demo district; the clock stands
 * at `at`. Background work only runs when the test says {@link TestApp.drain}.
 */
export async function startApp(
  options: { at?: string; extra?: Type[]; poolSize?: number; files?: Partial<FileOptions> } = {},
): Promise<TestApp> {
  const { url, drop } = await cloneDatabase();
  const { seedDemo } = await import('../../apps/cli/src/commands/seed.js');
  await seedDemo(url, { password: DEMO_PASSWORD });
  const filesDir = await mkdtemp(path.join(tmpdir(), 'heyi-test-files-'));
  const clock = new FixedClock(options.at ?? '2026-11-24T09:00:00+08:00');
  const logger = createLogger('test', process.env['TEST_LOG'] ?? 'silent');
  const root: DynamicModule = {
    module: TestAppModule,
    imports: [
      PlatformModule.forRoot({
        databaseUrl: url,
        redisUrl: process.env['REDIS_URL'],
        dataKey: Buffer.alloc(32, 7).toString('base64'),
        poolSize: options.poolSize ?? 8,
        logger,
        applicationName: 'heyi-test',
        queuePrefix: `test-${newId()}`,
        clock,
      }),
      FileStorageModule.forRoot({ ...testFiles(filesDir), ...options.files }),
      ...new Set([...httpModules({ secureCookie: false }), ...JOBS_MODULES]),
      ...(options.extra ?? []),
    ],
  };
  const app = await createHttpApp(root, logger);
  const runner = app.get(JobRunner, { strict: false });
  runner.manual();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const tokens = new Map<string, Promise<string>>();
  const agent = (token?: string): Agent => {
    const call = (method: Method) => (path: string) => {
      const test = request(app.getHttpServer())[method](`/api/v1${path}`);
      return token === undefined ? test : test.set('authorization', `Bearer ${token}`);
    };
    return { get: call('get'), post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete') };
  };
  const tokenOf = async (login: string): Promise<string> => {
    const answer = await agent().post('/auth/token').send({ login, password: DEMO_PASSWORD });
    if (answer.status >= 300) throw new Error(`${login} cannot log in: ${JSON.stringify(answer.body)}`);
    return (answer.body as { token: string }).token;
  };
  return {
    app,
    clock,
    databaseUrl: url,
    filesDir,
    database: app.get(Database, { strict: false }),
    anonymous: () => agent(),
    as: async (login) => {
      // Asked for many times at once, it is one login all the same.
      const token = tokens.get(login) ?? tokenOf(login);
      tokens.set(login, token);
      return agent(await token);
    },
    drain: () => runner.drain(),
    tick: async (name) => {
      await app
        .get(HandlerRegistry, { strict: false })
        .ticks.find((t) => t.name === name)!
        .run();
    },
    close: async () => {
      await app.close();
      await drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

/** Uploads of at most 4 MB; nothing scanned, and no LibreOffice. */
export function testFiles(directory: string): FileOptions {
  return { storage: { kind: 'directory', directory }, maxBytes: 4 * 1024 * 1024, libreOffice: '/nonexistent/soffice' };
}
