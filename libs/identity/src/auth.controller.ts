import { DirectoryService } from '@app/directory';
import { ROLES, type Actor } from '@app/kernel';
import { Allow, CurrentActor, Database, Public } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangePasswordRequest, LoginRequest, type LoggedInView, type MeView, type TokenView } from './identity.dto.js';
import { LoginService } from './login.service.js';
import { COOKIE, IDENTITY_OPTIONS, type IdentityOptions } from './options.js';
import { forged, isForeign } from './same-site.js';
import { Sessions, type SessionView } from './sessions.js';
import { csrfOf } from './tokens.js';

@ApiTags('identity')
@Controller()
export class AuthController {
  constructor(
    private readonly logins: LoginService,
    private readonly sessions: Sessions,
    private readonly directory: DirectoryService,
    private readonly database: Database,
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
  ) {}

  /** Logs a browser in: the session is in an HttpOnly cookie. Not for pages of other sites: theirs would be another's login. */
  @Post('auth/login')
  @Public()
  @HttpCode(200)
  async login(
    @Body() body: LoginRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoggedInView> {
    if (isForeign(request)) throw forged();
    const { token, expiresAt } = await this.logins.login({ ...body, ...from(request), kind: 'COOKIE' });
    void reply.setCookie(COOKIE, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.options.secureCookie,
      path: '/',
      expires: expiresAt,
    });
    return { expiresAt, csrf: csrfOf(token) };
  }

  /** Logs a program in: the session is the bearer token in the answer. */
  @Post('auth/token')
  @Public()
  @HttpCode(200)
  token(@Body() body: LoginRequest, @Req() request: FastifyRequest): Promise<TokenView> {
    return this.logins.login({ ...body, ...from(request), kind: 'BEARER' });
  }

  /** Ends this session. */
  @Post('auth/logout')
  @Allow('identity.self')
  @HttpCode(204)
  async logout(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.logins.logout(actor);
    void reply.clearCookie(COOKIE, { path: '/' });
  }

  /** Who I am, and what I may do. */
  @Get('me')
  @Allow('identity.self')
  async me(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<MeView> {
    const covers = actor.covers ?? [];
    const names = await this.directory.names([...actor.posts.map((p) => p.organId), ...covers]);
    const [account] = await this.database.read<{ must: boolean }>(
      'SELECT must_change_password AS must FROM identity.account WHERE person_id = $1',
      [actor.personId],
    );
    const token = request.cookies[COOKIE];
    return {
      personId: actor.personId,
      name: actor.name,
      posts: actor.posts.map((p) => ({ ...p, roleName: ROLES[p.role], organName: names.get(p.organId) ?? '' })),
      covers: covers.map((id) => ({ personId: id, name: names.get(id) ?? '' })),
      permissions: [...actor.permissions].sort(),
      mustChangePassword: account?.must ?? false,
      csrf: request.headers.authorization === undefined && token !== undefined ? csrfOf(token) : null,
    };
  }

  /** Changes my password; my other sessions end. */
  @Post('me/password')
  @Allow('identity.self')
  @HttpCode(204)
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePasswordRequest): Promise<void> {
    return this.logins.changePassword(actor, body.currentPassword, body.newPassword);
  }

  /** Where I am logged in. */
  @Get('me/sessions')
  @Allow('identity.self')
  mySessions(@CurrentActor() actor: Actor): Promise<SessionView[]> {
    return this.sessions.of(actor.personId);
  }

  /** Ends one of my sessions. */
  @Delete('me/sessions/:id')
  @Allow('identity.self')
  @HttpCode(204)
  endMySession(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.revoke(actor, actor.personId, id);
  }
}

function from(request: FastifyRequest): { userAgent: string | undefined; address: string } {
  return { userAgent: request.headers['user-agent'], address: request.ip };
}
