import { FixedClock, newId, type Actor, type Id } from '@app/kernel';
import {
  createAdapter,
  createLogger,
  Database,
  JobRunner,
  PlatformJobsModule,
  PlatformModule,
  setupHttp,
  type HeyiRequest,
} from '@app/platform';
import {
  NotificationChannelsModule,
  NotificationsHttpModule,
  NotificationsJobsModule,
  NotificationsService,
  type NewNotification,
} from '@app/notifications';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { cloneDatabase } from '../support/database.js';

export interface ReceivedMail {
  from: string;
  to: string[];
  source: string;
}

/** A real SMTP server on loopback that keeps what it gets; `refuse` answers a recipient with that code. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  refuse: (to: string) => number | undefined = () => undefined;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = this.refuse(address);
      done(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        this.mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((r) => r.address),
          source: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  });

  async listen(): Promise<string> {
    // A client that hangs up in the middle is no fault of the server.
    this.server.on('error', () => undefined);
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

export interface ReceivedCall {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A real HTTP receiver on loopback; `status` decides each answer. */
export class Receiver {
  readonly calls: ReceivedCall[] = [];
  status: (call: ReceivedCall) => number = () => 204;
  private readonly server: Server = createServer((incoming, answer) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const call = { path: incoming.url ?? '', headers: incoming.headers, body: Buffer.concat(parts).toString('utf8') };
      this.calls.push(call);
      const status = this.status(call);
      if (status === 0) return;
      answer.writeHead(status, status >= 300 && status < 400 ? { location: `${this.url}/elsewhere` } : {}).end();
    });
  });
  url = '';

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this.url;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

export interface NotificationsApp {
  app: NestFastifyApplication;
  database: Database;
  clock: FixedClock;
  /** supertest as a person who may do everything here. */
  as(personId: Id): ReturnType<typeof agentOf>;
  send(notifications: NewNotification[]): Promise<number>;
  /** Handles every event that waits once; delivery that has to wait for another attempt is no error. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** Inbox, preferences and delivery on a database of their own; nothing is delivered until {@link NotificationsApp.work}. */
export async function startNotifications(options: {
  smtpUrl?: string;
  allowPrivateWebhooks?: boolean;
}): Promise<NotificationsApp> {
  const { url, drop } = await cloneDatabase();
  const logger = createLogger('test', process.env['TEST_LOG'] ?? 'silent');
  const clock = new FixedClock('2026-11-24T09:00:00+08:00');
  @Module({
    imports: [
      PlatformModule.forRoot({
        databaseUrl: url,
        dataKey: Buffer.alloc(32, 1).toString('base64'),
        poolSize: 8,
        logger,
        applicationName: 'heyi-test',
        queuePrefix: `t-${newId()}`,
        clock,
      }),
      PlatformJobsModule,
      NotificationChannelsModule.forRoot({
        smtpUrl: options.smtpUrl,
        mailFrom: '和议 <heyi@example.gov.cn>',
        publicUrl: 'https://heyi.example.gov.cn/',
        allowPrivateWebhooks: options.allowPrivateWebhooks ?? true,
      }),
      NotificationsHttpModule,
      NotificationsJobsModule,
    ],
  })
  class TestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(TestModule, createAdapter({ logger }), {
    logger: false,
    abortOnError: false,
  });
  await setupHttp(app);
  // Who is logged in is the identity lib's matter; here a header says it.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (incoming: HeyiRequest, _reply: unknown, done: () => void) => {
      incoming.actor = actor(String(incoming.headers['x-test-person']));
      done();
    });
  const runner = app.get(JobRunner, { strict: false });
  runner.manual();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const database = app.get(Database, { strict: false });
  const service = app.get(NotificationsService, { strict: false });
  return {
    app,
    database,
    clock,
    as: (personId) => agentOf(app, personId),
    send: (notifications) => database.transaction((tx) => service.send(tx, notifications)),
    work: () => work(database, runner),
    close: async () => {
      await app.close();
      await drop();
    },
  };
}

const HANDLERS: Record<string, string> = {
  'deliveries.queued': 'notifications.deliver',
  'delivery.failed': 'notifications.report-failure',
};

async function work(database: Database, runner: JobRunner): Promise<void> {
  const events = await database.read<{ id: string; name: string }>(
    `SELECT o.id, o.name FROM platform.outbox o
     WHERE NOT EXISTS (SELECT 1 FROM platform.inbox i WHERE i.event_id = o.id) ORDER BY o.id`,
  );
  for (const { id, name } of events) {
    await runner.process({ eventId: id, handler: HANDLERS[name]! }).catch((error: Error) => {
      if (!/wait for another attempt/.test(error.message)) throw error;
    });
  }
}

function actor(personId: Id): Actor {
  return { kind: 'person', personId, name: '测试人员', posts: [], permissions: new Set() };
}

function agentOf(app: NestFastifyApplication, personId: Id) {
  const call = (method: 'get' | 'post' | 'put' | 'delete') => (path: string) =>
    request(app.getHttpServer())[method](path).set('x-test-person', personId);
  return { get: call('get'), post: call('post'), put: call('put'), delete: call('delete') };
}

/** A message to somebody; say only what matters. */
export function message(over: Partial<NewNotification> & { recipientId: Id }): NewNotification {
  return {
    kind: 'clock-near',
    title: '余政复〔2026〕12号 受理审查期限还剩3个工作日',
    body: '余政复〔2026〕12号的受理审查期限（复议法 2023 第30条）将于2026年11月27日届满，还剩3个工作日，请及时办理。',
    disputeId: newId(),
    dedupeKey: `test:${newId()}`,
    ...over,
  };
}
