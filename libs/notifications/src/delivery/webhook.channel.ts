import { FieldCipher } from '@app/platform';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Outcome } from '../domain/channel.js';
import { ATTEMPT_LIMIT_MS, CHANNEL_OPTIONS, NO_CHANNELS, type ChannelOptions, type Outgoing } from './options.js';
import { isPrivateAddress, literalAddress, publicLookup } from './private-addresses.js';
import { signatureOf } from './signature.js';

const TIMEOUT_MS = Math.min(10_000, ATTEMPT_LIMIT_MS);
/** Answers that may be different later. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** A signed POST to a subscriber's URL. */
@Injectable()
export class WebhookChannel {
  private readonly options: ChannelOptions;

  constructor(
    private readonly cipher: FieldCipher,
    @Optional() @Inject(CHANNEL_OPTIONS) options?: ChannelOptions,
  ) {
    this.options = options ?? NO_CHANNELS;
  }

  /** Why a URL is not accepted, in Chinese; undefined if it is. Names are judged again when they are resolved. */
  refusal(text: string): string | undefined {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return '应为 http 或 https 地址';
    if (url.username || url.password) return '地址中不能带用户名或密码';
    return this.leadsInside(url) ? '不允许指向内部网络的地址' : undefined;
  }

  /** One attempt. Redirects are not followed: they could lead anywhere. */
  async deliver(outgoing: Outgoing): Promise<Outcome> {
    if (!outgoing.url || !outgoing.secretCipher) return { result: 'failed', code: 'NO_SUBSCRIBER' };
    if (this.refusal(outgoing.url)) return { result: 'failed', code: 'URL_REFUSED' };
    const { notificationId, kind, title, link, createdAt, recipientId } = outgoing;
    const body = JSON.stringify({ id: notificationId, kind, title, link, createdAt, recipientId });
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Heyi',
      'x-heyi-delivery': outgoing.id,
      'x-heyi-signature': signatureOf(this.cipher.decrypt(outgoing.secretCipher), body, new Date()),
    };
    try {
      return outcomeOf(await this.post(new URL(outgoing.url), headers, body));
    } catch (error) {
      return failureOf(error as { code?: string; name?: string });
    }
  }

  private post(url: URL, headers: RequestOptions['headers'], body: string): Promise<number> {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const lookup = this.options.allowPrivateWebhooks ? {} : { lookup: publicLookup };
    return new Promise((resolve, reject) => {
      // A connection of its own: one kept alive was perhaps opened under another policy.
      const request = send(url, { method: 'POST', headers, signal, agent: false, ...lookup }, (response) => {
        // Only the status counts; what else the receiver says is not read.
        response.destroy();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  private leadsInside(url: URL): boolean {
    const address = literalAddress(url);
    return !this.options.allowPrivateWebhooks && address !== undefined && isPrivateAddress(address);
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { result: 'sent' };
  const code = `HTTP_${status}`;
  return status >= 500 || PASSING.has(status) ? { result: 'retry', code } : { result: 'failed', code };
}

function failureOf(error: { code?: string; name?: string }): Outcome {
  if (error.code === 'PRIVATE_ADDRESS') return { result: 'failed', code: 'PRIVATE_ADDRESS' };
  if (error.name === 'TimeoutError' || error.code === 'ABORT_ERR') return { result: 'retry', code: 'TIMEOUT' };
  return { result: 'retry', code: error.code ?? 'UNKNOWN' };
}
