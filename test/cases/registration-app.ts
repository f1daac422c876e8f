import { CasesHttpModule, CasesJobsModule } from '@app/cases';
import { FileStorageModule } from '@app/documents';
import { FixedClock, newId, type Actor, type Id, type RoleCode } from '@app/kernel';
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
import pg from 'pg';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { testFiles } from '../support/app.js';
import { cloneDatabase } from '../support/database.js';

const ACTORS = new Map<string, Actor>();

/** Stands in for identity: the actor is the one the header names. */
@Injectable()
class HeaderGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const needed = this.reflector.get<string | undefined>(ALLOW, context.getHandler());
    const http = context.switchToHttp().getRequest<HeyiRequest>();
    const actor = ACTORS.get(String(http.headers['x-actor']));
    if (!actor) return false;
    http.actor = actor;
    return needed === undefined || actor.permissions.has(needed);
  }
}

@Module({})
class TestCasesModule {}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface RegistrationApp {
  app: NestFastifyApplication;
  clock: FixedClock;
  database: Database;
  /** Organs and persons by name. */
  ids: Record<string, Id>;
  call(who: string, method: Method, path: string): request.Test;
  drain(): Promise<void>;
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** What the test's people may do: narrow, so that scope shows. */
const REGISTERS = ['cases.view', 'cases.act', 'cases.register', 'cases.link', 'cases.unmask', 'cases.export'];
const PERMISSIONS: Readonly<Partial<Record<RoleCode, readonly string[]>>> = {
  intake_officer: REGISTERS,
  centre_staff: REGISTERS,
  dept_head: ['cases.view', 'cases.act', 'cases.assign'],
  institution_head: [...REGISTERS, 'cases.view-all', 'cases.assign'],
  dept_liaison: ['cases.view', 'cases.act', 'cases.link', 'cases.unmask', 'cases.export'],
};

interface SeedOrgan {
  name: string;
  kind: string;
  from?: string;
  until?: string;
  successor?: string;
}

const ORGANS: readonly SeedOrgan[] = [
  { name: '测试区司法局', kind: 'RECONSIDERATION_INSTITUTION' },
  { name: '测试区调解中心', kind: 'MEDIATION_CENTRE' },
  { name: '测试区市场监管局', kind: 'DEPARTMENT' },
  { name: '测试区人力社保局', kind: 'DEPARTMENT' },
  { name: '老城街道办事处', kind: 'SUBDISTRICT', until: '2021-04-09', successor: '新城街道办事处' },
  { name: '新城街道办事处', kind: 'SUBDISTRICT', from: '2021-04-09' },
];

const PEOPLE: readonly [name: string, role: RoleCode, organ: string][] = [
  ['登记员甲', 'intake_officer', '测试区司法局'],
  ['登记员乙', 'intake_officer', '测试区司法局'],
  ['科长丙', 'dept_head', '测试区司法局'],
  ['机构负责人丁', 'institution_head', '测试区司法局'],
  ['中心人员戊', 'centre_staff', '测试区调解中心'],
  ['市监联络员', 'dept_liaison', '测试区市场监管局'],
  ['人社联络员', 'dept_liaison', '测试区人力社保局'],
];

/** This lib's HTTP and jobs in one process on a database of its own, with a small invented district. */
export async function startRegistration(at = '2026-11-24T09:00:00+08:00'): Promise<RegistrationApp> {
  const { url, drop } = await cloneDatabase();
  const admin = new pg.Client(url);
  await admin.connect();
  const ids = await seed(admin);
  const filesDir = await mkdtemp(path.join(tmpdir(), 'heyi-test-files-'));
  const clock = new FixedClock(at);
  const logger = createLogger('test', process.env['TEST_LOG'] ?? 'silent');
  const root: DynamicModule = {
    module: TestCasesModule,
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
      FileStorageModule.forRoot(testFiles(filesDir)),
      CasesHttpModule,
      CasesJobsModule,
      PlatformJobsModule,
    ],
    providers: [{ provide: APP_GUARD, useClass: HeaderGuard }],
  };
  const app = await createHttpApp(root, logger);
  const runner = app.get(JobRunner, { strict: false });
  runner.manual();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    clock,
    database: app.get(Database, { strict: false }),
    ids,
    call: (who, method, path) => {
      const agent = request(app.getHttpServer());
      return agent[method](`/api/v1${path}`).set('x-actor', ids[who] ?? 'nobody');
    },
    drain: () => runner.drain(),
    sql: async (text, values) => (await admin.query(text, values)).rows as never,
    close: async () => {
      await app.close();
      await admin.end();
      await drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

async function seed(db: pg.Client): Promise<Record<string, Id>> {
  const ids: Record<string, Id> = {};
  for (const { name } of ORGANS) ids[name] = newId();
  for (const [i, o] of [...ORGANS].reverse().entries())
    await db.query(
      `INSERT INTO directory.organ (id, code, name, short_name, kind, has_authorisation, valid_from, valid_until,
         successor_id, sort_order) VALUES ($1, $2, $3, $3, $4, true, $5, $6, $7, $8)`,
      [
        ids[o.name],
        `T${i}`,
        o.name,
        o.kind,
        o.from ?? '2000-01-01',
        o.until ?? null,
        o.successor ? ids[o.successor] : null,
        i,
      ],
    );
  for (const [i, [name, role, organ]] of PEOPLE.entries()) {
    ids[name] = newId();
    await db.query('INSERT INTO directory.person (id, name) VALUES ($1, $2)', [ids[name], name]);
    await db.query(
      `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order)
       VALUES ($1, $2, $3, $4, '测试岗位', '2020-01-01', $5)`,
      [newId(), ids[name], ids[organ], role, i],
    );
    const actor: Actor = {
      kind: 'person',
      personId: ids[name],
      name,
      posts: [{ role, organId: ids[organ]! }],
      permissions: new Set(PERMISSIONS[role]),
    };
    ACTORS.set(actor.personId, actor);
  }
  return ids;
}

/** A request to register that is right in every field; `over` replaces some. */
export function disputeRequest(app: RegistrationApp, over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    channel: 'WINDOW',
    receivedOn: '2026-11-20',
    facts: '申请人不服对其沿街商铺作出的罚款，认为事实不清。',
    claims: '请求撤销处罚决定。',
    fieldCode: 'MARKET',
    matterCode: 'PENALTY',
    respondentOrganId: app.ids['测试区市场监管局'],
    actName: '行政处罚决定',
    actDocumentNo: '余市监罚〔2026〕12号',
    actOn: '2026-11-02',
    actKnownOn: '2026-11-05',
    parties: [person()],
    ...over,
  };
}

let people = 0;

/** An invented applicant; each has another name and number. */
export function person(over: Record<string, unknown> = {}): Record<string, unknown> {
  people += 1;
  const serial = String(people).padStart(3, '0');
  return {
    role: 'APPLICANT',
    kind: 'PERSON',
    name: `测试人${serial}`,
    idType: 'PASSPORT',
    idNumber: `E0000${serial}99`,
    phone: '13800005678',
    address: '测试街道1号',
    ...over,
  };
}
