import { Database, Metrics } from '@app/platform';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryJobs } from './delivery/delivery.jobs.js';
import { DeliveryStore } from './delivery/delivery.store.js';
import { Dispatcher } from './delivery/dispatcher.js';
import { MailChannel } from './delivery/mail.channel.js';
import { CHANNEL_OPTIONS, type ChannelOptions } from './delivery/options.js';
import { WebhookChannel } from './delivery/webhook.channel.js';
import { Delivery } from './delivery.entity.js';
import { InboxQueries } from './inbox.queries.js';
import { Notification } from './notification.entity.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { Preference } from './preference.entity.js';
import { NotificationPreferencesController } from './preferences/preferences.controller.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { WebhooksController } from './preferences/webhooks.controller.js';
import { WebhooksService } from './preferences/webhooks.service.js';
import { WebhookSubscriber } from './webhook-subscriber.entity.js';

/** Tells the channels of the app's configuration; given once at its root. Without it nothing leaves the house. */
@Module({})
export class NotificationChannelsModule {
  static forRoot(options: ChannelOptions): DynamicModule {
    return {
      module: NotificationChannelsModule,
      global: true,
      providers: [{ provide: CHANNEL_OPTIONS, useValue: options }],
      exports: [CHANNEL_OPTIONS],
    };
  }
}

@Module({
  imports: [TypeOrmModule.forFeature([Notification, Delivery, Preference, WebhookSubscriber])],
  providers: [NotificationsService, MailChannel, WebhookChannel, InboxQueries, PreferencesService, WebhooksService],
  exports: [NotificationsService, MailChannel, WebhookChannel, InboxQueries, PreferencesService, WebhooksService],
})
export class NotificationsModule {}

@Module({
  imports: [NotificationsModule],
  controllers: [NotificationsController, NotificationPreferencesController, WebhooksController],
})
export class NotificationsHttpModule {}

@Module({ imports: [NotificationsModule], providers: [DeliveryStore, Dispatcher, DeliveryJobs] })
export class NotificationsJobsModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('heyi_deliveries', 'Deliveries over e-mail or webhook that wait or were given up', async () => {
      const [counts] = await this.database.read<{ pending: number; failed: number }>(
        `SELECT (SELECT count(*) FROM notifications.delivery WHERE state = 'PENDING') AS pending,
           (SELECT count(*) FROM notifications.delivery WHERE state = 'FAILED') AS failed`,
      );
      return counts!;
    });
  }
}
