import { ClockRules, ClocksService, DeadlinesJobsModule, type ClockRule } from '@app/deadlines';
import { Participants } from '@app/cases';
import { FileStorageModule } from '@app/documents';
import { FixedClock, newId, SYSTEM, type Actor, type CalendarDate, type Id, type RoleCode } from '@app/kernel';
import { NotificationsJobsModule } from '@app/notifications';
import {
  createAdapter,
  createLogger,
  Database,
  JobRunner,
  PlatformJobsModule,
  PlatformModule,
  setupHttp,
  type HeyiRequest,
  type Tx,
} from '@app/platform';
import { RemindersHttpModule, RemindersJobsModule, ReminderSweep } from '@app/reminders';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { testFiles } from '../support/app.js';

const RULE = { roll: true, startsOn: '测试起算日', effect: '测试后果' } as const;

export const RULES: readonly ClockRule[] = [
  {
    ...RULE,
    code: 'TEST_DECIDE',
    name: '复议审理期限',
    amount: 60,
    unit: 'calendar-day',
    responsible: 'case_handler',
    article: '复议法 2023 第62条',
    maxExtensions: 1,
    maxExtensionDays: 30,
  },
  {
    ...RULE,
    code: 'TEST_REPLY',
    name: '答复期限',
    amount: 10,
    unit: 'working-day',
    responsible: 'respondent_organ',
    article: '复议法 2023 第48条',
    remindSteps: [-2, 0],
  },
  {
    ...RULE,
    code: 'TEST_REVIEW',
    name: '受理审查期限',
    amount: 5,
    unit: 'working-day',
    responsible: 'intake_officer',
    article: '复议法 2023 第30条',
  },
];

export interface RemindersApp {
  database: Database;
  clock: FixedClock;
  sweep: ReminderSweep;
  clocks: ClocksService;
  participants: Participants;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Handles the events that wait, and sweeps, until nothing is left. */
  drain(): Promise<void>;
  as(actor: Actor): ReturnType<typeof agentOf>;
  close(): Promise<void>;
}

/** Clocks, reminders and the inbox on a given database. */
export async function startReminders(databaseUrl: string, at: string): Promise<RemindersApp> {
  const logger = createLogger('test', process.env['TEST_LOG'] ?? 'silent');
  const clock = new FixedClock(at);
  @Module({
    imports: [
      PlatformModule.forRoot({
        databaseUrl,
        dataKey: Buffer.alloc(32, 1).toString('base64'),
        poolSize: 5,
        logger,
        applicationName: 'heyi-test',
        queuePrefix: `t-${newId()}`,
        clock,
      }),
      FileStorageModule.forRoot(testFiles(path.join(tmpdir(), 'heyi-test-no-files'))),
      PlatformJobsModule,
      DeadlinesJobsModule,
      NotificationsJobsModule,
      RemindersJobsModule,
      RemindersHttpModule,
    ],
  })
  class TestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(TestModule, createAdapter({ logger }), {
    logger: false,
    abortOnError: false,
  });
  await setupHttp(app);
  let actor: Actor = SYSTEM;
  // Who is logged in is the identity lib's matter; here the test says it.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (incoming: HeyiRequest, _reply: unknown, done: () => void) => {
      incoming.actor = actor;
      done();
    });
  const runner = app.get(JobRunner, { strict: false });
  runner.manual();
  app.get(ClockRules, { strict: false }).register(RULES);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const database = app.get(Database, { strict: false });
  return {
    database,
    clock,
    sweep: app.get(ReminderSweep, { strict: false }),
    clocks: app.get(ClocksService, { strict: false }),
    participants: app.get(Participants, { strict: false }),
    transaction: (work) => database.transaction(work),
    drain: () => runner.drain(),
    as: (who) => {
      actor = who;
      return agentOf(app);
    },
    close: () => app.close(),
  };
}

function agentOf(app: NestFastifyApplication) {
  return {
    get: (path: string) => request(app.getHttpServer()).get(path),
    put: (path: string) => request(app.getHttpServer()).put(path),
  };
}

/** A small office: an organ with its officers, a respondent with its liaison. All invented. */
export interface Office {
  organId: Id;
  respondentId: Id;
  handler: Id;
  successor: Id;
  head: Id;
  institutionHead: Id;
  intake: Id;
  liaison: Id;
  leader: Id;
}

export async function openOffice(database: Database): Promise<Office> {
  const organId = await organ(database, '示例复议机构');
  const respondentId = await organ(database, '示例被申请人');
  const post = async (role: RoleCode, at: Id): Promise<Id> => {
    const id = newId();
    await database.read('INSERT INTO directory.person (id, name) VALUES ($1, $2)', [id, `示例${role}`]);
    await database.read(
      `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order)
       VALUES ($1, $2, $3, $4, '职务', '2020-01-01', 1)`,
      [newId(), id, at, role],
    );
    return id;
  };
  return {
    organId,
    respondentId,
    handler: await post('case_handler', organId),
    successor: await post('case_handler', organId),
    head: await post('dept_head', organId),
    institutionHead: await post('institution_head', organId),
    intake: await post('intake_officer', organId),
    liaison: await post('dept_liaison', respondentId),
    leader: await post('case_leader', organId),
  };
}

async function organ(database: Database, name: string): Promise<Id> {
  const id = newId();
  await database.read(
    `INSERT INTO directory.organ (id, code, name, short_name, kind, has_authorisation, valid_from, sort_order)
     VALUES ($1, $2, $3, $3, 'DEPARTMENT', false, '2020-01-01', 1)`,
    [id, id, name],
  );
  return id;
}

/** A registered dispute with its handler and the respondent as participants. */
export async function registerDispute(app: RemindersApp, office: Office, number: string): Promise<Id> {
  const id = newId();
  const since: CalendarDate = '2026-11-02';
  await app.database.read(
    `INSERT INTO cases.dispute (id, number, status, channel, received_on, registered_on, title, facts, claims, field_code,
       matter_code, act_name, respondent_organ_id, organ_id, handler_id, created_by)
     VALUES ($1, $2, 'REGISTERED', 'WINDOW', $3, $3, '示例争议', '示例', '示例', 'TEST', 'TEST', '示例行为', $4, $5, $6, $6)`,
    [id, number, since, office.respondentId, office.organId, office.handler],
  );
  await app.transaction((tx) => {
    app.participants.add(tx, [
      { disputeId: id, caseId: null, role: 'case_handler', personId: office.handler, since },
      { disputeId: id, caseId: null, role: 'dept_liaison', organId: office.respondentId, since },
    ]);
    return Promise.resolve();
  });
  return id;
}
