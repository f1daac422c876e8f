import { DomainError } from '@app/kernel';
import { ALLOW, PUBLIC, type HeyiRequest } from '@app/platform';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { COOKIE, CSRF_HEADER } from './options.js';
import { forged, isForeign } from './same-site.js';
import { Sessions } from './sessions.js';
import { csrfFits, isToken } from './tokens.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The only gate: who is it, may he use this route at all. Deny by default. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<string | undefined>(ALLOW, targets);
    const request = context.switchToHttp().getRequest<HeyiRequest>();
    const credentials = credentialsOf(request);
    const found = credentials && (await this.sessions.identify(credentials.token, request.id));
    // A cookie is no bearer token and the other way round: each has its own safeguards.
    if (!found || found.kind !== credentials.kind) throw notLoggedIn();
    if (found.kind === 'COOKIE') mustBeOurPage(request, credentials.token);
    if (found.mustChangePassword && permission !== 'identity.self') throw mustChangePassword();
    if (permission === undefined || !found.actor.permissions.has(permission)) throw forbidden();
    request.actor = found.actor;
    return true;
  }
}

function credentialsOf(request: HeyiRequest): { token: string; kind: 'COOKIE' | 'BEARER' } | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    return isToken(token) ? { token, kind: 'BEARER' } : undefined;
  }
  const token = request.cookies[COOKIE];
  return isToken(token) ? { token, kind: 'COOKIE' } : undefined;
}

/** Another site can make a browser send the cookie, but cannot know the token's hash, nor hide where it comes from. */
function mustBeOurPage(request: HeyiRequest, token: string): void {
  if (SAFE.has(request.method)) return;
  if (isForeign(request) || !csrfFits(token, request.headers[CSRF_HEADER])) throw forged();
}

function notLoggedIn(): DomainError {
  return new DomainError('identity.not-logged-in', { kind: 'unauthenticated', detail: '请先登录，或者登录已失效。' });
}

function mustChangePassword(): DomainError {
  return new DomainError('identity.password-change-required', {
    kind: 'forbidden',
    detail: '首次登录须先修改密码。',
  });
}

function forbidden(): DomainError {
  return new DomainError('identity.forbidden', { kind: 'forbidden', detail: '您没有使用此功能的权限。' });
}
