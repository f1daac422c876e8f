export { clockKind, textOf, type ClockFacts, type NotificationKind, type Text } from './domain/texts.js';
export { channelOptions, NO_CHANNELS, type ChannelOptions } from './delivery/options.js';
export {
  NotificationChannelsModule,
  NotificationsHttpModule,
  NotificationsJobsModule,
  NotificationsModule,
} from './notifications.module.js';
export { deliveriesQueued, deliveryFailed } from './notifications.events.js';
export { NotificationsService, type NewNotification } from './notifications.service.js';
