import type { ServiceConfig } from '@app/platform';

/** What the channels need to know of their surroundings. */
export interface ChannelOptions {
  /** `smtp://user:password@host:587`; no e-mail if absent. */
  smtpUrl?: string | undefined;
  mailFrom: string;
  /** Where the application is reached, for links in mails: `https://heyi.example.gov.cn`. */
  publicUrl?: string | undefined;
  /** Webhooks may point into private networks. Off, unless the receivers stand in the same house. */
  allowPrivateWebhooks: boolean;
}

/** The channels of an app's configuration. */
export function channelOptions(config: ServiceConfig): ChannelOptions {
  return {
    smtpUrl: config.SMTP_URL,
    mailFrom: config.MAIL_FROM,
    publicUrl: config.PUBLIC_URL,
    allowPrivateWebhooks: config.ALLOW_PRIVATE_WEBHOOKS === 'true',
  };
}

export const CHANNEL_OPTIONS = Symbol('CHANNEL_OPTIONS');

/** Without a configuration nothing leaves the house. */
export const NO_CHANNELS: ChannelOptions = { mailFrom: 'heyi@localhost', allowPrivateWebhooks: false };

/** One attempt may take this long, whatever the other side does. */
export const ATTEMPT_LIMIT_MS = 20_000;
/** A claimed delivery is another worker's after this long; longer than an attempt can take. */
export const CLAIM_SECONDS = 30;

/** Attempts under way in one process; more would only wait for a connection while their claim runs out. */
export const CONCURRENT_ATTEMPTS = 10;

/** A delivery that was claimed, with what is to be sent. */
export interface Outgoing {
  id: string;
  notificationId: string;
  channel: 'email' | 'webhook';
  attempts: number;
  recipientId: string;
  kind: string;
  title: string;
  body: string;
  link: string | null;
  createdAt: Date;
  /** Mailbox, if it is a mail and the person still wants it. */
  address: string | null;
  /** Receiver, if it is a webhook that was not removed meanwhile. */
  url: string | null;
  secretCipher: Buffer | null;
}
