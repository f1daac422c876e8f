import { AuditHttpModule } from '@app/audit';
import { DirectoryHttpModule, DirectoryService } from '@app/directory';
import { IdentityHttpModule, type IdentityOptions } from '@app/identity';
import { FixedClock, newId } from '@app/kernel';
import { createHttpApp, createLogger, Database, PlatformModule } from '@app/platform';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { seedDemo } from '../../apps/cli/src/commands/seed.js';
import { cloneDatabase } from '../support/database.js';

export const PASSWORD = 'Heyi-demo-2026';

@Module({})
class TestIdentityModule {}

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Requests under the API's prefix. */
export type Call = (method: Method, path: string) => request.Test;

export interface IdentityApp {
  app: NestFastifyApplication;
  clock: FixedClock;
  database: Database;
  directory: DirectoryService;
  /** Nobody is logged in. */
  call: Call;
  /** A demo account, with a bearer token. */
  as(login: string): Promise<Call>;
  /** Logs a program in, with the demo's password unless another is given. */
  token(login: string, password?: string): Promise<string>;
  /** Logs a browser in: its cookie, and the token that proves its pages. */
  browser(login: string): Promise<{ cookie: string; csrf: string }>;
  close(): Promise<void>;
}

/** The demo district in a database of the caller's own. */
export async function demoDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const database = await cloneDatabase();
  await seedDemo(database.url, { password: PASSWORD });
  return database;
}

/** Identity, directory and audit over HTTP, with the real guard, on the database at `url`. */
export async function startIdentity(
  url: string,
  options: Partial<IdentityOptions> = {},
  extra: Type[] = [],
): Promise<IdentityApp> {
  const clock = new FixedClock('2026-11-24T09:00:00+08:00');
  const logger = createLogger('test', process.env['TEST_LOG'] ?? 'silent');
  const root: DynamicModule = {
    module: TestIdentityModule,
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
      IdentityHttpModule.forRoot(options),
      DirectoryHttpModule,
      AuditHttpModule,
      ...extra,
    ],
  };
  const app = await createHttpApp(root, logger);
  try {
    await app.init();
  } catch (error) {
    await app.close();
    throw error;
  }
  await app.getHttpAdapter().getInstance().ready();
  const call: Call = (method, path) => request(app.getHttpServer())[method](`/api/v1${path}`);
  const tokens = new Map<string, string>();
  const token = async (login: string, password = PASSWORD): Promise<string> => {
    const answer = await call('post', '/auth/token').send({ login, password });
    if (answer.status !== 200) throw new Error(`${login} cannot log in: ${answer.text}`);
    return answer.body.token;
  };
  return {
    app,
    clock,
    database: app.get(Database, { strict: false }),
    directory: app.get(DirectoryService, { strict: false }),
    call,
    token,
    as: async (login) => {
      const known = tokens.get(login) ?? (await token(login));
      tokens.set(login, known);
      return (method, path) => call(method, path).set(bearer(known));
    },
    browser: async (login) => {
      const answer = await call('post', '/auth/login').send({ login, password: PASSWORD });
      if (answer.status !== 200) throw new Error(`${login} cannot log in: ${answer.text}`);
      return { cookie: cookieOf(answer), csrf: answer.body.csrf };
    },
    close: () => app.close(),
  };
}

export const bearer = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });

/** The `name=value` of the one cookie an answer sets. */
export function cookieOf(answer: request.Response): string {
  const [header] = answer.headers['set-cookie'] as unknown as string[];
  return header!.split(';')[0]!;
}
