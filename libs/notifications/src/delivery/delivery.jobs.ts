import { Clock, type Id } from '@app/kernel';
import { OnEvent, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { textOf } from '../domain/texts.js';
import { deliveriesQueued, deliveryFailed } from '../notifications.events.js';
import { NotificationsService } from '../notifications.service.js';
import { Dispatcher } from './dispatcher.js';

const CHANNEL_NAMES: Record<string, string> = { email: '电子邮件', webhook: '网络回调' };

@Injectable()
export class DeliveryJobs {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** Runs again, later and later, until every delivery of the batch is sent or given up. */
  @OnEvent(deliveriesQueued, { name: 'notifications.deliver', queue: 'delivery' })
  async deliver(_tx: Tx, { batchId }: { batchId: Id }): Promise<void> {
    const waiting = await this.dispatcher.dispatch(batchId);
    if (waiting > 0) throw new Error(`${waiting} deliveries of the batch wait for another attempt`);
  }

  /** Tells the administrators, once a day for each channel and reason however many deliveries fail. */
  @OnEvent(deliveryFailed, { name: 'notifications.report-failure' })
  async report(tx: Tx, { channel, code }: { channel: string; code: string }): Promise<void> {
    const today = this.clock.today();
    const administrators = await sql<{ id: Id }>(tx, ADMINISTRATORS, [today]);
    const text = textOf('delivery-failed', { channel: CHANNEL_NAMES[channel] ?? channel, code });
    const notices = administrators.map(({ id }) => ({
      recipientId: id,
      kind: 'delivery-failed',
      ...text,
      dedupeKey: `delivery-failed:${channel}:${code}:${today}:${id}`,
    }));
    await this.notifications.send(tx, notices, { inboxOnly: true });
  }
}

const ADMINISTRATORS = `
  SELECT DISTINCT person_id AS id FROM directory.post
  WHERE role = 'sysadmin' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1)`;
