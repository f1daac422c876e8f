import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { newId } from '@app/kernel';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { mustBeShallow } from './body-depth.js';
import { ProblemFilter, replyWithProblem } from './problem.filter.js';
import { validationPipe } from './validation.js';

/** JSON bodies are small; files come as multipart with their own limit. */
const BODY_LIMIT = 1024 * 1024;
const FILE_LIMIT = 20 * 1024 * 1024;

export interface HttpOptions {
  logger: Logger;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; none by default. */
  trustProxy?: string | undefined;
}

export function createAdapter(options: HttpOptions): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: options.logger,
    // Requests are logged once, when they are answered.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ?? false,
    // The caller's id is not taken over: it would be written to the log unchecked.
    genReqId: () => newId(),
    // What is refused before there is a route: an address with half an escape in it.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      replyWithProblem(error, request, reply),
  });
}

/** What every HTTP app of ours has: problems, validation, security headers, cookies, uploads, the request log. */
export async function setupHttp(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, { global: true });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 20 } });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(validationPipe());
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  // Bodies are JSON, forms or multipart; fastify would also take any text.
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('preValidation', (request, _reply, done) => {
    mustBeShallow(request.body);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
