import { DomainError } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * Whether a browser says that another site made it send the request. Browsers that do not say by `Sec-Fetch-Site` do so by
 * `Origin`; programs send neither.
 */
export function isForeign(request: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}

export function forged(): DomainError {
  return new DomainError('identity.csrf', { kind: 'forbidden', detail: '请求来源校验失败，请刷新页面后重试。' });
}
