import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './problem.js';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    replyWithProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function replyWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, unexpected } = toProblem(error);
  if (unexpected) request.log.error({ err: error }, 'unexpected error');
  problem.instance = instanceOf(request);
  problem.traceId = request.id;
  const wait = problem.params?.['retryAfterSeconds'];
  if (typeof wait === 'number') void reply.header('retry-after', String(wait));
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
}

/** The path that was asked for; of one that holds a secret, its pattern: what is answered is shown, kept and sent on. */
function instanceOf(request: FastifyRequest): string {
  const pattern = request.routeOptions?.url;
  return pattern?.includes(':secret') ? pattern : request.url.split('?')[0]!;
}
