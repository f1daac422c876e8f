import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Outcome } from '../domain/channel.js';
import { CHANNEL_OPTIONS, CONCURRENT_ATTEMPTS, NO_CHANNELS, type ChannelOptions, type Outgoing } from './options.js';

/** E-mail over SMTP. */
@Injectable()
export class MailChannel implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;
  private readonly options: ChannelOptions;

  constructor(@Optional() @Inject(CHANNEL_OPTIONS) options?: ChannelOptions) {
    this.options = options ?? NO_CHANNELS;
    if (!this.options.smtpUrl) return;
    this.transport = createTransport({
      url: this.options.smtpUrl,
      pool: true,
      maxConnections: CONCURRENT_ATTEMPTS,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
      dnsTimeout: 5_000,
      // Nothing is read from files or fetched for a message.
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
  }

  /** False if no SMTP server is configured. */
  get available(): boolean {
    return this.transport !== undefined;
  }

  /** One attempt. The Message-ID is the delivery's, so that a repeat after a crash is recognisable. */
  async deliver(outgoing: Outgoing): Promise<Outcome> {
    if (!this.transport) return { result: 'failed', code: 'CHANNEL_UNAVAILABLE' };
    if (!outgoing.address) return { result: 'failed', code: 'NO_ADDRESS' };
    try {
      await this.transport.sendMail({
        from: this.options.mailFrom,
        to: outgoing.address,
        messageId: `<${outgoing.id}@${hostOf(this.options.mailFrom)}>`,
        subject: outgoing.title,
        text: this.text(outgoing),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { result: 'sent' };
    } catch (error) {
      return outcomeOf(error as SmtpError);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private text({ body, link }: Outgoing): string {
    return link && this.options.publicUrl ? `${body}\n\n${this.options.publicUrl.replace(/\/$/, '')}${link}` : body;
  }
}

interface SmtpError {
  code?: string;
  responseCode?: number;
}

/** Only a refusal of this very message (5xx to its envelope or content) is for good; logins and servers are repaired. */
function outcomeOf({ code = 'UNKNOWN', responseCode }: SmtpError): Outcome {
  const about = responseCode === undefined ? `SMTP_${code}` : `SMTP_${responseCode}`;
  const refused = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode === undefined || responseCode >= 500);
  return { result: refused ? 'failed' : 'retry', code: about };
}

function hostOf(from: string): string {
  return /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
}
