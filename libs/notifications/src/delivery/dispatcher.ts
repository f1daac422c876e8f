import type { Id } from '@app/kernel';
import { LOGGER } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { settled, type Outcome } from '../domain/channel.js';
import { DeliveryStore } from './delivery.store.js';
import { Gate } from './gate.js';
import { MailChannel } from './mail.channel.js';
import { ATTEMPT_LIMIT_MS, CONCURRENT_ATTEMPTS, type Outgoing } from './options.js';
import { WebhookChannel } from './webhook.channel.js';

/** Deliveries claimed together. */
const TOGETHER = 5;

/** Sends what was claimed and notes what became of it. */
@Injectable()
export class Dispatcher {
  private readonly gate = new Gate(CONCURRENT_ATTEMPTS / TOGETHER);

  constructor(
    private readonly store: DeliveryStore,
    private readonly mail: MailChannel,
    private readonly webhook: WebhookChannel,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * Attempts every delivery of a batch that waits, once.
   * @returns how many are still not settled: they failed in passing, or another worker has them
   */
  async dispatch(batchId: Id): Promise<number> {
    // What fails in passing is left to the next, later, run.
    const tried: Id[] = [];
    for (;;) {
      const claimed = await this.gate.run(() => this.some(batchId, tried));
      if (claimed.length === 0) break;
      tried.push(...claimed);
    }
    return this.store.waiting(batchId);
  }

  private async some(batchId: Id, except: Id[]): Promise<Id[]> {
    const claimed = await this.store.claim(batchId, except, TOGETHER);
    if (claimed.length === 0) return [];
    const results = await Promise.all(
      claimed.map(async (outgoing) => ({
        outgoing,
        outcome: settled(await this.attempt(outgoing), outgoing.attempts),
      })),
    );
    await this.store.settle(results);
    for (const { outgoing, outcome } of results) {
      if (outcome.result === 'sent') continue;
      const { id, channel, attempts } = outgoing;
      this.log.warn({ delivery: id, channel, attempts, code: outcome.code }, `delivery ${outcome.result}`);
    }
    return claimed.map((c) => c.id);
  }

  private async attempt(outgoing: Outgoing): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => resolve({ result: 'retry', code: 'TIMEOUT' }), ATTEMPT_LIMIT_MS);
    });
    const channel = outgoing.channel === 'email' ? this.mail : this.webhook;
    try {
      return await Promise.race([channel.deliver(outgoing), limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}
