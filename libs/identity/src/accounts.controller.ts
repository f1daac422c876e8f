import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccountsService } from './accounts.service.js';
import { AccountListRequest, CreateAccountRequest, AccountView, type TemporaryPasswordView } from './identity.dto.js';
import { Sessions, type SessionView } from './sessions.js';

@ApiTags('identity')
@Controller('accounts')
@Allow('identity.manage-accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @ApiPage(AccountView)
  list(@Query() request: AccountListRequest): Promise<Page<AccountView>> {
    return this.accounts.list(request);
  }

  /** Opens an account for a person of the directory. */
  @Post()
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateAccountRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<TemporaryPasswordView> {
    return this.accounts.create(actor, body, key);
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  resetPassword(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TemporaryPasswordView> {
    return this.accounts.resetPassword(actor, id);
  }

  @Post(':id/disable')
  @HttpCode(204)
  disable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.disable(actor, id);
  }

  @Post(':id/enable')
  @HttpCode(204)
  enable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.enable(actor, id);
  }

  @Post(':id/unlock')
  @HttpCode(204)
  unlock(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.unlock(actor, id);
  }

  @Get(':id/sessions')
  async sessionsOf(@Param('id', ParseUUIDPipe) id: string): Promise<SessionView[]> {
    return this.sessions.of(await this.accounts.personOf(id));
  }

  @Delete(':id/sessions/:sessionId')
  @HttpCode(204)
  async endSession(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
  ): Promise<void> {
    await this.sessions.revoke(actor, await this.accounts.personOf(id), sessionId);
  }
}
