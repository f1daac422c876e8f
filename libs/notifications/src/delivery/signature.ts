import { createHmac } from 'node:crypto';

/**
 * `X-Heyi-Signature` of a webhook's body: `t=<unix seconds>,v1=<hex>` with v1 = HMAC-SHA256(secret, t + "." + body). The
 * receiver computes v1 again, compares in constant time, and refuses an old t.
 */
export function signatureOf(secret: string, body: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
