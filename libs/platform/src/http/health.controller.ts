import { Controller, Get, Inject, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { Queues } from '../events/queues.js';
import { LOGGER } from '../logging.js';
import { Metrics } from '../metrics.js';
import { Public } from './allow.js';

/** For the machine that runs the service, not for users: alive, ready, metrics. */
@ApiExcludeController()
@Controller()
export class HealthController implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly metrics: Metrics,
    private readonly adapter: HttpAdapterHost,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode };
      this.metrics.http.observe(labels, reply.elapsedTime / 1000);
      done();
    });
    this.metrics.gauge('heyi_queue_waiting_jobs', 'Jobs waiting or running', async () => {
      const depths = await this.queues.depths();
      return { events: depths.events.waiting, delivery: depths.delivery.waiting };
    });
    this.metrics.gauge('heyi_queue_failed_jobs', 'Jobs given up after their last attempt', async () => {
      const depths = await this.queues.depths();
      return { events: depths.events.failed, delivery: depths.delivery.failed };
    });
    this.metrics.gauge('heyi_outbox_lag_seconds', 'Age of the oldest event not yet handed to the queue', async () => {
      const [row] = await this.database.read<{ lag: number }>(
        `SELECT coalesce(extract(epoch FROM now() - min(occurred_at)), 0)::float8 AS lag FROM platform.outbox WHERE relayed_at IS NULL`,
      );
      return row?.lag ?? 0;
    });
  }

  @Public()
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Public()
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const [database, queue] = await Promise.allSettled([this.database.read('SELECT 1'), this.queues.ping()]);
    for (const check of [database, queue])
      if (check.status === 'rejected') this.log.warn({ err: check.reason }, 'not ready');
    const state = (check: PromiseSettledResult<unknown>) => (check.status === 'fulfilled' ? 'ok' : 'unreachable');
    const ok = database.status === 'fulfilled' && queue.status === 'fulfilled';
    await reply
      .status(ok ? 200 : 503)
      .send({ status: ok ? 'ok' : 'not-ready', database: state(database), queue: state(queue) });
  }

  @Public()
  @Get('metrics')
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    await reply.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
