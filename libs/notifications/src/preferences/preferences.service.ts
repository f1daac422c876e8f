import { record } from '@app/audit';
import { DomainError, newId, type Actor, type Id } from '@app/kernel';
import { Database, FieldCipher, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { MailChannel } from '../delivery/mail.channel.js';
import { WebhookChannel } from '../delivery/webhook.channel.js';
import type { Channel } from '../domain/channel.js';
import type { PreferencesRequest, PreferencesView } from './preferences.dto.js';

interface PreferenceRow {
  channel: Channel;
  enabled: boolean;
  address: string | null;
  mutedKinds: string[];
}

/** Which messages also leave the house, as each person wants it. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly mail: MailChannel,
    private readonly webhook: WebhookChannel,
    private readonly cipher: FieldCipher,
  ) {}

  async get(actor: Actor): Promise<PreferencesView> {
    const [rows, [subscriber]] = await Promise.all([
      this.database.read<PreferenceRow>(
        'SELECT channel, enabled, address, muted_kinds AS "mutedKinds" FROM notifications.preference WHERE person_id = $1',
        [actor.personId],
      ),
      this.database.read<{ url: string }>(
        'SELECT url FROM notifications.webhook_subscriber WHERE person_id = $1 AND enabled',
        [actor.personId],
      ),
    ]);
    const of = (channel: Channel) => rows.find((r) => r.channel === channel);
    const common = (channel: Channel) => ({
      enabled: of(channel)?.enabled ?? false,
      mutedKinds: of(channel)?.mutedKinds ?? [],
    });
    return {
      email: { available: this.mail.available, ...common('email'), address: of('email')?.address ?? null },
      webhook: { available: true, ...common('webhook'), url: subscriber?.url ?? null },
    };
  }

  /**
   * Replaces a person's preferences. A new webhook address gets a new secret, which is in the answer, this once.
   * @throws DomainError request.invalid, notifications.channel-unavailable
   */
  async set(actor: Actor, request: PreferencesRequest): Promise<PreferencesView> {
    await this.check(actor, request);
    const { email, webhook } = request;
    const secret = await this.database.transaction(async (tx) => {
      await put(tx, actor.personId, 'email', email.enabled, email.address ?? null, email.mutedKinds ?? []);
      await put(tx, actor.personId, 'webhook', webhook.enabled, null, webhook.mutedKinds ?? []);
      record(tx, actor, {
        action: 'notifications.set-preferences',
        subjectType: 'person',
        subjectId: actor.personId,
        detail: { email: email.enabled, webhook: webhook.enabled },
      });
      return this.subscribe(tx, actor.personId, webhook.url);
    });
    const view = await this.get(actor);
    if (secret !== undefined) view.webhook.secret = secret;
    return view;
  }

  private async check(actor: Actor, { email, webhook }: PreferencesRequest): Promise<void> {
    if (email.enabled && !this.mail.available) {
      throw new DomainError('notifications.channel-unavailable', {
        detail: '本系统未配置邮件服务器，无法启用邮件通知。',
      });
    }
    if (email.enabled && !email.address && !(await this.hasMailbox(actor.personId)))
      throw wrongField('#/email/address', '启用邮件通知时应填写电子邮件地址');
    if (webhook.enabled && !webhook.url) throw wrongField('#/webhook/url', '启用网络回调时应填写地址');
    if (webhook.url !== undefined) this.checkUrl(webhook.url, '#/webhook/url');
  }

  private async hasMailbox(personId: Id): Promise<boolean> {
    const rows = await this.database.read('SELECT 1 FROM directory.person WHERE id = $1 AND email IS NOT NULL', [
      personId,
    ]);
    return rows.length > 0;
  }

  /** @throws DomainError request.invalid if messages may not be sent to the URL */
  checkUrl(url: string, pointer: string): void {
    const refusal = this.webhook.refusal(url);
    if (refusal) throw wrongField(pointer, refusal);
  }

  /** A new key of signatures: to be shown, and to be kept. */
  newSecret(): { secret: string; cipher: Buffer } {
    const secret = randomBytes(32).toString('base64url');
    return { secret, cipher: this.cipher.encrypt(secret) };
  }

  private async subscribe(tx: Tx, personId: Id, url: string | undefined): Promise<string | undefined> {
    if (url === undefined) {
      await sql(tx, 'UPDATE notifications.webhook_subscriber SET enabled = false WHERE person_id = $1', [personId]);
      return undefined;
    }
    const { secret, cipher } = this.newSecret();
    const changed = await sql(tx, SUBSCRIBE, [newId(), personId, url, cipher]);
    return changed.length > 0 ? secret : undefined;
  }
}

const SUBSCRIBE = `
  INSERT INTO notifications.webhook_subscriber AS s (id, person_id, url, secret_cipher) VALUES ($1, $2, $3, $4)
  ON CONFLICT (person_id) WHERE person_id IS NOT NULL
  DO UPDATE SET url = excluded.url, secret_cipher = excluded.secret_cipher, enabled = true
  WHERE s.url <> excluded.url OR NOT s.enabled RETURNING 1`;

async function put(
  tx: Tx,
  personId: Id,
  channel: Channel,
  enabled: boolean,
  address: string | null,
  mutedKinds: string[],
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO notifications.preference (person_id, channel, enabled, address, muted_kinds) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (person_id, channel) DO UPDATE
     SET enabled = excluded.enabled, address = excluded.address, muted_kinds = excluded.muted_kinds`,
    [personId, channel, enabled, address, mutedKinds],
  );
}

function wrongField(pointer: string, detail: string): DomainError {
  return new DomainError('request.invalid', {
    kind: 'invalid',
    detail: '提交的内容有误，请按提示修改。',
    errors: [{ pointer, code: 'refused', detail }],
  });
}
